"""A package is read from files, and refused with everything that is wrong with it."""

import os
from pathlib import Path

import pytest

from graders.feedback import placeholders
from graders.package import Package, PackageRefused, Problem, load_files, load_folder
from graders.package.problems import FEEDBACK
from tests.graders.package.small import SOUND, spoilt, without

ODD = {"value_name", "variant_without_file", "variant_unlisted"}


def refused(files: dict[str, str | bytes], folder: str = "") -> list[Problem]:
    with pytest.raises(PackageRefused) as caught:
        load_files(files, folder)
    return list(caught.value.problems)


def codes(files: dict[str, str | bytes], folder: str = "") -> list[str]:
    return sorted(problem.code for problem in refused(files, folder))


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_a_sound_package_is_read_whole() -> None:
    package = load_files(SOUND)
    assert (package.slug, package.topic, package.entry, package.points) == (
        "double-it", "convolution", "double", 4.0,
    )  # fmt: skip
    assert package.title.hi == "दुगुना कीजिए"
    assert package.statement.en.startswith("# Double it")
    assert package.limits.memory_mib == 256
    assert package.forbidden.operators == ("convolution",)
    assert list(package.cases_titles) == ["plain", "tail-dropped"]
    assert [v.kind for v in package.wrong] == ["misconception", "convention"]
    assert package.wrong[0].source == SOUND["wrong/squared.py"]
    assert package.accepted[1].source == SOUND["accepted/shifted.py"]
    assert dict(package.files) == SOUND


def test_a_task_runs_on_the_cpu_unless_it_asks_for_a_card() -> None:
    assert load_files(SOUND).device == "cpu"
    for device in ("cpu", "cuda"):
        files = {**SOUND, "task.toml": f'device = "{device}"\n' + SOUND["task.toml"]}
        assert load_files(files).device == device
    for device in ('"gpu"', '"cuda:1"', "1", '["cuda"]'):
        files = {**SOUND, "task.toml": f"device = {device}\n" + SOUND["task.toml"]}
        assert codes(files) == ["value_choice"], device


def test_a_folder_gives_the_same_package_as_its_files(tmp_path: Path) -> None:
    root = write(tmp_path / "double-it", SOUND)
    (root / "__pycache__").mkdir()
    (root / "__pycache__" / "cases.cpython-311.pyc").write_bytes(b"\xff")
    (root / ".DS_Store").write_bytes(b"\xff")
    assert load_folder(root) == load_files(SOUND)


def test_the_digest_follows_the_text_not_how_a_machine_wrote_it() -> None:
    digest = load_files(SOUND).digest
    from_windows = {
        path: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for path, text in SOUND.items()
    }
    assert load_files(from_windows).digest == digest
    assert load_files(dict(reversed(SOUND.items()))).digest == digest
    assert load_files(spoilt("reference.py", "2 * x", "x * 2")).digest != digest
    assert load_files(load_files(from_windows).files).digest == digest


def test_moving_text_between_files_changes_the_digest() -> None:
    one = {**SOUND, "wrong/squared.py": "A = 1\n" + SOUND["wrong/squared.py"]}
    two = {**SOUND, "wrong/halved.py": "A = 1\n" + SOUND["wrong/halved.py"]}
    assert load_files(one).digest != load_files(two).digest


def test_a_folder_under_another_name_is_refused(tmp_path: Path) -> None:
    root = write(tmp_path / "triple-it", SOUND)
    with pytest.raises(PackageRefused) as caught:
        load_folder(root)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.line) == ("slug_differs", "task.toml", 2)


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(PackageRefused) as caught:
        load_folder(tmp_path / "gone")
    assert [p.code for p in caught.value.problems] == ["folder_missing"]


def test_a_link_in_a_folder_is_refused_and_not_followed(tmp_path: Path) -> None:
    root = write(tmp_path / "double-it", without("reference.py"))
    os.symlink("/etc/hostname", root / "reference.py")
    with pytest.raises(PackageRefused) as caught:
        load_folder(root)
    assert {"file_link", "file_missing"} == {p.code for p in caught.value.problems}


