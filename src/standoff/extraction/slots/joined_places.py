"""Places joined by commas and "and": each is a value of its own ("clashes in [Aleppo], [Homs] and [Hama]"), and so are
those with a time or a number of people between ("inside [a bar] around 1 a.m. [on Elm Street]", "six in [Arden] and two
in [Tolm]").

The model marks such a list as one place. Invariant: an item is a name or a phrase that could stand by itself; where
streets cross, what lies between two places and a name with "and" in it stay whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS, VERBS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.names.parts import in_one_name
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import words
from standoff.extraction.places.spans import find_places, mentions
from standoff.extraction.slots.row import Row
from standoff.extraction.times.spans import find_times
from standoff.extraction.values.spreads import is_share

_RULE = "one of several places in a list"
_CUT = "a place before or behind a time or a number of people"
_JOINTS = frozenset((",", "and", "&", "or", ";"))
_OPENINGS = frozenset(("det", "case", "nummod", "nmod"))


def with_joined_places(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, a place that is a list of places one for each."""
    made: list[Row] = []
    for part in (part for row in rows for cut in _without_time(page, row) for part in _shares(page, cut)):
        items = _items(page, part.at) if part.slot == "place" else []
        made += [part._replace(at=at, rule=_RULE) for at in items] or [part]
    return made


def _without_time(page: Page, row: Row) -> Iterator[Row]:
    """The row; a place with a time in it, after which a preposition goes on, as the places before and behind that."""
    first, last = row.at
    for begin, end in find_times(page.forms[first:last]) if row.slot == "place" else ():
        before, behind = first + begin, first + end
        while before > first and page.tags[before - 1] in ("ADP", "ADV", "PUNCT"):
            before -= 1
        if first < before and behind < last and page.tags[behind] == "ADP":
            yield row._replace(at=Stretch(first, before), rule=_CUT)
            yield row._replace(at=Stretch(behind, last), rule=_CUT)
            return
    yield row


def _shares(page: Page, row: Row) -> Iterator[Row]:
    """The row; a place that goes on with a number of people at another, each of them: "Arden and the rest in Tolm"."""
    first = row.at.first
    for word in range(*row.at) if row.slot == "place" else ():
        behind = _behind_share(page, word, row.at.last)
        if behind is None:
            continue
        before = _before_joint(page, word)
        if before > first:
            yield row._replace(at=Stretch(first, before), rule=_CUT)
        first = behind
    yield row._replace(at=Stretch(first, row.at.last), rule=_CUT) if first > row.at.first else row


def _behind_share(page: Page, word: int, last: int) -> int | None:
    """The word behind a number of people, or the rest of them, and its preposition: "47 in | Tolm"."""
    if word + 1 == last:
        return None
    opening = word + (
        page.forms[word] == "the" and page.forms[word + 1] in section("tolls", "spreads")["rest"]
    )
    counted = page.tags[word] == "NUM" or opening > word
    joined = word == 0 or page.forms[word - 1] in _JOINTS
    share = counted and joined and opening + 2 < last and is_share(page, opening + 1)
    return opening + 2 if share else None


def _items(page: Page, at: Stretch) -> list[Stretch]:
    """The places of a stretch in text order; none where it is one place."""
    top = _first(page, at)
    heads = [top, *(word for word in range(top + 1, at.last) if _is_next(page, word, at, top))]
    if len(heads) < 2 or heads != sorted(heads) or not all(page.tags[head] in NOUNS for head in heads):
        return []
    first = at.first if top == top_of(page, at) else noun_phrase(page, top).first
    starts = [first, *(noun_phrase(page, head).first for head in heads[1:])]
    ends = [*(_before_joint(page, start) for start in starts[1:]), at.last]
    if not all(first <= head < last for first, head, last in zip(starts, heads, ends, strict=True)):
        return []
    items = [Stretch(first, last) for first, last in zip(starts, ends, strict=True)]
    return [part for item in items for part in _parts(page, item)] if _is_list(page, items, heads) else []


