"""Average linkage over sparse links: exact on small cases, and a function of the links alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standoff.linking.clusters import clusters, components

NAMES = list("abcdef")
PAIRS = [(one, other) for one in NAMES for other in NAMES if one < other]


def test_a_chain_of_links_is_cut_where_the_average_falls_short() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.5, ("c", "d"): 0.9}
    assert clusters("abcd", scores, 0.4) == [["a", "b"], ["c", "d"]]
    assert clusters("abcd", scores | {("a", "c"): 0.5, ("a", "d"): 0.4, ("b", "d"): 0.4}, 0.4) == [
        list("abcd")
    ]


def test_a_name_without_links_is_alone() -> None:
    assert clusters("ab", {}, 0.4) == [["a"], ["b"]]
    assert components("abc", [("b", "c")]) == [["a"], ["b", "c"]]


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1)), st.randoms())
def test_the_order_of_links_changes_nothing_and_every_name_has_one_group(
    scores: dict[tuple[str, str], float], shuffler: object
) -> None:
    items, names = list(scores.items()), NAMES.copy()
    shuffler.shuffle(items)  # type: ignore[attr-defined]
    shuffler.shuffle(names)  # type: ignore[attr-defined]
    found = clusters(names, dict(items), 0.4)
    assert found == clusters(NAMES, scores, 0.4)
    assert sorted(name for group in found for name in group) == NAMES
