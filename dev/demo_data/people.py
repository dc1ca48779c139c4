"""Who works in the mirrored shop: one of each role who may sign in, their colleagues, and somebody invited."""

import json
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from dev.demo_data.shops import MIRRORED
from models import TeamInvitation, User
from shop import invitations
from shop.passwords import hash_password

Logins = dict[str, dict[str, str]]


class Person(NamedTuple):
    phone: str
    name: str


WITH_LOGIN = {
    "director": Person("+77000000001", "Дана Образцова"),
    "manager": Person("+77000000002", "Мирас Образцов"),
    "florist": Person("+77000000003", "Фатима Цветкова"),
    "courier": Person("+77000000004", "Кайрат Быстров"),
    "superadmin": Person("+77000000005", "Сауле Главная"),
}
COLLEAGUES = (
    ("florist", Person("+77000000006", "Айя Лепесткова")),
    ("florist", Person("+77000000007", "Тимур Пионов")),
    ("courier", Person("+77000000008", "Руслан Доставкин")),
)
INVITED = ("florist", Person("+77000000009", "Жанна Новенькая"))


def logins(path: Path) -> Logins:
    """Passwords are made once, at random, and kept beside the data."""
    if path.exists():
        known: Logins = json.loads(path.read_text())["logins"]
        return known
    made = {role: {"phone": one.phone, "password": secrets.token_urlsafe(9)} for role, one in WITH_LOGIN.items()}
    unfinished = path.with_suffix(".new")
    unfinished.touch(mode=0o600)
    unfinished.write_text(json.dumps({"admin": made["director"], "logins": made}, indent=2))
    unfinished.replace(path)  # whole or not at all: half of it would break every later start
    return made


def employ(session: Session, logins: Logins) -> None:
    known = set(session.scalars(select(User.phone)))
    for role, person in WITH_LOGIN.items():
        if person.phone not in known:
            session.add(_user(role, person, hash_password(logins[role]["password"])))
    untold = hash_password(secrets.token_urlsafe(24))
    for role, person in COLLEAGUES:
        if person.phone not in known:
            session.add(_user(role, person, untold))
    session.flush()
    _invite(session, known)


def _user(role: str, person: Person, password_hash: str) -> User:
    return User(
        shop_id=MIRRORED,
        name=person.name,
        phone=person.phone,
        role="director" if role == "superadmin" else role,
        is_superadmin=role == "superadmin",
        password_hash=password_hash,
    )


def _invite(session: Session, known: set[str]) -> None:
    role, person = INVITED
    asked = session.scalar(select(TeamInvitation.id).where(TeamInvitation.phone == person.phone).limit(1))
    if asked is None and person.phone not in known:
        manager = session.scalars(select(User).where(User.phone == WITH_LOGIN["manager"].phone)).one()
        now = datetime.now(UTC)
        invitations.invite(session, MIRRORED, phone=person.phone, name=person.name, role=role, by=manager, now=now)
