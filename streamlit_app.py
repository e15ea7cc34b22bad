"""The review screen: streamlit run streamlit_app.py"""

from mtqa.app.main import main

main()
