"""The words of the program: a file that does not fit the contract is refused, and says where."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from schemas import VocabularyError
from schemas.vocabulary.reading import parse

SHIPPED = files("schemas").joinpath("vocabulary.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "holds", "told"),
    [
        ("stage", {"1": ["stage one"], "nine": ["stage nine"]}, r"\[stage\] `nine` is no stage of the contract"),
        ("commentary", {"applause": ["what people praised"]}, r"\[commentary\] `applause` is no commentary of the contract"),
        ("measure", {"upheld": ["upheld"], "not_upheld": ["Upheld"]}, r"\[measure\] 'upheld' means both upheld and not_upheld"),
        ("claims", {"complaint": ["case"], "day": ["case"]}, r"\[claims\] 'case' is both complaint and day"),
        ("claims", {"measure": {"applauded": ["clapped"]}}, r"\[claims.measure\] `applauded` is no measure of the contract"),
        ("charts", {"named": ["series"]}, r"\[charts\] has no `unnamed`"),
        ("total", ["total"], r"\[total\] is missing or is no table of lists"),
    ],
)
def test_words_that_are_not_of_the_contract_are_refused_by_table_and_key(table: str, holds: object, told: str) -> None:
    data: dict[str, Any] = tomllib.loads(SHIPPED)
    with pytest.raises(VocabularyError, match=told):
        parse({**data, table: holds})
