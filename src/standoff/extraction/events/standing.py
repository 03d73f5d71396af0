"""Events of a report put in order: what it is mainly about first, the background told apart.

Invariant: ``e1`` is the main event; events are numbered by their standing, then by where they are first told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from standoff.extraction.chains.cues import verbs
from standoff.extraction.events.backstories import aside
from standoff.extraction.events.openings import set_beside
from standoff.extraction.events.pointing_back import pointing_sentences
from standoff.extraction.grammar.lines import says
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.ontology import Ontology
from standoff.extraction.times.told_years import year_told
from standoff.records import Claim, Event, Span, Time
from standoff.records.claims import Standing

_ORDER: dict[Standing, int] = {"main": 0, "related": 1, "background": 2}


@dataclass(frozen=True, slots=True)
class _Told:
    """One event's claims and what is known of its place in the report."""

    claims: list[Claim]
    begin: int
    weight: float
    latest: date | None


def events_of(
    page: Page, claims: Sequence[Claim], ontology: Ontology, named: Mapping[int, Sequence[int]]
) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
    """The events that claims belong to, and the claims with final ids (``c1`` … in text order) and event ids.

    ``named`` are the words of the page that name types, as `event_types.naming` has them.
    """
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.event].append(claim)
    lead = _lead(page)
    told = {name: _told(page, lead, group) for name, group in grouped.items()}
    if not told:
        return (), ()
    main = max(told, key=lambda name: (told[name].weight, -told[name].begin))
    standing = {name: _standing(page, item, told[main], name == main) for name, item in told.items()}
    order = sorted(told, key=lambda name: (_ORDER[standing[name]], told[name].begin))
    numbered = {name: f"e{i}" for i, name in enumerate(order, 1)}
    events = tuple(
        Event(
            numbered[name],
            told[name].claims[0].type,
            _trigger(page, told[name].claims, ontology, named),
            standing[name],
        )
        for name in order
    )
    return events, tuple([c.renamed(f"c{i}", numbered[c.event]) for i, c in enumerate(claims, 1)])


def _lead(page: Page) -> range:
    """The characters of the first sentence of the report's body, which tells the news."""
    first = next((at for at in page.bounds if page.part_at(at.last - 1) == "body"), None)
    return range(page.starts[first.first], page.ends[first.last - 1]) if first else range(0)


def _told(page: Page, lead: range, claims: list[Claim]) -> _Told:
    length = max(1, len(page.text))
    begin = min(claim.evidence[0].start for claim in claims)
    weight = sum(1.5 - claim.evidence[0].start / length for claim in claims)
    first = [_word(page, start) for claim in claims if (start := claim.evidence[0].start) in lead]
    weight += section("events", "standing")["lead"] * sum(word not in aside(page) for word in first)
    ends = [_decisive(claim.value) for claim in claims if isinstance(claim.value, Time)]
    latest = max((day for end in ends if (day := _day(end))), default=None)
    return _Told(claims, begin, weight, latest if ends else _last_of_year(page, claims))


def _last_of_year(page: Page, claims: Sequence[Claim]) -> date | None:
    """The last day of the year that all words of an event without a time are told of, but for those that point back."""
    back = pointing_sentences(page)
    spans = (at for claim in claims if (at := page.stretch(claim.evidence[0])))
    values = [at for at in spans if page.sentence[at.first] not in back]
    year = year_told(page, values) if values else None
    return date(int(year), 12, 31) if year else None


def _decisive(time: Time) -> str:
    """What tells whether a time is of the news: its end, but the start of a stretch of years ("since 2008")."""
    first, last = _day(time.start), _day(time.end)
    long = first and last and (last - first).days > section("events", "standing")["long_days"]
    return time.start if long else time.end


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _standing(page: Page, item: _Told, main: _Told, is_main: bool) -> Standing:
    if is_main:
        return "main"
    tuned = section("events", "standing")
    published = page.reading.report.published
    now = main.latest or (_day(published.value) if published else None)
    if item.latest and (now is None or (now - item.latest).days > tuned["background_days"]):
        return "background"  # of a report that nobody knows when it was published, what it dates and not its news
    sentence = page.bounds[page.sentence[_word(page, item.begin)]]
    if set_beside(page, sentence) and all(_in(page, sentence, claim) for claim in item.claims):
        return "background"
    cues = (*section("events", "background")["cues"], *section("events", "totals")["cues"])
    if len(item.claims) <= tuned["few_claims"] and says(page.forms[sentence.first : sentence.last], cues):
        return "background"
    return "related"


def _in(page: Page, sentence: Stretch, claim: Claim) -> bool:
    """Whether a claim stands in a sentence."""
    return sentence.first <= _word(page, claim.evidence[0].start) < sentence.last


def _word(page: Page, place: int) -> int:
    word = bisect_right(page.ends, place)
    return word if word < len(page) and page.starts[word] <= place else 0


def _trigger(
    page: Page, claims: Sequence[Claim], ontology: Ontology, named: Mapping[int, Sequence[int]]
) -> tuple[Span, ...]:
    """The first word, in the sentences of the event's claims, that names its type; else the verb over the first, which
    is none of saying."""
    kind = ontology.names.index(claims[0].type)
    sentences = dict.fromkeys(page.sentence[_word(page, claim.evidence[0].start)] for claim in claims)
    for number in sentences:
        for word in range(*page.bounds[number]):
            if kind in named.get(word, ()):
                return (page.span(Stretch(word, word + _length(page, ontology, kind, word))),)
    first = _word(page, claims[0].evidence[0].start)
    deeds = (w for w in page.above(first) if page.tags[w] == "VERB" and page.forms[w] not in verbs())
    verb = next(deeds, first)
    return (page.span(Stretch(verb, verb + 1)),)


def _length(page: Page, ontology: Ontology, kind: int, word: int) -> int:
    """How many words a trigger takes: two, where two name the type together ("opened fire")."""
    following = page.forms[word + 1] if word + 1 < len(page) else ""
    return 2 if " " in (ontology.stem_of(kind, page.forms[word], following) or "") else 1
