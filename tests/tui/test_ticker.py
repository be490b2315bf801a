"""What news and network make of an answer, on show: in the ticker, at the side, in the aftermath; posts have a sign."""

from __future__ import annotations

import pytest

from simulator.session.view import Headline
from simulator.tui.widgets.ticker import POST, news
from tests.tui.house import FakeHouse, begun, made, press, running, seen
from tests.tui.test_free_aftermath import ANSWER, answered


def test_a_post_is_told_from_a_headline_without_colour() -> None:
    post, headline = Headline("10:00", "So it is.", "The town", "post"), Headline("10:00", "So it is.", "The Ledger")
    assert (news(post).plain, news(headline).plain) == (f"{POST} The town: So it is.", "The Ledger: So it is.")
    assert news(Headline("10:00", "So it is.")).plain == "So it is."


def test_markup_and_control_codes_in_it_are_text() -> None:
    assert news(Headline("10:00", "[b]x[/b]\x1b[31m", "[i]y", "post")).plain == f"{POST} [i]y: [b]x[/b]\u241b[31m"


@pytest.mark.parametrize("size", [(80, 50), (140, 40)])
async def test_after_own_words_the_hall_reacts_and_the_words_are_taken_up(size: tuple[int, int]) -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, size) as pilot:
        await answered(pilot, ANSWER)
        state, scenario = app.screen.exercise.state, app.screen.exercise.scenario  # type: ignore[attr-defined]
        made_of_it = app.screen.table.headlines[-1]  # type: ignore[attr-defined]
        assert made_of_it.by
        assert "không phải lỗi tại dân" in made_of_it.text, "the words that earned the flag"
        text = " ".join(seen(app).split())
        assert made_of_it.by in text
        assert state.answers[-1].flags
        assert scenario.language == "vi"


async def test_the_ticker_brings_what_was_made_of_the_last_answer() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "4", "enter")
        latest = app.screen.table.headlines[-1]  # type: ignore[attr-defined]
        assert latest.kind == "post", "beside the author's headline there is a post"
        assert f"{POST} {latest.by}: {latest.text}"[:60] in seen(app)
