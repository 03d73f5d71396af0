"""Whatever an answer holds, what is drawn from it is the report's own words and choices from fixed lists."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made
from standoff.reading.llm.answer import parse
from standoff.reading.llm.cost import Cost
from standoff.reading.llm.drawing import Drawn, draw
from standoff.reading.llm.verbatim import Verbatim
from standoff.records import SLOTS

WORDS = made.TEXT.split()
QUOTES = st.one_of(
    st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 5)).map(
        lambda at: " ".join(WORDS[at[0] :][: at[1]])
    ),
    st.text(max_size=12),
    st.none(),
    st.sampled_from(["\0", "\ud800", "\x1b[2J", "\u2028", 7, [], {}]),
)
IDS = st.sampled_from(["s1", "s2", "s3", None, "e1", 3])
SAYINGS = st.fixed_dictionaries(
    {
        "id": IDS, "within": IDS, "context": QUOTES, "source": QUOTES, "name": QUOTES, "cue": QUOTES,
        "identification": st.sampled_from(["named", "group", "nobody"]), "kind": st.sampled_from(["agency", "king"]),
        "act": st.sampled_from(["says", "sings"]), "content": st.lists(QUOTES, max_size=3),
    }
)  # fmt: skip
POINTS = st.fixed_dictionaries(
    {
        "event": st.sampled_from(["e1", "e9"]), "slot": st.sampled_from([*SLOTS, "colour"]), "quote": QUOTES,
        "context": QUOTES, "antecedent": QUOTES, "saying": IDS, "polarity": st.sampled_from(["affirmed", "denied"]),
        "certainty": st.sampled_from(["certain", "sure"]), "realis": st.just("actual"), "hedge": QUOTES,
    }
)  # fmt: skip
ANSWERS = st.fixed_dictionaries(
    {
        "events": st.just([{"id": "e1", "type": "attack"}]),
        "sayings": st.lists(SAYINGS, max_size=6),
        "claims": st.lists(POINTS, max_size=6),
    }
)


def drawn(answer: Any) -> tuple[Drawn, Cost]:
    cost, report = Cost(), made.report()
    return draw(
        parse(json.dumps(answer), cost), report.text, Verbatim(report, ("header", "title")), cost
    ), cost


@given(answer=ANSWERS)
def test_every_span_lies_in_the_text_and_every_item_is_kept_or_counted(answer: Any) -> None:
    found, cost = drawn(answer)
    text = " ".join(made.TEXT.split())
    spans = [span for draft in found.drafts for span in draft.evidence]
    spans += [span for link in found.attributions for span in (*link.source.spans, *link.cue, *link.content)]
    assert all(0 <= span.start < span.end <= len(made.TEXT) for span in spans)
    assert all(str(draft.value) in text for draft in found.drafts)
    assert all(link.source.name in text for link in found.attributions)
    assert len(found.drafts) + cost.dropped.total() >= len(answer["claims"])


@given(answer=ANSWERS)
def test_an_attribution_stands_after_the_one_around_it(answer: Any) -> None:
    found, _ = drawn(answer)
    known: set[str | None] = {None}
    for link in found.attributions:
        assert link.within in known
        known.add(link.id)
    assert {draft.attribution for draft in found.drafts} <= known


def test_nesting_without_end_is_no_answer() -> None:
    with pytest.raises(ValueError, match="deep"):
        parse("[" * 100_000, Cost())


def test_a_flood_of_items_is_cut_and_counted() -> None:
    found, cost = drawn({"events": [], "sayings": [], "claims": [{}] * 5000})
    assert found.drafts == ()
    assert cost.dropped["of another form than was asked for"] == 5000
