"""What any answer may be told."""

from __future__ import annotations

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
        hi="कृपया हिन्दी में (देवनागरी या roman अक्षरों में) या English में उत्तर दीजिए।",
    ),
    "answer_echo": Text(
        en="This repeats the question. Say in your own words what the answer is.",
        hi="इसमें सिर्फ़ प्रश्न दोहराया गया है। उत्तर अपने शब्दों में लिखिए।",
    ),
    "answer_too_long": Text(
        en="The answer is too long: at most {limit} characters. A few sentences are enough.",
        hi="उत्तर बहुत लंबा है: ज़्यादा से ज़्यादा {limit} अक्षर। कुछ वाक्य काफ़ी हैं।",
    ),
}
