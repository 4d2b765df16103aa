"""Did the code run to its end? Every other check rests on that."""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text, Verdict

NAME = "run"

FEEDBACK = {
    "raised": Text(
        en="Your code stopped with {type} (line {line}): {message}",
        hi="आपका code {type} के साथ रुक गया (line {line}): {message}",
    ),
    "raised_hidden": Text(
        en="Your code stopped with {type} (line {line}).",
        hi="आपका code {type} के साथ रुक गया (line {line})।",
    ),
    "wrong_arguments_hidden": Text(
        en="Your code could not be called as the signature says.",
        hi="आपके code को दिए गए signature के हिसाब से call नहीं किया जा सका।",
    ),
    "wrong_arguments": Text(
        en="Your code could not be called as the signature says: {detail}",
        hi="आपके code को दिए गए signature के हिसाब से call नहीं किया जा सका: {detail}",
    ),
    "missing_attribute": Text(
        en="{detail} is missing: the task needs it as an attribute, a method, a parameter or a registered "
        "buffer.",
        hi="{detail} नहीं मिला: इस task में वह attribute, method, parameter या registered buffer के रूप में चाहिए।",
    ),
    "parameter_misshapen": Text(
        en="{name} has shape {actual}, but it should be {expected}: the case's values do not fit into it.",
        hi="{name} का shape {actual} है, पर {expected} होना चाहिए: इस case के मान उसमें नहीं समाते।",
    ),
    "parameter_misshapen_hidden": Text(
        en="{name} has another shape than the case's values, which should fit into it: {expected}.",
        hi="{name} का shape वह नहीं है जो इस case के मानों का है, जबकि उन्हें उसमें समाना चाहिए: {expected}।",
    ),
    "exited": Text(
        en="Your code ended the program (exit or SystemExit). Return the result instead.",
        hi="आपके code ने program ही बंद कर दिया (exit या SystemExit)। इसके बजाय result लौटाइए।",
    ),
    "died": Text(
        en="The process that ran your code ended suddenly ({signal}). Nothing more of it was run.",
        hi="जिस process में आपका code चल रहा था वह अचानक बंद हो गया ({signal})। आगे कुछ नहीं चलाया गया।",
    ),
    "no_threads": Text(
        en="Your code wants more than one thread (line {line}). It runs here in one process with one "
        "thread: remove that, or compute with tensors instead of threads.",
        hi="आपका code एक से ज़्यादा threads माँगता है (line {line})। यहाँ वह एक ही process और एक ही thread में चलता "
        "है: इसे हटाइए, या threads की जगह tensors से काम लीजिए।",
    ),
    "no_processes": Text(
        en="Your code wants to start a process or program, or to ask the system for something (line "
        "{line}). It runs here in one process of its own. Write it without that.",
        hi="आपका code कोई दूसरी process या program शुरू करना, या system से कुछ माँगना चाहता है (line {line})। यहाँ "
        "वह अपनी एक ही process में चलता है। Code इसके बिना लिखिए।",
    ),
    "no_workers": Text(
        en="Your code uses a DataLoader with worker processes (line {line}), which cannot be started here. "
        "Set num_workers=0: the batches are the same.",
        hi="आपका code worker processes वाला DataLoader चलाता है (line {line}), पर ऐसी processes यहाँ शुरू नहीं हो "
        "सकतीं। num_workers=0 रखिए: batches वही रहेंगे।",
    ),
    "no_compiler": Text(
        en="Your code asks torch to compile something (line {line}), for which there is no compiler here. "
        "Remove torch.compile or torch.jit.script: the result is the same.",
        hi="आपका code torch से कुछ compile करवाना चाहता है (line {line}), पर यहाँ compiler नहीं है। "
        "torch.compile या torch.jit.script हटाइए: result वही रहेगा।",
    ),
    "no_network": Text(
        en="Your code wants the network (line {line}); asyncio needs a socket too. There is none here: "
        "everything that your code needs is given to it.",
        hi="आपके code को network चाहिए (line {line}); asyncio को भी socket चाहिए होता है। यहाँ network नहीं है: "
        "आपके code को जो चाहिए वह उसे दिया जाता है।",
    ),
    "no_files": Text(
        en="Your code reads or writes a file (line {line}). Files cannot be used here: keep what you need "
        "in variables.",
        hi="आपका code कोई file पढ़ता या लिखता है (line {line})। यहाँ files का उपयोग नहीं हो सकता: "
        "जो चाहिए उसे variables में रखिए।",
    ),
    "no_module": Text(
        en="Your code needs a module that is not here (line {line}). There are PyTorch, NumPy and the usual "
        "modules of Python's standard library. Check the spelling, or do without.",
        hi="आपके code को ऐसा module चाहिए जो यहाँ नहीं है (line {line})। यहाँ PyTorch, NumPy और Python की "
        "standard library के आम modules हैं। Spelling जाँचिए, या उसके बिना लिखिए।",
    ),
    "no_cuda": Text(
        en="Your code asks for a GPU (line {line}). This task runs on the CPU: remove .cuda(), or take the "
        "device from the input (x.device).",
        hi="आपका code GPU माँगता है (line {line})। यह task CPU पर चलता है: .cuda() हटाइए, या device input से "
        "लीजिए (x.device)।",
    ),
    "device_assert": Text(
        en="Line {line} used an index that does not exist, on the GPU: the GPU itself stopped the "
        "computation "
        "(device-side assert). Nothing more of your code was run.",
        hi="Line {line} ने GPU पर ऐसे index का उपयोग किया जो है ही नहीं: GPU ने ख़ुद computation रोक दी "
        "(device-side assert)। आपके code का बाक़ी हिस्सा नहीं चलाया गया।",
    ),
    "device_fault": Text(
        en="The GPU stopped your code at line {line}, since it touched memory that is not its own. "
        "It did so again when we repeated it on a GPU that works. Nothing more of your code was run.",
        hi="GPU ने आपके code को line {line} पर रोक दिया, क्योंकि उसने ऐसी memory को छुआ जो उसकी नहीं है। "
        "हमने इसे ठीक काम करते GPU पर दोहराया, तब भी यही हुआ। आपके code का बाक़ी हिस्सा नहीं चलाया गया।",
    ),
    "device_lost": Text(
        en="The GPU failed while your code ran. That is not your fault, and it costs you nothing.",
        hi="आपका code चलते समय GPU में गड़बड़ी हो गई। इसमें आपकी कोई ग़लती नहीं है, और आपका कोई नुक़सान नहीं होगा।",
    ),
    "out_of_memory": Text(
        en="Your code asked for more memory than the {limit_mib} MiB that this task allows. "
        "Look for a tensor that is far larger than the input.",
        hi="आपके code ने इस task की सीमा {limit_mib} MiB से ज़्यादा memory माँगी। "
        "देखिए कि कोई tensor input से बहुत ज़्यादा बड़ा तो नहीं बन रहा।",
    ),
    "timed_out": Text(
        en="Your code did not finish within {seconds} s. Look for a loop that never ends or that runs "
        "over every element.",
        hi="आपका code {seconds} सेकंड में पूरा नहीं हुआ। देखिए कि कहीं कोई loop ऐसा तो नहीं जो कभी ख़त्म नहीं होता, "
        "या एक-एक element पर चलता है।",
    ),
    "malformed": Text(
        en="What came back from your code's process could not be read as a result.",
        hi="आपके code की process से जो आया उसे result के रूप में पढ़ा नहीं जा सका।",
    ),
    "result_too_large": Text(
        en="The result is far larger than this case's answer can be. Check its shape.",
        hi="Result इतना बड़ा है जितना इस case का उत्तर हो ही नहीं सकता। उसका shape जाँचिए।",
    ),
    "not_reached": Text(
        en="Not run: an earlier case stopped the code.",
        hi="चलाया नहीं गया: code इससे पहले के एक case में ही रुक गया था।",
    ),
}

_TELLING = ("raised", "wrong_arguments")
_VERDICTS: dict[str, Verdict] = {
    "crashed": "crashed",
    "out_of_memory": "out_of_memory",
    "forbidden": "forbidden",
    "timed_out": "timed_out",
    "no_result": "no_result",
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    if actual.too_large:
        return CheckResult(NAME, "no_result", "result_too_large")
    if actual.status == "done":
        return CheckResult(NAME, "pass")
    if actual.status == "forbidden":
        # Told by the check of that name.
        return None
    code = actual.code if actual.code in FEEDBACK else "raised"
    params = dict(actual.params)
    if not subject.plan.visible and code in _TELLING:
        # What the code says of itself could carry a hidden input out.
        params = {key: params[key] for key in ("type", "line") if key in params}
        code += "_hidden"
    elif not subject.plan.visible and code == "parameter_misshapen":
        code += "_hidden"
    return CheckResult(NAME, _VERDICTS[actual.status], code, params)
