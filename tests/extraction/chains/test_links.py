"""Tellings put together from the model's spans and the tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.chains.link import Link, inside, size
from standoff.extraction.chains.links import links
from standoff.extraction.grammar.page import Page, Stretch
from trees import ROLES, reading

LINE = (
    "Clerks/NOUN/2/nsubj said/VERB/0/root roads/NOUN/4/nsubj closed/VERB/2/ccomp ,/PUNCT/6/punct "
    "adding/VERB/2/advcl boats/NOUN/8/nsubj sank/VERB/6/ccomp ./PUNCT/2/punct"
)


def made(spans: list[tuple[str, str, str]], line: str = LINE) -> list[Link]:
    return links(Page.of(reading(line, spans)))


def test_linked_spans_make_one_telling() -> None:
    found = made([("source", "Clerks", "said"), ("cue", "said", ""), ("content", "roads closed", "said")])
    assert (found[0].source, found[0].content) == ((Stretch(0, 1),), (Stretch(2, 4),))


def test_the_head_of_a_source_is_not_sought_within_a_hyphenated_word() -> None:
    line = (
        "Roads/NOUN/2/nsubj closed/VERB/8/ccomp ,/PUNCT/2/punct state/NOUN/6/compound ~-/PUNCT/4/punct "
        "~funded/VERB/7/amod radio/NOUN/8/nsubj said/VERB/0/root ./PUNCT/8/punct"
    )
    spans = [
        ("source", "state-funded radio", "said"),
        ("cue", "said", ""),
        ("content", "Roads closed", "said"),
    ]
    assert made(spans, line)[0].head == 6


def test_a_bracket_behind_a_source_is_part_of_it_and_one_behind_what_is_told_is_not() -> None:
    line = (
        "Roads/NOUN/2/nsubj closed/VERB/7/ccomp (/PUNCT/4/punct twice/ADV/2/advmod )/PUNCT/4/punct ,/PUNCT/2/punct "
        "said/VERB/0/root Bly/PROPN/7/nsubj (/PUNCT/10/punct Ohio/PROPN/8/appos )/PUNCT/10/punct ./PUNCT/7/punct"
    )
    spans = [("source", "Bly", "said"), ("cue", "said", ""), ("content", "Roads closed", "said")]
    (found,) = made(spans, line)
    assert found.source == (Stretch(7, 11),)


def test_spans_without_a_link_go_to_the_nearest_cue() -> None:
    spans = [
        ("source", "Clerks", ""),
        ("cue", "said", ""),
        ("content", "roads closed", ""),
        ("cue", "adding", ""),
    ]
    assert made([*spans, ("content", "boats sank", "")])[1].content == (Stretch(6, 8),)


def test_a_cue_without_a_source_takes_its_subject_from_the_tree() -> None:
    found = made([("cue", "adding", ""), ("content", "boats sank", "adding")])
    assert [link.head for link in found if link.verb == 5] == [0]


def test_a_cue_without_content_takes_it_from_the_tree_or_is_dropped() -> None:
    assert made([("cue", "said", "")])[0].content == (Stretch(2, 4),)
    assert all(link.verb != 8 for link in made([("cue", ".", "")]))


words = st.integers(0, 8)


@given(st.lists(st.tuples(st.sampled_from(ROLES), words, words), max_size=12))
def test_any_spans_make_a_forest(drawn: list[tuple[str, int, int]]) -> None:
    forms = [item.split("/")[0] for item in LINE.split()]
    spans = [(role, " ".join(forms[min(a, b) : max(a, b) + 1]), "") for role, a, b in drawn]
    found = made(spans)
    for number, link in enumerate(found):
        assert size(link.content) > 0
        above, steps = link.within, 0
        while above is not None and steps <= len(found):
            above, steps = found[above].within, steps + 1
        assert steps <= len(found), f"link {number} stands within itself"


def test_inside_knows_gaps() -> None:
    parts = (Stretch(0, 2), Stretch(4, 5))
    assert [inside(parts, word) for word in range(6)] == [True, True, False, False, True, False]


def test_a_cue_that_is_read_at_both_depths_is_one_telling() -> None:
    line = (
        "Clerks/NOUN/2/nsubj said/VERB/0/root roads/NOUN/4/nsubj closed/VERB/2/ccomp ,/PUNCT/6/punct "
        "citing/VERB/2/parataxis pilots/NOUN/6/obj ./PUNCT/2/punct"
    )
    told = [("source", "Clerks", "said"), ("cue", "said", ""), ("content", "roads closed", "said")]
    inner = [("inner-cue", "citing", ""), ("inner-source", "pilots", "citing")]
    read_once = [(link.verb, link.head) for link in made([*told, *inner], line)]
    assert read_once == [(1, 0), (5, 6)]
    assert [
        (link.verb, link.head) for link in made([*told, ("cue", "citing", ""), *inner], line)
    ] == read_once


def test_who_is_cited_in_a_clause_on_the_teller_stays_the_cited() -> None:
    line = (
        "Radio/PROPN/2/compound Vesta/PROPN/7/nsubj ,/PUNCT/4/punct citing/VERB/2/acl pilots/NOUN/4/obj "
        ",/PUNCT/2/punct said/VERB/0/root roads/NOUN/9/nsubj closed/VERB/7/ccomp ./PUNCT/7/punct"
    )
    told = [("source", "Radio Vesta", "said"), ("cue", "said", ""), ("content", "roads closed", "said")]
    inner = [("inner-cue", "citing", ""), ("inner-source", "pilots", "citing")]
    assert [(link.verb, link.head) for link in made([*told, *inner], line)] == [(3, 4), (6, 1)]


def test_two_tellings_whose_sources_are_crossed_get_their_own() -> None:
    line = (
        "Clerks/NOUN/2/nsubj said/VERB/0/root guards/NOUN/4/nsubj warned/VERB/2/ccomp roads/NOUN/6/nsubj "
        "closed/VERB/4/ccomp ./PUNCT/2/punct"
    )
    crossed = [("source", "guards", "said"), ("cue", "said", ""), ("inner-source", "Clerks", "warned")]
    assert [(link.verb, link.head) for link in made([*crossed, ("inner-cue", "warned", "")], line)] == [
        (1, 0),
        (3, 2),
    ]


def test_what_is_told_before_it_was_quoted_is_told_once_by_each() -> None:
    line = (
        "Roads/NOUN/2/nsubj closed/VERB/6/ccomp ,/PUNCT/6/punct Bly/PROPN/6/nsubj was/AUX/6/aux quoted/VERB/0/root "
        "by/ADP/8/case Vesta/PROPN/6/obl as/SCONJ/10/mark saying/VERB/6/advcl ./PUNCT/6/punct"
    )
    cues = [("cue", "was quoted", ""), ("inner-cue", "was quoted by", ""), ("inner-cue", "as saying", "")]
    found = made([("content", "Roads closed", ""), ("source", "Bly", ""), *cues], line)
    assert [(link.verb, link.head) for link in found] == [(5, 7), (9, 3)]
    assert all(link.content[0].covers(Stretch(0, 2)) for link in found)


THOUGHT = (
    "It/PRON/3/{role} is/AUX/3/{aux} thought/VERB/0/root that/SCONJ/6/mark rebels/NOUN/6/nsubj fled/VERB/3/ccomp "
    "./PUNCT/3/punct"
)


@pytest.mark.parametrize(("role", "aux"), [("expl", "aux"), ("nsubj", "aux"), ("expl", "cop")])
@pytest.mark.parametrize("source", ["It", "rebels"])
def test_an_impersonal_passive_has_nobody_for_its_source(role: str, aux: str, source: str) -> None:
    spans = [("source", source, "thought"), ("cue", "thought", ""), ("content", "rebels fled", "thought")]
    found = made(spans, THOUGHT.format(role=role, aux=aux))
    assert [(link.head, link.told) for link in found] == [(None, False)]


def test_who_stands_accused_is_accused_by_nobody_that_is_not_named_with_by() -> None:
    line = (
        "Dole/PROPN/2/nsubj stands/VERB/0/root accused/VERB/2/xcomp of/ADP/5/case theft/NOUN/3/obl "
        "under/ADP/8/case a/DET/8/det law/NOUN/3/obl ./PUNCT/2/punct"
    )
    spans = [("source", "law", "accused"), ("cue", "accused", ""), ("content", "Dole", "accused")]
    assert [(link.head, link.told) for link in made(spans, line)] == [(None, False)]


@pytest.mark.parametrize(("helper", "told"), [("would", False), ("did", True)])
def test_what_a_thing_would_show_is_not_shown(helper: str, told: bool) -> None:
    line = (
        f"Tests/NOUN/3/nsubj {helper}/AUX/3/aux show/VERB/0/root that/SCONJ/6/mark ships/NOUN/6/nsubj "
        "leaked/VERB/3/ccomp ./PUNCT/3/punct"
    )
    spans = [("source", "Tests", "show"), ("cue", "show", ""), ("content", "that ships leaked", "show")]
    assert [link.told for link in made(spans, line)] == [told]


@pytest.mark.parametrize(("noun", "told"), [("Reports", True), ("Plans", False)])
def test_a_copula_tells_what_an_account_is(noun: str, told: bool) -> None:
    line = (
        f"{noun}/NOUN/2/nsubj are/AUX/0/root that/SCONJ/5/mark roads/NOUN/5/nsubj closed/VERB/2/ccomp "
        "./PUNCT/2/punct"
    )
    spans = [("source", noun, "are"), ("cue", "are", ""), ("content", "that roads closed", "are")]
    assert [link.told for link in made(spans, line)] == [told]


@pytest.mark.parametrize(("which", "found"), [("some", [0]), ("no", [])])
def test_no_reports_tell_nothing(which: str, found: list[int]) -> None:
    line = (
        f"{which}/DET/2/det reports/NOUN/3/nsubj came/VERB/0/root of/ADP/6/case fresh/ADJ/6/amod "
        "floods/NOUN/2/nmod ./PUNCT/3/punct"
    )
    assert [link.source[0].first for link in made([], line)] == found


def test_reports_tell_the_clause_after_that_wherever_the_tree_hangs_it() -> None:
    line = (
        "There/PRON/2/expl were/VERB/0/root reports/NOUN/2/nsubj that/SCONJ/6/mark roads/NOUN/6/nsubj "
        "closed/VERB/2/conj ./PUNCT/2/punct"
    )
    assert [(link.head, link.content) for link in made([], line)] == [(2, (Stretch(3, 6),))]


@pytest.mark.parametrize(("who", "found"), [("Rebels", []), ("Video", [1])])
def test_only_a_picture_tells_what_it_captures(who: str, found: list[int]) -> None:
    line = f"{who}/NOUN/2/nsubj captured/VERB/0/root two/NUM/4/nummod soldiers/NOUN/2/obj ./PUNCT/2/punct"
    assert [link.verb for link in made([], line)] == found
    line = (
        f"Soldiers/NOUN/3/nsubj were/AUX/3/aux captured/VERB/0/root by/ADP/5/case {who.lower()}/NOUN/3/obl "
        "./PUNCT/3/punct"
    )
    assert [link.verb for link in made([], line)] == [at + 1 for at in found]


def test_what_is_told_a_medium_goes_on_being_told_it() -> None:
    line = (
        "Dole/PROPN/2/nsubj told/VERB/0/root Northwind/PROPN/2/iobj that/SCONJ/6/mark roads/NOUN/6/nsubj "
        "closed/VERB/2/ccomp and/CCONJ/8/cc said/VERB/2/conj boats/NOUN/10/nsubj sank/VERB/8/ccomp ./PUNCT/2/punct"
    )
    assert [(link.verb, link.medium) for link in made([], line)] == [(1, 2), (7, 2)]


def test_who_denies_is_the_subject_of_the_clause_around_the_denying() -> None:
    line = (
        "After/ADP/2/case weeks/NOUN/9/obl of/SCONJ/4/mark denying/VERB/2/acl roads/NOUN/6/nsubj "
        "closed/VERB/4/ccomp ,/PUNCT/2/punct Dole/PROPN/9/nsubj resigned/VERB/0/root ./PUNCT/9/punct"
    )
    assert [link.head for link in made([], line)] == [7]


def test_who_is_quoted_by_a_medium_speaks_within_it_wherever_the_tree_hangs_the_quoting() -> None:
    line = (
        "Dole/PROPN/7/nsubj ,/PUNCT/3/punct quoted/VERB/7/dep by/ADP/5/case Northwind/PROPN/3/obl ,/PUNCT/3/punct "
        "said/VERB/0/root roads/NOUN/9/nsubj closed/VERB/7/ccomp ./PUNCT/7/punct"
    )
    spans = [("source", "Dole", "quoted"), ("cue", "quoted", ""), ("inner-cue", "said", "")]
    found = {link.verb: link for link in made([*spans, ("content", "roads closed", "said")], line)}
    assert (found[2].head, found[6].head) == (4, 0)


@pytest.mark.parametrize(("conj", "head"), [("and", 0), ("while", 3)])
def test_a_verb_joined_to_what_was_told_last_goes_on_with_the_teller(conj: str, head: int) -> None:
    line = (
        "Dole/PROPN/2/nsubj denied/VERB/0/root that/SCONJ/5/mark guards/NOUN/5/nsubj left/VERB/2/ccomp ,/PUNCT/8/punct "
        f"{conj}/CCONJ/8/cc said/VERB/5/conj boats/NOUN/10/nsubj sank/VERB/8/ccomp ./PUNCT/2/punct"
    )
    denied = [("source", "Dole", "denied"), ("cue", "denied", ""), ("content", "that guards left", "denied")]
    found = made([*denied, ("cue", "said", ""), ("content", "boats sank", "said")], line)
    assert [link.head for link in found] == [0, head]


def test_what_somebody_heard_is_told_by_those_he_heard_it_from() -> None:
    line = (
        "Clerks/NOUN/2/nsubj heard/VERB/0/root from/ADP/4/case guards/NOUN/2/obl that/SCONJ/7/mark boats/NOUN/7/nsubj "
        "sank/VERB/2/ccomp ./PUNCT/2/punct"
    )
    spans = [("source", "Clerks", "heard"), ("cue", "heard", ""), ("content", "that boats sank", "heard")]
    assert [link.head for link in made(spans, line)] == [3]


def test_a_participle_goes_on_with_the_teller_whatever_clause_the_tree_sets_it_beside() -> None:
    line = (
        "Guards/NOUN/2/nsubj left/VERB/4/ccomp ,/PUNCT/2/punct said/VERB/0/root Dole/PROPN/4/nsubj ,/PUNCT/7/punct "
        "adding/VERB/2/parataxis that/SCONJ/10/mark boats/NOUN/10/nsubj sank/VERB/7/ccomp ./PUNCT/4/punct"
    )
    assert {link.verb: link.head for link in made([], line)} == {3: 4, 6: 4}


@pytest.mark.parametrize("source", [[], [("source", "A group", "called")]])
def test_a_noun_that_is_only_named_is_no_telling(source: list[tuple[str, str, str]]) -> None:
    line = "A/DET/2/det group/NOUN/5/nsubj called/VERB/2/acl Dawn/PROPN/3/xcomp fled/VERB/0/root"
    assert made([*source, ("cue", "called", ""), ("content", "Dawn", "called")], line) == []


@pytest.mark.parametrize(("verb", "told"), [("called", False), ("confirmed", True)])
def test_reports_that_guards_are_called_to_cite_nobody(verb: str, told: bool) -> None:
    line = (
        f"Guards/NOUN/3/nsubj were/AUX/3/aux {verb}/VERB/0/root to/ADP/5/case reports/NOUN/3/obl of/ADP/7/case "
        "shots/NOUN/5/nmod ./PUNCT/3/punct"
    )
    found = made([("cue", "reports", ""), ("content", "shots", "reports")], line)
    assert [link.told for link in found if link.verb == 4] == [told]


@pytest.mark.parametrize(("noun", "told"), [("plan", False), ("mayor", True)])
def test_what_is_done_by_a_plan_is_told_by_nobody(noun: str, told: bool) -> None:
    line = (
        "Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/2/punct according/VERB/7/case to/ADP/4/fixed the/DET/7/det "
        f"{noun}/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert [link.told for link in made([], line)] == [told]


def test_a_noun_that_looks_like_a_verb_of_telling_is_no_cue() -> None:
    line = "Guards/NOUN/2/nsubj received/VERB/0/root a/DET/4/det call/NOUN/2/obj about/ADP/6/case fires/NOUN/4/nmod"
    spans = [("source", "Guards", "call"), ("cue", "received a call about", ""), ("content", "fires", "call")]
    assert not any(link.told for link in made(spans, line))


def test_who_is_quoted_as_saying_speaks_whatever_the_tree_hangs_the_saying_on() -> None:
    line = (
        "Vesta/PROPN/2/nsubj quoted/VERB/0/root a/DET/4/det clerk/NOUN/2/obj as/ADP/6/mark saying/VERB/9/advcl "
        "that/SCONJ/9/mark boats/NOUN/9/nsubj sank/VERB/2/ccomp ./PUNCT/2/punct"
    )
    spans = [("source", "Vesta", "quoted"), ("cue", "quoted", ""), ("content", "that boats sank", "quoted")]
    assert [(link.head, link.within) for link in made(spans, line)] == [(0, None), (3, 0)]


def test_who_is_quoted_by_a_medium_stands_before_the_passive_whatever_the_tree_takes_for_its_subject() -> (
    None
):
    line = (
        "Boats/NOUN/2/nsubj sank/VERB/6/ccomp ,/PUNCT/2/punct Dole/PROPN/2/nsubj was/AUX/6/aux quoted/VERB/0/root "
        "by/ADP/8/case Radio/PROPN/9/compound Vesta/PROPN/6/nsubj as/SCONJ/11/mark saying/VERB/6/ccomp ./PUNCT/6/punct"
    )
    spans = [("cue", "was quoted", ""), ("content", "Boats sank", "was quoted"), ("cue", "as saying", "")]
    assert [(link.head, link.within) for link in made(spans, line)] == [(8, None), (3, 0)]


def test_who_denies_a_claim_goes_on_to_tell_and_not_who_made_it() -> None:
    line = (
        "Dole/PROPN/2/nsubj denied/VERB/0/root rebel/NOUN/4/compound claims/NOUN/2/obj that/SCONJ/7/mark "
        "guards/NOUN/7/nsubj left/VERB/4/acl ,/PUNCT/10/punct but/CCONJ/10/cc admitted/VERB/2/conj that/SCONJ/13/mark "
        "boats/NOUN/13/nsubj sank/VERB/10/ccomp ./PUNCT/2/punct"
    )
    denied = [
        ("source", "Dole", "denied"),
        ("cue", "denied", ""),
        ("content", "rebel claims that guards left", "denied"),
    ]
    found = made(
        [*denied, ("cue", "claims", ""), ("cue", "admitted", ""), ("content", "that boats sank", "admitted")],
        line,
    )
    assert {link.verb: link.head for link in found} == {1: 0, 3: 2, 9: 0}


def test_who_is_accused_is_not_who_accuses_where_the_tree_takes_it_so() -> None:
    line = (
        "Stern/PROPN/2/nsubj said/VERB/0/root six/NUM/4/nsubj died/VERB/2/ccomp and/CCONJ/6/cc accused/VERB/2/conj "
        "police/NOUN/6/nsubj of/ADP/9/mark firing/VERB/6/ccomp ./PUNCT/2/punct"
    )
    spans = [
        ("source", "Stern", "said"),
        ("cue", "said", ""),
        ("content", "six died", "said"),
        ("cue", "accused", ""),
        ("content", "police of firing", "accused"),
    ]
    assert [(link.act, link.head) for link in made(spans, line)] == [("says", 0), ("accuses", 0)]


def test_an_accusation_that_the_tree_makes_a_clause_of_is_called_false() -> None:
    line = (
        "Dalmora/PROPN/2/nsubj called/VERB/0/root the/DET/4/det accusation/NOUN/5/nsubj absurd/ADJ/2/ccomp "
        "./PUNCT/2/punct"
    )
    (link,) = made([], line)
    assert (link.act, link.head, link.false, link.content) == ("denies", 0, 4, (Stretch(2, 4),))


@pytest.mark.parametrize(("who", "within"), [("who", 0), ("as", None)])
def test_what_is_told_reaches_a_clause_on_its_noun_that_the_tree_sets_beside(
    who: str, within: int | None
) -> None:
    line = (
        "Clerks/NOUN/2/nsubj said/VERB/0/root Bly/PROPN/4/nsubj met/VERB/2/ccomp Marr/PROPN/4/obj ,/PUNCT/9/punct "
        f"{who}/PRON/10/nsubj guards/NOUN/9/nsubj swore/VERB/5/parataxis fled/VERB/9/ccomp ./PUNCT/2/punct"
    )
    spans = [("source", "Clerks", "said"), ("cue", "said", ""), ("content", "Bly met Marr", "said")]
    spans += [("source", "guards", "swore"), ("cue", "swore", ""), ("content", "fled", "swore")]
    assert [link.within for link in made(spans, line)] == [None, within]


ACCOUNT = (
    "According/VERB/4/case to/ADP/1/fixed ship/ADJ/4/compound doctors/NOUN/14/obl ,/PUNCT/4/punct the/DET/7/det "
    "cook/NOUN/9/nsubj was/AUX/9/aux shot/VERB/14/ccomp twice/ADV/9/advmod ,/PUNCT/14/punct harbour/NOUN/13/compound "
    "clerks/NOUN/14/nsubj said/VERB/0/root on/ADP/16/case Monday/PROPN/14/obl ./PUNCT/14/punct"
)


def test_an_account_that_opens_its_sentence_is_told_by_who_tags_it() -> None:
    told = "the cook was shot twice"
    spans = [("cue", "According to", ""), ("inner-cue", "According to", ""), ("source", "ship doctors", "According to"),
             ("content", told, "According to"), ("inner-content", told, "According to"),
             ("source", "harbour clerks", "said"), ("cue", "said", "")]  # fmt: skip
    assert [(link.verb, link.within, link.content) for link in made(spans, ACCOUNT)] == [
        (0, 1, (Stretch(5, 10),)),
        (13, None, (Stretch(5, 10),)),
    ]


def test_an_account_stands_outside_who_tells_what_comes_after_it() -> None:
    line = (
        "According/VERB/3/case to/ADP/1/fixed doctors/NOUN/6/obl ,/PUNCT/3/punct clerks/NOUN/6/nsubj said/VERB/0/root "
        "boats/NOUN/8/nsubj sank/VERB/6/ccomp ./PUNCT/6/punct"
    )
    assert [(link.verb, link.within) for link in made([], line)] == [(0, None), (5, 0)]


@pytest.mark.parametrize(("noun", "told"), [("version", True), ("cargo", False)])
def test_what_a_copula_says_that_ones_account_is_is_told_by_him(noun: str, told: bool) -> None:
    line = (
        f"The/DET/2/det army/NOUN/4/nmod 's/PART/2/case {noun}/NOUN/5/nsubj is/AUX/0/root that/SCONJ/8/mark "
        "dockers/NOUN/8/nsubj fled/VERB/5/ccomp ./PUNCT/5/punct"
    )
    found = made([], line)
    assert [(link.head, link.content) for link in found if link.told] == (
        [(1, (Stretch(5, 8),))] if told else []
    )


def test_what_is_stated_to_a_name_may_be_told_a_medium() -> None:
    line = (
        "Bly/PROPN/2/nsubj stated/VERB/0/root to/ADP/4/case Reuters/PROPN/2/obl that/SCONJ/7/mark "
        "two/NUM/7/nsubj died/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert [link.medium for link in made([], line)] == [3]


@pytest.mark.parametrize(("verb", "medium"), [("obtained", 8), ("gathered", 8), ("burnt", None)])
def test_who_got_a_copy_passes_on_the_text_that_it_is_of(verb: str, medium: int | None) -> None:
    line = (
        "A/DET/2/det copy/NOUN/10/nsubj of/ADP/5/case the/DET/5/det memo/NOUN/2/nmod "
        f"{verb}/VERB/5/acl by/ADP/9/case the/DET/9/det Lamp/PROPN/6/obl says/VERB/0/root dockers/NOUN/12/nsubj "
        "fled/VERB/10/ccomp ./PUNCT/10/punct"
    )
    assert [(link.head, link.medium) for link in made([], line)] == [(4, medium)]


def test_a_citing_that_is_taken_for_a_noun_cites() -> None:
    line = (
        "Vesta/PROPN/7/nsubj ,/PUNCT/3/punct quoting/NOUN/1/appos a/DET/5/det docker/NOUN/3/obj ,/PUNCT/1/punct "
        "said/VERB/0/root boats/NOUN/9/nsubj sank/VERB/7/ccomp ./PUNCT/7/punct"
    )
    spans = [("source", "Vesta", "said"), ("cue", "said", ""), ("content", "boats sank", "said"),
             ("inner-cue", "quoting", ""), ("inner-source", "a docker", "quoting"),
             ("inner-content", "boats sank", "quoting")]  # fmt: skip
    assert [(link.verb, link.told, link.within) for link in made(spans, line)] == [
        (2, True, 1),
        (6, True, None),
    ]


@pytest.mark.parametrize(("gap", "source"), [("\n", "Lund"), (" ", "Bly")])
def test_a_source_of_another_sentence_gives_way_to_the_subject(gap: str, source: str) -> None:
    trees = (
        "Bly/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct\n"
        "Lund/PROPN/2/nsubj said/VERB/0/root roads/NOUN/4/nsubj closed/VERB/2/ccomp ./PUNCT/2/punct"
    )
    if gap == " ":
        trees = (
            "Bly/PROPN/4/nsubj and/CCONJ/3/cc Lund/PROPN/1/conj said/VERB/0/root roads/NOUN/6/nsubj "
            "closed/VERB/4/ccomp ./PUNCT/4/punct"
        )
    spans = [("source", "Bly", "said"), ("cue", "said", ""), ("content", "roads closed", "said")]
    assert ChainIndex.of(reading(trees, spans)).attributions[0].source.name == source
