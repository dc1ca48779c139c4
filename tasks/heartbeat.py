"""Signs of life, kept in PostgreSQL so that health can read them without asking anybody."""

from typing import Any

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert

from models import Heartbeat, begin


def beat(name: str, **detail: Any) -> None:
    """`name` was alive just now: `worker:<queue>`, `beat` or `bitrix`; `detail` is shown as it is."""
    row = insert(Heartbeat).values(name=name, at=func.clock_timestamp(), detail=detail)
    with begin() as session:
        session.execute(
            row.on_conflict_do_update(
                index_elements=["name"], set_={"at": row.excluded.at, "detail": row.excluded.detail}
            )
        )
