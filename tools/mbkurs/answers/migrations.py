"""One function a schema step: ``MIGRATIONS[n]`` makes a sheet of schema n into one of schema n + 1.

A step is never changed once it has been released; sheets of every earlier schema stay readable.
"""


def from_browser_sketch(sheet: dict) -> dict:
    """Schema 0, the prototype's: ``{"ID": {"kind", "value", "saved"}}`` with no frame around it."""
    entries = {key: value for key, value in sheet.items() if isinstance(value, dict) and "kind" in value}
    fresh = {"value": None, "saved": "", "revision": 1}
    return {"schema": 1, "answers": {key: fresh | entry for key, entry in entries.items()}, "days": {}}


MIGRATIONS = (from_browser_sketch,)
