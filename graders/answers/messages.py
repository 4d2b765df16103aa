"""What each feedback code says, in both languages. Parameters stand in braces, the same ones in both."""

from __future__ import annotations

from collections.abc import Mapping

from graders.answers.outcome import Parameter
from graders.contract import Text

MESSAGES: dict[str, Text] = {
    # nothing to mark
    "answer_blank": Text(
        en="There is no answer here yet.",
        hi="अभी यहाँ कोई उत्तर नहीं है।",
    ),
    "answer_no_words": Text(
        en="There are no words in this answer.",
        hi="इस उत्तर में कोई शब्द नहीं है।",
    ),
    "answer_other_script": Text(
        en="Please answer in Hindi (देवनागरी or roman letters) or in English.",
        hi="कृपया हिंदी में (देवनागरी या roman अक्षरों में) या English में उत्तर दीजिए।",
    ),
    "answer_echo": Text(
        en="This repeats the question. Say in your own words what the answer is.",
        hi="इसमें केवल प्रश्न दोहराया गया है। उत्तर अपने शब्दों में लिखिए।",
    ),
    "answer_too_long": Text(
        en="The answer is too long: at most {limit} characters. A few sentences are enough.",
        hi="उत्तर बहुत लंबा है: ज़्यादा से ज़्यादा {limit} अक्षर। कुछ वाक्य काफ़ी हैं।",
    ),
    # numbers
    "number_unreadable": Text(
        en="“{text}” could not be read as a number. Write for example 9, 2.5, 3/4 or 1e-3.",
        hi="“{text}” को संख्या के रूप में नहीं पढ़ा जा सका। जैसे 9, 2.5, 3/4 या 1e-3 लिखिए।",
    ),
    "number_too_long": Text(
        en="A number of more than {limit} characters is not accepted.",
        hi="{limit} से ज़्यादा अक्षरों की संख्या नहीं ली जाती।",
    ),
    "number_out_of_range": Text(
        en="“{text}” is too large or too small to be the answer to anything here.",
        hi="“{text}” इतनी बड़ी या छोटी संख्या है कि यहाँ उत्तर नहीं हो सकती।",
    ),
    "number_divides_by_zero": Text(
        en="“{text}” divides by zero.",
        hi="“{text}” में शून्य से भाग दिया गया है।",
    ),
    "number_wrong": Text(
        en="This is not the right number.",
        hi="यह संख्या सही नहीं है।",
    ),
    "unit_unexpected": Text(
        en="“{unit}” after the number was not expected here.",
        hi="संख्या के बाद “{unit}” की ज़रूरत यहाँ नहीं थी।",
    ),
    # shapes
    "shape_unreadable": Text(
        en="“{text}” could not be read as a shape. Write for example (3, 3) or 3x3.",
        hi="“{text}” को shape के रूप में नहीं पढ़ा जा सका। जैसे (3, 3) या 3x3 लिखिए।",
    ),
    "shape_too_long": Text(
        en="A shape here has at most {limit} dimensions.",
        hi="यहाँ shape में ज़्यादा से ज़्यादा {limit} dimensions हो सकते हैं।",
    ),
    "shape_size_too_large": Text(
        en="A dimension here is at most {limit}.",
        hi="यहाँ कोई dimension {limit} से बड़ा नहीं हो सकता।",
    ),
    "shape_rank_wrong": Text(
        en="Your shape has {given} dimensions; the right one has {expected}.",
        hi="आपकी shape में {given} dimensions हैं; सही shape में {expected} हैं।",
    ),
    "shape_axes_swapped": Text(
        en="The right numbers, in the wrong order: check which dimension comes first.",
        hi="संख्याएँ सही हैं, क्रम ग़लत है: देखिए कौन-सा dimension पहले आता है।",
    ),
    "shape_wrong": Text(
        en="This is not the right shape.",
        hi="यह shape सही नहीं है।",
    ),
    # output size, (n + 2p − k) / s + 1
    "size_forgot_plus_one": Text(
        en="This is what you get without the +1 of the formula: the kernel's first position counts too.",
        hi="सूत्र के अंत का +1 छूट जाए तो यही आता है: kernel की पहली जगह भी गिनी जाती है।",
    ),
    "size_forgot_padding": Text(
        en="This is what you get without the padding: the image is larger by 2p before the kernel slides.",
        hi="Padding छूट जाए तो यही आता है: kernel के खिसकने से पहले image 2p बड़ी हो चुकी होती है।",
    ),
    "size_padding_once": Text(
        en="This is what you get with padding counted once: it is added on both sides, so it is 2p.",
        hi="Padding को एक बार गिनने पर यही आता है: वह दोनों तरफ़ जुड़ती है, इसलिए 2p गिनिए।",
    ),
    "size_stride_ignored": Text(
        en="This is what you get with stride 1: here the kernel jumps further, so divide by the stride.",
        hi="Stride 1 मानने पर यही आता है: यहाँ kernel ज़्यादा दूर कूदता है, इसलिए stride से भाग दीजिए।",
    ),
    "size_rounded_up": Text(
        en="This is rounded up: a last step that does not fit into the image is dropped, so round down.",
        hi="यहाँ ऊपर की ओर पूर्णांक लिया गया है: आख़िरी क़दम image में न समाए तो छोड़ दिया जाता है, "
        "इसलिए नीचे की ओर लीजिए।",
    ),
    # counting parameters, (k·k·C_in + 1)·C_out
    "parameters_forgot_bias": Text(
        en="This counts the weights but not the biases: there is one bias per output channel.",
        hi="इसमें weights गिने गए हैं, bias नहीं: हर output channel का एक bias होता है।",
    ),
    "parameters_forgot_input_channels": Text(
        en="This forgets the input channels: each kernel is as deep as its input.",
        hi="इसमें input channels छूट गए: हर kernel उतना गहरा होता है जितने input channels हैं।",
    ),
    "parameters_one_kernel": Text(
        en="This is one kernel only: there is one for every output channel.",
        hi="यह केवल एक kernel की गिनती है: हर output channel का अपना kernel होता है।",
    ),
    # one entry of a feature map
    "entry_kernel_unused": Text(
        en="This adds up the pixels of the window, but the kernel was not applied: multiply first, then add.",
        hi="इसमें window के pixels जोड़ दिए गए, kernel नहीं लगाया गया: पहले गुणा कीजिए, फिर जोड़िए।",
    ),
    "entry_transposed": Text(
        en="This is the entry with row and column exchanged: the row is named first.",
        hi="यह पंक्ति और स्तंभ की अदला-बदली वाला मान है: पहले पंक्ति बताई जाती है।",
    ),
    "entry_averaged": Text(
        en="This is the average of the products; convolution takes their sum.",
        hi="यह गुणनफलों का औसत है; convolution में उनका जोड़ लिया जाता है।",
    ),
    # choices
    "choice_unknown": Text(
        en="This is none of the options on offer.",
        hi="यह दिए गए विकल्पों में से नहीं है।",
    ),
    "choice_wrong": Text(
        en="This is not the right option.",
        hi="यह सही विकल्प नहीं है।",
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
        hi="Code बहुत लंबा है: ज़्यादा से ज़्यादा {limit} अक्षर। यहाँ कुछ पंक्तियाँ काफ़ी हैं।",
    ),
    "code_too_deep": Text(
        en="The code nests more than {limit} brackets inside each other.",
        hi="Code में {limit} से ज़्यादा कोष्ठक एक-दूसरे के अंदर हैं।",
    ),
    "code_unreadable": Text(
        en="Python could not read line {line}: {text}",
        hi="Python पंक्ति {line} नहीं पढ़ सका: {text}",
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
}


def render(code: str, params: Mapping[str, Parameter], language: str) -> str:
    """The text of a code in a language; unknown codes are a fault of ours and raise ``KeyError``."""
    return MESSAGES[code].get(language).format(**params)
