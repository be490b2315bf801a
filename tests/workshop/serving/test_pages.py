"""What is answered to HTTP: pages in two languages, joining, static files; headers on all of it."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from simulator.language.catalogue import Catalogue
from simulator.workshop.identity import Attempts
from simulator.workshop.serving.door import Joined
from simulator.workshop.serving.headers import content_policy, is_ours
from simulator.workshop.serving.page_texts import PAGE_TEXTS
from simulator.workshop.serving.pages import PAGES, Pages, filled
from simulator.workshop.serving.words import page_words, tongue_of
from tests.workshop.serving.house import CODE, Hall, hall


async def _get(here: Hall, path: str, **headers: str) -> tuple[int, str, Mapping[str, str]]:
    async with here.session.get(URL(here.url + path, encoded=True), headers=headers) as response:
        return response.status, await response.text(), response.headers.copy()


def _data(page: str, name: str) -> str:
    found = re.search(rf'data-{name}="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


async def test_the_join_page_has_its_words_and_the_code_of_its_address(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        status, page, _ = await _get(here, "/r/K7M2QX")
        assert (status, _data(page, "code")) == (200, "K7M2QX")
        assert json.loads(_data(page, "words")) == page_words(Catalogue("vi"))
        assert "The &lt;landslide&gt; &amp; &quot;we&quot;" in page
        assert _data((await _get(here, "/"))[1], "code") == ""


async def test_a_code_that_is_none_is_not_repeated(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        status, page, _ = await _get(here, "/r/%22%3E%3Cscript%3E")
        assert (status, _data(page, "code")) == (200, "")
        assert "script" not in page.replace("JavaScript", "").replace("noscript", "")


async def test_the_seat_page_knows_its_socket(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        token = here.door.seat("Lan")
        status, page, headers = await _get(here, f"/seat/{token}")
        assert (status, _data(page, "socket"), _data(page, "kind")) == (200, f"/ws/{token}", "seat")
        assert headers["Cache-Control"] == "no-store"
        assert "style-src 'self' 'unsafe-inline'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/nowhere", 404),
        ("/seat/forged", 403),
        ("/static/page.css", 200),
        ("/static/x", 404),
        ("/health", 200),
    ],
)
async def test_every_answer_has_the_headers(tmp_path: Path, path: str, status: int) -> None:
    async with hall(tmp_path) as here:
        answered, text, headers = await _get(here, path)
        assert answered == status
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert f"connect-src 'self' ws://127.0.0.1:{here.server.port} " in policy
        assert "wss://10.0.0.6:8770" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == ("no-cache" if path == "/static/page.css" else "no-store")
        assert headers["Server"] == "Podium"
        assert "Traceback" not in text


async def test_a_bug_of_ours_is_an_error_page_without_a_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with hall(tmp_path) as here:
        here.door.place_of = lambda token: 1 / 0  # type: ignore[assignment,method-assign,return-value]
        status, page, headers = await _get(here, "/seat/x", **{"Accept-Language": "en"})
        assert status == 500
        assert "Podium could not answer." in page
        assert "ZeroDivisionError" not in page
        assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert [record.name for record in caplog.records if record.exc_info] == ["podium.workshop"]


async def test_errors_are_said_in_the_readers_language(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        assert "There is no such page." in (await _get(here, "/nowhere?lang=en"))[1]
        assert 'lang="vi"' in (await _get(here, "/nowhere"))[1]
        async with here.session.put(f"{here.url}/join?lang=en", json={}) as response:
            assert response.status == 405
            assert response.headers["Allow"] == "POST"


async def test_who_knows_the_code_is_let_in(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        status, answer = await here.join(code="k7m-2qx", name="Lan", pin="")
        assert (status, answer["pin"]) == (200, "1234")
        assert (await _get(here, answer["path"]))[0] == 200
        assert await here.join(code=CODE, name="Lan", pin="") == (409, _Any(taken=True, reason="taken"))
        assert await here.join(code=CODE, name="Lan", pin="9999") == (409, _Any(taken=True, reason="pin"))
        assert (await here.join(code=CODE, name="Lan", pin="1234"))[0] == 200


class _Any(dict[str, Any]):
    """Equal to whatever holds at least this."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and self.items() <= other.items()

    __hash__ = None


