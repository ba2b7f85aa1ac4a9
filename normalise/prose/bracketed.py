"""A share in brackets behind the word that grades it: "the number of complaints answered within target was low (35%)"."""

from collections.abc import Iterator, Sequence

from normalise.prose.items import Item
from normalise.prose.measure import Said, told_of
from normalise.prose.phrases import EDGES, Phrase, items_to_phrases, whole_brackets
from normalise.prose.scene import Told
from schemas import Unit


def sentence_to_graded(items: Sequence[Item], told: Told) -> Iterator[tuple[Phrase, Said]]:
    """Each share that stands alone in brackets with what it is of; none where no subject that is known is graded just before them."""
    spread = list(whole_brackets(list(items)))
    for at, item in enumerate(spread):
        inner = items_to_phrases(item.value) if item.kind == "bracket" else []
        graded = at > 1 and told.text[spread[at - 1].start : spread[at - 1].end].lower() in told.setting.words.grades
        if not graded or len(inner) != 1 or len(item.value) != 1 or inner[0].number.value.unit is not Unit.PERCENT:
            continue
        opens = max((n for n in range(at) if spread[n].kind in EDGES), default=-1) + 1
        phrase = Phrase(tuple(spread[opens : at - 1]), inner[0].number, ())
        said = told_of(phrase, Unit.PERCENT)
        if said is not None:
            yield phrase, said
