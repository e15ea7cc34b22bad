"""Scores: quality from issues, fluency of the text, agreement with a reference."""
