"""Where a node is reached."""

from __future__ import annotations

import pytest

from simulator.workshop.addresses import LOOPBACK, base_urls


@pytest.mark.parametrize(
    ("bound", "secure", "public", "urls"),
    [
        ("127.0.0.1", False, "", ("http://127.0.0.1:8770",)),
        ("192.168.1.7", True, "", ("https://192.168.1.7:8770",)),
        ("::1", False, "", ("http://[::1]:8770",)),
        ("127.0.0.1", False, "https://hop.example/", ("https://hop.example", "http://127.0.0.1:8770")),
    ],
)
def test_the_address_that_it_is_bound_to(bound: str, secure: bool, public: str, urls: tuple[str, ...]) -> None:
    assert base_urls(bound, 8770, secure=secure, public=public) == urls


def test_bound_to_every_address_loopback_comes_last() -> None:
    urls = base_urls("0.0.0.0", 8770, secure=False)
    assert urls[-1] == f"http://{LOOPBACK}:8770"
    assert len(set(urls)) == len(urls)
