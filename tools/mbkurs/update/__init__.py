"""Brings the course up to date. Answers lie in the trainee's own folder and are never touched."""
