"""The course on paper: a PDF of everything, a PDF workbook for each module, and an EPUB.

All three come from the pages of the built book, so paper says what the screen says.
"""
