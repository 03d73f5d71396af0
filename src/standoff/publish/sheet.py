"""What the page of an incident says, before it is given a form: rows of words, and what each rests on.

Invariant: every value has the exact words of a claim; the words are raw, made harmless in each form (`incident`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.publish import wording
from standoff.publish.labels import labels
from standoff.publish.quoting import Quoter
from standoff.records import Claim, Quantity, Reading
from standoff.records.dossier import Dossier
from standoff.records.findings import ClaimRef, Finding, Standpoint
from standoff.records.incidents import Mention
from standoff.settings import settings
from standoff.weighing.compare import relation, within
from standoff.weighing.explain import count, told_by
from standoff.weighing.grades import grade

_SHORT, _SIDES = 8, 3  # rows, and sides of a dispute, that stand at the top
_ROOM = 6  # values of one slot that are shown of what is told besides


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a finding: the value, what it rests on, the words that say it in one report, whether a later value
    took its place, and whether it is denied."""

    value: str
    rests_on: str
    quote: str
    past: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: its label, what it adds up to, its values, the rule if it is one for all, and how many values more
    there are."""

    label: str
    status: str
    lines: tuple[Line, ...]
    rule: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A part of an incident, or another one that its reports speak of, and the exact words of one of them."""

    what: str
    quote: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An incident as rows of words; ``short`` is what the rows come to, the first value of each or those in dispute;
    ``besides`` are the rows of what is told beside the fact grid."""

    title: str
    facts: tuple[str, ...]
    short: tuple[str, ...]
    rows: tuple[Row, ...]
    besides: tuple[Row, ...]
    events: tuple[Told, ...]
    reports: tuple[str, ...]


def sheet(dossier: Dossier) -> Sheet:
    """The incident as rows of words."""
    incident = dossier.incident
    texts = len(dossier.readings) - len({copy.copy for copy in dossier.copies})
    days = [wording.moment(day, weekday=False) for day in incident.days]
    facts = (
        f"incident {incident.code}",
        labels().word("types", incident.type) or incident.type,
        *([incident.place] if incident.place else []),
        f"{count(len(dossier.readings), 'report')}, {count(texts, 'text')}",
        *([f"published {' to '.join(days)}"] if days else []),
        *([f"as of {dossier.as_of}"] if dossier.as_of else []),
    )
    words = Words(dossier.readings, incident.type)
    rows = tuple(_row(finding, words) for finding in dossier.findings)
    copied = {copy.copy: copy.original for copy in dossier.copies}
    return Sheet(
        incident.title,
        facts,
        tuple(_short(dossier.findings, words)),
        rows,
        tuple(_cut(_row(finding, words)) for finding in dossier.besides),
        tuple(_events(dossier, words)),
        tuple(_reports(dossier.readings, copied)),
    )


class Words:
    """The exact words of claims in their sentences, each with who published them, and what a finding is on. ``main`` is
    the type of the incident."""

    def __init__(self, readings: Iterable[Reading], main: str = "") -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._main = main
        self._quoters: dict[str, Quoter] = {}

    def of(self, ref: ClaimRef) -> str:
        """The words of a claim."""
        reading, claim = self._readings[ref.report], self._claim(ref)
        quoter = self._quoters.setdefault(ref.report, Quoter(reading))
        return f"“{quoter.quote(claim.evidence)}” – {reading.report.publisher}"

    def point(self, finding: Finding) -> str:
        """What a finding is on. The time of what most of its claims tell to have ended or followed the incident (the
        raid of a siege) is told as that of a raid."""
        kinds = Counter(self._claim(ref).type for value in finding.values for ref in value.claims)
        kind = min(kinds, key=lambda name: (-kinds[name], name))
        after = kind != self._main and kind in settings("linking", "linking")["aftermath"]["types"]
        timed = finding.slot == "time" and finding.party is None
        return wording.point(finding.slot, kind if timed and after else finding.party)

    def _claim(self, ref: ClaimRef) -> Claim:
        return next(each for each in self._readings[ref.report].claims if each.id == ref.claim)

    def of_event(self, report: str, name: str) -> str:
        """The words of an event."""
        reading = self._readings[report]
        event = next(each for each in reading.events if each.id == name)
        quoter = self._quoters.setdefault(report, Quoter(reading))
        return f"“{quoter.quote(event.trigger)}” – {reading.report.publisher}"


def _row(finding: Finding, words: Words) -> Row:
    lines = tuple(_line(value, words, finding.party) for value in finding.values)
    status, rule = _standing(finding)
    return Row(words.point(finding), status, lines, rule)


def _standing(finding: Finding) -> tuple[str, str]:
    """What a finding adds up to, and the rule; of several values that differ in it, how many are what."""
    counts = Counter(value.status for value in finding.values if value.status)
    if len(counts) < 2:
        return _called(finding.status), finding.rule
    return ", ".join(f"{number} {_called(name)}" for name, number in counts.items()), ""


def _called(status: str) -> str:
    return status.replace("_", " ")


def _cut(row: Row) -> Row:
    """A row of what is told besides, with as many values as a page has room for."""
    return replace(row, lines=row.lines[:_ROOM], more=max(0, len(row.lines) - _ROOM))


def _short(found: Iterable[Finding], words: Words) -> Iterator[str]:
    """What is in dispute, denied, revised or agreed in a few words, and who claims it; all else that one source alone
    says is left to the rows."""
    told = [each for each in found if each.status != "single_source" or each.slot == "claimant"]
    points: dict[str, list[str]] = {}  # several times of one incident are one line
    for finding in told:
        several = finding.values[0].status is not None
        sides = _each_by_itself(finding) if several else _together(finding)
        points.setdefault(words.point(finding), []).append(sides)
    for label in list(points)[:_SHORT]:
        yield f"{label}: {'; '.join(points[label])}"


def _each_by_itself(finding: Finding) -> str:
    """Values of which several may be true, by what each adds up to, without those that one source alone tells."""
    kinds: dict[str, list[Standpoint]] = {}
    for value in finding.values:
        if value.status and value.status != "single_source":
            kinds.setdefault(value.status, []).append(value)
    return "; ".join(f"{_few(values, finding.party)} ({_called(name)})" for name, values in kinds.items())


def _together(finding: Finding) -> str:
    """The first value of those of which one can be true, or all sides of a dispute, and what was said before."""
    values, party = finding.values, finding.party
    standing = [value for value in values if not value.past and not value.added] or [values[0]]
    contested = finding.status in ("disputed", "denied")
    shown = (_sides(standing) if finding.status == "disputed" else standing) if contested else standing[:1]
    notes = [_called(finding.status)]
    gone = [value for value in values if value.past and value.polarity != "denied"]
    if finding.status == "revised" and gone:
        notes.append(f"before that {wording.standpoint(gone[0], party)}")
    if more := [value for value in values if value.added and not _is_in(value, values)]:
        notes.append(f"and {_few(more, party)}")
    return f"{_few(shown, party)} ({'; '.join(notes)})"


def _sides(standing: Sequence[Standpoint]) -> Sequence[Standpoint]:
    """The values of a dispute that contradict another one, each once, however finely it is told."""
    apart = [one for one in standing if any(_contradict(one, other) for other in standing)]
    return [one for one in apart if not any(within(one.value, other.value) for other in apart)] or standing


def _contradict(one: Standpoint, other: Standpoint) -> bool:
    return relation(one.value, other.value) == "contradictory"


def _is_in(more: Standpoint, values: Sequence[Standpoint]) -> bool:
    """Whether what comes on top is what lies between two totals that are told."""
    totals = {
        value.value.low for value in values if not value.added and isinstance(value.value, Quantity)
    } - {None}
    size = more.value.low if isinstance(more.value, Quantity) else None
    return size is not None and any(total + size in totals for total in totals if total is not None)


def _few(values: Sequence[Standpoint], party: str | None) -> str:
    words = [wording.standpoint(value, party) for value in values]
    return "; ".join(words[:_SIDES]) + ("; …" if len(words) > _SIDES else "")


def _line(value: Standpoint, words: Words, party: str | None) -> Line:
    """A value in words. For whom a toll is stands in the label, where the finding has a party."""
    origins = "; ".join(told_by(origin, origin in value.reserved) for origin in value.origins)
    rests_on = f"{count(len(value.origins), 'origin')} in {count(len(value.reports), 'report')}: {origins}"
    rests_on += f", and {len(value.implied_by)} more in finer words" if value.implied_by else ""
    standing = _when(value) if value.past else f"credibility {value.credibility}: {grade(value.credibility)}"
    if value.status and not value.past:
        standing = f"{_called(value.status)}; {standing}"
    return Line(
        wording.standpoint(value, party),
        f"{rests_on} ({standing})",
        words.of(value.claims[0]),
        value.past,
        value.polarity == "denied",
    )


def _when(value: Standpoint) -> str:
    """When a value was said whose place a later one took."""
    until = value.until and wording.moment(value.until, weekday=False)
    gone = "what it denies was replaced since" if value.polarity == "denied" else "replaced since"
    return f"last said {until}, {gone}" if until else gone


def _events(dossier: Dossier, words: Words) -> Iterator[Told]:
    """The parts of the incident, then the other incidents that its reports speak of, each with words that tell it."""
    for part in dossier.parts:
        name = labels().word("types", part.type) or part.type
        since = f", {wording.moment(part.since)}" if part.since else ""
        quote = words.of(part.claims[0]) if part.claims else ""
        yield Told(f"{name}{since} ({count(len(part.reports), 'report')})", quote)
    told: dict[tuple[str, str], list[Mention]] = {}
    for mention in dossier.mentions:
        told.setdefault((mention.code, mention.title), []).append(mention)
    for (code, title), mentions in sorted(told.items()):
        reports = count(len({mention.report for mention in mentions}), "report")
        quote = words.of_event(mentions[0].report, mentions[0].event)
        yield Told(f"see incident {code}: {title} ({reports})", quote)


def _reports(readings: Sequence[Reading], copied: dict[str, str]) -> Iterator[str]:
    outlets = {reading.report.id: reading.report.publisher for reading in readings}
    for reading in readings:
        report = reading.report
        at = wording.stamp(report.published) if report.published else "no date"
        note = (
            f" (text of {outlets.get(copied[report.id], copied[report.id])})" if report.id in copied else ""
        )
        yield f"{report.id}  {at}  {report.publisher}: {report.heading or 'no title'}{note}"
