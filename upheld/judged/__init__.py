"""Findings -> what a person needs to judge them, and what she decided.

`originals` are the reports, where they are at hand; `confirming` has a second reader read their cells; `evidence` works out the arithmetic,
and `excerpts` the tables to show where a report has no pages; `reviewed` reads the decisions that report.html exported.
"""
