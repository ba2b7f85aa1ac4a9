"""Specimen reports of invented councils, and what draws them."""
