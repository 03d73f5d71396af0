"""Construction cases: each is read as its file says, but for those that are listed as known to fail.

Sums of int8 products are the same on all kinds of processor, floats between them are rounded otherwise,
which turns a few spans that stand at their threshold: so many cases may differ from the list, and no more.
"""

from __future__ import annotations

import pytest

from cases import checking
from cases.notation import read_cases

CASES = read_cases()
TURNED = len(CASES) // 128
pytestmark = pytest.mark.timeout(600)  # the first test waits for the model to read them all


@pytest.fixture(scope="module")
def results() -> dict[str, checking.Result]:
    return {result.case.id: result for result in checking.check_all(CASES)}


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    return checking.known_misses()


def test_cases_are_read_as_they_say(results: dict[str, checking.Result], known: frozenset[str]) -> None:
    failing = [result for name, result in results.items() if result.faults and name not in known]
    accounts = "\n".join(line for result in failing for line in checking.account(result))
    assert len(failing) <= TURNED, accounts


def test_cases_that_are_listed_as_misses_are_missed(
    results: dict[str, checking.Result], known: frozenset[str]
) -> None:
    right = sorted(name for name in known if name in results and not results[name].faults)
    assert len(right) <= TURNED, f"UPDATE_CASES=1 make cases takes off the list: {', '.join(right)}"


def test_the_list_names_only_cases_that_there_are(known: frozenset[str]) -> None:
    assert known <= {case.id for case in CASES}
