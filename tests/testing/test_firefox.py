"""Firefox is found by name or by MBKURS_FIREFOX, and asked for only where it is missing."""

from mbkurs.testing import firefox


def test_a_named_firefox_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("MBKURS_FIREFOX", raising=False)
    assert firefox.find() is None
    monkeypatch.setenv("MBKURS_FIREFOX", "/opt/firefox")
    assert firefox.find() == "/opt/firefox"


def test_nothing_is_said_or_installed_where_there_is_one(monkeypatch, capsys):
    monkeypatch.setenv("MBKURS_FIREFOX", "/opt/firefox")
    firefox.prepare({"firefox-install": "installing"})
    assert capsys.readouterr().out == ""
