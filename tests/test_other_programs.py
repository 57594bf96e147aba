"""An appeal lived by programs that are not Python: they write case files, and read what the tables say."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
NODE = shutil.which("node")


def lived(*command: str) -> str:
    env = {**os.environ, "PYTHON": sys.executable}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env, encoding="utf-8").stdout


def test_from_a_shell():
    told = lived("sh", str(EXAMPLES / "live_an_appeal.sh"))
    before, _, after = told.partition("In order:\n")
    assert "обращение 2026/77: на рассмотрении, версия 3" in before
    assert "в состоянии «на рассмотрении» не предусмотрено (ч. 2 ст. 27 Закона № ЗРУ-445" in before
    assert "отказано в 1 действии" in before
    assert "обращение 2026/77: рассмотрено, ответ направлен, версия 5" in after
    assert "отказано" not in after


@pytest.mark.skipif(NODE is None, reason="there is no node here")
def test_from_javascript():
    told = lived(str(NODE), str(EXAMPLES / "live_an_appeal.mjs")).splitlines()
    steps = [line for line in told if line.startswith("2026-")]
    assert [line.split("  ", 1)[1] for line in steps] == [
        "Receive: RECEIVED",
        "RefuseRegistration: отказано",
        "Register: REGISTERED",
        "Assign: отказано",
        "Assign: IN_REVIEW",
        "SendReply: отказано",
        "Decide: DECIDED",
        "SendReply: CONSIDERED",
    ]
    assert "    - в регистрации никогда не отказывают (O‘RQ-445 art. 23(2), O‘RQ-445 art. 18)" in told
    assert "CONSIDERED, version 5; Uzbekistan 2026-11-22" in told
    # Received on Friday 13 February, after hours: registered on Monday, answered within fifteen days.
    assert "registration: 2026-02-16, met (O‘RQ-445 art. 23(1))" in told
    assert "consideration: 2026-02-28, met (O‘RQ-445 art. 28(1), O‘RQ-445 art. 28(3))" in told
