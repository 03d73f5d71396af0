"""How often the chain at a gold claim's words is the gold chain: ``python -m benchmarks.chains --data GOLD_DIR``.

Every gold claim is taken at its quote's place, whatever the extractor would have found there, so the figure is the
most that **who** can reach. Chains agree as in ``score/claims.py``: as many links, and each name's words in the
other's or at token F1 of 0.5. Identification and kind are compared over the links of chains that agree.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.face import Json, report
from benchmarks.gold import gold_files, place
from standoff.extraction.chains.chains import ChainIndex
from standoff.reading import read_many
from standoff.records import Reading, Source, Span

Chain = tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One gold claim: its report's name, its place, its gold chain, and the chains found there."""

    report: str
    claim: Json
    span: Span
    found: list[Chain]

    @property
    def gold(self) -> list[Json]:
        return list(self.claim["chain"])

    @property
    def right(self) -> bool:
        return any(agree(self.gold, chain) for chain in self.found)


def words(text: str) -> list[str]:
    """Casefolded words without articles, as the scorer has them."""
    folded = re.sub(r"['’]s\b|(?<=\w)['’.](?=\w)|(?<=\d),(?=\d)", "", text.casefold())
    return [word for word in re.findall(r"\w+", folded) if word not in ("a", "an", "the")]


def names_agree(a: str, b: str) -> bool:
    """Whether one name's words are in the other's, or their token F1 is at least 0.5."""
    x, y = words(a), words(b)
    if x and y and (set(x) <= set(y) or set(y) <= set(x)):
        return True
    return bool(x or y) and 2 * (Counter(x) & Counter(y)).total() / (len(x) + len(y)) >= 0.5


def agree(gold: list[Json], chain: Chain) -> bool:
    """Whether two chains agree link by link."""
    return len(gold) == len(chain) and all(
        names_agree(link["name"], source.name) for link, source in zip(gold, chain, strict=True)
    )


def cases(gold: Iterable[tuple[Json, str]], read: Callable[[Json, str], Reading]) -> Iterator[Case]:
    """Every gold claim with the chains at its place."""
    for data, text in gold:
        index = ChainIndex.of(read(data, text))
        for claim in data["claims"]:
            span = place(claim, text)
            yield Case(data["id"], claim, span, [chain for _, chain in index.chains_at(span)])


def summary(found: list[Case]) -> Json:
    """Shares of claims whose chain is right: all, without and with gold links, and the mean over reports."""
    by_report: dict[str, list[bool]] = defaultdict(list)
    for case in found:
        by_report[case.report].append(case.right)
    empty = [case.right for case in found if not case.gold]
    filled = [case.right for case in found if case.gold]
    linked = [case for case in found if case.gold and any(case.found)]
    pairs = [
        (link, source)
        for case in found
        for chain in case.found[:1]
        if agree(case.gold, chain)
        for link, source in zip(case.gold, chain, strict=True)
    ]
    return {
        "claims": len(found),
        "right": _share([case.right for case in found]),
        "right_in_own_voice": _share(empty),
        "right_when_attributed": _share(filled),
        "attributed_when_attributed": len(linked) / len(filled) if filled else None,
        "mean_over_reports": _mean([_share(flags) or 0.0 for flags in by_report.values()]),
        "identification": _share([link["identification"] == source.identification for link, source in pairs]),
        "kind": _share([link["kind"] == source.kind for link, source in pairs]),
    }


def _share(flags: list[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None


def _mean(numbers: list[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _read(data: Json, text: str) -> Reading:
    made = report(text, data["id"], data.get("outlet"), data.get("published"))
    return next(read_many([made]))


def main() -> None:
    """Prints one JSON object; with ``--errors N`` also the first N wrong claims."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of gold files")
    parser.add_argument("--only", type=Path, help="file of report names; others are left out")
    parser.add_argument("--errors", type=int, default=0, help="how many wrong claims to print")
    args = parser.parse_args()
    only = set(args.only.read_text("utf-8").split()) if args.only else None
    found = list(cases(gold_files(args.data, only), _read))
    for case in [case for case in found if not case.right][: args.errors]:
        names = [
            [link["name"] for link in case.gold],
            [[source.name for source in chain] for chain in case.found],
        ]
        print(case.report, repr(case.claim["context"]), *names, sep=" | ")
    print(json.dumps(summary(found), indent=1))


if __name__ == "__main__":
    main()
