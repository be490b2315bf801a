"""A condition can never hold in its place, so what hangs on it never comes.

Podium walks the scenes with sets of values instead of values: which ranges can a variable be in when this scene is
reached, which scenes can have been visited, which flags can have been raised? What it then calls impossible is so in
every session: answers in one's own words, silence, presses and opening statements are counted in. Playing at random
cannot tell this from something rare. A line that never opens is work that no trainee sees, and a way that is never
taken is an ending you believe you have. A dash among the values stands for "not judged".

    variables: [{name: pressure, type: int, range: [0, 9], default: 0, about: …}]
    # answers add 5 to it at most
    lines:
      - {id: gives_in, when: pressure >= 8, …}     # wrong: never true here: pressure = 0…5

      - {id: gives_in, when: pressure >= 4, …}     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.deciding import decided
from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P701"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    hint = template("change the condition, or what leads here, or take out what hangs on it")
    return decided(subject, template("`{part}` is never true here: {values}"), hint, holds=False)
