from pkgutil import iter_modules

import etl


def test_no_function_bears_the_name_of_a_module():
    """Importing `etl.changes` would put the module in the place of the function."""
    modules = {module.name for module in iter_modules(etl.__path__)}
    assert modules and not modules & {name for name, value in vars(etl).items() if callable(value)}
