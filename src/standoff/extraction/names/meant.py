"""What a pronoun may stand for, and what that tells of itself: names, and common nouns for people, bodies and texts.

Invariant: the answer depends on the word, on what the model takes it for and on ``data/sources.toml`` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from standoff.extraction.chains.source_words import collective, noun_kind
from standoff.extraction.grammar.noun_forms import singular
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NAMING
from standoff.extraction.names.definite import owns, reference_nouns
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import gender, is_plural
from standoff.extraction.names.parts import Name, title_words

# Pronouns for a person, by sex.
HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
NOBODY = frozenset(("no", "neither"))  # "no group" is none that a pronoun means
PRONOUNS = frozenset((*HE, *IT, *THEY))
_PEOPLE = frozenset(("witness", "relative", "expert", "journalist"))
_FACTS = ("header", "byline")  # parts that tell of the report, as `reader.NO_SOURCES`


class Mention(NamedTuple):
    """One thing that a pronoun may stand for. ``person`` is ``None`` when it may be a person or not."""

    head: int
    person: bool | None
    plural: bool
    gender: str | None
    name: Name | None
    pronoun: bool = False


def mentions_of(page: Page, names: Names) -> list[Mention]:
    """Everything that a pronoun may stand for: names, and common nouns for people, bodies and documents, but for those
    in lines that tell of the report itself."""
    found: list[Mention] = []
    facts = _facts(page)
    for word, tag in enumerate(page.tags):
        if tag not in NAMING or word in facts:
            continue
        name = names.by_word.get(word) if tag == "PROPN" else None
        if name is not None:
            if name.head == word and page.relations[word] != "compound" and page.part_at(word) != "dateline":
                sex = gender(page.forms[at] for at in _telling_sex(page, name))
                found.append(Mention(word, names.person(name), is_plural(page, word), sex, name))
        elif tag == "PRON":
            if page.forms[word] in PRONOUNS:
                found.append(_pronoun(page, word))
        elif page.relations[word] != "compound" and not _is_nobody(page, word):
            kind = _common(page.forms[word], page.entity_labels.get(word))
            if kind is not None:
                several = kind.always_plural or is_plural(page, word)
                found.append(Mention(word, kind.person, several, kind.gender, None))
    return found


def _facts(page: Page) -> frozenset[int]:
    """The words of who published the report, when and by whom."""
    parts = (page.stretch(part.span) for part in page.reading.report.parts if part.kind in _FACTS)
    return frozenset(word for at in parts if at for word in range(*at))


def _telling_sex(page: Page, name: Name) -> Iterator[int]:
    """The words of a name and those that describe it, but for whose he is: "the girl's father, Ivo Brandt"."""
    return (word for word in (*name.described, *range(*name.at)) if not owns(page, word))


def _is_nobody(page: Page, word: int) -> bool:
    """Whether a noun tells of none, or of what people only pose as."""
    if not page.children[word]:
        return False
    marks, above = {page.forms[kid] for kid in page.children[word]}, page.heads[word]
    posing = "as" in marks and above >= 0 and page.forms[above] in reference_nouns("posing")
    return posing or not marks.isdisjoint(NOBODY)


def _pronoun(page: Page, word: int) -> Mention:
    form = page.forms[word]
    person = True if form in HE else False if form in IT else None
    return Mention(word, person, form in THEY, HE.get(form), None, True)


class _Noun(NamedTuple):
    """What a noun by itself says of whom it stands for; ``always_plural`` as "police" is."""

    person: bool | None
    always_plural: bool
    gender: str | None


@lru_cache(maxsize=1 << 13)
def _common(form: str, entity: str | None) -> _Noun | None:
    """What a common noun that the model takes for an entity says, ``None`` where a pronoun cannot stand for it."""
    kind, noun, sex = noun_kind(form), singular(form), gender((form,))
    if (
        kind is None
        and entity not in ("person", "organization")
        and sex is None
        and noun not in reference_nouns("meant")
    ):
        return None
    person: bool | None = None
    body = noun in reference_nouns("body") or collective(noun)
    if (
        sex
        or (entity == "person" and not body)
        or noun in title_words()
        or (entity != "organization" and noun.endswith(tuple(reference_nouns("person_endings"))))
        or kind in _PEOPLE
    ):
        person = True
    elif (
        entity in ("organization", "place")
        or body
        or kind in ("media", "document", "imagery", "social", "agency")
    ):
        person = False
    return _Noun(person, noun in reference_nouns("always_plural"), sex)
