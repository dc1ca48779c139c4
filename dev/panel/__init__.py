"""The admin panel's build, which the web process serves: `python -m dev.panel`, with Node and nothing else."""
