"""The product → what a town installs and keeps running: the bundle for computers without a network, and its check-up."""
