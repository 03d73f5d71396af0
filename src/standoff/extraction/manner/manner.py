"""How firmly a value is said: whether it is denied, how certain it is, whether it has come to pass.

Hedges are found by rule and kept with their words; they alone decide on certainty. On polarity and realis what the
model learned and the tense weigh in too (`scores`), where the model has read the value.
Invariant: every certainty but "certain" has a hedge with its words. A hedge counts only where it governs the value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from standoff.extraction.chains.asides import denied_asides
from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.events.foiled import is_foiled
from standoff.extraction.grammar.clauses import negation, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.manner.falsehoods import all_told_false
from standoff.extraction.manner.hedge_limits import joined_clauses, known_words
from standoff.extraction.manner.reach import Cue, Value, adds, applies, is_itself, top_in
from standoff.extraction.manner.scores import polarity_of, realis_of
from standoff.extraction.manner.tense import Tense, tense_at
from standoff.extraction.manner.untold import untold_over
from standoff.extraction.values.parties import spoken
from standoff.records import TOLL_SLOTS
from standoff.records.claims import Certainty, Level, Polarity, Realis

_AIMED = frozenset(("target", "weapon", "motive"))
_NEAR = 12  # words from an aside to the verb that denies it
_UNDERGONE = frozenset((*TOLL_SLOTS, "weapon"))


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """A hedge, as words ``first`` up to but not ``last``, and what it attaches to.

    ``entry`` is where the lexicon has it; a ``firm`` one stands against what the model makes of it.
    """

    text: str
    first: int
    last: int
    level: Level
    label: str
    entry: str
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How a value is said, and the words that tell; ``learned`` and ``tense`` are what else was weighed."""

    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    realis: Realis = "actual"
    hedges: tuple[HedgeWords, ...] = ()
    learned: Sequence[float] | None = None
    tense: Tense = "past"


_PLAIN = Manner()


def manner_at(
    page: Page, at: Stretch, slot: str, *, attributed: bool, learned: Sequence[float] | None = None
) -> Manner:
    """How the words at a stretch of a page are said, for a value of a slot; hedges are counted from the first word of
    their sentence.

    ``attributed`` tells that a source is named: "allegedly" then is what that source says for certain. ``learned`` is
    as `scores.best` has it; ``None`` where the model read no such value.
    """
    value = _value(page, at, slot)
    hedges = _hedges(page.line(page.sentence[at.first]).forms, value, attributed) + _untold(page, at, slot)
    how = _summed(hedges) if hedges else _PLAIN
    if learned is not None:
        first = page.bounds[page.sentence[at.first]].first
        tense = tense_at(page, at, frozenset(word + first for word in value.known))
        how = _weighed(value, how, learned, tense)
    if slot in _AIMED and how.realis == "actual" and is_foiled(page, at):
        how = replace(how, realis="intended")
    if _is_denied_after(page, at) or _is_told_false(page, at) or _is_undone(page, at, slot):
        return replace(how, polarity="denied")
    return replace(how, polarity="affirmed") if slot == "claimant" and _claims(page, at, how) else how


def _is_denied_after(page: Page, at: Stretch) -> bool:
    """Whether words are an aside that somebody denies: "[a claim] the army denied"."""
    asides = denied_asides(page)
    end = min(page.bounds[page.sentence[at.first]].last, at.last + _NEAR) if asides else 0
    return any(at.last <= verb < end and at.holds(aside.noun) for verb, aside in asides)


def _is_told_false(page: Page, at: Stretch) -> bool:
    """Whether words are what a claim or report tells that is told to be false: "reports of [six dead] were wrong"; by
    the tree, or between that noun and its verb."""
    false = all_told_false(page)
    top = top_of(page, at) if false else -1
    above = page.above(top) if false else ()
    between = (kid for word in above if at.last <= word for kid in page.children[word] if kid < at.first)
    return not false.isdisjoint((top, *above, *between))


def _is_undone(page: Page, at: Stretch, slot: str) -> bool:
    """Whether words have their part in a deed of violence that was not done: "[our men] did not fire", "we do not bomb
    [schools]"."""
    table, top = section("manner", "undone"), top_of(page, at)
    verb = page.heads[top]
    part = (
        page.relations[top] == table["parts"].get(slot) and verb >= 0 and page.forms[verb] in table["deeds"]
    )
    undergone = slot in TOLL_SLOTS and page.relations[top] == "nsubj" and verb >= 0 and passive(page, verb)
    part = part or (undergone and page.forms[verb] in section("parties", "tolls").get(slot, ()))
    denied = negation(page, verb) if part else None
    return denied is not None and not adds(tuple(page.forms[denied + 1 : denied + 2]))


def _claims(page: Page, at: Stretch, how: Manner) -> bool:
    """Whether words are who claims an act, with no word that denies it: "[the group] claimed responsibility"."""
    verb = next((page.heads[word] for word in range(*at) if page.relations[word] == "nsubj"), -1)
    cue = verbs().get(page.forms[verb]) if verb >= 0 else None
    negated = any(hedge.label == "denied" for hedge in how.hedges)
    return cue is not None and cue.act == "claims" and not negated


def _value(page: Page, at: Stretch, slot: str) -> Value:
    """The words at a stretch as a value in their sentence."""
    number = page.sentence[at.first]
    first, last = page.bounds[number]
    _, forms, tags, heads = page.line(number)
    cued = _found(forms.lower) != ()
    known = known_words(page, number, slot) if cued else frozenset()
    beside = joined_clauses(page, number) if cued else frozenset()
    return Value(forms.lower, at.first - first, min(at.last, last) - first, slot, tags, heads, known, beside)


