"""What the page 关注事项 lists: every matter, since when it is one, who has it, and what moved since another time."""
