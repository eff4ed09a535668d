"""``python3 course.py test``: everything that a test needs, then every test."""
