"""The families of layouts."""

from collections.abc import Callable, Mapping

from corpus.specimen import boards, grids, lists, stages
from corpus.specimen.blocks import Block
from corpus.specimen.voice import Voice

FAMILIES: Mapping[str, Callable[[Voice], list[Block]]] = {
    "stage": stages.stage_table,
    "comparative": stages.comparative,
    "dashboard": stages.dashboard,
    "service_year": grids.service_year,
    "root_cause": lists.root_cause,
    "label_share": lists.label_share,
    "quarters": grids.by_quarter,
    "outcomes": grids.by_outcome,
    "blocks": grids.directorate_blocks,
    "prose": lists.prose,
    "across": boards.across,
    "indicators": boards.indicators,
    "cards": boards.cards,
    "bands": boards.bands,
}
