"""What is said of the structure of an error, in both languages, each with what to look at next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graders.contract import Text

_RELATIONS = {
    "finding_sign": Text(
        en="The numbers in {name} are right but for their sign, which is the opposite everywhere. Look for "
        "a minus that is missing, or a difference taken the other way round.",
        hi="{name} की संख्याएँ सही हैं, पर उनका चिह्न हर जगह उलटा है। देखिए कि कहीं minus छूट तो नहीं गया, या घटाव उलटे "
        "क्रम में तो नहीं हुआ।",
    ),
    "finding_factor": Text(
        en="{name} is {factor} times what it should be, in every case that fails. Look for a constant that "
        "is missing, or applied twice.",
        hi="{name} हर ग़लत case में सही मान का {factor} गुना है। देखिए कि कोई constant छूट तो नहीं गया, या दो बार तो "
        "नहीं लग गया।",
    ),
    "finding_factor_hidden": Text(
        en="{name} is the same number times what it should be, in every case that fails. Look for a constant "
        "that is missing, or applied twice.",
        hi="{name} हर ग़लत case में सही मान को एक ही संख्या से गुणा करने पर आता है। देखिए कि कोई constant छूट तो नहीं "
        "गया, या दो बार तो नहीं लग गया।",
    ),
    "finding_axes": Text(
        en="The numbers in {name} are right, but its axes are in another order: yours are the right ones "
        "taken in the order {order}. Look at the last permute, transpose or reshape.",
        hi="{name} की संख्याएँ सही हैं, पर axes का क्रम दूसरा है: सही result के axes को {order} क्रम में रखें तो आपका "
        "result बनता है। आख़िरी permute, transpose या reshape देखिए।",
    ),
    "finding_flipped": Text(
        en="The numbers in {name} are right, but they run the other way along axis {axis}. Look at what is "
        "reversed, or read from its end.",
        hi="{name} की संख्याएँ सही हैं, पर axis {axis} पर उलटे क्रम में हैं। देखिए कि क्या उलट दिया गया है, या अंत से पढ़ा "
        "गया है।",
    ),
    "finding_offset": Text(
        en="{name} is too large by {offset} everywhere, in every case that fails. Look for a term that is "
        "added once too often, or not subtracted.",
        hi="{name} हर ग़लत case में, हर जगह {offset} ज़्यादा है। देखिए कि कोई चीज़ एक बार ज़्यादा तो नहीं जुड़ गई, या "
        "घटाने से रह तो नहीं गई।",
    ),
    "finding_offset_below": Text(
        en="{name} is too small by {offset} everywhere, in every case that fails. Look for a term that is "
        "left out, or subtracted once too often.",
        hi="{name} हर ग़लत case में, हर जगह {offset} कम है। देखिए कि कोई चीज़ जोड़ने से रह तो नहीं गई, या एक बार ज़्यादा "
        "तो नहीं घट गई।",
    ),
    "finding_offset_hidden": Text(
        en="{name} is off by the same number everywhere, in every case that fails. Look for a term that is "
        "left out, or added once too often.",
        hi="{name} हर ग़लत case में, हर जगह एक ही संख्या जितना ज़्यादा या कम है। देखिए कि कोई चीज़ जोड़ने से रह तो नहीं "
        "गई, या एक बार ज़्यादा तो नहीं जुड़ गई।",
    ),
    "finding_last_missing": Text(
        en="{name} is right as far as it goes, but its last place along axis {axis} is missing. Look at "
        "where your range or slice ends.",
        hi="{name} जहाँ तक है सही है, पर axis {axis} पर आख़िरी जगह छूट गई है। देखिए कि आपका range या slice कहाँ ख़त्म "
        "होता है।",
    ),
    "finding_first_missing": Text(
        en="{name} is right as far as it goes, but its first place along axis {axis} is missing. Look at "
        "where your range or slice begins.",
        hi="{name} जहाँ तक है सही है, पर axis {axis} पर पहली जगह छूट गई है। देखिए कि आपका range या slice कहाँ से शुरू "
        "होता है।",
    ),
    "finding_last_surplus": Text(
        en="{name} is right, but it has one place too many at the end of axis {axis}. Look at how you count "
        "the places.",
        hi="{name} सही है, पर axis {axis} के अंत में एक जगह ज़्यादा है। देखिए कि आप जगहें कैसे गिनते हैं।",
    ),
    "finding_first_surplus": Text(
        en="{name} is right, but it has one place too many at the beginning of axis {axis}. Look at what "
        "stands there before the first step.",
        hi="{name} सही है, पर axis {axis} की शुरुआत में एक जगह ज़्यादा है। देखिए कि पहले step से पहले वहाँ क्या रखा गया है।",
    ),
    "finding_shifted": Text(
        en="The numbers in {name} are right, but they stand one place off along axis {axis}. Look for an "
        "index that begins at 1 instead of 0, or a value that is used one step too early or too late.",
        hi="{name} की संख्याएँ सही हैं, पर axis {axis} पर एक जगह खिसकी हुई हैं। देखिए कि कोई index 0 के बजाय 1 से तो शुरू "
        "नहीं होता, या कोई value एक step पहले या बाद में तो नहीं लग रही।",
    ),
}

_SIZES = {
    "finding_batch_times": Text(
        en="{name} is too large by a factor, the number of examples in the batch. A mean over the batch is "
        "wanted where you take the sum.",
        hi="Batch में जितने examples हैं, {name} उतना ही गुना बड़ा है। यहाँ batch पर औसत (mean) चाहिए, आपने जोड़ (sum) "
        "लिया है।",
    ),
    "finding_batch_divided": Text(
        en="{name} is too small by a factor, the number of examples in the batch. A sum over the batch is "
        "wanted where you take the mean.",
        hi="Batch में जितने examples हैं, {name} उतना ही गुना छोटा है। यहाँ batch पर जोड़ (sum) चाहिए, आपने औसत (mean) "
        "लिया है।",
    ),
    "finding_count_times": Text(
        en="{name} is too large by a factor, the number of elements of the input. A mean is wanted where "
        "you take the sum.",
        hi="Input में जितने elements हैं, {name} उतना ही गुना बड़ा है। यहाँ औसत (mean) चाहिए, आपने जोड़ (sum) लिया है।",
    ),
    "finding_count_divided": Text(
        en="{name} is too small by a factor, the number of elements of the input. A sum is wanted where you "
        "take the mean.",
        hi="Input में जितने elements हैं, {name} उतना ही गुना छोटा है। यहाँ जोड़ (sum) चाहिए, आपने औसत (mean) लिया है।",
    ),
    "finding_last_times": Text(
        en="{name} is too large by a factor, the size of the input's last axis. Look at what should be "
        "divided by it.",
        hi="Input के आख़िरी axis का जितना size है, {name} उतना ही गुना बड़ा है। देखिए कि उससे किसे भाग देना था।",
    ),
    "finding_last_divided": Text(
        en="{name} is too small by a factor, the size of the input's last axis. Look at what is divided by "
        "it and should not be.",
        hi="Input के आख़िरी axis का जितना size है, {name} उतना ही गुना छोटा है। देखिए कि उससे किसे भाग नहीं देना था।",
    ),
}
_ROOTS = {
    f"finding_{size}_{power}": Text(
        en=f"{{name}} is too {en_way} by a factor, the square root of {en_size}. {en_look}",
        hi=f"{{name}} {hi_size} के वर्गमूल जितना गुना {hi_way} है। {hi_look}",
    )
    for size, en_size, hi_size in (
        ("batch", "the number of examples in the batch", "batch के examples की संख्या"),
        ("count", "the number of elements of the input", "input के elements की संख्या"),
        ("last", "the size of the input's last axis", "input के आख़िरी axis के size"),
    )
    for power, en_way, hi_way, en_look, hi_look in (
        (
            "root",
            "large",
            "बड़ा",
            "Look for a division by this root that is missing, or one by the root where the number itself "
            "is meant.",
            "देखिए कि इस वर्गमूल से भाग देना छूट तो नहीं गया, या जहाँ पूरी संख्या से भाग देना था वहाँ वर्गमूल से तो नहीं दिया।",
        ),
        (
            "by_root",
            "small",
            "छोटा",
            "Look for a division by the number itself where its root is meant, or one by the root that "
            "should not be there.",
            "देखिए कि जहाँ वर्गमूल से भाग देना था वहाँ पूरी संख्या से तो नहीं दिया, या जहाँ भाग देना ही नहीं था वहाँ तो नहीं "
            "दिया।",
        ),
    )
}

_PLACES = {
    "finding_borders": Text(
        en="{name} is right inside and wrong only at its borders. Look at how you treat what lies beyond the "
        "edge.",
        hi="{name} अंदर सही है, सिर्फ़ किनारों पर ग़लत है। देखिए कि किनारे के बाहर जो है उसे आप क्या मानते हैं।",
    ),
    "finding_only_last_wrong": Text(
        en="{name} is wrong only at the last place of axis {axis}. Look at where your loop or slice ends.",
        hi="{name} सिर्फ़ axis {axis} की आख़िरी जगह पर ग़लत है। देखिए कि आपका loop या slice कहाँ ख़त्म होता है।",
    ),
    "finding_only_first_wrong": Text(
        en="{name} is wrong only at the first place of axis {axis}. Look at what you start from.",
        hi="{name} सिर्फ़ axis {axis} की पहली जगह पर ग़लत है। देखिए कि आप किस चीज़ से शुरू करते हैं।",
    ),
    "finding_only_last_right": Text(
        en="{name} is right only at the last place of axis {axis}. Look whether each round of your loop "
        "overwrites what the one before it has found.",
        hi="{name} सिर्फ़ axis {axis} की आख़िरी जगह पर सही है। देखिए कि loop का हर चक्कर पिछले चक्कर का result मिटा "
        "तो नहीं देता।",
    ),
    "finding_only_first_right": Text(
        en="{name} is right only at the first place of axis {axis}. Look at what must be passed on from one "
        "step to the next.",
        hi="{name} सिर्फ़ axis {axis} की पहली जगह पर सही है। देखिए कि एक step से अगले step तक क्या पहुँचना चाहिए।",
    ),
    "finding_ties": Text(
        en="{name} is wrong only where a row of the input holds the same value twice. Look at how you "
        "decide between equals: one of them must win, and only one.",
        hi="{name} सिर्फ़ वहाँ ग़लत है जहाँ input की किसी row में एक ही value दो बार है। देखिए कि बराबर values में से आप "
        "किसे चुनते हैं: उनमें से एक, और एक ही, चुनी जानी चाहिए।",
    ),
}

_CONDITIONS = {
    "condition_option": Text(
        en="It goes wrong exactly where {option} is given, and is right everywhere else. Look at what your "
        "code does with {option}.",
        hi="ग़लती ठीक वहीं होती है जहाँ {option} का मान अलग से दिया गया है; बाक़ी हर जगह सब सही है। देखिए कि आपका "
        "code {option} के साथ क्या करता है।",
    ),
    "condition_option_pair": Text(
        en="It goes wrong exactly where {option} differs between the two directions. Look at which of the "
        "two numbers you use where.",
        hi="ग़लती ठीक वहीं होती है जहाँ {option} की दोनों दिशाओं की संख्याएँ अलग हैं। देखिए कि आप दोनों में से कौन-सी संख्या "
        "कहाँ लगाते हैं।",
    ),
    "condition_without": Text(
        en="It goes wrong exactly where {option} is None. Look at what your code does without it.",
        hi="ग़लती ठीक वहीं होती है जहाँ {option} None है। देखिए कि तब आपका code क्या करता है।",
    ),
    "condition_batch_of_one": Text(
        en="It goes wrong exactly where the input's first size is 1, as in a batch of one example. Look "
        "for a squeeze, or a division by N − 1.",
        hi="ग़लती ठीक वहीं होती है जहाँ input का पहला size 1 है, जैसे एक ही example वाले batch में। देखिए "
        "कि कहीं squeeze, या N − 1 से भाग तो नहीं है।",
    ),
    "condition_not_square": Text(
        en="It goes wrong exactly where the last two sizes of the input differ. Look for a place where one "
        "is used for the other.",
        hi="ग़लती ठीक वहीं होती है जहाँ input के आख़िरी दो sizes अलग हैं। देखिए कि कहीं एक की जगह दूसरा तो नहीं लगा।",
    ),
    "condition_layout": Text(
        en="It goes wrong exactly where an input does not lie densely in memory. Use reshape instead of "
        "view, and do not write into an expanded tensor.",
        hi="ग़लती ठीक वहीं होती है जहाँ कोई input memory में एक सिलसिले से नहीं रखा। view के बजाय reshape लीजिए, और "
        "expand किए हुए tensor में मत लिखिए।",
    ),
    "condition_dtype": Text(
        en="It goes wrong exactly where the inputs are {dtype}: there more digits count. Create new tensors "
        "with the input's dtype, and add no small number that the formula does not have.",
        hi="ग़लती ठीक वहीं होती है जहाँ inputs {dtype} में हैं: वहाँ ज़्यादा अंक गिने जाते हैं। नए tensor input के "
        "dtype में ही बनाइए, और ऐसी कोई छोटी संख्या मत जोड़िए जो सूत्र में नहीं है।",
    ),
}

FEEDBACK: Mapping[str, Text] = MappingProxyType({**_RELATIONS, **_SIZES, **_ROOTS, **_PLACES, **_CONDITIONS})
