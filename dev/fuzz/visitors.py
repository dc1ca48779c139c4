"""Two shops with a row in every table, and who comes to the first of them."""

from collections.abc import Mapping

from dev.neighbours import furnish
from models import User, begin
from models.user import ROLES
from settings import Settings
from web import tokens

OURS, THEIRS = 17008, 770_077  # each is also the id of every row of its shop
MARK = "Василёк"  # on every row of theirs
NOBODY, SUPERADMIN = "nobody", "superadmin"


def let_in(settings: Settings) -> Mapping[str, str | None]:
    """Furnishes the shops; an access token for each role of ours, for a superadmin, and none for nobody.

    The tokens last for fifteen minutes, as any.
    """
    with begin() as session:
        furnish(session, OURS, "Ромашка", mirrored=True)
        furnish(session, THEIRS, MARK)
        people = {role: _somebody(number, shop_id=OURS, role=role) for number, role in enumerate(ROLES)}
        people[SUPERADMIN] = _somebody(len(ROLES), role="director", is_superadmin=True)
        session.add_all(people.values())
        session.flush()
        return {NOBODY: None} | {who: tokens.issue(user.id, settings) for who, user in people.items()}


def _somebody(number: int, **columns: object) -> User:
    return User(name="Гость", phone=f"+770000009{number:02d}", password_hash="", **columns)
