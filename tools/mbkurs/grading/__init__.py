"""Hand-in, grading and feedback on top of nbgrader: nothing that a trainee hands in is ever executed."""
