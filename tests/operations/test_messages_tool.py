"""The tool that merges the Hindi catalogues: what it finds in code and templates, and what it refuses."""

from pathlib import Path

import polib
import pytest

from scripts import messages
from scripts.messages import Message


def found_in(path: Path, text: str) -> set[Message]:
    path.write_text(text, "utf-8")
    return {item.message for item in messages.messages_of(path)}


def part(path: Path, *entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    file.save(str(path))
    return polib.pofile(str(path))


def test_it_finds_what_python_marks(tmp_path: Path) -> None:
    found = found_in(
        tmp_path / "views.py",
        'a = _("One")\nb = ngettext("%(n)s task", "%(n)s tasks", n)\nc = pgettext_lazy("verb", "Run")\n'
        'd = gettext_lazy("Two "\n    "halves")\ne = unmarked("Three")\n',
    )
    assert found == {
        Message("", "One", ""),
        Message("", "%(n)s task", "%(n)s tasks"),
        Message("verb", "Run", ""),
        Message("", "Two halves", ""),
    }


def test_it_finds_what_templates_mark_whatever_their_indentation(tmp_path: Path) -> None:
    found = found_in(
        tmp_path / "page.html",
        '{% load i18n %}\n      <p title="{% translate "Deep" %}">\n  (unbalanced "quotes\n'
        '   {{ value|default:_("None yet") }} {% translate "Run" context "verb" %}\n'
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} answer\n{% plural %}\n  {{ n }} answers\n"
        "{% endblocktranslate %}\nnot marked",
    )
    assert found == {
        Message("", "Deep", ""),
        Message("", "None yet", ""),
        Message("verb", "Run", ""),
        Message("", "%(n)s answer", "%(n)s answers"),
    }


def test_parts_are_merged_in_one_order_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    one = part(tmp_path / "a.hi.po", polib.POEntry(msgid="Yes", msgstr="हाँ", occurrences=[("x.py", "1")]))
    two = part(tmp_path / "b.hi.po", polib.POEntry(msgid="No", msgstr="नहीं"))
    merged, problems = messages.merge([one, two])
    again, _ = messages.merge([two, one])
    assert problems == []
    assert str(merged) == str(again)
    assert merged.to_binary() == again.to_binary()
    assert "x.py" not in str(merged)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (polib.POEntry(msgid="%(n)s left", msgstr="बाकी"), "other placeholders"),
        (polib.POEntry(msgid="Left", msgstr=""), "no Hindi text"),
        (polib.POEntry(msgid="Left", msgstr="बाकी", flags=["fuzzy"]), "fuzzy"),
        (
            polib.POEntry(msgid="%(n)s a", msgid_plural="%(n)s b", msgstr_plural={0: "%(n)s क"}),
            "no Hindi text",
        ),
    ],
)
def test_a_translation_that_cannot_stand_is_a_problem(
    tmp_path: Path, entry: polib.POEntry, words: str
) -> None:
    _, problems = messages.merge([part(tmp_path / "a.hi.po", entry)])
    assert len(problems) == 1
    assert words in problems[0]


def test_two_parts_that_disagree_are_a_problem(tmp_path: Path) -> None:
    one = part(tmp_path / "a.hi.po", polib.POEntry(msgid="Run", msgstr="चलाएँ"))
    two = part(tmp_path / "b.hi.po", polib.POEntry(msgid="Run", msgstr="दौड़ें"))
    _, problems = messages.merge([one, two])
    assert problems == ["b.hi.po: another part translates 'Run' differently"]


def test_a_message_without_hindi_is_named_with_its_place() -> None:
    found = [
        messages.Found(Message("", "Nowhere to be found", ""), messages.PACKAGE / "pages" / "views.py", 7)
    ]
    catalogue, _ = messages.merge([])
    assert messages.missing(catalogue, found) == [
        "dlquiz/pages/views.py:7: no Hindi text for 'Nowhere to be found'"
    ]
