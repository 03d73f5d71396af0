"""The command ``standoff`` with a stand-in for the model: a real process, without the model's files and time.

The invented report is read as `made.reading`, any other as one with nothing in it. A report with the word "crash"
crashes its reader, one with "slow" takes half a minute, and leaves a file that tells that its reading has begun.
"""

from __future__ import annotations

import importlib.util
import sys
import time
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standoff.records import Reading, Report

BEGUN = "slow-begun"
sys.path.insert(0, str(Path(__file__).parents[1]))


def read_many(reports: Iterable[Report], finish: Callable[[Reading], Reading]) -> Iterator[Reading]:
    import made

    for report in reports:
        text = report.text
        if "crash" in text:
            raise ZeroDivisionError("inside")
        if "slow" in text:
            Path(BEGUN).touch()
            time.sleep(30)
        made_up = made.reading() if text == made.TEXT else made.bare_reading(text[:10_000])
        yield finish(replace(made_up, report=report))


def modules() -> dict[str, types.ModuleType]:
    """The rooms that stand in, by name. The modules of `extraction` are there: linking has use for some of them."""
    reading, extraction = types.ModuleType("standoff.reading"), types.ModuleType("standoff.extraction")
    vars(reading).update(read_many=read_many, model_card=lambda: "# A stand-in\n")
    found = importlib.util.find_spec("standoff.extraction")
    where = list(found.submodule_search_locations or ()) if found else []
    vars(extraction).update(extract=lambda reading, ontology=None: reading, __spec__=found, __path__=where)
    return {module.__name__: module for module in (reading, extraction)}


def main() -> None:
    sys.modules.update(modules())
    from standoff.cli import main as command

    command()


if __name__ == "__main__":
    main()
