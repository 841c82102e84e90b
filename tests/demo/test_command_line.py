"""`python -m demo` tells how it is called and writes nothing then."""

import pytest

from demo.__main__ import main


@pytest.mark.parametrize("arguments", [["--help"], []])
def test_a_call_without_a_folder_writes_nothing(monkeypatch, tmp_path, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["demo", *arguments])
    with pytest.raises(SystemExit):
        main()
    said = capsys.readouterr()
    assert "python -m demo" in said.out + said.err and not list(tmp_path.iterdir())
