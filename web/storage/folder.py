"""Files in a folder of this machine: right for development and for one machine with a disk of its own."""

import os
from contextlib import suppress
from pathlib import Path

from web.storage.away import Away


class Folder:
    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, key: str, data: bytes, content_type: str) -> None:
        """Whole or not at all, and on the disk when it returns: a row will point at it."""
        path = self._path(key)
        half = path.with_name(f".{key}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        except OSError as error:
            with suppress(OSError):
                half.unlink()
            raise Away(str(error)) from error

    def get(self, key: str) -> bytes | None:
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Away(str(error)) from error

    def delete(self, key: str) -> None:
        try:
            self._path(key).unlink(missing_ok=True)
        except OSError as error:
            raise Away(str(error)) from error

    def _path(self, key: str) -> Path:
        """Spread over 256 folders: none of them grows long."""
        return self.root / key[:2] / key
