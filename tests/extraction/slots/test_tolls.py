"""Tolls found over the tree: whom a verb of harm befell."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.tolls import find_tolls
from trees import reading

CASES = {
    "each of those told of": (
        "Two/NUM/2/nummod men/NOUN/5/nsubj were/AUX/5/aux each/DET/5/nsubj wounded/VERB/0/root",
        [("injured", "Two men were each wounded")],
    ),
    "a number that is put right": (
        "One/NUM/2/nummod man/NOUN/7/nsubj ,/PUNCT/5/punct not/PART/5/advmod two/NUM/2/conj was/AUX/7/aux "
        "wounded/VERB/0/root",
        [("injured", "One man")],
    ),
    "people whom the tree joins to what hurt others": (
        "Two/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux wounded/VERB/0/root by/ADP/6/case stones/NOUN/4/obl "
        "and/CCONJ/11/cc four/NUM/9/nummod boys/NOUN/6/conj were/AUX/11/aux detained/VERB/4/conj",
        [("injured", "Two men were wounded"), ("arrested", "four boys were detained")],
    ),
    "who is killed or captured": (
        "Nine/NUM/2/nummod rebels/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root or/CCONJ/6/cc captured/VERB/4/conj",
        [
            ("arrested", "Nine rebels were killed"),
            ("killed", "Nine rebels were killed"),
            ("arrested", "Nine rebels were killed or captured"),
            ("killed", "Nine rebels were killed or captured"),
        ],
    ),
    "who is killed, and others captured": (
        "Nine/NUM/2/nummod rebels/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root and/CCONJ/8/cc towns/NOUN/8/nsubj "
        "were/AUX/8/aux captured/VERB/4/conj",
        [("killed", "Nine rebels were killed")],
    ),
    "who is not hit": (
        "A/DET/2/det guard/NOUN/5/nsubj was/AUX/5/aux not/PART/5/advmod hit/VERB/0/root",
        [("unharmed", "A guard was not hit")],
    ),
    "who is hit, with what is not told": (
        "A/DET/2/det guard/NOUN/4/nsubj was/AUX/4/aux hit/VERB/0/root",
        [],
    ),
    "who is not safe": (
        "The/DET/2/det pupils/NOUN/5/nsubj are/AUX/5/cop not/PART/5/advmod safe/ADJ/0/root",
        [],
    ),
    "who only feels safe": (
        "The/DET/2/det clerk/NOUN/3/nsubj felt/VERB/0/root safe/ADJ/3/xcomp",
        [],
    ),
    "who is under rubble": (
        "Up/ADP/3/case to/ADP/1/fixed nine/NUM/4/nummod men/NOUN/8/nsubj may/AUX/8/aux be/AUX/8/cop under/ADP/8/case "
        "rubble/NOUN/0/root",
        [("missing", "Up to nine men may be under rubble")],
    ),
    "what lies on rubble": (
        "Nine/NUM/2/nummod men/NOUN/5/nsubj were/AUX/5/cop on/ADP/5/case rubble/NOUN/0/root",
        [],
    ),
    "who is let go, of captives": (
        "The/DET/2/det hostages/NOUN/4/nsubj were/AUX/4/aux let/VERB/0/root go/VERB/4/xcomp",
        [("freed", "The hostages were let")],
    ),
    "who is set free, of captives": (
        "Captors/NOUN/2/nsubj set/VERB/0/root the/DET/4/det hostage/NOUN/2/obj free/ADJ/2/xcomp",
        [("freed", "set the hostage")],
    ),
    "who is let go by an employer": (
        "The/DET/2/det clerks/NOUN/4/nsubj were/AUX/4/aux let/VERB/0/root go/VERB/4/xcomp",
        [],
    ),
    "those of a state that are counted": (
        "Of/ADP/3/case the/DET/3/det wounded/ADJ/6/nmod nine/NUM/6/nsubj are/AUX/6/cop pupils/NOUN/0/root "
        "and/CCONJ/10/cc two/NUM/10/nsubj are/AUX/10/cop cooks/NOUN/6/conj",
        [("injured", "nine are pupils"), ("injured", "two are cooks")],
    ),
    "a number that begins before the phrase that the tree makes": (
        "As/ADV/2/advmod many/ADJ/5/amod as/ADP/4/case five/NUM/2/obl men/NOUN/6/nsubj died/VERB/0/root",
        [("killed", "As many as five men died")],
    ),
    "who shot himself": (
        "A/DET/2/det clerk/NOUN/3/nsubj shot/VERB/0/root himself/PRON/3/obj",
        [("injured", "shot himself")],
    ),
    "who shot himself where the report tells of a suicide": (
        "A/DET/2/det clerk/NOUN/3/nsubj shot/VERB/0/root himself/PRON/3/obj\nIt/PRON/4/nsubj was/AUX/4/cop a/DET/4/det "
        "suicide/NOUN/0/root",
        [("killed", "shot himself")],
    ),
    "who shot himself where the report tells of an attempt": (
        "A/DET/2/det clerk/NOUN/3/nsubj shot/VERB/0/root himself/PRON/3/obj\nIt/PRON/5/nsubj was/AUX/5/cop a/DET/5/det "
        "suicide/NOUN/5/compound attempt/NOUN/0/root",
        [("injured", "shot himself")],
    ),
    "who shot himself fatally": (
        "A/DET/2/det clerk/NOUN/4/nsubj fatally/ADV/4/advmod shot/VERB/0/root himself/PRON/4/obj",
        [("killed", "shot himself")],
    ),
    "a participle that the tree takes for a verb": (
        "A/DET/2/det clerk/NOUN/3/nsubj shot/VERB/9/ccomp Friday/PROPN/3/obl has/AUX/6/aux died/VERB/9/ccomp "
        ",/PUNCT/9/punct police/NOUN/9/nsubj said/VERB/0/root",
        [("killed", "A clerk shot Friday has died")],
    ),
    "the subject nearest to its verb": (
        "Per/ADP/3/case a/DET/3/det judge/NOUN/6/nsubj ,/PUNCT/3/punct Orlo/PROPN/6/nsubj died/VERB/0/root",
        [("killed", "Orlo died")],
    ),
    "one of several fatally": (
        "Three/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux shot/VERB/0/root ,/PUNCT/4/punct one/NUM/4/obl "
        "fatally/ADV/4/advmod",
        [("injured", "Three men were shot")],
    ),
    "an item of a list in critical condition": (
        "It/PRON/2/nsubj left/VERB/0/root one/NUM/2/obj dead/ADJ/2/xcomp and/CCONJ/7/cc two/NUM/7/nummod "
        "others/NOUN/3/conj in/ADP/10/case critical/ADJ/10/amod condition/NOUN/7/nmod",
        [("killed", "one dead")],
    ),
    "the other victims": (
        "One/NUM/2/nummod man/NOUN/3/nsubj died/VERB/0/root ./PUNCT/3/punct\n"
        "The/DET/4/det other/ADJ/4/amod three/NUM/4/nummod victims/NOUN/5/nsubj left/VERB/0/root",
        [("killed", "One man died")],
    ),
    "an item of a list with wounds": (
        "A/DET/2/det blast/NOUN/3/nsubj killed/VERB/0/root two/NUM/5/nummod men/NOUN/3/obj and/CCONJ/8/cc "
        "six/NUM/8/nummod boys/NOUN/5/conj with/ADP/10/case burns/NOUN/8/nmod",
        [("killed", "two men"), ("injured", "six boys with burns")],
    ),
    "passive": (
        "Two/NUM/2/nummod guards/NOUN/4/nsubj were/AUX/4/aux killed/VERB/0/root ./PUNCT/4/punct",
        [("killed", "Two guards were killed")],
    ),
    "object": (
        "A/DET/2/det blast/NOUN/3/nsubj wounded/VERB/0/root six/NUM/5/nummod men/NOUN/3/obj",
        [("injured", "wounded six men")],
    ),
    "participle after its noun": (
        "One/NUM/2/nummod man/NOUN/0/root injured/VERB/2/acl",
        [("injured", "One man injured")],
    ),
    "noun with a clause of its own": (
        "News/NOUN/6/nsubj that/SCONJ/5/mark had/AUX/5/aux been/AUX/5/aux rescued/VERB/1/acl spread/VERB/0/root",
        [],
    ),
    "verb of befalling": (
        "Three/NUM/2/nummod sailors/NOUN/3/nsubj died/VERB/0/root",
        [("killed", "Three sailors died")],
    ),
    "number of those": (
        "It/PRON/2/nsubj raised/VERB/0/root the/DET/4/det number/NOUN/2/obj of/ADP/6/case men/NOUN/4/nmod "
        "killed/VERB/6/acl to/ADP/9/case nine/NUM/2/obl",
        [("killed", "nine")],
    ),
    "number before a word in quotation marks": (
        'Ten/NUM/3/nummod "/PUNCT/3/punct men/NOUN/6/nsubj "/PUNCT/3/punct were/AUX/6/aux eliminated/VERB/0/root',
        [("killed", 'Ten " men " were eliminated')],
    ),
    "relative clause": (
        "Men/NOUN/0/root who/PRON/3/nsubj died/VERB/1/acl",
        [("killed", "Men who died")],
    ),
    "state after be": (
        "The/DET/2/det clerks/NOUN/4/nsubj were/AUX/4/cop unhurt/ADJ/0/root",
        [("unharmed", "The clerks were unhurt")],
    ),
    "number that counts the dead": ("Four/NUM/2/nummod dead/ADJ/0/root", [("killed", "Four dead")]),
    "not hurt": (
        "Two/NUM/2/nummod men/NOUN/5/nsubj were/AUX/5/aux not/PART/5/advmod injured/VERB/0/root",
        [("unharmed", "Two men were not injured")],
    ),
    "who did it": (
        "Men/NOUN/0/root who/PRON/3/nsubj shot/VERB/1/acl him/PRON/3/obj",
        [],
    ),
    "hit": (
        "A/DET/2/det clerk/NOUN/4/nsubj was/AUX/4/aux shot/VERB/0/root",
        [("injured", "A clerk was shot")],
    ),
    "fatal hit": (
        "A/DET/2/det clerk/NOUN/5/nsubj was/AUX/5/aux fatally/ADV/5/advmod shot/VERB/0/root",
        [("killed", "A clerk was fatally shot")],
    ),
    "hit to death": (
        "He/PRON/3/nsubj was/AUX/3/aux stabbed/VERB/0/root to/ADP/5/case death/NOUN/3/obl",
        [("killed", "He was stabbed")],
    ),
    "found dead": (
        "Two/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux found/VERB/0/root dead/ADJ/4/xcomp",
        [("killed", "Two men were found dead")],
    ),
    "left dead": (
        "It/PRON/2/nsubj left/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj dead/ADJ/2/xcomp",
        [("killed", "two men dead")],
    ),
    "death of": (
        "the/DET/2/det death/NOUN/0/root of/ADP/5/case a/DET/5/det guard/NOUN/2/nmod",
        [("killed", "death of a guard")],
    ),
    "the dead by what they were": (
        "The/DET/2/det dead/ADJ/5/nsubj were/AUX/5/cop nine/NUM/5/nummod Danes/PROPN/0/root and/CCONJ/8/cc "
        "two/NUM/8/nummod Turks/PROPN/5/conj",
        [("killed", "nine Danes"), ("killed", "two Turks")],
    ),
    "whom the dead included": (
        "The/DET/2/det dead/ADJ/3/nsubj included/VERB/0/root two/NUM/5/nummod Turks/PROPN/3/obj",
        [("killed", "dead included two Turks")],
    ),
    "counted deaths": ("25/NUM/2/nummod deaths/NOUN/0/root", [("killed", "25 deaths")]),
    "injuries suffered": (
        "The/DET/2/det driver/NOUN/3/nsubj suffered/VERB/0/root injuries/NOUN/3/obj",
        [("injured", "The driver suffered")],
    ),
    "treated for burns": (
        "Ten/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux treated/VERB/0/root for/ADP/6/case burns/NOUN/4/obl",
        [("injured", "Ten men were treated")],
    ),
    "treated to a meal": (
        "Ten/NUM/2/nummod men/NOUN/4/nsubj were/AUX/4/aux treated/VERB/0/root to/ADP/6/case dinner/NOUN/4/obl",
        [],
    ),
    "without injury": (
        "Ten/NUM/2/nummod men/NOUN/3/nsubj escaped/VERB/0/root without/ADP/5/case injury/NOUN/3/obl",
        [("unharmed", "Ten men escaped without injury")],
    ),
    "dead by illness": (
        "He/PRON/2/nsubj died/VERB/0/root of/ADP/4/case pneumonia/NOUN/2/obl",
        [],
    ),
    "one of two fates": (
        "It/PRON/2/nsubj killed/VERB/0/root or/CCONJ/4/cc wounded/VERB/2/conj ten/NUM/6/nummod men/NOUN/2/obj",
        [],
    ),
    "counted captives set free": (
        "Rebels/NOUN/2/nsubj released/VERB/0/root nine/NUM/4/nummod constables/NOUN/2/obj",
        [("freed", "released nine constables")],
    ),
    "what is no people released": (
        "Labels/NOUN/2/nsubj released/VERB/0/root nine/NUM/4/nummod albums/NOUN/2/obj",
        [],
    ),
    "lives lost": (
        "Ten/NUM/2/nummod people/NOUN/3/nsubj lost/VERB/0/root their/PRON/5/nmod lives/NOUN/3/obj",
        [("killed", "Ten people lost")],
    ),
    "each of a list": (
        "It/PRON/2/nsubj killed/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj and/CCONJ/7/cc a/DET/7/det boy/NOUN/4/conj",
        [("killed", "two men"), ("killed", "a boy")],
    ),
    "joined clauses of two fates": (
        "A/DET/2/det nurse/NOUN/4/nsubj was/AUX/4/aux killed/VERB/0/root and/CCONJ/8/cc a/DET/7/det cook/NOUN/8/nsubj "
        "wounded/VERB/4/conj",
        [("killed", "A nurse was killed"), ("injured", "a cook wounded")],
    ),
    "joined phrases of two fates": (
        "It/PRON/2/nsubj left/VERB/0/root a/DET/4/det nurse/NOUN/2/obj dead/ADJ/2/xcomp and/CCONJ/8/cc "
        "six/NUM/8/nummod cooks/NOUN/4/conj wounded/VERB/8/acl",
        [("killed", "a nurse dead"), ("injured", "six cooks wounded")],
    ),
    "only wished": (
        "They/PRON/2/nsubj want/VERB/0/root to/PART/4/mark kill/VERB/2/xcomp him/PRON/4/obj",
        [],
    ),
    "may have died": (
        "Two/NUM/2/nummod men/NOUN/5/nsubj may/AUX/5/aux have/AUX/5/aux died/VERB/0/root",
        [("killed", "Two men may have died")],
    ),
    "joined participles": (
        "Two/NUM/2/nummod were/AUX/3/aux killed/VERB/0/root and/CCONJ/5/cc injured/VERB/3/conj",
        [],
    ),
    "no victim in a clause's time": (
        "It/PRON/2/nsubj shows/VERB/0/root the/DET/4/det moment/NOUN/2/obj a/DET/6/det nun/NOUN/8/nsubj "
        "was/AUX/8/aux killed/VERB/4/acl",
        [("killed", "a nun was killed")],
    ),
    "no victim": ("The/DET/2/det killing/NOUN/3/nsubj ended/VERB/0/root", []),
    "actor alone": ("Gunmen/NOUN/2/nsubj killed/VERB/0/root", []),
}


@pytest.mark.parametrize("name", CASES)
def test_a_toll_holds_the_verb_and_whom_it_befell(name: str) -> None:
    tree, expected = CASES[name]
    page = Page.of(reading(tree))
    assert [(slot, page.quote(at)) for slot, at in find_tolls(page)] == expected


KILLED = "Gunmen/NOUN/2/nsubj killed/VERB/0/root ten/NUM/4/nummod men/NOUN/2/obj ./PUNCT/2/punct\n"
HURT = "It/PRON/2/nsubj wounded/VERB/0/root two/NUM/2/obj ./PUNCT/2/punct\n"


def of_victims(*before: str, tree: str) -> list[tuple[str, str]]:
    page = Page.of(reading("".join(before) + tree))
    last = page.bounds[-1].first
    return [(slot, page.quote(at)) for slot, at in find_tolls(page) if at.first >= last]


def test_the_victims_were_killed_where_the_report_tells_of_killed_people_alone() -> None:
    the = "The/DET/4/det seven/NUM/4/nummod Japanese/ADJ/4/amod victims/NOUN/5/nsubj worked/VERB/0/root ./PUNCT/5/punct"
    assert of_victims(KILLED, tree=the) == [("killed", "The seven Japanese victims")]
    assert of_victims(KILLED, HURT, tree=the) == []
    assert of_victims(tree=the) == []


def test_victims_of_something_not_told_before_have_no_fate() -> None:
    some = "Seven/NUM/2/nummod victims/NOUN/3/nsubj worked/VERB/0/root ./PUNCT/3/punct"
    assert of_victims(KILLED, tree=some) == []


def test_the_victims_are_told_by_what_they_were() -> None:
    named = (
        "The/DET/2/det victims/NOUN/5/nsubj were/AUX/5/cop nine/NUM/5/nummod Danes/PROPN/0/root and/CCONJ/8/cc "
        "two/NUM/8/nummod Turks/PROPN/5/conj ./PUNCT/5/punct"
    )
    assert of_victims(KILLED, tree=named) == [("killed", "nine Danes"), ("killed", "two Turks")]


TAKEN = "They/PRON/2/nsubj took/VERB/0/root two/NUM/4/nummod {what}/NOUN/2/obj {away}/ADV/2/advmod"


@pytest.mark.parametrize(
    ("what", "away", "found"),
    [
        ("soldiers", "away", [("captive", "took two soldiers")]),
        ("soldiers", "seriously", []),
        ("tables", "away", []),
    ],
)
def test_who_is_taken_away_is_captive(what: str, away: str, found: list[tuple[str, str]]) -> None:
    page = Page.of(reading(TAKEN.format(what=what, away=away)))
    assert [(slot, page.quote(at)) for slot, at in find_tolls(page)] == found


@pytest.mark.parametrize(
    ("own", "slot"), [("a/DET/7/det clerk/NOUN/9/nsubj was/AUX/9/aux", "injured"), ("", "killed")]
)
def test_others_who_are_killed_do_not_make_a_shot_deadly(own: str, slot: str) -> None:
    verb = 9 if own else 6
    tree = (
        "Ten/NUM/2/nummod dockers/NOUN/4/nsubj were/AUX/4/aux shot/VERB/0/root "
        f"and/CCONJ/{verb}/cc {own} killed/VERB/4/conj ./PUNCT/4/punct"
    )
    page = Page.of(reading(tree))
    assert slot in {fate for fate, at in find_tolls(page) if "dockers" in page.quote(at)}


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (
            "Two/NUM/2/nummod clerks/NOUN/4/nsubj are/AUX/4/cop unaccounted/ADJ/0/root for/ADP/4/obl",
            "missing",
        ),
        ("Flu/NOUN/2/nsubj sickened/VERB/0/root two/NUM/4/nummod clerks/NOUN/2/obj", "injured"),
        (
            "Two/NUM/2/nummod clerks/NOUN/5/nsubj were/AUX/5/aux not/PART/5/advmod struck/VERB/0/root",
            "unharmed",
        ),
    ],
)
def test_words_of_harm_of_many_sorts(tree: str, found: str) -> None:
    assert {slot for slot, _ in find_tolls(Page.of(reading(tree)))} == {found}


@pytest.mark.parametrize(("thing", "count"), [("manner", 0), ("clerk", 1)])
def test_a_safe_thing_is_nobody_unharmed(thing: str, count: int) -> None:
    page = Page.of(
        reading(f"They/PRON/2/nsubj met/VERB/0/root a/DET/5/det safe/ADJ/5/amod {thing}/NOUN/2/obj")
    )
    assert len(find_tolls(page)) == count
