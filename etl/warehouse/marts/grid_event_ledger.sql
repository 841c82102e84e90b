-- 一行是一件网格事件（不含任何个人信息）；没有办结的在前，其余按办结时间从早到晚排好，查一段时期的事件只读相关的几段
SELECT
    event.event_id,
    event.grid_code AS area_code,
    area.name AS area_name,
    event.kind,
    event.channel,
    event.reported_at,
    event.due_at,
    event.closed_at,
    event.origin
FROM core.grid_events AS event
JOIN mart.area_profile AS area ON area.area_code = event.grid_code
ORDER BY event.closed_at NULLS FIRST, event.due_at, event.event_id
