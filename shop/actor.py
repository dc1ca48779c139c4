"""Who made a change: history names them, and the rules differ for the site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """`kind` is one of models.order_history.ACTORS; `id` is theirs: our user's, or the site's `changed_by_id`."""

    kind: str
    id: int | None = None

    @classmethod
    def user(cls, id: int) -> "Actor":
        return cls("user", id)

    @classmethod
    def bitrix(cls, id: int | None = None) -> "Actor":
        return cls("bitrix", id)

    @classmethod
    def system(cls) -> "Actor":
        return cls("system")

    @classmethod
    def customer(cls) -> "Actor":
        return cls("customer")

    @classmethod
    def payment(cls) -> "Actor":
        return cls("payment")

    @property
    def is_site(self) -> bool:
        return self.kind == "bitrix"

    @property
    def is_person(self) -> bool:
        """Somebody using this backend, who can be asked for a reason or refused."""
        return self.kind in ("user", "customer")

    @property
    def user_id(self) -> int | None:
        """The id of our user, if it was one: only that may be stored where a foreign key looks at `user`."""
        return self.id if self.kind == "user" else None
