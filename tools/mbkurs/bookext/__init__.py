"""The book: a Sphinx extension on top of Jupyter Book, and the build of all languages."""

from pathlib import Path

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict:
    """Sphinx' entry: the course's pages, addresses, texts and layout."""
    from mbkurs.bookext.builder import CourseBuilder, keep_own_files
    from mbkurs.bookext.catalogue import add_catalogue
    from mbkurs.bookext.citations import link_citations
    from mbkurs.bookext.glossary import name_entries, read_entries
    from mbkurs.bookext.images import find_silent_images
    from mbkurs.bookext.offline import write_worker
    from mbkurs.bookext.page import add_course, find_missing_twins
    from mbkurs.bookext.redirects import find_lost_redirects, write_redirects
    from mbkurs.bookext.source import read_source
    from mbkurs.bookext.terms import Explanation, depart_explanation, explain_terms, visit_explanation

    # The languages that are built side by side; none where one language is built alone.
    app.add_config_value("course_languages", [], "html")
    # Files that are made of the pages afterwards, as options of the command: ``--pdf``, ``--epub``.
    app.add_config_value("course_files", [], "html")
    # Jupyter Book sets it even where the extension that knows it is not loaded.
    app.add_config_value("comments_config", {}, "")
    app.add_builder(CourseBuilder, override=True)
    add_catalogue(app, Path(app.doctreedir, "locale"))
    app.connect("source-read", read_source)
    app.connect("doctree-read", find_silent_images)
    app.connect("doctree-read", name_entries)
    app.connect("env-updated", find_missing_twins)
    app.connect("env-updated", find_lost_redirects)
    app.connect("env-updated", read_entries)
    app.connect("doctree-resolved", link_citations)
    app.add_node(Explanation, html=(visit_explanation, depart_explanation))
    app.connect("doctree-resolved", explain_terms)
    # After the theme, which fills the context for its own layout.
    app.connect("html-page-context", add_course, priority=900)
    app.connect("build-finished", write_redirects)
    # After MyST-NB and the theme, which write their styles at the very end.
    app.connect("build-finished", keep_own_files, priority=900)
    app.connect("build-finished", write_worker, priority=901)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