def _first(page: Page, at: Stretch) -> int:
    """The head of the first place: of "the cities of Arden and Tolm" the first name, else of the whole stretch."""
    top = top_of(page, at)
    named = page.child(top, "nmod")
    kind = page.forms[top].removesuffix("s").replace("ie", "y")
    listed = kind != page.forms[top] and kind in words("city_types") | words("land")
    return named if listed and named is not None and at.holds(named) and page.named(named) else top


def _is_next(page: Page, word: int, at: Stretch, top: int) -> bool:
    """Whether a word is the head of a further item, with a comma or "and" before its phrase."""
    if not _is_joined(page, word, at, top):
        return False
    start = noun_phrase(page, word).first
    return _before_joint(page, start) < start


def _is_joined(page: Page, word: int, at: Stretch, top: int) -> bool:
    """Whether the tree joins a word to the first item, to an inner word of its name or to something elsewhere, but not
    to what only belongs to that item ("the home of Ann and Tom"); or "and" and a preposition stand before it."""
    above, whole = page.heads[word], top_of(page, at)
    if page.relations[word] != "conj":
        return above == top and None not in (page.child(word, "cc"), page.child(word, "case"))
    inner = page.heads[above] == top and page.relations[above] in ("flat", "compound")
    return inner or above in (top, whole) or (top == whole and not at.holds(above))


def _before_joint(page: Page, start: int) -> int:
    """The word behind the item before the one that starts here, its prepositions, commas and "and" left out."""
    while start and (page.forms[start - 1] in _JOINTS or page.relations[start - 1] == "case"):
        start -= 1
    return start


def _is_list(page: Page, items: Sequence[Stretch], heads: Sequence[int]) -> bool:
    """Whether items are told one by one: not what lies between two, nor a crossing of streets, nor one name."""
    first, inside = heads[0], range(items[0].first, items[-1].last)
    between = any(page.forms[kid] == "between" for kid in page.children[first])
    clause = any(page.tags[word] in VERBS for word in inside)
    if between or clause or any(_of_street(page.forms[word]) for word in inside):
        return False
    one = len(heads) == 2 and in_one_name(page, first, heads[1])  # no name has a list with a comma in it
    return not (one or any(_across(page, items))) and all(
        _stands_alone(page, first, head) for head in heads[1:]
    )


def _parts(page: Page, item: Stretch) -> Iterator[Stretch]:
    """An item of a list, cut at a comma between two names of which the tree makes no list, unless the latter is the
    land that the former lies in: "Arden, Tolm [and Sellin]", but "Boston, Massachusetts, [and Tolm]"."""
    start = item.first
    for word in range(item.first + 1, item.last - 1):
        if (
            page.forms[word] == ","
            and page.named(word - 1)
            and page.named(word + 1)
            and not _is_land(page, word + 1)
        ):
            yield Stretch(start, word)
            start = word + 1
    yield Stretch(start, item.last)


def _is_land(page: Page, first: int) -> bool:
    """Whether the name that begins at a word may be a country's or a state's."""
    told = [page.words[word] for word in range(first, page.bounds[page.sentence[first]].last)]
    return any(
        item.first == 0 and any(meant.kind is not Kind.CITY for meant in item.candidates)
        for item in mentions(told, "mixed")
    )


def _of_street(form: str) -> bool:
    """Whether a word names a street: by its kind or by its number ("23rd and Lindell")."""
    return form.rstrip(".").removesuffix("s") in words("streets") or form[:1].isdigit()


def _across(page: Page, items: Sequence[Stretch]) -> Iterator[Stretch]:
    """Names that go over the end of an item: "Bosnia and Herzegovina"."""
    base = items[0].first
    for first, last in find_places([page.words[word] for word in range(base, items[-1].last)]):
        name = Stretch(base + first, base + last)
        if not any(item.covers(name) for item in items):
            yield name


def _stands_alone(page: Page, first: int, head: int) -> bool:
    """Whether a joined word is a place by itself: a name beside a name, or with an article or preposition."""
    named = page.named(first) and page.named(head)
    return named or any(page.relations[kid] in _OPENINGS and kid < head for kid in page.children[head])
