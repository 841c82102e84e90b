"""The metrics and what each can be asked → the description of the API as OpenAPI 3.1."""

from typing import Any

from dashboard.metrics.catalogue import METRICS

# What stands in each row of an answer, and what it is.
COLUMNS = {
    "area_code": "区域代码",
    "area": "区域名称",
    "period": "时期：2025-03、2025Q1 或 2025",
    "part": "按某个维度分时的一类，否则为空",
    "value": "数值，单位见 unit；没有时为空，原因见 absence",
    "value_high": "区间的上限，不是区间的为空",
    "absence": "没有数值的原因：未填报、不公开、不可比、本期无此项",
    "origins": "来源：demo 演示，published 公开，reported 填报",
    "as_of": "截至的月或季",
}
NUMBERS = ("value", "value_high")


def openapi() -> dict[str, Any]:
    """The description; one path for every metric would say the same a hundred times, so the names are a list."""
    parameters = [
        _parameter("name", "path", "指标", {"type": "string", "enum": sorted(METRICS)}),
        _parameter("kind", "path", "文件种类", {"type": "string", "enum": ["csv", "json"]}),
        _parameter("area", "query", "区域代码，多个用逗号隔开；不写时为账号范围里的第一个片区", {"type": "string"}),
        _parameter("period", "query", "时期，或一段：2024Q1..2025Q4；不写时为全部", {"type": "string"}),
        _parameter("by", "query", "按哪个维度分，见 x-dimensions", {"type": "string"}),
    ]
    row = {
        "type": "object",
        "properties": {
            name: {"type": ["number" if name in NUMBERS else "string", "null"], "description": told}
            for name, told in COLUMNS.items()
        },
    }
    answer = {
        "type": "object",
        "properties": {
            **{name: {"type": "string"} for name in ("metric", "label", "unit", "version")},
            "rows": {"type": "array", "items": row},
        },
    }
    refusals = {
        "400": "问法不对",
        "401": "没有令牌",
        "403": "角色不能导出",
        "404": "没有这个指标或区域",
        "503": "没有数据",
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "三区联创数据接口",
            "version": "1",
            "description": "与网页同样的数，同样的范围，同样的不公开。",
        },
        "paths": {
            "/api/metrics/{name}.{kind}": {
                "get": {
                    "operationId": "metric",
                    "summary": "一个指标按区域和时期的数",
                    "security": [{"token": []}],
                    "parameters": parameters,
                    "responses": {
                        "200": {
                            "description": "数",
                            "content": {"application/json": {"schema": answer}, "text/csv": {}},
                        },
                        **{code: {"description": told} for code, told in refusals.items()},
                    },
                }
            }
        },
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "x-metrics": {
            metric.name: {
                "label": metric.label,
                "unit": metric.unit,
                "grains": list(metric.grains),
                "x-dimensions": [dimension.name for dimension in metric.dimensions],
            }
            for metric in METRICS.values()
        },
    }


def _parameter(name: str, place: str, told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "description": told, "schema": schema}
