-- 一行是一个项目的一个节点，连同数据所知的最后一天
SELECT
    item.area_code,
    item.project_id,
    item.title,
    item.kind,
    item.sequence,
    item.milestone,
    item.promised_days,
    item.started_on,
    item.planned_on,
    item.done_on,
    item.acquired_mu,
    as_of.day AS known_until_on,
    item.origin
FROM core.projects AS item
-- What the data can know: nothing after the last thing that happened in them is late or in time.
CROSS JOIN (SELECT greatest(max(started_on), max(done_on)) AS day FROM core.projects) AS as_of
ORDER BY item.project_id, item.sequence
