"""Areas → the geometry that every kind of drawn map shares."""
