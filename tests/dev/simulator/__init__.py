"""The simulator of the site, over real HTTP."""
