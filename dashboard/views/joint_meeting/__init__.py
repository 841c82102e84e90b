"""What the page 联席会议 shows beyond the kinds of every page."""
