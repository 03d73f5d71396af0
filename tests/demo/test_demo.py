"""The bundled reports: enough of them, of a sound form, and with names that exist nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from standoff import demo

TEXTS = [path for path in demo.paths() if path.suffix == ".txt"]


def _fields(path: Path) -> dict[str, str]:
    head = path.read_text(encoding="utf-8").split("\n\n", 1)[0]
    return dict(line.split(": ", 1) for line in head.splitlines())


def test_there_are_five_reports_one_of_them_a_page() -> None:
    assert [path.suffix for path in demo.paths()] == [".txt"] * 4 + [".html"]
    assert all(path.parent == demo.folder() for path in demo.paths())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_each_text_has_its_header_lines_and_a_body_of_wire_length(path: Path) -> None:
    assert {"outlet", "published", "title"} <= set(_fields(path))
    body = path.read_text(encoding="utf-8").split("\n\n", 1)[1]
    assert 150 <= len(body.split()) <= 350


def test_one_report_is_a_lightly_edited_copy_of_another_with_a_credit_line() -> None:
    bodies = [path.read_text(encoding="utf-8").split("\n\n", 1)[1] for path in TEXTS[:2]]
    sentences = [set(re.split(r"(?<=\.)\s+", body)) for body in bodies]
    assert len(sentences[0] & sentences[1]) >= 6
    assert bodies[1].rstrip().endswith("(Kolan, with Courier staff)")


def test_the_page_carries_its_date_and_outlet_as_json_ld() -> None:
    text = demo.paths()[-1].read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    data = json.loads(found[1])
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"].startswith(_fields(TEXTS[-1])["published"])


def test_no_address_in_a_report_can_lead_anywhere() -> None:
    for path in demo.paths():
        hosts = re.findall(r"https?://([^/\s\"]+)", path.read_text(encoding="utf-8"))
        assert all(host.endswith(".example") or host == "schema.org" for host in hosts)
