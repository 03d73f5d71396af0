"""Why a claim is there: the extraction run once more with its trace, put into an explanation.

The pure functions that made the claim give the reasons: values come with theirs (`Valuer.valued`), hedges with their
entries, scores are the sums of the parts shown here. Invariant: only a claim that this very run makes is explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standoff.errors import NotFound, StandoffError
from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.link import Link
from standoff.extraction.explain_event import event_reason
from standoff.extraction.extract import traced
from standoff.extraction.grammar.page import Page, Stretch, rows
from standoff.extraction.grammar.tree_paths import top_of, tree_path
from standoff.extraction.lexicon import section
from standoff.extraction.manner.manner import HedgeWords, Manner
from standoff.extraction.manner.scores import POLARITY, REALIS, Group, weighed
from standoff.extraction.ontology import Ontology
from standoff.extraction.ontology_file import bundled
from standoff.extraction.trace import Point, Step, Trace
from standoff.records import (
    CERTAINTIES,
    EVENT_TYPES,
    POLARITIES,
    REALES,
    Attribution,
    Claim,
    Event,
    Reading,
    Span,
)
from standoff.records.explanation import (
    Explanation,
    HedgeReason,
    LinkReason,
    Mention,
    Path,
    Quoted,
    Reason,
    Scored,
    Share,
)

_LIKELIEST = 3  # event types that are shown
_LISTED = 12  # claims that a message lists
_BY_OWN_WORD = Reason("who claims or denies an act is its actor, by his own word")


def explain(reading: Reading, claim: str, ontology: Ontology | None = None) -> Explanation:
    """Why a claim of a reading is there. ``ontology`` is the one that the reading was made by.

    Raises `NotFound`, listing the claims, when it has no such claim; `StandoffError` when another version, ontology or
    reader made its claims.
    """
    known = next((item for item in reading.claims if item.id == claim), None)
    if known is None:
        raise NotFound(_no_such(reading, claim))
    if reading.drafts is not None:
        raise StandoffError(
            f"{_name(reading)}: its claims are an endpoint's, which gives no reasons (use the shipped reader)"
        )
    trace = traced(reading, ontology or bundled())
    if trace.reading.to_json() != reading.to_json():
        way_out = "read the file again, with the --ontology that it was read with"
        raise StandoffError(
            f"{_name(reading)}: its claims were made by another version or ontology ({way_out})"
        )
    return _explained(trace, known, ontology or bundled())


def _no_such(reading: Reading, claim: str) -> str:
    listed = [f"{item.id} {item.slot}" for item in reading.claims[:_LISTED]]
    more = len(reading.claims) - len(listed)
    found = ", ".join(listed) + (f" and {more} more; leave CLAIM out to see all" if more else "")
    return f"{_name(reading)}: has no claim {claim} (it has {found or 'none at all'})"


def _name(reading: Reading) -> str:
    return reading.report.name or reading.report.id


def _explained(trace: Trace, claim: Claim, ontology: Ontology) -> Explanation:
    event = next(item for item in trace.reading.events if item.id == claim.event)
    return Explanation(
        trace.reading.report.id,
        claim,
        tuple(_mention(trace, claim, event, step) for step in trace.steps[claim.id]),
        tuple(_link(trace, item) for item in _chain(trace.reading, claim)),
        event_reason(trace, claim, event, ontology),
    )


def _chain(reading: Reading, claim: Claim) -> list[Attribution]:
    """The links that a claim stands in, outermost first."""
    by_id = {item.id: item for item in reading.attributions}
    found: list[Attribution] = []
    at = claim.attribution
    while at is not None:
        found.insert(0, by_id[at])
        at = by_id[at].within
    return found


def _mention(trace: Trace, claim: Claim, event: Event, step: Step) -> Mention:
    page, point, how = trace.chains.page, trace.points[step.point], step.how or Manner()
    sentence = page.bounds[page.sentence[point.at.first]]
    return Mention(
        words=_quoted(page, page.span(point.at)),
        sentence=_quoted(page, page.span(sentence)),
        found_by="model" if point.by_model else "tree",
        slot=point.score,
        types=_types(page, point) if point.by_model else (),
        learned=_learned(how),
        value=point.why if step.how else (*point.why, _BY_OWN_WORD),
        hedges=tuple(_hedge(page, hedge, sentence.first) for hedge in how.hedges),
        polarity=_weighed(POLARITY, how),
        realis=_weighed(REALIS, how),
        tense=how.tense if how.learned is not None else "",
        paths=tuple(_paths(trace, claim, event, point)),
    )


def _types(page: Page, point: Point) -> tuple[Share, ...]:
    shares = page.reading.slot_types[point.row].tolist()
    best = sorted(range(len(EVENT_TYPES)), key=lambda kind: -shares[kind])[:_LIKELIEST]
    return tuple(Share(EVENT_TYPES[kind], shares[kind]) for kind in best)


def _learned(how: Manner) -> tuple[Share, ...]:
    names = (*POLARITIES, *CERTAINTIES, *REALES)
    return tuple(Share(name, share) for name, share in zip(names, how.learned or (), strict=False))


def _weighed(group: Group, how: Manner) -> tuple[Scored, ...]:
    if how.learned is None:
        return ()
    labels = {hedge.label for hedge in how.hedges}
    weights = section("manner_weights", group.name)
    parts = weighed(group, weights, labels, how.learned, how.tense)
    return tuple(Scored(label, sum(each), each._asdict()) for label, each in parts)


def _hedge(page: Page, hedge: HedgeWords, base: int) -> HedgeReason:
    words = _quoted(page, page.span(Stretch(hedge.first + base, hedge.last + base)))
    return HedgeReason(words, hedge.level, hedge.label, f"manner.toml: {hedge.entry}")


def _paths(trace: Trace, claim: Claim, event: Event, point: Point) -> Iterator[Path]:
    """From the words of a point to the event's trigger and to the cues of its links, innermost first."""
    page, start = trace.chains.page, top_of(trace.chains.page, point.at)
    targets: list[tuple[str, int]] = []
    for span in event.trigger:
        at = page.stretch(span)
        if at is not None:
            targets.append((f"the trigger of {event.id}", top_of(page, at)))
    links = reversed(_chain(trace.reading, claim))
    targets += [(f"the cue of {item.id}", trace.chains.link_of(item.id).verb) for item in links]
    for name, end in targets:
        apart = abs(page.sentence[start] - page.sentence[end])
        nodes = () if apart else tree_path(page, start, end)
        yield Path(name, _quoted(page, page.span(Stretch(end, end + 1))), nodes, apart)


