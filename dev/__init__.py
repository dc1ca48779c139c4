"""What a developer runs: the one-command stack, the simulator of the site, demo data. Never in production."""
