"""Reconciliation: read what the site has, compare, brake where it smells of a bug, repair, report."""
