"""Mentions are read from running text only, and compared by characters and type."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.entities import Document, documents, gold, measured, predictions

ROWS = """\
# newdoc id = d1
# newpar
1\tThe\tthe\tDET\t_\t_\t3\tdet\t_\tEntity=(1-person-new-n-cf1-3-coref
2\tVelmore\tVelmore\tPROPN\t_\t_\t3\tcompound\t_\tEntity=(2-place-new-n-cf2-1-coref)
3\tmayor\tmayor\tNOUN\t_\t_\t4\tnsubj\t_\tEntity=1)
4\tslept\tsleep\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# newpar
1-2\tShe'd\t_\t_\t_\t_\t_\t_\t_\t_
1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-n-cf1-1-ana)|SpaceAfter=No
2\t'd\twill\tAUX\t_\t_\t0\troot\t_\t_

"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "made.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_document_is_its_forms_with_the_spaces_between_them(corpus: Path) -> None:
    [document] = documents(corpus)
    assert document.text == "The Velmore mayor slept.\n\nShe'd"
    assert [document.text[a:b] for a, b in document.places] == "The Velmore mayor slept . She 'd".split()


def test_nested_marks_give_mentions_and_a_proper_noun_for_a_head_makes_one_named(corpus: Path) -> None:
    [document] = documents(corpus)
    found = {(document.text[a:b], kind): named for (a, b, kind), named in gold(document)}
    assert found == {
        ("Velmore", "place"): True,
        ("The Velmore mayor", "person"): False,
        ("She", "person"): False,
    }


def test_the_measure_counts_characters_and_type(corpus: Path) -> None:
    right, wrong_type, wrong_end = (
        [4, 11, "place", True],
        [0, 17, "organization", False],
        [26, 31, "person", True],
    )
    found = measured(corpus, [{"id": "d1", "entities": [right, wrong_type, wrong_end]}])
    assert found["all"] == pytest.approx(1 / 3)
    assert found["named"] == pytest.approx(2 * 0.5 * 1 / 1.5)


def test_silence_scores_nothing(corpus: Path) -> None:
    assert measured(corpus, []) == {"all": 0.0, "named": 0.0}


def test_what_the_reader_finds_lies_in_the_text() -> None:
    text = "Police in Paris arrested Ana Roe on Friday."
    [made] = predictions([Document("d", text)])
    assert [text[a:b] for a, b, kind, _ in made["entities"] if kind == "place"] == ["Paris"]
    assert all(text[a:b].strip() for a, b, *_ in made["entities"])
