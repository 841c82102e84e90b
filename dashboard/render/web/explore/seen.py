"""The saved views that a reader may see: those whose areas all are the reader's, since a name tells of them too."""

from dashboard.metrics.warehouse import Warehouse
from dashboard.store.place import kept_folder
from dashboard.store.saved_views import SavedView, saved_views


def views_seen(warehouse: Warehouse) -> tuple[SavedView, ...]:
    """All views in the order of their names, without those that ask of an area the reader may not see."""
    return tuple(
        view
        for view in saved_views(kept_folder())
        if all(warehouse.may_see(code) for code in view.query.get("areas", "").split(","))
    )
