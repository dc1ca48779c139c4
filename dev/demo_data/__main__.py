"""Two shops, the people of one, its goods and what is said of it, and the simulated site's products and orders.

`python -m dev.demo_data [--catalogue] [LOGINS]`: writes who may sign in to LOGINS (.dev/logins.json). Running it
again only adds what is missing. With --catalogue products and orders are read from BITRIX_BASE_URL.
"""

import argparse
from pathlib import Path

from dev.demo_data import catalogue, goods, people, words, work
from dev.demo_data.shops import MIRRORED, open_shops
from models import begin, begin_for
from tasks.wiring import site


def main() -> None:
    options = _options()
    logins = people.logins(options.logins)
    with begin() as session:
        open_shops(session)
        people.employ(session, logins)
    with begin_for(MIRRORED) as session:
        goods.stock(session)
        words.say(session)
    if options.catalogue and (there := site()) is not None:
        catalogue.products(there)
        catalogue.orders(there)
        with begin_for(MIRRORED) as session:
            work.share(session)
        with begin_for(MIRRORED) as session:
            goods.recipes(session)
            words.praise(session)
            catalogue.compare(session)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--catalogue", action="store_true")
    parser.add_argument("logins", type=Path, nargs="?", default=Path(".dev/logins.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
