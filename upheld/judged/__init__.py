"""Findings -> what a person needs to judge them, and what she decided.

`confirming` has a second reader read their cells; `evidence` works out their arithmetic, and `excerpts` the tables to show where a report
has no pages; `reviewed` reads the decisions that report.html exported.
"""
