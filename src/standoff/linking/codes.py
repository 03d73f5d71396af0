"""Codes of incidents that stay: a code once given names the same incident for ever, or leads to the one it became.

Invariant: no code is given twice, and every code that is given up in a merge leads on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from standoff.errors import StoreError

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # without those that are taken for one another
_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Settled:
    """The codes of some groups, in their order; the new codes; the codes given up, with what each leads to."""

    codes: tuple[str, ...]
    new: tuple[str, ...]
    merged: Mapping[str, str]


def settle(groups: Sequence[Sequence[str]], held: Mapping[str, str], taken: Callable[[str], bool]) -> Settled:
    """Codes for groups of reports that hold ``held`` so far.

    A code stays with the group that has most of its reports; a group that holds several keeps the one that most of
    its reports hold. A group that holds none gets a new one, made from its first report.
    """
    shares = sorted(
        (
            (count, code, place)
            for place, group in enumerate(groups)
            for code, count in _held(group, held).items()
        ),
        key=lambda share: (-share[0], share[1], share[2]),
    )
    codes: dict[int, str] = {}
    for _, code, place in shares:
        if place not in codes and code not in codes.values():
            codes[place] = code
    new = [place for place in range(len(groups)) if place not in codes]
    for place in new:
        codes[place] = _new_code(groups[place][0], {*codes.values()}, taken)
    lost = sorted({code for _, code, _ in shares} - set(codes.values()))
    merged = {code: codes[next(place for _, one, place in shares if one == code)] for code in lost}
    return Settled(
        tuple(codes[place] for place in range(len(groups))), tuple(codes[place] for place in new), merged
    )


def _held(group: Iterable[str], held: Mapping[str, str]) -> Counter[str]:
    return Counter(held[name] for name in group if name in held)


def _new_code(seed: str, used: set[str], taken: Callable[[str], bool]) -> str:
    for attempt in range(10_000):
        number = int.from_bytes(
            sha256(f"{seed}\x1f{attempt}".encode("utf-8", "surrogatepass")).digest(), "big"
        )
        code = ""
        for _ in range(_LENGTH):
            number, letter = divmod(number, len(_LETTERS))
            code += _LETTERS[letter]
        if code not in used and not taken(code):
            return code
    raise StoreError("no code is free for a new incident")
