"""What the sync console shows and takes."""
