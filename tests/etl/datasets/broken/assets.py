"""Spoiled rows of assets, projects and the pipeline of the parks; see `test_broken_rows.py`."""

ASSET = {
    "asset_id": "A1",
    "quarter": "2024Q3",
    "title": "演示车库",
    "kind": "地下车库",
    "area_code": "塘后村",
    "state": "运营",
    "area_m2": 900,
    "spaces": 30,
    "in_use_since": "2018-03",
    "income_cny_10k": 12,
    "cost_cny_10k": 4,
    "share_pct": 50,
    "collective_income_cny_10k": 4,
}
PROJECT = {
    "project_id": "J1",
    "title": "演示项目",
    "kind": "全流程帮办",
    "area_code": "宝盖科技园",
    "sequence": 1,
    "milestone": "规划许可",
    "promised_days": 20,
    "started_on": "2024-03-01",
    "planned_on": "2024-03-21",
    "done_on": "2024-03-12",
    "acquired_mu": None,
}
PIPELINE = {
    "area_code": "石狮网商园",
    "quarter": "2024Q3",
    "signed": 60,
    "settled": 50,
    "operating": 45,
    "in_statistics": 9,
    "newly_above_scale": 1,
    "leasable_m2": 5000,
    "leased_m2": 4200,
}
EVENT = {
    "event_id": "X1",
    "area_code": "塘后村",
    "event": "开工",
    "dated": "XXXX-11-11",
    "quote": "今年11月11日",
    "document_id": "d1",
    "paragraph": "L1",
}
FORMS = {
    "documents": (
        {
            "document_id": "d1",
            "title": "某报道",
            "issued_by": "某报",
            "issued_on": "XXXX-12",
            "disclosure": "公开报道",
        },
    )
}

CASES = (
    ("assets", ASSET, {"state": "闲置"}, "income_cny_10k"),
    ("assets", ASSET, {"collective_income_cny_10k": 5}, "collective_income_cny_10k"),
    ("assets", ASSET, {"cost_cny_10k": 13}, "collective_income_cny_10k"),  # a loss is not shared
    ("assets", ASSET, {"cost_cny_10k": None}, "cost_cny_10k"),
    ("assets", ASSET, {"share_pct": None}, "share_pct"),
    ("assets", ASSET, {"kind": "商场"}, "spaces"),
    ("assets", ASSET, {"in_use_since": "2025"}, "in_use_since"),
    ("assets", ASSET, {"state": "出租"}, "state"),
    ("assets", ASSET, {"share_pct": 120}, "share_pct"),
    ("projects", PROJECT, {"planned_on": "2024-02-21"}, "planned_on"),
    ("projects", PROJECT, {"done_on": "2024-02-28"}, "done_on"),
    ("projects", PROJECT, {"started_on": None}, "started_on"),
    ("projects", PROJECT, {"acquired_mu": 3}, "acquired_mu"),
    ("projects", PROJECT, {"promised_days": 0}, "promised_days"),
    ("park_pipeline", PIPELINE, {"signed": 49}, "settled"),
    ("park_pipeline", PIPELINE, {"operating": 51}, "operating"),
    ("park_pipeline", PIPELINE, {"in_statistics": 46}, "in_statistics"),
    ("park_pipeline", PIPELINE, {"newly_above_scale": 10}, "newly_above_scale"),
    ("park_pipeline", PIPELINE, {"leased_m2": 5001}, "leased_m2"),
    ("park_pipeline", PIPELINE, {"leasable_m2": 3.2, "leased_m2": 2.5}, "leasable_m2"),
    ("assets", ASSET, {"income_cny_10k": 120000}, "income_cny_10k"),
    ("published_events", EVENT, {"dated": "11月初"}, "dated"),
    ("published_events", EVENT, {"document_id": "d2"}, "document_id"),
)
