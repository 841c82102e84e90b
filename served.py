"""The frame behind its door: `streamlit run served.py` serves `app.py` with sign-in, headers and API; `app.py` alone has none."""

from streamlit.starlette import App

from dashboard.render.web.gate import middleware, routes

app = App("app.py", routes=routes(), middleware=middleware())
