"""CoNLL-U: ten columns, heads within the sentence, offsets that slice to the words."""

from __future__ import annotations

from hypothesis import given, settings

import made
from publish.strategies import readings
from standoff.publish import render_reading
from standoff.publish.safety import visible
from standoff.records import Reading


def _sentences(read: Reading) -> list[tuple[dict[str, str], list[list[str]]]]:
    found = []
    for block in (render_reading(read, "conllu") + "\n").split("\n\n")[:-1]:
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# "))
        found.append((comments, [line.split("\t") for line in lines if line[:1].isdigit()]))
    return found


@settings(max_examples=40)
@given(read=readings())
def test_any_reading_gives_sound_conllu(read: Reading) -> None:
    found = _sentences(read)
    assert sum(len(rows) for _, rows in found) == len(read.words)
    for comments, rows in found:
        text = ""
        for number, row in enumerate(rows, 1):
            assert len(row) == 10
            assert row[0] == str(number)
            assert 0 <= int(row[6]) <= len(rows)
            misc = dict(pair.split("=") for pair in row[9].split("|"))
            words = read.report.text[int(misc["start"]) : int(misc["end"])]
            assert row[1] == visible(words).strip() or not words.strip()
            text += row[1] + ("" if "SpaceAfter" in misc else " ")
        assert not rows or comments["text"] == text.rstrip()


def test_the_invented_report_has_its_trees_in_conllu() -> None:
    found = _sentences(made.reading())
    assert "newdoc id" in found[0][0]
    assert [comments["sent_id"][-2:] for comments, _ in found] == ["-1", "-2", "-3", "-4", "-5", "-6"]
    trees = made.TREES.splitlines()
    assert ["/".join((row[1], row[3], row[6], row[7])) for row in found[3][1]] == trees[3].split()
