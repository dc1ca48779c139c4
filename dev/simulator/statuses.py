"""The site's table of order statuses."""

# code: (API status_key, PATCH name, Russian)
STATUSES = {
    "N": ("new", "NEW", "Новый"),
    "PD": ("paid", "PAID", "Оплачен"),
    "AP": ("accepted", "ACCEPTED", "Принят"),
    "CO": ("assembled", "IN_PRODUCTION", "Собран"),
    "DE": ("in_delivery", "IN_DELIVERY", "В пути"),
    "F": ("delivered", "DELIVERED", "Доставлен"),
    "RF": ("cancelled", "CANCELLED", "Возврат"),
    "UN": ("cancelled", "CANCELLED", "Не реализован"),
}
LISTED_BY_DEFAULT = frozenset({"N", "AP", "CO", "DE"})

# RF stands before UN: the first code of a name is the one a PATCH means.
CODE_OF_PATCH_NAME = {name: code for code, (_, name, _) in reversed(STATUSES.items())}


def status_key(code: str) -> str:
    """The API's name of a code; a code of the shop's own comes as it is, in lower case."""
    return STATUSES[code][0] if code in STATUSES else code.lower()


def russian(code: str) -> str:
    return STATUSES[code][2] if code in STATUSES else code
