"""Which reader reads: the shipped model, or a model behind an endpoint that the user names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from standoff.flow import ReadMany
    from standoff.publish.labels import Names


class ReaderKind(StrEnum):
    """The readers there are."""

    shipped = "shipped"
    llm = "llm"


Reader = Annotated[
    ReaderKind,
    typer.Option("--reader", help="The model that ships, or one behind an OpenAI-compatible endpoint."),
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The endpoint's model (--reader llm).", show_default=False),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar="URL",
        help="The endpoint; by default what OPENAI_BASE_URL says (--reader llm).",
        show_default=False,
    ),
]
OntologyFile = Annotated[
    Path | None,
    typer.Option(
        "--ontology",
        metavar="FILE",
        help="Event types, triggers, labels and codes of your own (docs/ontology.md).",
        show_default=False,
    ),
]


class Chosen(NamedTuple):
    """What reads reports, and what types and slots are to be called, where that is not as always."""

    read_many: ReadMany
    names: Names | None = None


@contextmanager
def chosen(
    kind: ReaderKind, model: str | None, base_url: str | None, ontology: Path | None = None
) -> Iterator[Chosen]:
    """What reads reports. The cost of an endpoint is told on standard error at the end, also after a failure."""
    from standoff import flow

    if kind is ReaderKind.shipped:
        if model or base_url:
            raise typer.BadParameter("--model and --base-url go with --reader llm")
        yield _shipped(ontology)
        return
    if ontology:
        raise typer.BadParameter("--ontology goes with the shipped reader only")
    import os

    from standoff.reading.llm import Endpoint, LlmReader

    with LlmReader(Endpoint.of(base_url, model, os.environ)) as reader:
        try:
            yield Chosen(flow.read_many_with(reader))
        finally:
            typer.echo(f"{reader.cost}", err=True)


def _shipped(ontology: Path | None) -> Chosen:
    from standoff import flow

    if ontology is None:
        return Chosen(flow.read_many)
    from standoff.extraction.ontology_file import load_ontology

    own = load_ontology(ontology)
    return Chosen(partial(flow.read_many, ontology=own), own.labels)
