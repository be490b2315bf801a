"""What news, network and hall say upon an answer where the scenario has no words of its own, by language.

Data, in the scenario's language: `{words}` is a quotation, `{name}` the journalist who asked. A text without
`{words}` serves where nothing is worth quoting; upon a disclosure and upon stigma none quotes, so that the harm is
not done again. A reaction quotes nothing: the answer has just been heard.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.model import Language
from simulator.session.echo_texts import en, vi

Texts = Mapping[str, tuple[str, ...]]
"""By the tone of an answer or a red flag that it raised."""

HEADLINES: Mapping[Language, Texts] = {"vi": vi.HEADLINES, "en": en.HEADLINES}
POSTS: Mapping[Language, Texts] = {"vi": vi.POSTS, "en": en.POSTS}
REACTIONS: Mapping[Language, Texts] = {"vi": vi.REACTIONS, "en": en.REACTIONS}
