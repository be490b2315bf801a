"""Where a node is reached: base URLs for the address it is bound to, the likeliest of a laptop's networks first."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator, Sequence

EVERY = ("0.0.0.0", "::")
"""Bound to these, a node is reached at any address of the machine."""

LOOPBACK = "127.0.0.1"


def base_urls(bound_to: str, port: int, *, secure: bool, public: str = "") -> Sequence[str]:
    """The base URLs under which a node bound to an address can be reached, the one to be told first.

    `public` is an address that was given by hand (behind a router, or a name of the house); it then comes first.
    """
    scheme = "https" if secure else "http"
    hosts = [*_own_addresses()] if bound_to in EVERY else [bound_to]
    found = [f"{scheme}://{_in_url(host)}:{port}" for host in hosts]
    return tuple(dict.fromkeys([*([public.rstrip("/")] if public else []), *found]))


def _own_addresses() -> Iterator[str]:
    """The machine's addresses: of the way out first, then all others, loopback last."""
    found = [*_way_out(), *_by_name()]
    yield from dict.fromkeys(one for one in found if not ipaddress.ip_address(one).is_loopback)
    yield LOOPBACK


def _way_out() -> Iterator[str]:
    """The address that the machine would send from. Nothing is sent; without any network there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))
            yield str(probe.getsockname()[0])
        except OSError:
            return


def _by_name() -> Iterator[str]:
    try:
        yield from (str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET))
    except OSError:
        return


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