def test_everything_wrong_is_told_at_once_with_its_place() -> None:
    files = {
        **spoilt("task.toml", "difficulty = 1", "difficulty = 9\ncolour = 3"),
        "reference.py": "def dubble(x):\n    return 2 * x\n",
        "starter.py": "def double(x):\n  return (\n",
        "notes.txt": "hello",
        "wrong/extra.py": "def double(x):\n    return 0\n",
    }
    del files["statement.hi.md"]
    places = {(p.code, p.path, p.line) for p in refused(files)}
    assert places == {
        ("value_whole", "task.toml", 4),
        ("key_unknown", "task.toml", 5),
        ("entry_not_defined", "reference.py", 0),
        ("syntax_error_in_file", "starter.py", 2),
        ("file_unknown", "notes.txt", 0),
        ("variant_unlisted", "wrong/extra.py", 0),
        ("file_missing", "statement.hi.md", 0),
    }


@pytest.mark.parametrize(
    "path", ["task.toml", "variants.toml", "cases.py", "reference.py", "statement.en.md"]
)
def test_a_missing_file_is_named_once_and_its_keys_are_not_missed_too(path: str) -> None:
    missing = [p for p in refused(without(path)) if p.path == path]
    assert [p.code for p in missing] == ["file_missing"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('slug = "double-it"', 'slug = "Double It"', "value_name"),
        ('slug = "double-it"', "slug = 7", "value_text"),
        ('slug = "double-it"\n', "", "key_missing"),
        ('topic = "convolution"', 'topic = " "', "value_blank"),
        ("points = 4", "points = nan", "value_number"),
        ("points = 4", "points = -1", "value_number"),
        ("points = 4", "points = true", "value_number"),
        ("difficulty = 1", "difficulty = 1.5", "value_whole"),
        ("difficulty = 1", "difficulty = 6", "value_whole"),
        ("schema = 1", "schema = 2", "schema_unknown"),
        ("schema = 1\n", "", "key_missing"),
        ("seconds = 2.0", "seconds = 3600", "value_number"),
        ("memory_mib = 256", "memory_mib = 1048576", "value_whole"),
        ("source_kib = 16", "source_kib = 0", "value_whole"),
        ("source_kib = 16", "source_mib = 1", "key_unknown"),
        ('entry = "double"', 'entry = "dou-ble"', "value_name"),
        ('signature = "double(x)"', 'signature = "twice(x)"', "signature_differs"),
        ("requires = []", 'requires = "conv"', "value_words"),
        ("requires = []", 'requires = ["A B"]', "value_name"),
        ('operators = ["convolution"]', 'operators = ["(["]', "value_name"),
        ('why = { en = "Not needed.", hi = "ज़रूरत नहीं।" }\n', "", "key_missing"),
        (', hi = "दुगुना कीजिए" }', " }", "language_missing"),
        ('hi = "Input का दुगुना।"', 'hi = "  "', "language_missing"),
        ('hi = "छिपा हुआ"', "hi = 3", "value_text"),
        ('title = { en = "Plain", hi = "साधारण" }', 'title = "Plain"', "value_both"),
        (
            'title = { en = "Plain", hi = "साधारण" }',
            'title = { en = "a", hi = "आ", fr = "b" }',
            "key_unknown",
        ),
        ("[[convention]]", "[convention]", "value_tables"),
        ("[limits]", "[[limits]]", "value_table"),
        ('slug = "double-it"', "slug = ", "toml_unreadable"),
    ],
)
def test_each_mistake_in_task_toml_has_its_own_code(old: str, new: str, expected: str) -> None:
    problems = [p for p in refused(spoilt("task.toml", old, new)) if p.path == "task.toml"]
    assert [p.code for p in problems] == [expected]
    assert problems[0].line > 0 or expected == "key_missing"


@pytest.mark.parametrize(
    ("old", "new", "expected", "line"),
    [
        ('file = "squared.py"', 'file = "cubed.py"', {"variant_without_file", "variant_unlisted"}, 0),
        ('file = "squared.py"', 'file = "../a.py"', ODD, 2),
        ('file = "halved.py"', 'file = "squared.py"', {"variant_twice", "variant_unlisted"}, 0),
        ('kind = "convention"', 'kind = "bug"', {"value_choice"}, 10),
        ('fails = ["values", "gradients"]', 'fails = ["vaules"]', {"check_unknown"}, 13),
        ('fails = ["values", "gradients"]', "fails = []", {"fails_empty"}, 13),
        ('fails = ["values", "gradients"]\n', "", {"fails_empty"}, 8),
        ('file = "summed.py"', "", {"key_missing", "variant_unlisted"}, 15),
    ],
)  # fmt: skip
def test_each_mistake_in_variants_toml_is_placed(old: str, new: str, expected: set[str], line: int) -> None:
    problems = refused(spoilt("variants.toml", old, new))
    assert {p.code for p in problems} == expected
    assert not line or line in {p.line for p in problems}


