"""What a translator must know of a text: who says it, to whom, in answer to what, and what it must agree with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, MANNER_NAMES, SKILL_NAMES
from simulator.loading.translation.texts import Text
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending, Inject, Question, Scene

QUOTED_MAX = 160
"""Characters of a text that are quoted to explain another."""

KINDS: Mapping[str, str] = {
    "title": template("a title"),
    "role": template("who the player is"),
    "objectives": template("what the player practises"),
    "author": template("who wrote it"),
    "source": template("where a fact comes from"),
    "as_of": template("the time at which a fact held"),
    "when_known": template("when it will be known"),
    "reason": template("why it may not be said"),
    "competent_body": template("who is competent for it"),
    "claim": template("the rumour as it is told"),
    "truth": template("what is true instead"),
    "evidence": template("what anyone can check it by"),
    "headline": template("a headline; as short as the original"),
    "reaction": template("what the hall, the street or the network does upon it"),
    "closed": template("told to the player while this line is closed"),
    "note": template("a mentor's sentence in the debrief"),
    "because": template("the reason for a grade"),
    "better": template("what the next level would have needed"),
    "lesson": template("what to take away"),
    "channel": template("how it arrives"),
    "outlet": template("the outlet a journalist writes for"),
    "part": template("who this is in the story"),
    "name": template("a name"),
    "day": template("the story's date"),
}
"""What a text is, by its field."""


def context(text: Text, scenario: Scenario, catalogue: Catalogue) -> tuple[str, ...]:
    """Lines for the comment above an entry, in the translator's language."""
    return tuple(_lines(text, scenario, catalogue))


def _lines(text: Text, scenario: Scenario, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    scene = _scene(text, scenario)
    if text.field == "words":
        yield say(template("these very words must stand in the translation of {key}"), key=_told_text(text))
        return
    if "findings" in text.path:
        yield from _of_finding(text, scenario, catalogue)
    elif text.field == "text" and scene is not None:
        yield from _spoken(text, scene, scenario, catalogue)
    elif text.field in KINDS:
        yield say(KINDS[text.field])


def _scene(text: Text, scenario: Scenario) -> Scene | None:
    return scenario.scenes[int(text.path[1])] if text.path[0] == "scenes" else None


def _told_text(text: Text) -> str:
    return f"{text.key.rpartition('/finding.')[0]}/text"


def _of_finding(text: Text, scenario: Scenario, catalogue: Catalogue) -> Iterator[str]:
    finding = _value(scenario, text.path[:-1])
    of = SKILL_NAMES.get(finding.skill or "") or FLAG_NAMES.get(finding.flag or "") or ""
    yield f"{catalogue.say(KINDS[text.field])}: {catalogue.say(of)}"
    if text.field == "because" and finding.words:
        yield catalogue.say(template("upon the words: {words}"), words=_short(finding.words))


def _spoken(text: Text, scene: Scene, scenario: Scenario, catalogue: Catalogue) -> Iterator[str]:
    say, asks = catalogue.say, _asker(scene, scenario, catalogue)
    if len(text.path) == 3:
        yield _of_scene(scene, asks, scenario, catalogue)
    elif "silence" in text.path:
        yield say(template("what is seen when nobody answers"))
    else:
        what = template("the spokesperson answers {who}") if isinstance(scene, Question) else template("an option")
        yield say(what, who=asks) if isinstance(scene, Question) else say(what)
        yield say(template("upon: {question}"), question=_short(scene.text))


def _of_scene(scene: Scene, asks: str, scenario: Scenario, catalogue: Catalogue) -> str:
    if isinstance(scene, Question):
        return catalogue.say(template("{who} asks the spokesperson"), who=asks)
    if isinstance(scene, Inject) and scene.voice:
        voice = scenario.voice_by_id[scene.voice]
        return catalogue.say(template("{who} is heard"), who=f"{voice.name}, {voice.part}")
    what = template("how it ended") if isinstance(scene, Ending) else template("what happens, told to the player")
    return catalogue.say(what)


def _asker(scene: Scene, scenario: Scenario, catalogue: Catalogue) -> str:
    if not isinstance(scene, Question):
        return ""
    journalist = scenario.journalist_by_id[scene.journalist]
    return f"{journalist.name}, {journalist.outlet} ({catalogue.say(MANNER_NAMES[journalist.manner])})"


def _value(scenario: Scenario, path: Sequence[str | int]) -> Any:  # noqa: ANN401  # whatever stands at the path
    value: Any = scenario
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= QUOTED_MAX else f"{text[: QUOTED_MAX - 1].rstrip()}…"
