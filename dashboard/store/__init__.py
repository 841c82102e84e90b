"""What is kept of a meeting beside the warehouse: closed editions, and how its pages were prepared."""
