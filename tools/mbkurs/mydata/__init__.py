"""The trainee's own data: all of it in one readable file, and all of it gone."""
