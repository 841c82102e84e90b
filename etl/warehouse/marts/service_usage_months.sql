-- 一行是一个阵地一项服务的一个月；比例的两边只含两项都已上报的
SELECT
    site.area_code,
    report.month,
    report.service,
    site.kind AS site_kind,
    site.name AS site,
    report.visits,
    CASE WHEN report.in_use IS NOT NULL THEN report.capacity END AS capacity,
    report.in_use,
    CASE WHEN report.used_hours IS NOT NULL THEN report.opening_hours END AS opening_hours,
    CASE WHEN report.opening_hours IS NOT NULL THEN report.used_hours END AS used_hours,
    report.origin
FROM core.service_months AS report
JOIN core.service_sites AS site ON site.site_code = report.site_code
ORDER BY report.month, site.area_code, site.name, report.service
