"""The gradebook as CSV: opened by a spreadsheet, where no cell may turn into a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category

from django.utils.translation import gettext as _

from dlquiz.gradebook.items import Item
from dlquiz.gradebook.selectors import Row

# Spreadsheets guess the encoding by it; without it Hindi names are garbled in the commonest one.
BYTE_ORDER_MARK = "\ufeff"
BREAKS = ("Cc", "Zl", "Zp")
# What a spreadsheet takes for the beginning of a formula, full-width forms included.
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")


class _Echo:
    """A file whose ``write`` gives the line back, for a response that is sent line by line."""

    def write(self, line: str) -> str:
        return line


def csv_lines(items: Sequence[Item], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the file, the header first."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + str(writer.writerow(_header(items)))
    for row in rows:
        yield str(writer.writerow(_fields(row)))


def plain(text: str) -> str:
    """``text`` as one line; an apostrophe stands before what a spreadsheet would take for a formula."""
    # By category, not by what is printable: Hindi needs its joiners.
    line = " ".join("".join(" " if category(sign) in BREAKS else sign for sign in text).split())
    return f"'{line}" if line.startswith(FORMULA_SIGNS) else line


def _header(items: Sequence[Item]) -> list[str]:
    names = [_("Name"), _("User name"), _("E-mail"), _("Section")]
    columns = [f"{item.slug} ({item.points.normalize():f})" for item in items]
    return [plain(name) for name in [*names, *columns, _("Total"), _("Of"), _("Percent")]]


def _fields(row: Row) -> list[str]:
    person = [plain(value) for value in (row.name, row.username, row.email, row.section)]
    cells = ["" if cell is None else str(cell.points) for cell in row.cells]
    share = "" if row.percent is None else str(row.percent)
    return [*person, *cells, str(row.total), str(row.maximum), share]
