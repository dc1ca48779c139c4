"""What somebody who only knows a tracking id may see of people."""


def masked(phone: str | None) -> str | None:
    """`+77001234567` as `+7 700 *** ** 67`: who knows it knows it again, nobody else learns it."""
    return phone and f"{phone[:2]} {phone[2:5]} *** ** {phone[-2:]}"
