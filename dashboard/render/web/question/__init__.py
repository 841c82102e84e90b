"""The question line of every page: one box, and below it the answer with what was understood; the front door of the folder."""

from dashboard.render.web.question.line import AFTER, ASK, question_line

__all__ = ["AFTER", "ASK", "question_line"]
