"""Tellings that did not happen."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.negated import is_negated
from standoff.extraction.grammar.page import Page, Stretch
from standoff.records.claims import Act
from trees import reading

DOUBTS = reading(
    "Reuters/PROPN/5/nsubj could/AUX/5/aux not/PART/5/advmod independently/ADV/5/advmod verify/VERB/0/root "
    "the/DET/7/det reports/NOUN/5/obj ~./PUNCT/5/punct"
)


@pytest.mark.parametrize(
    ("cue", "act", "negated"),
    [
        ((1, 5), "confirms", True),  # could not independently verify
        ((4, 5), "confirms", True),  # verify
        ((2, 4), "confirms", False),  # not independently
        ((4, 5), "denies", False),  # whatever denies, it is not this verb
    ],
)
def test_a_not_on_the_verb_with_the_act_undoes_it(cue: tuple[int, int], act: Act, negated: bool) -> None:
    assert is_negated(Page.of(DOUBTS), (Stretch(*cue),), act) is negated
