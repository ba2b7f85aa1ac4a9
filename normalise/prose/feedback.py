"""What customers said: ratings ("89% of callers rated the service as good") and comments that are no complaints."""

from normalise.meaning import Meaning
from normalise.prose.breakdown import known_label
from normalise.prose.items import Item
from normalise.prose.measure import Said
from normalise.prose.phrases import EDGES
from normalise.prose.scene import Scene
from schemas import Dimension, Measure, Stage, Unit

_SAYS = {"base", "fill", "voter", "about", "aux"}
"""Kinds between a percentage and those whose percentage it is."""


def rating_of(scene: Scene) -> Meaning | None:
    """The share of those who gave a rating, by the channel that they used where one is named."""
    items = scene.phrase.right
    voters = next((n for n, item in enumerate(items) if item.kind == "voter"), None)
    if scene.number.unit is not Unit.PERCENT or voters is None or any(item.kind not in _SAYS for item in items[:voters]):
        return None
    rated = next((n for n, item in enumerate(items) if item.kind == "rated"), None)
    if rated is None:
        return None
    behind = [at for at, item in enumerate(items) if at > rated and item.kind in {"word", "others"}]
    rating = next((label for at in behind if (label := known_label(items[at:], scene.told, Dimension.RATING))), "")
    channel = _channel(scene)
    said = Said(Measure.SHARE_PCT, None, (Dimension.RATING, f"{channel}: {rating}" if channel else rating))
    found = scene.meaning(said) if rating and not _edged(items[rated:], rating, scene.told.text) else None
    return found and found._replace(stage=Stage.ALL)


def _channel(scene: Scene) -> str:
    """The last channel that the sentence names before its number's rating; "" for none."""
    before = [item for item in scene.sentence if item.start < max(i.end for i in scene.phrase.items)]
    found = (known_label(before[at:], scene.told, Dimension.CHANNEL) for at in reversed(range(len(before))) if before[at].kind == "word")
    return next(filter(None, found), "")


def _edged(items: tuple[Item, ...], rating: str, text: str) -> bool:
    """Whether a new clause begins before the rating."""
    at = text.find(rating, items[0].start)
    return any(item.kind in EDGES and item.end <= at for item in items)


def comments_of(scene: Scene) -> Meaning | None:
    """Feedback that was counted: "410 pieces of feedback", "93 positive comments"."""
    items = [item for item in scene.phrase.right if item.kind not in {"fill", "bracket"}]
    if scene.number.unit is not Unit.COUNT or not items or items[0].kind not in {"feedback", "praise"}:
        return None
    label = scene.told.text[items[0].start : items[0].end]
    category = (Dimension.RATING, label) if items[0].kind == "praise" else None
    return scene.meaning(Said(Measure.FEEDBACK, None, category))
