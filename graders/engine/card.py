"""A graphics card: is there one, is it well, and whose fault it is when it stops.

What a cell says of a fault is a claim. So it is never believed alone: a fault that comes from the code comes
again, in another cell, on a card that was seen to be well in between.
"""

from __future__ import annotations

import ctypes
import glob
import logging
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from graders.compare.evidence import Evidence
from graders.contract import CasePlan, Text
from graders.engine.fault import CardLost, CardMissing, EngineFault, ProcessLost
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import Runner
from graders.package import Package
from graders.sandbox.gpu import DEVICES

log = logging.getLogger(__name__)

NO_BUILD = Text(
    en="This PyTorch was built without CUDA. Install a build with CUDA: DLQUIZ_TORCH=cuda and "
    "DLQUIZ_TORCH_INDEX_URL with the index of such builds, then make run; docs/gpu.md says more.",
    hi="यह PyTorch बिना CUDA के बना है। CUDA वाला build install कीजिए: DLQUIZ_TORCH=cuda और "
    "DLQUIZ_TORCH_INDEX_URL में ऐसे builds का index दीजिए, फिर make run; बाक़ी docs/gpu.md में है।",
)
NO_DEVICE = Text(
    en="There is no NVIDIA graphics card here: no /dev/nvidiactl and /dev/nvidia0. On a machine with a card "
    "install its driver; in a container give it the card (docker run --gpus 1). Without one, use "
    "--device cpu.",
    hi="यहाँ NVIDIA graphics card नहीं है: /dev/nvidiactl और /dev/nvidia0 नहीं मिले। Card वाली machine पर उसका "
    "driver install कीजिए; container को card दीजिए (docker run --gpus 1)। Card न हो तो --device cpu चलाइए।",
)
NO_UVM = Text(
    en="The driver's module for unified memory is not loaded: there is no /dev/nvidia-uvm. As root, "
    "before the "
    "worker starts: nvidia-modprobe -u -c 0.",
    hi="Driver का unified memory वाला module load नहीं है: /dev/nvidia-uvm नहीं मिला। Worker शुरू होने से पहले, root "
    "के रूप में: nvidia-modprobe -u -c 0।",
)
NO_ACCESS = Text(
    en="The graphics card's files may not be read and written here: {paths}. Give the worker's user "
    "the right "
    "to (chmod 0666, or the group that the driver was set up with); cells run as nobody where the "
    "worker is root.",
    hi="Graphics card की files को यहाँ पढ़ने और लिखने की अनुमति नहीं है: {paths}। Worker के user को यह अनुमति "
    "दीजिए (chmod 0666, या driver वाला group); worker root हो तो cells nobody के रूप में चलते हैं।",
)
NO_DRIVER = Text(
    en="The driver's library libcuda.so.1 cannot be loaded. Install the NVIDIA driver; in a "
    "container use NVIDIA's "
    "container toolkit, or name the library's folder in LD_LIBRARY_PATH.",
    hi="Driver की library libcuda.so.1 load नहीं हो रही। NVIDIA driver install कीजिए; container में "
    "NVIDIA container "
    "toolkit चलाइए, या library का folder LD_LIBRARY_PATH में बताइए।",
)


def missing() -> Text | None:
    """Why no card can be used here, as far as that shows without starting one; None where nothing shows."""
    if not is_built_with_cuda():
        return NO_BUILD
    if not glob.glob("/dev/nvidia[0-9]*") or not os.path.exists("/dev/nvidiactl"):
        return NO_DEVICE
    if not os.path.exists("/dev/nvidia-uvm"):
        # The driver would make it at first use, which no cell may.
        return NO_UVM
    closed = [path for path in device_files() if not os.access(path, os.R_OK | os.W_OK)]
    if closed:
        paths = ", ".join(closed)
        return Text(en=NO_ACCESS.en.format(paths=paths), hi=NO_ACCESS.hi.format(paths=paths))
    try:
        ctypes.CDLL("libcuda.so.1")
    except OSError:
        return NO_DRIVER
    return None


def device_files() -> list[str]:
    """The card's device files, without those of its capabilities, which are root's alone."""
    return [path for pattern in DEVICES for path in sorted(glob.glob(pattern)) if "caps" not in path]


def is_built_with_cuda() -> bool:
    """What torch's own file of versions says; it is read, not imported."""
    found = find_spec("torch")
    if found is None or found.origin is None:
        return False
    text = Path(found.origin).with_name("version.py").read_text("utf-8")
    return re.search(r"^cuda\b[^=]*= *['\"]\d", text, re.MULTILINE) is not None


def require() -> None:
    """Raises ``CardMissing`` where ``missing`` finds a reason."""
    why = missing()
    if why is not None:
        raise CardMissing(why)


class Card:
    """The card of one engine. After a fault nothing is run on it until a new cell has computed rightly.

    A cell that begins computes known sums before it says that it is ready (``graders.zygote.cuda``), so a new
    cell is the probe.
    """

    def __init__(self, zygote: Callable[[], ZygoteProcess]) -> None:
        self._zygote = zygote
        self.is_suspect = False

    def is_well(self) -> bool:
        """Whether work may be taken. Where there was a fault the card is tried now."""
        with suppress(CardLost):
            self.require()
            return True
        return False

    def require(self) -> None:
        """Raises ``CardLost`` where there was a fault, and a new cell cannot begin or computes wrongly."""
        if not self.is_suspect:
            return
        try:
            self._zygote().cell(fresh=True).close()
        except EngineFault as fault:
            raise CardLost(f"the graphics card has failed, and is not well yet: {fault}") from fault
        log.warning("the graphics card is well again")
        self.is_suspect = False

    def settled(
        self, package: Package, source: str, plan: CasePlan, evidence: Evidence, forbidden: Iterable[str]
    ) -> Evidence:
        """``evidence``, if it is the solution's own doing. Raises ``CardLost`` or ``ProcessLost`` else.

        An assertion is the code's. A fault that stops the code is, if it comes again on a card that is well.
        What ends a cell, or takes all its time, may have spoiled the card for others: it is tried before the
        next job.
        """
        if evidence.status == "timed_out" or evidence.code == "died":
            self.is_suspect = True
            return evidence
        self._examine(evidence.code)
        if evidence.code == "device_fault":
            again = Runner(self._zygote(), package).run(source, [plan], forbidden=forbidden)
            self._examine("device_fault")
            if not again.evidence or again.evidence[0].code != "device_fault":
                raise ProcessLost("the graphics card stopped a solution once and not again")
        return evidence

    def settled_loading(self, code: str) -> None:
        """The same for a solution that was stopped while it was read."""
        if code in ("died", "timed_out"):
            self.is_suspect = True
        self._examine(code)

    def _examine(self, code: str) -> None:
        """After a fault: is the card well? ``ProcessLost`` where it is, but the fault was its own."""
        if code in ("device_assert", "device_fault", "device_lost"):
            self.is_suspect = True
            self.require()
        if code == "device_lost":
            raise ProcessLost("the graphics card failed under a solution")
