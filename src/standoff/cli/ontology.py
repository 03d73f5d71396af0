"""``standoff ontology``: the types, slots and codes that claims are put into."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from standoff.cli import stream
from standoff.cli.readers import OntologyFile
from standoff.cli.reading import Output, form_of


class OntologyFormat(StrEnum):
    """The forms of an ontology."""

    text = "text"
    toml = "toml"
    json = "json"


def ontology(
    file: OntologyFile = None,
    form: Annotated[
        OntologyFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="Tables, a file to start your own from, or JSON; by default as --output ends, or text.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Print the types of events and the slots: what counts, words that name them, codes of other databases.

    With --ontology it checks your own file, and prints what it comes to.

    \b
    Examples:
      standoff ontology
      standoff ontology --output mine.toml
      standoff ontology --ontology mine.toml
    """
    from standoff.extraction.lexicon import load
    from standoff.extraction.ontology_file import bundled, load_ontology
    from standoff.publish.as_ontology import ontology_json, ontology_text, ontology_toml

    found = load_ontology(file) if file else bundled()
    made = {
        OntologyFormat.text: lambda: ontology_text(
            found, load("codings"), stream.width(), output is None and stream.color()
        ),
        OntologyFormat.toml: lambda: ontology_toml(found),
        OntologyFormat.json: lambda: ontology_json(found),
    }
    stream.write([made[form_of(form, output, OntologyFormat.text)]()], output)
