-- 一行是一个区域一个季度选树的一类典型案例，按选树日期
SELECT
    area_code,
    year(selected_on) || 'Q' || quarter(selected_on) AS quarter,
    nature,
    count(*) AS cases,
    count(*) FILTER (WHERE replicated > 0) AS cases_replicated,
    count(replicated) AS cases_told,
    sum(publicity)::BIGINT AS publicity,
    sum(replicated)::BIGINT AS replicated,
    origin
FROM core.exemplary_cases
GROUP BY ALL
ORDER BY quarter, area_code, nature
