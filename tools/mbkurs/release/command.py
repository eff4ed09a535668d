"""``python3 course.py release``: one zip with everything in git and double-click starters on top."""

import subprocess
import zipfile
from importlib.metadata import version
from pathlib import Path

from mbkurs.language import system_language
from mbkurs.places import BUILD, ROOT
from mbkurs.words import words

STARTERS = Path(__file__).resolve().parent / "starters"
FOLDER = "MB-kurset"  # one folder in the zip, so that unpacking never scatters files


def run(arguments: list[str]) -> int:
    """Write the zip and say where it is. Needs a git checkout: only what is committed is released."""
    target = build(BUILD / "release")
    print(words(system_language(arguments), "release")["written"].format(file=target))
    return 0


def build(folder: Path) -> Path:
    """The zip's path in ``folder``, written anew."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{FOLDER}-{version('mbkurs')}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in tracked():
            _add(archive, ROOT / name, name)
        for starter in starters():
            _add(archive, starter, starter.relative_to(STARTERS).as_posix())
    return target


def starters() -> list[Path]:
    """The files to double-click: the trainees' on top, the course leaders' in a folder of their own."""
    return sorted(path for path in STARTERS.rglob("*") if path.is_file())


def tracked() -> list[str]:
    """Paths of all committed files, from the project's root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode("utf-8")  # fmt: skip
    return [name for name in listed.split("\0") if name and (ROOT / name).exists()]


def _add(archive: zipfile.ZipFile, file: Path, name: str) -> None:
    entry = zipfile.ZipInfo.from_file(file, f"{FOLDER}/{name}")
    entry.compress_type = zipfile.ZIP_DEFLATED
    if file.suffix in (".command", ".sh"):
        entry.external_attr = 0o100755 << 16  # macOS and Linux start only what may be run
    archive.writestr(entry, file.read_bytes())
