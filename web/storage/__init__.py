"""Where files are kept: one interface, behind it a folder of this machine or a bucket that speaks S3."""

from typing import Protocol

from settings import Settings
from web.storage.folder import Folder


class Storage(Protocol):
    """Keys are a storage's own file names, made by web.pictures. Each method raises web.storage.away.Away."""

    def put(self, key: str, data: bytes, content_type: str) -> None: ...

    def get(self, key: str) -> bytes | None:
        """None: there is no such file."""

    def delete(self, key: str) -> None:
        """What is not there is deleted already."""


def chosen(settings: Settings) -> Storage:
    """The bucket, if the settings name one, else the folder. Nothing is connected yet."""
    if not settings.media_bucket:
        return Folder(settings.media_dir)
    from web.storage.bucket import Bucket  # boto3 is slow to import: only who needs it waits for it

    return Bucket(settings)
