"""The reader over an endpoint: who says what comes from there, words and trees from the shipped model.

Invariant: no request is made before `LlmReader.read`, and one report's text goes out in each.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from standoff.errors import ModelError
from standoff.reading.llm.cost import Cost
from standoff.reading.llm.settings import Endpoint
from standoff.reading.reader import NO_CLAIMS, ModelReader
from standoff.records import Reading, Report, SpanTable

if TYPE_CHECKING:
    from standoff.reading.llm.verbatim import Verbatim

Json = dict[str, Any]


class LlmReader:
    """Reads reports through an OpenAI-compatible endpoint; ``cost`` counts what it took. Use it in a ``with`` block.

    Needs the extra ``standoff[llm]``; raises `ModelError` without it.

    >>> with LlmReader(Endpoint("http://localhost:8080/v1", "some-model")) as reader:  # doctest: +SKIP
    ...     reading = reader.read(report)
    """

    def __init__(self, endpoint: Endpoint) -> None:
        try:
            from standoff.reading.llm.client import Client
        except ImportError as error:
            raise ModelError("httpx and pydantic are not installed; install standoff[llm]") from error
        self.cost = Cost()
        self._client = Client(endpoint, self.cost)
        self._words = ModelReader()

    def read(self, report: Report) -> Reading:
        """The reading of one report, with drafts of its claims (see `Reading.drafts`).

        Raises `InputError` when the endpoint did not answer usably for this report, `ModelError` when it would not
        for any.
        """
        from standoff.reading.llm.answer import parse, schema
        from standoff.reading.llm.drawing import Drawn, draw
        from standoff.reading.llm.verbatim import Verbatim

        read = self._words.read(report)
        found = Verbatim(report, NO_CLAIMS)
        drawn = Drawn()
        if found.shown:
            asked = messages(report, found)
            answer = self._client.ask(
                report.name or report.id, asked, schema(), lambda words: parse(words, self.cost)
            )
            drawn = draw(answer, report.text, found, self.cost)
        self.cost.reports += 1
        return replace(
            read,
            attribution_spans=_emptied(read.attribution_spans),
            slots=_emptied(read.slots),
            slot_types=read.slot_types[:0],
            slot_manner=read.slot_manner[:0],
            slot_event=read.slot_event[:0],
            faint=read.faint[:0],
            attributions=drawn.attributions,
            drafts=drawn.drafts,
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def messages(report: Report, found: Verbatim) -> list[Json]:
    """The question about one report: what to do, then the report, apart from it."""
    told = files("standoff.reading.llm").joinpath("instructions.md").read_text("utf-8")
    published = report.published.value if report.published else "unknown"
    facts = f"outlet: {report.outlet or 'unknown'}\npublished: {published}\n\n{found.shown}"
    return [{"role": "system", "content": told}, {"role": "user", "content": facts}]


def _emptied(table: SpanTable) -> SpanTable:
    none = np.zeros(0, np.int32)
    return SpanTable(none.reshape(0, 2), none, np.zeros(0, np.float32), none, table.names)
