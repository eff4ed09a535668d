"""The rules, in the order in which their findings are told.

A rule is a function ``rule(project, tell)`` that yields findings. It looks only at what exists: a day that
is not written yet is no finding.
"""

from mbkurs.checks.rules.alt_texts import alt_texts
from mbkurs.checks.rules.avoided_words import avoided_words
from mbkurs.checks.rules.cells import cells
from mbkurs.checks.rules.citations import citations
from mbkurs.checks.rules.clean import clean
from mbkurs.checks.rules.crisis_boxes import crisis_boxes
from mbkurs.checks.rules.dialogues import dialogues
from mbkurs.checks.rules.exercises import exercises
from mbkurs.checks.rules.figures import figures
from mbkurs.checks.rules.headings import headings
from mbkurs.checks.rules.ids import ids
from mbkurs.checks.rules.known_ids import known_ids
from mbkurs.checks.rules.length import length
from mbkurs.checks.rules.links import links
from mbkurs.checks.rules.minutes import minutes
from mbkurs.checks.rules.parity import parity
from mbkurs.checks.rules.quotes import quotes
from mbkurs.checks.rules.readability import readability
from mbkurs.checks.rules.rubrics import rubrics
from mbkurs.checks.rules.spelling import spelling
from mbkurs.checks.rules.syllabus import syllabus
from mbkurs.checks.rules.topics import topics
from mbkurs.checks.rules.variety import variety

RULES = (
    syllabus,
    minutes,
    cells,
    exercises,
    ids,
    known_ids,
    parity,
    variety,
    dialogues,
    topics,
    rubrics,
    quotes,
    crisis_boxes,
    headings,
    alt_texts,
    figures,
    links,
    citations,
    length,
    readability,
    avoided_words,
    spelling,
    clean,
)
