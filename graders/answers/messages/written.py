"""What gaps, short texts and short code are told."""

from __future__ import annotations

from graders.contract import Text

MESSAGES: dict[str, Text] = {
    # gaps
    "blanks_missing": Text(
        en="Gaps still to be filled: {count}.",
        hi="जो जगहें अभी भरनी हैं: {count}।",
    ),
    "blanks_wrong": Text(
        en="{right} of {total} gaps are right.",
        hi="{total} में से {right} जगहें सही भरी गई हैं।",
    ),
    # short text: why a person should read it
    "guard_look_alikes": Text(
        en="The word “{word}” contains letters of another script, so a person will read this answer.",
        hi="“{word}” में किसी और लिपि के अक्षर हैं, इसलिए यह उत्तर कोई व्यक्ति पढ़ेगा।",
    ),
    "guard_addresses_marker": Text(
        en="Part of this speaks to the marker instead of answering, so a person will read it.",
        hi="इसका कुछ हिस्सा उत्तर देने के बजाय जाँचने वाले से बात करता है, इसलिए इसे कोई व्यक्ति पढ़ेगा।",
    ),
    "guard_for_a_machine": Text(
        en="This is written as programs write to each other, so a person will read it. Answer in sentences.",
        hi="यह वैसे लिखा है जैसे programs आपस में लिखते हैं, इसलिए इसे कोई व्यक्ति पढ़ेगा। उत्तर वाक्यों में लिखिए।",
    ),
    "guard_word_list": Text(
        en="This is a list of words. Write whole sentences that say how the words belong together.",
        hi="यह शब्दों की सूची है। पूरे वाक्य लिखिए, जिनसे पता चले कि ये शब्द आपस में कैसे जुड़ते हैं।",
    ),
    "guard_scrambled": Text(
        en="The order of the words could not be followed, so a person will read this answer.",
        hi="शब्दों का क्रम समझ में नहीं आया, इसलिए यह उत्तर कोई व्यक्ति पढ़ेगा।",
    ),
    "guard_too_long": Text(
        en="The answer is longer than {limit} words, so a person will read it.",
        hi="उत्तर {limit} शब्दों से लंबा है, इसलिए इसे कोई व्यक्ति पढ़ेगा।",
    ),
    "both_stated": Text(
        en="Your answer says this and also its opposite: “{words}”.",
        hi="आपके उत्तर में यह भी कहा गया है और इसका उलटा भी: “{words}”।",
    ),
    "negation_unread": Text(
        en="A “not” in your answer could not be placed: “{words}”. A person will read it.",
        hi="आपके उत्तर का “नहीं” किस बात के लिए है, यह तय नहीं हो सका: “{words}”। इसे कोई व्यक्ति पढ़ेगा।",
    ),
    # short code
    "code_too_long": Text(
        en="The code is too long: at most {limit} characters. A few lines are enough here.",
        hi="Code बहुत लंबा है: ज़्यादा से ज़्यादा {limit} अक्षर। यहाँ कुछ lines काफ़ी हैं।",
    ),
    "code_too_deep": Text(
        en="The code nests more than {limit} brackets inside each other.",
        hi="Code में {limit} से ज़्यादा brackets एक-दूसरे के अंदर हैं।",
    ),
    "code_unreadable": Text(
        en="Python could not read line {line}: {text}",
        hi="Python line {line} नहीं पढ़ सका: {text}",
    ),
    "code_none": Text(
        en="There is no Python code in this answer.",
        hi="इस उत्तर में Python code नहीं है।",
    ),
    "code_other_call": Text(
        en="You call {given}; the question asks for {wanted}.",
        hi="आपने {given} लिखा है; प्रश्न {wanted} के बारे में है।",
    ),
    "code_argument_missing": Text(
        en="{call} needs the argument {argument}.",
        hi="{call} को {argument} भी चाहिए।",
    ),
    "code_not_applied": Text(
        en="The layer is made but never applied to an input: call it, for example conv(x).",
        hi="Layer बनाई गई है, पर किसी input पर लगाई नहीं गई: उसे call कीजिए, जैसे conv(x)।",
    ),
    "code_call_not_applied": Text(
        en="{call} is there, but no input ever goes through it.",
        hi="{call} लिखा है, पर कोई input उससे होकर नहीं जाता।",
    ),
    "code_result_unused": Text(
        en="The result of {call} is thrown away: forward does not return what comes out of it.",
        hi="{call} का result कहीं काम नहीं आता: forward वह नहीं लौटाता जो उससे निकलता है।",
    ),
    "code_argument_value": Text(
        en="In {call}, the argument {argument} is {given}; it should be {wanted}.",
        hi="{call} में {argument} का मान {given} है; वह {wanted} होना चाहिए।",
    ),
    "code_argument_unseen": Text(
        en="What the argument {argument} of {call} is cannot be seen here, so a person will read it.",
        hi="{call} में {argument} का मान क्या है, यह यहाँ नहीं दिखता, इसलिए इसे कोई व्यक्ति पढ़ेगा।",
    ),
    "code_layer_for_tensor": Text(
        en="{call} needs a tensor as {argument}, but {given} is the layer itself: write {given}.{name}.",
        hi="{call} को {argument} में tensor चाहिए, पर {given} ख़ुद layer है: {given}.{name} लिखिए।",
    ),
    "code_call_missing": Text(
        en="{call} is missing.",
        hi="{call} नहीं है।",
    ),
    "code_too_few": Text(
        en="{call} is needed at least {count} times.",
        hi="{call} कम से कम {count} बार चाहिए।",
    ),
    "code_order": Text(
        en="No input goes through these one after the other: {wanted}.",
        hi="कोई input इनसे एक के बाद एक होकर नहीं जाता: {wanted}।",
    ),
    "code_not_followed": Text(
        en="Part of the code is too deep or too long to be followed, so a person will read it.",
        hi="Code का कुछ हिस्सा इतना गहरा या लंबा है कि वह पूरा पढ़ा नहीं जा सका, इसलिए इसे कोई व्यक्ति पढ़ेगा।",
    ),
}
