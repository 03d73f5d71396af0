"""Full text over reports and claims, by SQLite's FTS5 (https://sqlite.org/fts5.html).

The index holds no second copy of the text: it points at ``report_text`` (a view) and ``claims``. Words are stemmed
(Porter) and stripped of accents. PostgreSQL would have a room of the same four functions over ``tsvector``.
"""

from __future__ import annotations

import re

import sqlalchemy as sa

from standoff.records import Span
from standoff.store.interface import ClaimHit, Snippet

_TOKENS = "tokenize = 'porter unicode61 remove_diacritics 2'"
_CREATE = (
    "CREATE VIEW report_text AS SELECT renditions.row AS row, title, outlet, text "
    "FROM renditions JOIN reports ON reports.id = renditions.report",
    f"CREATE VIRTUAL TABLE report_words USING fts5"
    f"(title, outlet, text, content = 'report_text', content_rowid = 'row', {_TOKENS})",
    f"CREATE VIRTUAL TABLE claim_words USING fts5"
    f"(quote, value, sources, content = 'claims', content_rowid = 'row', {_TOKENS})",
)
_PUT = (
    "INSERT INTO report_words (rowid, title, outlet, text) SELECT report_text.row, report_text.title, "
    "report_text.outlet, report_text.text FROM report_text JOIN renditions USING (row) WHERE report = :report",
    "INSERT INTO claim_words (rowid, quote, value, sources) "
    "SELECT row, quote, value, sources FROM claims WHERE report = :report",
)
# A title counts four times and an outlet twice as much as the body.
_REPORTS = """
SELECT renditions.report AS report, snippet(report_words, -1, char(2), char(3), '…', 24) AS snippet
FROM report_words JOIN renditions ON renditions.row = report_words.rowid
WHERE report_words MATCH :words ORDER BY bm25(report_words, 4.0, 2.0, 1.0), report LIMIT :limit
"""
_CLAIMS = """
SELECT claims.report AS report, id, slot, claims.value AS value, claims.sources AS sources,
    polarity, certainty, realis, snippet(claim_words, 0, char(2), char(3), '…', 32) AS quote
FROM claim_words JOIN claims ON claims.row = claim_words.rowid
WHERE claim_words MATCH :words ORDER BY bm25(claim_words), report, position LIMIT :limit
"""
_MARKED = re.compile("\x02([^\x02\x03]*)\x03")
_BLANK = re.compile(r"[\s\x02\x03]")  # a mark that is one of no pair stood in the text
_LONGEST = 600


def create(connection: sa.Connection) -> None:
    """Make the index, empty."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


def put(connection: sa.Connection, report_id: str) -> None:
    """Index a report and its claims, whose rows are there already."""
    for statement in _PUT:
        connection.execute(sa.text(statement), {"report": report_id})


def question(words: str) -> str:
    """What the user typed as an FTS5 expression in which nothing but phrases and beginnings has a meaning.

    >>> question('guards "grain depot" hos* AND')
    '"guards" "grain depot" "hos" * "AND"'
    """
    asked = re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\0", " "))
    terms = [(phrase or word.rstrip("*"), word.endswith("*")) for phrase, word in asked]
    return " ".join(f'"{term}"' + (" *" if start else "") for term, start in terms if re.search(r"\w", term))


def reports(connection: sa.Connection, asked: str, limit: int) -> dict[str, Snippet]:
    """Report ids and snippets of the texts that hold all the terms, best first."""
    rows = connection.execute(sa.text(_REPORTS), {"words": asked, "limit": limit})
    return {row.report: snippet(row.snippet) for row in rows}


def claims(connection: sa.Connection, asked: str, limit: int) -> list[tuple[str, ClaimHit]]:
    """Report ids and claims that hold all the terms, best first."""
    rows = connection.execute(sa.text(_CLAIMS), {"words": asked, "limit": limit})
    return [
        (
            row.report,
            ClaimHit(row.id, row.slot, row.value, row.sources, row.polarity, row.certainty, row.realis,
                     snippet(row.quote)),
        )
        for row in rows
    ]  # fmt: skip


def snippet(marked: str) -> Snippet:
    """FTS5's answer with its marks (U+0002, U+0003) taken out of the text; line breaks become spaces."""
    text, marks = "", []
    for number, piece in enumerate(_MARKED.split(marked[:_LONGEST])):
        plain = _BLANK.sub(" ", piece)
        if number % 2:
            marks.append(Span(len(text), len(text) + len(plain)))
        text += plain
    return Snippet(text, tuple(marks))
