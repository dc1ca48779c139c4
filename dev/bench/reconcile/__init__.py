"""How fast two sides are compared and brought together: `make bench-reconcile`, or `python -m dev.bench.reconcile`.

The house's own worker compares so many orders and products with a site that runs on the same cores. What counts are
ratios of one run; the rates of staging are taken apart from it, in a process of their own, whose memory is its own.
"""
