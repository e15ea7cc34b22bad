"""Knowledge of languages: lexicons and their matcher, word model, leftover finder, origin of a text."""
