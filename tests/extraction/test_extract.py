"""Extraction: from slot spans and trees to claims."""

import gc
import sys

import pytest

from standoff.extraction import extract
from trees import reading

TREE = """
Gunmen/NOUN/2/nsubj shot/VERB/0/root a/DET/4/det guard/NOUN/2/obj near/ADP/6/case trees/NOUN/2/obl ./PUNCT/2/punct
The/DET/2/det guard/NOUN/3/nsubj fell/VERB/0/root ./PUNCT/3/punct
"""


def claims(*slots: tuple[str, str, float]) -> list[tuple[str, list[str]]]:
    made = extract(reading(TREE, slots=list(slots)))
    text = made.report.text
    return [(claim.slot, [span.quote(text) for span in claim.evidence]) for claim in made.claims]


def test_a_mention_plays_the_role_that_scores_best() -> None:
    assert claims(("suspect", "Gunmen", 0.4), ("actor", "Gunmen", 0.8)) == [("actor", ["Gunmen"])]


def test_words_that_say_one_thing_are_not_said_to_say_another() -> None:
    assert claims(("observation", "shot a guard near trees", 0.8), ("motive", "a guard near trees", 0.4)) == [
        ("observation", ["shot a guard near trees"])
    ]


def test_other_slots_of_the_same_words_stay() -> None:
    assert claims(("target", "a guard", 0.8), ("place", "a guard", 0.7)) == [
        ("place", ["a guard"]),
        ("target", ["a guard"]),
    ]


def test_who_was_hurt_is_the_target_too() -> None:
    assert claims(("target", "a guard", 0.4), ("killed", "a guard", 0.8)) == [
        ("killed", ["a guard"]),
        ("target", ["a guard"]),
    ]


def test_a_value_said_again_by_the_same_chain_is_one_claim_with_both_places() -> None:
    assert claims(("target", "guard", 0.8), ("target", "guard", 0.6)) == [("target", ["guard", "guard"])]


def test_slots_of_a_very_long_report_are_grouped_some_at_a_time_and_none_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = reading(
        TREE, slots=[("actor", "Gunmen", 0.8), ("target", "a guard", 0.8), ("place", "trees", 0.8)]
    )
    whole = extract(made)
    monkeypatch.setattr(sys.modules["standoff.extraction.extract"], "TOGETHER", 2)
    apart = extract(made)
    assert [claim.slot for claim in apart.claims] == [claim.slot for claim in whole.claims]
    assert (len(whole.events), len(apart.events)) == (1, 2)


def test_a_toll_of_the_tree_in_a_line_about_the_page_is_none() -> None:
    told = "Two/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux {read} killed/VERB/0/root"
    here = "A/DET/2/det van/NOUN/3/nsubj crashed/VERB/0/root"
    for more, slots in (
        ("", ["killed", "target"]),
        ("all/DET/6/det rights/NOUN/6/dep reserved/VERB/4/dep", ["target"]),
    ):
        made = reading(f"{here}\n{told.format(read=more)}", slots=[("target", "A van", 0.9)])
        assert sorted(claim.slot for claim in extract(made).claims) == slots


def test_a_hedge_is_told_once_and_not_where_the_realis_is_another() -> None:
    tree = (
        "A/DET/2/det ferry/NOUN/7/nsubj is/AUX/7/aux being/AUX/7/aux is/AUX/7/aux expected/VERB/7/dep "
        "sunk/VERB/0/root"
    )
    [claim] = extract(reading(tree, slots=[("target", "A ferry", 0.8)])).claims
    kept = {"ongoing": "is being", "intended": "is expected"}
    assert [hedge.text for hedge in claim.hedges].count("is expected") == 1
    assert {hedge.text for hedge in claim.hedges} == {"is expected", kept[claim.realis]}


def test_people_whom_alone_the_model_reads_and_gives_another_fate_have_that_of_the_tree() -> None:
    tree = (
        "All/DET/3/det 64/NUM/3/nummod riders/NOUN/4/nsubj escaped/VERB/0/root without/ADP/6/case "
        "injury/NOUN/4/obl"
    )
    made = extract(reading(tree, slots=[("injured", "All 64 riders", 0.4)]))
    assert [claim.slot for claim in made.claims] == ["unharmed"]


