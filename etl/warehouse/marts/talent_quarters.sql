-- 一行是一个区域的一个季度；发生数为当季数，院校与在读数为季末数
SELECT
    area_code,
    quarter,
    introduced,
    retained_12m,
    consultations,
    activities,
    activity_person_times,
    titles_applied,
    titles_passed,
    partner_schools,
    order_class_students,
    interns,
    interns_retained,
    new_citizen_cases,
    origin
FROM core.talent_quarters
ORDER BY quarter, area_code
