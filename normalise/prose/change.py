"""A change: "12% more", "a fall of 19%", "rose by 17%"."""

from collections.abc import Sequence
from itertools import pairwise

from normalise.meaning import Meaning
from normalise.prose.breakdown import label_of, whose
from normalise.prose.items import Item
from normalise.prose.measure import Said
from normalise.prose.phrases import EDGES, Phrase
from normalise.prose.scene import Scene
from normalise.sections.naming import is_service
from schemas import Basis, Measure, Unit


def changes(phrase: Phrase) -> bool:
    """Whether the number is that of a change: "12% more", "a fall of 19%", "rose by 17%"."""
    behind_it = next((item for item in phrase.right if item.kind not in {"fill", "about", "anaphor"}), None)
    kinds = [item.kind for item in phrase.left if item.kind != "about"]
    while kinds and kinds[-1] in {"base", "by", "comma", "period", "compare"} and "change" in kinds:
        kinds.pop()
    by = phrase.opener == "by" and (behind_it is None or behind_it.kind in EDGES | {"from", "between", "complaint", "compare", "period"})
    return (behind_it is not None and behind_it.kind == "change") or by or bool(kinds and kinds[-1] == "change")


def difference(scene: Scene) -> Meaning | None:
    """The change of what was counted before it, or of what its sentence names."""
    phrase, told = scene.phrase, scene.told
    source = scene.outer[1] if scene.outer else None
    before = [item for item in scene.sentence if item.end <= phrase.number.start]
    measures = [item for item in before if item.kind == "measure"]
    nouns = [item for item in (*before, *phrase.right) if item.kind == "complaint"]
    own = [claim for claim in told.claims if claim.number >= scene.sentence[0].start]
    counts = [claim for claim in own if claim.unit is Unit.COUNT and claim.meaning.basis is not Basis.DIFFERENCE]
    earlier = next(reversed(counts or own), None)
    since = [item for item in before if item.kind == "number"]
    if source is None and since:
        if earlier is None and _of_stranger(before):
            return None
        source = earlier
    period = told.setting.period
    if source is not None:
        return source.meaning._replace(basis=Basis.DIFFERENCE, period=period)
    if not nouns:
        return told.head._replace(basis=Basis.DIFFERENCE, period=period) if told.head and told.last.get(Unit.COUNT) else None
    measure = Measure(measures[-1].value) if measures else Measure.RECEIVED
    noun = max((n for n, item in enumerate(before) if item.kind == "complaint"), default=None)
    if noun is not None:
        service = whose(before, noun, told)
        return None if service is None else scene.changed(Said(measure, service=service))
    about = next((n for n, item in enumerate(phrase.right) if item.kind in {"relates", "concerned"}), None)
    if about is None or any(item.kind == "service" for item in phrase.right[about:]):
        return scene.changed(Said(measure))
    name = label_of(phrase.right[about + 1 :], told.text)
    return scene.changed(Said(measure, service=name)) if is_service(name, told.setting.words) else None


def _of_stranger(items: Sequence[Item]) -> bool:
    """Whether words say what somebody unknown did: "Northvale received 45"."""
    told = [item for item in items if item.kind not in {"fill", "aux"}]
    return any(one.kind == "word" and other.kind == "measure" for one, other in pairwise(told))
