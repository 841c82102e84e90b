"""Turns a running order into one HTML file that is presented from and handed over; the front door of the folder."""

from dashboard.render.html.document import to_html, update

__all__ = ["to_html", "update"]
