"""The one thing that goes wrong with a storage."""


class Away(Exception):
    """The files cannot be reached now; another try may succeed."""
