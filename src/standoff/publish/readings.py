"""A reading for programs (JSON lines, CoNLL-U) and for looking closely (sentences with what is drawn from each).

Invariant: no form breaks its lines because of what stands in the report, and every offset printed indexes its text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.publish import wording
from standoff.publish.safety import to_json, visible
from standoff.records import Attribution, Claim, Reading, Span


def jsonl(reading: Reading) -> str:
    """The reading as one line of JSON (`Reading.to_json`); reading it back gives the same, lone surrogates too."""
    return to_json(reading.to_json())


def conllu(reading: Reading) -> str:
    """The words and trees in CoNLL-U (universaldependencies.org/format.html), the words' places in MISC.

    ``# text`` is made from the words as the format wants it; the report's own characters are at ``start=..|end=..``.
    Words that a tokeniser splits stand as words of their own, without a range line.
    """
    blocks = [f"# newdoc id = {visible(reading.report.id).strip()}"]
    blocks += [_sentence(reading, number) for number in range(len(reading.words.sentences))]
    return "\n".join(blocks) + "\n"


def _sentence(reading: Reading, number: int) -> str:
    first, last = (int(bound) for bound in reading.words.sentences[number])
    rows = [_word(reading, place, first) for place in range(first, last)]
    text = "".join(form + ("" if close else " ") for form, close in _forms(reading, first, last)).rstrip()
    head = f"# sent_id = {visible(reading.report.id).strip()}-{number + 1}\n# text = {text}"
    return "\n".join([head, *rows]) + "\n"


def _forms(reading: Reading, first: int, last: int) -> Iterator[tuple[str, bool]]:
    return ((_form(reading, place), _closes_up(reading, place)) for place in range(first, last))


def _form(reading: Reading, place: int) -> str:
    words = visible(reading.span(place, place + 1).quote(reading.report.text)).strip()
    return words or "_"


def _closes_up(reading: Reading, place: int) -> bool:
    """Whether the next word follows without a space."""
    offsets = reading.words.offsets
    return place + 1 < len(offsets) and int(offsets[place + 1, 0]) <= int(offsets[place, 1])


def _word(reading: Reading, place: int, first: int) -> str:
    words = reading.words
    start, end = words.offsets[place]
    head = int(words.heads[place])
    misc = [f"start={start}", f"end={end}"]
    return "\t".join(
        (
            str(place - first + 1),
            _form(reading, place),
            "_",
            words.upos_names[int(words.tags[place])],
            "_",
            "_",
            str(head - first + 1 if head >= 0 else 0),
            words.relation_names[int(words.relations[place])],
            "_",
            "|".join(["SpaceAfter=No", *misc] if _closes_up(reading, place) else misc),
        )
    )


def lines(reading: Reading) -> str:
    """The sentences, and indented below each the attributions and claims whose words begin in it."""
    report = reading.report
    head = (
        report.id,
        report.outlet,
        wording.stamp(report.published) if report.published else None,
        report.title,
    )
    out = [visible(" · ".join(item for item in head if item))]
    bounds = _sentence_spans(reading)
    drawn = _drawn(reading, [span.start for span in bounds])
    for number, span in enumerate(bounds):
        out.append(f"\n{number + 1:>3}  {visible(span.quote(report.text)).strip()}")
        out += [f"       {visible(line)}" for line in drawn.get(number, ())]
    return "\n".join(out)


def _sentence_spans(reading: Reading) -> list[Span]:
    found = [reading.span(first, last) for first, last in reading.words.sentences.tolist() if first < last]
    return found or [Span(0, len(reading.report.text))]


def _drawn(reading: Reading, starts: Sequence[int]) -> dict[int, list[str]]:
    """The lines of what is drawn from each sentence, by its number, attributions first; ``starts`` are theirs."""
    found: dict[int, list[str]] = defaultdict(list)
    for link in reading.attributions:
        if words := (*link.cue, *link.source.spans, *link.content):
            found[_sentence_at(starts, words[0])].append(_link_line(reading, link))
    for claim in reading.claims:
        if claim.evidence:
            found[_sentence_at(starts, claim.evidence[0])].append(_claim_line(reading, claim))
    return found


def _sentence_at(starts: Sequence[int], span: Span) -> int:
    """The sentence that a span begins in; the first, where it begins before all."""
    return max(0, bisect_right(starts, span.start) - 1)


def _link_line(reading: Reading, link: Attribution) -> str:
    source = link.source
    text = reading.report.text
    cue = " … ".join(span.quote(text) for span in link.cue)
    content = " … ".join(span.quote(text) for span in link.content)
    inside = f" within {link.within}" if link.within else ""
    who = f"{source.shown} ({source.identification}, {source.kind})"
    return f"{link.id}{inside}: {who} {wording.act(link)} [{cue}] “{content}”"


def _claim_line(reading: Reading, claim: Claim) -> str:
    quote = " … ".join(span.quote(reading.report.text) for span in claim.evidence)
    said = "; ".join((wording.chain(claim.chain, reading.report), *wording.firmness(claim)))
    point = f"{claim.event} {claim.type}.{claim.slot}"
    return f"{claim.id}: {point} = {wording.value(claim.value)} · {said} · “{quote}”"
