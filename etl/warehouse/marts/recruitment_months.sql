-- 一行是一个区域一个月一类招聘活动的合计，按举办月份；入职率的分母只含已回访上报入职的活动
SELECT
    area_code,
    strftime(held_on, '%Y-%m') AS month,
    kind,
    count(*) AS events,
    sum(enterprises_attending)::BIGINT AS enterprises_attending,
    sum(openings)::BIGINT AS openings,
    sum(visitors)::BIGINT AS visitors,
    sum(intentions)::BIGINT AS intentions,
    sum(hires)::BIGINT AS hires,
    sum(intentions) FILTER (WHERE hires IS NOT NULL)::BIGINT AS intentions_of_hires,
    origin
FROM core.recruitment_events
GROUP BY area_code, strftime(held_on, '%Y-%m'), kind, origin
ORDER BY month, area_code, kind
