"""Bring the interface catalogues up to date: collect the texts in the code, merge them, compile.

    python .ci/catalogues.py            rewrite podium.po and podium.mo of each language
    python .ci/catalogues.py --check    say what is missing or stale, and fail if anything is

A text is collected where it stands in `template("…")`, `say("…")` or `count("…", "…", …)`.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "simulator" / "language" / "locale"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {"template": None, "say": None, "count": (1, 2)}


def collected() -> Catalog:
    """Every text of the interface, with the files it stands in."""
    catalog = Catalog(project="Podium", charset="utf-8")
    found = extract_from_dir(ROOT / "simulator", method_map=[("**.py", "python")], keywords=KEYWORDS)
    for file, _line, message, _comments, _context in found:
        # Without line numbers, so that moving code does not touch the catalogues.
        catalog.add(message, locations=[(file.replace("\\", "/"), 0)])
    return catalog


def updated(language: str) -> Catalog:
    """The language's catalogue with today's texts; translations that are in it already are kept."""
    place = LOCALE / language / "LC_MESSAGES" / "podium.po"
    known = read_po(io.BytesIO(place.read_bytes()), locale=language) if place.exists() else Catalog(locale=language)
    # Of one date for ever, so that the same texts make the same bytes.
    catalog = Catalog(
        locale=language, project="Podium", charset="utf-8", fuzzy=False, creation_date=EPOCH, revision_date=EPOCH
    )
    for message in collected():
        if message.id:
            old = known.get(message.id)
            catalog.add(message.id, old.string if old else "", locations=message.locations)
    return catalog


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """The catalogue as .po and .mo."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, omit_header=True, sort_output=True, include_lineno=False, width=110)
    write_mo(mo, catalog)
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {catalog.locale}\\n"\n'
    header += f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return header.encode() + po.getvalue(), mo.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Texts without a translation."""
    return [
        str(message.id)
        for message in catalog
        if message.id and not all([message.string] if isinstance(message.string, str) else message.string)
    ]


def main() -> int:
    """Rewrite, or check, every language that has a folder."""
    check = "--check" in sys.argv[1:]
    faults = 0
    for language in sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir()):
        catalog = updated(language)
        folder = LOCALE / language / "LC_MESSAGES"
        for name, content in zip(("podium.po", "podium.mo"), written(catalog), strict=True):
            place = folder / name
            if check and (not place.exists() or place.read_bytes() != content):
                sys.stdout.write(f"{place.relative_to(ROOT)} is out of date: run python .ci/catalogues.py\n")
                faults += 1
            elif not check:
                place.write_bytes(content)
        for text in untranslated(catalog):
            sys.stdout.write(f"{language}: not translated: {text!r}\n")
            faults += 1
    return 1 if faults and check else 0


if __name__ == "__main__":
    sys.exit(main())
