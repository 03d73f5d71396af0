"""Signs of types: what an explosion was, who attacks and who raids, whom a killing was aimed at, what nobody meant."""

from __future__ import annotations

import pytest

import trees
from standoff.extraction.events.signs import signs_of
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.trace import Point
from standoff.records import EVENT_TYPES, SLOTS, Entity, Quantity, Text, Value

LISTED = ("said", "unsaid", "actors", "no_actors", "targets", "no_targets")
TREE = (
    "{actor}/NOUN/2/nsubj {deed}/VERB/0/root the/DET/4/det {thing}/NOUN/2/obj with/ADP/6/case {means}/NOUN/2/obl "
    "./PUNCT/2/punct"
)


def page(actor: str = "They", deed: str = "hit", thing: str = "house", means: str = "guns") -> Page:
    return Page.of(trees.reading(TREE.format(actor=actor, deed=deed, thing=thing, means=means)))


def as_told(made: Page, points: list[Point], kind: str) -> str:
    """The type that the strongest sign tells of an event taken for another; that other where there is none."""
    told = max(signs_of(made, points, kind), key=lambda found: found[1], default=None)
    return told[0].kind if told else kind


def point(slot: str, word: int, value: Value | None = None) -> Point:
    return Point(0, slot, Stretch(word, word + 1), value or Entity("x"), 0.9)


@pytest.mark.parametrize(
    ("thing", "means", "hurt", "kind"),
    [
        ("house", "gas", False, "accident"),
        ("house", "smoke", False, "bombing"),
        ("house", "bombs", False, "bombing"),
        ("pipeline", "dynamite", False, "destruction"),
        ("pipeline", "dynamite", True, "bombing"),
    ],
)
def test_what_exploded_tells_bombs_from_accidents_and_sabotage(
    thing: str, means: str, hurt: bool, kind: str
) -> None:
    told = [point("target", 3), *([point("killed", 0, Quantity("toll", 2, 2))] if hurt else [])]
    assert as_told(page(thing=thing, means=means), told, "bombing") == kind


@pytest.mark.parametrize(
    ("deed", "means", "kind"),
    [("crashed", "guests", "accident"), ("crashed", "bombs", "bombing"), ("walked", "guests", "bombing")],
)
def test_a_vehicle_that_runs_into_people_is_an_accident_where_nothing_blew_up(
    deed: str, means: str, kind: str
) -> None:
    tree = (
        f"Lorries/NOUN/2/nsubj {deed}/VERB/0/root into/ADP/4/case inns/NOUN/2/obl with/ADP/6/case "
        f"{means}/NOUN/4/nmod"
    )
    assert as_told(Page.of(trees.reading(tree)), [point("target", 3)], "bombing") == kind


@pytest.mark.parametrize(
    ("actor", "deed", "was", "kind"),
    [
        ("Gunmen", "hit", "raid", "attack"),
        ("Police", "hit", "raid", "raid"),
        ("Police", "shot", "attack", "raid"),
        ("Suspects", "shot", "attack", "attack"),
        ("Police", "hit", "attack", "attack"),
        ("Soldiers", "shot", "attack", "attack"),
        ("Soldiers", "hit", "raid", "raid"),
        ("Gunmen", "shot", "bombing", "bombing"),
        ("Police", "fired", "riot", "raid"),
        ("Police", "hit", "riot", "riot"),
        ("Youths", "fired", "riot", "riot"),
        ("Protesters", "threw", "raid", "riot"),
        ("Protesters", "left", "raid", "protest"),
    ],
)
def test_who_did_it_tells_raids_from_attacks(actor: str, deed: str, was: str, kind: str) -> None:
    assert as_told(page(actor=actor, deed=deed), [point("actor", 0)], was) == kind


@pytest.mark.parametrize(("thing", "kind"), [("protesters", "raid"), ("rebels", "attack")])
def test_soldiers_who_shoot_at_a_crowd_raid(thing: str, kind: str) -> None:
    assert as_told(page(actor="Soldiers", deed="shot", thing=thing), [point("actor", 0)], "attack") == kind


