"""What the page 服务共治 shows beyond the kinds of every page."""
