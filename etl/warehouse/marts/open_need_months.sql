-- 一行是一项需求在列入后一个月末的一档在办时长和一种办理状态：属于这一档这一种的计 1，其余计 0，使每一档每一种在每个月都有数
SELECT
    item.area_code,
    item.month,
    item.item_id,
    item.served_group,
    item.topic,
    band.age_band,
    stage.stage,
    item.needs_open * (item.age_band = band.age_band AND item.needs_matched = stage.matched)::INTEGER AS needs_open,
    item.needs_overdue * (item.age_band = band.age_band AND item.needs_matched = stage.matched)::INTEGER AS needs_overdue,
    item.origin
FROM mart.list_item_months AS item
CROSS JOIN (SELECT unnest(['30天以内', '31–90天', '91–180天', '180天以上']) AS age_band) AS band
CROSS JOIN (SELECT unnest([0, 1]) AS matched, unnest(['待对接', '办理中']) AS stage) AS stage
WHERE item.needs_told = 1
ORDER BY item.month, item.item_id, band.age_band, stage.stage
