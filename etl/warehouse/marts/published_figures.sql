-- 一行是公开文件中印出的一个数字，连同文件、区域与所指时期；原文未印年份的按推定年份
WITH dated AS (
    SELECT
        fact.*,
        document.title AS document_title,
        document.issued_by,
        contains(fact.as_of, 'XXXX') AS is_year_assumed,
        replace(fact.as_of, 'XXXX', coalesce(document.assumed_year::VARCHAR, 'XXXX')) AS dated_as
    FROM core.published_facts AS fact
    JOIN core.documents AS document ON document.document_id = fact.document_id
)

SELECT
    dated.fact_id,
    dated.area_code,
    areas.name AS area_name,
    areas.path AS area_path,
    dated.entity_kind,
    dated.entity,
    dated.measure,
    dated.qualifier,
    dated.value,
    dated.unit,
    dated.value_low,
    dated.value_high,
    dated.as_of,
    dated.dated_as,
    dated.is_year_assumed,
    -- A year stands for itself, a month or day for its quarter; an unknown year for nothing.
    CASE
        WHEN regexp_matches(dated.dated_as, '^\d{4}$') THEN dated.dated_as
        WHEN regexp_matches(dated.dated_as, '^\d{4}-\d{2}')
            THEN substr(dated.dated_as, 1, 4) || 'Q' || ((substr(dated.dated_as, 6, 2)::INTEGER + 2) // 3)
    END AS period,
    dated.fact_nature,
    dated.fact_nature <> '个案' AS is_chartable,
    dated.quote,
    dated.document_id,
    dated.document_title,
    dated.issued_by,
    dated.paragraph,
    dated.origin
FROM dated
JOIN mart.area_profile AS areas ON areas.area_code = dated.area_code
ORDER BY dated.document_id, dated.fact_id
