"""What can be wrong with a package, told to its author in both languages."""

from graders.contract import Text
from graders.package import figures, weaknesses

FEEDBACK = {
    # What running it shows.
    "operator_unknown": Text(
        en="forbidden.operators names “{value}”, which is no family of operators and matches no operator of "
        "PyTorch: it forbids nothing. The families are: {known}.",
        hi="forbidden.operators में “{value}” है, जो न operators का कोई समूह है और न PyTorch के किसी "
        "operator से मेल खाता है: इससे कुछ भी बंद नहीं होता। समूह ये हैं: {known}।",
    ),
    # The files.
    "folder_missing": Text(en="There is no folder {path}.", hi="{path} नाम का कोई folder नहीं है।"),
    "file_missing": Text(en="The file {path} is missing.", hi="File {path} नहीं है।"),
    "file_unknown": Text(
        en="The file {path} does not belong in a package. Remove it or move it to accepted/ or wrong/.",
        hi="File {path} package में नहीं होनी चाहिए। उसे हटाइए, या accepted/ या wrong/ में रखिए।",
    ),
    "file_empty": Text(en="{path} is empty.", hi="{path} ख़ाली है।"),
    "file_link": Text(
        en="{path} is a link. Only plain files are allowed.",
        hi="{path} एक link है। सिर्फ़ साधारण files रखी जा सकती हैं।",
    ),
    "file_not_text": Text(
        en="{path} is not UTF-8 text.",
        hi="{path} UTF-8 text नहीं है।",
    ),
    "file_too_large": Text(
        en="{path} is larger than {limit_kib} KiB.",
        hi="{path} {limit_kib} KiB से बड़ी है।",
    ),
    "files_too_many": Text(
        en="The package holds more than {limit} files.",
        hi="Package में {limit} से ज़्यादा files हैं।",
    ),
    "files_too_large": Text(
        en="All files together are larger than {limit_kib} KiB.",
        hi="सारी files मिलाकर {limit_kib} KiB से ज़्यादा हैं।",
    ),
    # task.toml and variants.toml.
    "toml_unreadable": Text(en="{path} is not valid TOML: {detail}", hi="{path} सही TOML नहीं है: {detail}"),
    "key_unknown": Text(
        en="The key {key} is not known here. Known are: {known}.",
        hi="Key {key} यहाँ नहीं चलती। ये चलती हैं: {known}।",
    ),
    "key_missing": Text(en="The key {key} is missing.", hi="Key {key} नहीं है।"),
    "value_text": Text(en="{key} must be text, in quotes.", hi="{key} में quotes के अंदर text होना चाहिए।"),
    "value_blank": Text(en="{key} is blank.", hi="{key} ख़ाली है।"),
    "value_name": Text(
        en="{key} cannot be “{value}”: that is not written as such a name must be.",
        hi="{key} का मान “{value}” नहीं हो सकता: ऐसा नाम इस तरह नहीं लिखा जाता।",
    ),
    "value_choice": Text(
        en="{key} is “{value}”; it must be one of: {choices}.",
        hi="{key} का मान “{value}” है; इनमें से एक होना चाहिए: {choices}।",
    ),
    "value_twice": Text(
        en="{key} names “{value}” more than once.",
        hi="{key} में “{value}” एक से ज़्यादा बार है।",
    ),
    "value_whole": Text(
        en="{key} must be a whole number from {low} to {high}.",
        hi="{key} में {low} से {high} तक का कोई पूर्णांक होना चाहिए।",
    ),
    "value_number": Text(
        en="{key} must be a number from {low} to {high}.",
        hi="{key} में {low} से {high} तक की कोई संख्या होनी चाहिए।",
    ),
    "value_words": Text(
        en='{key} must be a list of text: ["…", "…"].',
        hi='{key} में text की सूची होनी चाहिए: ["…", "…"]।',
    ),
    "value_both": Text(
        en="{key} must hold both languages: en and hi.",
        hi="{key} में दोनों भाषाएँ होनी चाहिए: en और hi।",
    ),
    "value_table": Text(
        en="{key} must be a table, headed [{key}].",
        hi="{key} एक table होनी चाहिए, जो [{key}] से शुरू हो।",
    ),
    "value_tables": Text(
        en="{key} must be a list of tables, each headed [[{key}]].",
        hi="{key} में tables की सूची होनी चाहिए, जिनमें से हर एक [[{key}]] से शुरू हो।",
    ),
    "language_missing": Text(
        en="{key} needs text in both languages; {language} is missing.",
        hi="{key} दोनों भाषाओं में चाहिए; {language} नहीं है।",
    ),
    "schema_unknown": Text(
        en="{key} must be {known}: this engine reads no other.",
        hi="{key} का मान {known} होना चाहिए: यह engine कोई और मान नहीं पढ़ता।",
    ),
    "signature_differs": Text(
        en="{key} must contain the name that students define: {entry}.",
        hi="{key} में वही नाम होना चाहिए जिसे विद्यार्थी define करते हैं: {entry}।",
    ),
    "slug_differs": Text(
        en="The slug is {slug}, but the folder is called {folder}. They must be the same.",
        hi="Slug {slug} है पर folder का नाम {folder} है। दोनों एक ही होने चाहिए।",
    ),
    "fails_empty": Text(
        en="{key} must name at least one check that catches this variant.",
        hi="{key} में कम से कम एक check का नाम होना चाहिए जो इस variant को पकड़े।",
    ),
    "check_unknown": Text(
        en="There is no check called {check}. The checks are: {known}.",
        hi="{check} नाम का कोई check नहीं है। Checks ये हैं: {known}।",
    ),
    # Variants against files.
    "variant_without_file": Text(
        en="variants.toml lists {path}, which does not exist.",
        hi="variants.toml में {path} है, पर वह file नहीं है।",
    ),
    "variant_unlisted": Text(
        en="{path} is not listed in variants.toml.",
        hi="{path} variants.toml में नहीं लिखी है।",
    ),
    "variant_twice": Text(en="{path} is listed twice.", hi="{path} दो बार लिखी है।"),
    "too_few_accepted": Text(
        en="Accepted solutions, built differently, are needed: at least {wanted}; so far: {found}.",
        hi="अलग-अलग ढंग से लिखे accepted solutions चाहिए: कम से कम {wanted}; अभी संख्या {found} है।",
    ),
    "no_wrong_variant": Text(
        en="At least one known-wrong variant is needed: without it nothing shows that the tests are strong.",
        hi="कम से कम एक known-wrong variant चाहिए: उसके बिना पता नहीं चलता कि tests मज़बूत हैं या नहीं।",
    ),
    "topic_unknown": Text(
        en="The course has no topic called {topic}.",
        hi="इस कोर्स में {topic} नाम का कोई विषय (topic) नहीं है।",
    ),
    # The code.
    "syntax_error_in_file": Text(
        en="{path} is not valid Python: {detail}",
        hi="{path} सही Python नहीं है: {detail}",
    ),
    "entry_not_defined": Text(
        en="{path} does not define {entry}.",
        hi="{path} में {entry} define नहीं है।",
    ),
    "solution_too_large": Text(
        en="{path} is larger than the {limit_kib} KiB that this task allows students.",
        hi="{path} {limit_kib} KiB से बड़ी है, जबकि इस task में विद्यार्थियों को इससे बड़ा code भेजने की अनुमति नहीं है।",
    ),
    # The statements.
    "fence_open": Text(
        en="A code block begins here in {path} and never ends.",
        hi="{path} में यहाँ code block शुरू होता है पर कहीं ख़त्म नहीं होता।",
    ),
    "code_blocks_counted": Text(
        en="The number of code blocks is {english} in the English statement, {hindi} in the Hindi one. It "
        "must be the same.",
        hi="English statement में code blocks की संख्या {english} है, हिन्दी में {hindi}। दोनों में बराबर होनी चाहिए।",
    ),
    "code_block_differs": Text(
        en="Code block {number} is not the same in the two statements.",
        hi="Code block {number} दोनों statements में एक जैसा नहीं है।",
    ),
    "headings_differ": Text(
        en="The headings do not match: {english} in the English statement, {hindi} in the Hindi one, "
        "and their levels must agree.",
        hi="Headings मेल नहीं खातीं: English statement में {english}, हिन्दी में {hindi}; उनके स्तर भी एक जैसे होने "
        "चाहिए।",
    ),
    "hint_out_of_order": Text(
        en="Hints come last in {path}, under the headings ## Hint 1, ## Hint 2 and so on. "
        "This heading does not belong here.",
        hi="{path} में संकेत सबसे अंत में आते हैं, ## संकेत 1, ## संकेत 2 … headings के नीचे (English में "
        "## Hint 1)। यह heading यहाँ नहीं होनी चाहिए।",
    ),
    "hints_differ": Text(
        en="The number of hints is {english} in the English statement, {hindi} in the Hindi one. It must be "
        "the same.",
        hi="English statement में संकेतों की संख्या {english} है, हिन्दी में {hindi}। दोनों में बराबर होनी चाहिए।",
    ),
    "formula_alone": Text(
        en="The formula {formula} stands in {path} but not in the other language.",
        hi="सूत्र {formula} {path} में है, पर दूसरी भाषा में नहीं।",
    ),
    "code_word_alone": Text(
        en="The code word {word} stands in {path} but not in the other language.",
        hi="Code का शब्द {word} {path} में है, पर दूसरी भाषा में नहीं।",
    ),
    "structure_differs": Text(
        en="Lists and tables do not match: their lines number {english} in the English statement, "
        "{hindi} in the Hindi one.",
        hi="Lists और tables मेल नहीं खातीं: English statement में उनकी lines {english} हैं, हिन्दी में {hindi}।",
    ),
    "statement_not_hindi": Text(
        en="{path} holds no Hindi.",
        hi="{path} में हिन्दी नहीं है।",
    ),
    # What shows when the package is run.
    "author_code_failed": Text(
        en="{file} failed (line {line}): {detail}",
        hi="{file} में error आया (line {line}): {detail}",
    ),
    "author_code_slow": Text(
        en="{file} did not finish in time.",
        hi="{file} तय समय में पूरी नहीं हुई।",
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
        hi="कोई case visible नहीं है: विद्यार्थियों के पास code आज़माने को कुछ नहीं होगा।",
    ),
    "starter_does_not_load": Text(
        en="starter.py does not load: {detail}",
        hi="starter.py load नहीं होती: {detail}",
    ),
    "starter_passes": Text(
        en="starter.py passes every check already.",
        hi="starter.py पहले से ही सारे checks pass कर रही है।",
    ),
    "starter_passes_check": Text(
        en="starter.py passes the check “{check}” in a case before a student has written anything. Make it "
        "raise NotImplementedError, or list the check under starter_passes in task.toml.",
        hi="विद्यार्थी के कुछ लिखने से पहले ही starter.py किसी case में check “{check}” pass कर लेती है। उसमें "
        "NotImplementedError raise कराइए, या यह check task.toml में starter_passes में लिखिए।",
    ),
    **weaknesses.FEEDBACK,
    **figures.FEEDBACK,
    # The zip file.
    "archive_unreadable": Text(
        en="The file is not a zip archive that can be read.",
        hi="यह file पढ़ी जा सकने वाली zip नहीं है।",
    ),
    "archive_too_large": Text(
        en="The zip file is larger than {limit_mib} MiB.",
        hi="Zip file {limit_mib} MiB से बड़ी है।",
    ),
    "archive_too_many": Text(
        en="The archive holds more than {limit_files} files.",
        hi="Archive में {limit_files} से ज़्यादा files हैं।",
    ),
    "archive_bomb": Text(
        en="Unpacked, the archive is larger than {limit_mib} MiB.",
        hi="खोलने पर archive {limit_mib} MiB से बड़ा हो जाता है।",
    ),
    "archive_squeezed": Text(
        en="{path} is squeezed far more tightly than text can be: unpacked it would be enormous.",
        hi="{path} इतनी ज़्यादा दबी हुई है जितना text हो ही नहीं सकता: खोलने पर वह बहुत बड़ी होगी।",
    ),
    "archive_path": Text(
        en="The archive holds {path}, a path that leaves its folder or is absolute.",
        hi="Archive में {path} है, जो folder के बाहर जाता है या absolute है।",
    ),
    "archive_name": Text(
        en="The archive holds {path}, a name that cannot be used on every machine.",
        hi="Archive में {path} है, ऐसा नाम जो हर machine पर नहीं चल सकता।",
    ),
    "archive_link": Text(
        en="The archive holds a link or device, {path}. Only plain files are allowed.",
        hi="Archive में एक link या device है, {path}। सिर्फ़ साधारण files रखी जा सकती हैं।",
    ),
    "archive_twice": Text(
        en="The archive holds {path} twice; upper and lower case count as the same.",
        hi="Archive में {path} दो बार है; छोटे और बड़े अक्षर एक ही माने जाते हैं।",
    ),
    "archive_encrypted": Text(
        en="{path} in the archive is encrypted.",
        hi="Archive में {path} encrypted है।",
    ),
    "archive_packing": Text(
        en="{path} is packed in an unusual way. Make the zip with the usual method, deflate.",
        hi="{path} किसी अनोखे तरीक़े से pack की गई है। Zip आम तरीक़े (deflate) से बनाइए।",
    ),
    "archive_damaged": Text(
        en="{path} in the archive is damaged.",
        hi="Archive में {path} ख़राब हो गई है।",
    ),
    "archive_without_task": Text(
        en="The archive holds no task.toml, neither at its top nor in a folder around everything.",
        hi="Archive में task.toml नहीं है: न सबसे ऊपर, न सबको घेरने वाले folder में।",
    ),
}
