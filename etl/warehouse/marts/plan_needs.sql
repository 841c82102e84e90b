-- 一行是公开文件所列的一项需求：文件中的措施、为它议定的事项，以及其后同类需求办得怎样
WITH decided AS (
    SELECT
        item_id,
        count(DISTINCT decision_id) AS decisions,
        count(DISTINCT decision_id) FILTER (WHERE status = '已办结') AS decisions_closed,
        arg_max(node, starts_on) AS node,
        arg_max(status, starts_on) AS status,
        max(starts_on) AS updated_on,
        min(origin) AS origin
    FROM mart.decision_timeline
    WHERE item_id IS NOT NULL AND ends_on IS NULL
    GROUP BY item_id
),

alike AS (
    SELECT
        plan.item_id,
        count(*) AS raised,
        count(*) FILTER (WHERE need.closed_on IS NOT NULL) AS closed,
        count(*) FILTER (WHERE need.closed_on IS NOT NULL AND need.matched_item_id IS NOT NULL) AS met,
        min(need.origin) AS origin
    FROM core.list_items AS plan
    JOIN mart.area_tree AS tree ON tree.ancestor_code = plan.area_code
    JOIN core.list_items AS need
        ON need.area_code = tree.area_code
        AND need.topic = plan.topic
        AND need.served_group = plan.served_group
        AND need.list_kind = '需求'
        AND need.status IS NOT NULL
        AND need.raised_on >= plan.raised_on
    WHERE plan.list_kind = '需求' AND plan.quote IS NOT NULL
    GROUP BY plan.item_id
)

SELECT
    need.item_id,
    need.area_code,
    need.served_group,
    need.topic,
    need.title,
    need.quote,
    need.document_id,
    need.paragraph,
    need.note,
    need.raised_on,
    measure.list_kind AS measure_kind,
    measure.title AS measure,
    measure.quote AS measure_quote,
    measure.paragraph AS measure_paragraph,
    decided.decisions,
    decided.decisions_closed,
    decided.status AS decision_status,
    decided.node AS decision_node,
    decided.updated_on,
    alike.raised AS alike_raised,
    alike.closed AS alike_closed,
    alike.met AS alike_met,
    need.origin,
    coalesce(decided.origin, alike.origin) AS result_origin
FROM core.list_items AS need
LEFT JOIN core.list_items AS measure ON measure.item_id = need.matched_item_id
LEFT JOIN decided ON decided.item_id = need.item_id
LEFT JOIN alike ON alike.item_id = need.item_id
WHERE need.list_kind = '需求' AND need.quote IS NOT NULL
ORDER BY need.item_id
