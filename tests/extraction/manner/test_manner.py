"""How firmly a value is said, from the words around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.manner.manner import Manner, manner


def read(marked: str, slot: str = "observation", *, attributed: bool = False) -> Manner:
    """The manner of the words between * and *."""
    words = marked.split()
    first, last = (at for at, word in enumerate(words) if word == "*")
    return manner([word for word in words if word != "*"], first, last - 1, slot, attributed=attributed)


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("Gunmen stormed * the depot *", "target", ("affirmed", "certain", "actual")),
        ("police believe * three dockers * did it", "suspect", ("affirmed", "probable", "actual")),
        ("* the men * are believed to have fled", "actor", ("affirmed", "probable", "actual")),
        ("the raid appeared to be * revenge *", "motive", ("affirmed", "probable", "actual")),
        ("an alleged * Red Front * member", "affiliation", ("affirmed", "probable", "actual")),
        ("the fuse may have been set by * dockers *", "actor", ("affirmed", "possible", "actual")),
        ("* it was not clear who did it *", "status", ("affirmed", "unspecified", "actual")),
        ("the front denied * setting the fire *", "observation", ("denied", "certain", "actual")),
        ("reports that * a second man * had died were wrong", "killed", ("denied", "certain", "actual")),
        ("police shot * the wrong man *", "target", ("affirmed", "certain", "actual")),
        ("* No group * has claimed the raid", "claimant", ("denied", "certain", "actual")),
        ("no * farms * were hit", "target", ("denied", "certain", "actual")),
        ("asked whether * the clerk * had died", "killed", ("affirmed", "unspecified", "actual")),
        (
            "neither confirmed nor denied that * two men * died",
            "killed",
            ("affirmed", "unspecified", "actual"),
        ),
        ("snipers continue to hold out in * the mill *", "target", ("affirmed", "certain", "actual")),
        ("* snipers * continue to hold out", "actor", ("affirmed", "certain", "ongoing")),
        ("they vowed to strike * the port *", "target", ("affirmed", "certain", "intended")),
        ("* the dockers will march *", "observation", ("affirmed", "certain", "intended")),
        ("* if the mayor does not resign *", "observation", ("affirmed", "certain", "hypothetical")),
        ("* the case is under investigation *", "status", ("affirmed", "certain", "ongoing")),
        ("they tried to plant * a bomb *", "weapon", ("affirmed", "certain", "actual")),
        ("they tried to kill * the mayor *", "target", ("affirmed", "certain", "intended")),
        ("the prosecutor asked for * ten years *", "sentence", ("affirmed", "certain", "intended")),
        ("* her cousin * is not a suspect", "suspect", ("denied", "certain", "actual")),
        ("a man accused of killing * two dockers *", "killed", ("affirmed", "probable", "actual")),
        (
            "police did not confirm that * two dockers * had died",
            "killed",
            ("affirmed", "unspecified", "actual"),
        ),
        ("* six raiders * were either shot or taken", "killed", ("affirmed", "possible", "actual")),
        ("* three men * are reported to have been killed", "killed", ("affirmed", "probable", "actual")),
        ("* Suspected rebels * blew up a bridge", "actor", ("affirmed", "probable", "actual")),
        ("she faces * ten years in jail *", "sentence", ("affirmed", "possible", "actual")),
        ("a march is scheduled for * Monday *", "time", ("affirmed", "certain", "intended")),
    ],
)
def test_a_hedge_in_reach_sets_the_manner(text: str, slot: str, expected: tuple[str, str, str]) -> None:
    found = read(text, slot)
    assert (found.polarity, found.certainty, found.realis) == expected


def test_a_hedge_of_another_clause_does_not_count() -> None:
    assert read("he may resign ; gunmen shot * a guard *", "target").certainty == "certain"
    assert read("he may resign , but gunmen shot * a guard *", "target").certainty == "certain"


def test_what_a_named_source_alleges_is_certain_for_it() -> None:
    text = "he allegedly shot * a guard *"
    assert read(text, "target").certainty == "probable"
    assert read(text, "target", attributed=True).certainty == "certain"


def test_the_month_is_no_modal() -> None:
    assert read("since may 3 * dockers * stayed home", "actor").certainty == "certain"
    words = ["they", "met", "in", "may", "dockers"]
    tags = ["PRON", "VERB", "ADP", "PROPN", "NOUN"]
    assert manner(words, 4, 5, "actor", tags).certainty == "certain"


def test_a_hedge_is_kept_with_its_words_and_level() -> None:
    (hedge,) = read("police believe * three dockers * did it", "suspect").hedges
    assert (hedge.text, hedge.first, hedge.last, hedge.level, hedge.label) == (
        "believe",
        1,
        2,
        "value",
        "probable",
    )


# "Guards who may strike shot a docker": the modal belongs to the relative clause.
_WORDS = "guards who may strike shot a docker".split()
_HEADS = [4, 3, 3, 0, -1, 6, 4]


def test_by_the_tree_a_modal_reaches_only_what_its_verb_governs() -> None:
    assert manner(_WORDS, 5, 7, "target", heads=_HEADS).certainty == "certain"
    assert manner(_WORDS, 3, 4, "observation", heads=_HEADS).certainty == "possible"


def test_by_the_tree_a_denial_does_not_reach_its_own_subject() -> None:
    words = "the front denied shooting guards".split()
    heads = [1, 2, -1, 2, 3]
    assert manner(words, 4, 5, "target", heads=heads).polarity == "denied"
    assert manner(words, 0, 2, "actor", heads=heads).polarity == "affirmed"


def test_by_the_tree_no_hedge_reaches_into_a_relative_clause_that_is_known() -> None:
    words = "it might have caused the blaze that killed two".split()
    heads = [3, 3, 3, -1, 5, 3, 7, 5, 7]
    assert manner(words, 7, 9, "killed", heads=heads).certainty == "possible"
    assert manner(words, 7, 9, "killed", heads=heads, known=frozenset((7,))).certainty == "certain"


def test_by_the_tree_what_modifies_a_verb_does_not_reach_a_clause_joined_to_it() -> None:
    words = "it might be wrong and six had died".split()
    heads = [3, 3, 3, -1, 7, 7, 7, 3]
    assert manner(words, 5, 6, "killed", heads=heads).certainty == "possible"
    assert manner(words, 5, 6, "killed", heads=heads, beside=frozenset((7,))).certainty == "certain"
    fear = "they believe one died and six vanished".split()
    heads = [1, -1, 3, 1, 6, 6, 3]
    assert manner(fear, 5, 6, "missing", heads=heads, beside=frozenset((6,))).certainty == "probable"


def test_what_is_the_object_of_a_denial_is_denied_whatever_the_model_says() -> None:
    words, tags, heads = "they denied killing men".split(), ["PRON", "VERB", "VERB", "NOUN"], [1, -1, 1, 2]
    learned = [0.999, 0.001, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    assert manner(words, 2, 4, "killed", tags, heads, learned=learned).polarity == "denied"
    assert manner(words, 3, 4, "target", tags, heads, learned=learned).polarity == "affirmed"


def test_a_weapon_or_toll_of_a_denied_clause_is_denied_and_its_place_is_left_to_the_model() -> None:
    words = "they denied that guards used gas".split()
    tags, heads = ["PRON", "VERB", "SCONJ", "NOUN", "VERB", "NOUN"], [1, -1, 4, 4, 1, 4]
    learned = [0.999, 0.001, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    assert manner(words, 5, 6, "weapon", tags, heads, learned=learned).polarity == "denied"
    assert manner(words, 5, 6, "captive", tags, heads, learned=learned).polarity == "denied"
    assert manner(words, 5, 6, "place", tags, heads, learned=learned).polarity == "affirmed"


def test_a_tree_with_a_loop_is_read_all_the_same() -> None:
    assert manner(["may", "strike", "now"], 2, 3, "observation", heads=[1, 2, 1]).polarity == "affirmed"


@given(
    st.lists(
        st.sampled_from("may not believe the men denied if will , ; still he".split()),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)
def test_every_label_but_the_plain_ones_has_its_words(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    heads = data.draw(
        st.none() | st.lists(st.integers(-1, len(words) - 1), min_size=len(words), max_size=len(words))
    )
    found = manner(words, first, last, "claimant", heads=heads)
    plain = (found.polarity, found.certainty, found.realis) == ("affirmed", "certain", "actual")
    assert plain is (not found.hedges)
    assert all(0 <= hedge.first < hedge.last <= len(words) for hedge in found.hedges)


def test_what_is_of_a_denied_clause_is_denied_whatever_the_model_reads() -> None:
    words = "he denied that guards had been shot".split()
    tags = ["PRON", "VERB", "SCONJ", "NOUN", "AUX", "AUX", "VERB"]
    heads = [1, -1, 6, 6, 6, 6, 1]
    affirmed = [0.999, 0.001, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    assert manner(words, 3, 4, "target", tags, heads, learned=affirmed).polarity == "denied"
    assert manner(words, 0, 1, "actor", tags, heads, learned=affirmed).polarity == "affirmed"


AFFIRMED = [0.999, 0.001, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]


def test_what_is_said_not_to_be_it_is_denied_whatever_the_model_reads() -> None:
    words = "it was not soldiers who fired".split()
    tags = ["PRON", "AUX", "PART", "NOUN", "PRON", "VERB"]
    heads = [3, 3, 3, -1, 5, 3]
    assert manner(words, 3, 4, "actor", tags, heads, learned=AFFIRMED).polarity == "denied"
    words[3:3] = ["only"]
    tags[3:3] = ["ADV"]
    heads = [4, 4, 4, 4, -1, 6, 4]
    assert manner(words, 4, 5, "actor", tags, heads, learned=AFFIRMED).polarity == "affirmed"


def test_a_negation_of_the_verb_is_no_denial_of_who_did_it() -> None:
    words, tags, heads = "rebels did not flee".split(), ["NOUN", "AUX", "PART", "VERB"], [3, 3, 3, -1]
    assert manner(words, 0, 1, "actor", tags, heads, learned=AFFIRMED).polarity == "affirmed"


def test_a_hedged_relative_clause_tells_what_part_a_thing_had() -> None:
    words = "guards found a crate that may have held the bomb".split()
    tags = ["NOUN", "VERB", "DET", "NOUN", "PRON", "AUX", "AUX", "VERB", "DET", "NOUN"]
    heads = [1, -1, 3, 1, 7, 7, 7, 3, 9, 7]
    known = frozenset((7,))
    assert manner(words, 2, 4, "weapon", tags, heads, known=known).certainty == "possible"
    assert manner(words, 2, 4, "target", tags, heads, known=known).certainty == "certain"


def test_either_leaves_open_which_fate_it_was() -> None:
    words = "six men were either killed or captured".split()
    tags = ["NUM", "NOUN", "AUX", "CCONJ", "VERB", "CCONJ", "VERB"]
    heads = [1, 4, 4, 4, -1, 6, 4]
    assert manner(words, 0, 2, "killed", tags, heads).certainty == "possible"


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("they threatened to burn * the mill *", "target"),
        ("guards foiled a raid on * the mill *", "target"),
        ("a march is planned at * the mill *", "place"),
    ],
)
def test_what_is_threatened_foiled_or_planned_is_intended(text: str, slot: str) -> None:
    assert read(text, slot).realis == "intended"


@pytest.mark.parametrize("words", ["not far from", "not long before", "no more than a mile off"])
def test_a_not_that_tells_where_or_when_denies_nothing(words: str) -> None:
    assert read(f"the bomb went off {words} * a mill *", "place") == Manner()


def test_a_plain_not_denies_a_place() -> None:
    assert read("the bomb was not in * a mill *", "place").polarity == "denied"


ACTUAL = [0.98, 0.02, 1.0, 0.0, 0.0, 0.0, 0.98, 0.0, 0.02, 0.0]


def test_whom_an_attempt_was_aimed_at_is_meant_whatever_the_model_says() -> None:
    words, heads = "they tried to kill guards".split(), [1, -1, 3, 1, 3]
    tags = ["PRON", "VERB", "PART", "VERB", "NOUN"]
    assert manner(words, 4, 5, "target", tags, heads, learned=ACTUAL).realis == "intended"
    assert manner(words, 0, 1, "actor", tags, heads, learned=ACTUAL).realis == "actual"


def test_what_depends_on_a_condition_is_hypothetical_whatever_the_model_says() -> None:
    words, heads = "if talks fail dockers will strike".split(), [2, 2, 5, 5, 5, -1]
    tags = ["SCONJ", "NOUN", "VERB", "NOUN", "AUX", "VERB"]
    assert manner(words, 3, 4, "actor", tags, heads, learned=ACTUAL).realis == "hypothetical"
    words[4], tags[4] = "often", "ADV"
    assert manner(words, 3, 4, "actor", tags, heads, learned=ACTUAL).realis == "actual"


def test_a_condition_may_hang_beside_what_depends_on_it() -> None:
    words, heads = "if dockers strike we will leave she said".split(), [2, 2, 7, 5, 5, 7, 7, -1]
    tags = ["SCONJ", "NOUN", "VERB", "PRON", "AUX", "VERB", "PRON", "VERB"]
    assert manner(words, 3, 4, "actor", tags, heads, learned=ACTUAL).realis == "hypothetical"
    assert manner(words, 1, 2, "actor", tags, heads, learned=ACTUAL).realis == "hypothetical"
    assert manner(words, 6, 7, "actor", tags, heads, learned=ACTUAL).realis == "actual"


def test_a_hedge_that_ends_in_to_reaches_the_verb_of_its_infinitive() -> None:
    words, heads = "gunmen appeared to be soldiers he said".split(), [1, 6, 4, 4, 6, 6, -1]
    assert manner(words, 4, 5, "actor", heads=heads).certainty == "probable"


def test_what_is_not_ruled_out_is_possible_and_not_denied() -> None:
    words, heads = "they have not ruled out theft".split(), [3, 3, 3, -1, 3, 3]
    found = manner(words, 5, 6, "motive", heads=heads)
    assert (found.polarity, found.certainty) == ("affirmed", "possible")
