"""The catalogue's packages as authors' files: zipped and back, and every missing part is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from graders.package import PackageRefused, load_files, load_folder, read_archive
from graders.package.lint import REQUIRED
from tests.graders.package.small import zipped

FOLDERS = sorted(path.parent for path in Path("reference_models").glob("*/task.toml"))
by_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@by_folder
def test_a_package_comes_out_of_a_zip_as_it_went_in(folder: Path) -> None:
    package = load_folder(folder)
    unpacked = load_files(read_archive(zipped(dict(package.files), folder.name)), folder.name)
    assert unpacked == package
    assert unpacked.digest == package.digest


@by_folder
@pytest.mark.parametrize("missing", REQUIRED)
def test_a_package_without_one_of_its_files_is_refused_by_that_name(folder: Path, missing: str) -> None:
    files = {path: text for path, text in load_folder(folder).files.items() if path != missing}
    with pytest.raises(PackageRefused) as caught:
        load_files(files)
    assert ("file_missing", missing) in {(p.code, p.path) for p in caught.value.problems}


@by_folder
def test_every_variant_that_is_left_out_is_named(folder: Path) -> None:
    package = load_folder(folder)
    gone = [path for path in package.files if path.startswith(("wrong/", "accepted/"))][::2]
    files = {path: text for path, text in package.files.items() if path not in gone}
    with pytest.raises(PackageRefused) as caught:
        load_files(files)
    named = {p.params["path"] for p in caught.value.problems if p.code == "variant_without_file"}
    assert named == set(gone)
