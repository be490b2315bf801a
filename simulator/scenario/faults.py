"""Why a text is not an expression."""

from __future__ import annotations

from collections.abc import Mapping


class Fault(Exception):
    """Points into the text and says what is wrong there.

    `code` is permanent; `column` counts characters from 0 within the text; `message` is a template in
    English, filled from `params`; `candidates` are names that could have stood there, for a 'did you mean'.
    """

    def __init__(
        self, code: str, column: int, message: str, candidates: tuple[str, ...] = (), **params: object
    ) -> None:
        super().__init__(message.format(**params))
        self.code = code
        self.column = column
        self.message = message
        self.params: Mapping[str, object] = params
        self.candidates = candidates
