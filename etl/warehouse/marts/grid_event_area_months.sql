-- 一行是一个网格以上的区域一个月一类事件、一个渠道的合计，由网格事件月度逐级相加；不问到网格的，都由它回答
SELECT
    tree.ancestor_code AS area_code,
    grid.month,
    grid.kind,
    grid.channel,
    sum(grid.accepted)::BIGINT AS accepted,
    sum(grid.closed)::BIGINT AS closed,
    sum(grid.closed_days) AS closed_days,
    sum(grid.reopened)::BIGINT AS reopened,
    sum(grid.due)::BIGINT AS due,
    sum(grid.closed_in_time)::BIGINT AS closed_in_time,
    sum(grid.overdue_entered)::BIGINT AS overdue_entered,
    sum(grid.overdue_left)::BIGINT AS overdue_left,
    grid.origin
FROM mart.grid_event_months AS grid
JOIN mart.area_tree AS tree ON tree.area_code = grid.area_code
JOIN mart.area_profile AS area ON area.area_code = tree.ancestor_code
WHERE area.level <> '网格'
GROUP BY tree.ancestor_code, grid.month, grid.kind, grid.channel, grid.origin
ORDER BY area_code, grid.month, grid.kind, grid.channel, grid.origin
