"""What the page 区域档案 tells of one area or one enterprise that may be named."""
