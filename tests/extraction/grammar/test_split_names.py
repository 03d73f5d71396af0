"""Names that the tree parts from the noun that they stand beside."""

from __future__ import annotations

from standoff.extraction.grammar.split_names import join_names

OWNER = [3, 0, 0, 4, -1]  # "Bly Ana 's office said"
RELATIONS = ["nsubj", "flat", "case", "nsubj", "root"]
TAGS = ["PROPN", "PROPN", "PART", "NOUN", "VERB"]


def test_a_name_after_a_noun_with_the_same_verb_is_that_noun_s() -> None:
    heads, relations = [2, 2, -1], ["nsubj", "nsubj", "root"]  # "channel KNT said"
    join_names(["NOUN", "PROPN", "VERB"], heads, relations)
    assert (heads[1], relations[1]) == (0, "appos")


def test_an_owner_with_the_same_verb_hangs_on_what_he_owns() -> None:
    heads, relations = [4, 0, 1, 4, -1], [*RELATIONS]  # the mark hangs on the second word of the name
    join_names([*TAGS], heads, relations)
    assert (heads, relations[0]) == ([3, 0, 0, 4, -1], "nmod")


def test_an_owner_that_hangs_on_what_he_owns_stays() -> None:
    heads, relations = [*OWNER], ["nmod", *RELATIONS[1:]]
    join_names([*TAGS], heads, relations)
    assert heads == OWNER
