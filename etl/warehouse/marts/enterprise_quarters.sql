-- 一行是一家企业在园的一个季度；没有上报的季度，数值为空；属性按季末当时的计；is_…_public 为这一项本季可否具名显示
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
),

printed AS (
    SELECT enterprise_code, quarter, list(figure) AS figures
    FROM core.enterprise_disclosures
    GROUP BY enterprise_code, quarter
),

-- Consent opens every figure of its quarters; a document only the one that it printed, for the quarter that it speaks of.
attributes AS (
    SELECT held.*, held.disclosure = '企业同意' AS has_consent, coalesce(printed.figures, []) AS figures
    FROM mart.enterprise_attributes AS held
    LEFT JOIN printed ON printed.enterprise_code = held.enterprise_code AND printed.quarter = held.quarter
)

SELECT
    enterprise.area_code,
    spine.quarter,
    spine.enterprise_code,
    -- The name goes no further than its disclosure allows, and carries no figure with it.
    CASE WHEN attributes.disclosure IN ('已公开', '企业同意') THEN enterprise.name END AS disclosed_name,
    attributes.industry,
    -- Trade and logistics make nothing: they have a revenue, and no output of industry.
    attributes.industry <> '商贸物流' AS is_industrial,
    CASE WHEN attributes.is_above_scale THEN '规上' ELSE '规下' END AS scale,
    attributes.is_above_scale,
    attributes.disclosure,
    attributes.land_mu,
    attributes.is_land_same_scope,
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
    attributes.has_consent OR list_contains(attributes.figures, '总产值') AS is_gross_output_public,
    attributes.has_consent OR list_contains(attributes.figures, '销售产值') AS is_sales_output_public,
    attributes.has_consent OR list_contains(attributes.figures, '营业收入') AS is_revenue_public,
    attributes.has_consent OR list_contains(attributes.figures, '税收') AS is_tax_public,
    attributes.has_consent OR list_contains(attributes.figures, '期末从业人员') AS is_employees_public,
    attributes.has_consent OR list_contains(attributes.figures, '用电量') AS is_electricity_public,
    attributes.has_consent OR list_contains(attributes.figures, '用地面积')
        OR enterprise.origin = 'published' AS is_land_public,
    coalesce(report.origin, enterprise.origin) AS origin
FROM spine
JOIN core.enterprises AS enterprise ON enterprise.enterprise_code = spine.enterprise_code
JOIN attributes ON attributes.enterprise_code = spine.enterprise_code AND attributes.quarter = spine.quarter
JOIN mart.area_profile AS area ON area.area_code = enterprise.area_code
LEFT JOIN registered ON registered.scope_code = coalesce(area.district_code, area.area_code)
JOIN mart.reporting_quarters AS period
    ON period.dataset = 'enterprise_quarters' AND period.quarter = spine.quarter
LEFT JOIN core.enterprise_quarters AS report
    ON report.enterprise_code = spine.enterprise_code AND report.quarter = spine.quarter
ORDER BY spine.quarter, enterprise.area_code, spine.enterprise_code
