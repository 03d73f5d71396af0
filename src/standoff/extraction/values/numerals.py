"""Number expressions in words: "at least two dozen", "10 to 15", "tens of thousands", "some 20".

Invariant: an expression is a stretch of the words it was given, and its interval has ``low <= high`` where both ends
are there. Ages, dates, clock times, money, lengths and shares are not counts and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.values.cardinals import ARTICLES, MOST, cardinal, lowered, scale_part
from standoff.extraction.values.changes import CHANGE, TO, is_change
from standoff.extraction.values.no_counts import is_age, is_trap
from standoff.extraction.values.number_phrases import (
    Bound,
    bounds_after,
    bounds_before,
    intervals,
    joins,
    longest_at,
    shares,
)
from standoff.extraction.values.numeral import Numeral

_BOUND = 3  # words in the longest bound that is looked for outside the stretch


def find_numerals(words: Sequence[str], first: int, last: int) -> tuple[Numeral, ...]:
    """The number expressions between two words, left to right, without overlap. Longest reading first."""
    return _found(lowered(words), first, last)


def numerals_in(page: Page, first: int, last: int) -> tuple[Numeral, ...]:
    """As `find_numerals`, between two words of one sentence of a page, each where it stands on the page."""
    if first >= last:
        return ()
    line, start = page.sentence[first], page.bounds[page.sentence[first]].first
    return tuple(
        replace(each, first=each.first + start, last=each.last + start, core=each.core + start)
        for each in find_numerals(page.line(line).words, first - start, last - start)
    )


@lru_cache(maxsize=256)
def _found(lower: tuple[str, ...], first: int, last: int) -> tuple[Numeral, ...]:
    return tuple(_scan(lower, first, last))


def begin_of(words: Sequence[str], first: int, last: int) -> int:
    """Where a stretch begins when "at least" and the like stand before a number or a "some" that opens it,
    or are cut by it."""
    lower, outside = lowered(words), word_set("numbers", "outside", "words")
    for at in range(max(0, first - _BOUND), first):
        for end in range(first, min(last, at + _BOUND) + 1):
            if " ".join(lower[at:end]) in outside and (
                _single(lower, end, last) or longest_at(lower, at, last, intervals())
            ):
                return at
    return first


def _scan(lower: tuple[str, ...], first: int, last: int) -> Iterator[Numeral]:
    at = first
    while at < last:
        found = _numeral(lower, at, last) if may_begin(lower[at]) else None
        if found is None:
            at += 1
            continue
        alone = (found.first, found.last) == (first, last)
        if not (is_age(lower, found) if alone else is_trap(lower, found)):
            yield found
        at = found.last


@lru_cache(maxsize=1 << 13)
def may_begin(word: str) -> bool:
    """Whether a number expression may begin with a word (lower case): a quick look before the full reading."""
    return word in _openers() or word[:1].isdigit() or "-" in word


@cache
def _openers() -> frozenset[str]:
    """The first words of all number expressions but figures."""
    sections = (section("numbers", key) for key in ("cardinals", "plural_scales", "parts"))
    tables = (intervals(), bounds_before(), *sections)
    words = {phrase.split()[0] for table in tables for phrase in table}
    return frozenset(
        {
            *words,
            "all",
            *ARTICLES,
            *section("numbers", "ranges")["open"],
            *section("numbers", "several")["words"],
        }
    )


def _excepted(lower: tuple[str, ...], at: int, last: int) -> Numeral | None:
    """All but some: 17 for "all but three of the 20", several for "all but three"."""
    words, entry = section("numbers", "except"), "except.words"
    less = _numeral(lower, at + 2, last) if " ".join(lower[at : at + 2]) in words["words"] else None
    if less is None:
        return None
    several = Numeral(at, less.last, at, *intervals()["several"], entries=(entry,))
    begin = less.last + 1
    if lower[less.last : begin] != ("of",) or begin >= last:
        return several
    whole = _single(lower, begin + (lower[begin] in words["of"]), last)
    if (
        whole is None
        or less.low is None
        or less.low != less.high
        or whole.low is None
        or whole.low <= less.low
    ):
        return several
    left = whole.low - less.low
    return Numeral(at, whole.last, at, left, left, entries=(entry,))


def _share(lower: tuple[str, ...], at: int, last: int) -> Numeral | None:
    """A part of a number that stands behind it: 30 for "half of the 60"."""
    part = longest_at(lower, at, last, shares())
    begin = at + part.count(" ") + 2
    if not part or begin >= last or lower[begin - 1] != "of":
        return None
    whole = _single(lower, begin + (lower[begin] in section("numbers", "except")["of"]), last)
    if whole is None or whole.low is None or whole.low != whole.high:
        return None
    number = int(whole.low * shares()[part])
    return Numeral(at, whole.last, at, number, number, entries=(f"shares.{part}",)) if number else None


def _numeral(lower: tuple[str, ...], at: int, last: int) -> Numeral | None:
    if lower[at] == "all" and (rest := _excepted(lower, at, last)) is not None:
        return rest
    whole = longest_at(lower, at, last, intervals())
    whole = "" if _share(lower, at, last) else whole
    if whole and not scale_part(lower, at, last) and not _begins_bound(lower, at, last):
        interval = intervals()[whole]
        entries = (f"intervals.{whole}",)
        said = Numeral(at, at + whole.count(" ") + 1, at, interval[0], interval[1], entries=entries)
        return said if not _counted(lower, said.last, last) else _several(lower, said)
    bounds, core_at = _bounds(lower, at, last)
    core = _core(lower, core_at, last)
    if core is None:
        return None
    return _bounded(lower, core, at, bounds, last)


def _begins_bound(lower: tuple[str, ...], at: int, last: int) -> bool:
    """Whether "some", "no more than" and the like begin here and a number comes after them."""
    bounds, core = _bounds(lower, at, last)
    return bool(bounds) and _core(lower, core, last) is not None


def _bounded(lower: tuple[str, ...], core: Numeral, at: int, bounds: list[Bound], last: int) -> Numeral:
    """A number with the bounds that stand before it, from word ``at`` on, and after it."""
    low, high, approx = core.low, core.high, core.approx
    end = core.last
    if lower[core.core - 1] == "the" and len(bounds) > 1:
        bounds = bounds[-1:]  # "more than the 61 that X counted" does not count those above them
    if CHANGE in core.entries:  # what stands before is said of the old number
        return replace(core, first=at)
    after = longest_at(lower, end, last, bounds_after())
    if after:
        bounds = [*bounds, bounds_after()[after]]
        end += after.count(" ") + 1
    for bound in reversed(bounds):
        low, high, approx = bound.apply(low, high, approx)
    if low is None and high is None:
        low, high = core.low, core.high
    if not bounds:
        return core
    entries = (*(bound.entry for bound in bounds), *core.entries)
    return Numeral(at, end, core.core, low, high, approx, entries)


def _bounds(lower: tuple[str, ...], at: int, last: int) -> tuple[list[Bound], int]:
    found: list[Bound] = []
    if at and lower[at : at + 2] == ("up", "to") and lower[at - 1] in section("numbers", "ranges")["changes"]:
        return found, at + 2  # "the toll has gone up to 231"
    while (phrase := longest_at(lower, at, last, bounds_before())) and len(found) < 4:
        found.append(bounds_before()[phrase])
        at += phrase.count(" ") + 1
    return found, at


def _core(lower: tuple[str, ...], at: int, last: int) -> Numeral | None:
    """A number or a range, without what stands beside it."""
    if at >= last:
        return None
    if (share := _share(lower, at, last)) is not None:
        return share
    opened = lower[at] in section("numbers", "ranges")["open"]
    left = cardinal(lower, at + opened, last)
    ranged = _range(lower, at, left, last, opened=opened) if left else None
    return ranged or _plural_scale(lower, at, last) or _whole(lower, at, None if opened else left)


def _range(
    lower: tuple[str, ...], at: int, left: tuple[Fraction, int], last: int, *, opened: bool
) -> Numeral | None:
    """ "between 10 and 15", "10 to 15", "three or four", "three, four or five": the interval, or nothing when the ends
    do not rise."""
    listed = _listed(lower, left, last)
    join = longest_at(lower, listed, last, joins())
    if not join or (join == "and" and not (opened and lower[at] == "between")):
        return None
    if listed > left[1] and join != "or":
        return None
    right = cardinal(lower, listed + join.count(" ") + 1, last)
    if right is None:
        return None
    if join == TO and is_change(lower, at):
        return Numeral(at, right[1], at, int(right[0]), int(right[0]), entries=(CHANGE,))
    low, high = _same_scale(left, right, lower), right[0]
    entries = (f"ranges.joins.{join}",)
    return Numeral(at, right[1], at, int(low), int(high), entries=entries) if low < high else None


def _listed(lower: tuple[str, ...], left: tuple[Fraction, int], last: int) -> int:
    """Where numbers end that rise one by one behind a first one and a comma each: "three, four" of "three, four or
    five"."""
    number, end = left
    while end + 1 < last and lower[end] == ",":
        further = cardinal(lower, end + 1, last)
        if further is None or further[0] <= number:
            break
        number, end = further
    return end


