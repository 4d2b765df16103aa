"""What to look at next: one sentence for each feedback code, in both languages.

A text says what is wrong; this says where to go from there. Some texts say it themselves (``SAID``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from graders.contract import Text
from graders.exception_advice import GENERAL, after_exception

_SHAPE = Text(
    en="Go through the example of the statement by hand and write down the shape after each line of your "
    "code.",
    hi="Statement का उदाहरण हाथ से हल कीजिए और अपने code की हर line के बाद का shape लिखते जाइए।",
)
_MADE = Text(
    en="Look at the line in __init__ where it is made, and which of its sizes counts inputs, which outputs.",
    hi="__init__ की वह line देखिए जहाँ यह बनता है, और यह कि इसका कौन-सा size inputs गिनता है और कौन-सा outputs।",
)
_ELEMENT = Text(
    en="Work out the first wrong element by hand and compare with what your code does for it, step by step.",
    hi="पहले ग़लत element का मान हाथ से निकालिए और क़दम-क़दम पर देखिए कि आपका code उसके लिए क्या करता है।",
)
_NUMBER = Text(
    en="Work it out by hand and compare with what your code does, step by step.",
    hi="उसे हाथ से निकालिए और क़दम-क़दम पर देखिए कि आपका code क्या करता है।",
)
_DERIVATIVE = Text(
    en="Write the derivative down for a single element first. Where an input takes part in several "
    "results, what comes from each of them is added up.",
    hi="पहले एक ही element के लिए derivative लिखिए। जहाँ एक input कई results में शामिल हो, वहाँ हर एक से "
    "आया हिस्सा जुड़ता है।",
)
_TRANSPOSED = Text(
    en="Write the shape of each factor beside the product: they tell which one is transposed, and in which "
    "order they stand.",
    hi="गुणा में आने वाले हर tensor के पास उसका shape लिखिए: उससे पता चलता है कि किसका transpose लेना है और क्रम क्या है।",
)
_STATE = Text(
    en="Write down what it should be when it is made, after the first step, and after the second: where the "
    "first difference shows, there is the mistake.",
    hi="लिखिए कि बनते समय, पहले step के बाद और दूसरे step के बाद उसका मान क्या होना चाहिए: जहाँ पहली बार फ़र्क़ दिखे, "
    "ग़लती वहीं है।",
)
_RETURN = Text(
    en="Look at the return statement and at what the signature promises.",
    hi="return वाली line देखिए, और यह कि signature क्या लौटाने को कहता है।",
)
_AXIS = Text(
    en="Look at the axis along which you sum or normalise.",
    hi="देखिए कि आप किस axis पर जोड़ या normalise कर रहे हैं।",
)
_SIGNATURE = Text(
    en="Compare the names, the order and the defaults of your parameters with the signature of the task.",
    hi="अपने parameters के नाम, क्रम और default values को task के signature से मिलाइए।",
)
_SEVERAL = Text(
    en="Return them as a tuple, in the order of the statement.",
    hi="उन्हें statement के क्रम में एक tuple बनाकर लौटाइए।",
)

_CENTRE = Text(
    en="Look at the centre of the distribution that you draw from, and at what is added afterwards.",
    hi="देखिए कि आप जिस distribution से values चुनते हैं उसका केंद्र क्या है, और बाद में क्या जोड़ा जाता है।",
)
_LOSS = Text(
    en="Print the loss after each step: it should fall from the first on. Then look at the learning rate "
    "and at "
    "how many steps are taken.",
    hi="हर step के बाद loss print कीजिए: उसे पहले step से ही घटना चाहिए। फिर learning rate और steps की संख्या "
    "देखिए।",
)

_SHAPE_OF_PARAMETER = Text(
    en="Print the shapes of your parameters right after they are made, and compare them with the statement: "
    "look which size comes first, and which follow from the constructor's arguments.",
    hi="अपने parameters बनते ही उनके shapes print कीजिए और statement से मिलाइए: देखिए कि कौन-सा size पहले "
    "आता है, और कौन-से constructor के arguments से बनते हैं।",
)

_NEXT = {
    **GENERAL,
    "wrong_arguments": _SIGNATURE,
    "wrong_arguments_hidden": _SIGNATURE,
    "missing_attribute": Text(
        en="Compare the names in your class with those in the statement, letter by letter. A buffer is made "
        "by register_buffer, what is learned by nn.Parameter.",
        hi="अपनी class के नामों को statement के नामों से अक्षर-अक्षर मिलाइए। Buffer register_buffer से बनता है, और जो "
        "सीखा जाता है वह nn.Parameter से।",
    ),
    "parameter_misshapen": _SHAPE_OF_PARAMETER,
    "parameter_misshapen_hidden": _SHAPE_OF_PARAMETER,
    "device_assert": Text(
        en="Print the largest and the smallest index in that line, and the size of the axis that they count. "
        "A class label of -1 or beyond the last class does the same.",
        hi="उस line के सबसे बड़े और सबसे छोटे index को print कीजिए, और उस axis का size भी जिसे वे गिनते हैं। "
        "Class label -1 या आख़िरी class से आगे हो तो भी यही होता है।",
    ),
    "device_fault": Text(
        en="Look for as_strided, data_ptr, or anything else that reaches memory past torch's own checks.",
        hi="देखिए कि कहीं as_strided, data_ptr या ऐसा कुछ तो नहीं है जो torch की जाँच से बचकर memory तक पहुँचता है।",
    ),
    "died": Text(
        en="Look for a very large tensor, endless recursion, or something that reaches outside of Python.",
        hi="देखिए कि कहीं कोई बहुत बड़ा tensor, कभी न रुकने वाला recursion, या Python से बाहर जाने वाली कोई चीज़ तो "
        "नहीं है।",
    ),
    "malformed": Text(
        en="Return plain tensors, and do not write to file descriptors yourself.",
        hi="सीधे-सादे tensor लौटाइए, और file descriptors में ख़ुद कुछ मत लिखिए।",
    ),
    "not_reached": Text(
        en="See to the case that stopped it first.",
        hi="पहले उस case को ठीक कीजिए जिसमें code रुक गया।",
    ),
    "forbidden_operator": Text(
        en="Write out what it computes yourself, element by element first, with the operators that the "
        "task allows.",
        hi="वह operator जो निकालता है उसे ख़ुद लिखिए: पहले एक-एक element के लिए, और उन्हीं operators से जिनकी इस task "
        "में अनुमति है।",
    ),
    "shape_differs": _SHAPE,
    "shape_transposed": Text(
        en="Look at the last permute, transpose or reshape, and for a place where one direction (height, "
        "width) is taken for the other.",
        hi="आख़िरी permute, transpose या reshape देखिए, और यह कि कहीं एक दिशा (ऊँचाई, चौड़ाई) की जगह दूसरी तो नहीं "
        "ले ली गई।",
    ),
    "not_a_tensor": _RETURN,
    "tensor_subclass": Text(
        en="Return the tensor itself, for instance by .as_subclass(torch.Tensor).",
        hi="सीधे tensor ही लौटाइए, जैसे .as_subclass(torch.Tensor) से।",
    ),
    "wrong_count": _SEVERAL,
    "unreadable": Text(
        en="Return an ordinary dense tensor with the dtype and device of the input.",
        hi="एक साधारण dense tensor लौटाइए जिसका dtype और device input वाला हो।",
    ),
    "value_differs": _NUMBER,
    "value_differs_hidden": _NUMBER,
    "values_differ": _ELEMENT,
    "values_differ_hidden": _ELEMENT,
    "values_scaled": Text(
        en="Compare that number with the sizes in the case: it is often one of them or its square root, or 1 "
        "divided by these.",
        hi="इस संख्या को case के sizes से मिलाइए: अक्सर यह उन्हीं में से कोई होती है या किसी का वर्गमूल, या 1 को इनमें से "
        "किसी से भाग देने पर आती है।",
    ),
    "values_scaled_hidden": Text(
        en="Look for a size of the input, or its square root, by which you divide once too often, or never.",
        hi="देखिए कि input के किसी size या उसके वर्गमूल से एक बार ज़्यादा भाग तो नहीं दिया, या भाग देना छूट तो नहीं गया।",
    ),
    "values_all_zero": Text(
        en="Look whether what you compute is ever written into the tensor that you return, and whether it is "
        "multiplied by something that is zero.",
        hi="देखिए कि आप जो निकालते हैं वह उस tensor में लिखा भी जाता है या नहीं जिसे आप लौटाते हैं, और कहीं उसे शून्य से गुणा "
        "तो नहीं कर दिया जाता।",
    ),
    "not_equal": Text(
        en="Look at what differs between the two calls, and what your code should not take from it.",
        hi="देखिए कि दोनों calls में क्या अलग है, और उसमें से किस चीज़ का असर आपके code पर नहीं पड़ना चाहिए।",
    ),
    "not_different": Text(
        en="Look at what is kept from one call to the next, and at what is drawn anew.",
        hi="देखिए कि एक call से अगली call तक क्या वही रहता है, और क्या हर बार नए सिरे से चुना जाता है।",
    ),
    "not_combined": Text(
        en="Look for a bias, a clamp, a product of inputs, or anything else that is not linear.",
        hi="देखिए कि कहीं bias, clamp, inputs का आपस में गुणा, या ऐसा कुछ तो नहीं जो linear नहीं है।",
    ),
    "not_summed": _AXIS,
    "relation_shapes": Text(
        en="Write down the shape after each line of your code, once for each of the two calls.",
        hi="दोनों calls के लिए बारी-बारी से अपने code की हर line के बाद का shape लिखिए।",
    ),
    "zeros_rate": Text(
        en="Look whether you use p or 1 − p, and which way the comparison (< or >) goes.",
        hi="देखिए कि आपने p लिया है या 1 − p, और तुलना (< या >) किस ओर की है।",
    ),
    "mean_off": _CENTRE,
    "mean_off_hidden": _CENTRE,
    "distribution_other": Text(
        en="Look at which function draws the values: normal or uniform.",
        hi="देखिए कि values किस function से चुनी जाती हैं: normal या uniform।",
    ),
    "statistics_not_finite": Text(
        en="Look for a division by zero, or a tensor made by torch.empty that is not filled.",
        hi="देखिए कि कहीं शून्य से भाग तो नहीं हुआ, या torch.empty से बना कोई tensor बिना भरे तो नहीं रह गया।",
    ),
    "layout_missing": Text(
        en="Look for a branch that asks is_contiguous() or compares strides.",
        hi="देखिए कि code में कहीं is_contiguous() या strides देखकर अलग रास्ता तो नहीं लिया जाता।",
    ),
    "loss_too_high": _LOSS,
    "loss_too_high_hidden": _LOSS,
    "loss_not_computed": Text(
        en="Look at the size of the last layer, and for a dimension that is too many (squeeze, flatten).",
        hi="आख़िरी layer का size देखिए, और यह कि कहीं कोई dimension ज़्यादा तो नहीं है (squeeze, flatten)।",
    ),
    "gradient_differs": Text(
        en="Look for a value taken out of the graph (.item(), .detach(), .data), or written in place.",
        hi="देखिए कि कोई value graph से बाहर तो नहीं ली गई (.item(), .detach(), .data), या उसी जगह (in place) "
        "तो नहीं बदल दी गई।",
    ),
    "gradient_unused": Text(
        en="Follow that tensor through your code: it is not used at all, or a copy or a constant takes its "
        "place somewhere.",
        hi="अपने code में शुरू से अंत तक देखिए कि वह tensor कहाँ जाता है: या तो वह काम ही नहीं आता, या कहीं उसकी जगह कोई "
        "copy या constant आ जाता है।",
    ),
    "gradient_of_wrong_result": Text(
        en="Mend the result first: the gradient often comes right with it.",
        hi="पहले result ठीक कीजिए: अक्सर उसके साथ gradient भी ठीक हो जाता है।",
    ),
    "gradient_unexpected": Text(
        en="Use .detach() or torch.no_grad() where you only remember a number.",
        hi="जहाँ सिर्फ़ कोई संख्या याद रखनी है वहाँ .detach() या torch.no_grad() लगाइए।",
    ),
    "gradient_shape": _DERIVATIVE,
    "backward_differs": _DERIVATIVE,
    "backward_sign": Text(
        en="Look at the derivative of what is subtracted.",
        hi="जो घटाया गया है उसका derivative देखिए।",
    ),
    "backward_transposed": _TRANSPOSED,
    "state_differs": _STATE,
    "state_not_a_tensor": Text(
        en="Make it in __init__ by register_buffer, or by nn.Parameter if it is learned.",
        hi="उसे __init__ में register_buffer से बनाइए, और अगर वह सीखा जाता है तो nn.Parameter से।",
    ),
    "state_shape": Text(
        en="Look at the shape with which it is made in __init__, and over which axes you take what is "
        "written into it.",
        hi="देखिए कि __init__ में वह किस shape का बनता है, और उसमें लिखी जाने वाली चीज़ आप किन axes पर लेते हैं।",
    ),
    "parameters_shape": _MADE,
    "parameters_frozen": Text(
        en="Look for requires_grad=False or requires_grad_(False): an nn.Parameter is learned unless that is "
        "said.",
        hi="देखिए कि कहीं requires_grad=False या requires_grad_(False) तो नहीं है: nn.Parameter सीखता ही है, जब "
        "तक उसे ऐसे रोका न जाए।",
    ),
    "parameters_distributed": _MADE,
    "mode_result": Text(
        en="Look at the branch for evaluation: what it reads, whether training wrote it there, and whether "
        "an evaluation before it has changed it.",
        hi="Code का evaluation वाला हिस्सा देखिए: वह क्या पढ़ता है, training ने उसे वहाँ लिखा है या नहीं, और कहीं पहले "
        "की किसी evaluation ने उसे बदल तो नहीं दिया।",
    ),
    "error_other": Text(
        en="Raise it yourself, with raise, before the arguments are used.",
        hi="Arguments का उपयोग होने से पहले आप ख़ुद raise लिखकर वह error दीजिए।",
    ),
}
NEXT: Mapping[str, Text] = MappingProxyType(_NEXT)

# Their texts say it themselves.
SAID = frozenset(
    {
        "exited", "out_of_memory", "timed_out", "result_too_large", "shape_off_by_one", "returned_nothing",
        "dtype_differs", "dtype_other", "values_not_finite", "not_repeatable", "spread_off",
        "gradient_detached", "gradient_not_finite", "state_rebound",
        "state_held_differs", "parameters_missing", "parameters_extra",
        "parameters_counted", "mode_ignored", "error_missing", "input_changed", "extreme_overflow",
        "extreme_digits", "extreme_infinite", "layout_differs", "layout_raised", "loss_falls_too_little",
        "loss_falls_too_little_hidden", "loss_grows", "loss_grows_hidden", "loss_not_finite", "loss_still",
        "loss_still_hidden", "no_threads", "no_processes", "no_workers", "no_compiler", "no_network",
        "no_files", "no_module", "no_cuda", "spread_off_hidden", "too_slow", "too_much_memory",
        "device_lost", "device_differs",
    }
)  # fmt: skip


def next_step(code: str, params: Mapping[str, Any], language: str) -> str:
    """What to look at after the text of ``code``; "" where the text says it itself."""
    found = NEXT.get(code)
    if code in GENERAL:
        found = after_exception(code, str(params.get("type", "")), str(params.get("message", "")))
    return "" if found is None else found.get(language)
