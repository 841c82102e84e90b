-- 一行是一个区域一类纠纷的一个月；平均用时的分母只含报了用时的结案
SELECT
    report.area_code,
    report.month,
    report.kind,
    report.accepted,
    report.closed,
    report.mediated,
    report.transferred,
    report.days_total,
    CASE WHEN report.days_total IS NOT NULL THEN report.closed END AS closed_with_days,
    report.origin
FROM core.mediation_months AS report
ORDER BY report.month, report.area_code, report.kind
