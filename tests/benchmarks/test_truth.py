"""What is ranked first is scored against what is true, beside a plain vote."""

from __future__ import annotations

from pathlib import Path

from benchmarks.truth import authors, hierarchy, judged, measured, people, rows

PLACES = """ID,name,parentID
0,Root,-1
1,Ostrany,0
2,Marn,1
3,Tellis,2
4,Korvale,1
"""
TOLD = """obj,src,value
Old Mill,one,Tellis
Old Mill,two,Tellis
Old Mill,three,Ostrany
Old Mill,four,Ostrany
Old Mill,five,Ostrany
Old Mill,six,Korvale
"""


def test_the_finest_place_that_is_well_told_comes_before_a_coarser_one_with_more_votes(
    tmp_path: Path,
) -> None:
    for name, text in (
        ("claims", TOLD),
        ("places", PLACES),
        ("true", 'obj,value\nOld Mill,"Tellis,Marn,Ostrany"\n'),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    paths = hierarchy(tmp_path / "places")
    assert paths["Tellis"] == ["Tellis", "Marn", "Ostrany"]
    found = list(judged(rows(tmp_path / "claims"), paths))
    assert [(each["first"], each["vote"]) for each in found] == [("Tellis", "Ostrany")]
    scored = measured(found, tmp_path / "true", paths)
    assert scored["findings"] == {"right": 1.0, "finest": 1.0}
    assert scored["vote"] == {"right": 1.0, "finest": 0.0}


def test_surnames_are_found_however_a_list_is_written() -> None:
    assert people("Lint, Ada; Vane, Mirko") == ["lint", "vane"]
    assert people("Ada Lint, Mirko Vane") == ["lint", "vane"]
    assert people("Ada Lint &amp; Mirko Vane (editors)") == ["lint", "vane"]
    assert people("Not Available") == []


def test_a_list_that_leaves_authors_out_denies_none(tmp_path: Path) -> None:
    lines = [
        '"1","","b","AuthorsNamesList","Lint, Ada","one","null"',
        '"2","","b","AuthorsNamesList","Lint, Ada","two","null"',
        '"3","","b","AuthorsNamesList","Lint, Ada","three","null"',
        '"4","","b","AuthorsNamesList","Lint, Ada; Vane, Mirko","four","null"',
        '"5","","b","AuthorsNamesList","Ada Lint, Mirko Vane","five","null"',
    ]
    (tmp_path / "books").write_text("\n".join(["header", *lines]) + "\n", "utf-8")
    assert authors(rows(tmp_path / "books")["b"]) == ["lint", "vane"]
