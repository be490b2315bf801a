"""Two samples of a question have the same words.

One of them counts twice, or, with other levels, against the other. Capitals and signs make no other answer.

    samples:
      - {id: bare, text: Ten houses have no water., levels: {accuracy: 2}}
      - {id: typed_fast, text: ten houses have no water, levels: {accuracy: 2}}                   # wrong

      - {id: typed_fast, text: 10 houses w/o water since 3 pm we think, levels: {accuracy: 3}}    # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.sample_is_line import bare
from simulator.loading.checks.subject import Subject

CODE = "P509"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    seen: dict[tuple[str, str], str] = {}
    for path, question, sample in subject.samples:
        first = seen.setdefault((question.id, bare(sample.text)), sample.id)
        if first != sample.id:
            message = template("this sample has the words of the sample `{other}`")
            yield Flaw((*path, "text"), message, template("take one of the two out"), {"other": first})
