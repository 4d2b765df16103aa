"""How wrong results are related to the right ones, where one relation holds in every case that failed.

What is said here needs no known mistake. A relation is told only when all failing cases with enough numbers
show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject, told_name
from graders.contract import Message
from graders.diagnosis.conditions import condition
from graders.diagnosis.pairing import Pairing, wrong_results
from graders.diagnosis.places import places
from graders.diagnosis.relations import RELATIONS

# Fewer numbers than this have too many things in common with each other.
FEWEST = 4
MOST = 3


def findings(
    subjects: Sequence[Subject], evidence: Sequence[Evidence], failing: Sequence[bool]
) -> tuple[Message, ...]:
    """At most three: under which condition it fails, then how results are wrong, one for each name."""
    found = [condition(subjects, failing)]
    by_name: dict[str, list[Pairing]] = {}
    for pairing in wrong_results(subjects, evidence):
        # The first of several readings is the same thing as the second.
        by_name.setdefault(pairing.name.split("@")[0], []).append(pairing)
    results = {name for name in by_name if not name.startswith("grad:")}
    for name, pairings in by_name.items():
        if results and name not in results:
            # Gradients of a wrong result are wrong for the same reason.
            continue
        telling = [pairing for pairing in pairings if pairing.oracle.size >= FEWEST]
        found.append(_first(told_name(name), telling) if telling else None)
    return tuple(message for message in found if message is not None)[:MOST]


def _first(name: str, pairings: Sequence[Pairing]) -> Message | None:
    for relation in (*RELATIONS, places):
        message = relation(name, pairings)
        if message is not None:
            return message
    return None
