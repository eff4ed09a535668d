from mbkurs.checks.speller import Speller


def speller(tmp_path, language, words=""):
    (tmp_path / "modules" / "data").mkdir(parents=True, exist_ok=True)
    (tmp_path / "modules" / "data" / f"spelling-{language}.txt").write_text(words, encoding="utf-8")
    return Speller(language, tmp_path)


def test_bokmaal_compounds_and_endings(tmp_path):
    known = speller(tmp_path, "nb")
    assert known.unknown("øvingssamtale kurslederen naboen brukerkontoen ukeplan") == []
    assert known.unknown("øvingsksamtale kontooen") == ["øvingsksamtale", "kontooen"]


def test_english_does_not_compound(tmp_path):
    assert speller(tmp_path, "en").unknown("teacup houseletter don't Tor's") == ["houseletter"]


def test_what_is_no_prose_is_passed_over(tmp_path):
    assert speller(tmp_path, "en").unknown("https://qwx.no qwx.org `qwx` 12qwx3 A4") == []


def test_own_words_and_their_memory(tmp_path, monkeypatch):
    first = speller(tmp_path, "en", "Nav\n# qwx\n")
    assert first.unknown("Nav Navs qwx") == ["qwx"]
    first.remember()
    with monkeypatch.context() as patch:
        patch.setattr("mbkurs.checks.speller.dictionary", None)  # answered from memory, nothing is read
        assert speller(tmp_path, "en", "Nav\n# qwx\n").unknown("Nav Navs qwx") == ["qwx"]
    assert speller(tmp_path, "en", "Nav\nqwx\n").unknown("qwx") == []


def test_a_damaged_memory_is_forgotten(tmp_path):
    first = speller(tmp_path, "en")
    first.unknown("tea")
    first.remember()
    [memory] = (tmp_path / "_build" / "check").iterdir()
    memory.write_text("{", encoding="utf-8")
    assert speller(tmp_path, "en").unknown("tea qwx") == ["qwx"]
