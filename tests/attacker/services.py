"""Invented services, built by build-services.ts -> what is found in the three packs of each together."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Callable

PROJECT = Path(__file__).parents[2]
# A service of which a pack was not built is one that was not attacked.
NOT_BUILT = "not built"

Attacker = Callable[[list[Path], list[Path]], dict[str, Counter]]


def attack_services(first: int, number: int, attack_files: Attacker) -> dict[str, Counter]:
    """Attacks each service while the next is built. Says of each how many counts there were and how long it took."""
    found: dict[str, Counter] = {}
    folder = Path(tempfile.mkdtemp(prefix="boardpack-attack-"))
    command = ["node", "--import", "tsx", "tests/attacker/build-services.ts", str(first), str(number), str(folder)]
    built = 0
    try:
        with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as builder:
            for line in builder.stdout or ():
                built += 1
                attack_service(json.loads(line), found, attack_files)
    finally:
        shutil.rmtree(folder)
    if built < number:
        found["service"] = found.get("service", Counter()) + Counter({NOT_BUILT: number - built})
    return found


def attack_service(service: dict, found: dict[str, Counter], attack_files: Attacker) -> None:
    name = f"service {service['service']} of {service['children']} children"
    if "stopped" in service:
        print(f"{name}: {service['stopped']}", flush=True)
        found["service"] = found.get("service", Counter()) + Counter({NOT_BUILT: 1})
        return
    begun = time.monotonic()
    own = attack_files(*([Path(pack, edition, "figures.csv") for pack in service["packs"]] for edition in ("public", "board")))
    for kind, outcomes in own.items():
        found[kind] = found.get(kind, Counter()) + outcomes
    total = sum(sum(outcomes.values()) for outcomes in own.values())
    safe = sum(outcomes["safe"] for outcomes in own.values())
    took = f"built in {service['seconds']} s, attacked in {time.monotonic() - begun:.0f} s"
    print(f"{name}: {total} attacked, {total - safe} found or not solved; {took}", flush=True)
    for pack in service["packs"]:
        shutil.rmtree(Path(pack).parent)
