"""Where the parts of the stack are, and the environment variables that tell each of them."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dev.ports import Reservation

WEB, FLOWER, SIMULATOR = 8014, 5555, 8020
SEED = {
    "SIM_SEED_ORDERS": "200",
    "SIM_SEED_PRODUCTS": "120",
    "SIM_LIVELY_S": "20",  # people work there, so that there is something to see here
    "SIM_IDS_BY_CLOCK": "1",  # the database outlives the simulator, and remembers every id that one gave
}


@dataclass
class Addresses:
    """Ports of this stack: the usual ones, or the next that are free. Kept from others meanwhile."""

    _web: Reservation = field(default_factory=lambda: Reservation(WEB))
    _flower: Reservation = field(default_factory=lambda: Reservation(FLOWER))
    _simulator: Reservation = field(default_factory=lambda: Reservation(SIMULATOR))

    @property
    def ports(self) -> dict[str, int]:
        """By name of the process that listens."""
        return {"web": self._web.port, "flower": self._flower.port, "simulator": self._simulator.port}

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}"


def environment(
    given: Mapping[str, str],
    made: Mapping[str, str],
    addresses: Addresses,
    metrics: Path,
) -> dict[str, str]:
    """What every process gets. A variable that was `given` wins over the one that was `made` here."""
    simulator = {name: addresses.url("simulator") for name in ("BITRIX_BASE_URL", "SIMULATOR_URL")}
    env = {
        "APP_ENV": "development",
        "FLOWER_URL": addresses.url("flower"),
        **({} if given.get("BITRIX_BASE_URL") else simulator),
        "TRACKING_URL": f"{addresses.url('web')}/api/v1/orders/by-tracking",  # no storefront here
        **made,
        **{name: value for name, value in given.items() if value},
    }
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), given.get("PATH", os.defpath)])
    env["PYTHONUNBUFFERED"] = "1"
    env["PROMETHEUS_MULTIPROC_DIR"] = str(metrics)
    return env


def environment_of(name: str, shared: Mapping[str, str], addresses: Addresses) -> dict[str, str]:
    """What the process of this name gets: one that listens finds its port in PORT, as on a platform."""
    env = dict(shared)
    if name in addresses.ports:
        env["PORT"] = str(addresses.ports[name])
    if name == "simulator":
        env |= {"SIM_PORT": env["PORT"], "SIM_BACKEND_URL": addresses.url("web"), **SEED}
        env["SIM_SITE_URL"] = addresses.url("simulator")  # its pictures are there to be seen
    return env
