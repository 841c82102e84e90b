"""The area codes that the demonstration fills, as the published register of areas has them."""

BAOGAI_ZONE = "350581101901"  # 宝盖“三区联创”片区
PENGTIAN_ZONE = "350581100901"  # 彭田片区
PARK = "350581101911"  # 宝盖科技园
TANGHOU = "350581101206"  # 塘后村
LUNHOU = "350581101208"  # 仑后村
PENGTIAN = "350581100211"  # 彭田村
SMART_PARK = "350581100911"  # 石狮服装智能制造园（石狮网商园）
JIANJIAN_PARK = "350581100912"
STARTUP_PARK = "350581100913"  # 灵秀创业园
TIANQIU_PARK = "350581100914"
GARMENT_CITY = "350581100915"  # 石狮服装城
TEXTILE_CITY = "350581100916"  # 石狮轻纺城
EXPRESS_HEADQUARTERS = "350581100921"  # 圆通速递福建总部

FACTORIES = ("350581101921", "350581101922", "350581101923")  # 卡宾石狮事业部、华联服装配件、大帝集团
PENGTIAN_UNITS = (
    PENGTIAN,
    SMART_PARK,
    JIANJIAN_PARK,
    STARTUP_PARK,
    TIANQIU_PARK,
    GARMENT_CITY,
    TEXTILE_CITY,
    EXPRESS_HEADQUARTERS,
)
GRID_COUNTS = {PARK: 8, TANGHOU: 9, LUNHOU: 7}


def grids(unit: str) -> tuple[str, ...]:
    """The grid codes of one of the three 宝盖 units."""
    return tuple(f"{unit}{number:02d}" for number in range(1, GRID_COUNTS[unit] + 1))


ALL_GRIDS = tuple(grid for unit in GRID_COUNTS for grid in grids(unit))
