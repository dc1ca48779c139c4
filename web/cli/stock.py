"""`flask stock ...`: whether the books of the stock can be believed."""

from flask.cli import AppGroup

stock = AppGroup("stock", help="The stock's books.")


@stock.command()
def verify() -> None:
    """Check that operations explain every balance, and orders every promise.

    Reads only, in one statement. Ends with 0 if all adds up, with 1 if anything does not.
    """
    from web.cli import stock_faults

    stock_faults.show()
