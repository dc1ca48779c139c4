"""Orders: status events, reads, imports, and creation there."""
