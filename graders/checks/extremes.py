"""Does the code stay right where numbers are very large, very small, masked or all the same?"""

from __future__ import annotations

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import difference, is_near
from graders.contract import CheckResult, Text

NAME = "extremes"

FEEDBACK = {
    "extreme_overflow": Text(
        en="{name} comes from extreme inputs and holds NaN or infinity where it should not (wrong values: "
        "{wrong} of {total}); on ordinary inputs your code is right. Look for an exp of a large number "
        "(subtract the largest value first), a log of zero, a division by zero, or a square that overflows.",
        hi="{name} बहुत बड़े या असामान्य inputs से बना है और उसमें NaN या infinity है, जो नहीं होना चाहिए ({total} में "
        "से {wrong} जगह ग़लत); साधारण inputs पर आपका code सही है। देखिए कि कहीं किसी बड़ी संख्या का exp (पहले सबसे "
        "बड़ी value घटाइए), शून्य का log, शून्य से भाग, या overflow होता वर्ग तो नहीं है।",
    ),
    "extreme_digits": Text(
        en="{name} comes from extreme inputs and is wrong there (wrong values: {wrong} of {total}); on "
        "ordinary inputs your code is right. Either digits are lost, as when two large numbers that are "
        "almost equal are subtracted (E[x²] − E[x]²: subtract first, square afterwards), or something "
        "meant for safety changes the result there: a clamp, a small number that is added, a large one in "
        "place of infinity.",
        hi="{name} बहुत बड़े या असामान्य inputs से बना है और {total} में से {wrong} जगह ग़लत है; साधारण "
        "inputs पर आपका code सही है। या तो सही अंक खो रहे हैं, जैसे दो लगभग बराबर बड़ी संख्याओं को घटाने "
        "पर (E[x²] − E[x]²: पहले घटाइए, वर्ग बाद में लीजिए), या बचाव के लिए रखी कोई चीज़ वहाँ result बदल "
        "देती है: clamp, जोड़ी गई छोटी संख्या, या infinity की जगह रखी बड़ी संख्या।",
    ),
    "extreme_infinite": Text(
        en="{name} comes from extreme inputs and should be infinite or NaN in places where your code gives "
        "ordinary numbers (wrong values: {wrong} of {total}); on ordinary inputs your code is right. "
        "Look at clamps, and at small numbers that are added for safety.",
        hi="{name} बहुत बड़े या असामान्य inputs से बना है; जहाँ infinity या NaN आना चाहिए वहाँ आपका code "
        "साधारण संख्याएँ देता है ({total} में से {wrong} जगह ग़लत); साधारण inputs पर आपका code सही "
        "है। clamp को, और बचाव के लिए जोड़ी गई छोटी संख्याओं को देखिए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case with extreme outputs; silent where its ordinary ones are wrong, which others tell."""
    names = subject.extremes()
    if not names or not all(_is_right(subject, actual, name) for name in subject.ordinary()):
        return None
    seen = False
    for name in names:
        found, oracle = actual.array(name), subject.oracle.get(name)
        if found is None or oracle is None or found.shape != oracle.shape:
            continue
        seen = True
        apart = difference(found, oracle, subject.tolerance(name))
        if apart is not None:
            params = params_of(name, wrong=apart.wrong, total=apart.total)
            return CheckResult(NAME, "wrong", _code(found, oracle), params)
    return CheckResult(NAME, "pass") if seen else None


def _is_right(subject: Subject, actual: Evidence, name: str) -> bool:
    return is_near(actual.array(name), subject.oracle.get(name), subject.tolerance(name))


def _code(found: Array, oracle: Array) -> str:
    ours, theirs = np.isfinite(oracle), np.isfinite(found)
    if (ours & ~theirs).any():
        return "extreme_overflow"
    return "extreme_infinite" if (theirs & ~ours).any() else "extreme_digits"
