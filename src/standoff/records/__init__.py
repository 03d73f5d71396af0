"""The nouns that every room stands on: frozen records with JSON in and out. Imports nothing of ours but errors."""

from standoff.records.claims import (
    ACTS,
    CERTAINTIES,
    COUNT_SLOTS,
    EVENT_TYPES,
    IDENTIFICATIONS,
    KINDS,
    POLARITIES,
    REALES,
    SLOTS,
    TOLL_SLOTS,
    Attribution,
    Claim,
    Event,
    Hedge,
    Source,
)
from standoff.records.explanation import Explanation
from standoff.records.reading import Reading, Roles, SpanTable, Words
from standoff.records.report import Dateline, Part, Rendition, Report, Span, Stamp
from standoff.records.values import Entity, Place, Quantity, Text, Time, Value, value_from_json

__all__ = [
    "ACTS",
    "CERTAINTIES",
    "COUNT_SLOTS",
    "EVENT_TYPES",
    "IDENTIFICATIONS",
    "KINDS",
    "POLARITIES",
    "REALES",
    "SLOTS",
    "TOLL_SLOTS",
    "Attribution",
    "Claim",
    "Dateline",
    "Entity",
    "Event",
    "Explanation",
    "Hedge",
    "Part",
    "Place",
    "Quantity",
    "Reading",
    "Rendition",
    "Report",
    "Roles",
    "Source",
    "Span",
    "SpanTable",
    "Stamp",
    "Text",
    "Time",
    "Value",
    "Words",
    "value_from_json",
]
