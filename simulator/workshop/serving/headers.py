"""What every answer says to the browser about what it may load and tell, and whose pages may talk to us."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
_PORTS = {"http": 80, "https": 443}


def headers(host: str, nodes: Iterable[str], *, terminal: bool = False, keeps: bool = False) -> Mapping[str, str]:
    """The headers of an answer to a request for `host`.

    `terminal`: of the page with the terminal, whose library writes styles of its own. `keeps`: the browser may keep
    the answer, which holds no token and no name, and asks whether it is still the same.
    """
    return {
        "Content-Security-Policy": content_policy(host, nodes, terminal=terminal),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-cache" if keeps else "no-store",
    }


def content_policy(host: str, nodes: Iterable[str], *, terminal: bool) -> str:
    """The Content-Security-Policy: everything comes from here, and sockets go to living nodes alone."""
    places = dict.fromkeys(place for place in (host, *map(_place, nodes)) if _HOST.fullmatch(place))
    sockets = " ".join(f"{scheme}://{place}" for place in places for scheme in ("ws", "wss"))
    styles = "'self' 'unsafe-inline'" if terminal else "'self'"
    return (
        f"default-src 'none'; script-src 'self'; style-src {styles}; font-src 'self'; img-src 'self' data:; "
        f"connect-src 'self' {sockets}; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


def is_ours(origin: str | None, host: str, nodes: Iterable[str]) -> bool:
    """Whether a page of this origin may talk to us: one of ours or of another node's. None: it is no page at all."""
    if origin is None:
        return True
    from_page = _whole(origin)
    if from_page is None:
        return False
    scheme = from_page[0]
    return from_page[1:] in [each[1:] for each in map(_whole, (f"{scheme}://{host}", *nodes)) if each is not None]


def _whole(url: str) -> tuple[str, str, int] | None:
    """Scheme, host and port of a URL of the web; None if it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        return None
    return parts.scheme, parts.hostname.lower(), port or _PORTS[parts.scheme]


def _place(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
