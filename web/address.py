"""Where a request comes from, as far as limits care."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request

ONE_SUBSCRIBER = 64  # bits: behind them an IPv6 customer has addresses without end


def sender() -> str:
    """The address of the customer's line; behind a proxy only as TRUSTED_PROXIES says."""
    given = request.remote_addr or ""
    try:
        address = ip_address(given)
    except ValueError:
        return given or "unknown"
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return str(ip_network((address.packed, ONE_SUBSCRIBER), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
