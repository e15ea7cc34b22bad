"""The review screen; start it with `make app`, or `streamlit run streamlit_app.py`."""

from mtqa.app.main import main

main()
