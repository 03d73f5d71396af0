"""A name from its words."""

from __future__ import annotations

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.parts import joints, make_name, person_words, title_words
from trees import reading

TITLED = "Sheriff/PROPN/3/compound Ana/PROPN/3/compound Bly/PROPN/4/nsubj spoke/VERB/0/root"


def test_titles_describe_a_person_and_are_no_part_of_the_name() -> None:
    name = make_name(Page.of(reading(TITLED)), 0, 3)
    assert name is not None
    assert (name.text, name.tokens, name.person) == ("Ana Bly", ("ana", "bly"), True)
    assert 0 in name.described


def test_an_office_alone_is_no_name() -> None:
    assert make_name(Page.of(reading("Sheriff/PROPN/2/nsubj spoke/VERB/0/root")), 0, 1) is None


def test_an_entity_of_another_kind_makes_it_no_person() -> None:
    page = Page.of(reading("Tellis/PROPN/2/nsubj spoke/VERB/0/root"))
    page.entity_labels = {0: "place"}
    name = make_name(page, 0, 1)
    assert name is not None
    assert (name.person, name.entity) == (False, "place")


def test_titles_are_those_of_the_lexicon() -> None:
    assert title_words() == person_words("titles")
    assert "sheriff" in title_words()


def test_what_joins_the_words_of_a_name_is_no_token_of_it() -> None:
    line = "Ministry/PROPN/4/nsubj of/ADP/3/case Roads/PROPN/1/nmod spoke/VERB/0/root"
    name = make_name(Page.of(reading(line)), 0, 3)
    assert name is not None
    assert (name.text, name.tokens) == ("Ministry of Roads", ("ministry", "roads"))
    assert {"of", "and", "de"} <= joints()


def test_an_office_is_parted_from_its_holder_by_the_place_that_it_is_of() -> None:
    line = "Mayor/PROPN/6/nsubj of/ADP/3/case Paris/PROPN/1/nmod Ana/PROPN/1/flat Bly/PROPN/1/flat spoke/VERB/0/root"
    name = make_name(Page.of(reading(line)), 0, 5)
    assert name is not None
    assert name.text == "Ana Bly"


def test_a_common_noun_alone_is_no_name_where_all_is_in_capitals() -> None:
    assert make_name(Page.of(reading("ARMY/PROPN/2/nsubj SPOKE/VERB/0/root")), 0, 1) is None
