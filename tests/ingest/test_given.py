"""What the caller knows of a report, and what bounds it."""

from __future__ import annotations

import pytest

from standoff.ingest.given import Given
from standoff.ingest.registry import load_bytes

PLAIN = b"Two men were held on Monday.\n"
KEPT = "https://archive.example/web/20300105101112/http://lantern.example/story"


def _published(text: bytes, given: Given) -> tuple[str, str] | None:
    stamp = load_bytes(text, "a.txt", given=given).published
    return (stamp.value, stamp.basis) if stamp else None


@pytest.mark.parametrize(
    ("given", "stamp"),
    [
        ("2030-01-03", ("2030-01-03", "given")),
        ("2030-01-05", ("2030-01-05", "given")),
        ("2030-02-01", ("2030-01-05", "address")),
        ("2030-02", ("2030-02", "given")),
        (None, None),
    ],
)
def test_a_page_was_published_before_an_archive_kept_it(
    given: str | None, stamp: tuple[str, str] | None
) -> None:
    assert _published(PLAIN, Given(url=KEPT, published=given)) == stamp


@pytest.mark.parametrize(
    ("given", "stamp"),
    [
        ("2030-01-03", ("2030-01-03", "given")),
        ("2031-06-01", ("2030-01-02", "dateline")),
        (None, ("2030-01-02", "dateline")),
    ],
)
def test_a_datelines_date_goes_before_one_given_that_is_long_after_it(
    given: str | None, stamp: tuple[str, str]
) -> None:
    text = b"TELLIS, Ostrany (January 2, 2030): Two men were held on Monday, the police of the town said.\n"
    assert _published(text, Given(published=given)) == stamp


@pytest.mark.parametrize(
    ("text", "url", "stamp"),
    [
        (b"Updated: 01/23/2030 6:53 PM\n\nCreated: 01/22/2030 5:11 AM Lantern.example\n\n", None, "header"),
        (b"", "https://lantern.example/2030/01/02/two-held-in-tellis/", "url"),
        (b"", "https://lantern.example/news/2030-01-02-two-held.html", "url"),
        (b"", "https://lantern.example/2030/01/2_held_in_tellis", "given"),
        (b"", "https://lantern.example/2030/13/02/two-held", "given"),
    ],
)
def test_so_does_the_date_that_stamps_a_page_or_stands_in_its_address(
    text: bytes, url: str | None, stamp: str
) -> None:
    published = _published(text + PLAIN, Given(published="2031-06-01", url=url))
    assert published is not None
    days = {"header": "2030-01-22", "url": "2030-01-02", "given": "2031-06-01"}
    assert (published[0][:10], published[1]) == (days[stamp], stamp)


def test_an_address_dates_what_nothing_else_does() -> None:
    address = "https://lantern.example/2030/01/02/two-held-in-tellis/"
    assert _published(PLAIN, Given(url=address)) == ("2030-01-02", "url")
    assert _published(PLAIN, Given(url=address, published="2030-01-05")) == ("2030-01-05", "given")
