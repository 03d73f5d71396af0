"""An explanation for the terminal: sections of lines, the lexicon's entry behind each step.

Invariant: everything that an explanation holds is shown, but scores that say next to nothing; `terminal` makes words
from outside harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from standoff.publish import wording
from standoff.publish.labels import labels
from standoff.publish.quoting import MARKS
from standoff.publish.safety import visible
from standoff.publish.terminal import console, heading, plain, printed
from standoff.records import Reading
from standoff.records.claims import source_name
from standoff.records.explanation import (
    EventReason,
    Explanation,
    Kinship,
    LinkReason,
    Mention,
    Node,
    Path,
    Quoted,
    Scored,
    Share,
)

if TYPE_CHECKING:
    from rich.text import Text

LEGEND = (
    "Of polarity and realis the label with the highest score over 0 holds, or else affirmed and actual; of types the "
    "one with the highest score. Slots that score over 0 on average are of one event. [file: entry] is what decided."
)
LEAST = 0.01  # probabilities below this are not shown
LONGEST = 160  # characters of a content that are shown
_ARROWS = {"up": "↑", "down": "↓"}
_FOUND = {"model": "the model", "tree": "a rule over the tree (tolls.toml)"}
_LINKED = {"model": "the model", "tree": "a rule over the tree"}


def claim_lines(reading: Reading) -> str:
    """The claims that may be asked about, a line each: id, event, type and slot, value, who says so."""
    rows = [
        [claim.id, claim.event, f"{claim.type}.{claim.slot}",
         f"{wording.value(claim.value)} – {wording.chain(claim.chain, reading.report)}"]
        for claim in reading.claims
    ]  # fmt: skip
    widths = [*(max((len(row[i]) for row in rows), default=0) for i in range(3)), 0]
    cells = ([visible(cell).ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows)
    return "".join(f"{'  '.join(row).rstrip()}\n" for row in cells)


def explanation_text(explanation: Explanation, reading: Reading, width: int, color: bool) -> str:
    """Why a claim of a reading is there, in lines of at most ``width`` columns."""
    on = console(width, color)
    return printed(_items(explanation, reading), on)


def _items(explanation: Explanation, reading: Reading) -> Iterator[Any]:
    claim = explanation.claim
    yield plain(f"{claim.id} {claim.type}.{claim.slot}: {wording.value(claim.value)}", "bold")
    said = "; ".join((wording.chain(claim.chain, reading.report), *wording.firmness(claim)))
    yield plain(said)
    for number, mention in enumerate(explanation.mentions):
        yield from _mention(mention, "Said" if not number else "Said again")
    yield from _chain(explanation.links, reading)
    yield from _event(explanation.event)
    yield ""
    yield plain(LEGEND, "dim")


def _mention(mention: Mention, title: str) -> Iterator[Any]:
    yield from heading(title)
    yield _sentence(mention)
    score = f", {mention.slot:.2f}" if mention.found_by == "model" else ""
    yield _line("found by", f"{_FOUND[mention.found_by]}{score}")
    yield from _shares("event type", mention.types)
    for reason in mention.value:
        yield _line("value", reason.rule, reason.entry)
    yield from _manner(mention)
    for path in mention.paths:
        yield _line("in the tree", _path(path))


def _sentence(mention: Mention) -> Text:
    """The sentence with the words of the claim marked."""
    first = mention.words.start - mention.sentence.start
    last = mention.words.end - mention.sentence.start
    text = mention.sentence.text
    marked = plain(f"{MARKS[0]}{text[first:last]}{MARKS[1]}", "bold underline")
    return plain(text[:first]).append_text(marked).append_text(plain(text[last:]))


def _manner(mention: Mention) -> Iterator[Any]:
    """What decided polarity, certainty and realis."""
    for hedge in mention.hedges:
        level = labels().word("levels", hedge.level) or "of the value"
        yield _line("hedge", f"“{hedge.words.text}” {level}: {hedge.label}", hedge.entry)
    if not mention.hedges:
        yield _line("hedge", "none governs the value")
    yield from _shares("manner", mention.learned)
    for name, scores in (("polarity", mention.polarity), ("realis", mention.realis)):
        for item in scores:
            yield _line(name, _sum(item), f"manner_weights.toml: {name}.{item.name}")
    if mention.tense:
        yield _line("tense", f"{mention.tense}, of the clause")


def _chain(links: Sequence[LinkReason], reading: Reading) -> Iterator[Any]:
    yield from heading("Who says so, outermost first")
    if not links:
        yield plain(f"{wording.outlet(reading.report)}, in its own voice: no telling holds these words.")
    for link in links:
        kind = f"{labels().word('identifications', link.identification)}, {labels().word('kinds', link.kind)}"
        yield plain(f"{link.attribution} {source_name(link.name, link.identification)} ({kind})", "bold")
        score = "" if link.score is None else f", {link.score:.2f}"
        yield _line("found by", f"{_LINKED[link.found_by]}{score}")
        yield _line("source", _quotes(link.source) or "no words")
        yield _line("cue", f"{_quotes(link.cue)}: {wording.act(link)}", link.entry)
        yield _line("content", _quotes(link.content))


def _event(reason: EventReason) -> Iterator[Any]:
    event = reason.event
    yield from heading("Its event")
    standing = labels().word("standings", event.standing)
    yield plain(f"{event.id} {labels().word('types', event.type)} ({standing.lower()})", "bold")
    for item in reason.types:
        yield _line("type", _sum(item))
    for word in reason.named_by:
        yield _line(
            "named by", f"“{word.words.text}”", f"ontology: types.{event.type}.triggers “{word.trigger}”"
        )
    yield _line("of it with", _kin(reason.own) if reason.own else "no other slot: it stands alone")
    if reason.other:
        yield _line("next best", _kin(reason.other))


def _kin(kin: Kinship) -> str:
    slots = "1 slot" if kin.slots == 1 else f"{kin.slots} slots"
    return f"{slots} of {kin.event}, mean score {kin.mean:.2f}; closest “{kin.closest.name}” {_sum(kin.closest, False)}"


def _sum(item: Scored, named: bool = True) -> str:
    """A score as the sum that it is, without what adds nothing."""
    parts = " ".join(f"{part:+.2f} {name}" for name, part in item.parts.items() if round(part, 2))
    return f"{item.name} {item.score:.2f} = {parts}" if named else f"{item.score:.2f} = {parts}"


def _shares(name: str, shares: Iterable[Share]) -> Iterator[Any]:
    told = [f"{item.name} {item.share:.2f}" for item in shares if item.share >= LEAST]
    if told:
        yield _line(name, f"the model says {', '.join(told)}")


def _path(path: Path) -> str:
    if path.apart:
        apart = "1 sentence" if path.apart == 1 else f"{path.apart} sentences"
        return f"{path.to}, “{path.target.text}”, stands {apart} away"
    if not path.nodes:
        return f"{path.to}, “{path.target.text}”: in another tree of the sentence"
    return f"{path.to}: {' '.join(map(_node, path.nodes))}"


def _node(node: Node) -> str:
    return f"{_ARROWS[node.way]}{node.relation} {node.word}" if node.way else node.word


def _quotes(found: Sequence[Quoted]) -> str:
    words = " … ".join(item.text for item in found)
    return f"“{words if len(words) <= LONGEST else words[:LONGEST] + '…'}”" if words else ""


def _line(name: str, words: str, entry: str = "") -> Any:
    """A step with what it is about before it, and the lexicon's entry after it."""
    from rich.padding import Padding

    made = plain(f"{name}: ", "dim").append_text(plain(words))
    return Padding(made.append_text(plain(f"  [{entry}]", "dim")) if entry else made, (0, 0, 0, 2))
