"""数据填报: blank forms out, filled forms in, what they would change, versions, and who has sent what."""

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import empty_state
from dashboard.render.web.controls import switch
from dashboard.render.web.filing import blank_forms, corrections, sending, standing, usable, versions
from dashboard.render.web.head import plain_head

PARTS = {
    "send": ("报送", sending),
    "forms": ("空白表", blank_forms),
    "standing": ("报送进度", standing),
    "versions": ("版本", versions),
    "corrections": ("更正记录", corrections),
}
# What nobody does to an earlier version that is only looked at.
CHANGING = ("send", "corrections")

warehouse = current()
plain_head(warehouse, "数据填报", "下载空白表，填好拖进来，看清哪里要改、会改变什么，再发布；随时可以退回。")
part = switch("部分", {name: label for name, (label, _) in PARTS.items()}, "part")
if warehouse.is_earlier and part in CHANGING:
    empty_state("正在查看旧版本，这里停用", "旧版本只能看。", "先按上方的“返回当前版本”，再报送或更正。")
elif usable():
    PARTS[part][1](warehouse)
