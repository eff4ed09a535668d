"""Course notebooks: read, prepared for trainees, cleaned for git."""

from mbkurs.notebooks.prepare import prepare, rendered

__all__ = ["prepare", "rendered"]
