"""The question line: a question typed in Chinese → what it is understood to ask → an answer out of the metric layer.

`lexicon` knows what words mean, `reading` reads a text by them, `answering` answers what was read.
"""
