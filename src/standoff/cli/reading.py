"""``standoff brief`` and ``standoff read``: from files to what they say, without a database."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from standoff.cli import stream
from standoff.cli.moments import is_moment
from standoff.cli.readers import BaseUrl, Model, OntologyFile, Reader, ReaderKind, chosen
from standoff.cli.stored import DEFAULT, Database, stored
from standoff.cli.undated import Published, given, with_word

if TYPE_CHECKING:
    from standoff.flow import ReadMany
    from standoff.publish.labels import Names
    from standoff.records import Reading

Form = TypeVar("Form", bound=StrEnum)
Paths = Annotated[
    list[str],
    typer.Argument(metavar="FILE…|DIR|-", help="Reports, folders of reports, or - for standard input."),
]
PathsOrCode = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…|DIR|-|CODE",
        help="Reports, folders of reports, - for standard input, or the code of an incident.",
    ),
]


class BriefFormat(StrEnum):
    """The forms of a brief."""

    text = "text"
    markdown = "markdown"
    html = "html"
    json = "json"


class ReadingFormat(StrEnum):
    """The forms of a reading."""

    jsonl = "jsonl"
    conllu = "conllu"
    text = "text"


Format = Annotated[
    BriefFormat | None,
    typer.Option(
        "--format", "-f", help="Form of the brief; by default as --output ends, or text.", show_default=False
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write there instead of to standard output.",
        show_default=False,
    ),
]

_CODE = re.compile(r"[2-9a-hjkmnp-tv-z]{6}")  # of an incident (standoff.linking.codes)
_ENDINGS = {
    "htm": "html",
    "md": "markdown",
    "txt": "text",
}  # of files, where a form is not called by its ending


def brief(
    ctx: typer.Context,
    paths: PathsOrCode,
    form: Format = None,
    output: Output = None,
    reader: Reader = ReaderKind.shipped,
    model: Model = None,
    base_url: BaseUrl = None,
    ontology: OntologyFile = None,
    published: Published = None,
    db: Database = DEFAULT,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="MOMENT",
            help="Of an incident: as known at this moment (ISO 8601).",
            callback=is_moment,
        ),
    ] = None,
) -> None:
    """Print a brief of each report, or of an incident: what happened, and who says so, how firmly, in which words.

    What many reports of one event come to: standoff add reports/, standoff incidents, and standoff brief CODE.

    \b
    Examples:
      standoff brief report.txt
      standoff brief reports/ --output brief.html
      standoff brief pasted.txt --published 2031-05-14
      standoff brief report.txt --ontology mine.toml
      curl -s https://example.org/news.html | standoff brief -
      standoff brief k3w9fd --db news.db --as-of 2016-07-02T18:00
    """
    mishaps: stream.Mishaps = ctx.obj
    if len(paths) == 1 and _is_code(paths[0], asked=db != DEFAULT or as_of is not None):
        chose = reader is not ReaderKind.shipped
        _refuse_to_read({"--reader": chose, "--model": model, "--base-url": base_url, "--ontology": ontology,
                         "--published": published})  # fmt: skip
        _write_incident(paths[0], db, as_of, form, output)
        return
    if as_of is not None:
        raise typer.BadParameter("goes with the code of an incident, not with reports", param_hint="--as-of")
    with chosen(reader, model, base_url, ontology) as room:
        write_briefs(_readings(mishaps, paths, published, room.read_many), form, output, room.names)
    raise typer.Exit(mishaps.exit_code)


def read(
    ctx: typer.Context,
    paths: Paths,
    form: Annotated[
        ReadingFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="Form of the reading; by default as --output ends, or jsonl.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    reader: Reader = ReaderKind.shipped,
    model: Model = None,
    base_url: BaseUrl = None,
    ontology: OntologyFile = None,
    published: Published = None,
) -> None:
    """Print the reading of each report: attributions, events and claims, or words and trees.

    \b
    Examples:
      standoff read report.txt
      standoff read reports/ --format jsonl --output readings.jsonl
      standoff read report.txt --format conllu
      standoff read report.txt --reader llm --model NAME --base-url http://localhost:8080/v1
    """
    from standoff.publish import render_reading

    mishaps: stream.Mishaps = ctx.obj
    fmt = form_of(form, output, ReadingFormat.jsonl).value
    with chosen(reader, model, base_url, ontology) as room:
        readings = _readings(mishaps, paths, published, room.read_many)
        stream.write((f"{render_reading(item, fmt)}\n" for item in readings), output)
    raise typer.Exit(mishaps.exit_code)


def _is_code(words: str, *, asked: bool) -> bool:
    """Whether words name an incident and no file: they have the form of a code, or are one word where incidents are
    asked for."""
    there = os.path.exists(words)  # noqa: PTH110 - Path.exists raises where a name is too long
    return not there and bool(_CODE.fullmatch(words) or (asked and words.isalnum()))


def _refuse_to_read(options: Mapping[str, object]) -> None:
    """Raises for an option of reading that was given: the reports of an incident have been read."""
    for name, value in options.items():
        if value:
            raise typer.BadParameter("goes with reports, not with the code of an incident", param_hint=name)


def _write_incident(
    code: str, db: str, as_of: str | None, form: BriefFormat | None, output: Path | None
) -> None:
    from standoff.publish.incident import render_incident

    with stored(db) as desk:
        dossier = desk.cases.dossier(code, as_of)
    stream.write(
        [render_incident(dossier, form_of(form, output, BriefFormat.text).value, width=stream.width())],
        output,
    )


def form_of(form: Form | None, output: Path | None, usual: Form) -> Form:
    """The form that is asked for, else the one that the output's name ends as, else the usual one."""
    ending = output.suffix[1:].lower() if output else ""
    kinds = {kind.value: kind for kind in type(usual)}
    return form or kinds.get(_ENDINGS.get(ending, ending), usual)


def write_briefs(
    readings: Iterator[Reading], form: BriefFormat | None, output: Path | None, names: Names | None = None
) -> None:
    """Write the briefs of the readings as they come; nothing at all where there is no reading.

    ``names`` are as `standoff.publish.render_brief` has them.
    """
    from standoff.publish import render_brief

    first = next(readings, None)
    if first is None:
        return
    fmt = form_of(form, output, BriefFormat.text)
    color = fmt is BriefFormat.text and output is None and stream.color()
    found = chain([first], readings)
    stream.write(render_brief(found, fmt.value, width=stream.width(), color=color, names=names), output)


def _readings(
    mishaps: stream.Mishaps, paths: list[str], published: str | None, read_many: ReadMany
) -> Iterator[Reading]:
    from standoff.flow import load_stream, read_stream

    loaded = load_stream(paths, given(published))
    return with_word(mishaps.sieve(read_stream(loaded, read_many)), mishaps)
