"""Whoever asks a lot of the web application, from a process of its own: python tests/load_of_web.py ADDRESS REQUESTS

Several threads begin cases and add to them, all of them to all. Each command has a key, and every third is sent twice,
now and then by two threads at once, as by a client that heard nothing. Prints what it was answered, as JSON.
"""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random

import httpx

CASES, THREADS = 40, 8
RECEIVE = {
    "action": "Receive", "kind": "COMPLAINT", "form": "WRITTEN", "channel": "POST",
    "appellants": [{"type": "Person", "id": "p-17"}],
}  # fmt: skip


def main(address: str, requests: int) -> None:
    clients = {name: httpx.Client(base_url=address, auth=(name, "demo"), timeout=60) for name in ("desk", "p-17")}

    def ask(user: str, path: str, body: dict[str, object], key: str) -> dict[str, object]:
        answered = clients[user].post(path, json=body, headers={"Idempotency-Key": key})
        told = answered.json()
        return {"key": key, "status": answered.status_code, "case": told.get("case"), "version": told.get("version")}

    def commands() -> Iterator[tuple[str, str, dict[str, object], str]]:
        random = Random(6)
        for number in range(requests):
            one = (
                "p-17",
                f"/cases/appeal/load/{number % CASES}",
                {"action": "AddMaterials", "authority": f"m-{number}"},
                f"k-{number}",
            )
            yield from [one] * (2 if random.random() < 1 / 3 else 1)

    with ThreadPoolExecutor(THREADS) as threads:
        begun = [
            threads.submit(ask, "desk", "/cases/appeal", {**RECEIVE, "case": f"load/{n}"}, f"b-{n}")
            for n in range(CASES)
            for _ in range(2)
        ]
        answers = [one.result() for one in begun]
        done = [threads.submit(ask, *command) for command in commands()]
        answers += [one.result() for one in done]
    print(json.dumps(answers))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
