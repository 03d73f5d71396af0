"""Construction cases: each is read as its file says, but for those that are listed as known to fail."""

from __future__ import annotations

import pytest

from cases import checking
from cases.notation import read_cases

CASES = read_cases()
pytestmark = pytest.mark.timeout(600)  # the first test waits for the model to read them all


@pytest.fixture(scope="module")
def results() -> dict[str, checking.Result]:
    return {result.case.id: result for result in checking.check_all(CASES)}


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    return checking.known_misses()


@pytest.mark.parametrize("name", [case.id for case in CASES])
def test_a_case_is_read_as_it_says_or_is_listed(
    name: str, results: dict[str, checking.Result], known: frozenset[str]
) -> None:
    result = results[name]
    account = "\n".join(checking.account(result))
    if name in known:
        assert result.faults, f"{name} is read rightly now: UPDATE_CASES=1 make cases takes it off the list"
    else:
        assert not result.faults, account


def test_the_list_names_only_cases_that_there_are(known: frozenset[str]) -> None:
    assert known <= {case.id for case in CASES}
