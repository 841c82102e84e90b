-- 一行是一家企业的一个季度：规上、行业、用地、公开属性按季末当时的计；企业变更没有记载的，按名录现在的
-- view
SELECT
    enterprise.enterprise_code,
    period.quarter,
    -- What held at a day stands in the first change after it, and in the register where none came after.
    coalesce(
        arg_min(change.former_industry, change.changed_on) FILTER (change.former_industry IS NOT NULL),
        any_value(enterprise.industry)
    ) AS industry,
    coalesce(
        arg_min(change.is_formerly_above_scale, change.changed_on)
            FILTER (change.is_formerly_above_scale IS NOT NULL),
        any_value(enterprise.is_above_scale)
    ) AS is_above_scale,
    coalesce(
        arg_min(change.former_land_mu, change.changed_on) FILTER (change.former_land_mu IS NOT NULL),
        any_value(enterprise.land_mu)
    ) AS land_mu,
    coalesce(
        arg_min(change.is_formerly_land_same_scope, change.changed_on)
            FILTER (change.is_formerly_land_same_scope IS NOT NULL),
        any_value(enterprise.is_land_same_scope)
    ) AS is_land_same_scope,
    coalesce(
        arg_min(change.former_disclosure, change.changed_on) FILTER (change.former_disclosure IS NOT NULL),
        any_value(enterprise.disclosure)
    ) AS disclosure
FROM core.enterprises AS enterprise
JOIN mart.reporting_quarters AS period ON period.dataset = 'enterprise_quarters'
LEFT JOIN core.enterprise_changes AS change
    ON change.enterprise_code = enterprise.enterprise_code AND change.changed_on > period.ends_on
GROUP BY enterprise.enterprise_code, period.quarter
