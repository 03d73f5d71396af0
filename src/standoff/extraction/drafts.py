"""Drafts of claims, which some readers give, to claims: each value is read from its words by the rules that all share.

Invariant: a claim keeps the words, chain and manner of its draft; a draft whose words hold no value makes no claim,
and `settled` says which those are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standoff.extraction.chains.chains import Chain, ChainIndex, collapsed
from standoff.extraction.events.event_types import naming
from standoff.extraction.events.standing import events_of
from standoff.extraction.grammar.noun_forms import tidy
from standoff.extraction.ontology import Ontology
from standoff.extraction.repeats import merged
from standoff.extraction.values.valuing import ENTITIES, Valuer
from standoff.records import Attribution, Claim, Entity, Reading


def settled(reading: Reading, ontology: Ontology) -> Reading:
    """The reading with events and claims made of its drafts; only the drafts that made a claim stay with it."""
    reading = replace(reading, attributions=tuple(map(_tidied, reading.attributions)))
    index = ChainIndex.of(reading)
    valuer = Valuer.of(reading, index)
    pairs = list(_valued(reading, index, valuer))
    named = naming(index.page, ontology)
    told = merged((claim for _, claim in pairs), reading.report.text)
    events, claims = events_of(index.page, told, ontology, named)
    return replace(reading, events=events, claims=claims, drafts=tuple(draft for draft, _ in pairs))


def _tidied(link: Attribution) -> Attribution:
    """The link with its source's name in the form that all chains have."""
    return replace(link, source=replace(link.source, name=tidy(link.source.name)))


def _valued(reading: Reading, index: ChainIndex, valuer: Valuer) -> Iterator[tuple[Claim, Claim]]:
    """Each draft with its claim, in text order, as the valuer wants it."""
    for draft in sorted(reading.drafts or (), key=lambda item: item.evidence):
        at = index.page.stretch(draft.evidence[0])
        if at is None:
            continue
        antecedent = draft.value if draft.slot in ENTITIES and isinstance(draft.value, Entity) else None
        value = antecedent or valuer.value(draft.slot, at)
        if value is not None:
            span = index.page.span(at)
            yield (
                draft,
                replace(draft, value=value, evidence=(span,), chain=_chain(reading, draft.attribution)),
            )


def _chain(reading: Reading, attribution: str | None) -> Chain:
    """The sources from the outermost link to this one."""
    by_id = {item.id: item for item in reading.attributions}
    sources = []
    while attribution is not None:
        sources.append(by_id[attribution].source)
        attribution = by_id[attribution].within
    return collapsed(tuple(reversed(sources)), reading.report.outlet or "")
