"""The command line reads through an endpoint only when it is told to, and says what that cost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import made
from cli.command import environment, run
from reading.llm.endpoint import Reply, gives, serving

ANSWER = {
    "events": [{"id": "e1", "type": "hostage_taking"}],
    "sayings": [],
    "claims": [
        {
            "event": "e1", "slot": "actor", "quote": quote, "context": "", "antecedent": None, "saying": None,
            "polarity": "affirmed", "certainty": "certain", "realis": "actual", "hedge": None,
        }
        for quote in ("Shots", "an army of bears")
    ],
}  # fmt: skip


def standoff(*words: str, folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "standoff", *words]
    return subprocess.run(
        line, cwd=folder, env=environment(**changes), capture_output=True, text=True, check=False, timeout=110
    )


def test_read_gives_what_the_endpoint_says_and_the_text_bears_out(folder: Path) -> None:
    with serving(gives(ANSWER)) as server:
        words = ("read", "courier.txt", "--reader", "llm", "--model", "m", "--base-url", server.url)
        done = standoff(*words, folder=folder)
        assert server.asked[0]["model"] == "m"
    assert done.returncode == 0, done.stderr
    [claim] = json.loads(done.stdout)["claims"]
    assert claim["value"]["text"] == "Shots"
    assert "1 requests" in done.stderr
    assert "1 claims kept, 1 dropped (1 whose words are not in the text)" in done.stderr


def test_add_goes_on_after_a_report_that_the_endpoint_refuses(folder: Path) -> None:
    (folder / "quiet.txt").write_text("Nothing happened in Tellis on Friday.\n", encoding="utf-8")
    with serving(gives(ANSWER), Reply(b'{"error": {"message": "too long"}}', 400)) as server:
        words = ("add", "courier.txt", "quiet.txt", "--reader", "llm", "--model", "m")
        done = standoff(*words, folder=folder, OPENAI_BASE_URL=server.url, OPENAI_API_KEY="secret")
        assert server.headers[0]["Authorization"] == "Bearer secret"
    assert done.returncode == 1
    assert "answers 400: too long" in done.stderr
    assert "1 added, 0 there already, 1 failed" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("command", ["brief", "read", "add"])
def test_without_an_address_or_a_model_nothing_is_sent(command: str, folder: Path) -> None:
    line = (command, "courier.txt", "--reader", "llm")
    [first] = run(*line, folder=folder, OPENAI_BASE_URL="").errors
    assert "--base-url" in first
    [second] = run(*line, "--base-url", "http://127.0.0.1:9/v1", folder=folder).errors
    assert "--model" in second


@pytest.mark.parametrize("command", ["brief", "read", "add"])
def test_an_address_without_the_reader_is_wrong_usage(command: str, folder: Path) -> None:
    done = run(command, "courier.txt", "--base-url", "http://127.0.0.1:9/v1", folder=folder)
    assert done.code == 2
    assert "--reader llm" in done.err
    assert (folder / "courier.txt").read_text(encoding="utf-8") == made.TEXT
