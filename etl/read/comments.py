"""Turns the comments of a worksheet, old and threaded, into what each cell's say."""

from collections import defaultdict

from etl.read.packages import Package, attribute, local

COMMENT_KINDS = frozenset({"comments", "threadedComment"})
COMMENTS = frozenset({"comment", "threadedComment"})


def read_comments(package: Package, sheet_part: str) -> dict[str, str]:
    """Address → all that is said of the cell."""
    said: defaultdict[str, str] = defaultdict(str)
    for relation in package.relations(sheet_part).values():
        if relation.kind not in COMMENT_KINDS or relation.target not in package:
            continue
        for element in package.tree(relation.target).iter():
            if local(element.tag) in COMMENTS and (place := attribute(element, "ref")):
                said[place] += "".join(text.text or "" for text in element.iter() if local(text.tag) in {"t", "text"})
    return dict(said)
