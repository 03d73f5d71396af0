"""Which name a noun stands beside that says what the named one is: "spokesman Juan Doe", "the broadcaster KNT"."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.source_kinds import is_newsroom, kind_of
from standoff.extraction.chains.source_words import MEDIA, governs
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import word_set
from standoff.extraction.names.definite import reference_nouns
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import head_noun, is_plural, is_plural_noun
from standoff.extraction.names.parts import Name, title_words
from standoff.extraction.names.sorts import called, kind_of_name
from standoff.extraction.names.spans import says_means
from standoff.extraction.places.gazetteer import find
from standoff.extraction.places.lexicon import people_words

_LANDS = ("unknown", "official")  # what a name tells of a place's kind of party
_NAMING = 4  # words in which "goes by the name" ends


def name_beside(page: Page, names: Names, head: int) -> Name | None:
    """The name that a role stands beside: "spokesman Juan Doe", "the minister, Juan Doe,"."""
    if called(page, head) in MEDIA and not is_plural(page, head):
        return _title_after(page, names, head)
    for child in page.children[head]:
        name = names.by_word.get(child)
        if name is None or child < head or page.relations[child] not in ("appos", "flat", "nmod", "compound"):
            continue
        before = name.at.first - 1
        prepositional = (
            page.tags[before] == "ADP"
            or "VERB" in page.tags[head + 1 : before]  # "residents quoted by the daily Harbour"
            or page.forms[before] == "including"
            or any(page.relations[kid] == "case" for kid in page.children[child])
        )
        if not prepositional and (name.person is not False or _names_body(page, name, head)):
            return name
    return _name_behind(page, names, head)


def _name_behind(page: Page, names: Names, head: int) -> Name | None:
    """The person's name that commas set off at the end of a role's phrase, whatever the tree hangs it on: "the governor
    of Tellis, [Ana Bly], said", "a surgeon hired by the family, Dr. [Per Lund], told"."""
    if is_plural_noun(page, head) or page.named(head):
        return None
    office = head_noun(page, head) in title_words()
    for word in page.subtree(head):
        name = names.by_word.get(word) if page.relations[word] == "appos" and word > head else None
        if name is None or page.heads[word] == head or not _is_set_off(page, name):
            continue
        inner = names.by_word.get(page.heads[word])
        of_person = inner is not None and names.person(inner) is True
        person = names.person(name) is True or (office and len(name.tokens) > 1)
        if person and not of_person:
            return name
    return None


def _is_set_off(page: Page, name: Name) -> bool:
    """Whether commas stand on both sides of a name and its title."""
    first = name.at.first
    while first - 1 in name.described and page.forms[first - 1] != ",":
        first -= 1
    return page.forms[first - 1] == "," and page.forms[name.at.last : name.at.last + 1] == [","]


def _names_body(page: Page, name: Name, head: int) -> bool:
    """Whether a name right after a noun for a body is that body's: "the militant group [al-Marab]", "the bank, [Vale
    Trust],"."""
    noun = page.forms[head] in reference_nouns("body") and not is_plural(page, head)
    aside = page.forms[head + 1] == "," == page.forms[min(name.at.last, len(page) - 1)]
    return noun and name.at.first == head + 1 + aside and name.entity != "place"


def name_given(page: Page, names: Names, head: int) -> Name | None:
    """The name that a noun is said to have right after it: "a group calling itself Red Heron", "known as Marr", "a
    clerk named Ana", "its leader, who goes by the name Vit"."""
    last = page.bounds[page.sentence[head]].last
    begin = head + 1
    begin += page.forms[begin : begin + 1] == [","]
    begin += page.forms[begin : begin + 1] in (["who"], ["which"])
    words = next((n for n in range(_NAMING, 0, -1) if _names(page.forms[begin : min(begin + n, last)])), 0)
    if not words or _gives_name(page, head):
        return None
    first = begin + words
    first += page.forms[first : first + 1] == ["the"]
    name = names.by_word.get(first)
    return name if name is not None and name.at.first == first and first < last else None


def _gives_name(page: Page, head: int) -> bool:
    """Whether a noun is the subject of the verb after it, by which somebody names another: "[officials] named X as"."""
    verb = head + 1
    return (
        page.heads[head] == verb and page.relations[head] == "nsubj" and page.child(verb, "obj") is not None
    )


def _names(forms: Sequence[str]) -> bool:
    """Whether words give a noun its name."""
    return " ".join(forms) in reference_nouns("naming")


def _title_after(page: Page, names: Names, head: int) -> Name | None:
    """The medium's name that stands right after what it is: "the broadcaster KNT", "local paper The Harbour"."""
    first = head + 1
    if page.words[first : first + 1] == ("The",):
        first += 1
    name = names.by_word.get(first)
    if name is None or name.at.first != first or names.person(name) is True:
        return None
    return name if page.sentence[first] == page.sentence[head] else None


def name_within(page: Page, names: Names, head: int) -> Name | None:
    """The medium's name that stands before the nouns that say what it is: "the Northwind news agency"."""
    if called(page, head) not in MEDIA or is_plural(page, head):
        return None
    first = _nouns_from(page, head)
    name = names.by_word.get(first - 1)
    if name is None or name.at.last != first or page.forms[name.head] in people_words():
        return None
    if page.forms[head] == "agency" and not word_set("sources", "identification", "newswire").issuperset(
        page.forms[first:head]
    ):
        return None  # "the UN refugee agency" is no news agency
    place = name.entity == "place" or (_may_say_where(page, name, head) and bool(find(" ".join(name.tokens))))
    return None if place or name.person is True or page.heads[name.head] != head else name


def body_reporting(page: Page, names: Names, head: int) -> Name | None:
    """The body whose name stands before a text of it: "the RWF report", "a Harbour Agency study"."""
    name = names.by_word.get(_nouns_from(page, head) - 1)
    if name is None or head_noun(page, head) not in reference_nouns("documents"):
        return None
    known = kind_of(name.text, proper=True)
    body = kind_of_name(name) != "unknown" or (name.text.isupper() and called(page, name.head) is None)
    where = name.entity == "place" or (known in _LANDS and bool(find(" ".join(name.tokens))))
    people = page.forms[name.head] in people_words() or names.person(name) is True
    hangs = page.heads[name.head] == head and page.tags[name.head] == "PROPN"
    return name if body and hangs and not (where or people) else None


def _nouns_from(page: Page, head: int) -> int:
    """The first of the nouns that say with a head what it is, and are no name: "news agency"."""
    first = head
    while (
        first > 0
        and page.heads[first - 1] == head
        and page.tags[first - 1] in NOUNS
        and (not page.named(first - 1) or says_means(page, first - 1))
    ):
        first -= 1
    return first


def _may_say_where(page: Page, name: Name, head: int) -> bool:
    """Whether a place's name before a medium may be no more than where that is: "a Boston newspaper"; one that has no
    article though its noun needs it, or stands in capitals, is called so: "Dawn newspaper", "the PA news agency"."""
    if is_newsroom(name.text):
        return False
    if governs(name.text.lower()) or page.forms[head] not in reference_nouns("body"):
        return True
    first = name.at.first
    opens = first == page.bounds[page.sentence[first]].first
    return not name.text.isupper() and (opens or page.tags[first - 1] in ("DET", "ADJ", "PRON", "PART"))
