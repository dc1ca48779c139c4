"""Every environment variable, read once into one frozen Settings. Nothing else touches os.environ."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

SAMPLES = {
    "",
    "changeme",
    "change-me",
    "secret",
    "example",
    "sample",
    "dev",
    "test",
    "password",
    "admin:admin",
}
SHORTEST_SECRET = 16
MEDIA = Path(__file__).parent / ".dev" / "media"
PANEL = Path(__file__).parent / "admin" / "dist"


class BadSettings(RuntimeError):
    """The environment cannot be run with; the message names every variable at fault."""


@dataclass(frozen=True)
class Durations:
    """How long things take, in seconds; all of them stretch and shrink by the one factor TIME_SCALE."""

    verify_after: float  # from an applied event to the read that verifies it; 0 = no verification
    hint_after: float  # the site's handler runs inside its own save: an earlier read can see the old row
    unknown_order_after: float  # an unknown order is read (and imported) this long after its first webhook
    product_quiet: float  # a product that owed something this recently takes webhooks as hints only
    inbox_claim: float  # a claimed event whose worker died is claimed again after this
    outbox_lease: float  # one worker holds an entity for at most this long ...
    outbox_deadline: float  # ... and all its calls to the site together take less
    backoff_first: float
    backoff_cap: float
    breaker_first: float  # how long the circuit stays open at first; doubled with each failed probe, to the cap
    breaker_cap: float
    sweep_every: float
    canary_every: float
    stale_after: float  # a heartbeat older than this is trouble
    deaf_after: float  # a worker that ignores a waiting queue for this long restarts itself
    reconcile_active: float
    reconcile_products: float
    reconcile_catch_up: float
    reconcile_lease: float  # a run whose worker died goes on after this
    reconcile_slice: float  # one task begins no page after this; with the page it stays below Celery's limit
    reconcile_patience: float  # repairing ends after this long without progress; the rest is left
    page_retry: float
    page_longest: float  # one page is tried for no longer
    alerts_every: float
    alert_pending: float  # an event that has been due for longer is trouble
    alert_no_success: float  # so is a kind without a whole comparison for longer
    alert_quiet: float  # trouble is over when it has not been seen for this long
    task_budget: float  # one task takes no new work after this; with the deadline it stays below Celery's limit
    doorbell_retry: float

    @classmethod
    def scaled(cls, factor: float, verify_after: float) -> "Durations":
        return cls(
            verify_after=verify_after * factor,
            hint_after=5 * factor,
            unknown_order_after=60 * factor,
            product_quiet=300 * factor,
            inbox_claim=10 * factor,
            outbox_lease=60 * factor,
            outbox_deadline=40 * factor,
            backoff_first=5 * factor,
            backoff_cap=3600 * factor,
            breaker_first=10 * factor,
            breaker_cap=300 * factor,
            sweep_every=5 * factor,
            canary_every=10 * factor,
            stale_after=60 * factor,
            deaf_after=30 * factor,
            reconcile_active=600 * factor,
            reconcile_products=3600 * factor,
            reconcile_catch_up=60 * factor,
            reconcile_lease=90 * factor,
            reconcile_slice=25 * factor,
            reconcile_patience=120 * factor,
            page_retry=1 * factor,
            page_longest=60 * factor,
            alerts_every=60 * factor,
            alert_pending=300 * factor,
            alert_no_success=26 * 3600 * factor,
            alert_quiet=300 * factor,
            task_budget=45 * factor,
            doorbell_retry=1 * factor,
        )


@dataclass(frozen=True)
class Settings:
    env: str
    database_url: str
    redis_url: str
    jwt_secret: str = field(repr=False)
    webhook_secrets: tuple[str, ...] = field(repr=False)
    bitrix_base_url: str = ""
    bitrix_token: str = field(default="", repr=False)
    railway_api_token: str = field(default="", repr=False)
    bitrix_city: str = ""
    bitrix_product_dialect: str = "path"
    bitrix_rate: float = 20.0
    bitrix_burst: int = 40
    outbox_concurrency: int = 8
    bitrix_pages_at_once: int = 2
    field_owners: Mapping[str, str] = field(default_factory=dict)
    extra_statuses: Mapping[str, str] = field(default_factory=dict)
    cors_origins: tuple[str, ...] = ()
    flower_basic_auth: str = field(default="", repr=False)
    flower_url: str = ""
    metrics_token: str = field(default="", repr=False)
    metrics_port: int = 0
    rate_limits: bool = True
    trusted_proxies: int = 0
    multiproc_dir: str = ""
    database_pool: int = 16
    alert_webhook_url: str = field(default="", repr=False)
    alert_telegram_token: str = field(default="", repr=False)
    alert_telegram_chat: str = ""
    log_level: str = "INFO"
    retention_days: int = 30
    anonymise_after_days: int = 14
    panel_dir: Path = PANEL
    tracking_url: str = ""
    media_dir: Path = MEDIA
    media_url: str = ""
    media_bucket: str = ""
    media_endpoint: str = ""
    media_region: str = "auto"
    media_key_id: str = field(default="", repr=False)
    media_secret: str = field(default="", repr=False)
    durations: Durations = field(default_factory=lambda: Durations.scaled(1, 30))

    @property
    def production(self) -> bool:
        return self.env == "production"


def database_url(raw: str) -> str:
    """Any usual spelling of a PostgreSQL URL, as SQLAlchemy 2.1 must read it to use psycopg2."""
    return re.sub(r"^postgres(ql)?(\+psycopg2)?://", "postgresql+psycopg2://", raw)


def load(env: Mapping[str, str]) -> Settings:
    """Settings from an environment.

    Raises BadSettings in production for a missing or sample secret, a wildcard CORS origin or an open Flower.
    Elsewhere a missing secret becomes a random one that lives as long as the process.
    """
    name = env.get("APP_ENV", "development")
    settings = Settings(
        env=name,
        database_url=database_url(env.get("DATABASE_URL", "")),
        redis_url=env.get("REDIS_URL", ""),
        jwt_secret=_secret(env, "JWT_SECRET"),
        webhook_secrets=_webhook_secrets(env),
        bitrix_base_url=env.get("BITRIX_BASE_URL", "").rstrip("/"),
        bitrix_token=_secret(env, "BITRIX_TOKEN"),
        railway_api_token=_secret(env, "RAILWAY_API_TOKEN"),
        bitrix_city=env.get("BITRIX_CITY", ""),
        bitrix_product_dialect=_one_of(env, "BITRIX_PRODUCT_DIALECT", "path", ("path", "body", "path-yn")),
        bitrix_rate=_number(env, "BITRIX_RATE", 20),
        bitrix_burst=int(_number(env, "BITRIX_BURST", 40)),
        outbox_concurrency=int(_number(env, "OUTBOX_CONCURRENCY", 8)),
        bitrix_pages_at_once=max(1, int(_number(env, "BITRIX_PAGES_AT_ONCE", 2))),
        field_owners=_pairs(env, "FIELD_OWNERS"),
        extra_statuses=_pairs(env, "BITRIX_EXTRA_STATUSES"),
        cors_origins=tuple(o.strip() for o in env.get("CORS_ORIGINS", "").split(",") if o.strip()),
        flower_basic_auth=env.get("FLOWER_BASIC_AUTH", ""),
        flower_url=env.get("FLOWER_URL", "").rstrip("/"),
        metrics_token=env.get("METRICS_TOKEN", ""),
        metrics_port=int(_number(env, "METRICS_PORT", 0)),
        rate_limits=_one_of(env, "RATE_LIMITS", "on", ("on", "off")) == "on",
        trusted_proxies=int(_number(env, "TRUSTED_PROXIES", 0)),
        multiproc_dir=env.get("PROMETHEUS_MULTIPROC_DIR", ""),
        database_pool=int(_number(env, "DATABASE_POOL", 16)),
        alert_webhook_url=env.get("ALERT_WEBHOOK_URL", ""),
        alert_telegram_token=env.get("ALERT_TELEGRAM_TOKEN", ""),
        alert_telegram_chat=env.get("ALERT_TELEGRAM_CHAT", ""),
        log_level=env.get("LOG_LEVEL", "INFO").upper(),
        retention_days=int(_number(env, "RETENTION_DAYS", 30)),
        anonymise_after_days=int(_number(env, "ANONYMISE_AFTER_DAYS", 14)),
        panel_dir=Path(env.get("PANEL_DIR", "") or PANEL),
        tracking_url=env.get("TRACKING_URL", "").rstrip("/"),
        media_dir=Path(env.get("MEDIA_DIR", "") or MEDIA),
        media_url=env.get("MEDIA_URL", "").rstrip("/"),
        media_bucket=env.get("MEDIA_BUCKET", ""),
        media_endpoint=env.get("MEDIA_ENDPOINT", ""),
        media_region=env.get("MEDIA_REGION", "") or "auto",
        media_key_id=env.get("MEDIA_KEY_ID", ""),
        media_secret=env.get("MEDIA_SECRET", ""),
        durations=Durations.scaled(_number(env, "TIME_SCALE", 1), _number(env, "VERIFY_AFTER_S", 30)),
    )
    if settings.production:
        _refuse_samples(env, settings)
    return settings


@lru_cache(maxsize=1)
def current() -> Settings:
    return load(os.environ)


def _refuse_samples(env: Mapping[str, str], settings: Settings) -> None:
    faults = [f"{key} is missing" for key in ("DATABASE_URL", "REDIS_URL", "BITRIX_BASE_URL") if not env.get(key)]
    for key in ("JWT_SECRET", "WEBHOOK_SECRET", "BITRIX_TOKEN", "RAILWAY_API_TOKEN"):
        value = env.get(key, "")
        if value.lower() in SAMPLES or len(value) < SHORTEST_SECRET:
            faults.append(f"{key} is missing, a sample, or shorter than {SHORTEST_SECRET} characters")
    previous = env.get("WEBHOOK_SECRET_PREVIOUS", "")
    if previous and (previous.lower() in SAMPLES or len(previous) < SHORTEST_SECRET):
        faults.append(f"WEBHOOK_SECRET_PREVIOUS is a sample or shorter than {SHORTEST_SECRET} characters")
    if "*" in settings.cors_origins:
        faults.append("CORS_ORIGINS must not be a wildcard")
    user, _, password = settings.flower_basic_auth.partition(":")
    if not user or password.lower() in SAMPLES or settings.flower_basic_auth.lower() in SAMPLES:
        faults.append("FLOWER_BASIC_AUTH must be user:password")
    if bool(settings.alert_telegram_token) != bool(settings.alert_telegram_chat):
        faults.append("ALERT_TELEGRAM_TOKEN and ALERT_TELEGRAM_CHAT go together")
    if settings.media_bucket and not (settings.media_key_id and settings.media_secret):
        faults.append("MEDIA_BUCKET needs MEDIA_KEY_ID and MEDIA_SECRET")
    if settings.media_url and not settings.media_url.startswith(("https://", "http://")):
        faults.append("MEDIA_URL must be a whole address, https://...")
    if faults:
        raise BadSettings("; ".join(faults))


def _secret(env: Mapping[str, str], key: str) -> str:
    value = env.get(key, "")
    if value or env.get("APP_ENV") == "production":
        return value
    return secrets.token_urlsafe(32)


def _webhook_secrets(env: Mapping[str, str]) -> tuple[str, ...]:
    """The secret in force and, during a rotation, the one before it."""
    both = (_secret(env, "WEBHOOK_SECRET"), env.get("WEBHOOK_SECRET_PREVIOUS", ""))
    return tuple(value for value in both if value)


def _number(env: Mapping[str, str], key: str, default: float) -> float:
    raw = env.get(key, "")
    try:
        value = float(raw) if raw else float(default)
    except ValueError:
        raise BadSettings(f"{key} must be a number, not {raw!r}") from None
    if not 0 <= value < float("inf"):
        raise BadSettings(f"{key} must be a number from 0, not {raw!r}")
    return value


def _one_of(env: Mapping[str, str], key: str, default: str, allowed: tuple[str, ...]) -> str:
    value = env.get(key, "") or default
    if value not in allowed:
        raise BadSettings(f"{key} must be one of {', '.join(allowed)}, not {value!r}")
    return value


def _pairs(env: Mapping[str, str], key: str) -> dict[str, str]:
    """`name=site,price=us` as a mapping."""
    pairs = {}
    for item in filter(None, (part.strip() for part in env.get(key, "").split(","))):
        left, sign, right = item.partition("=")
        if not sign or not left.strip() or not right.strip():
            raise BadSettings(f"{key} must read like a=b,c=d; {item!r} does not")
        pairs[left.strip()] = right.strip()
    return pairs
