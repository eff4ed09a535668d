"""What all requests of the course have in common: the one trainee this server belongs to."""

from mbkurs.labui.home import Home


class OfTrainee:
    """Mixin of a Jupyter handler. The settings file decides where answers go, whoever changed it last."""

    @property
    def home(self) -> Home:
        return self.settings["mbkurs_home"]

    async def prepare(self):
        self.home.use_answers()
        return await super().prepare()
