-- 一行是一个阵地已启用的一个季度；启用时间没有登记的，视为一直在用
SELECT
    site.area_code,
    period.quarter,
    site.site_code,
    site.name AS site,
    site.kind AS site_kind,
    site.area_m2,
    site.seats,
    site.opened_on,
    site.origin
FROM core.service_sites AS site
JOIN mart.reporting_quarters AS period
    ON period.dataset = 'all'
    -- A date of stated vagueness sorts as text: `2023` and `2023-05` lie before the last day of that year or month.
    AND coalesce(site.opened_on <= strftime(period.ends_on, '%Y-%m-%d'), true)
ORDER BY period.quarter, site.area_code, site.site_code
