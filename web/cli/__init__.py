"""`flask sync ...`: what an operator does from a shell."""

from flask import Flask


def register(app: Flask) -> None:
    pass
