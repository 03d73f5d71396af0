"""A question ends in an answer or one clear error, whatever the other side does, and its cost is counted."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

from reading.llm.endpoint import Reply, Server, says, serving
from standoff.errors import InputError, ModelError
from standoff.reading.llm import Cost, Endpoint
from standoff.reading.llm.client import Client

QUESTION: list[dict[str, Any]] = [{"role": "user", "content": "Guards sang.\ud800"}]


def ask(endpoint: Endpoint, read: Callable[[str], Any] = json.loads) -> tuple[Any, Cost]:
    cost = Cost()
    client = Client(endpoint, cost)
    try:
        return client.ask("a.txt", QUESTION, {"type": "object"}, read), cost
    finally:
        client.close()


def failure(server: Server, kind: type[Exception], **limits: Any) -> str:
    with pytest.raises(kind) as raised:
        ask(server.endpoint(**limits))
    return str(raised.value)


def test_the_question_goes_out_as_the_protocol_has_it() -> None:
    with serving(says("[1]")) as server:
        answer, cost = ask(server.endpoint(key="secret"))
        asked, headers = server.asked[0], server.headers[0]
    assert answer == [1]
    assert asked["path"] == "/v1/chat/completions"
    assert asked["model"] == "test-model"
    assert asked["messages"] == QUESTION
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert asked["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert headers["Authorization"] == "Bearer secret"
    assert (cost.requests, cost.retries, cost.prompt_tokens, cost.answer_tokens) == (1, 0, 100, 20)


def test_the_cost_counts_the_pauses_before_a_question_is_asked_again() -> None:
    with serving(Reply(b"upstream", 500), says("[1]")) as server:
        _, cost = ask(server.endpoint(pause=0.2, longest_pause=0.2))
    assert cost.retries == 1
    assert 0.2 <= cost.seconds < 5


def test_without_a_key_none_is_sent() -> None:
    with serving(says("[1]")) as server:
        ask(server.endpoint())
        assert "Authorization" not in server.headers[0]


@pytest.mark.parametrize(
    "bad",
    [
        Reply(b'{"error": {"message": "slow down"}}', 429),
        Reply(b"upstream", 500),
        Reply(b"", 503),
        Reply(b"<html>a proxy's page</html>"),
        Reply(b'{"choices": []}'),
        Reply(b"[" * 100_000),
        says(""),
        says("[1"),
        says("I would rather talk."),
    ],
)
def test_what_may_pass_is_asked_again(bad: Reply) -> None:
    with serving(bad, says("[1]")) as server:
        answer, cost = ask(server.endpoint())
    assert answer == [1]
    assert (cost.requests, cost.retries) == (2, 1)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (Reply(b'{"error": {"message": "slow\\n down"}}', 429), "answers 429: slow down"),
        (Reply(b"", 502), "answers 502: without a word"),
        (Reply(b"{}"), "no completion"),
        (says("[1"), "not the JSON that was asked for"),
    ],
)
def test_what_does_not_pass_is_an_error_of_its_report(bad: Reply, words: str) -> None:
    with serving(bad) as server:
        said = failure(server, InputError)
        assert len(server.asked) == 3
    assert said.startswith(f"a.txt: {server.url}: ")
    assert words in said
    assert "asked 3 times" in said


def test_the_wait_that_the_server_asks_for_is_kept_up_to_a_limit() -> None:
    busy = Reply(b"", 429, {"Retry-After": "3600"})
    with serving(busy, says("[1]")) as server:
        begun = time.monotonic()
        ask(server.endpoint(longest_pause=0.3))
        assert 0.3 <= time.monotonic() - begun < 3


@pytest.mark.parametrize("date", ["Wed, 21 Oct 2026 07:28:00 GMT", "-5", "1e9", "²", "9" * 400])
def test_a_wait_that_is_no_number_of_seconds_is_passed_over(date: str) -> None:
    with serving(Reply(b"", 429, {"Retry-After": date.encode().decode("latin-1")}), says("[1]")) as server:
        assert ask(server.endpoint())[0] == [1]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_every_report_would_meet_ends_the_run_at_once(status: int) -> None:
    with serving(Reply(b'{"error": {"message": "no"}}', status)) as server:
        said = failure(server, ModelError, key="secret")
        assert len(server.asked) == 1
    assert server.url in said
    assert "secret" not in said


def test_a_refused_question_is_not_asked_again() -> None:
    with serving(Reply(b'{"error": {"message": "the text is too long"}}', 400)) as server:
        assert "answers 400: the text is too long" in failure(server, InputError)
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (
            says("", message={"content": None, "refusal": "I cannot help with that"}),
            "I cannot help with that",
        ),
        (says("", finish_reason="content_filter"), "content_filter"),
        (says('{"claims": [', finish_reason="length"), "cut off"),
    ],
)
def test_a_model_that_declines_or_stops_short_is_not_asked_again(reply: Reply, words: str) -> None:
    with serving(reply) as server:
        assert words in failure(server, InputError)
        assert len(server.asked) == 1


def test_a_server_that_does_not_answer_in_time_is_given_up() -> None:
    with serving(Reply(after=1.0)) as server:
        assert "within 0.1 seconds" in failure(server, InputError, seconds=0.1, attempts=2)


def test_a_server_that_drips_is_given_up() -> None:
    with serving(Reply(b"x" * 1000, drip=0.05)) as server:
        begun = time.monotonic()
        assert "within 0.3 seconds" in failure(server, InputError, seconds=0.3, attempts=1)
        assert time.monotonic() - begun < 3


def test_an_answer_without_end_is_given_up() -> None:
    with serving(Reply(b"x" * 100_000)) as server:
        assert "longer than 1000 bytes" in failure(server, InputError, bytes=1000, attempts=1)


def test_a_redirect_is_not_followed() -> None:
    with serving(says("[1]")) as other, serving(Reply(b"", 307, {"Location": other.url})) as server:
        assert "answers 307" in failure(server, InputError)
        assert other.asked == []


def test_an_address_where_nobody_listens_ends_the_run() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        endpoint = Endpoint(f"http://127.0.0.1:{free.getsockname()[1]}/v1", "m", attempts=2, pause=0.01)
    with pytest.raises(ModelError, match=r"cannot be reached.*--base-url"):
        ask(endpoint)


@pytest.mark.parametrize("usage", [None, 7, {"prompt_tokens": -1, "completion_tokens": "many"}])
def test_a_count_of_tokens_that_is_none_counts_nothing(usage: object) -> None:
    reply = says("[1]")
    reply.body = json.dumps(json.loads(reply.body) | {"usage": usage}).encode()
    with serving(reply) as server:
        cost = ask(server.endpoint())[1]
    assert (cost.prompt_tokens, cost.answer_tokens) == (0, 0)
