"""JupyterLab's language pack for bokmål: the messages a person can meet in the simplified interface."""
