"""What people make in the program, in `data/kept`: closed editions of a meeting, and how its pages were prepared."""
