"""The reading half: the published warehouse → measured figures → pictures that pages choose from."""
