"""Whom the words for a source name: the one with a role before him, those after "including", those joined by "and".

Invariant: every head is a word of the phrase, or hangs on one.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.source_words import MEDIA, noun_kind
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NAMING, NOUNS
from standoff.extraction.names.beside import name_beside
from standoff.extraction.names.names import Names
from standoff.extraction.names.nouns import head_noun, is_plural
from standoff.extraction.names.parts import Name, in_one_name, title_words
from standoff.extraction.names.sorts import called

PEOPLE = frozenset(("official", "witness", "relative", "expert", "journalist", "party", "organisation"))


def named_in(page: Page, names: Names, parts: Sequence[Stretch], head: int) -> int:
    """The head of a source phrase, or of the name that it gives with a role: "the envoy, Ana Bly"."""
    beside = names.by_word.get(head + 1)
    if beside is not None and _is_apposition(page, beside.head, head) and not is_plural(page, head):
        return beside.head  # "news channel KNT"
    if called(page, head) in MEDIA and (title := name_beside(page, names, head)) is not None:
        return title.head
    if not is_plural(page, head) and (apart := _named_after(page, names, head)) is not None:
        return apart.head
    own = names.by_word.get(head)
    known = own is not None and own.person is True and page.forms[head] not in title_words()
    part = next((part for part in parts if part.holds(head)), None)
    one = part is not None and page.forms[part.first] == "one"  # "one of them, Ana Bly"
    if known or (not one and (is_plural(page, head) or (own is None and not _is_role(page, head)))):
        return head
    for word in range(head + 1, part.last if part else head + 1):
        name = names.by_word.get(word)
        if name is None or name.at.first != word or name.person is False:
            continue
        before = page.forms[word - 1]
        if own is not None and before not in title_words():
            continue
        if before == "," or (page.tags[word - 1] in NOUNS and before not in ("'s", "’s")):
            return name.head
    return head


def included(page: Page, names: Names, parts: Sequence[Stretch]) -> list[int]:
    """The heads of the parties that a source phrase names after "including"."""
    for part in parts:
        for word in range(part.first, part.last - 1):
            if page.forms[word] == "including":
                nominal = (at for at in range(word + 1, part.last) if page.tags[at] in NOUNS)
                first = next(nominal, None)
                name = names.by_word.get(first) if first is not None else None
                return [] if first is None else joined(page, names, name.head if name else first)
    return []


def joined(page: Page, names: Names, head: int, parts: Sequence[Stretch] = ()) -> list[int]:
    """The heads of the parties that a noun phrase joins by "and", the first one first.

    ``parts`` are the words of the whole phrase, where they are known: a noun after "and" that hangs on none of them
    is joined whatever the tree makes of it.
    """
    lost = (
        word
        for part in parts
        for word in range(max(head, part.first) + 1, part.last)
        if page.tags[word] in NOUNS
        and page.relations[word] != "compound"
        and not any(other.holds(page.heads[word]) for other in parts)
        and page.forms[noun_phrase(page, word).first - 1] == "and"
        and not _is_part(page, head, word)
    )
    listed = _listed_beside(page, head)
    beside = (
        kid
        for one in (head, *listed, *_nouns_of(names, head))
        for kid in page.children[one]
        if page.relations[kid] == "conj" and page.tags[kid] in NAMING and not _is_part(page, head, kid)
    )
    return list(dict.fromkeys((head, *listed, *beside, *lost)))


def _nouns_of(names: Names, head: int) -> list[int]:
    """The nouns right after a name that say what it is: "the Vale Watch for Rights [monitoring] [group]"."""
    name = names.by_word.get(head)
    if name is None or name.head != head:
        return []
    beside = sorted(word for word in name.described if word >= name.at.last)
    return [word for at, word in enumerate(beside, name.at.last) if word == at]


def _listed_beside(page: Page, head: int) -> list[int]:
    """The names that the tree takes for what a name is, though they are the next ones of a list: "the Harbour Watch,
    the Vale Courier and a doctor"."""
    names = (
        kid
        for kid in page.children[head]
        if page.relations[kid] in ("appos", "flat")
        and page.tags[kid] == page.tags[head] == "PROPN"
        and (page.relations[kid] == "appos" or _set_off(page, kid))
    )
    return [kid for kid in names if page.child(kid, "conj") is not None]


def _is_part(page: Page, head: int, other: int) -> bool:
    """Whether a noun after "and" belongs to the name before it, and is no party of its own: "Lind and Sons", not "the
    station and the court"."""
    opened = page.tags[noun_phrase(page, other).first] in ("DET", "PRON")
    return not opened and page.tags[other] == "PROPN" and in_one_name(page, head, other)


def _named_after(page: Page, names: Names, head: int) -> Name | None:
    """The name between commas after a noun, which the noun is: "the owner, Norrock Ltd.,", "another group, the Vale
    Committees,"."""
    for kid in page.children[head]:
        name = names.by_word.get(kid)
        if name is None or page.relations[kid] != "appos" or not _set_off(page, name.at.first):
            continue
        closed = page.forms[name.at.last : name.at.last + 1] in ([","], ["."], [")"])
        if closed and page.tags[head] == "NOUN" and page.child(kid, "conj") is None:
            return name
    return None


def _set_off(page: Page, first: int) -> bool:
    """Whether a comma parts a name that begins at a word from what is before it, be it with "the"."""
    return page.forms[first - 1] == "," or page.forms[first - 2 : first] == [",", "the"]


def _is_apposition(page: Page, word: int, head: int) -> bool:
    return page.heads[word] == head and page.relations[word] in ("appos", "flat")


def _is_role(page: Page, head: int) -> bool:
    noun = head_noun(page, head)
    return noun in title_words() or noun_kind(noun) in PEOPLE
