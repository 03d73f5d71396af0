"""The model's slot spans as rows, put right by what plain grammar tells: times in pieces, lists, numbers of people.

The model marks each slot by itself; the tree says what belongs together. Invariant: every row stands in the report's
words, and goes back to one row of the model's table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import has_case, noun_phrase
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.clock_times import clock_times
from standoff.extraction.slots.counted import counts
from standoff.extraction.slots.footing import with_firm_settings
from standoff.extraction.slots.idle import is_idle
from standoff.extraction.slots.joined_parties import with_joined_parties
from standoff.extraction.slots.joined_places import with_joined_places
from standoff.extraction.slots.near_misses import near_misses
from standoff.extraction.slots.rival_figures import with_rival_figures
from standoff.extraction.slots.row import PARTIES, SEEN, Missing, Row, filled, nearest, words_of
from standoff.extraction.slots.times import deadlines, whole_times, with_lone_times
from standoff.extraction.slots.wholes import as_wholes
from standoff.extraction.values.figures import at_figures
from standoff.extraction.values.revisions import as_told_before, in_pieces
from standoff.extraction.values.rolls import fellows, parts_of
from standoff.extraction.values.spreads import places_of, spread
from standoff.records import TOLL_SLOTS

_SHARE, _PLACES = "the place of one of several numbers", frozenset(("place", "target"))
_LISTED = frozenset(("weapon", "target", "suspect"))
_PARAGRAPH = re.compile(r"\n\s*(?:\n|[-–—•*·])")  # a blank line, or a line of a list
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def slot_rows(page: Page) -> list[Row]:
    """The rows of a page, those of the model first, in its order."""
    read = read_rows(page)
    missed = faint_rows(page)
    read = [*with_lone_times(page, read, missed), *near_misses(page, read, missed)]
    read = [_after_telling(page, _after_stamp(page, _in_paragraph(page, row))) for row in read]
    read = [_whole_name(page, _party(page, row)) for row in read]
    rows = _without_headline(page, whole_times(page, read))
    rows = with_firm_settings(page, [row for row in rows if not is_idle(page, row.slot, row.at)])
    rows += list(clock_times(page, rows))
    rows = as_told_before(page, list(at_figures(page, in_pieces(page, rows))))
    rows = with_rival_figures(page, rows)
    rows = as_wholes(page, with_joined_places(page, with_joined_parties(page, rows)))
    rows = filled(page, filled(page, rows, _weapons(page) if rows else ()), deadlines(page), missed)
    rows += list(_partners(page, rows))
    return [*rows, *counts(page, rows)]


def read_rows(page: Page) -> list[Row]:
    """The rows that the model reads, as it reads them."""
    return [row for row, missed in zip(_table(page), page.faint, strict=True) if not missed]


def faint_rows(page: Page) -> list[Row]:
    """The rows that the model just misses: no claims, but what a rule finds at their words is of their event."""
    return [row for row, missed in zip(_table(page), page.faint, strict=True) if missed]


@once
def _table(page: Page) -> tuple[Row, ...]:
    """Every row of the model's table, by number."""
    table = page.reading.slots
    facts = zip(table.labels.tolist(), table.bounds.tolist(), table.scores.tolist(), strict=True)
    return tuple(
        Row(number, table.names[label], Stretch(*bounds), score)
        for number, (label, bounds, score) in enumerate(facts)
    )


