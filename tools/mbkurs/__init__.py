"""MB-kurset: the course's own tooling. Rooms and their order: tools/README.md."""

import sys

# jsonschema loads it if it is there, for a format that no schema of ours has: 1.5 s at each start.
sys.modules.setdefault("rfc3987_syntax", None)


def load_ipython_extension(shell) -> None:
    """Entry of ``%load_ext mbkurs`` in a notebook: adds the course's magics."""
    from mbkurs.exercises.magic import register

    register(shell)
