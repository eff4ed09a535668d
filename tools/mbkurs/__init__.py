"""MB-kurset: the course's own tooling. Rooms and their order: tools/README.md."""


def load_ipython_extension(shell) -> None:
    """Entry of ``%load_ext mbkurs`` in a notebook: adds the course's magics."""
    from mbkurs.exercises.magic import register

    register(shell)
