"""A certificate as one page, A4 across when it is printed."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue
from simulator.reports.certificate import Certificate
from simulator.reports.pages.rendering import rendered


def certificate_page(certificate: Certificate, catalogue: Catalogue) -> str:
    """The page."""
    return rendered("certificate", catalogue, certificate=certificate)
