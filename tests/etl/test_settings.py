import pytest

from etl.settings import Settings, WrongSettings, read_settings


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", Settings()),
        ("[publish]\napproval = true\n", Settings(needs_approval=True)),
        ("\ufeff[watch]\npublish = false\n", Settings(watch_publishes=False)),
        ("[reporting]\ndue_days = 20\n", Settings(due_days=20)),
    ],
)
def test_settings_are_read(tmp_path, text, settings):
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == settings


def test_without_a_file_nothing_special_is_asked_for(tmp_path):
    assert read_settings(tmp_path) == Settings(needs_approval=False, watch_publishes=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("approval = ", "写法不对"),
        ("approval = true", "approval"),
        ("[publish]\napproval = '是'", r"\[publish\] approval"),
        ("[publish]\naproval = true", "aproval"),
        ("[reporting]\ndue_days = true", "due_days"),
        ("[reporting]\ndue_days = 0", "due_days"),
    ],
)
def test_a_wrong_setting_is_said_and_never_taken_for_no(tmp_path, text, said):
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    with pytest.raises(WrongSettings, match=said):
        read_settings(tmp_path)
