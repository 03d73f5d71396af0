"""Texts that mean harm, through the whole reader in one batch: a right result or one clear error each, safe output."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from standoff import flow
from standoff.casework import Wanted
from standoff.desk import open_desk
from standoff.errors import InputError
from standoff.publish.render import BRIEFS, READINGS, render_brief, render_reading
from standoff.records import Quantity, Reading, Report

GOOD = "BREMA, Ostrany (KNT) -- Two guards were killed when gunmen attacked a bank in Brema on Monday, police said.\n"
PAGE = f"<p>{GOOD}</p>" * 3
# What no terminal, line reader or browser is to act on; a carriage return in HTML is white space.
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

RIGHT: dict[str, str | bytes] = {  # told as GOOD tells it
    "bidi.txt": GOOD.replace("gunmen", "\u202egunmen\u202c").replace("bank", "\u2066bank\u2069"),
    "zero-width.txt": GOOD.replace(" a ", " \u200ba\ufeff "),
    "two-marks.txt": b"\xef\xbb\xbf" * 2 + GOOD.encode(),
    "utf-16.txt": GOOD.encode("utf-16"),
    "utf-32.txt": GOOD.encode("utf-32"),
    "surrogate.txt": (GOOD + "Ca\ud800f\xe9.").encode("utf-8", "surrogatepass"),
    "carriage.txt": GOOD.replace("\n", "\r") * 2,
    "separators.txt": GOOD.replace("\n", "\f\v\x1c\x85\u2028\u2029"),
    "long-line.txt": GOOD.replace("\n", " ") * 20,
    "quotes.txt": GOOD + '\u201c"' * 400,
    "brackets.txt": "([{" * 300 + GOOD + "}])" * 300,
    "accents.txt": GOOD + "e" + "\u0301" * 3000,
    "header.txt": "Date: " + "9" * 5000 + "\nSubject: " + "a" * 20_000 + "\n\n" + GOOD,
    "address.txt": GOOD + "http://" + "a/" * 20_000,
    "deep.html": "<html><body>" + "<div><b>" * 20_000 + PAGE,
    "attributes.html": f'<html><body title="{"a" * 200_000}" ' + 'x="1" ' * 20_000 + f">{PAGE}",
    "entities.html": "<html><body><p>" + "&amp;&#0;&#x1b;&#xd800;&#x110000;&#x202e;" * 50 + f"</p>{PAGE}",
    "laughs.html": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "lol">]><html><body>'
    + f"<p>&a;</p>{PAGE}",
    "json-ld.html": '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "\\ud800", '
    + f'"publisher": "\\u0000<img src=x>", "datePublished": [1]}}</script></head><body>{PAGE}',
    "markup.html": "<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title><meta property='og:site_name' "
    + f"content='&lt;img src=x&gt; | **x** \x1b[31m'></head><body>{PAGE}",
    "a\n\x1b[31m<b>|`.txt": GOOD,
    "\u202etxt.exe.txt": GOOD,
    os.fsdecode(b"\xff\xfe.txt"): GOOD,
    "-rf.txt": GOOD,
}
READ: dict[str, str | bytes] = {  # read without fault, whatever it comes to
    "escapes.txt": "\x1b]0;x\x07\x1b[2J\x1b[31mPolice\x1b[0m said two \x9b31mguards were killed on Monday.\n",
    "one-word.txt": "killed " * 2000,
    "digits.txt": "At least " + "9" * 5000 + " people were killed, police said.\n",
    "millions.txt": "At least one " + "million " * 200 + "people were killed, police said.\n",
    "dates.txt": "Two men died on 99 January 99999, in year 0, on Feb. 30, 2023 and at 25:99, police said.\n",
    "injection.txt": "# <script>alert(1)</script> ![x](http://evil.example/x)\n\nThe [mayor](javascript:alert(1)) said "
    + "| <img src=x onerror=alert(1)> killed two `guards`, =cmd|'/C calc'!A0 said.\n",
    "russian.txt": "Полиция сообщила, что в понедельник погибли два человека.\n",
    "arabic.txt": "قالت الشرطة إن شخصين قتلا يوم الاثنين.\n",
    "chinese.txt": "警方表示，周一有两人死亡。" * 20,
    "two-encodings.txt": GOOD.encode("utf-16") + GOOD.encode() + b"\x80\xff",
}
REFUSED: dict[str, str | bytes] = {
    "empty.txt": "",
    "white.txt": " \n\t\u00a0\u2003\n" * 50,
    "invisible.txt": "\u200b" * 50,
    "marks.txt": ". . ! ? --\n" * 20,
    "nul.txt": GOOD.replace(" ", "\0 ", 3),
    "table.csv": f'id,text\n1,"{GOOD}',
    "broken.jsonl": json.dumps({"text": GOOD}) + '\n{"text": "Two gua',
    "feed.xml": "<?xml version='1.0'?><rss><channel><item><title>bro",
    "page.html": "<html><body><!-- never closed",
    "broken.gz": gzip.compress(GOOD.encode() * 100)[:40],
    "bomb.html.gz": gzip.compress(b"<html><body>" + b"a" * 40_000_000),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    for name, content in {**RIGHT, **READ, **REFUSED}.items():
        (made / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return made


@pytest.fixture(scope="module")
def results(folder: Path) -> dict[str, Reading | InputError]:
    """What comes of each file, all read in one go."""
    names = [*RIGHT, *READ, *REFUSED]
    loaded = flow.load_stream(str(folder / name) for name in names)
    return dict(zip(names, flow.read_stream(loaded), strict=True))


@pytest.fixture(scope="module")
def readings(results: dict[str, Reading | InputError]) -> list[Reading]:
    return [found for found in results.values() if isinstance(found, Reading)]


@pytest.mark.parametrize("name", RIGHT, ids=ascii)
def test_what_is_told_is_read_whatever_stands_around_it(
    results: dict[str, Reading | InputError], name: str
) -> None:
    found = results[name]
    assert isinstance(found, Reading), found
    killed = [claim.value for claim in found.claims if claim.slot == "killed"]
    assert [value.low for value in killed if isinstance(value, Quantity)] == [2]


@pytest.mark.parametrize("name", READ)
def test_any_text_is_read(results: dict[str, Reading | InputError], name: str) -> None:
    assert isinstance(results[name], Reading), results[name]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_report_is_one_clear_error(results: dict[str, Reading | InputError], name: str) -> None:
    found = results[name]
    assert isinstance(found, InputError)
    assert found.name.endswith(name)
    assert found.hint
    assert "fault of Standoff" not in found.hint


class _Tags(HTMLParser):
    """Fails at what a page would run, load or follow out of a report."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("img", "iframe", "object"), attrs
        for name, value in attrs:
            assert not name.startswith("on"), (tag, attrs)
            assert name not in ("href", "src") or str(value).startswith(("#", "http")), (tag, attrs)

    def handle_data(self, data: str) -> None:
        assert self.cdata_elem != "script" or "alert(1)" not in data


def _forms(readings: list[Reading]) -> Iterator[tuple[str, str]]:
    yield from ((form, "".join(render_brief(readings, form))) for form in BRIEFS)
    for form in READINGS:
        yield from ((form, render_reading(reading, form)) for reading in readings)


def test_no_output_holds_what_a_terminal_or_a_browser_would_act_on(readings: list[Reading]) -> None:
    for form, shown in _forms(readings):
        shown.encode("utf-8")
        assert not UNSAFE.search(shown), (form, UNSAFE.search(shown))
        if form == "html":
            _Tags().feed(shown)


def test_all_are_stored_and_every_incident_is_listed(readings: list[Reading], tmp_path: Path) -> None:
    known = {reading.report.id: reading for reading in readings}

    def read_many(reports: Iterable[Report]) -> Iterator[Reading]:
        return (known[report.id] for report in reports)

    with open_desk(tmp_path / "news.db", read_many=read_many) as desk:
        for outcome in desk.add_reports(reading.report for reading in known.values()):
            assert outcome.error is None, outcome
        listed = {name for incident in desk.cases.incidents(Wanted()) for name in incident.reports}
    assert listed == set(known)
