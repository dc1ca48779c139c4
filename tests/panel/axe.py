"""What a machine can tell of a page's accessibility."""

from functools import cache

from playwright.sync_api import Page

from dev.reaper import ROOT

SCRIPT = ROOT / "admin" / "node_modules" / "axe-core" / "axe.min.js"
FORBIDDEN = {"serious", "critical"}
# A colour on its way to another one is nobody's finding.
SETTLED = """() => Promise.allSettled(
    document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))"""
RUN = "() => axe.run({ resultTypes: ['violations'] })"


def serious(page: Page) -> list[str]:
    """Its serious findings: what is wrong, and where."""
    page.evaluate(_script())
    page.evaluate(SETTLED)
    found = page.evaluate(RUN)["violations"]
    return [
        f"{violation['id']}: {violation['help']} at {node['target']}: {node['html'][:200]}"
        for violation in found
        if violation["impact"] in FORBIDDEN
        for node in violation["nodes"]
    ]


@cache
def _script() -> str:
    return SCRIPT.read_text()
