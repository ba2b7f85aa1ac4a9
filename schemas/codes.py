"""The closed sets of the dataset. The words are those of the contract and do not change."""

from enum import StrEnum


class Code(StrEnum):
    """A word of a closed set: equal to the plain word, and found as fast as it in sets and tables."""

    __hash__ = str.__hash__


class Status(Code):
    EXTRACTED = "extracted"
    PARTIAL = "partial"
    NO_FIGURES = "no_figures"
    FAILED = "failed"


class Source(Code):
    TABLE = "table"
    CHART = "chart"
    PROSE = "prose"


class Basis(Code):
    CURRENT = "current"
    PRIOR = "prior"
    DIFFERENCE = "difference"


class Stage(Code):
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    OMBUDSMAN = "ombudsman"
    ALL = "all"


class Measure(Code):
    RECEIVED = "received"
    ESCALATED = "escalated"
    ESCALATED_PCT = "escalated_pct"
    DECIDED = "decided"
    OPEN = "open"
    INVESTIGATED = "investigated"
    NOT_PURSUED = "not_pursued"
    UPHELD = "upheld"
    UPHELD_PCT = "upheld_pct"
    PARTIALLY_UPHELD = "partially_upheld"
    PARTIALLY_UPHELD_PCT = "partially_upheld_pct"
    UPHELD_OR_PARTLY = "upheld_or_partly"
    UPHELD_OR_PARTLY_PCT = "upheld_or_partly_pct"
    NOT_UPHELD = "not_upheld"
    NOT_UPHELD_PCT = "not_upheld_pct"
    NEWLY_UPHELD_PCT = "newly_upheld_pct"
    IN_TARGET = "in_target"
    IN_TARGET_PCT = "in_target_pct"
    OUT_OF_TARGET = "out_of_target"
    AVERAGE_DAYS = "average_days"
    TARGET = "target"
    CASES = "cases"
    SHARE_PCT = "share_pct"
    MULTI_SERVICE = "multi_service"
    COMPLIMENTS = "compliments"
    FEEDBACK = "feedback"
    RATE_PER_1000 = "rate_per_1000"
    REMEDY_GBP = "remedy_gbp"
    OTHER = "other"


class Dimension(Code):
    CAUSE = "cause"
    THEME = "theme"
    SUBSERVICE = "subservice"
    CHANNEL = "channel"
    RATING = "rating"
    OUTCOME = "outcome"
    ACTION = "action"


class Unit(Code):
    COUNT = "count"
    PERCENT = "percent"
    GBP = "gbp"
    DAYS = "days"


class State(Code):
    REPORTED = "reported"
    NOT_APPLICABLE = "not_applicable"
    NIL = "nil"
    MISSING = "missing"
    UNREADABLE = "unreadable"


class Regime(Code):
    CORPORATE = "corporate"
    CHILDREN = "children"
    ADULTS = "adults"
    LANDLORD = "landlord"


class CommitmentKind(Code):
    COMMITMENT = "commitment"
    IMPROVEMENT = "improvement"
    RECOMMENDATION = "recommendation"


class Section(Code):
    THEME = "theme"
    SERVICE_COMMENT = "service_comment"
    TEAM_COMMENT = "team_comment"
    LINK = "link"
    SUMMARY = "summary"
    SCOPE = "scope"
    NOTE = "note"


class Severity(Code):
    ERROR = "error"
    WARNING = "warning"
    EXPLAINED = "explained"


class UnreadKind(Code):
    UNREAD = "unread"
    MISREAD = "misread"


class LabelKind(Code):
    """What a label says, and of what: a table's corner of whom, its caption of when; a span of days, the day of a case, a year."""

    CORNER = "corner"
    CAPTION = "caption"
    SPAN = "span"
    DAY = "day"
    YEAR = "year"
