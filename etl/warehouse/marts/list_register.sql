-- 一行是清单上的一项，带所在区域与它对接的资源或服务
SELECT
    item.item_id,
    item.area_code,
    area.name AS area_name,
    item.list_kind,
    item.served_group,
    item.topic,
    item.title,
    item.raised_on,
    item.raised_by_kind,
    item.matched_item_id,
    offer.title AS matched_title,
    item.matched_on,
    item.responsible_unit,
    item.due_on,
    item.status,
    item.closed_on,
    item.help_mode,
    item.origin
FROM core.list_items AS item
JOIN core.areas AS area ON area.area_code = item.area_code
LEFT JOIN core.list_items AS offer ON offer.item_id = item.matched_item_id
ORDER BY item.raised_on, item.item_id
