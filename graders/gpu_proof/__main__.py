"""The command: every promise in turn, a table at the end, and what was found as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from graders.engine import card
from graders.gpu_proof import promises
from graders.gpu_proof.record import Record

MINUTES = 7.5


def main() -> int:
    """Status 0: all held. 1: something did not. 2: there is no card to prove it on."""
    parser = argparse.ArgumentParser(prog="python -m graders.gpu_proof", description=__doc__)
    parser.add_argument("--json", type=Path, default=Path("gpu-proof.json"), help="where the findings go")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="no promise is begun after so long")
    parser.add_argument("--packages", type=Path, default=Path(__file__).parents[2] / "reference_models")
    chosen = parser.parse_args()
    why = card.missing()
    if why is not None:
        print(f"{why.en}\n{why.hi}", file=sys.stderr)
        return 2
    record = Record(chosen.minutes * 60)
    try:
        promises.try_all(record, chosen.packages)
    finally:
        chosen.json.write_text(json.dumps(record.to_json(), ensure_ascii=False, indent=1), "utf-8")
        print(record.table())
        print(f"findings: {chosen.json}")
    return 0 if record.all_held else 1


if __name__ == "__main__":
    sys.exit(main())
