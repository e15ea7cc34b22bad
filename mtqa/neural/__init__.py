"""Small language models on the CPU: token states of both sides, probabilities of the target, and what is learnt from them.

Everything here is optional: where a package or a built model is missing, `ModelError` says how to get it.
"""
