"""What can be wrong with a package, told to its author in both languages."""

from graders.contract import Text

FEEDBACK = {
    "file_missing": Text(en="The file {path} is missing.", hi="File {path} नहीं है।"),
    "file_unknown": Text(
        en="The file {path} does not belong in a package. Remove it or move it to accepted/ or wrong/.",
        hi="File {path} package में नहीं होनी चाहिए। इसे हटाइए, या accepted/ या wrong/ में रखिए।",
    ),
    "file_not_text": Text(
        en="{path} is not UTF-8 text.",
        hi="{path} UTF-8 text नहीं है।",
    ),
    "file_too_large": Text(
        en="{path} is larger than {limit_kib} KiB.",
        hi="{path} {limit_kib} KiB से बड़ी है।",
    ),
    "toml_unreadable": Text(en="{path} is not valid TOML: {detail}", hi="{path} सही TOML नहीं है: {detail}"),
    "key_unknown": Text(
        en="The key {key} is not known here. Known are: {known}.",
        hi="Key {key} यहाँ मान्य नहीं है। मान्य हैं: {known}।",
    ),
    "key_missing": Text(en="The key {key} is missing.", hi="Key {key} नहीं है।"),
    "value_wrong": Text(
        en="{key} must be {wanted}.",
        hi="{key} का मान ऐसा होना चाहिए: {wanted}।",
    ),
    "language_missing": Text(
        en="{key} needs text in both languages; {language} is missing.",
        hi="{key} दोनों भाषाओं में चाहिए; {language} नहीं है।",
    ),
    "slug_differs": Text(
        en="The slug is {slug}, but the folder is called {folder}. They must be the same.",
        hi="Slug {slug} है पर folder का नाम {folder} है। दोनों एक ही होने चाहिए।",
    ),
    "variant_without_file": Text(
        en="variants.toml lists {path}, which does not exist.",
        hi="variants.toml में {path} है, पर वह file नहीं है।",
    ),
    "variant_unlisted": Text(
        en="{path} is not listed in variants.toml.",
        hi="{path} variants.toml में नहीं लिखी है।",
    ),
    "variant_twice": Text(en="{path} is listed twice.", hi="{path} दो बार लिखी है।"),
    "check_unknown": Text(
        en="There is no check called {check}. Known are: {known}.",
        hi="{check} नाम का कोई check नहीं है। मान्य हैं: {known}।",
    ),
    "too_few_accepted": Text(
        en="At least two accepted solutions, built differently, are needed; there are {found}.",
        hi="कम से कम दो अलग ढंग से लिखे accepted solutions चाहिए; अभी {found} हैं।",
    ),
    "no_wrong_variant": Text(
        en="At least one known-wrong variant is needed: without it nothing shows that the tests are strong.",
        hi="कम से कम एक known-wrong variant चाहिए: उसके बिना पता नहीं चलता कि tests मज़बूत हैं या नहीं।",
    ),
    "syntax_error_in_file": Text(
        en="{path} is not valid Python: {detail}",
        hi="{path} सही Python नहीं है: {detail}",
    ),
    "entry_not_defined": Text(
        en="{path} does not define {entry}.",
        hi="{path} में {entry} define नहीं है।",
    ),
    "statements_differ": Text(
        en="The statements differ between the languages in their {what}: number {number} is not the same.",
        hi="दोनों भाषाओं के statement में {what} अलग हैं: क्रमांक {number} एक जैसा नहीं है।",
    ),
    "author_code_failed": Text(
        en="{file} failed on line {line}: {detail}",
        hi="{file} line {line} पर fail हुई: {detail}",
    ),
    "author_code_slow": Text(
        en="{file} did not finish in time.",
        hi="{file} समय पर पूरी नहीं हुई।",
    ),
    "author_code_died": Text(
        en="The process that ran {file} ended suddenly.",
        hi="जिस process में {file} चल रही थी वह अचानक बंद हो गई।",
    ),
    "no_cases": Text(en="cases.py yields no case.", hi="cases.py कोई case नहीं देती।"),
    "case_without_title": Text(
        en="The case {name} has no title in task.toml.",
        hi="Case {name} का title task.toml में नहीं है।",
    ),
    "title_without_case": Text(
        en="task.toml has a title for {name}, but cases.py yields no such case.",
        hi="task.toml में {name} का title है, पर cases.py ऐसा case नहीं देती।",
    ),
    "case_name_twice": Text(
        en="Two cases are called {name}.",
        hi="दो cases का नाम {name} है।",
    ),
    "no_visible_case": Text(
        en="No case is visible: students would have nothing to try their code on.",
        hi="कोई case visible नहीं है: students के पास code आज़माने को कुछ नहीं होगा।",
    ),
    "starter_does_not_load": Text(
        en="starter.py does not load: {detail}",
        hi="starter.py load नहीं होती: {detail}",
    ),
    "starter_passes": Text(
        en="starter.py passes every check already.",
        hi="starter.py पहले से ही सारे checks pass कर रही है।",
    ),
    "zeros_would_pass": Text(
        en="In the case {name} a result of zeros would pass.",
        hi="Case {name} में सब शून्य का result भी pass हो जाएगा।",
    ),
    "archive_unreadable": Text(
        en="The file is not a zip archive that can be read.",
        hi="यह file पढ़ी जा सकने वाली zip नहीं है।",
    ),
    "archive_path": Text(
        en="The archive holds {path}, a path that leaves its folder or is absolute.",
        hi="Archive में {path} है, जो folder के बाहर जाता है या absolute है।",
    ),
    "archive_link": Text(
        en="The archive holds a link, {path}. Links are not allowed.",
        hi="Archive में एक link है, {path}। Link मान्य नहीं हैं।",
    ),
    "archive_twice": Text(
        en="The archive holds {path} twice.",
        hi="Archive में {path} दो बार है।",
    ),
    "archive_too_large": Text(
        en="Unpacked, the archive is larger than {limit_mib} MiB or holds more than {limit_files} files.",
        hi="खोलने पर archive {limit_mib} MiB से बड़ा है या उसमें {limit_files} से ज़्यादा files हैं।",
    ),
    "archive_encrypted": Text(
        en="{path} in the archive is encrypted.",
        hi="Archive में {path} encrypted है।",
    ),
}
