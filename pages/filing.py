"""数据填报: blank forms out, filled forms in, what they would change, versions, and who has sent what."""

from dashboard.metrics.versions import current
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
# What tells of forms as a whole, with the rows of every area in them.
OF_EVERY_AREA = ("send", "versions", "corrections")

warehouse = current()
plain_head(warehouse, "数据填报", "下载空白表，填好拖进来，看清哪里要改、会改变什么，再发布；随时可以退回。")
part = switch("部分", {name: label for name, (label, _) in PARTS.items()}, "part")
if warehouse.is_earlier and part in CHANGING:
    empty_state("正在查看旧版本，这里停用", "旧版本只能看。", "先按上方的“返回当前版本”，再报送或更正。")
elif warehouse.within is not None and part in OF_EVERY_AREA:
    empty_state(
        "这一部分要有全部区域的权限",
        "报送、版本和更正涉及所有区域的报表，本账号只看一部分区域。",
        "可以下载空白表、看报送进度；填好的表请交给有全部区域权限的填报账号报送。",
    )
elif usable():
    PARTS[part][1](warehouse)
