"""Names in a report: where they end, what goes before them, which is the fullest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import gender
from standoff.records import SpanTable
from trees import reading

TITLED = "Sheriff/PROPN/3/compound Ana/PROPN/3/compound Bly/PROPN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct"
SHORT = "Bly/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
BODY = (
    "The/DET/2/det Ministry/PROPN/6/nsubj of/ADP/4/case Roads/PROPN/2/nmod now/ADV/6/advmod met/VERB/0/root "
    "./PUNCT/6/punct"
)
TWO = "Tellis/PROPN/4/nsubj and/CCONJ/3/cc Ostrany/PROPN/1/conj met/VERB/0/root ./PUNCT/4/punct"
ROLE = (
    "Ana/PROPN/5/nsubj ,/PUNCT/4/punct a/DET/4/det spokeswoman/NOUN/1/appos left/VERB/0/root ./PUNCT/5/punct"
)
INITIALS = (
    "The/DET/3/det Grain/PROPN/3/compound Board/PROPN/4/nsubj met/VERB/0/root GB/PROPN/4/obj ./PUNCT/4/punct"
)


def found(*lines: str) -> Names:
    return Names(Page.of(reading("\n".join(lines))))


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        (TITLED, ["Ana Bly"]),
        (SHORT, ["Bly"]),
        (TWO, ["Tellis", "Ostrany"]),
        (INITIALS, ["Grain Board", "GB"]),
    ],
)
def test_a_name_ends_where_the_tree_ends_it_and_has_no_title(line: str, texts: list[str]) -> None:
    assert [name.text for name in found(line).all] == texts


def test_a_body_keeps_the_words_behind_its_preposition() -> None:
    assert [name.text for name in found(BODY).all] == ["Ministry of Roads"]


def test_a_surname_alone_is_the_full_name() -> None:
    names = found(TITLED, SHORT)
    assert names.fullest(names.all[-1]).text == "Ana Bly"


def test_two_words_are_no_short_form_of_a_longer_name_that_comes_later() -> None:
    first = "Ana/PROPN/3/nsubj Bly/PROPN/1/flat spoke/VERB/0/root"
    namesake = "Dr./PROPN/2/compound Ana/PROPN/5/nsubj Bly/PROPN/2/flat Orlo/PROPN/2/flat slept/VERB/0/root"
    names = found(first, namesake)
    assert names.fullest(names.all[0]).text == "Ana Bly"
    again = found(namesake, first)
    assert again.fullest(again.all[-1]).text == "Ana Bly Orlo"


def test_initials_are_the_name_they_stand_for() -> None:
    names = found(INITIALS)
    assert names.fullest(names.all[-1]).text == "Grain Board"


def test_a_surname_misspelt_by_one_letter_is_the_full_name() -> None:
    full = "Sheriff/PROPN/3/compound Ana/PROPN/3/compound Eguiluz/PROPN/4/nsubj spoke/VERB/0/root"
    names = found(full, "Equiluz/PROPN/2/nsubj left/VERB/0/root")
    assert names.fullest(names.all[-1]).text == "Ana Eguiluz"


def test_short_forms_in_brackets_stand_for_the_name_before_them() -> None:
    first = (
        "The/DET/3/det River/PROPN/3/compound Office/PROPN/7/nsubj "
        "(/PUNCT/5/punct XQZ/PROPN/3/appos )/PUNCT/5/punct met/VERB/0/root"
    )
    names = found(first, "XQZ/PROPN/2/nsubj left/VERB/0/root")
    assert names.fullest(names.all[-1]).text == "River Office"


def test_a_capital_joins_a_word_to_the_name_beside_it() -> None:
    line = (
        "the/DET/4/det New/ADJ/4/amod Tellis/PROPN/4/compound "
        "Police/PROPN/5/nsubj met/VERB/0/root all/DET/5/obj today/NOUN/5/obl"
    )
    assert [name.text for name in found(line).all] == ["New Tellis Police"]


def test_days_are_no_part_of_a_name() -> None:
    line = "Ana/PROPN/4/nsubj Bly/PROPN/1/flat Sunday/PROPN/4/obl left/VERB/0/root"
    assert [name.text for name in found(line).all] == ["Ana Bly"]


def test_an_office_with_its_field_is_no_part_of_a_name() -> None:
    line = (
        "Minister/PROPN/6/nsubj of/ADP/3/case Justice/PROPN/1/nmod "
        "Ana/PROPN/1/flat Bly/PROPN/1/flat left/VERB/0/root"
    )
    assert [name.text for name in found(line).all] == ["Ana Bly"]


def test_a_capital_alone_tells_the_field_of_an_office() -> None:
    line = (
        "Then/ADV/6/advmod Secretary/PROPN/5/nmod of/ADP/4/case State/NOUN/5/nmod "
        "Ana/PROPN/7/nsubj Bly/PROPN/5/flat left/VERB/0/root"
    )
    assert [name.text for name in found(line).all] == ["Ana Bly"]


def test_titles_and_appositions_describe_a_person() -> None:
    titled, role = found(TITLED), found(ROLE)
    assert [titled.page.forms[word] for word in titled.all[0].described] == ["sheriff"]
    assert gender(role.page.forms[word] for word in role.all[0].described) == "f"
    assert (titled.all[0].person, role.all[0].person) == (True, True)


def test_a_word_of_a_few_capitals_is_no_person_though_the_model_takes_it_for_one() -> None:
    made = reading("KNO/PROPN/2/nsubj left/VERB/0/root all/DET/2/obj")
    people = SpanTable(
        np.array([[0, 1]], np.int32),
        np.zeros(1, np.int32),
        np.ones(1, np.float32),
        np.full(1, -1, np.int32),
        ("person",),
    )
    assert [name.person for name in Names(Page.of(replace(made, entities=people))).all] == [None]


@pytest.mark.parametrize(
    ("relation", "text"), [("compound", "Human Rights Bureau"), ("amod", "Rights Bureau")]
)
def test_an_adjective_that_opens_a_sentence_is_of_a_name_where_the_tree_compounds_it(
    relation: str, text: str
) -> None:
    line = f"Human/ADJ/2/{relation} Rights/PROPN/3/compound Bureau/PROPN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct"
    assert [name.text for name in found(line).all] == [text]


def test_what_which_follows_is_no_person() -> None:
    line = (
        "Ana/PROPN/7/nsubj Path/PROPN/1/flat ,/PUNCT/5/punct {which}/PRON/5/nsubj met/VERB/1/acl ,/PUNCT/5/punct "
        "spoke/VERB/0/root ./PUNCT/7/punct"
    )
    persons = [found(line.format(which=which)).all[0].person for which in ("which", "who")]
    assert persons[0] is False
    assert persons[1] is not False


@pytest.mark.parametrize(("mark", "full"), [('"', "Ana Tamm"), (",", "Fair Tamm")])
def test_a_name_that_is_only_cited_is_the_full_form_of_none(mark: str, full: str) -> None:
    names = found(
        "Ana/PROPN/3/nsubj Tamm/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct\n"
        f"They/PRON/2/nsubj read/VERB/0/root {mark}/PUNCT/4/punct Fair/PROPN/2/obj Tamm/PROPN/4/flat "
        f"{mark}/PUNCT/4/punct\n"
        "Tamm/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
    )
    assert names.fullest(names.all[-1]).text == full


@pytest.mark.parametrize(("noun", "person"), [("group", False), ("clerk", None)])
def test_what_is_said_to_be_a_body_behind_its_name_is_no_person(noun: str, person: bool | None) -> None:
    line = (
        f"Ana/PROPN/7/nsubj Path/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det {noun}/NOUN/1/appos ,/PUNCT/1/punct "
        "spoke/VERB/0/root ./PUNCT/7/punct"
    )
    told = found(line).all[0].person
    assert told is person if person is False else told is not False


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("al/PROPN/2/obl ~-/PUNCT/4/punct ~Marab/PROPN/4/flat", "al-Marab"),
        ("bin/PROPN/2/obl Kadir/PROPN/4/flat", "bin Kadir"),
        ("de/PROPN/2/obl la/PROPN/4/flat Cruz/PROPN/4/flat", "de la Cruz"),
        ("de/ADP/5/case Cruz/PROPN/2/obl", "Cruz"),
        ("anti/ADJ/6/amod ~-/PUNCT/6/punct ~Marab/PROPN/2/obl", "Marab"),
    ],
)
def test_a_name_begins_with_the_small_words_that_are_of_it(name: str, text: str) -> None:
    (made,) = found(
        f"Men/NOUN/2/nsubj fled/VERB/0/root from/ADP/4/case {name} on/ADP/2/advmod foot/NOUN/2/obl"
    ).all
    assert made.text == text


def test_an_office_before_a_body_with_an_article_does_not_end_its_name() -> None:
    line = (
        "a/DET/2/det spokesman/NOUN/7/nsubj for/ADP/4/case al/PROPN/2/nmod ~-/PUNCT/4/punct ~Marab/PROPN/4/flat "
        "fled/VERB/0/root ./PUNCT/7/punct"
    )
    assert [name.text for name in found(line).all] == ["al-Marab"]


@pytest.mark.parametrize(("noun", "told"), [("leader", [True]), ("bribes", [False])])
def test_of_a_clause_on_a_name_only_nouns_for_people_and_bodies_describe_it(
    noun: str, told: list[bool]
) -> None:
    line = (
        "Ana/PROPN/7/nsubj Bly/PROPN/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj denied/VERB/1/acl {noun}/NOUN/5/obj "
        "left/VERB/0/root"
    )
    names = found(
        line.format(noun=noun).replace("/NOUN/5/obj", "/NOUN/5/obj ,/PUNCT/5/punct").replace("/7/", "/8/")
    )
    assert [5 in names.descriptions(name) for name in names.all] == told


@pytest.mark.parametrize("tag", ["ADP", "X"])
def test_a_preposition_with_a_capital_is_of_the_name_whatever_its_tag(tag: str) -> None:
    line = (
        "they/PRON/2/nsubj saw/VERB/0/root Water/PROPN/2/obj Without/{tag}/5/case Borders/PROPN/3/nmod "
        "leave/VERB/2/xcomp"
    )
    assert [name.text for name in found(line.format(tag=tag)).all] == ["Water Without Borders"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Vale/PROPN/2/obj ~./PUNCT/3/punct ~ru/PROPN/3/flat", "Vale.ru"),
        ("161/NUM/2/obj ~./PUNCT/3/punct ~ru/NOUN/3/nmod", "161.ru"),
    ],
)
def test_a_web_address_is_a_name(words: str, text: str) -> None:
    (name,) = found(f"they/PRON/2/nsubj read/VERB/0/root {words} on/ADP/2/advmod foot/NOUN/2/obl").all
    assert name.text == text


@pytest.mark.parametrize(
    ("aside", "described"),
    [
        (",/PUNCT/1/punct at/ADP/5/case press/NOUN/5/compound events/NOUN/6/obl", set()),
        ("(/PUNCT/1/punct R/NOUN/1/dep -/PUNCT/3/punct Orla/PROPN/3/dep", {"r"}),
        ("(/PUNCT/1/punct X/NOUN/1/dep -/PUNCT/3/punct Orla/PROPN/3/dep", set()),
    ],
)
def test_where_somebody_speaks_does_not_describe_him_and_his_seat_does(
    aside: str, described: set[str]
) -> None:
    names = found(f"Bly/PROPN/6/nsubj {aside} spoke/VERB/0/root")
    words = {names.page.forms[word] for word in names.descriptions(names.all[0])}
    assert words & {"at", "press", "r", "x"} == described


def test_an_adjective_opens_a_body_s_name_where_all_is_in_capitals() -> None:
    names = found("THE/DET/3/det RED/ADJ/3/amod CROSS/PROPN/4/nsubj SPOKE/VERB/0/root")
    assert [name.text for name in names.all] == ["RED CROSS"]
