"""What the page 培训孵化 shows beyond the kinds of every page."""
