"""``standoff explain``: why a claim is there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli import stream
from standoff.cli.readers import OntologyFile
from standoff.cli.stored import stored
from standoff.cli.undated import Published, given

if TYPE_CHECKING:
    from standoff.extraction import Ontology
    from standoff.records import Reading


class ExplainFormat(StrEnum):
    """The forms of an explanation."""

    text = "text"
    json = "json"


def explain(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report, or with --db the id of a stored one.")
    ],
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLAIM]", help="The id of a claim, as brief and read give it.", show_default=False
        ),
    ] = None,
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="FILE", help="The database that holds the report.", show_default=False),
    ] = None,
    ontology: OntologyFile = None,
    published: Published = None,
    form: Annotated[
        ExplainFormat, typer.Option("--format", "-f", help="Lines, or JSON.")
    ] = ExplainFormat.text,
) -> None:
    """Show why a claim is there: words, scores, tree, chain, rules and lexicon entries, event.

    Without CLAIM it lists the claims of the report.

    \b
    Examples:
      standoff explain report.txt
      standoff explain report.txt c5
      standoff explain 552c c5 --db news.db --format json
    """
    from standoff.extraction.explain import explain as explained
    from standoff.extraction.ontology_file import load_ontology
    from standoff.publish.as_explanation import claim_lines, explanation_text

    if db and published:
        raise typer.BadParameter(
            "goes with a report in a file, not with a stored one", param_hint="--published"
        )
    own = load_ontology(ontology) if ontology else None
    reading = _stored(db, report) if db else _read(report, own, published)
    if claim is None:
        listed = [item.to_json() for item in reading.claims]
        stream.write([_json(listed) if form is ExplainFormat.json else claim_lines(reading)])
        return
    why = explained(reading, claim, own)
    shown = explanation_text(why, reading, stream.width(), stream.color())
    stream.write([_json(why.to_json()) if form is ExplainFormat.json else shown])


def _read(path: str, ontology: Ontology | None, published: str | None) -> Reading:
    from standoff import flow

    return flow.read_path(path, ontology, given=given(published))


def _stored(db: str, start: str) -> Reading:
    with stored(db) as desk:
        return desk.report(start)


def _json(data: object) -> str:
    from standoff.publish.safety import to_json

    return to_json(data, indent=1) + "\n"
