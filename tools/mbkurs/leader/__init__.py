"""The course leader's page, from taking in to giving feedback. Loaded for leaders only."""
