"""How quick the API's busiest routes are on a shop of many rows: `make bench-api`, or `python -m dev.bench.api`.

Every burst of a route is taken in turn with one of the bare route of the same server, in one run; what counts are
their ratios, the number of SQL statements of each route, and the plans of those statements.
"""
