"""Products: webhooks, reads, and writes there."""
