"""One kind for one named source all through a report."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.same_kinds import SettledKinds
from standoff.records import Source
from standoff.records.claims import Identification, Kind


def source(kind: Kind, identification: Identification = "named") -> Source:
    return Source("Vesta", identification, kind)


@pytest.mark.parametrize(
    ("kinds", "kind", "expected"),
    [
        (["media", "unknown"], "unknown", "media"),
        (["media", "organisation"], "organisation", "media"),
        (["official", "organisation"], "organisation", "organisation"),
        (["official", "party"], "unknown", "unknown"),
        (["party", "unknown"], "party", "party"),
    ],
)
def test_a_named_source_is_of_the_kind_that_is_told_elsewhere(
    kinds: list[Kind], kind: Kind, expected: Kind
) -> None:
    assert SettledKinds(map(source, kinds)).of(source(kind)).kind == expected


def test_a_source_without_a_name_of_its_own_keeps_its_kind() -> None:
    assert SettledKinds([source("media")]).of(source("unknown", "role")).kind == "unknown"
