from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st

    from dashboard.render.web.follow import follow_theme

    follow_theme()
    st.text("drawn")


def test_the_watcher_draws_nothing_and_stops_nothing():
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    assert [text.value for text in app.text] == ["drawn"]
