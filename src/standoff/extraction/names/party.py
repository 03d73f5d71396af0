"""A party: who is meant by a noun phrase, in the report's own words.

Invariant: a party's ``text`` is made of words of the report; a common noun is in lower case, whatever it opens.
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.noun_forms import tidy
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.names.lands import with_land
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import is_plural
from standoff.extraction.names.parts import Name
from standoff.extraction.names.spans import says_means
from standoff.extraction.places.lexicon import people_words
from standoff.records.claims import Kind

_FIGURES = frozenset(("NUM", "PUNCT"))


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by a noun phrase: its resolved ``text``, the ``head`` of the mention it was found at.

    ``described`` are the words that describe it there; ``article`` the determiner of a common noun.
    """

    text: str
    head: int
    proper: bool
    plural: bool
    described: tuple[int, ...] = ()
    article: str = ""
    entity: str | None = None


def party_of_name(page: Page, names: Names, full: Name, here: Name) -> Party:
    """The party of a name, by its fullest mention and the one here."""
    described = tuple(sorted({*full.described, *here.described}))
    same = names.by_token[full.tokens[-1]]
    small = (other.text for other in same if other.tokens == full.tokens and other.text[0].islower())
    text = full.text if full.person is True else with_land(page, full, same)
    return Party(
        next(small, text) if text == full.text else text,  # "al-Marab", not as it opens a sentence
        full.head,
        True,
        is_plural(page, full.head),
        described,
        "",
        full.entity or here.entity,
    )


def plain_party(page: Page, names: Names, head: int) -> Party:
    """The party that a noun phrase names by nothing but its own words, without its article."""
    at = noun_phrase(page, head)
    if page.forms[head] in cue_words("nouns", "of_happenings"):
        at = Stretch(at.first, head + 1)
    first = at.first
    article = ""
    while (
        first < head
        and page.tags[first] in ("DET", "PRON", "PUNCT")
        and page.forms[first] not in ("some", "no", "other")
    ):
        article, first = page.forms[first], first + 1
    text = tidy(page.quote(Stretch(first, at.last)))
    if (
        (page.tags[first] != "PROPN" or first not in names.by_word)
        and not _in_capitals(page.words[first])
        and _opens(page, first)
        and (
            not page.capital(head) or says_means(page, head)
        )  # not "Harbour State", which the tree calls a noun
        and not _keeps_capital(page, first)
    ):
        text = text[:1].lower() + text[1:]
    if page.sentence[head] in page.in_title_case:
        words = range(first, at.last)
        text = tidy(
            " ".join(page.words[word] if word in names.by_word else page.forms[word] for word in words)
        )
    return Party(text, head, False, is_plural(page, head), (), article)


def name_of(names: Names, party: Party) -> Name | None:
    """The name at the mention that a party was resolved to."""
    return names.by_word.get(party.head)


def description_of(names: Names, party: Party) -> str:
    """The words that describe a party, as the report sets them, in one line; what it repeats once, and no bare age."""
    page, name = names.page, name_of(names, party)
    told = names.descriptions(name) if name is not None else party.described
    parts = [at for at in compact(sorted(told)) if not {*page.tags[slice(*at)]} <= _FIGURES]
    found = {" ".join(page.forms[slice(*at)]): page.quote(at) for at in reversed(parts)}
    return " ".join(reversed(found.values()))


def kind_of_party(names: Names, party: Party) -> Kind:
    """What kind of party it is, by its name and all that describes it."""
    described = description_of(names, party)
    return kind_of(party.text, proper=party.proper, description=described, entity=party.entity)


def _opens(page: Page, word: int) -> bool:
    """Whether a word opens its sentence, be it after a number: "12:40 Images shared online show"."""
    return all(page.tags[at] == "NUM" for at in range(page.bounds[page.sentence[word]].first, word))


def _in_capitals(word: str) -> bool:
    """Whether a word has capitals beyond its first letter, wherever it stands: "CCTV", "NGOs"."""
    return any(letter.isupper() for letter in word[1:])


def _keeps_capital(page: Page, word: int) -> bool:
    """Whether a word has a capital wherever it stands: "Ostranian", and what a name goes on after."""
    after = page.sentence[word + 1 : word + 2] == [page.sentence[word]]
    goes_on = after and page.capital(word + 1) and page.tags[word] in ("ADJ", "PROPN")
    if page.forms[word + 1 : word + 2] == ["and"] and page.sentence[word + 2 : word + 3] == [
        page.sentence[word]
    ]:
        goes_on = goes_on or page.capital(word + 2)  # "Fire and Rescue officials"
    return goes_on or page.forms[word] in people_words()
