"""The metric layer: the published warehouse → measured figures with their origin, period and reason when missing."""
