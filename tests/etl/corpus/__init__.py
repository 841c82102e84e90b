"""Made-up forms as offices make them, each with what a person reads in it: written from the demands, not the code."""
