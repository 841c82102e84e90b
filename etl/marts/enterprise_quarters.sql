-- 一行是一家企业在园的一个季度；没有上报的季度，数值为空
WITH spine AS (
    SELECT enterprise.enterprise_code, period.quarter
    FROM core.enterprises AS enterprise
    JOIN mart.reporting_quarters AS period
        ON period.dataset = 'enterprise_quarters'
        AND coalesce(enterprise.settled_on <= period.ends_on, true)
        AND coalesce(enterprise.left_on >= period.starts_on, true)
    UNION
    -- A report sent for a quarter outside the stay is still a report: nothing that was sent is lost from a sum.
    SELECT enterprise_code, quarter
    FROM core.enterprise_quarters
),

-- Enterprises that documents happen to name are no register: where nothing else is, nobody knows how many there are.
registered AS (
    SELECT DISTINCT coalesce(area.district_code, area.area_code) AS scope_code
    FROM core.enterprises AS enterprise
    JOIN mart.area_profile AS area ON area.area_code = enterprise.area_code
    WHERE enterprise.origin <> 'published'
)

SELECT
    enterprise.area_code,
    spine.quarter,
    spine.enterprise_code,
    -- The name goes no further than its disclosure allows.
    CASE WHEN enterprise.disclosure IN ('已公开', '企业同意') THEN enterprise.name END AS disclosed_name,
    enterprise.industry,
    CASE WHEN enterprise.is_above_scale THEN '规上' ELSE '规下' END AS scale,
    enterprise.is_above_scale,
    enterprise.disclosure,
    enterprise.land_mu,
    enterprise.is_land_same_scope,
    registered.scope_code IS NOT NULL AS is_registered,
    coalesce(enterprise.settled_on <= period.ends_on, true)
        AND coalesce(enterprise.left_on > period.ends_on, true) AS is_settled,
    coalesce(enterprise.settled_on BETWEEN period.starts_on AND period.ends_on, false) AS is_newly_settled,
    coalesce(enterprise.left_on BETWEEN period.starts_on AND period.ends_on, false) AS has_left,
    report.enterprise_code IS NOT NULL AS has_report,
    report.gross_output_cny_10k,
    report.sales_output_cny_10k,
    report.revenue_cny_10k,
    report.tax_cny_10k,
    report.employees_persons,
    report.electricity_mwh,
    coalesce(report.origin, enterprise.origin) AS origin
FROM spine
JOIN core.enterprises AS enterprise ON enterprise.enterprise_code = spine.enterprise_code
JOIN mart.area_profile AS area ON area.area_code = enterprise.area_code
LEFT JOIN registered ON registered.scope_code = coalesce(area.district_code, area.area_code)
JOIN mart.reporting_quarters AS period
    ON period.dataset = 'enterprise_quarters' AND period.quarter = spine.quarter
LEFT JOIN core.enterprise_quarters AS report
    ON report.enterprise_code = spine.enterprise_code AND report.quarter = spine.quarter
ORDER BY spine.quarter, enterprise.area_code, spine.enterprise_code
