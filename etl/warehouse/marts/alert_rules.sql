-- 一行是一条报送了的关注规则；没有报送的规则按系统默认
-- view
SELECT rule, threshold, due_at_least, is_active, origin
FROM core.alert_rules
