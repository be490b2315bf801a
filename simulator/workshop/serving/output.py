"""The process's standard output, which Apps borrow while they run, and must not keep when they are gone."""

from __future__ import annotations

import sys

from textual.app import _PrintCapture


def let_go_of_dead() -> None:
    """Give the process its output back if an App that has ended still holds it.

    An App that ends puts back what it found when it began. If that was another App's, as of a console in the
    terminal that has ended meanwhile, everything printed would go nowhere.
    """
    if isinstance(sys.stdout, _PrintCapture) and not sys.stdout.app.is_running:
        sys.stdout = sys.__stdout__
    if isinstance(sys.stderr, _PrintCapture) and not sys.stderr.app.is_running:
        sys.stderr = sys.__stderr__
