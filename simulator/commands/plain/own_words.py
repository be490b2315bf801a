"""An answer in one's own words, line by line. What is written is kept as a draft until it is said."""

from __future__ import annotations

from simulator.commands.plain.lines import Ended
from simulator.commands.plain.talk import Talk, Timer
from simulator.commands.plain.words import yes
from simulator.commands.plain.writing import SAY_IT, write
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import template
from simulator.session.advance import ANSWER_MAX
from simulator.session.asked import present_id
from simulator.tui.house import Draft, House


class OwnWords:
    """The draft of the question on the table, which outlives a start of Podium."""

    def __init__(self, talk: Talk, house: House, exercise: Exercise) -> None:
        self._talk = talk
        self._house = house
        self._exercise = exercise
        self._draft = house.draft(exercise.session_id)

    def draft_for(self, scene: str) -> str:
        """What has been written for a scene or a press."""
        return self._draft.text if self._draft.scene == scene else ""

    def write(self, timer: Timer) -> str:
        """What is to be said, from a draft or anew; empty if nothing, or the time is up. Raises Ended."""
        draft = self.draft_for(present_id(self._exercise.state))
        if draft:
            self._talk.say(template("Your draft: {draft}"), draft=draft)
            if not yes(self._talk, self._talk.catalogue.say(template("Go on from it?")), timer):
                draft = ""
        self._talk.say(
            template(
                "Write your answer, on as many lines as you like. A line with nothing but a full stop says it; one "
                "with two full stops goes back to the prepared lines and keeps what you have written."
            )
        )
        return self._written(draft.splitlines(), timer)

    def _written(self, lines: list[str], timer: Timer) -> str:
        scene, ended_by = present_id(self._exercise.state), None
        try:
            ended_by = write(self._talk, lines, ANSWER_MAX, timer)
        except (Ended, KeyboardInterrupt):
            self._keep_written(scene, lines)
            self._tell_kept()
            raise
        self._keep_written(scene, lines)
        if ended_by == SAY_IT and not self._draft.text:
            self._talk.say(template("There is nothing to say yet."))
        return self._draft.text if ended_by == SAY_IT else ""

    def said(self) -> None:
        """It has been said. Should that be taken back, it is still at hand."""
        self._keep(Draft())

    def forget(self) -> None:
        """The question is done with, and so is what was written for it."""
        if self._draft.text:
            self._draft = Draft()
            self._keep(self._draft)

    def _keep_written(self, scene: str, lines: list[str]) -> None:
        self._draft = Draft(scene, "\n".join(lines).strip())
        self._keep(self._draft)

    def _tell_kept(self) -> None:
        """Say so only if it really is: a disk may be full."""
        if self._draft.text and self._house.draft(self._exercise.session_id).text == self._draft.text:
            self._talk.tell("")
            self._talk.say(template("What you were writing is kept as a draft, though not said yet."))

    def _keep(self, draft: Draft) -> None:
        self._house.keep_draft(self._exercise.session_id, draft)
