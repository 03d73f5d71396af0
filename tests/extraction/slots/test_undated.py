"""Times that date nothing that happened."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.undated import is_undated
from standoff.records import SpanTable
from trees import reading

_OF_THING = "They/PRON/2/nsubj told/VERB/0/root the/DET/5/det 2015/NUM/5/{relation} {thing}/NOUN/2/obj"


def undated(tree: str, first: int, last: int, label: str = "", word: int = 0) -> bool:
    """Whether words ``first`` to ``last`` date nothing, where the model takes ``word`` for a ``label``."""
    one = np.ones(1, np.int32)
    entity = SpanTable(
        np.array([(word, word + 1)], np.int32), 0 * one, one.astype(np.float32), -one, (label,)
    )
    made = reading(tree)
    return is_undated(Page.of(replace(made, entities=entity) if label else made), Stretch(first, last))


_DEAD = "He/PRON/3/nsubj was/AUX/3/aux {verb}/VERB/0/root {what}/ADJ/3/xcomp at/ADP/6/case 5:40/NUM/3/obl"
_DIED = "He/PRON/2/nsubj died/VERB/0/root at/ADP/5/case the/DET/5/det {place}/NOUN/2/obl {time}/NUM/2/obl"
_FOUND = (  # the tree takes the examination for who did it
    "An/DET/2/det autopsy/NOUN/5/nsubj showed/VERB/5/advcl her/PRON/5/obj killed/VERB/0/root Monday/PROPN/5/obl"
)
_BODY = "An/DET/2/det {thing}/NOUN/4/nsubj was/AUX/4/aux performed/VERB/0/root Monday/PROPN/4/obl"


_TOLD = (
    "In/ADP/3/case a/DET/3/det {account}/NOUN/8/obl in/ADP/5/case May/PROPN/{head} the/DET/7/det guild/NOUN/8/nsubj "
    "said/VERB/0/root so/ADV/8/advmod"
)


@pytest.mark.parametrize("head", ["3/nmod", "8/obl"])
@pytest.mark.parametrize(("account", "expected"), [("report", True), ("statement", True), ("raid", False)])
def test_when_an_account_was_given_is_not_when_its_deed_was_done(
    account: str, head: str, expected: bool
) -> None:
    assert undated(_TOLD.format(account=account, head=head), 4, 5) is expected


@pytest.mark.parametrize(
    ("tree", "word", "expected"),
    [
        (_DEAD.format(verb="pronounced", what="dead"), 5, True),
        (_DEAD.format(verb="found", what="dead"), 5, False),
        (_DIED.format(place="hospital", time="5:40"), 5, True),
        (_DIED.format(place="hospital", time="Monday"), 5, False),
        (_DIED.format(place="market", time="5:40"), 5, False),
        (_BODY.format(thing="autopsy"), 4, True),
        (_BODY.format(thing="raid"), 4, False),
        (_FOUND, 5, False),
    ],
)
def test_when_a_death_was_recorded_is_not_when_the_deed_was_done(
    tree: str, word: int, expected: bool
) -> None:
    assert undated(tree, word, word + 1) is expected


DATED = (
    "In/ADP/3/case a/DET/3/det {what}/NOUN/7/obl in/ADP/5/case March/PROPN/7/obl guards/NOUN/7/nsubj "
    "spoke/VERB/0/root"
)


def test_a_month_of_a_report_is_no_time_of_what_it_tells() -> None:
    assert undated(DATED.format(what="report"), 4, 5)
    assert undated(DATED.format(what="report"), 3, 5)
    assert not undated(DATED.format(what="raid"), 4, 5)


def test_how_many_minutes_later_it_was_tells_no_time() -> None:
    line = "Ten/NUM/2/nummod {unit}/NOUN/4/obl later/ADV/2/advmod he/PRON/5/nsubj fled/VERB/0/root"
    assert undated(line.format(unit="minutes"), 0, 3)
    assert not undated(line.format(unit="days"), 0, 3)


@pytest.mark.parametrize(("state", "expected"), [("condition", True), ("hiding", False)])
def test_how_the_hurt_were_on_a_day_was_not_done_on_it(state: str, expected: bool) -> None:
    tree = "He/PRON/4/nsubj was/AUX/4/cop in/ADP/4/case {state}/NOUN/0/root on/ADP/6/case Friday/PROPN/{head}/obl"
    assert undated(tree.format(state=state, head=4), 5, 6) is expected
    assert undated(tree.format(state=state, head=1), 5, 6) is expected


@pytest.mark.parametrize("relation", ["nummod", "compound"])
@pytest.mark.parametrize(
    ("thing", "label", "expected"),
    [("figures", "abstract", True), ("raid", "event", False), ("Christmas", "time", False)],
)
def test_the_year_of_a_thing_dates_nothing(relation: str, thing: str, label: str, expected: bool) -> None:
    tree = _OF_THING.format(relation=relation, thing=thing)
    assert undated(tree, 3, 4, label, 4) is expected


def test_the_number_of_a_house_is_no_hour() -> None:
    tree = "shot/VERB/0/root at/ADP/5/case 2110/NUM/5/nummod Elm/PROPN/5/compound Street/PROPN/1/obl"
    assert undated(tree, 2, 3)
    assert undated(tree, 1, 3)


def test_how_things_stood_as_of_a_day_was_not_done_on_it() -> None:
    tree = "{as_}/ADP/3/case of/ADP/3/case Friday/PROPN/5/obl ten/NUM/5/nsubj died/VERB/0/root"
    assert undated(tree.format(as_="As"), 2, 3)
    assert undated(tree.format(as_="As"), 0, 3)
    assert not undated(tree.format(as_="Out"), 2, 3)


@pytest.mark.parametrize(
    ("picture", "taken", "expected"),
    [("images", "taken", True), ("clip", "taken", False), ("images", "shown", False)],
)
def test_when_a_picture_was_taken_is_not_when_what_it_shows_was_done(
    picture: str, taken: str, expected: bool
) -> None:
    tree = f"{picture}/NOUN/5/nsubj {taken}/VERB/1/acl on/ADP/4/case Friday/PROPN/2/obl show/VERB/0/root it/PRON/5/obj"
    assert undated(tree, 3, 4) is expected
    near = f"{picture}/NOUN/4/nsubj from/ADP/3/case Friday/PROPN/1/nmod show/VERB/0/root it/PRON/4/obj"
    assert undated(near, 2, 3) is (picture == "images")


@pytest.mark.parametrize(("relation", "expected"), [("xcomp", True), ("obl", False)])
def test_a_date_that_a_group_is_called_by_dates_nothing(relation: str, expected: bool) -> None:
    tree = "Men/NOUN/2/nsubj call/VERB/0/root it/PRON/2/obj 9/NUM/2/{relation} June/PROPN/4/nmod"
    assert undated(tree.format(relation=relation), 3, 5) is expected


@pytest.mark.parametrize(("noun", "expected"), [("group", True), ("raid", False)])
def test_a_date_before_a_body_is_its_name(noun: str, expected: bool) -> None:
    tree = f"the/DET/4/det 9/NUM/4/compound June/PROPN/2/nmod {noun}/NOUN/5/nsubj fled/VERB/0/root"
    assert undated(tree, 1, 3) is expected


def test_somebody_who_is_called_like_a_month_is_no_time() -> None:
    tree = "Jan/PROPN/3/nsubj Roe/PROPN/1/flat fled/VERB/0/root"
    assert undated(tree, 0, 2, "person", 0)
    assert not undated(tree, 0, 1, "time", 0)


@pytest.mark.parametrize(
    ("clocks", "expected"), [(("3:20", "2:10", "1:05"), True), (("1:05", "2:10", "3:20"), False)]
)
def test_clock_times_of_entries_are_those_of_writing_where_the_last_entry_comes_first(
    clocks: tuple[str, ...], expected: bool
) -> None:
    tree = "\n".join(
        f"{clock}/NUM/3/obl -/PUNCT/1/punct shots/NOUN/0/root rang/VERB/3/acl" for clock in clocks
    )
    assert undated(tree, 0, 1) is expected


@pytest.mark.parametrize(("whom", "expected"), [("itself", True), ("meetings", False)])
def test_what_somebody_calls_itself_is_its_name_whatever_the_tree_makes_of_it(
    whom: str, expected: bool
) -> None:
    tree = f"It/PRON/2/nsubj calls/VERB/0/root {whom}/PRON/2/obj 9/NUM/2/ccomp June/PROPN/4/nmod"
    assert undated(tree, 3, 5) is expected


@pytest.mark.parametrize(
    ("case", "thing", "expected"),
    [
        ("of", "election", True),
        ("over", "election", True),
        ("in", "election", False),
        ("over", "raid", False),
    ],
)
def test_the_day_of_an_occasion_is_not_that_of_what_is_told_beside_it(
    case: str, thing: str, expected: bool
) -> None:
    relation = "nmod" if case == "of" else "obl"
    tree = (
        f"They/PRON/2/nsubj fought/VERB/0/root {case}/ADP/6/case Sunday/PROPN/6/nmod 's/PART/4/case "
        f"{thing}/NOUN/2/{relation}"
    )
    assert undated(tree, 3, 4) is undated(tree, 3, 6) is expected


@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [("claimed", "responsibility", True), ("claimed", "lives", False), ("took", "responsibility", False)],
)
def test_when_a_deed_was_claimed_is_not_when_it_was_done(verb: str, thing: str, expected: bool) -> None:
    tree = f"Rebels/NOUN/2/nsubj {verb}/VERB/0/root {thing}/NOUN/2/obj on/ADP/5/case Monday/PROPN/2/obl"
    assert undated(tree, 4, 5) is expected
