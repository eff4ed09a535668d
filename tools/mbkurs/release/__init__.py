"""The zip that a person without git downloads: the course, with a starter for each system on top."""
