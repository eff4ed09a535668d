"""JupyterLab for people who do not program: extension, server, start page, launcher."""


def _jupyter_server_extension_points() -> list[dict]:
    return [{"module": "mbkurs.labui"}]


def _load_jupyter_server_extension(serverapp) -> None:
    from mbkurs.labui.extension import load

    load(serverapp)
