"""The command line and its environment."""

from dev.simulator import options


def test_every_option_can_come_from_the_environment() -> None:
    env = {
        "SIM_PORT": "9",
        "SIM_BACKEND_URL": "http://backend.example/",
        "WEBHOOK_SECRET": "hush",
        "BITRIX_TOKEN": "read",
        "RAILWAY_API_TOKEN": "write",
        "BITRIX_PRODUCT_DIALECT": "body",
        "BITRIX_CITY": "Шымкент",
        "SIM_SEED_ORDERS": "5",
    }
    chosen = options.parse([], env)
    config = options.config(chosen)
    assert (chosen.port, chosen.seed_orders, chosen.seed_products) == (9, 5, 0)
    assert (config.backend_url, config.webhook_secret) == ("http://backend.example", "hush")
    assert (config.token, config.railway_token) == ("read", "write")
    assert (config.dialect, config.cities) == ("body", ["шымкент"])


def test_an_option_given_beats_the_environment() -> None:
    assert options.parse(["--port", "7"], {"SIM_PORT": "9"}).port == 7


def test_tokens_that_are_not_given_are_made_up() -> None:
    first, second = options.parse([], {}), options.parse([], {})
    assert len({first.token, first.railway_token, second.token, second.railway_token}) == 4


def test_no_cities_means_any() -> None:
    assert options.config(options.parse(["--cities", ""], {})).cities == []
