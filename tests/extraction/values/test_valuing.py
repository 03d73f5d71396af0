"""Values that the rest of the report decides."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction import extract
from standoff.records import Quantity

_WHOLE = "Ann/PROPN/3/nsubj Sanders/PROPN/1/flat drove/VERB/0/root"
_OTHER = "Ann/PROPN/3/nsubj Sandberg/PROPN/1/flat drove/VERB/0/root"


@pytest.mark.parametrize(("before", "low"), [(_WHOLE, 1), (_OTHER, 2)])
def test_a_surname_with_s_is_one_person_where_the_report_names_her_in_full(before: str, low: int) -> None:
    told = "Sanders/PROPN/2/nsubj died/VERB/0/root"
    made = trees.reading(f"{before}\n{told}", slots=[("killed", "Sanders died", 0.9)])
    (value,) = [claim.value for claim in extract(made).claims if isinstance(claim.value, Quantity)]
    assert (value.low, value.party) == (low, "Sanders")