async def test_wrong_codes_are_refused_and_then_not_looked_at(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        for _ in range(10):
            assert (await here.join(code="AAAAAA", name="Lan", pin=""))[0] == 403
        status, answer = await here.join(code=CODE, name="Lan", pin="")
        assert status == 429
        assert 0 < answer["wait"] <= 60
        assert here.door.asked == 10


async def test_of_a_burst_of_pins_no_more_are_looked_at_than_one_after_the_other(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        assert (await here.join(code=CODE, name="Lan", pin=""))[0] == 200
        asked, join = here.door.asked, here.door.join

        async def slowly(code: str, name: str, pin: str, client: str) -> Joined:
            await asyncio.sleep(0.01)  # As long as the room's record is read, others come in.
            return await join(code, name, pin, client)

        here.door.join = slowly  # type: ignore[method-assign]
        answers = await asyncio.gather(
            *(here.join(code=CODE, name="Lan", pin=f"{number:04}") for number in range(2_000, 2_060))
        )
        assert here.door.asked - asked <= Attempts.EACH
        assert {status for status, _ in answers} == {409, 429}


@pytest.mark.parametrize(
    "body",
    [b"", b"x", b"[]", b"5", b'{"code":5}', b'{"name":null}', b"[" * 4000, b'{"name":"' + b"x" * 300 + b'"}', b"\xff"],
)
async def test_broken_requests_to_join_are_refused(tmp_path: Path, body: bytes) -> None:
    async with hall(tmp_path) as here:
        headers = {"Content-Type": "application/json"}
        async with here.session.post(f"{here.url}/join", data=body, headers=headers) as response:
            assert response.status == 400
            assert (await response.json())["said"]
        assert here.door.asked == 0


async def test_a_form_of_another_page_cannot_join_and_a_flood_is_not_read(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        async with here.session.post(f"{here.url}/join", data={"code": CODE, "name": "Lan"}) as response:
            assert response.status == 400
        async with here.session.post(f"{here.url}/join", json={"name": "x" * 100_000}) as response:
            assert response.status == 413
        assert here.door.asked == 0


async def test_static_files_are_pressed_kept_and_asked_for_anew(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        status, text, headers = await _get(here, "/static/page.css", **{"Accept-Encoding": "gzip"})
        assert (status, text) == (200, "body { color: red }\n" * 100)
        assert headers["Content-Encoding"] == "gzip"
        assert headers["Content-Type"] == "text/css; charset=utf-8"
        assert (await _get(here, "/static/page.css", **{"If-None-Match": headers["ETag"]}))[0] == 304
        plain = await _get(here, "/static/page.css", **{"Accept-Encoding": "identity"})
        assert "Content-Encoding" not in plain[2]
        assert (await _get(here, "/static/deep/font.woff2"))[2]["Content-Type"] == "font/woff2"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../outside.css",
        "/static/%2e%2e/outside.css",
        "/static/..%2foutside.css",
        "/static/deep/../../outside.css",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/..%5coutside.css",
        "/static/deep",
        "/static/",
        "/static/secret.py",
        "/static/page.css%00.js",
        "/static/" + "a/" * 2000,
    ],
)
async def test_nothing_but_the_static_files_is_served(tmp_path: Path, path: str) -> None:
    async with hall(tmp_path) as here:
        reader, writer = await asyncio.open_connection("127.0.0.1", here.server.port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        assert answer.startswith(b"HTTP/1.1 404")
        assert b"secret" not in answer


def test_a_page_is_filled_with_data_that_stays_data() -> None:
    page = '<a title="{{a}}" data-b="{{ b }}">{{c}}</a>{{none}}'
    data = {"x": '"><script>alert("{{c}}")</script>'}
    done = filled(page, a="\" onclick='x'", b=data, c="<b>{{a}}</b>")
    assert "<script>" not in done
    assert "<b>" not in done
    assert json.loads(html.unescape(done.split('data-b="')[1].split('"')[0])) == data
    assert done.count('"') == 4


def test_every_word_that_the_pages_ask_for_is_there() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in PAGES.glob("static/*.js"))
    pages = (PAGES / "join.html").read_text(encoding="utf-8") + (PAGES / "seat.html").read_text(encoding="utf-8")
    asked = {*re.findall(r'\bword\("([a-z_]+)"', scripts), *re.findall(r"\{\{\s*([a-z_]+)\s*\}\}", pages)}
    data = {"words", "lang", "title", "code", "socket", "kind"}
    assert asked - data - page_words(Catalogue("en")).keys() == set()
    written = scripts + pages
    # Names of keys are put together by the script.
    assert [name for name in PAGE_TEXTS if name not in written and not name.startswith("key_")] == []


def test_the_pages_of_the_house_are_there_and_ask_nobody_else() -> None:
    pages = Pages()
    pages.load()
    for page in (pages.join, pages.seat):
        assert re.findall(r'(?:src|href)="(?!/|data:|\?)', page) == []
        assert re.findall(r"<script(?![^>]*\bsrc=)|\son[a-z]+=", page) == []
        for path in re.findall(r'(?:src|href)="/static/([^"]+)"', page):
            assert path in pages.static


@pytest.mark.parametrize(
    ("asked", "accepted", "tongue"),
    [
        (None, None, "vi"),
        ("en", "vi", "en"),
        ("xx", "en-GB,en;q=0.9", "en"),
        (None, "fr-FR,fr;q=0.9", "vi"),
        (None, "en;q=0.8,vi;q=0.9", "vi"),
        (None, "en,vi", "vi"),
        (None, "en;q=0,vi;q=0", "vi"),
        (None, ";;;q=,,", "vi"),
        (None, "en;q=nonsense", "vi"),
    ],
)
def test_the_language_is_asked_for_or_liked(asked: str | None, accepted: str | None, tongue: str) -> None:
    assert tongue_of(asked, accepted, ("vi", "en")) == tongue


def test_a_room_of_one_language_speaks_it() -> None:
    assert tongue_of("vi", "vi", ("en",)) == "en"


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        (None, True),
        ("http://room:8770", True),
        ("HTTP://ROOM:8770", True),
        ("http://room", False),
        ("http://room:8771", False),
        ("http://node:1", True),
        ("null", False),
        ("", False),
        ("http://[", False),
        ("http://room:99999", False),
        ("file://room:8770", False),
        ("http://user@room:8770", False),
    ],
)
def test_whose_page_is_ours(origin: str | None, ours: bool) -> None:
    assert is_ours(origin, "room:8770", ["http://node:1"]) is ours


def test_the_usual_port_may_be_left_out() -> None:
    assert is_ours("https://room", "room:443", [])
    assert is_ours("https://room:443", "room", [])


def test_a_host_that_is_none_gets_into_no_policy() -> None:
    policy = content_policy("x; script-src *", ["http://node:1", "nonsense;"], terminal=False)
    assert "script-src *" not in policy
    assert "nonsense" not in policy
    assert "ws://node:1" in policy
