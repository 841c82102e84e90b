import copy
import pickle

from dashboard.text.joined import Finding, Measured


def test_parts_are_joined_and_kept():
    finding = Finding("2025年第四季度总产值12.3亿元", "", "同比升3.0%")
    assert finding == "2025年第四季度总产值12.3亿元，同比升3.0%"
    assert finding.parts == ("2025年第四季度总产值12.3亿元", "同比升3.0%")
    assert Measured("总产值（万元）", "按季", "塘后村") == "总产值（万元） · 按季 · 塘后村"


def test_a_joint_inside_a_part_parts_nothing():
    assert Finding("甲，乙", "丙").parts == ("甲，乙", "丙")


def test_more_parts_stand_behind_the_first():
    assert Finding("甲", "丙").after_first("乙") == "甲，乙，丙"


def test_a_copy_keeps_the_parts():
    finding = Finding("甲", "乙")
    assert copy.deepcopy(finding).parts == pickle.loads(pickle.dumps(finding)).parts == finding.parts
