"""Which sorts of party exclude each other."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.names.sorts import apart
from standoff.records.claims import Kind
from trees import reading


@pytest.mark.parametrize(
    ("sort", "name", "excluded"),
    [
        ("official", "Vale Front", True),
        ("official", "Radio Dalmora", True),
        ("organisation", "Israeli Army", True),
        ("organisation", "Vale Front", False),
        ("organisation", "Arakan Army", False),
    ],
)
def test_an_office_a_side_and_a_medium_exclude_each_other(sort: Kind, name: str, excluded: bool) -> None:
    first, second = name.split()
    page = reading(f"{first}/PROPN/3/nsubj {second}/PROPN/1/flat spoke/VERB/0/root")
    found = ChainIndex.of(page).parties.names.all[0]
    assert found.text == name
    assert apart(sort, found) is excluded


def test_a_group_is_no_body_that_is_described_as_an_agency() -> None:
    page = reading("Vale/PROPN/3/nsubj Watch/PROPN/1/flat spoke/VERB/0/root")
    found = ChainIndex.of(page).parties.names.all[0]
    assert apart("organisation", found, {"agency"})
    assert not apart("organisation", found, {"charity"})


def test_a_ministry_is_no_body_that_is_described_as_a_union() -> None:
    page = reading("OTV/PROPN/2/nsubj spoke/VERB/0/root")
    found = ChainIndex.of(page).parties.names.all[0]
    assert apart("official", found, {"union"})
    assert not apart("official", found, {"agency"})
