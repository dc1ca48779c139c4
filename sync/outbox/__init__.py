"""The outbox: what must be brought to agreement with the site, and the work of doing so."""
