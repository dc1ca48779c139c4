"""How fast the product is on this machine: `make bench`, or `python -m dev.bench`.

Absolute numbers depend on the machine and on what else it does, so what counts are ratios of measurements taken
in turn, in one run, with everything (load generator included) on the same cores.
"""
