"""The graphics card: is there one, and does it compute? Only what runs on one needs it."""

from __future__ import annotations

import subprocess
import sys

from graders.contract import Text
from graders.engine import card
from graders.engine.process import environment

NAME, NEEDED_FOR = "graphics card", "gpu"
SECONDS = 120
# Ends with status 0 where the card computes; the last line of its errors says why not.
PROGRAM = """
import torch
if not torch.cuda.is_available():
    raise SystemExit("torch finds no card that it can use")
p = torch.cuda.get_device_properties(0)
told = f"{p.name}, {p.total_memory >> 20} MiB, capability {p.major}.{p.minor}, CUDA {torch.version.cuda}"
names = [name for name in torch.cuda.get_arch_list() if name.startswith("sm_")]
known = [int(name.split("_")[1].rstrip("af")) for name in names]
# Code for a capability runs on all of the same first digit that are not older.
if not any(n // 10 == p.major and n % 10 <= p.minor for n in known):
    raise SystemExit(f"{told}: this build of PyTorch has no code for it, only for {known}")
x = torch.ones(64, 64, device="cuda")
if (x @ x).sum().item() != 64.0**3:
    raise SystemExit(f"{told}: it computes wrongly")
print(told)
"""
# By words in the error. What is no known cause is told as it is.
_REMEDIES = (
    ("no code for it", Text(
        en="The card is older or newer than this build of PyTorch knows. Install a build for it: "
        "DLQUIZ_TORCH_INDEX_URL names another index (docs/gpu.md).",
        hi="यह card PyTorch के इस build से पुराना या नया है। इसके लिए बना build install कीजिए: "
        "DLQUIZ_TORCH_INDEX_URL में दूसरा index बताइए (docs/gpu.md)।",
    )),
    ("too old", Text(
        en="The driver is older than the CUDA of this PyTorch needs. Update the driver, or install "
        "a build of "
        "PyTorch for an older CUDA.",
        hi="Driver इस PyTorch के CUDA के लिए पुराना है। Driver update कीजिए, या पुराने CUDA वाला "
        "PyTorch install कीजिए।",
    )),
    ("out of memory", Text(
        en="The card's memory is full: other programs hold it (nvidia-smi lists them). End them, or "
        "give this "
        "worker another card (CUDA_VISIBLE_DEVICES).",
        hi="Card की memory भरी है: दूसरे programs ने ली हुई है (nvidia-smi उन्हें दिखाता है)। उन्हें बंद कीजिए, या इस "
        "worker को दूसरा card दीजिए (CUDA_VISIBLE_DEVICES)।",
    )),
    ("busy or unavailable", Text(
        en="Another program has the card to itself. Set its mode back as root: nvidia-smi -c DEFAULT.",
        hi="किसी दूसरे program ने card को अकेले ले रखा है। Root के रूप में mode वापस कीजिए: nvidia-smi -c DEFAULT।",
    )),
)  # fmt: skip
OTHER = Text(
    en="Look at nvidia-smi, and for lines with NVRM or Xid in the kernel's log (dmesg). Until the "
    "card computes "
    "again, work that needs one waits in its queue.",
    hi="nvidia-smi देखिए, और kernel log (dmesg) में NVRM या Xid वाली lines। जब तक card फिर से नहीं चलता, उसका काम "
    "अपनी queue में रुका रहता है।",
)


def examine() -> tuple[bool, str, Text | None]:
    """Does it hold, what was seen, and what to do."""
    why = card.missing()
    if why is not None:
        return False, "none that can be used", why
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", PROGRAM], env=environment("cuda"), capture_output=True, text=True,
            timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False, f"it gave no answer within {SECONDS} s", OTHER
    if done.returncode == 0:
        return True, done.stdout.strip(), None
    seen = done.stderr.strip()
    remedy = next((told for words, told in _REMEDIES if words in seen), OTHER)
    return False, (seen.splitlines() or [f"exit {done.returncode}"])[-1], remedy
