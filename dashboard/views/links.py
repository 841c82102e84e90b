"""A page and a choice → the link to it, in the version that is looked at."""

from collections.abc import Mapping
from urllib.parse import urlencode

from dashboard.metrics.areas import nearest_chosen
from dashboard.metrics.warehouse import Warehouse

VERSION = "version"
PROFILE = "profile"
# In the address of a profile: what the filter cannot name, an area outside of every 片区 or an enterprise.
OF = "of"


def address(warehouse: Warehouse, page: str, query: Mapping[str, str]) -> str:
    """A link to a page that shows the same version: `overview?area=…&version=…`."""
    parameters = dict(query) | ({VERSION: warehouse.version} if warehouse.is_earlier else {})
    return f"{page}?{urlencode(parameters)}"


def profile_query(
    warehouse: Warehouse, area_code: str, query: Mapping[str, str], enterprise: str = ""
) -> dict[str, str]:
    """The parameters of the profile of an area, or of an enterprise in it by its name, beside the others of `query`.

    Raises KeyError for an unknown area.
    """
    chosen = nearest_chosen(warehouse, area_code).area_code
    told = enterprise or ("" if chosen == area_code else area_code)
    return {"area": chosen} | {**query, "area": chosen} | ({OF: told} if told else {})


def profile(warehouse: Warehouse, area_code: str, query: Mapping[str, str], enterprise: str = "") -> str:
    """The link to the profile of an area, or of an enterprise in it; `query` has the period and the comparison."""
    return address(warehouse, PROFILE, profile_query(warehouse, area_code, query, enterprise))
