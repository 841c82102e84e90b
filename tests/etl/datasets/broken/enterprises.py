"""Spoiled rows of what changed in the register of enterprises; see `test_broken_rows.py`."""

ENTERPRISE = {
    "enterprise_code": "BGQY1",
    "name": "变更试验企业",
    "area_code": "宝盖科技园",
    "industry": "服装",
    "is_above_scale": "是",
    "is_land_same_scope": "否",
    "disclosure": "内部",
}
FORMS = {"enterprises": (ENTERPRISE,)}
CHANGE = {
    "enterprise_code": "变更试验企业",
    "changed_on": "2024-07-01",
    "is_formerly_above_scale": "否",
    "former_industry": None,
    "former_land_mu": None,
    "is_formerly_land_same_scope": None,
    "former_disclosure": None,
}

EARLIER = CHANGE | {"changed_on": "2023-07-01", "former_industry": "针织"}

CASES = (("enterprise_changes", (EARLIER, CHANGE), {"is_formerly_above_scale": None}, "changed_on"),)
