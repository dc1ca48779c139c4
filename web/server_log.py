"""gunicorn's own messages, as the same JSON lines as everything else; requests are logged by web.tracing."""

from typing import Any

from gunicorn import glogging  # type: ignore[import-untyped]

import settings
from tasks import logs


class Logger(glogging.Logger):
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        logs.configure(settings.current())
        self.error_log.handlers.clear()
        self.error_log.propagate = True
