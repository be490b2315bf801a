"""How long a text takes to say."""

from __future__ import annotations

import re

from simulator.language.catalogue import Catalogue, template
from simulator.language.folding import folded

SYLLABLES_A_SECOND = 5.25
"""How fast Vietnamese is spoken (Coupé and others, Science Advances 5, 2019, doi 10.1126/sciadv.aaw2594)."""

# In Vietnamese every word has one run of vowels; in English about as many as it has syllables, but for a silent e.
_SYLLABLE = re.compile(r"\d|(?!(?<=[a-z][^\W\daeiouy])e\b)[aeiouy]+")


def syllables(text: str) -> int:
    """About how many syllables a text has, in either language; a digit counts as one."""
    return sum(max(1, len(_SYLLABLE.findall(word))) for word in re.findall(r"[^\W_]+", folded(text)))


def seconds_of_speech(text: str) -> int:
    """About how many seconds it takes to say a text, at least one if there is anything to say."""
    count = syllables(text)
    return max(1, round(count / SYLLABLES_A_SECOND)) if count else 0


def length_told(text: str, catalogue: Catalogue) -> str:
    """Both, as a line to be shown; empty for an empty text."""
    count = syllables(text)
    told = template("about {seconds} s to say, {syllables} syllables")
    return catalogue.say(told, seconds=seconds_of_speech(text), syllables=count) if count else ""