PLAIN = "It/PRON/4/nsubj was/AUX/4/cop an/DET/4/det accidental/ADJ/0/root"
DOUBTED = "Was/AUX/3/cop n't/PART/3/advmod accidental/ADJ/0/root"
PLAYED = "He/PRON/2/nsubj was/AUX/0/root playing/VERB/2/xcomp with/ADP/6/case a/DET/6/det rifle/NOUN/3/obl"
FREELY = "He/PRON/2/nsubj was/AUX/0/root playing/VERB/2/xcomp with/ADP/6/case a/DET/6/det ball/NOUN/3/obl"
DISCHARGED = "The/DET/2/det rifle/NOUN/3/nsubj discharged/VERB/0/root"
FIRED = "He/PRON/2/nsubj fired/VERB/0/root the/DET/4/det rifle/NOUN/2/obj"
HIMSELF = "He/PRON/2/nsubj shot/VERB/0/root himself/PRON/2/obj in/ADP/6/case the/DET/6/det foot/NOUN/2/obl"
THEN = "Then/ADV/3/advmod he/PRON/3/nsubj shot/VERB/0/root himself/PRON/3/obj"
CHARGE = "The/DET/2/det charge/NOUN/5/nsubj is/AUX/5/cop involuntary/ADJ/5/amod manslaughter/NOUN/0/root"
OFF = "It/PRON/2/nsubj went/VERB/0/root off/ADV/2/advmod"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ([PLAIN], 2),
        ([DOUBTED], 1),
        ([DOUBTED, OFF], 2),
        ([PLAYED], 1),
        ([PLAYED, OFF], 2),
        ([FREELY, OFF], 1),
        ([DISCHARGED, HIMSELF], 2),
        ([DISCHARGED, CHARGE], 2),
        ([FIRED, CHARGE], 1),
        ([DISCHARGED, THEN], 1),
    ],
)
def test_each_word_that_nobody_meant_a_shot_counts_and_a_plain_one_twice(said: list[str], count: int) -> None:
    made = Page.of(trees.reading("\n".join(said)))
    one = next(table["weight"] for table in section("signs", "signs") if table.get("counted") == "unmeant")
    assert [worth for sign, worth in signs_of(made, [], "attack") if sign.kind == "accident"] == [count * one]


BY = (
    "A/DET/2/det clerk/NOUN/4/nsubj:pass was/AUX/4/aux shot/VERB/0/root dead/ADJ/4/xcomp by/ADP/8/case "
    "two/NUM/8/nummod {who}/NOUN/4/obl"
)
NAMED = (
    "A/DET/2/det clerk/NOUN/3/nsubj died/VERB/0/root in/ADP/7/case a/DET/7/det {whose}/NOUN/7/compound "
    "shooting/NOUN/3/obl"
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (BY.format(who="deputies"), "raid"),
        (BY.format(who="strangers"), "attack"),
        (NAMED.format(whose="police"), "raid"),
        (NAMED.format(whose="school"), "attack"),
    ],
)
def test_who_is_shot_by_forces_of_the_state_is_shot_in_a_raid(said: str, kind: str) -> None:
    assert as_told(Page.of(trees.reading(said)), [point("killed", 1)], "attack") == kind


@pytest.mark.parametrize(
    ("deed", "was", "kind"),
    [
        ("shelled", "attack", "strike"),
        ("shelled", "bombing", "strike"),
        ("shelled", "arrest", "arrest"),
        ("hit", "attack", "attack"),
    ],
)
def test_fire_from_afar_is_a_strike(deed: str, was: str, kind: str) -> None:
    assert as_told(page(deed=deed), [point("target", 3)], was) == kind


def test_fire_from_afar_in_two_words() -> None:
    raid = "An/DET/3/det air/NOUN/3/compound raid/NOUN/4/nsubj hit/VERB/0/root town/NOUN/4/obj"
    assert as_told(Page.of(trees.reading(raid)), [point("target", 4)], "attack") == "strike"


@pytest.mark.parametrize(
    ("actor", "slot", "kind"), [("Helicopters", "actor", "strike"), ("Helicopters", "target", "attack")]
)
def test_what_flyers_do_is_a_strike(actor: str, slot: str, kind: str) -> None:
    assert as_told(page(actor=actor), [point(slot, 0)], "attack") == kind


