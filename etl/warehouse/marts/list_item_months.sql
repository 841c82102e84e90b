-- 一行是清单上的一项在列入后一个月的月末情况；没有上报状态的需求只计列入，不计对接与办结
WITH as_of AS (
    -- What the lists can know: nothing after the last thing written in them is late or open.
    SELECT max(greatest(raised_on, matched_on, closed_on)) AS day
    FROM core.list_items
),

items AS (
    SELECT
        *,
        list_kind = '需求' AS is_need,
        -- Empty for offers, and for needs of which only a document tells.
        CASE WHEN list_kind = '需求' AND status IS NOT NULL THEN 1 END AS told
    FROM core.list_items
),

ends AS (
    SELECT
        strftime(started.at, '%Y-%m') AS month,
        started.at::DATE AS starts_on,
        least(last_day(started.at::DATE), as_of.day) AS ends_on
    FROM (
        SELECT unnest(generate_series(period.starts_on::TIMESTAMP, period.ends_on::TIMESTAMP, INTERVAL 1 MONTH)) AS at
        FROM mart.reporting_quarters AS period
        WHERE period.dataset = 'list_items'
    ) AS started
    CROSS JOIN as_of
)

SELECT
    item.area_code,
    ends.month,
    item.item_id,
    item.list_kind,
    item.served_group,
    item.topic,
    item.raised_by_kind,
    CASE
        WHEN item.told IS NULL OR item.closed_on <= ends.ends_on THEN '不在办'
        WHEN date_diff('day', item.raised_on, ends.ends_on) <= 30 THEN '30天以内'
        WHEN date_diff('day', item.raised_on, ends.ends_on) <= 90 THEN '31–90天'
        WHEN date_diff('day', item.raised_on, ends.ends_on) <= 180 THEN '91–180天'
        ELSE '180天以上'
    END AS age_band,
    item.is_need::INTEGER AS needs,
    (item.list_kind = '资源')::INTEGER AS resources,
    (item.list_kind = '服务')::INTEGER AS services,
    item.told AS needs_told,
    item.told * (item.raised_on >= ends.starts_on)::INTEGER AS needs_raised,
    item.told * coalesce(item.matched_on BETWEEN ends.starts_on AND ends.ends_on, false)::INTEGER AS needs_matched_now,
    item.told * coalesce(item.closed_on BETWEEN ends.starts_on AND ends.ends_on, false)::INTEGER AS needs_closed_now,
    item.told * coalesce(item.matched_on <= ends.ends_on, false)::INTEGER AS needs_matched,
    item.told * (item.matched_item_id IS NOT NULL AND coalesce(item.closed_on <= ends.ends_on, false))::INTEGER
        AS needs_met,
    item.told * coalesce(item.closed_on > ends.ends_on, true)::INTEGER AS needs_open,
    item.told * (item.due_on <= ends.ends_on)::INTEGER AS needs_due_to_date,
    item.told * (item.due_on <= ends.ends_on AND coalesce(item.closed_on <= ends.ends_on, false))::INTEGER
        AS needs_due_closed,
    item.told * (item.due_on BETWEEN ends.starts_on AND ends.ends_on)::INTEGER AS needs_due,
    item.told * (
        item.due_on BETWEEN ends.starts_on AND ends.ends_on AND coalesce(item.closed_on <= item.due_on, false)
    )::INTEGER AS needs_closed_in_time,
    item.told * (item.due_on < ends.ends_on AND coalesce(item.closed_on > ends.ends_on, true))::INTEGER
        AS needs_overdue,
    item.told * CASE
        WHEN item.closed_on BETWEEN ends.starts_on AND ends.ends_on 
            THEN date_diff('day', item.raised_on, item.closed_on)
        ELSE 0
    END AS closed_days,
    item.origin
FROM items AS item
JOIN ends ON item.raised_on <= ends.ends_on
ORDER BY ends.month, item.item_id
