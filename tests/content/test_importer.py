"""Importing: what has not changed is left alone, what is wrong is told all at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from dlquiz.content import figures
from dlquiz.content.importer import content_import
from dlquiz.content.problems import ContentRefused
from dlquiz.content.source import CourseSource, read_content
from dlquiz.courses.models import Course, Lesson, Topic
from dlquiz.questions.models import Question, QuestionVersion


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(ContentRefused) as refused:
        read_content(folder)
    return [str(problem) for problem in refused.value.problems]


def test_the_course_has_its_twenty_topics_and_its_lessons(content: CourseSource) -> None:
    assert len(content.topics) == 20
    taught = {topic.slug for topic in content.topics if topic.lesson}
    assert {"convolution", "batch-normalization"} <= taught


def test_the_figures_are_what_their_script_draws() -> None:
    for path, draw in figures.files().items():
        assert path.read_text("utf-8") == draw(), "run python -m dlquiz.content.figures"


def test_every_figure_that_is_drawn_is_of_a_task_of_the_catalogue() -> None:
    drawn = set(figures.files())
    kept = set(figures.PACKAGES.glob("*/figures/*.svg"))
    assert kept == {path for path in drawn if figures.PACKAGES in path.parents}


def test_every_figure_of_a_lesson_is_there(content: CourseSource) -> None:
    for topic in content.topics:
        body = topic.lesson.body.en if topic.lesson else ""
        for name in (part.split('"')[0].split(")")[0].strip() for part in body.split("](figures/")[1:]):
            assert (figures.OUT / topic.slug / name).is_file()


def test_importing_twice_changes_nothing(db: None) -> None:
    first = content_import()
    versions = QuestionVersion.objects.count()
    second = content_import()
    lessons = sum(topic.lesson is not None for topic in read_content().topics)
    assert (first.lessons_changed, first.questions_changed) == (lessons, first.questions)
    assert (second.lessons_changed, second.questions_changed, second.questions_retired) == (0, 0, 0)
    assert QuestionVersion.objects.count() == versions


def test_a_changed_question_becomes_a_new_version_and_the_old_one_stays(db: None, folder: Path) -> None:
    content_import(folder=folder)
    path = folder / "one" / "questions" / "one-1.toml"
    source = path.read_text("utf-8")
    path.write_text(source.replace("value = 2", "value = 3"), "utf-8")
    content_import(folder=folder)
    question = Question.objects.get(slug="one-1")
    assert question.current is not None
    assert (question.current.number, question.versions.count()) == (2, 2)
    path.write_text(source, "utf-8")
    content_import(folder=folder)
    question.refresh_from_db()
    assert (question.current.number, question.versions.count()) == (1, 2)


def test_test_answers_and_order_of_keys_make_no_new_version(db: None, folder: Path) -> None:
    content_import(folder=folder)
    path = folder / "one" / "questions" / "one-1.toml"
    lines = path.read_text("utf-8").splitlines()
    lines[4], lines[5] = lines[5], lines[4]
    path.write_text("\n".join(lines) + '\n[[answer]]\nexpect = "full"\ntext = "2"\n', "utf-8")
    assert content_import(folder=folder).questions_changed == 0


def test_a_changed_lesson_is_written_and_a_removed_one_goes(db: None, folder: Path) -> None:
    content_import(folder=folder)
    for language in ("en", "hi"):
        with (folder / "one" / f"lesson.{language}.md").open("a", encoding="utf-8") as file:
            file.write("\nया and.\n" if language == "hi" else "\nAnd.\n")
    assert content_import(folder=folder).lessons_changed == 1
    assert Lesson.objects.get().body.en.endswith("And.\n")
    for language in ("en", "hi"):
        (folder / "one" / f"lesson.{language}.md").unlink()
    content_import(folder=folder)
    assert not Lesson.objects.exists()


def test_a_removed_question_is_switched_off_and_kept(db: None, folder: Path) -> None:
    content_import(folder=folder)
    (folder / "one" / "questions" / "one-1.toml").unlink()
    assert content_import(folder=folder).questions_retired == 1
    assert not Question.objects.get(slug="one-1").is_active


def test_what_the_staff_decided_survives_an_import(db: None, folder: Path) -> None:
    content_import(folder=folder)
    Course.objects.update(is_open=True)
    Question.objects.update(is_active=False)
    content_import(folder=folder)
    assert Course.objects.get().is_open
    assert not Question.objects.get().is_active


def test_every_problem_of_every_file_is_told_with_its_line(folder: Path) -> None:
    (folder / "one" / "lesson.hi.md").write_text("# एक\n\nजोड़ $1 + 2$ है।\n", "utf-8")
    questions = folder / "one" / "questions"
    (questions / "broken.toml").write_text('id = "broken"\nkind = "number"\nstatement = {\n', "utf-8")
    (questions / "other.toml").write_text(
        'id = "else"\nkind = "riddle"\npoints = -1\nstatement = { en = "Only English" }\n', "utf-8"
    )
    (questions / "short.toml").write_text(
        'id = "short"\nkind = "number"\nstatement = { en = "What?", hi = "क्या?" }\n'
        'solution = { en = "`a`", hi = "`b` है" }\n[number]\nvalue = "many"\ncolour = 1\n',
        "utf-8",
    )
    problems = problems_of(folder)
    text = "\n".join(problems)
    for part in (
        "one/lesson.hi.md:3: formulas differ from the English lesson",
        "one/questions/broken.toml:3: no valid TOML",
        "one/questions/other.toml:1: `id` is 'else', but the file is called 'other'",
        "one/questions/other.toml:2: `kind` is 'riddle'",
        "one/questions/other.toml:3: `points` must be a positive number",
        "one/questions/short.toml:6: number: `value` is no number",
        "one/questions/short.toml:7: number: unknown key 'colour'",
        "one/questions/short.toml:4: `solution`: code words differ between the languages",
    ):
        assert part in text, text


def test_a_missing_language_is_a_problem(folder: Path) -> None:
    (folder / "one" / "lesson.hi.md").unlink()
    assert problems_of(folder) == ["one/lesson.hi.md:1: this language of the lesson is missing"]


def test_two_questions_of_one_name_are_a_problem(folder: Path) -> None:
    course = folder / "course.toml"
    more = '[[topic]]\nslug = "two"\ntitle = { en = "2", hi = "2" }\nsummary = { en = "2", hi = "2" }\n'
    course.write_text(course.read_text("utf-8") + more, "utf-8")
    (folder / "two" / "questions").mkdir(parents=True)
    source = (folder / "one" / "questions" / "one-1.toml").read_text("utf-8")
    (folder / "two" / "questions" / "one-1.toml").write_text(source, "utf-8")
    assert problems_of(folder) == ["course.toml:1: question 'one-1' stands there twice"]


def test_an_empty_folder_is_told_so(tmp_path: Path) -> None:
    assert problems_of(tmp_path)[0].startswith("course.toml:1: cannot be read")


def test_a_refused_import_changes_nothing(db: None, folder: Path) -> None:
    (folder / "one" / "questions" / "broken.toml").write_text("[", "utf-8")
    with pytest.raises(CommandError, match=r"(?s)1 problem.*broken\.toml:1"):
        call_command("import_content", folder)
    assert not Topic.objects.exists()
