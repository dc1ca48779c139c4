"""What goes in and out over HTTP. Bodies are strict: right types, no unknown keys."""