def with_listed_people(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the rest of every list of counted people of which they have an item: "nine Danes and a Pole"."""
    tolls = [row for row in rows if row.slot in TOLL_SLOTS]
    further = []
    known = [(row.slot, row.at) for row in tolls]
    apart = list(spread(page, known))
    for slot, at in (*fellows(page, known), *parts_of(page, known), *apart):
        same = (row for row in tolls if row.slot == slot)
        near = nearest(same, at)
        further.append(
            near._replace(at=at, rule="an item of a list of people of which the model reads another")
        )
    places = (Missing("place", place, _SHARE, _PLACES) for _, at in apart for place in places_of(page, at))
    return filled(page, [*rows, *further], places)


def _without_headline(page: Page, rows: Iterable[Row]) -> list[Row]:
    """The rows without those of the headline, where the body has their slot too: it repeats (CLAIMS.md section 5)."""
    parts = [(page.part_at(row.at.first), row) for row in rows]
    told = {row.slot for part, row in parts if part != "title"}
    return [row for part, row in parts if part != "title" or row.slot not in told]


def _in_paragraph(page: Page, row: Row) -> Row:
    """The row, words that go on in another paragraph to the end of their own, a place to the end of its sentence."""
    first, last = row.at
    if row.slot == "place" and (end := page.bounds[page.sentence[first]].last) < last:
        return row._replace(at=Stretch(first, end), rule="as far as its sentence goes")
    if _PARAGRAPH.search(page.text, page.starts[first], page.ends[last - 1]) is None:
        return row
    gaps = ((word, page.ends[word - 1], page.starts[word] + 1) for word in range(first + 1, last))
    end = next((word for word, *gap in gaps if _PARAGRAPH.search(page.text, *gap)), last)
    return row._replace(at=Stretch(first, end), rule="as far as its paragraph goes")


def _after_stamp(page: Page, row: Row) -> Row:
    """The row, words that begin with the clock time of an entry from the word after it: "12:05 [Shots are heard]"."""
    first, last = row.at
    line = page.text.rfind("\n", 0, page.starts[first]) + 1
    if row.slot == "time" or page.starts[first] != line or not _CLOCK.fullmatch(page.words[first]):
        return row
    after = next((word for word in range(first + 1, last) if page.tags[word] != "PUNCT"), last)
    return row._replace(at=Stretch(after, last), rule="after the time of its entry") if after < last else row


def _after_telling(page: Page, row: Row) -> Row:
    """The row, a toll's words that begin with who tells of it without them: "an autopsy showed [the clerk] | had been
    shot"."""
    first, last = row.at
    if row.slot not in TOLL_SLOTS or page.relations[last - 1] != "nsubj" or page.heads[last - 1] < last:
        return row
    telling = (word for word in range(last - 2, first, -1) if page.tags[word] == "VERB")
    verb = next((word for word in telling if page.forms[word] in verbs()), last)
    after = verb + 1 + (page.forms[verb + 1 : verb + 2] == ["that"])
    return row._replace(at=Stretch(after, last), rule="after who tells it") if after < last else row


def _party(page: Page, row: Row) -> Row:
    """The row, a party's words that are a clause to its subject alone: "[It] denied carrying out that attack"."""
    top = top_of(page, row.at) if row.slot in PARTIES else -1
    tells = top >= 0 and (page.tags[top] == "VERB" or page.child(top, "cop") is not None)
    subject = page.child(top, "nsubj") if tells else None
    if subject is None or not row.at.holds(subject):
        return row
    return row._replace(at=noun_phrase(page, subject), rule="the subject of its clause")


def _whole_name(page: Page, row: Row) -> Row:
    """The row, a toll's people that end within a name to the name's end: "two Sri | Lankans"."""
    first, last = row.at
    end = page.bounds[page.sentence[last - 1]].last if row.slot in TOLL_SLOTS else last
    while last < end and _one_name(page, last - 1):
        last += 1
    return row._replace(at=Stretch(first, last), rule="to the end of a name") if last > row.at.last else row


def _one_name(page: Page, word: int) -> bool:
    """Whether a word with a capital and the one after it are joined into one name by the tree."""
    after = word + 1
    joined = page.heads[after] == word and page.relations[after] == "flat"
    joined = joined or (page.heads[word] == after and page.relations[word] in ("compound", "amod", "flat"))
    beside = page.heads[after] == page.heads[word] and page.relations[after] == "flat" == page.relations[word]
    return page.capital(after) and page.words[word][0].isupper() and (joined or beside)


def _weapons(page: Page) -> Iterator[Missing]:
    """Weapons that are told with "with" ("three men with knives"), of an attack ("a knife attack") or of those who have
    them ("hid their rifles")."""
    words, attacks = section("weapons", "nouns")["words"], section("weapons", "nouns")["attacks"]
    borne, keeping = _borne(page), section("weapons", "nouns")["keeping"]
    for word in sorted({*page.where(words), *borne}):
        held = word in borne or has_case(page, word, ("with",))
        of_attack = page.relations[word] == "compound" and page.forms[page.heads[word]] in attacks
        over = page.heads[word]
        kept = over >= 0 and page.relations[word] == "obj" and page.forms[over] in keeping
        if held or of_attack or kept:
            at = Stretch(word, word + 1) if of_attack and not held else noun_phrase(page, word)
            yield Missing("weapon", at, "a weapon told with 'with', of an attack or as somebody's")


def _borne(page: Page) -> frozenset[int]:
    """What people are "armed with", whatever it is, with the rest of the list."""
    bearing = section("weapons", "nouns")["bearing"]
    first = [
        word
        for verb in page.where(bearing)
        for word in page.children[verb]
        if page.tags[word] in NOUNS and any(page.forms[child] == "with" for child in page.children[word])
    ]
    return frozenset(first) | {
        child
        for word in first
        for child in page.children[word]
        if page.relations[child] == "conj" and page.tags[child] in NOUNS
    }


def _partners(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The rest of a list of which the model has one item: "stones and bottles"."""
    taken = words_of(row for row in rows if row.slot not in SEEN)
    for row in rows:
        if row.slot not in _LISTED:
            continue
        top = top_of(page, row.at)
        above = [page.heads[top]] if row.slot == "weapon" and page.relations[top] == "conj" else []
        for word in (*page.children[top], *above):
            phrase = noun_phrase(page, word) if _is_partner(page, word, row.at) else None
            if phrase and taken.isdisjoint(range(*phrase)) and not is_idle(page, row.slot, phrase):
                taken.update(range(*phrase))
                yield row._replace(at=phrase, rule="joined to one that the model reads")


def _is_partner(page: Page, word: int, at: Stretch) -> bool:
    same = page.sentence[word] == page.sentence[at.first] and page.tags[word] in NOUNS
    joined = word >= at.last and page.relations[word] == "conj"
    return same and (joined or word == page.heads[top_of(page, at)])