def _hedges(words: Sequence[str], value: Value, attributed: bool) -> tuple[HedgeWords, ...]:
    """The hedges among the words of a value's sentence that say something of it."""
    return tuple(
        HedgeWords(spoken(words, at, end), at, end, cue.level, cue.label, cue.entry, cue.firm)
        for at, end, cue in _found(value.lower)
        if (cue.sourced or not attributed) and applies(value, at, end, cue)
    )


def _untold(page: Page, at: Stretch, slot: str) -> tuple[HedgeWords, ...]:
    """The words by which nobody tells a value, as a hedge of it."""
    found = untold_over(page, at, top_of(page, at)) if slot in word_set("manner", "untold", "slots") else None
    if found is None:
        return ()
    first = page.bounds[page.sentence[at.first]].first
    return (
        HedgeWords(
            page.quote(found), found.first - first, found.last - first, "act", "unspecified", "untold"
        ),
    )


def _weighed(value: Value, ruled: Manner, learned: Sequence[float], tense: Tense) -> Manner:
    """How a value is said by its hedges together with what the model learned and the tense."""
    labels = {hedge.label for hedge in ruled.hedges}
    polarity, realis = polarity_of(labels, learned, tense), realis_of(labels, learned, tense)
    if any(hedge.label == "denied" and _is_plain(value, hedge) for hedge in ruled.hedges):
        polarity = "denied"
    elif polarity == "denied" and all(cue.label != "denied" for *_, cue in _found(value.lower)):
        polarity = "affirmed"  # the model errs where no word of the sentence denies anything
    if firm := tuple(hedge for hedge in ruled.hedges if hedge.firm):
        realis = _summed(firm).realis
    return Manner(polarity, ruled.certainty, realis, ruled.hedges, learned, tense)


def _is_plain(value: Value, hedge: HedgeWords) -> bool:
    """Whether a denial is of the value itself, whatever the model makes of it."""
    return _is_object(value, hedge) or is_itself(value, hedge.first) or _is_none(value, hedge.first)


def _is_none(value: Value, at: int) -> bool:
    """Whether a determiner says that there is none of it: "[no] civilian sites were hit"."""
    top = top_in(value.heads, value.first, value.last)
    return value.tags[at] == "DET" and value.lower[at] == "no" and value.heads[at] == top


def _is_object(value: Value, hedge: HedgeWords) -> bool:
    """Whether the value itself is what a verb says, or the subject of that ("denied that [two men] were held"), or a
    toll or weapon of that, or whose part it is: "denied that troops had used [gas]"."""
    if "VERB" not in value.tags[hedge.first : hedge.last]:
        return False
    top = top_in(value.heads, value.first, value.last)
    over = value.heads[top]
    within = top < over or value.slot in _UNDERGONE
    clause = over if within and over >= 0 and value.tags[over] == "VERB" else top
    if value.slot == "suspect" and over >= 0 and value.lower[over] in cue_words("nouns", "responsibility"):
        clause = over  # "denied Vareland's involvement"
    telling = value.heads[clause]
    if 0 <= telling < clause and value.lower[telling] in section("cues", "backward")["nouns"]:
        clause = telling  # "denied reports that two men were held"
    return top > hedge.first and any(hedge.first <= value.heads[at] < hedge.last for at in (top, clause))


def _summed(hedges: tuple[HedgeWords, ...]) -> Manner:
    labels = {hedge.label for hedge in hedges}
    certainty: Certainty = next(
        (label for label in ("unspecified", "possible", "probable") if label in labels), "certain"
    )
    realis: Realis = next(
        (label for label in ("hypothetical", "intended", "ongoing") if label in labels), "actual"
    )
    return Manner("denied" if "denied" in labels else "affirmed", certainty, realis, hedges)


@lru_cache(maxsize=256)
def _found(lower: tuple[str, ...]) -> tuple[tuple[int, int, Cue], ...]:
    """Every cue of a sentence, the longest reading first at each word."""
    found: list[tuple[int, int, Cue]] = []
    cues, openers = _cues(), _openers()
    after = 0
    for at in [at for at, word in enumerate(lower) if word in openers]:
        if at < after:
            continue  # within the cue before
        for size in range(min(openers[lower[at]], len(lower) - at), 0, -1):
            if (words := " ".join(lower[at : at + size])) in cues:
                found += [(at, at + size, cue) for cue in cues[words]]
                after = at + size
                break
    return tuple(found)


@cache
def _cues() -> Mapping[str, tuple[Cue, ...]]:
    table: dict[str, tuple[Cue, ...]] = {}
    for number, row in enumerate(section("manner", "cues")):
        for words in row["words"]:
            cue = Cue(
                f"cues[{number}].words.{words}", row["label"], row["level"], row.get("ahead", True), row["inside"],
                row.get("sourced", True), row.get("aux", False), row["subject"], row.get("itself", False),
                row.get("clause", False), row.get("firm", False), row.get("slots", ()),
            )  # fmt: skip
            table[words] = (*table.get(words, ()), cue)
    return table | dict.fromkeys(section("manner", "idioms")["words"], ())


@cache
def _openers() -> Mapping[str, int]:
    """The words that cues begin with, and how many words the longest such cue has."""
    longest: dict[str, int] = {}
    for words in _cues():
        first, *rest = words.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest
