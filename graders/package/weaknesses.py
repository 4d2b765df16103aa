"""What is weak in a package's cases, as probes show it, told to its author in both languages."""

from graders.contract import Text

FEEDBACK = {
    "zeros_would_pass": Text(
        en="In the case {name} a result of zeros would pass.",
        hi="Case {name} में ऐसा result भी pass हो जाएगा जिसमें सब शून्य हों।",
    ),
    "unchanged_would_pass": Text(
        en="In the case {name} the input, returned as it is, would pass. Change the case, or write "
        "identity=True if that is the right answer.",
        hi="Case {name} में input को ज्यों का त्यों लौटा देने वाला code भी pass हो जाएगा। Case बदलिए, या अगर वही सही "
        "उत्तर है तो identity=True लिखिए।",
    ),
    "another_would_pass": Text(
        en="In the case {name} the answers of another draw would pass: its results hardly depend on what is "
        "drawn.",
        hi="Case {name} में किसी दूसरे draw के उत्तर भी pass हो जाएँगे: उसके results इस पर लगभग निर्भर ही नहीं हैं कि "
        "draw में क्या निकला।",
    ),
    "check_never_fails": Text(
        en="In the case {name} nothing fails the check {check}: not zeros, not the input itself, not "
        "another draw's answers, not noise.",
        hi="Case {name} में check {check} किसी भी उत्तर पर fail नहीं होता: न शून्य पर, न input पर, न दूसरे "
        "draw के उत्तरों पर, न noise पर।",
    ),
    "check_silent": Text(
        en="The case {name} asks for the check {check}, which has nothing to say of its steps.",
        hi="Case {name} में check {check} माँगा गया है, पर उसके steps पर यह check कुछ नहीं कहता।",
    ),
    "reference_fails": Text(
        en="In the case {name} the reference itself fails the check {check} ({detail}).",
        hi="Case {name} में reference ख़ुद check {check} में fail होता है ({detail})।",
    ),
}
