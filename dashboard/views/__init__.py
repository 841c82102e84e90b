"""Answers of metrics → titled pictures: finding, figure, footer and table."""
