"""Settings fail loudly, and read every usual spelling."""

import pytest

from settings import BadSettings, Durations, database_url, load

GOOD = {
    "APP_ENV": "production",
    "DATABASE_URL": "postgres://cvety:pw@db.example/cvety",
    "REDIS_URL": "rediss://cache.example/0",
    "BITRIX_BASE_URL": "https://shop.example/",
    "JWT_SECRET": "j" * 32,
    "WEBHOOK_SECRET": "w" * 32,
    "BITRIX_TOKEN": "b" * 32,
    "RAILWAY_API_TOKEN": "r" * 32,
    "FLOWER_BASIC_AUTH": "flower:" + "f" * 16,
}


def test_production_starts_with_all_its_secrets() -> None:
    assert load(GOOD).production
    assert load(GOOD).bitrix_base_url == "https://shop.example"


@pytest.mark.parametrize("name", [name for name in GOOD if name != "APP_ENV"])
def test_production_refuses_to_start_without(name: str) -> None:
    with pytest.raises(BadSettings, match=name):
        load({key: value for key, value in GOOD.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JWT_SECRET", "changeme"),
        ("WEBHOOK_SECRET", "short"),
        ("WEBHOOK_SECRET_PREVIOUS", "secret"),
        ("FLOWER_BASIC_AUTH", "flower:password"),
        ("FLOWER_BASIC_AUTH", "flower"),
        ("CORS_ORIGINS", "*"),
    ],
)
def test_production_refuses_a_sample(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=name):
        load(GOOD | {name: value})


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(BadSettings) as refused:
        load({"APP_ENV": "production"})
    assert all(name in str(refused.value) for name in GOOD if name != "APP_ENV")


def test_elsewhere_a_missing_secret_is_made_up_anew() -> None:
    first, second = load({}), load({})
    assert first.jwt_secret
    assert first.jwt_secret != second.jwt_secret


def test_secrets_are_not_in_the_repr() -> None:
    assert not any(GOOD[name] in repr(load(GOOD)) for name in ("JWT_SECRET", "WEBHOOK_SECRET", "BITRIX_TOKEN"))


def test_both_webhook_secrets_are_taken_during_a_rotation() -> None:
    assert load(GOOD | {"WEBHOOK_SECRET_PREVIOUS": "p" * 32}).webhook_secrets == ("w" * 32, "p" * 32)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_any_spelling_of_a_database_url_means_psycopg2(scheme: str) -> None:
    assert database_url(f"{scheme}://u:p@h/d") == "postgresql+psycopg2://u:p@h/d"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BITRIX_RATE", "fast"),
        ("TIME_SCALE", "-1"),
        ("RETENTION_DAYS", "nan"),
        ("BITRIX_PRODUCT_DIALECT", "yn"),
        ("FIELD_OWNERS", "price"),
    ],
)
def test_a_bad_value_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=name):
        load({name: value})


def test_one_factor_scales_every_duration() -> None:
    full, tenth = Durations.scaled(1, 30), Durations.scaled(0.1, 30)
    assert all(getattr(tenth, name) == pytest.approx(getattr(full, name) / 10) for name in full.__annotations__)


def test_all_calls_of_a_lease_end_before_the_lease() -> None:
    durations = Durations.scaled(1, 30)
    assert durations.outbox_deadline < durations.outbox_lease


def test_a_bot_without_a_chat_is_refused() -> None:
    with pytest.raises(BadSettings, match="ALERT_TELEGRAM_CHAT"):
        load(GOOD | {"ALERT_TELEGRAM_TOKEN": "t" * 20})


def test_limits_and_proxies_are_read() -> None:
    assert (load({}).rate_limits, load({}).trusted_proxies) == (True, 0)
    chosen = load({"RATE_LIMITS": "off", "TRUSTED_PROXIES": "2"})
    assert (chosen.rate_limits, chosen.trusted_proxies) == (False, 2)
    with pytest.raises(BadSettings, match="RATE_LIMITS"):
        load({"RATE_LIMITS": "no"})


def test_pictures_are_shown_under_a_whole_address_or_a_path_of_ours() -> None:
    with pytest.raises(BadSettings, match="MEDIA_URL"):
        load(GOOD | {"MEDIA_URL": "pictures.example"})
    assert load(GOOD | {"MEDIA_URL": "https://pictures.example/"}).media_url == "https://pictures.example"
    assert load(GOOD).media_url == ""


def test_a_bucket_needs_its_keys() -> None:
    with pytest.raises(BadSettings, match="MEDIA_BUCKET"):
        load(GOOD | {"MEDIA_BUCKET": "pictures", "MEDIA_KEY_ID": "id"})
    named = load(GOOD | {"MEDIA_BUCKET": "pictures", "MEDIA_KEY_ID": "id", "MEDIA_SECRET": "s3-secret"})
    assert named.media_bucket == "pictures"
    assert "s3-secret" not in repr(named)
