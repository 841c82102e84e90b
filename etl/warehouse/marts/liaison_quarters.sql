-- 一行是附件所列一个党组织的一个季度：自附有该表的文件印发的季度起，挂钩安排一直有效
WITH in_force AS (
    SELECT coalesce(
        (
            SELECT min(substr(paper.issued_on, 1, 4) || 'Q' || ((substr(paper.issued_on, 6, 2)::INTEGER + 2) // 3))
            FROM core.documents AS paper
            JOIN content.documents AS named
                ON named.document_id = paper.document_id AND list_contains(named.annexes, 'party_liaison')
        ),
        (SELECT last_quarter FROM mart.reporting_calendar WHERE dataset = 'all')
    ) AS first_quarter
)

SELECT
    liaison.area_code,
    period.quarter,
    liaison.organization_id,
    liaison.kind,
    liaison.liaison_status = '已明确' AS is_linked,
    liaison.liaison_status = '未明确' AS is_unclear,
    liaison.visits_quarter,
    liaison.origin
FROM core.party_liaison AS liaison
CROSS JOIN in_force
JOIN mart.reporting_quarters AS period ON period.dataset = 'all' AND period.quarter >= in_force.first_quarter
ORDER BY period.quarter, liaison.organization_id
