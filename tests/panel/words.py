"""What a page says: in which language, and whether that was ever written."""

import json
import re

from playwright.sync_api import Page, Response

SAID = """() => {
  const said = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (!texts.currentNode.parentElement.closest('script, style, noscript')) said.push(texts.currentNode.data);
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const one of document.querySelectorAll(`[${name}]`)) said.push(one.getAttribute(name));
  return said.map((text) => text.trim()).filter(Boolean);
}"""
KEY = re.compile(r"[a-z]\w*(\.[a-z_]\w*)+")
RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
# What customers write, and the only language that this is understood in.
EXAMPLES = "завтра утром вечером"
HOSTS = (".example", ".com")


class Answers:
    """What the API has told a page, in whatever language people have written it."""

    def __init__(self, page: Page) -> None:
        self._told: list[str] = [EXAMPLES]
        page.on("requestfinished", lambda request: self._hear(request.response()))

    def lack(self, text: str) -> bool:
        """Whether the panel has a Russian word in it from elsewhere."""
        told = "\n".join(self._told)
        return any(word not in told for word in RUSSIAN.findall(text))

    def _hear(self, response: Response | None) -> None:
        if response and "/api/v1/" in response.url and "json" in response.headers.get("content-type", ""):
            self._told.append(json.dumps(response.json(), ensure_ascii=False))


def untranslated(page: Page) -> list[str]:
    """Names of texts where the texts should be."""
    return [text for text in page.evaluate(SAID) if KEY.fullmatch(text) and not text.endswith(HOSTS)]


def russian(page: Page, answers: Answers) -> list[str]:
    """What an English page says in Russian of its own accord."""
    return [text for text in page.evaluate(SAID) if answers.lack(text)]
