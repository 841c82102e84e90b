-- 一行是一个区域一类党组织的一个季度，季末数
SELECT area_code, quarter, kind, organizations, members, women, under_35, college_or_above, origin
FROM core.party_organizations
ORDER BY quarter, area_code, kind
