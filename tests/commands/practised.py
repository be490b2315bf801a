"""Sessions of single questions for the commands to tell of, and podium run by lines."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.exercise.exercise import Exercise
from simulator.session.view import view

LUNCH = "bua-trua-ban-tru/giay_het_han"
NAMES = "bua-trua-ban-tru/ten_cac_em"


def practised(*questions: str, learner: str = "", line: int = 0) -> list[Exercise]:
    """Each question answered by one of its lines, counted from 0 in the order that they are offered."""
    house = LocalHouse(seed=1, learner=learner)
    done = []
    for question in questions or (LUNCH,):
        exercise = house.begin(question)
        exercise.choose_line(view(exercise.scenario, exercise.state).offers[line].id)
        done.append(exercise)
    return done


class Typed:
    """Runs `podium` with lines on standard input; gives the exit code and what was told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, command: Sequence[str], *typed: str) -> tuple[int, str, str]:
        lines = "".join(f"{line}\n" for line in typed)
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8"))
        code = main([*command])
        told = self._capsys.readouterr()
        return code, told.out, told.err
