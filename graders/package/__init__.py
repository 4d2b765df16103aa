"""A task package: model, loading, lint, archive."""

from graders.package.archive import read_archive
from graders.package.load import load_files, load_folder
from graders.package.model import Forbidden, Limits, Package, PackageRefused, Problem, Variant

__all__ = [
    "Forbidden",
    "Limits",
    "Package",
    "PackageRefused",
    "Problem",
    "Variant",
    "load_files",
    "load_folder",
    "read_archive",
]
