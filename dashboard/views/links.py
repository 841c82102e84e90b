"""A page and a choice → the link to it, in the version that is looked at."""

from urllib.parse import urlencode

from dashboard.metrics.warehouse import Warehouse

VERSION = "version"


def address(warehouse: Warehouse, page: str, query: dict[str, str]) -> str:
    """A link to a page that shows the same version: `overview?area=…&version=…`."""
    parameters = query | ({VERSION: warehouse.version} if warehouse.is_earlier else {})
    return f"{page}?{urlencode(parameters)}"
