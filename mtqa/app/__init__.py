"""The review screen. Everything that judges is a pure function here; only the modules that draw import Streamlit."""
