"""A metric, areas and periods in an address → the same cells that pages show, as CSV or JSON, for the account that asks."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.access.account import EVERYBODY, Account
from dashboard.access.acting import acting
from dashboard.access.mode import Mode, mode
from dashboard.access.roles import Act
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas, default_area
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import Grain, grain_of, is_period
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable
from dashboard.render.web.gate.door import reader
from dashboard.render.web.gate.openapi import COLUMNS, openapi
from dashboard.store.audit import Did, record

MOST_AREAS = 200
RANGE = ".."


class Refused(Exception):
    """A question that cannot be answered; the status of HTTP, and the sentence in Chinese that says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


@dataclass(frozen=True)
class Asked:
    """A metric of some areas, by periods of one grain from the first to the last, and by a dimension or none."""

    metric: Metric
    areas: tuple[str, ...]
    grain: Grain
    since: str | None
    until: str | None
    by: str | None


async def metric_answer(request: Request) -> Response:
    """The cells that were asked for; a refusal as JSON with its sentence."""
    try:
        account = _admitted(request)
        return await run_in_threadpool(_answer, account, request.path_params, request.query_params)
    except Refused as refused:
        return _json({"error": refused.message}, refused.status)


async def openapi_answer(_: Request) -> Response:
    """What can be asked, as OpenAPI."""
    return _json(openapi())


def _admitted(request: Request) -> Account:
    account = reader(request)
    if account is None:
        raise Refused(
            401, "请在 Authorization 里写 Bearer 和接口令牌；令牌由管理人员用 python -m dashboard user token 给出。"
        )
    if not account.may(Act.EXPORT):
        raise Refused(403, f"账号的角色是“{account.role}”，不能导出数据。")
    return account


def _answer(account: Account, path: Mapping[str, str], query: Mapping[str, str]) -> Response:
    with acting(account):
        try:
            warehouse = current()
        except WarehouseUnavailable as error:
            raise Refused(503, error.message) from error
        asked = understood(warehouse, path["name"], query)
        if path["kind"] not in WRITERS:
            raise Refused(404, "只有 csv 和 json 两种。")
        found = cells(
            warehouse, asked.metric, asked.areas, grain=asked.grain, since=asked.since, until=asked.until, by=asked.by
        )
    if account is not EVERYBODY and mode() is not Mode.NONE:
        told = f"api/metrics/{asked.metric.name}.{path['kind']} {','.join(asked.areas)}"
        record(account.name, Did.TOOK, told, datetime.now(UTC))
    return WRITERS[path["kind"]](warehouse, asked, found)


def understood(warehouse: Warehouse, name: str, query: Mapping[str, str]) -> Asked:
    """What the address asks for. Raises Refused for what is not known, or not the reader's to see."""
    metric = METRICS.get(name)
    if metric is None:
        raise Refused(404, "没有这个指标；指标的名称见 api/openapi.json。")
    told = query.get("area") or default_area(warehouse) or ""
    codes = tuple(dict.fromkeys(filter(None, told.split(","))))
    if not codes or len(codes) > MOST_AREAS:
        raise Refused(400, f"区域要有 1 到 {MOST_AREAS} 个代码，用逗号隔开。")
    # An area of others is as unknown as one that is not there.
    if any(code not in areas(warehouse) or not warehouse.may_see(code) for code in codes):
        raise Refused(404, "没有这个区域，或不在账号的范围里。")
    since, until, grain = _span(metric, query.get("period", ""))
    by = query.get("by") or None
    if by is not None and by not in {dimension.name for dimension in metric.dimensions}:
        raise Refused(
            400, f"这个指标不能按它分；可以按：{'、'.join(one.name for one in metric.dimensions) or '（无）'}。"
        )
    return Asked(metric, codes, grain, since, until, by)


def _span(metric: Metric, told: str) -> tuple[str | None, str | None, Grain]:
    if not told:
        return None, None, metric.grain
    since, _, until = told.partition(RANGE)
    until = until or since
    if not (is_period(since) and is_period(until) and grain_of(since) == grain_of(until) and since <= until):
        raise Refused(400, f"时期要写成 2025-03、2025Q1 或 2025，一段写成 2024Q1{RANGE}2025Q4。")
    if grain_of(since) not in metric.grains:
        raise Refused(400, f"这个指标没有这样的时期；可以用：{'、'.join(metric.grains)}。")
    return since, until, grain_of(since)


def _row(warehouse: Warehouse, cell: Cell) -> tuple[object, ...]:
    absent = isinstance(cell.value, Absence)
    return (
        cell.area_code,
        areas(warehouse)[cell.area_code].name,
        cell.period,
        cell.part,
        None if absent else cell.value,
        cell.value_high,
        str(cell.value) if absent else None,
        ",".join(cell.origins),
        cell.as_of,
    )


def _as_json(warehouse: Warehouse, asked: Asked, found: Sequence[Cell]) -> Response:
    metric = asked.metric
    rows = [dict(zip(COLUMNS, _row(warehouse, cell), strict=True)) for cell in found]
    told = {"metric": metric.name, "label": metric.label, "unit": metric.unit, "version": warehouse.version}
    return _json(told | {"rows": rows})


def _as_csv(warehouse: Warehouse, asked: Asked, found: Sequence[Cell]) -> Response:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(warehouse, cell) for cell in found)
    name = f"{asked.metric.name}.csv"
    # The mark at the beginning lets spreadsheets read Chinese.
    return Response(
        f"\ufeff{text.getvalue()}".encode(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


WRITERS = {"json": _as_json, "csv": _as_csv}


def _json(told: object, status: int = 200) -> Response:
    class Plain(JSONResponse):
        def render(self, content: object) -> bytes:
            return json.dumps(content, ensure_ascii=False, allow_nan=False).encode()

    return Plain(told, status_code=status, headers={"Cache-Control": "no-store"})
