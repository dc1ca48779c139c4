"""Where commands write."""

from rich.console import Console


def plain() -> Console:
    """What the site says is shown as it is: `[b]` and `:bee:` in a name are no orders to us."""
    return Console(markup=False, emoji=False, highlight=False)
