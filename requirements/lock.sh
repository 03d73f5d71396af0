#!/usr/bin/env bash
# Makes run.txt and dev.txt anew from pyproject.toml: every package pinned with its hashes, for Python 3.11 and later on
# every platform. Needs uv (pip install uv); arguments go to it (--upgrade, --upgrade-package NAME).
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
        --no-emit-index-url --no-emit-find-links "$@"
}
lock pyproject.toml requirements/build.in -o requirements/run.txt "$@"
lock pyproject.toml requirements/build.in --extra dev --extra spacy --extra llm -c requirements/run.txt -o requirements/dev.txt "$@"
