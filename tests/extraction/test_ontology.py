"""Words that name event types."""

from __future__ import annotations

import pytest

from standoff.errors import ModelError
from standoff.extraction.ontology import names, triggers
from standoff.records import EVENT_TYPES


@pytest.mark.parametrize(
    ("stem", "form", "following", "named"),
    [
        ("bomb", "bombings", "", True),
        ("accord$", "accord", "", True),
        ("accord$", "according", "to", False),
        ("opened fire", "opened", "fire", True),
        ("opened fire", "opened", "", False),
        ("set fire", "set", "fires", True),
    ],
)
def test_a_stem_names_words_that_begin_so_and_a_closed_one_itself_only(
    stem: str, form: str, following: str, named: bool
) -> None:
    assert names(stem, form, following) is named


def test_every_type_of_the_guide_is_in_the_ontology() -> None:
    assert all(isinstance(triggers(kind), tuple) for kind in EVENT_TYPES)
    with pytest.raises(ModelError, match="unheard"):
        triggers("unheard")


def test_words_of_every_report_name_no_type() -> None:
    for word in ("said", "according", "plane", "freedom", "please", "shelter", "mobile", "march", "met"):
        named = [kind for kind in EVENT_TYPES for stem in triggers(kind) if names(stem, word)]
        assert not named, (word, named)
