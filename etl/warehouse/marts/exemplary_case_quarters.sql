-- 一行是一个典型案例在选树以后的一个季度
SELECT
    cases.area_code,
    period.quarter,
    cases.case_id,
    cases.nature,
    1 AS cases,
    CASE WHEN cases.replicated IS NOT NULL THEN 1 END AS cases_told,
    CASE
        WHEN cases.replicated IS NOT NULL
            -- Where nobody says since when, the case counts as followed from the start.
            THEN (cases.replicated > 0 AND coalesce(cases.replicated_on <= period.ends_on, true))::INTEGER
    END AS cases_replicated,
    cases.origin
FROM core.exemplary_cases AS cases
JOIN mart.reporting_quarters AS period ON period.dataset = 'all' AND period.ends_on >= cases.selected_on
ORDER BY period.quarter, cases.case_id
