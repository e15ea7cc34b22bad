"""The values of mtqa: spans, issues, documents, reviews, settings and errors. Standard library only."""
