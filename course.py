#!/usr/bin/env python3
"""MB-kurset's front door. Needs Python 3.11 or newer and nothing else.

    python3 course.py lab      opens the course
    python3 course.py test     passes every test

Makes .venv beside this file, installs what requirements.txt pins, and hands over to tools/mbkurs.
"""

import hashlib
import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
LOG = VENV / "install.log"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Characters of the path of this folder. Windows opens 259 by default, and JupyterLab needs 161 below it.
DEEPEST = 95

# Only what is said before the course's own texts can be read; the rest is in tools/mbkurs/words.
TEXTS = {
    "nb": {
        "old": "Kurset trenger Python 3.11 eller nyere. Denne er {version}. Hent en ny på python.org.",
        "setup": "Gjør klart kurset. Det skjer bare første gang, og tar et par minutter.",
        "step": "  {done} av {all} pakker hentet, {seconds} sekunder",
        "unpack": "  Alt er hentet. Nå legges det på plass, og det kan ta noen minutter.",
        "ready": "Ferdig på {seconds} sekunder. Fra nå av trengs ikke nett.",
        "failed": "Klargjøringen stoppet. Sjekk at maskinen er på nett og har plass på disken "
        "({free} GB er ledig), og start på nytt. Ingenting du har skrevet er rørt. Detaljer: {log}",
        "deep": "Klargjøringen stoppet. Mappa med kurset ligger så dypt at Windows ikke finner alle filene. "
        "Flytt den til en kortere vei, for eksempel C:\\MB-kurset, og start på nytt. Detaljer: {log}",
        "venv": "Python på denne maskinen mangler «venv». På Debian og Ubuntu: sudo apt install python3-venv",
    },
    "en": {
        "old": "The course needs Python 3.11 or newer. This one is {version}. Get a new one at python.org.",
        "setup": "Setting the course up. This happens only the first time, and takes a few minutes.",
        "step": "  {done} of {all} packages fetched, {seconds} seconds",
        "unpack": "  Everything is fetched. Now it is put in place, which can take some minutes.",
        "ready": "Done in {seconds} seconds. From now on no network is needed.",
        "failed": "The set-up stopped. Check that the computer is online and has room on its disk "
        "({free} GB free), and start again. Nothing you have written was touched. Details: {log}",
        "deep": "The set-up stopped. The folder with the course lies so deep that Windows does not find all "
        "its files. Move it to a shorter path, such as C:\\MB-kurset, and start again. Details: {log}",
        "venv": "Python on this computer lacks “venv”. On Debian and Ubuntu: sudo apt install python3-venv",
    },
}


def texts(system: str) -> dict:
    """Norwegian where ``--language`` or the system says so."""
    asked = sys.argv[sys.argv.index("--language") + 1] if "--language" in sys.argv[:-1] else ""
    return TEXTS["nb" if (asked or system).lower().startswith(("nb", "nn", "no")) else "en"]


def system_language() -> str:
    """The language of the desktop, such as "nb_NO"; "" where nothing says it.

    Windows and macOS keep it elsewhere than in variables, and Python's ``locale`` reads neither place: it
    knows only variables and Windows' regional format, and raises ``ValueError`` for formats such as "en-SE".
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable]
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        listed = subprocess.run(["defaults", "read", "-g", "AppleLanguages"], capture_output=True, text=True)
        first = re.search(r"\w+", listed.stdout)  # a list, the preferred one first: ("nb-NO", "en-NO")
        return first[0] if first else ""
    return ""


def wanted() -> str:
    """What the environment should hold, as one fingerprint; a moved folder counts as a change."""
    pinned = (ROOT / "requirements.txt").read_bytes()
    return hashlib.sha256(b"".join([pinned, str(ROOT).encode(), sys.version.encode()])).hexdigest()


def works() -> bool:
    """Whether an environment of this Python stands, so that only what changed need be installed."""
    program = "import sys, pip; print(sys.version)"
    try:
        found = subprocess.run([str(PYTHON), "-c", program], capture_output=True, text=True)
    except OSError:
        return False
    return found.stdout.strip() == sys.version.strip()


def install(say: dict) -> bool:
    """Make the environment and install into it, telling how far it has come. False where it failed."""
    print(say["setup"], flush=True)
    started = time.monotonic()
    try:
        if not works():
            # Links, as ``python -m venv`` makes them: on macOS a copied Python may not find its own library.
            venv.create(VENV, with_pip=True, clear=VENV.exists(), symlinks=os.name != "nt")
    except (subprocess.CalledProcessError, ImportError):
        print(say["venv"])
        return False
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "-r", "requirements.txt"]
    if not follow([str(part) for part in command], say, started):
        return False
    STAMP.write_text(wanted(), encoding="utf-8")
    print(say["ready"].format(seconds=round(time.monotonic() - started)), flush=True)
    return True


def follow(command: list[str], say: dict, started: float) -> bool:
    """Run pip, count the packages it collects, and keep its own words in a log."""
    total = sum(1 for line in (ROOT / "requirements.txt").read_text().splitlines() if "==" in line)
    done, shown = 0, 0.0
    with LOG.open("w", encoding="utf-8") as log:
        # What pip starts may write in another code page; no byte of it may stop the set-up.
        joined = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
        pip = subprocess.Popen(command, cwd=ROOT, **joined)
        for line in pip.stdout:
            log.write(line)
            done += line.startswith("Collecting ")
            if line.startswith("Installing collected packages"):
                print(say["unpack"], flush=True)
            elif time.monotonic() - shown > 5:
                shown = time.monotonic()
                print(
                    say["step"].format(done=min(done, total), all=total, seconds=round(shown - started)),
                    flush=True,
                )
    return pip.wait() == 0


def ready(say: dict) -> bool:
    """Whether the environment stands, after setting it up where it does not."""
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted():
        return True
    try:
        if install(say):
            return True
    except OSError as error:
        print(error.strerror)
    import shutil

    why = say["deep" if sys.platform == "win32" and len(str(ROOT)) > DEEPEST else "failed"]
    print(why.format(log=LOG, free=round(shutil.disk_usage(ROOT).free / 1e9, 1)))
    return False


def main() -> int:
    system = system_language()
    say = texts(system)
    if sys.version_info < (3, 11):  # noqa: UP036 - started before anything is checked
        print(say["old"].format(version=".".join(map(str, sys.version_info[:2]))))
        return 1
    if not ready(say):
        return 1
    # Commands that nbgrader and Jupyter start by name must be found in this environment. UTF-8, because on
    # Windows a file or a pipe would get the old code page of the machine.
    path = f"{PYTHON.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    own = {"PATH": path, "PYTHONUTF8": "1", "MBKURS_LANGUAGE": system}
    return hand_over([str(PYTHON), "-m", "mbkurs.cli", *sys.argv[1:]], os.environ | own)


def hand_over(command: list[str], environment: dict) -> int:
    """Run the course and return its exit status. Ctrl-C reaches it too: it ends in its own time."""
    course = subprocess.Popen(command, env=environment)
    while True:
        try:
            return course.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main())
