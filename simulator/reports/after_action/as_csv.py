"""The master scenario events list as CSV in UTF-8 with a byte order mark, so that spreadsheets read its letters."""

from __future__ import annotations

import csv
from io import StringIO

from simulator.reports.after_action.msel import COLUMNS, Msel


def as_csv(listed: Msel) -> bytes:
    """The file; the names of the columns first."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    rows.writerows(listed.rows)
    return written.getvalue().encode("utf-8-sig")
