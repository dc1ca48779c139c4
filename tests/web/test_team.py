"""The team: who is in it, who is asked into it, what they may do, and how they leave."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from models import AuthSession, Shop, TeamInvitation, User, begin, begin_for
from models.user import ROLES
from shop import auth_sessions
from tests.people import PASSWORD, make_user, new_phone
from tests.queries import watched
from tests.web.conftest import Ask, Staff, add

NEW = {"name": "Дана", "role": "florist"}


@pytest.fixture
def team(shop: Shop, other_shop: Shop, staff: Staff) -> dict[str, User]:
    """One of each role, and a stranger in another shop."""
    add(make_user, other_shop)
    return {role: staff(role) for role in ROLES}


def now(user: User) -> User:
    with begin() as session:
        return session.get_one(User, user.id)


# Who is there


@pytest.mark.parametrize("path", ["/profile/team", "/auth/users"])
def test_everybody_of_the_shop_is_listed_for_everybody_of_it(ask: Ask, team: dict[str, User], path: str) -> None:
    for role in (*ROLES, "superadmin"):
        answer = ask("GET", path, as_role=role)
        assert answer.status_code == 200
        assert list(answer.json) == ["items", "total", "next"]
        assert [person["role"] for person in answer.json["items"]] == list(ROLES[::-1])
    assert set(answer.json["items"][0]) == {
        "id",
        "name",
        "phone",
        "role",
        "is_active",
        "is_superadmin",
        "invited_by_id",
        "created_at",
    }


def test_those_who_left_are_listed_apart(ask: Ask, team: dict[str, User], shop: Shop) -> None:
    gone = add(make_user, shop, "courier", is_active=False)
    listed = ask("GET", "/profile/team?is_active=false", as_role="manager").json["items"]
    assert [person["id"] for person in listed] == [gone.id]
    for path in ("/profile/team", "/auth/users", "/auth/users?is_active=false"):
        assert ask("GET", path, as_role="manager").json["total"] == len(ROLES)
    assert ask("GET", "/profile/team?is_active=perhaps", as_role="manager").status_code == 422


def test_one_role_alone_is_listed(ask: Ask, team: dict[str, User]) -> None:
    for path in ("/profile/team", "/auth/users"):
        (person,) = ask("GET", f"{path}?role=courier", as_role="florist").json["items"]
        assert person["id"] == team["courier"].id
        assert list(ask("GET", f"{path}?role=boss", as_role="florist").json["errors"]) == ["role"]


def test_lists_ask_the_database_as_often_for_many_as_for_few(ask: Ask, team: dict[str, User], shop: Shop) -> None:
    paths = ("/profile/team", "/auth/users", "/profile/team/invitations")
    few = [asked(ask, path) for path in paths]
    for _ in range(30):
        add(make_user, shop)
        ask("POST", "/profile/team/invite", as_role="manager", json=NEW | {"phone": new_phone()})
    assert [asked(ask, path) for path in paths] == few
    assert max(few) <= 5


def asked(ask: Ask, path: str) -> int:
    with watched() as statements:
        assert ask("GET", path, as_role="manager").status_code == 200
    return len(statements)


# Who is asked in


@pytest.mark.parametrize("by", ["manager", "director", "superadmin"])
@pytest.mark.parametrize("role", ROLES)
def test_nobody_invites_above_their_own_role(ask: Ask, team: dict[str, User], by: str, role: str) -> None:
    answer = ask("POST", "/profile/team/invite", as_role=by, json={"phone": new_phone(), "name": "Я", "role": role})
    may = by != "manager" or role != "director"
    assert answer.status_code == (201 if may else 403)
    if not may:
        assert list(answer.json["errors"]) == ["role"]


@pytest.mark.parametrize("role", ["courier", "florist"])
def test_couriers_and_florists_invite_nobody(ask: Ask, team: dict[str, User], role: str) -> None:
    body = NEW | {"phone": new_phone()}
    assert ask("POST", "/profile/team/invite", as_role=role, json=body).status_code == 403
    assert ask("GET", "/profile/team/invitations", as_role=role).status_code == 403
    assert ask("DELETE", "/profile/team/invitations/1", as_role=role).status_code == 403


def test_a_phone_with_an_account_in_any_shop_is_not_invited(
    ask: Ask, team: dict[str, User], other_shop: Shop
) -> None:
    foreign = add(make_user, other_shop, is_active=False)
    for phone in (team["courier"].phone, foreign.phone):
        answer = ask("POST", "/profile/team/invite", as_role="manager", json=NEW | {"phone": phone})
        assert answer.status_code == 409
        assert list(answer.json["errors"]) == ["phone"]


def test_a_phone_is_invited_once_at_a_time(ask: Ask, team: dict[str, User]) -> None:
    body = NEW | {"phone": new_phone()}
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda _: ask("POST", "/profile/team/invite", as_role="manager", json=body), range(4))
        )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    (made,) = [answer.json["id"] for answer in answers if answer.status_code == 201]
    assert ask("DELETE", f"/profile/team/invitations/{made}", as_role="manager").status_code == 204
    assert ask("POST", "/profile/team/invite", as_role="manager", json=body).status_code == 201


def test_after_seven_days_a_phone_may_be_invited_anew(ask: Ask, team: dict[str, User]) -> None:
    body = NEW | {"phone": new_phone()}
    first = ask("POST", "/profile/team/invite", as_role="manager", json=body).json
    with begin() as session:
        session.execute(update(TeamInvitation).values(expires_at=datetime.now(UTC)))
    second = ask("POST", "/profile/team/invite", as_role="manager", json=body).json
    listed = ask("GET", "/profile/team/invitations", as_role="manager").json
    assert [(row["id"], row["status"]) for row in listed["items"]] == [
        (second["id"], "pending"),
        (first["id"], "expired"),
    ]
    assert "code" not in listed["items"][0]


def test_an_invitation_that_lapsed_says_so_by_itself(ask: Ask, team: dict[str, User]) -> None:
    ask("POST", "/profile/team/invite", as_role="manager", json=NEW | {"phone": new_phone()})
    with begin() as session:
        session.execute(update(TeamInvitation).values(expires_at=datetime.now(UTC)))
    (row,) = ask("GET", "/profile/team/invitations", as_role="manager").json["items"]
    assert row["status"] == "expired"


def test_a_manager_does_not_withdraw_what_is_above_them(ask: Ask, team: dict[str, User]) -> None:
    body = {"phone": new_phone(), "name": "Я", "role": "director"}
    made = ask("POST", "/profile/team/invite", as_role="director", json=body).json
    path = f"/profile/team/invitations/{made['id']}"
    assert ask("DELETE", path, as_role="manager").status_code == 403
    assert ask("DELETE", path, as_role="director").status_code == 204
    assert ask("DELETE", path, as_role="director").status_code == 204


def test_what_was_accepted_is_not_withdrawn(ask: Ask, client: FlaskClient, team: dict[str, User]) -> None:
    made = ask("POST", "/profile/team/invite", as_role="manager", json=NEW | {"phone": new_phone()}).json
    accepted = {"code": made["code"], "password": PASSWORD}
    assert client.post("/api/v1/auth/accept-invitation", json=accepted).status_code == 201
    assert ask("DELETE", f"/profile/team/invitations/{made['id']}", as_role="manager").status_code == 409
    (row,) = ask("GET", "/profile/team/invitations", as_role="manager").json["items"]
    assert row["status"] == "accepted"


def test_another_shops_invitations_are_not_there(ask: Ask, team: dict[str, User], other_shop: Shop) -> None:
    stranger = add(make_user, other_shop)
    made = ask("POST", "/profile/team/invite", user=stranger, json=NEW | {"phone": new_phone()}).json
    assert ask("GET", "/profile/team/invitations", as_role="director").json["total"] == 0
    assert ask("DELETE", f"/profile/team/invitations/{made['id']}", as_role="director").status_code == 404
    assert ask("DELETE", "/profile/team/invitations/999999", as_role="director").status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "123"),
        ("phone", None),
        ("name", ""),
        ("name", 5),
        ("role", "superadmin"),
        ("role", None),
        ("role", "Director"),
        ("shop_id", 8),
        ("code", "mine"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, team: dict[str, User], field: str, value: object) -> None:
    body = NEW | {"phone": new_phone(), field: value}
    answer = ask("POST", "/profile/team/invite", as_role="director", json=body)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


# What they may do


def test_a_director_gives_any_role(ask: Ask, team: dict[str, User]) -> None:
    for role in ("manager", "director", "courier", "florist"):
        answer = ask("PUT", f"/profile/team/{team['courier'].id}/role", as_role="director", json={"role": role})
        assert (answer.status_code, answer.json["role"]) == (200, role)
        assert now(team["courier"]).role == role


@pytest.mark.parametrize("by", ["courier", "florist", "manager"])
def test_nobody_below_gives_roles_or_removes(ask: Ask, team: dict[str, User], by: str) -> None:
    path = f"/profile/team/{team['courier'].id}"
    assert ask("PUT", f"{path}/role", as_role=by, json={"role": "director"}).status_code == 403
    assert ask("DELETE", path, as_role=by).status_code == 403


def test_a_superadmin_of_the_shop_is_above_its_directors(ask: Ask, team: dict[str, User], shop: Shop) -> None:
    above = add(make_user, shop, "florist", is_superadmin=True)
    path = f"/profile/team/{above.id}"
    assert ask("PUT", f"{path}/role", as_role="director", json={"role": "courier"}).status_code == 403
    assert ask("DELETE", path, as_role="director").status_code == 403
    assert ask("DELETE", path, as_role="superadmin").status_code == 204


def test_the_last_director_stays_one(ask: Ask, team: dict[str, User], shop: Shop) -> None:
    add(make_user, shop, is_active=False)  # one who left is no director
    path = f"/profile/team/{team['director'].id}"
    for by in ("director", "superadmin"):
        assert ask("PUT", f"{path}/role", as_role=by, json={"role": "manager"}).status_code == 409
        assert ask("DELETE", path, as_role=by).status_code == 409
    assert ask("PUT", f"{path}/role", as_role="director", json={"role": "director"}).status_code == 200
    assert (now(team["director"]).role, now(team["director"]).is_active) == ("director", True)
    add(make_user, shop)
    assert ask("DELETE", path, as_role="director").status_code == 204


@pytest.mark.parametrize("how", ["demoted", "removed", "either"])
def test_two_directors_who_do_away_with_each_other_leave_one(ask: Ask, shop: Shop, how: str) -> None:
    for _ in range(5):
        two = [add(make_user, shop), add(make_user, shop)]

        def strike(by: User, other: User, first: bool) -> int:
            path = f"/profile/team/{other.id}"
            if how == "removed" or (how == "either" and first):
                return ask("DELETE", path, user=by).status_code
            return ask("PUT", f"{path}/role", user=by, json={"role": "courier"}).status_code

        with ThreadPoolExecutor(2) as pool:
            statuses = list(pool.map(strike, two, two[::-1], (True, False)))
        left = [user for user in map(now, two) if user.is_active and user.role == "director"]
        assert len(left) == 1, statuses
        assert sum(status < 300 for status in statuses) == 1
        with begin() as session:
            session.get_one(User, left[0].id).role = "courier"


# Their leaving


def test_who_is_removed_is_out_at_once_and_their_row_stays(
    ask: Ask, client: FlaskClient, team: dict[str, User]
) -> None:
    florist = team["florist"]
    body = {"phone": florist.phone, "password": PASSWORD}
    tokens = client.post("/api/v1/auth/login", json=body).json
    assert ask("DELETE", f"/profile/team/{florist.id}", as_role="director").status_code == 204
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert client.get("/api/v1/auth/me", headers=headers).status_code == 401
    refresh = {"refresh_token": tokens["refresh_token"]}
    assert client.post("/api/v1/auth/refresh", json=refresh).status_code == 401
    assert client.post("/api/v1/auth/login", json=body).status_code == 401
    assert now(florist).is_active is False
    with begin() as session:
        session.get_one(User, florist.id).is_active = True
    assert client.post("/api/v1/auth/refresh", json=refresh).status_code == 401, "the sign-in itself is over"
    assert client.get("/api/v1/auth/me", headers=headers).status_code == 401


def test_removing_ends_nobody_elses_sign_in(ask: Ask, client: FlaskClient, team: dict[str, User]) -> None:
    for role in ("florist", "courier"):
        client.post("/api/v1/auth/login", json={"phone": team[role].phone, "password": PASSWORD})
    ask("DELETE", f"/profile/team/{team['florist'].id}", as_role="director")
    with begin() as session:
        revoked = session.scalars(select(AuthSession.user_id).where(AuthSession.revoked_at.is_not(None))).all()
    assert revoked == [team["florist"].id]


def test_who_left_gets_no_role_and_leaves_no_second_time(ask: Ask, team: dict[str, User]) -> None:
    path = f"/profile/team/{team['florist'].id}"
    for _ in range(2):
        assert ask("DELETE", path, as_role="director").status_code == 204
    assert ask("PUT", f"{path}/role", as_role="director", json={"role": "courier"}).status_code == 409


def test_another_shops_people_are_not_there(ask: Ask, team: dict[str, User], other_shop: Shop) -> None:
    stranger = add(make_user, other_shop, "florist")
    for id in (stranger.id, 999_999):
        path = f"/profile/team/{id}"
        assert ask("PUT", f"{path}/role", as_role="director", json={"role": "courier"}).status_code == 404
        assert ask("DELETE", path, as_role="director").status_code == 404
    assert now(stranger).role == "florist"


@pytest.mark.parametrize("body", [{}, {"role": "boss"}, {"role": None}, {"role": 1}, {"role": "courier", "x": 1}])
def test_a_role_that_is_none(ask: Ask, team: dict[str, User], body: dict[str, object]) -> None:
    answer = ask("PUT", f"/profile/team/{team['courier'].id}/role", as_role="director", json=body)
    assert answer.status_code == 422
    assert set(answer.json["errors"]) <= {"role", "x"}


def test_a_shop_cannot_touch_the_sign_ins_of_another(client: FlaskClient, shop: Shop, other_shop: Shop) -> None:
    """Even in SQL written by hand: the policy of the table decides."""
    stranger = add(make_user, other_shop)
    client.post("/api/v1/auth/login", json={"phone": stranger.phone, "password": PASSWORD})
    with begin_for(shop.id) as session:
        auth_sessions.revoke_all(session, stranger.id)
    with begin() as session:
        assert session.scalars(select(AuthSession.revoked_at)).all() == [None]