def test_a_package_without_known_wrong_or_enough_accepted_solutions_is_refused() -> None:
    files = {p: t for p, t in SOUND.items() if not p.startswith(("wrong/", "accepted/"))}
    assert codes({**files, "variants.toml": ""}) == ["no_wrong_variant", "too_few_accepted"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"caf\xe9", "file_not_text"),
        (b"x = '\0'", "file_not_text"),
        (b"# " + b"x" * (300 << 10), "file_too_large"),
        ("x = '\ud800'", "file_not_text"),
        ("  \n", "file_empty"),
    ],
)
def test_a_file_that_is_not_plain_text_of_a_sane_size_is_refused(content: str | bytes, code: str) -> None:
    problems = [p for p in refused({**SOUND, "reference.py": content}) if p.path == "reference.py"]
    assert [p.code for p in problems] == [code]


def test_too_many_files_and_too_much_text_are_refused() -> None:
    many = {f"wrong/v{n}.py": "double = abs\n" for n in range(300)}
    assert "files_too_many" in codes({**SOUND, **many})
    large = {f"wrong/v{n}.py": "double = abs\n# " + "x" * (200 << 10) for n in range(12)}
    assert "files_too_large" in codes({**SOUND, **large})


DEEP = {
    "brackets": "x = " + "(" * 20_000,
    "minus signs": "x = " + "-" * 100_000 + "1",
    "attributes": "x = a" + ".b" * 60_000,
    "calls": "x = a" + "()" * 60_000,
    "blocks": "".join(" " * n + "if x:\n" for n in range(400)),
    "long number": "x = " + "9" * 200_000,
    "f-string": 'x = f"' + "{" * 30_000 + '"',
}


@pytest.mark.parametrize("name", DEEP)
def test_source_made_to_break_the_parser_is_a_problem_not_a_crash(name: str) -> None:
    found = {p.code for p in refused({**SOUND, "reference.py": DEEP[name]})}
    assert found & {"syntax_error_in_file", "entry_not_defined"}


def test_deep_toml_is_a_problem_not_a_crash() -> None:
    problems = refused({**SOUND, "task.toml": "x = " + "[" * 50_000})
    assert [p.code for p in problems if p.path == "task.toml"] == ["toml_unreadable"]


@pytest.mark.parametrize(
    "source",
    [
        "class double:\n    pass\n",
        "double: object = abs\n",
        "from math import fabs as double\n",
        "if True:\n    def double(x):\n        return x + x\n",
        "try:\n    from a import double\nexcept ImportError:\n    double = abs\n",
    ],
)
def test_the_entry_may_be_defined_in_any_honest_way(source: str) -> None:
    assert isinstance(load_files({**SOUND, "accepted/summed.py": source}), Package)


def test_an_entry_that_only_stands_in_text_or_inside_something_is_not_defined() -> None:
    source = '"""\ndef double(x): ...\n"""\nclass A:\n    def double(self): ...\n'
    assert codes({**SOUND, "accepted/summed.py": source}) == ["entry_not_defined"]


def test_cases_must_define_cases() -> None:
    (problem,) = refused({**SOUND, "cases.py": "def samples(draw):\n    yield\n"})
    assert (problem.code, problem.params["entry"]) == ("entry_not_defined", "cases")


def test_a_published_package_is_read_even_if_the_lint_became_stricter() -> None:
    files = {**SOUND, "statement.hi.md": "no Hindi here"}
    assert "statement_not_hindi" in codes(files)
    assert load_files(files, linted=False).slug == "double-it"


def test_every_problem_has_a_text_whose_placeholders_agree() -> None:
    for code, text in FEEDBACK.items():
        assert placeholders(text.en) == placeholders(text.hi), code
        assert any("\u0900" <= letter <= "\u097f" for letter in text.hi), code
