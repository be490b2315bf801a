"""The judge: asks the model about an answer that the rules have graded, and says what stands in the end."""

from __future__ import annotations

from typing import Any

from simulator.language.catalogue import template
from simulator.scenario.dossier import Dossier
from simulator.scoring.calibration import Calibration, calibration_for
from simulator.scoring.desk import desk_of
from simulator.scoring.gates import gate
from simulator.scoring.grade import Asked, Graded
from simulator.scoring.judge.canary import is_swayed, without_swaying
from simulator.scoring.judge.client import FormRefused, JudgeUnheard, reply_of
from simulator.scoring.judge.combine import combined
from simulator.scoring.judge.judged import Judged
from simulator.scoring.judge.prompt import Prompt, prompt_for, prompt_hash, response_format
from simulator.scoring.judge.settings import JudgeSettings
from simulator.scoring.judge.verdict import Malformed, Verdict, verdict_in
from simulator.scoring.text import Reading, read_answer

PATIENCE = 20.0
"""Seconds for one request; there are two where the first reply has to be mended."""

MISSES_MAX = 3
"""Failures in a row after which a judge is not asked again: a server that is down would cost minutes of waiting."""

SHOWN_MAX = 4_000
"""Characters of a reply that the judge is shown again to mend it."""

GATED = template("The judge was not asked, because this is no answer to the question: the offline grade stands.")
TIRED = template("The judge was not asked again after three failures: the offline grade stands.")
SWAYED = template("Something in the answer swayed the judge, which was set aside: the offline grade stands.")
SHAPELESS = template("The judge's reply was not a verdict, even when asked again: the offline grade stands.")


class Judge:
    """One endpoint and model. Not for several threads at once."""

    def __init__(self, settings: JudgeSettings, patience: float = PATIENCE) -> None:
        self._settings = settings
        self._patience = patience
        self._misses = 0

    def heard(self, graded: Graded, text: str, question: Asked, dossier: Dossier, *, role: str = "") -> Judged:
        """The grade that stands once the judge is heard; on any failure the one that was given, with a note."""
        reading = read_answer(text)
        if _is_gated(reading, question, dossier, role):
            return Judged(graded, note=GATED)
        if self._misses >= MISSES_MAX:
            return Judged(graded, note=TIRED)
        try:
            judged = self._judged(graded, reading, question, dossier, role)
        except JudgeUnheard as unheard:
            self._misses += 1
            return Judged(graded, note=unheard.because)
        self._misses = 0
        return judged

    def _judged(self, graded: Graded, reading: Reading, question: Asked, dossier: Dossier, role: str) -> Judged:
        prompt = prompt_for(reading.text, question, dossier, role)
        verdict = self._verdict(prompt, question)
        harmless = without_swaying(reading)
        if harmless is not None:
            again = self._verdict(prompt_for(harmless, question, dossier, role), question)
            if is_swayed(verdict, again):
                return Judged(graded, note=SWAYED)
        name = f"{self._settings.model}@{prompt_hash()}"
        return combined(graded, verdict, reading, prompt.mark, name)

    def _verdict(self, prompt: Prompt, question: Asked) -> Verdict:
        """The verdict, with one try to mend a reply that is none. Raises JudgeUnheard."""
        request = {
            "model": self._settings.model,
            "temperature": 0,
            "messages": list(prompt.messages),
            "response_format": response_format(question.skills),
        }
        try:
            reply = self._reply(request)
            return verdict_in(reply)
        except FormRefused:
            del request["response_format"]
        except Malformed as malformed:
            request["messages"] = [*prompt.messages, *_to_be_mended(reply, malformed)]
        try:
            return verdict_in(self._reply(request))
        except Malformed:
            raise JudgeUnheard(SHAPELESS) from None

    def _reply(self, request: dict[str, Any]) -> str:
        return reply_of(self._settings, request, self._patience)


def _to_be_mended(reply: str, malformed: Malformed) -> list[dict[str, str]]:
    shown = reply[:SHOWN_MAX].encode(errors="replace").decode()  # half a character cannot be sent back
    told = f"That was not the JSON object asked for ({malformed}). Reply with the JSON object alone."
    return [{"role": "assistant", "content": shown}, {"role": "user", "content": told}]


def _is_gated(reading: Reading, question: Asked, dossier: Dossier, role: str) -> bool:
    # The gates ask for words and pairs of words alone, and those are alike in every calibration.
    calibration: Calibration | None = calibration_for("lexical")
    desk = desk_of(question.text, dossier, role)
    return calibration is None or gate(reading, desk, calibration.restorer) is not None
