"""The tables of what compares reports: digests, the keys that find them, links, copies, and codes of incidents.

Rows are only ever added, but that a report may change its incident. A code that was given up keeps its row and says
what it leads to.
"""

from __future__ import annotations

import sqlalchemy as sa

from standoff.store.tables import Words

metadata = sa.MetaData()

digests = sa.Table(
    "digests",
    metadata,
    sa.Column("report", Words, primary_key=True),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Column("shingles", sa.LargeBinary, nullable=False),
)

# What finds candidates: the heaviest words and rarest names of a report with its day (-1 for none), and samples of its
# five-word sequences.
keys = sa.Table(
    "digest_keys",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", Words, primary_key=True),
    sa.Column("day", sa.Integer, primary_key=True),
    sa.Column("report", Words, primary_key=True),
    sqlite_with_rowid=False,
)

links = sa.Table(
    "report_links",
    metadata,
    sa.Column("one", Words, primary_key=True),
    sa.Column("other", Words, primary_key=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Index("report_links_back", "other", "one"),
)

copies = sa.Table(
    "copies",
    metadata,
    sa.Column("copy", Words, primary_key=True),
    sa.Column("original", Words, primary_key=True),
    sa.Column("shared", sa.Integer, nullable=False),
    sa.Column("share", sa.Float, nullable=False),
    sa.Column("basis", sa.Text, nullable=False),
    sa.Index("copies_back", "original", "copy"),
)

codes = sa.Table(
    "incidents",
    metadata,
    sa.Column("code", Words, primary_key=True),
    sa.Column("given", sa.Text, nullable=False),
    sa.Column("leads_to", sa.Text),
)

members = sa.Table(
    "incident_reports",
    metadata,
    sa.Column("report", Words, primary_key=True),
    sa.Column("code", sa.Text, nullable=False),
    sa.Index("incident_reports_by_code", "code", "report"),
)
