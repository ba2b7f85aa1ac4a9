"""Measures the service matcher on labelled names, and fits its weights."""
