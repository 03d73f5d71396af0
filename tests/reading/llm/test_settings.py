"""Nothing is asked of anybody whom the user has not named, and a key is never shown."""

from __future__ import annotations

import pytest

from standoff.errors import ModelError
from standoff.reading.llm import Endpoint


def test_the_option_comes_before_the_environment() -> None:
    environment = {"OPENAI_BASE_URL": "http://there/v1/", "OPENAI_API_KEY": "secret"}
    assert Endpoint.of(None, "m", environment) == Endpoint("http://there/v1", "m", "secret")
    assert Endpoint.of("https://here/v1", "m", environment).url == "https://here/v1"
    assert "secret" not in repr(Endpoint.of(None, "m", environment))


@pytest.mark.parametrize(
    ("url", "model", "key", "words"),
    [
        (None, "m", "", "--base-url"),
        ("http://here/v1", None, "", "--model"),
        ("ftp://here/v1", "m", "", "http://"),
        ("here/v1", "m", "", "http://"),
        ("http://user:secret@here/v1", "m", "", "without a user"),
        ("http://[::1/v1", "m", "", "http://"),
        ("http://here/v1", "m", "secret\n", "OPENAI_API_KEY"),
    ],
)
def test_what_is_missing_or_wrong_is_named_without_its_secrets(
    url: str | None, model: str | None, key: str, words: str
) -> None:
    with pytest.raises(ModelError) as raised:
        Endpoint.of(url, model, {"OPENAI_API_KEY": key})
    assert words in str(raised.value)
    assert "secret" not in str(raised.value)
