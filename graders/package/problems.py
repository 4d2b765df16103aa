"""What can be wrong with a task package: one code per problem, its text in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graders.contract import Text


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where: the text is made from ``code`` in the reader's language."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    line: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The form that is stored and sent to the page."""
        return {"code": self.code, "params": dict(self.params), "path": self.path, "line": self.line}

    def text(self, language: str) -> str:
        """One sentence in ``language`` ("en" or "hi")."""
        return TEXTS[self.code].get(language).format(**self.params)

    def place(self) -> str:
        """``path:line``, as far as it is known."""
        if self.path and self.line:
            return f"{self.path}:{self.line}"
        return self.path


class PackageRefused(Exception):
    """The package cannot be used; ``problems`` names every reason found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.place() or 'package'}: {p.text('en')}" for p in problems))


TEXTS: dict[str, Text] = {
    # The archive
    "archive_too_large": Text(
        en="The file is larger than {limit_kib} KiB.",
        hi="फ़ाइल {limit_kib} KiB से बड़ी है।",
    ),
    "archive_unreadable": Text(
        en="This is not a zip file that can be read.",
        hi="यह ऐसी zip फ़ाइल नहीं है जिसे पढ़ा जा सके।",
    ),
    "archive_too_many_files": Text(
        en="The zip holds {count} entries; at most {limit} are allowed.",
        hi="zip में {count} प्रविष्टियाँ हैं; ज़्यादा-से-ज़्यादा {limit} हो सकती हैं।",
    ),
    "archive_bomb": Text(
        en="The zip unpacks to far more than a task package needs (over {limit_kib} KiB, or squeezed too tightly).",
        hi="खोलने पर यह zip किसी भी task package से कहीं बड़ी हो जाती है "
        "({limit_kib} KiB से ज़्यादा, या हद से ज़्यादा दबी हुई)।",
    ),
    "archive_traversal": Text(
        en="The name “{name}” leads out of the package's folder.",
        hi="“{name}” नाम package के फ़ोल्डर से बाहर ले जाता है।",
    ),
    "archive_absolute": Text(
        en="The name “{name}” is an absolute path.",
        hi="“{name}” एक absolute path है।",
    ),
    "archive_bad_name": Text(
        en="The name “{name}” is not allowed: use letters without accents, digits, “_”, “-” and “.”, "
        "with “/” between folders.",
        hi="“{name}” नाम नहीं चलेगा: सिर्फ़ अंग्रेज़ी के अक्षर, अंक, “_”, “-” और “.” रखिए, "
        "और फ़ोल्डरों के बीच “/”।",
    ),
    "archive_link": Text(
        en="“{name}” is a link or a device; only plain files are allowed.",
        hi="“{name}” कोई link या device है; सिर्फ़ सामान्य फ़ाइलें रखी जा सकती हैं।",
    ),
    "archive_duplicate": Text(
        en="“{name}” stands in the zip more than once (upper and lower case count as the same).",
        hi="“{name}” zip में एक से ज़्यादा बार है (छोटे-बड़े अक्षर एक ही माने जाते हैं)।",
    ),
    "archive_encrypted": Text(
        en="“{name}” is protected by a password.",
        hi="“{name}” पर password लगा है।",
    ),
    "archive_compression": Text(
        en="“{name}” is packed by a method other than the usual one (deflate).",
        hi="“{name}” को सामान्य तरीके (deflate) से नहीं, किसी और तरीके से दबाया गया है।",
    ),
    "archive_damaged": Text(
        en="“{name}” is damaged and cannot be unpacked.",
        hi="“{name}” ख़राब है, उसे खोला नहीं जा सकता।",
    ),
    "archive_no_task": Text(
        en="No task.toml was found, neither at the top of the zip nor in its only folder.",
        hi="task.toml नहीं मिली: न zip में सबसे ऊपर, न उसके इकलौते फ़ोल्डर में।",
    ),
    # The files
    "folder_missing": Text(en="There is no folder “{name}”.", hi="“{name}” नाम का कोई फ़ोल्डर नहीं है।"),
    "file_missing": Text(en="This file is missing.", hi="यह फ़ाइल नहीं है।"),
    "file_unknown": Text(
        en="A task package has no such file.",
        hi="task package में ऐसी कोई फ़ाइल नहीं होती।",
    ),
    "file_empty": Text(en="This file is empty.", hi="यह फ़ाइल ख़ाली है।"),
    "file_link": Text(
        en="This is a link; only plain files are allowed.",
        hi="यह एक link है; सिर्फ़ सामान्य फ़ाइलें रखी जा सकती हैं।",
    ),
    "file_too_large": Text(
        en="This file has {kib} KiB; at most {limit_kib} KiB are allowed.",
        hi="यह फ़ाइल {kib} KiB की है; ज़्यादा-से-ज़्यादा {limit_kib} KiB हो सकती है।",
    ),
    "files_too_many": Text(
        en="The package has {count} files; at most {limit} are allowed.",
        hi="package में {count} फ़ाइलें हैं; ज़्यादा-से-ज़्यादा {limit} हो सकती हैं।",
    ),
    "files_too_large": Text(
        en="The package's files add up to {kib} KiB; at most {limit_kib} KiB are allowed.",
        hi="package की सारी फ़ाइलें मिलाकर {kib} KiB हैं; ज़्यादा-से-ज़्यादा {limit_kib} KiB हो सकती हैं।",
    ),
    "file_not_text": Text(
        en="This file is not UTF-8 text (byte {offset}).",
        hi="यह फ़ाइल UTF-8 text नहीं है (byte {offset})।",
    ),
    # The tables
    "toml_syntax": Text(en="This is not valid TOML: {detail}", hi="यह सही TOML नहीं है: {detail}"),
    "key_unknown": Text(en="“{key}” is not a known key.", hi="“{key}” नाम की कोई key नहीं होती।"),
    "key_missing": Text(en="“{key}” is missing.", hi="“{key}” नहीं दिया गया है।"),
    "value_type": Text(
        en="“{key}” must be {expected}.",
        hi="“{key}” इस प्रकार का होना चाहिए: {expected}।",
    ),
    "value_empty": Text(en="“{key}” is empty.", hi="“{key}” ख़ाली है।"),
    "value_range": Text(
        en="“{key}” is {value}; it must lie between {low} and {high}.",
        hi="“{key}” का मान {value} है; यह {low} और {high} के बीच होना चाहिए।",
    ),
    "value_choice": Text(
        en="“{key}” is “{value}”; it must be one of {choices}.",
        hi="“{key}” का मान “{value}” है; यह इनमें से एक होना चाहिए: {choices}।",
    ),
    "value_name": Text(
        en="“{key}” is “{value}”, which is not a valid name.",
        hi="“{key}” का मान “{value}” है, जो सही नाम नहीं है।",
    ),
    "schema_unknown": Text(
        en="Schema {value} is not known; this version of the engine reads schema {known}.",
        hi="schema {value} की जानकारी नहीं है; engine का यह संस्करण schema {known} पढ़ता है।",
    ),
    "language_missing": Text(
        en="“{key}” has no text in the language “{language}”.",
        hi="“{key}” का पाठ “{language}” भाषा में नहीं है।",
    ),
    "slug_folder": Text(
        en="The slug is “{slug}” but the folder is called “{folder}”.",
        hi="slug “{slug}” है, जबकि फ़ोल्डर का नाम “{folder}” है।",
    ),
    "signature_entry": Text(
        en="The signature “{signature}” does not begin with the entry's name, “{entry}”.",
        hi="signature “{signature}” की शुरुआत entry के नाम “{entry}” से नहीं होती।",
    ),
    "cases_none": Text(
        en="No case has a title: give each case of cases.py its [case.name] table.",
        hi="किसी case का शीर्षक नहीं है: cases.py के हर case के लिए [case.name] वाली table लिखिए।",
    ),
    # The variants
    "variants_none": Text(
        en="There is no known-wrong variant, so nothing shows that the checks catch a mistake.",
        hi="एक भी ग़लत variant नहीं है, इसलिए यह दिखाने को कुछ नहीं कि checks ग़लती पकड़ते हैं।",
    ),
    "variant_file_missing": Text(
        en="variants.toml names “{file}”, but the package has no such file.",
        hi="variants.toml में “{file}” का नाम है, पर package में ऐसी कोई फ़ाइल नहीं है।",
    ),
    "variant_undeclared": Text(
        en="This file is not named in variants.toml.",
        hi="variants.toml में इस फ़ाइल का नाम नहीं है।",
    ),
    "variant_twice": Text(
        en="variants.toml names “{file}” more than once.",
        hi="variants.toml में “{file}” का नाम एक से ज़्यादा बार है।",
    ),
    "check_unknown": Text(
        en="“{check}” is not a check; the checks are {known}.",
        hi="“{check}” नाम का कोई check नहीं है; checks ये हैं: {known}।",
    ),
    # The code
    "python_syntax": Text(
        en="This is not valid Python: {detail}",
        hi="यह सही Python नहीं है: {detail}",
    ),
    "python_too_deep": Text(
        en="This file is nested too deeply to be read.",
        hi="इस फ़ाइल में एक के अंदर एक इतनी परतें हैं कि इसे पढ़ा नहीं जा सकता।",
    ),
    "entry_undefined": Text(
        en="“{entry}” is not defined here.",
        hi="यहाँ “{entry}” को परिभाषित नहीं किया गया है।",
    ),
    "solution_too_large": Text(
        en="This solution has {kib} KiB; the task's own limit for a student is {limit_kib} KiB.",
        hi="यह हल {kib} KiB का है; इस task में विद्यार्थी के लिए सीमा {limit_kib} KiB है।",
    ),
    "cases_undefined": Text(
        en="cases.py does not define “cases(draw)”.",
        hi="cases.py में “cases(draw)” परिभाषित नहीं है।",
    ),
    # The statements
    "code_blocks_count": Text(
        en="The English statement has {english} code blocks, the Hindi one {hindi}.",
        hi="अंग्रेज़ी कथन में {english} code block हैं, हिन्दी में {hindi}।",
    ),
    "code_block_differs": Text(
        en="Code block {number} is not the same in both languages.",
        hi="code block {number} दोनों भाषाओं में एक जैसा नहीं है।",
    ),
    "formula_only_in": Text(
        en="The formula “{formula}” stands only in the statement of the language “{language}”.",
        hi="सूत्र “{formula}” सिर्फ़ “{language}” भाषा के कथन में है।",
    ),
    "fence_open": Text(
        en="A code block is opened here and never closed.",
        hi="यहाँ code block खुलता है, पर बंद नहीं होता।",
    ),
    "statement_not_hindi": Text(
        en="The Hindi statement holds no Devanagari letter.",
        hi="हिन्दी कथन में देवनागरी का एक भी अक्षर नहीं है।",
    ),
}
