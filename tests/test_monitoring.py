"""Alert rules and dashboard speak of metrics that exist, and every alert has its page in the runbook."""

import json
import re
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from models import Outbox, begin
from sync.alerts import CONDITIONS
from tasks import metrics
from tests.bound import bound
from tests.people import make_shop
from tests.traffic import make_event, make_run
from web import create_app, queues

ROOT = Path(__file__).resolve().parent.parent
RULES = (ROOT / "monitoring/prometheus-rules.yml").read_text()
DASHBOARD = json.loads((ROOT / "monitoring/grafana-dashboard.json").read_text())
RUNBOOK = (ROOT / "docs/operations.md").read_text()
SUFFIXES = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum"), "gauge": ("",)}
COUNTS = {"kinds": {"theirs_moved": {"left": 1}}, "pages": 1, "read": 1}

Labels = dict[str, set[str]]


@pytest.fixture
def exposed(clean: None, database_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch) -> Labels:
    """Every series /metrics can show, with its labels."""
    monkeypatch.setattr(queues, "KEPT_S", -1)  # nothing read before
    with bound(database_url, redis_url):
        with begin() as session:
            shop = make_shop(session)
            make_run(session, shop, counts=COUNTS)
            make_event(session, shop)
            session.add(Outbox(shop_id=shop.id, kind="order", key="1", reason="edit"))
        text = create_app().test_client().get("/metrics").text
    found: Labels = {}
    for family in text_string_to_metric_families(text):
        for suffix in SUFFIXES.get(family.type, ("",)):
            found[family.name + suffix] = {label for sample in family.samples for label in sample.labels}
    return found | _of_processes()


def _of_processes() -> Labels:
    """Counters and histograms have no samples before anybody counts."""
    counted = [
        metric for name, metric in vars(metrics).items() if name.isupper() and hasattr(metric, "_labelnames")
    ]
    return {
        f"{metric._name}{suffix}": {*metric._labelnames, "le"}
        for metric in counted
        for suffix in SUFFIXES[metric._type]
    }


def expressions() -> list[str]:
    panels = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    return re.findall(r"^ +expr: (.+)$", RULES, re.MULTILINE) + panels


def test_every_metric_they_name_exists(exposed: Labels) -> None:
    named = {name for expression in expressions() for name in re.findall(r"cvety_\w+", expression)}
    assert len(named) > 10
    assert named - set(exposed) == set()


def test_every_label_they_ask_for_is_one_of_its_metric(exposed: Labels) -> None:
    for expression in expressions():
        known = set[str]().union(*(exposed[name] for name in re.findall(r"cvety_\w+", expression)))
        for name, matchers in re.findall(r"(cvety_\w+)\{([^}]*)\}", expression):
            assert set(re.findall(r"(\w+)[=!]", matchers)) <= exposed[name], expression
        for group in re.findall(r"by \(([^)]*)\)", expression):
            assert set(re.findall(r"\w+", group)) <= known, expression


def test_every_condition_has_a_rule_and_a_page() -> None:
    for condition in CONDITIONS:
        assert f'cvety_alerts_open{{condition="{condition.name}"}}' in RULES
        assert f"### {condition.name}\n" in RUNBOOK


def test_every_rule_leads_to_a_page_that_says_what_it_means_and_what_to_do() -> None:
    alerts = re.findall(r"- alert: (\w+)", RULES)
    pages = re.findall(r"runbook: docs/operations\.md#(\w+)", RULES)
    assert len(alerts) == len(set(alerts)) == len(pages)
    for page in pages:
        section = RUNBOOK.partition(f"### {page}\n")[2].partition("\n### ")[0]
        for part in ("**Means**", "**Look at**", "**Do**"):
            assert part in section, f"{page}: {part}"


def test_panels_have_a_place_of_their_own() -> None:
    cells = [
        (x, y)
        for panel in DASHBOARD["panels"]
        for place in [panel["gridPos"]]
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(cells) == len(set(cells))
    assert max(x for x, _ in cells) < 24
