"""What is expected is nowhere in the memory of the cell that runs a solution."""

from __future__ import annotations

import dataclasses
import struct
from collections.abc import Iterator

import pytest

from graders.engine import Engine
from graders.package import Package, load_files
from tests.graders.package.small import SOUND

# What the reference adds to zero: a number that is in no memory by chance.
MAGIC = float.fromhex("0x1.23456789ABCDEp-7")
MASK = 0x5A5A5A5A5A5A5A5A
CASES = """\
from graders.authoring import call, case


def cases(draw):
    yield case("plain", call("double", x=0 * draw.normal(600)), visible=True)
    yield case("tail-dropped", call("double", x=0 * draw.normal(601)))
"""
REFERENCE = f"def double(x):\n    return 2 * x + {MAGIC!r}\n"

# Walks from whatever it can reach to all that is mapped beside it, and looks for the numbers without holding
# them itself: only what they are when masked.
SEARCH = """\
import ctypes, gc, os
import numpy as np
import torch
libc = ctypes.CDLL(None)
libc.mincore.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p]
PAGE = 4096
STEP = 1 << 18
vector = ctypes.create_string_buffer(STEP // PAGE)
def mapped(address): return libc.mincore(address, PAGE, vector) == 0
def neighbourhood(address, most=1 << 26):
    start = end = address // STEP * STEP
    while mapped(start - STEP) and address - start < most: start -= STEP
    while mapped(end) and end - address < most: end += STEP
    return start, end
def regions(tensors):
    known = [id(thing) for thing in gc.get_objects()] + [t.data_ptr() for t in tensors] + [id(object())]
    found = []
    for address in sorted(known):
        if not any(start <= address < end for start, end in found):
            start, end = neighbourhood(address)
            if end > start: found.append((start, end))
    return found
def read(address):
    # Through the kernel, which answers where a direct look would end the process.
    os.lseek(1, 0, 0)
    return os.pread(1, max(libc.write(1, ctypes.c_void_p(address), STEP), 0), 0)
def search(tensors):
    found, seen = [], 0
    for start, end in regions(tensors):
        for base in range(start, end, STEP):
            data = read(base)
            if len(data) < 64: continue
            seen += len(data)
            for offset in (0, 4):
                words = np.frombuffer(data, np.uint64, max(len(data) - offset, 0) // 8, offset)
                if ((words ^ np.uint64(MASK)) == np.uint64(MASKED)).any(): found.append(hex(base))
    raise ValueError(f'found {len(found)} searched {seen >> 20}')
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    # What is in a cell's memory depends on no level.
    with Engine() as made:
        yield made


@pytest.fixture(scope="module")
def adding() -> Package:
    package = load_files({**SOUND, "cases.py": CASES, "reference.py": REFERENCE})
    return dataclasses.replace(package, limits=dataclasses.replace(package.limits, seconds=20.0))


def searching(planted: str) -> str:
    masked = struct.unpack("<Q", struct.pack("<d", MAGIC))[0] ^ MASK
    head = SEARCH.replace("MASKED", str(masked)).replace("MASK)", f"{MASK})")
    return head + f"def double(x):\n    {planted}\n    search([x])\n    return 2 * x\n"


def looked(engine: Engine, package: Package, planted: str) -> tuple[int, int]:
    """How often it found what is expected, and how many MiB it has looked through."""
    error = engine.grade(package, searching(planted)).cases[0].error
    assert error is not None
    words = error.message.split()
    assert words[::2] == ["found", "searched"], error
    return int(words[1]), int(words[3])


def test_no_memory_of_a_cell_holds_what_is_expected(engine: Engine, adding: Package) -> None:
    assert engine.grade(adding, adding.reference).verdict == "pass", "it is expected indeed"
    found, mebibytes = looked(engine, adding, "pass")
    assert found == 0
    assert mebibytes > 16, "a cell has more memory than that"


def test_what_is_in_its_memory_is_found(engine: Engine, adding: Package) -> None:
    found, _ = looked(engine, adding, f"kept = torch.full((9000,), {MAGIC!r}, dtype=torch.float64)")
    assert found > 0, "otherwise the search above proves nothing"