def _same_scale(left: tuple[Fraction, int], right: tuple[Fraction, int], lower: tuple[str, ...]) -> Fraction:
    """The low end; "two to three million" gives it the scale of the high end, "50 to a hundred" does not."""
    scale = section("numbers", "scales").get(lower[right[1] - 1])
    plain = lower[left[1] - 1] not in section("numbers", "scales")
    return left[0] * scale if scale and plain and left[0] * scale < right[0] else left[0]


def _single(lower: tuple[str, ...], at: int, last: int) -> Numeral | None:
    if at >= last:
        return None
    return _plural_scale(lower, at, last) or _whole(lower, at, cardinal(lower, at, last))


def _whole(lower: tuple[str, ...], at: int, found: tuple[Fraction, int] | None) -> Numeral | None:
    """A number that is no fraction, as `cardinal` has it."""
    if found is None or found[0].denominator != 1:
        return None
    number, entries = found[0].numerator, () if lower[at][:1].isdigit() else ("cardinals",)
    return Numeral(at, found[1], at, number, number, entries=entries)


def _plural_scale(lower: tuple[str, ...], at: int, last: int) -> Numeral | None:
    """ "dozens", "tens of thousands": twice the unit and up."""
    scales = section("numbers", "plural_scales")
    if lower[at] not in scales:
        return None
    low, end, entry = 2 * scales[lower[at]], at + 1, f"plural_scales.{lower[at]}"
    while end + 1 < last and lower[end] in ("of", "upon") and (times := scales.get(lower[end + 1])):
        if low * times >= MOST:
            break
        low, end = low * times, end + 2
    return Numeral(at, end, at, low, None, entries=(entry,))


def _counted(lower: tuple[str, ...], at: int, last: int) -> bool:
    return at < last and (
        lower[at] in section("numbers", "scales") or _plural_scale(lower, at, last) is not None
    )


def _several(lower: tuple[str, ...], core: Numeral) -> Numeral:
    """ "several dozen", "a few hundred", "many thousands": twice the unit and up."""
    if plural := _plural_scale(lower, core.last, len(lower)):
        return Numeral(
            core.first, plural.last, core.first, plural.low, None, entries=("several", *plural.entries)
        )
    scale = section("numbers", "scales")[lower[core.last]]
    low = scale * section("numbers", "several")["times"]
    return Numeral(core.first, core.last + 1, core.first, low, None, entries=("several",))
