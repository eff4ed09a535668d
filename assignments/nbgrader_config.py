"""How nbgrader works for this course, in every language: each course folder's own config loads this file."""

from nbgrader.preprocessors import CheckCellMetadata, ComputeChecksums, LockCells, SaveCells

from mbkurs.grading.generate import AddGradingCells, KeepTraineesPart
from mbkurs.grading.pages import TEMPLATES

c = get_config()  # noqa: F821

# The rubric says what is marked and how; nothing of it is released.
c.GenerateAssignment.preprocessors = [
    AddGradingCells, LockCells, CheckCellMetadata, ComputeChecksums, SaveCells, KeepTraineesPart,
]  # fmt: skip

# Nothing that a trainee hands in is opened as a notebook or executed.
c.ExchangeFactory.collect = "mbkurs.grading.collect.SafeCollect"
c.Autograde.pre_convert_hook = "mbkurs.grading.gate.before_autograde"
c.Autograde.exporter_class = "mbkurs.grading.rebuild.AnswersExporter"
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = []

# nbgrader's own feedback page shows the key and the rubric to everybody.
c.GenerateFeedback.exporter_class = "mbkurs.grading.feedback.FeedbackExporter"
c.GenerateFeedback.preprocessors = []

# nbgrader's own gives points to those who chose a pass without points.
c.ExportApp.plugin_class = "mbkurs.grading.export.PassExport"

# Formgrader finds its page here. Setting HTMLExporter.template_name as well would break it.
c.HTMLExporter.extra_template_basedirs = [str(TEMPLATES)]
c.HTMLExporter.filters = {"mbkurs_page": "mbkurs.grading.formgrade.formgrade_page"}
