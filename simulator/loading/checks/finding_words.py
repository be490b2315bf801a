"""The words a finding rests on are not in the text.

`words` are the very words of the line, letter by letter, so that the debrief can mark them in what was said.

    text: The warning came 3 hours late.
    findings:
      - {skill: accuracy, words: three hours late, because: …}    # wrong

      - {skill: accuracy, words: 3 hours late, because: …}        # mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P504"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, _, outcome in subject.graded:
        for number, finding in enumerate(outcome.findings):
            if finding.words is not None and finding.words not in outcome.text:
                where, words = (*path, "findings", number, "words"), finding.words
                hint = template("copy the words from the text as they stand there, or leave `words` out")
                yield Flaw(
                    where, template("these words are not in the text"), hint, {}, words, passages(outcome.text, words)
                )


def passages(text: str, words: str) -> Iterator[str]:
    """The parts of a text that have as many words as some other words."""
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    count = len(words.split())
    for first in range(len(spans) - count + 1):
        yield text[spans[first][0] : spans[first + count - 1][1]].strip(".,;:!?…\"'“”‘’()")
