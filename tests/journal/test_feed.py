"""Whoever follows the feed hears of all that is written, by this program and by others, and of nothing undone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from simulator.journal import feed_sqlite
from simulator.journal.connect import OpenedWorkshop, open_journal, open_workshop
from simulator.journal.errors import JournalConflict
from simulator.journal.feed import Feed
from simulator.journal.port import Said
from simulator.session.events import Continued
from tests.journal.contract import refill
from tests.journal.news import News, wait_until_well
from tests.journal.rooms_contract import ROOM
from tests.postgres import Server

WRITTEN = ["s/s1", "s/s1", "m/s1", "m/s1", "m/s2", "r/r1", "r/r1", "d/s1", "*", "r/r1", "s/s1"]


@pytest.fixture
def workshop(url: str) -> Iterator[OpenedWorkshop]:
    workshop = open_workshop(url)
    yield workshop
    workshop.close()


def write_one_of_each(workshop: OpenedWorkshop) -> None:
    """Everything that is told of, in the order of `WRITTEN`, and between these what is not."""
    journal, rooms = workshop.journal, workshop.rooms
    refill(journal, "s1", Continued("i1", 5))
    with pytest.raises(JournalConflict):
        journal.append("s1", 1, Continued("i1", 6))
    with pytest.raises(ValueError, match="gap"):
        journal.append("s1", 9, Continued("i1", 6))
    journal.remark("s1", "verdict", "cô Mai", "{}")
    journal.remark_all([Said("s1", "regrade", "p", "{}"), Said("s2", "regrade", "p", "{}"), Said("s1", "r", "p", "{}")])
    rooms.open_room(ROOM, ["{}"])
    rooms.append("r1", 1, "{}")
    with pytest.raises(JournalConflict):
        rooms.append("r1", 1, "{}")
    rooms.keep_draft("s1", "q1", "a", "Tôi")
    rooms.beat("n1", "r1", "http://10.0.0.1:8770")
    journal.forget("nobody")
    rooms.delete("r1", ["s1"])


def test_all_that_is_written_is_told_once(workshop: OpenedWorkshop) -> None:
    news = News(workshop.feed)
    workshop.feed.start()
    if type(workshop.feed) is not Feed:
        news.wait_for("*")
        news.forget()
    write_one_of_each(workshop)
    workshop.rooms.open_room(ROOM, [])
    news.wait_for("r/r1", 4)
    assert news.topics == [*WRITTEN, "r/r1"]


def test_whoever_ends_a_subscription_is_told_no_more(workshop: OpenedWorkshop) -> None:
    ended, staying = News(workshop.feed), News(workshop.feed)
    ended.end()
    ended.end()
    workshop.feed.publish("r/r1")
    assert (ended.topics, staying.topics) == ([], ["r/r1"])


def test_a_subscriber_that_fails_keeps_no_news_from_the_others(caplog: pytest.LogCaptureFixture) -> None:
    feed = Feed()

    def fails(topic: str) -> None:
        raise RuntimeError("the loop is closed")

    feed.subscribe(fails)
    news = News(feed)
    with caplog.at_level(logging.ERROR):
        feed.publish("r/r1")
    assert news.topics == ["r/r1"]
    assert "the loop is closed" in caplog.text


def test_another_program_on_the_server_is_heard(postgres_url: str) -> None:
    workshop, other = open_workshop(postgres_url), open_journal(postgres_url).journal
    news = News(workshop.feed)
    workshop.feed.start()
    news.wait_for("*")
    refill(other, "s1")
    news.wait_for("s/s1")
    other.close()
    workshop.close()


def test_another_program_on_a_shared_file_is_heard(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/podium.sqlite3"
    workshop, other = open_workshop(url, shared=True), open_journal(url).journal
    news = News(workshop.feed)
    workshop.feed.start()
    news.wait_for("*")
    refill(other, "s1")
    news.wait_for("*", 2)
    other.close()
    workshop.close()


def test_a_shared_file_that_cannot_be_read_is_trouble_until_it_can(tmp_path: Path) -> None:
    file = tmp_path / "podium.sqlite3"
    feed = feed_sqlite.PollingFeed(file)
    news = News(feed)
    feed.start()
    wait_until_well(feed, False)
    open_journal(f"sqlite:///{file}").journal.close()
    news.wait_for("*")
    assert feed.trouble == ""
    feed.close()


def test_after_an_outage_the_feed_says_that_news_may_have_been_missed(
    postgres_server: Server, postgres_url: str
) -> None:
    workshop = open_workshop(postgres_url)
    news = News(workshop.feed)
    workshop.feed.start()
    news.wait_for("*")
    postgres_server.stop()
    try:
        wait_until_well(workshop.feed, False)
        assert "cannot be reached" in workshop.feed.trouble
    finally:
        postgres_server.start()
    news.wait_for("*", 2)
    assert workshop.feed.trouble == ""
    refill(workshop.journal)
    news.wait_for("s/s1")
    workshop.close()


def test_a_connection_that_the_server_ends_is_made_anew(postgres_url: str) -> None:
    workshop = open_workshop(postgres_url)
    news = News(workshop.feed)
    workshop.feed.start()
    news.wait_for("*")
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
    news.wait_for("*", 2)
    workshop.rooms.open_room(ROOM, [])
    news.wait_for("r/r1")
    workshop.close()


def test_a_feed_that_is_closed_leaves_no_connection_behind(postgres_url: str) -> None:
    workshop = open_workshop(postgres_url)
    news = News(workshop.feed)
    workshop.feed.start()
    news.wait_for("*")
    workshop.close()
    with psycopg.connect(postgres_url) as admin:
        found = admin.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> 0"
        ).fetchone()
    assert found is not None
    assert found[0] == 0


def test_a_server_that_is_frozen_is_trouble_until_it_goes_on(
    postgres_server: Server, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.journal.feed_postgres.ANSWER_S", 0.1)
    workshop = open_workshop(postgres_url)
    news = News(workshop.feed)
    workshop.feed.start()
    news.wait_for("*")
    with postgres_server.frozen():
        wait_until_well(workshop.feed, False)
    wait_until_well(workshop.feed, True)
    workshop.rooms.open_room(ROOM, [])
    news.wait_for("r/r1")
    workshop.close()