@pytest.mark.parametrize(
    ("deed", "slot", "kind"),
    [
        ("assassinated", "target", "assassination"),
        ("assassinated", "time", "attack"),
        ("hit", "target", "attack"),
    ],
)
def test_what_its_sentence_calls_an_assassination_is_one(deed: str, slot: str, kind: str) -> None:
    assert as_told(page(deed=deed), [point(slot, 3)], "attack") == kind


@pytest.mark.parametrize(
    ("deed", "thing", "kind"),
    [("murdered", "mayor", "assassination"), ("murdered", "baker", "attack"), ("hit", "mayor", "attack")],
)
def test_the_murder_of_who_governs_judges_or_preaches_is_an_assassination(
    deed: str, thing: str, kind: str
) -> None:
    assert as_told(page(deed=deed, thing=thing), [point("target", 3)], "attack") == kind


@pytest.mark.parametrize(
    ("deed", "thing", "was", "kind"),
    [
        ("guarded", "town", "raid", "deployment"),
        ("searched", "town", "raid", "raid"),
        ("searched", "checkpoint", "raid", "raid"),
        ("guarded", "town", "attack", "attack"),
    ],
)
def test_forces_that_only_stand_guard_are_deployed(deed: str, thing: str, was: str, kind: str) -> None:
    assert as_told(page("Troops", deed, thing), [point("actor", 0)], was) == kind


@pytest.mark.parametrize(
    ("thing", "slots", "kind"),
    [
        ("mayor", ["killed", "target"], "assassination"),
        ("mayor", ["target"], "attack"),
        ("baker", ["killed", "target"], "attack"),
    ],
)
def test_the_killing_of_who_governs_judges_or_preaches_is_an_assassination(
    thing: str, slots: list[str], kind: str
) -> None:
    assert as_told(page(thing=thing), [point(slot, 3) for slot in slots], "attack") == kind


@pytest.mark.parametrize(
    ("actor", "thing", "was", "kind"),
    [
        ("Soldiers", "rebels", "attack", "clash"),
        ("Soldiers", "rebels", "raid", "clash"),
        ("Rebels", "soldiers", "attack", "attack"),
        ("Rebels", "rebels", "attack", "attack"),
    ],
)
def test_who_hits_rebels_fights_them(actor: str, thing: str, was: str, kind: str) -> None:
    assert as_told(page(actor=actor, thing=thing), [point("actor", 0), point("target", 3)], was) == kind


def test_of_whom_a_toll_is_told_is_one_that_it_was_done_to() -> None:
    dead = point("killed", 0, Quantity("toll", 3, 3, party="rebel fighters"))
    assert as_told(page(), [dead], "attack") == "clash"


@pytest.mark.parametrize(
    ("was", "slots", "kind"),
    [
        ("abduction", ["freed", "time"], "release"),
        ("abduction", ["freed", "captive"], "abduction"),
        ("abduction", ["time"], "abduction"),
        ("raid", ["freed"], "raid"),
    ],
)
def test_an_abduction_that_only_frees_people_is_a_release(was: str, slots: list[str], kind: str) -> None:
    assert as_told(page(), [point(slot, 0, Text("They")) for slot in slots], was) == kind


@pytest.mark.parametrize(
    ("deed", "means", "was", "kind"),
    [
        ("indicted", "guns", "verdict", "charge"),
        ("charged", "trial", "verdict", "verdict"),
        ("called", "strike", "statement", "protest"),
        ("called", "truce", "statement", "statement"),
    ],
)
def test_charges_before_a_court_has_met_are_no_verdict_and_who_calls_a_strike_protests(
    deed: str, means: str, was: str, kind: str
) -> None:
    assert as_told(page(deed=deed, means=means), [point("target", 3)], was) == kind


def test_every_sign_names_types_slots_and_lists_that_there_are() -> None:
    keys = {"name", "of", "kind", "weight", "counted", "slots", "without", *LISTED}
    for table in section("signs", "signs"):
        assert table.keys() <= keys
        assert {*table["of"], table["kind"]} <= {*EVENT_TYPES}
        assert table["kind"] not in table["of"]
        assert table["weight"] > 0
        assert {*table.get("slots", ()), *table.get("without", ())} <= {*SLOTS}


def test_every_list_of_words_is_named_by_a_sign_or_a_count() -> None:
    named = {listed for table in section("signs", "signs") for key in LISTED for listed in table.get(key, ())}
    assert named | {"named_raids", "forces"} == section("signs", "lists").keys()
