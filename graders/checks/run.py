"""Did the code run to its end? Every other check rests on that."""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text, Verdict

NAME = "run"

FEEDBACK = {
    "raised": Text(
        en="Your code stopped with {type} on line {line}: {message}",
        hi="आपका code line {line} पर {type} के साथ रुक गया: {message}",
    ),
    "raised_hidden": Text(
        en="Your code stopped with {type} on line {line}.",
        hi="आपका code line {line} पर {type} के साथ रुक गया।",
    ),
    "wrong_arguments_hidden": Text(
        en="Your function could not be called as the signature says.",
        hi="आपके function को दिए गए signature के अनुसार call नहीं किया जा सका।",
    ),
    "wrong_arguments": Text(
        en="Your function could not be called as the signature says: {detail}",
        hi="आपके function को दिए गए signature के अनुसार call नहीं किया जा सका: {detail}",
    ),
    "missing_attribute": Text(
        en="The task needs an attribute or method that is not there: {detail}",
        hi="इस task के लिए ज़रूरी attribute या method नहीं मिला: {detail}",
    ),
    "exited": Text(
        en="Your code ended the program (exit or SystemExit). Return the result instead.",
        hi="आपके code ने program ही बंद कर दिया (exit या SystemExit)। इसके बजाय result return कीजिए।",
    ),
    "died": Text(
        en="The process that ran your code ended suddenly ({signal}). Nothing more of it was run.",
        hi="जिस process में आपका code चल रहा था वह अचानक बंद हो गया ({signal})। आगे कुछ नहीं चलाया गया।",
    ),
    "out_of_memory": Text(
        en="Your code asked for more memory than the {limit_mib} MiB that this task allows. "
        "Look for a tensor that is far larger than the input.",
        hi="आपके code ने इस task की सीमा {limit_mib} MiB से ज़्यादा memory माँगी। "
        "देखिए कि कोई tensor input से बहुत बड़ा तो नहीं बन रहा।",
    ),
    "timed_out": Text(
        en="Your code did not finish within {seconds} s. Look for a loop that never ends or that runs "
        "over every element.",
        hi="आपका code {seconds} सेकंड में पूरा नहीं हुआ। देखिए कि कोई loop कभी ख़त्म न होता हो "
        "या हर element पर अलग-अलग न चल रहा हो।",
    ),
    "malformed": Text(
        en="What came back from your code's process could not be read as a result.",
        hi="आपके code की process से जो आया उसे result के रूप में पढ़ा नहीं जा सका।",
    ),
    "result_too_large": Text(
        en="The result is far larger than this case's answer can be. Check its shape.",
        hi="Result इस case के उत्तर से बहुत बड़ा है। उसका shape जाँचिए।",
    ),
    "not_reached": Text(
        en="Not run: an earlier case stopped the code.",
        hi="नहीं चलाया गया: इससे पहले का एक case code को रोक चुका था।",
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
    return CheckResult(NAME, _VERDICTS[actual.status], code, params)
