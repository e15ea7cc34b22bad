"""The rules, a module per family. Add one by writing a function under `@rule` in its family's module."""
