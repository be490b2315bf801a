"""Pages as a browser prints and shows them; where there is no Chromium, there is nothing to look with."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.certificate import Certificate
from simulator.reports.pages.certificate_page import certificate_page
from simulator.reports.pages.debrief_page import debrief_page
from tests.reports.stories import debriefed

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")


def printed(html: str, folder: Path) -> bytes:
    page, pdf = folder / "page.html", folder / "page.pdf"
    page.write_text(html, "utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer")
    command = [str(BROWSER), *quiet, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pdf.read_bytes()


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in millimetres."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    return [(float(width) / 72 * 25.4, float(height) / 72 * 25.4) for width, height in boxes]


def test_a_certificate_is_one_page_across(tmp_path: Path) -> None:
    long = Certificate(
        "Nguyễn Thị Phương Lan " * 4, "A title " * 20, ("One sentence on what was done. " * 4,) * 2, "26/11/2026", "x"
    )
    (size,) = sizes(printed(certificate_page(long, Catalogue("vi")), tmp_path))
    assert size == pytest.approx((297, 210), abs=1)


def test_a_debrief_is_printed_on_upright_pages(tmp_path: Path) -> None:
    pages = sizes(printed(debrief_page(debriefed("Words here."), Catalogue("en"), "today"), tmp_path))
    assert 2 <= len(pages) <= 12
    assert all(size == pytest.approx((210, 297), abs=1) for size in pages)
