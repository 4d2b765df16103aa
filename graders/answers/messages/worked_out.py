"""What numbers, shapes, tensors and formulas are told."""

from __future__ import annotations

from graders.contract import Text

MESSAGES: dict[str, Text] = {
    # numbers
    "number_unreadable": Text(
        en="“{text}” could not be read as a number. Write for example 9, 2.5, 3/4 or 1e-3.",
        hi="“{text}” को संख्या के रूप में नहीं पढ़ा जा सका। जैसे 9, 2.5, 3/4 या 1e-3 लिखिए।",
    ),
    "number_too_long": Text(
        en="A number of more than {limit} characters is not accepted.",
        hi="संख्या में {limit} से ज़्यादा अक्षर नहीं हो सकते।",
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
        en="The number of dimensions is {given} in your shape, {expected} in the right one.",
        hi="आपके shape में dimensions की संख्या {given} है, सही shape में {expected}।",
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
        hi="यहाँ ऊपर की ओर round किया गया है: आख़िरी क़दम image में न समाए तो छोड़ दिया जाता है, "
        "इसलिए नीचे की ओर round कीजिए।",
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
        hi="यह सिर्फ़ एक kernel की गिनती है: हर output channel का अपना kernel होता है।",
    ),
    # one entry of a feature map
    "entry_kernel_unused": Text(
        en="This adds up the pixels of the window, but the kernel was not applied: multiply first, then add.",
        hi="इसमें window के pixels जोड़ दिए गए, kernel नहीं लगाया गया: पहले गुणा कीजिए, फिर जोड़िए।",
    ),
    "entry_transposed": Text(
        en="This is the entry with row and column exchanged: the row is named first.",
        hi="यह मान row और column की अदला-बदली से आता है: पहले row बताई जाती है।",
    ),
    "entry_averaged": Text(
        en="This is the average of the products; convolution takes their sum.",
        hi="यह गुणनफलों का औसत है; convolution में उनका जोड़ लिया जाता है।",
    ),
    # a tensor, entry by entry
    "tensor_size_wrong": Text(
        en="The tensor has {rows} rows and {columns} columns; fill in every entry.",
        hi="Tensor में {rows} rows और {columns} columns हैं; हर मान भरिए।",
    ),
    "tensor_entry_missing": Text(
        en="The entry in row {row}, column {column} is missing.",
        hi="Row {row}, column {column} का मान नहीं भरा गया है।",
    ),
    "tensor_entry_unreadable": Text(
        en="“{text}” in row {row}, column {column} could not be read as a number.",
        hi="Row {row}, column {column} में “{text}” को संख्या के रूप में नहीं पढ़ा जा सका।",
    ),
    "tensor_entries_wrong": Text(
        en="{right} of {total} entries are right. The first wrong one stands in row {row}, column {column}.",
        hi="{total} में से {right} मान सही हैं। पहला ग़लत मान row {row}, column {column} में है।",
    ),
    # formulas
    "formula_too_long": Text(
        en="The formula is too long: at most {limit} characters.",
        hi="सूत्र बहुत लंबा है: ज़्यादा से ज़्यादा {limit} अक्षर।",
    ),
    "formula_too_deep": Text(
        en="The formula nests more than {limit} brackets or signs inside each other.",
        hi="सूत्र में {limit} से ज़्यादा brackets या चिह्न एक-दूसरे के अंदर हैं।",
    ),
    "formula_unreadable_at": Text(
        en="The formula could not be read at “{text}”. Write for example w - eta * dL/dw.",
        hi="सूत्र “{text}” पर नहीं पढ़ा जा सका। जैसे w - eta * dL/dw लिखिए।",
    ),
    "formula_ends_early": Text(
        en="The formula ends where something should still follow.",
        hi="सूत्र वहाँ ख़त्म हो जाता है जहाँ अभी कुछ और आना चाहिए।",
    ),
    "formula_half": Text(
        en="One side of “{text}” is empty.",
        hi="“{text}” में एक तरफ़ कुछ नहीं लिखा है।",
    ),
    "formula_not_closed": Text(
        en="A bracket “{text}” is opened and not closed.",
        hi="Bracket “{text}” खोला गया है, बंद नहीं किया गया।",
    ),
    "formula_two_equals": Text(
        en="Write one formula with one equals sign.",
        hi="एक ही सूत्र लिखिए, जिसमें बराबर का चिह्न एक बार हो।",
    ),
    "formula_unknown_symbol": Text(
        en="“{text}” is none of this question's symbols. Use these: {known}.",
        hi="“{text}” इस प्रश्न के चिह्नों में नहीं है। इनका उपयोग कीजिए: {known}।",
    ),
    "formula_wrong": Text(
        en="This is not the right formula.",
        hi="यह सूत्र सही नहीं है।",
    ),
    "formula_sign": Text(
        en="Only the sign is wrong: this is the right formula times -1.",
        hi="सिर्फ़ चिह्न ग़लत है: यह सही सूत्र का -1 गुना है।",
    ),
    "formula_factor": Text(
        en="A constant factor is wrong: this is {factor} times the right formula.",
        hi="एक constant factor ग़लत है: यह सही सूत्र का {factor} गुना है।",
    ),
}
