"""The system's reasons in the user's language."""

from __future__ import annotations

import errno
import os

import pytest

from simulator.language.catalogue import Catalogue, Phrase
from simulator.language.machine import in_its_own_words, reason_of


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EROFS, errno.ENOTDIR])
def test_a_known_reason_is_told_in_the_readers_language(number: int) -> None:
    reason = reason_of(OSError(number, os.strerror(number)))
    told = [
        Catalogue(tongue).say("{path} cannot be read: {reason}", path="/x", reason=reason) for tongue in ("vi", "en")
    ]
    assert not any(os.strerror(number) in text for text in told)
    assert told[0].rpartition(": ")[2] != told[1].rpartition(": ")[2]


def test_an_unknown_reason_is_quoted() -> None:
    assert (
        Catalogue("vi").say("{why}", why=reason_of(OSError(errno.EXDEV, "Cross link"))) == "hệ thống báo “Cross link”"
    )
    assert str(in_its_own_words("Odd")) == "the system says “Odd”"


def test_a_phrase_within_a_phrase_is_said_too() -> None:
    inner = Phrase("the disk is full")
    assert Catalogue("vi").say("{a}", a=Phrase("{b}", b=inner)) == "ổ đĩa đã đầy"
