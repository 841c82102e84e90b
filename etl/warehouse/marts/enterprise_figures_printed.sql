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
    SELECT told.figure, told.pattern
    FROM (
        VALUES
            ('总产值', '产值|产出|营业收入|营业额|营收|销售'),
            ('销售产值', '产值|产出|营业收入|营业额|营收|销售'),
            ('营业收入', '产值|产出|营业收入|营业额|营收|销售'),
            ('税收', '税'),
            ('期末从业人员', '员工|从业|职工|用工'),
            ('用电量', '用电'),
            ('用地面积', '占地|用地')
    ) AS told (figure, pattern)
)

SELECT DISTINCT enterprise.enterprise_code, enterprise.quarter, words.figure
FROM mart.published_figures AS fact
JOIN words ON regexp_matches(fact.measure, words.pattern)
JOIN named ON translate(named.name, '（）', '()') = translate(fact.entity, '（）', '()')
JOIN mart.enterprise_quarters AS enterprise
    ON enterprise.enterprise_code = named.enterprise_code
    AND fact.period IN (enterprise.quarter, left(enterprise.quarter, 4))
WHERE fact.entity_kind = '企业'
ORDER BY enterprise.enterprise_code, enterprise.quarter, words.figure
