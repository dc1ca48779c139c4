"""The whole product on this machine with one command."""
