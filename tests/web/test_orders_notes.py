"""What staff write about an order for each other."""

from models import Shop
from tests.people import make_user
from tests.shopfloor import make_order
from tests.web.conftest import Ask, Staff, add


def test_a_note_is_shown_with_the_order(ask: Ask, shop: Shop, staff: Staff) -> None:
    path = f"/orders/{add(make_order, shop).id}"
    note = ask("POST", f"{path}/notes", as_role="florist", json={"text": " Без лилий "})
    assert note.status_code == 201
    assert (note.json["text"], note.json["user_id"]) == ("Без лилий", staff("florist").id)
    assert ask("GET", path, as_role="manager").json["notes"] == [note.json]
    (row,) = ask("GET", f"{path}/history", as_role="manager").json["items"]
    assert (row["field"], row["new_value"]) == ("note", "Без лилий")


def test_its_author_or_a_manager_removes_it(ask: Ask, shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop).id}"
    others = add(make_user, shop, "florist")
    for remover, answered in ((("florist", None), 204), ((None, others), 403), (("manager", None), 204)):
        note = ask("POST", f"{path}/notes", as_role="florist", json={"text": "x"}).json
        role, user = remover
        answer = ask("DELETE", f"{path}/notes/{note['id']}", as_role=role, user=user)
        assert answer.status_code == answered
    left = ask("GET", path, as_role="manager").json["notes"]
    assert len(left) == 1
    assert ask("DELETE", f"{path}/notes/{left[0]['id']}", as_role="director").status_code == 204
    assert ask("DELETE", f"{path}/notes/{left[0]['id']}", as_role="director").status_code == 404


def test_a_note_of_another_order_is_not_there(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop).id}"
    others = f"/orders/{add(make_order, shop).id}"
    note = ask("POST", f"{others}/notes", as_role="florist", json={"text": "x"}).json
    assert ask("DELETE", f"{path}/notes/{note['id']}", as_role="director").status_code == 404


def test_an_empty_note_is_none(ask: Ask, shop: Shop) -> None:
    path = f"/orders/{add(make_order, shop).id}/notes"
    for body in ({}, {"text": "  "}, {"text": None}, {"text": "x" * 5_001}, {"text": 5}):
        answer = ask("POST", path, as_role="florist", json=body)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["text"])
