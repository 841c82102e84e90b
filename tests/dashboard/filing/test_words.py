import errno

from dashboard.filing.words import listed, machine_trouble


def test_a_full_disk_and_a_closed_folder_are_one_sentence_each():
    full = machine_trouble(OSError(errno.ENOSPC, "No space left on device", "proposals"))
    assert full.startswith("没有做成：磁盘已满“proposals”。") and "No space" not in full
    assert "没有写入权限" in machine_trouble(PermissionError(errno.EACCES, "denied"))
    assert "读写出错" in machine_trouble(OSError("?"))


def test_many_files_are_told_by_the_first():
    assert listed(["a", "b"]) == "a、b"
    assert listed(["a", "b", "c", "d"]) == "a、b、c等 4 份"
