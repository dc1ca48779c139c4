"""What is refused says which field is at fault."""

from shop.errors import ForbiddenTransition, Lack, Shortage


def test_a_shortage_names_what_is_lacking_how_much_was_asked_and_how_much_there_is() -> None:
    shortage = Shortage([Lack("items.0.quantity", "Розы", 3, 1), Lack("items.0.quantity", "Пионы", 2, 0)])
    assert shortage.errors == {"items.0.quantity": ["Розы: asked 3, available 1", "Пионы: asked 2, available 0"]}
    assert str(shortage) == "Not enough in stock: Розы: asked 3, available 1; Пионы: asked 2, available 0"


def test_a_forbidden_transition_names_both_ends() -> None:
    refused = ForbiddenTransition("delivered", "new")
    assert (refused.old, refused.new) == ("delivered", "new")
    assert refused.errors == {"status": ["An order cannot go from delivered to new"]}
