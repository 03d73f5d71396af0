"""Which reader reads: the shipped model, or a model behind an endpoint that the user names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from standoff.flow import ReadMany


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


@contextmanager
def chosen(kind: ReaderKind, model: str | None, base_url: str | None) -> Iterator[ReadMany]:
    """What reads reports. The cost of an endpoint is told on standard error at the end, also after a failure."""
    from standoff import flow

    if kind is ReaderKind.shipped:
        if model or base_url:
            raise typer.BadParameter("--model and --base-url go with --reader llm")
        yield flow.read_many
        return
    import os

    from standoff.reading.llm import Endpoint, LlmReader

    with LlmReader(Endpoint.of(base_url, model, os.environ)) as reader:
        try:
            yield flow.read_many_with(reader)
        finally:
            typer.echo(f"{reader.cost}", err=True)
