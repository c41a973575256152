"""Questions put to a store: the files in queries/, SPARQL of one's own, and answers as table, CSV and JSON."""

from planskg.asking.answers import Answer, ask, ask_text
from planskg.asking.questions import Parameter, Question, find_questions, get_question
from planskg.asking.rendering import FORMS, describe_questions, render, write_answer

__all__ = [
    "FORMS",
    "Answer",
    "Parameter",
    "Question",
    "ask",
    "ask_text",
    "describe_questions",
    "find_questions",
    "get_question",
    "render",
    "write_answer",
]