def test_who_was_freed_is_no_captive_though_the_sentence_tells_of_captives() -> None:
    tree = (
        "Men/NOUN/2/nsubj took/VERB/0/root hostages/NOUN/2/obj and/CCONJ/6/cc troops/NOUN/6/nsubj came/VERB/2/conj "
        "freeing/VERB/6/advcl 17/NUM/9/nummod hostages/NOUN/7/obj"
    )
    read = [("freed", "freeing 17 hostages", 0.6), ("captive", "17 hostages", 0.5)]
    made = extract(reading(tree, slots=read))
    assert [claim.slot for claim in made.claims if claim.slot in ("captive", "freed")] == ["freed"]


def test_a_doubt_about_a_source_is_a_hedge_and_leaves_the_value_certain() -> None:
    tree = (
        "{doubt}/ADJ/2/amod reports/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark rebels/NOUN/6/nsubj "
        "burned/VERB/3/ccomp barns/NOUN/6/obj"
    )
    for doubt, hedges in (("Unconfirmed", [("Unconfirmed", "source")]), ("Several", [])):
        made = extract(reading(tree.format(doubt=doubt), slots=[("target", "barns", 0.9)]))
        (claim,) = made.claims
        assert [(hedge.text, hedge.level) for hedge in claim.hedges] == hedges
        assert claim.certainty == "certain"


def test_who_holds_others_is_no_captive() -> None:
    tree = "The/DET/4/det hostage/NOUN/4/compound -/PUNCT/4/punct {who}/NOUN/6/nsubj were/AUX/6/aux seized/VERB/0/root"
    for who, slots in (("takers", []), ("guards", ["captive"])):
        made = reading(tree.format(who=who), slots=[("captive", f"The hostage - {who}", 0.9)])
        assert [claim.slot for claim in extract(made).claims] == slots


@pytest.mark.parametrize(
    ("people", "arrested"), [("a clerk", False), ("one clerk", True), ("two clerks", True)]
)
def test_a_single_arrestee_is_no_toll_but_the_target(people: str, arrested: bool) -> None:
    word, noun = people.split()
    tree = f"Police/NOUN/2/nsubj arrested/VERB/0/root {word}/NUM/4/nummod {noun}/NOUN/2/obj ./PUNCT/2/punct"
    claims = extract(reading(tree, slots=[("arrested", people, 0.9)])).claims
    assert [claim.slot for claim in claims] == ["arrested" if arrested else "target"]
    known = extract(reading(tree, slots=[("arrested", people, 0.9), ("target", noun, 0.4)])).claims
    assert sorted(claim.slot for claim in known) == (["arrested", "target"] if arrested else ["target"])


def test_the_arrestee_is_told_without_the_verb_that_the_words_of_a_toll_hold() -> None:
    tree = "A/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux arrested/VERB/0/root ./PUNCT/4/punct"
    made = extract(reading(tree, slots=[("arrested", "A clerk was arrested", 0.9)]))
    assert [(claim.slot, made.report.text[slice(*claim.evidence[0])]) for claim in made.claims] == [
        ("target", "A clerk")
    ]


@pytest.mark.parametrize(
    ("who", "seen", "found"),
    [
        ("A/DET/2/det clerk", ("actor", "guards"), []),
        ("A/DET/2/det clerk", ("target", "clerk"), ["A clerk was beaten"]),
        ("Two/NUM/2/nummod clerks", ("actor", "guards"), ["Two clerks were beaten"]),
    ],
)
def test_one_who_is_hurt_is_told_by_the_tree_only_where_the_model_sees_whom_it_was_done_to(
    who: str, seen: tuple[str, str], found: list[str]
) -> None:
    was = "were" if who.startswith("Two") else "was"
    tree = f"{who}/NOUN/4/nsubj {was}/AUX/4/aux beaten/VERB/0/root by/ADP/6/case guards/NOUN/4/obl"
    made = extract(reading(tree, slots=[(*seen, 0.8)]))
    assert [
        made.report.text[slice(*claim.evidence[0])] for claim in made.claims if claim.slot == "injured"
    ] == found


def test_nothing_that_a_report_needed_waits_for_the_garbage_collector() -> None:
    made = reading(
        TREE, slots=[("actor", "Gunmen", 0.8), ("target", "a guard", 0.8), ("place", "trees", 0.8)]
    )
    extract(made)
    gc.collect()
    gc.disable()
    try:
        extract(made)
        assert gc.collect() == 0
    finally:
        gc.enable()
