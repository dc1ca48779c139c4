"""Pictures as phones make them."""

from io import BytesIO
from typing import Any

from PIL import Image


def picture(size: tuple[int, int] = (40, 20), format: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:
    """The bytes of a picture, red unless it has no colours."""
    out = BytesIO()
    Image.new(mode, size, "red" if mode.startswith("RGB") else None).save(out, format, **options)
    return out.getvalue()


def form(data: bytes, name: str = "file", filename: str = "photo.jpg", **fields: str) -> dict[str, Any]:
    """What the test client needs to send it: `ask("POST", path, **form(picture()))`."""
    return {"data": {name: (BytesIO(data), filename), **fields}, "content_type": "multipart/form-data"}
