"""Around every answer: headers on all of them, errors as pages or JSON in the reader's language, never a traceback."""

from __future__ import annotations

import html
import logging
from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web

from simulator.language.catalogue import Catalogue
from simulator.workshop.serving.dealing import seen_from
from simulator.workshop.serving.door import Door
from simulator.workshop.serving.headers import headers
from simulator.workshop.serving.words import TO_JOIN_PAGE, error_words

LOG = logging.getLogger("podium.workshop")

TERMINAL = web.RequestKey("terminal", bool)
"""Set on a request that is answered with the page of the terminal."""

_REFUSALS: dict[int, type[web.HTTPError]] = {
    400: web.HTTPBadRequest,
    403: web.HTTPForbidden,
    404: web.HTTPNotFound,
    429: web.HTTPTooManyRequests,
}

_PAGE = """<!DOCTYPE html>
<html lang="{tongue}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Podium</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/static/page.css"></head>
<body class="join"><main><p class="house">Podium</p><h1>{text}</h1><p><a href="/">{back}</a></p></main></body></html>
"""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refusal(status: int, text: str = "") -> web.HTTPException:
    """An answer to be raised; with a text of its own or with what is usually said of the status."""
    raised = _REFUSALS[status]()
    raised.text = text
    return raised


def answering(catalogue: Callable[[web.BaseRequest], Catalogue]) -> Callable[..., Awaitable[web.StreamResponse]]:
    """A middleware that answers errors."""

    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException as error:
            own = error.text if type(error) in _REFUSALS.values() and error.text else ""
            if own.startswith(f"{error.status}:"):  # What aiohttp says by itself, in English.
                own = ""
            return _error(request, error.status, own, catalogue(request), error.headers.get(hdrs.ALLOW))
        except (ConnectionError, TimeoutError):
            raise
        except Exception:
            LOG.exception("a request could not be answered: %s", request.method)
            return _error(request, 500, "", catalogue(request), None)

    return answer


def _error(request: web.Request, status: int, text: str, catalogue: Catalogue, allow: str | None) -> web.StreamResponse:
    text = text or error_words(status, catalogue)
    sent = {hdrs.ALLOW: allow} if allow else {}
    if request.method == "POST" or "json" in request.headers.get(hdrs.ACCEPT, ""):
        return web.json_response({"said": text}, status=status, headers=sent)
    page = _PAGE.format(tongue=catalogue.tongue, text=html.escape(text), back=html.escape(catalogue.say(TO_JOIN_PAGE)))
    return web.Response(text=page, status=status, content_type="text/html", headers=sent)


def adding_headers(door: Door) -> Callable[[web.BaseRequest, web.StreamResponse], Awaitable[None]]:
    """A listener that puts our headers onto every answer."""

    async def add(request: web.BaseRequest, response: web.StreamResponse) -> None:
        keeps = response.headers.get(hdrs.CACHE_CONTROL) == "no-cache"
        terminal = bool(request.get(TERMINAL, False))
        nodes = seen_from(request.host, door.nodes())
        response.headers.update(headers(request.host, nodes, terminal=terminal, keeps=keeps))
        response.headers[hdrs.SERVER] = "Podium"

    return add
