-- 一行是一个孵化阵地的一个季度
SELECT
    site.area_code,
    report.quarter,
    site.name AS site,
    report.accounts_launched,
    report.accounts_active,
    report.enterprises_admitted,
    report.enterprises_graduated,
    report.enterprises_surviving,
    report.jobs_created,
    report.orders,
    report.sales_cny_10k,
    report.origin
FROM core.incubation_quarters AS report
JOIN core.service_sites AS site ON site.site_code = report.site_code
ORDER BY report.quarter, site.area_code, site.name