def _link(trace: Trace, item: Attribution) -> LinkReason:
    page, link, source = trace.chains.page, trace.chains.link_of(item.id), item.source
    return LinkReason(
        attribution=item.id,
        name=source.name,
        identification=source.identification,
        kind=source.kind,
        source=_all_quoted(page, source.spans),
        cue=_all_quoted(page, item.cue),
        act=item.act,
        negated=item.negated,
        entry=_cue_entry(page, link),
        found_by="model" if link.by_model else "tree",
        score=_cue_score(page, link) if link.by_model else None,
        content=_all_quoted(page, item.content),
    )


def _cue_entry(page: Page, link: Link) -> str:
    """Where the lexicon has the verb of a telling; "" when its cue is no such verb ("according to")."""
    cue = verbs().get(page.forms[link.verb])
    return f"cues.toml: {cue.act}.{'phrase' if cue.phrase else 'clause'}.{cue.lemma}" if cue else ""


def _cue_score(page: Page, link: Link) -> float | None:
    found = rows(page.reading.attribution_spans)
    return next((row.score for row in found if row.label.endswith("cue") and row.at in link.cue), None)


def _all_quoted(page: Page, spans: Iterable[Span]) -> tuple[Quoted, ...]:
    return tuple(_quoted(page, span) for span in spans)


def _quoted(page: Page, span: Span) -> Quoted:
    return Quoted(span.quote(page.text), span.start, span.end)
