"""What to look at next after an exception, in both languages: by what PyTorch says, else by its kind."""

from __future__ import annotations

import re

from graders.contract import Text

_LINE = Text(
    en="Print the shapes and values just before that line: one of them is not what you take it for.",
    hi="उस line से ठीक पहले shapes और values print करके देखिए: उनमें से कुछ वैसा नहीं है जैसा आप मान रहे हैं।",
)

_IN_PLACE = Text(
    en="Something is written into a tensor of which gradients need the old values (+=, x[…] = …, or an "
    "operation that ends in an underscore): compute a new tensor instead.",
    hi="किसी ऐसे tensor में लिखा जा रहा है जिसके पुराने मान gradient के लिए चाहिए (+=, x[…] = …, या underscore पर "
    "ख़त्म होने वाला operation): उसकी जगह नया tensor बनाइए।",
)
_NO_INIT = Text(
    en="Call super().__init__() first thing in __init__, before anything is assigned to self.",
    hi="__init__ में सबसे पहले super().__init__() call कीजिए, self पर कुछ भी रखने से पहले।",
)
_DTYPES = Text(
    en="Two dtypes meet there: create new tensors with the input's dtype (dtype=x.dtype), and do not mix "
    "whole numbers with fractions.",
    hi="वहाँ दो अलग dtypes मिल रहे हैं: नए tensor input के dtype में बनाइए (dtype=x.dtype), और पूर्णांकों को दशमलव वाली "
    "संख्याओं से मत मिलाइए।",
)
_VIEW = Text(
    en="Use reshape instead of view: it works whatever way the values lie in memory.",
    hi="view के बजाय reshape लीजिए: values memory में कैसे भी रखी हों, वह चलता है।",
)
_NUMPY = Text(
    en="Do without NumPy there and stay with tensor operations: .detach() would silence the error, but cut "
    "the gradient.",
    hi="वहाँ NumPy के बिना, tensor operations से काम लीजिए: .detach() से error तो नहीं आएगा, पर gradient कट "
    "जाएगा।",
)
_CONDITION = Text(
    en="A whole tensor stands where one yes or no is wanted, as after if: use torch.where, .any() or .all().",
    hi="जहाँ एक ही हाँ या ना चाहिए (जैसे if के बाद) वहाँ पूरा tensor है: torch.where, .any() या .all() लीजिए।",
)
_NO_GRAPH = Text(
    en="What backward is called on has no graph: look for torch.no_grad(), .detach(), .item(), or an input "
    "without requires_grad.",
    hi="जिस पर backward चलाया गया उसका graph नहीं है: देखिए कि कहीं torch.no_grad(), .detach(), .item(), या बिना "
    "requires_grad वाला input तो नहीं है।",
)
_NO_FORWARD = Text(
    en="The class of layers has no method forward: look at its name and its indentation.",
    hi="Layers वाली class में forward नाम का method नहीं है: उसका नाम और indentation देखिए।",
)
_NO_KERNEL = Text(
    en="PyTorch cannot compute that with this dtype: print the dtypes of the tensors in that line.",
    hi="PyTorch इस dtype पर यह हिसाब नहीं कर सकता: उस line के tensors के dtype print करके देखिए।",
)

# Beginnings or parts of PyTorch's own messages.
_SAID_BY_TORCH = (
    (re.compile(r'missing the required "forward" function'), _NO_FORWARD),
    (re.compile(r"not implemented for '\w+'"), _NO_KERNEL),
    (re.compile(r"in-?place operation"), _IN_PLACE),
    (re.compile("before Module\\.__init__\\(\\) call|no attribute "
    "'_(backward_hooks|parameters|modules)'"), _NO_INIT),
    (re.compile(r"same dtype|expected scalar type|can't be cast to the desired output type"), _DTYPES),
    (re.compile(r"view size is not compatible"), _VIEW),
    (re.compile(r"Can't call numpy\(\) on Tensor that requires grad"), _NUMPY),
    (re.compile(r"Boolean value of Tensor with more than one value"), _CONDITION),
    (re.compile(r"does not require grad and does not have a grad_fn"), _NO_GRAPH),
)  # fmt: skip

_BY_KIND = {
    "NameError": Text(
        en="A name is used that is not defined there: look for a typing mistake or a missing import.",
        hi="ऐसा नाम इस्तेमाल हुआ है जो वहाँ define नहीं है: देखिए कि लिखने में ग़लती तो नहीं है या import छूट तो नहीं गया।",
    ),
    "IndexError": Text(
        en="An index goes beyond the end: print the size of that axis, and the largest index of your loop.",
        hi="कोई index सीमा से बाहर जा रहा है: उस axis का size और अपने loop का सबसे बड़ा index print करके देखिए।",
    ),
    "AttributeError": Text(
        en="Print the type of what stands before the dot: often it is None, or a number instead of a tensor.",
        hi="बिंदु (.) से पहले जो है उसका type print करके देखिए: अक्सर वह None होता है, या tensor के बजाय कोई संख्या।",
    ),
    "TypeError": Text(
        en="Print the types of the arguments in that line: one is None, a tuple or a number where something "
        "else is needed.",
        hi="उस line के arguments के type print करके देखिए: उनमें कोई None, tuple या संख्या है, जबकि वहाँ कुछ और चाहिए।",
    ),
    "ZeroDivisionError": Text(
        en="Look at what you divide by, and for which sizes it becomes zero.",
        hi="देखिए कि आप किससे भाग दे रहे हैं, और वह किन sizes पर शून्य हो जाता है।",
    ),
    "RecursionError": Text(
        en="A function calls itself without coming to an end: look at the condition on which it should stop.",
        hi="कोई function ख़ुद को बार-बार call कर रहा है और रुकता नहीं: देखिए कि उसे किस शर्त पर रुकना चाहिए।",
    ),
    "KeyError": Text(
        en="Print the keys that are there, just before that line.",
        hi="उस line से ठीक पहले print करके देखिए कि कौन-कौन सी keys मौजूद हैं।",
    ),
    "NotImplementedError": Text(
        en="If that line is still the starter's, write your code in its place.",
        hi="अगर वह line अब भी वही है जो शुरू में दी गई थी, तो उसकी जगह अपना code लिखिए।",
    ),
}

_HIDDEN = Text(
    en="See whether a visible case stops there as well. If none does, think of another size, stride or "
    "dtype, or of an option that is left out.",
    hi="देखिए कि कोई दिखने वाला case भी वहीं रुकता है या नहीं। अगर नहीं, तो किसी दूसरे size, stride या dtype के बारे में "
    "सोचिए, या ऐसे option के बारे में जो दिया न गया हो।",
)

GENERAL = {"raised": _LINE, "raised_hidden": _HIDDEN}


def after_exception(code: str, kind: str, message: str) -> Text:
    """What to look at after ``raised`` or ``raised_hidden``: ``kind`` is the exception's name."""
    for pattern, text in _SAID_BY_TORCH:
        if pattern.search(message):
            return text
    return _BY_KIND.get(kind, GENERAL[code])
