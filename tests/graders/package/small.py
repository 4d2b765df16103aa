"""A small sound package, and ways to spoil one thing in it."""

import io
import zipfile

TASK = """\
schema = 1
slug = "double-it"
topic = "convolution"
difficulty = 1
points = 4
entry = "double"
signature = "double(x)"
requires = []
title = { en = "Double it", hi = "दुगुना कीजिए" }
summary = { en = "Twice the input.", hi = "Input का दुगुना।" }

[limits]
seconds = 2.0
memory_mib = 256
source_kib = 16

[forbidden]
operators = ["convolution"]
why = { en = "Not needed.", hi = "ज़रूरत नहीं।" }

[[convention]]
text = { en = "Twice means times two.", hi = "दुगुना यानी दो से गुणा।" }

[case.plain]
title = { en = "Plain", hi = "साधारण" }
[case.tail-dropped]
title = { en = "Hidden", hi = "छिपा हुआ" }
"""

VARIANTS = """\
[[wrong]]
file = "squared.py"
kind = "misconception"
title = { en = "Squared", hi = "वर्ग" }
explanation = { en = "This is the square.", hi = "यह वर्ग है।" }
fails = ["values"]

[[wrong]]
file = "halved.py"
kind = "convention"
title = { en = "Halved", hi = "आधा" }
explanation = { en = "This is half.", hi = "यह आधा है।" }
fails = ["values", "gradients"]

[[accepted]]
file = "summed.py"
title = { en = "A sum", hi = "जोड़ से" }

[[accepted]]
file = "shifted.py"
title = { en = "By scaling", hi = "scaling से" }
"""

ENGLISH = """\
# Double it

Return $y = 2x$ for $x$.

```python
double(torch.ones(2))
```
"""

HINDI = """\
# दुगुना कीजिए

$x$ के लिए $y = 2x$ लौटाइए।

```python
double(torch.ones(2))
```
"""

CASES = """\
from graders.authoring import backward, call, case


def cases(draw):
    x = draw.normal(3, 2)
    yield case("plain", call("double", x=x), backward("y", wrt=("x",)), visible=True)
    yield case("tail-dropped", call("double", x=draw.normal(5)), backward("y", wrt=("x",)))
"""

SOUND = {
    "task.toml": TASK,
    "variants.toml": VARIANTS,
    "statement.en.md": ENGLISH,
    "statement.hi.md": HINDI,
    "starter.py": "def double(x):\n    raise NotImplementedError\n",
    "reference.py": "def double(x):\n    return 2 * x\n",
    "cases.py": CASES,
    "wrong/squared.py": "def double(x):\n    return x * x\n",
    "wrong/halved.py": "def double(x):\n    return x / 2\n",
    "accepted/summed.py": "def double(x):\n    return x + x\n",
    "accepted/shifted.py": "double = lambda x: x * 2.0\n",
}


def spoilt(path: str, old: str, new: str) -> dict[str, str]:
    """The sound package with ``old`` replaced in one file."""
    assert old in SOUND[path], old
    return {**SOUND, path: SOUND[path].replace(old, new, 1)}


def without(*paths: str) -> dict[str, str]:
    return {path: text for path, text in SOUND.items() if path not in paths}


def zipped(files: dict[str, str | bytes], folder: str = "") -> bytes:
    """A zip of ``files``, inside ``folder`` where one is given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(f"{folder}/{path}" if folder else path, content)
    return buffer.getvalue()
