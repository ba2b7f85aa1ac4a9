"""The contract: what is printed (`Document`), what it means (the records and their codes), and what can go wrong (errors).

Everything else in the program speaks these types, and holds printed figures against each other as `printed` says; this package imports
nothing of ours.
"""

from schemas.codes import (
    Basis,
    CommitmentKind,
    Dimension,
    LabelKind,
    Measure,
    Regime,
    Section,
    Severity,
    Source,
    Stage,
    State,
    Status,
    Unit,
    UnreadKind,
)
from schemas.document import UNCERTAIN, Cell, Document, Gap, Grid, GridSource, Passage, PassageKind, Text, Word
from schemas.errors import DatasetError, SettingsError, UnreadableFileError, UnsupportedFormatError, UpheldError, VocabularyError
from schemas.period import Period
from schemas.place import Box, Place
from schemas.records import Comment, Commitment, Coverage, Figure, Finding, Label, Records, Report, Revision, Service, Unread, columns

__all__ = [
    "UNCERTAIN",
    "Basis",
    "Box",
    "Cell",
    "Comment",
    "Commitment",
    "CommitmentKind",
    "Coverage",
    "DatasetError",
    "Dimension",
    "Document",
    "Figure",
    "Finding",
    "Gap",
    "Grid",
    "GridSource",
    "Label",
    "LabelKind",
    "Measure",
    "Passage",
    "PassageKind",
    "Period",
    "Place",
    "Records",
    "Regime",
    "Report",
    "Revision",
    "Section",
    "Service",
    "SettingsError",
    "Severity",
    "Source",
    "Stage",
    "State",
    "Status",
    "Text",
    "Unit",
    "Unread",
    "UnreadKind",
    "UnreadableFileError",
    "UnsupportedFormatError",
    "UpheldError",
    "VocabularyError",
    "Word",
    "columns",
]  # fmt: skip
