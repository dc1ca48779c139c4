"""Files in a bucket that speaks S3: Amazon's, Cloudflare R2, MinIO ..."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from settings import Settings
from web.storage.away import Away

OPTIONS = Config(
    connect_timeout=3,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 2},
    s3={"addressing_style": "path"},
    # Checksums that not every store of other makers understands.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class Bucket:
    def __init__(self, settings: Settings) -> None:
        self.name = settings.media_bucket
        self.client = boto3.client(
            "s3",
            endpoint_url=settings.media_endpoint or None,
            region_name=settings.media_region,
            aws_access_key_id=settings.media_key_id,
            aws_secret_access_key=settings.media_secret,
            config=OPTIONS,
        )

    def put(self, key: str, data: bytes, content_type: str) -> None:
        try:
            self.client.put_object(Bucket=self.name, Key=key, Body=data, ContentType=content_type)
        except (BotoCoreError, ClientError) as error:
            raise Away(str(error)) from error

    def get(self, key: str) -> bytes | None:
        try:
            read: bytes = self.client.get_object(Bucket=self.name, Key=key)["Body"].read()
        except self.client.exceptions.NoSuchKey:
            return None
        except (BotoCoreError, ClientError) as error:
            raise Away(str(error)) from error
        return read

    def delete(self, key: str) -> None:
        try:
            self.client.delete_object(Bucket=self.name, Key=key)
        except (BotoCoreError, ClientError) as error:
            raise Away(str(error)) from error
