"""What an incident is, from what its reports are mainly about."""

from __future__ import annotations

import pytest

from standoff.linking.incident import main_type


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (["hostage_taking", "release", "release", "raid"], "hostage_taking"),
        (["hostage_taking", "riot", "release", "release", "raid", "raid"], "hostage_taking"),
        (["verdict", "verdict", "verdict", "verdict", "attack"], "verdict"),
        (["release", "release", "raid"], "release"),
        (["other", "bombing", "other"], "bombing"),
        (["other"], "other"),
        ([], "other"),
    ],
)
def test_what_ends_or_follows_a_happening_is_what_it_is_only_where_hardly_any_report_tells_more(
    told: list[str], kind: str
) -> None:
    assert main_type(told) == main_type(reversed(told)) == kind
