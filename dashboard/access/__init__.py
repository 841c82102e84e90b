"""Who may see and do what: how readers are known, what a role may, and how somebody signs in. Files are kept by `store`."""
