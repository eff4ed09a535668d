"""Answer sheets: one JSON file each, written atomically, in the trainee's own folder."""

from mbkurs.answers.places import home, sheet_path

__all__ = ["home", "sheet_path"]
