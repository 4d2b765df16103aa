"""What changes on disk while it is served changes nothing under a submission's feet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graders.engine import Engine
from graders.package import Package, load_folder


def test_a_package_edited_on_disk_is_served_as_it_was_read(
    engine: Engine, conv: Package, tmp_path: Path
) -> None:
    folder = tmp_path / "conv2d-mini"
    shutil.copytree(Path(__file__).parent / "mini" / "conv2d-mini", folder)
    served = load_folder(folder)
    right = served.accepted[0].source
    assert engine.grade(served, right).verdict == "pass"
    (folder / "reference.py").write_text("def conv2d(*a, **k): raise ValueError('half written')\n")
    shutil.rmtree(folder / "wrong")
    report = engine.grade(served, right, seed=5)
    assert report.verdict == "pass"
    assert report.versions["package"] == served.digest == conv.digest


def test_two_versions_of_one_slug_never_share_what_was_drawn(
    engine: Engine, conv: Package, tmp_path: Path
) -> None:
    """The second version asks for the flipped kernel: what is right in one is wrong in the other."""
    folder = tmp_path / "conv2d-mini"
    shutil.copytree(Path(__file__).parent / "mini" / "conv2d-mini", folder)
    reference = (folder / "reference.py").read_text()
    flipped = reference + "\n_plain = conv2d\ndef conv2d(x, weight, *a, **k):\n"
    (folder / "reference.py").write_text(flipped + "    return _plain(x, weight.flip(2, 3), *a, **k)\n")
    second = load_folder(folder)
    assert (second.slug, second.digest != conv.digest) == (conv.slug, True)
    right = conv.accepted[0].source
    for _ in range(2):
        assert engine.grade(conv, right).verdict == "pass"
        assert engine.grade(second, right).verdict == "wrong"


def test_a_torch_replaced_under_the_engine_throws_away_what_the_old_one_drew(
    conv: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = conv.accepted[0].source
    with Engine() as engine:
        before = engine.grade(conv, right)
        assert before.versions["torch"] == engine.zygote.torch
        drawn = engine._case_set(conv)
        engine._restart()
        assert engine._case_set(conv) is drawn, "the same torch: it still holds"
        # As if the one that was running until now had been another.
        monkeypatch.setattr(engine, "_drawn_with", "2.0.0")
        engine._restart()
        assert engine._case_set(conv) is not drawn
        assert engine.grade(conv, right).versions["torch"] == before.versions["torch"]
