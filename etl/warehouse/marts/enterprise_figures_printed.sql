-- 一行是一家企业一个季度的一项数，公开文件印出过这一季或所在全年的这一项（不一定准确），外人大致知道
WITH named AS (
    SELECT enterprise_code, unnest(list_concat([name], string_split(coalesce(aliases, ''), '、'))) AS name
    FROM core.enterprises
    UNION
    SELECT enterprise_code, alias AS name
    FROM core.aliases
    WHERE enterprise_code IS NOT NULL
),

-- Which figure a document means by its words; whoever knows one of the first three knows the others nearly.
words AS (
    SELECT unnest(
        [
            {'figure': '总产值', 'pattern': '产值|产出|营业收入|营业额|营收|销售'},
            {'figure': '销售产值', 'pattern': '产值|产出|营业收入|营业额|营收|销售'},
            {'figure': '营业收入', 'pattern': '产值|产出|营业收入|营业额|营收|销售'},
            {'figure': '税收', 'pattern': '税'},
            {'figure': '期末从业人员', 'pattern': '员工|从业|职工|用工'},
            {'figure': '用电量', 'pattern': '用电'},
            {'figure': '用地面积', 'pattern': '占地|用地'}
        ], recursive := true
    )
)

SELECT DISTINCT enterprise.enterprise_code, enterprise.quarter, words.figure
FROM mart.published_figures AS fact
JOIN words ON regexp_matches(fact.measure, words.pattern)
JOIN named ON translate(named.name, '（）', '()') = translate(fact.entity, '（）', '()')
JOIN mart.enterprise_quarters AS enterprise
    ON enterprise.enterprise_code = named.enterprise_code
    AND fact.period IN (enterprise.quarter, left(enterprise.quarter, 4))
WHERE fact.entity_kind = '企业'
ORDER BY ALL
