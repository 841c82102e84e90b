-- 一行是一个片区汇总包一个季度的一个数：网格事件由各月相加，超期未办结为季末存量；is_withheld 为按规定不公开，没有数
WITH told AS (
    SELECT
        figure.*,
        CASE
            WHEN figure.source = 'grid_event_area_months'
                THEN left(figure.period, 4) || 'Q' || CAST((CAST(substr(figure.period, 6) AS INTEGER) + 2) // 3 AS VARCHAR)
            ELSE figure.period
        END AS quarter
    FROM core.pack_figures AS figure
),

summed AS (
    SELECT
        district_code, quarter, source, quantity, measure, dimension, part,
        sum(value) AS value,
        string_agg(DISTINCT origin, '、' ORDER BY origin) AS origin
    FROM told
    WHERE quarter LIKE '____Q_'
    GROUP BY district_code, quarter, source, quantity, measure, dimension, part
),

-- What became overdue in a quarter and before, without what was closed since.
moved AS (
    SELECT
        district_code, quarter, source, dimension, part, max(origin) AS origin,
        sum(CASE WHEN measure = 'overdue_entered' THEN value ELSE -value END) AS added
    FROM summed
    WHERE measure IN ('overdue_entered', 'overdue_left')
    GROUP BY district_code, quarter, source, dimension, part
),

every_figure AS (
    SELECT district_code, quarter, source, quantity, measure, dimension, part, value, false AS is_withheld, origin
    FROM summed
    UNION ALL
    SELECT
        district_code, quarter, source, 'overdue_open', 'overdue_open', dimension, part,
        sum(added) OVER (PARTITION BY district_code, dimension, part ORDER BY quarter), false, origin
    FROM moved
    UNION ALL
    SELECT district_code, period, source, quantity, '', '', '', NULL, true, NULL
    FROM core.pack_withheld
    WHERE period LIKE '____Q_'
)

SELECT every_figure.*
FROM every_figure
JOIN core.packs AS pack ON pack.district_code = every_figure.district_code AND pack.is_used
-- A quarter that had not ended when the pack's version was built is not whole.
WHERE every_figure.quarter < strftime(pack.built_at + INTERVAL 8 HOUR, '%Y') || 'Q'
    || CAST(quarter(pack.built_at + INTERVAL 8 HOUR) AS VARCHAR)
ORDER BY every_figure.district_code, every_figure.quarter, source, quantity, measure, dimension, part
