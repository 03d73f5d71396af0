"""The page of quality shows what was measured, beside what is published and wanted."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import Measure
from benchmarks.measures import BENCHMARKS
from benchmarks.quality import line, missed, page, rows, shown


def test_a_row_shows_figure_anchor_target_and_whether_it_is_missed() -> None:
    row = {"task": "syntax", "measure": "LAS", "figure": "x", "anchor": "88.7", "target": 90.5}
    assert line(row, {"x": 89.0}) == "| syntax | LAS | 89.0 | 88.7 | 90.5 | missed |"
    assert line(row, {"x": 90.5}) == "| syntax | LAS | 90.5 | 88.7 | 90.5 |  |"
    assert line({"task": "t", "measure": "m", "figure": "x"}, {"x": 0.5}) == "| t | m | 0.50 | – | – |  |"


def test_less_is_better_of_sizes() -> None:
    row = {"task": "size", "measure": "MiB", "figure": "size.mib", "target": 40}
    assert line(row, {"size.mib": 39.0}).endswith("|  |")
    assert line(row, {"size.mib": 41.0}).endswith("| missed |")


@pytest.mark.parametrize("name", ["size.mib", "dossier.origins-off", "growth.cost-times"])
def test_less_is_better_of_the_same_figures_in_the_page_and_over_the_floors(name: str) -> None:
    for value, wrong in ((1.0, False), (2.0, False), (3.0, True)):
        assert missed(name, value, 2.0) is wrong
        assert Measure(name, value, 2.0, None).passes is not wrong
    assert Measure(name, 3.0, None, None).passes


def test_a_target_may_be_a_distance_from_another_figure() -> None:
    row = {"task": "t", "measure": "m", "figure": "x", "over": "y", "target": 10}
    assert "| 44.0 + 10 | missed |" in line(row, {"x": 53.0, "y": 44.0})
    assert "| 44.0 + 10 |  |" in line(row, {"x": 54.0, "y": 44.0})


@pytest.mark.parametrize(
    ("value", "words"), [(0.671, "0.67"), (88.66, "88.7"), (6931.2, "6,931"), (90, "90.0")]
)
def test_figures_are_written_as_people_do(value: float, words: str) -> None:
    assert shown(value) == words


def test_the_page_leaves_out_what_was_not_measured() -> None:
    made = page({"size.mib": 30.0})
    assert "| size | MiB, everything shipped | 30.0 | – | 40.0 |  |" in made
    assert "syntax" not in made
    assert made.startswith("# Quality\n")


def test_every_row_belongs_to_a_benchmark_and_none_stands_twice() -> None:
    names = [row["figure"] for row in rows()]
    assert len(names) == len(set(names))
    assert {name.partition(".")[0] for name in names} <= {each.__name__ for each in BENCHMARKS}
