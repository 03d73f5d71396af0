"""Who the people of a toll are: the names of a list, of which the model reads one, and what the counted are said to be.

"Kurt Ander, a tram driver, and Maren Loss" are two people. Invariant: a row added stands on a name that the tree joins
to that of the row it comes from; what only describes a person who has a row is no person more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import phrase_at
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import Row, words_of
from standoff.records import TOLL_SLOTS


def with_named_people(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the other names of every list of which a toll is one, and without what only describes one."""
    tolls: dict[int, list[Row]] = defaultdict(list)  # by word
    for row in rows:
        for word in range(*row.at) if row.slot in TOLL_SLOTS else ():
            tolls[word].append(row)
    kept = [row for row in rows if row.slot not in TOLL_SLOTS or not _describes(page, row, tolls)]
    return [*(_said_to_be(page, row) for row in kept), *_fellows(page, kept)]


def _describes(page: Page, row: Row, tolls: Mapping[int, Sequence[Row]]) -> bool:
    """Whether a toll's words are an apposition to the name that is another's; ``tolls`` are by word."""
    top = top_of(page, row.at)
    others = tolls.get(page.heads[top], ()) if page.relations[top] == "appos" else ()
    apart = (other for other in others if other.slot == row.slot and not row.at.meets(other.at))
    return any(page.tags[top_of(page, other.at)] == "PROPN" for other in apart)


def _fellows(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    taken = words_of(row for row in rows if row.slot in TOLL_SLOTS)
    for row in rows:
        top = top_of(page, row.at) if row.slot in TOLL_SLOTS else -1
        if top < 0 or page.tags[top] != "PROPN":
            continue
        for word in page.children[top]:
            at = noun_phrase(page, word)
            if page.relations[word] == "conj" and page.tags[word] == "PROPN" and taken.isdisjoint(range(*at)):
                yield row._replace(at=at, rule="joined to a name that the model reads")


def _said_to_be(page: Page, row: Row) -> Row:
    """The row, a toll that only counts to the end of who those counted are said to be: "the other two dead | were
    guards"."""
    first, last = row.at
    end = page.bounds[page.sentence[last - 1]].last
    if row.slot not in TOLL_SLOTS or last + 1 >= end or not _only_counts(page, row.at):
        return row
    if page.forms[last] not in section("parties", "parts")["said_to_be"]:
        return row
    phrase = phrase_at(tuple(page.forms), page.tags, last + 1, end)
    if phrase is None or phrase.first != last + 1 or page.tags[phrase.head] not in NOUNS:
        return row
    return row._replace(at=Stretch(first, phrase.last), rule="to who those counted are said to be")


def _only_counts(page: Page, at: Stretch) -> bool:
    """Whether words hold a number and nobody whom it counts."""
    fates = word_set("parties", "nouns", "fates")
    tags = [page.tags[word] for word in range(*at) if page.forms[word] not in fates]
    return "NUM" in tags and not set(tags) & {"NOUN", "PROPN", "PRON", "VERB", "AUX"}
