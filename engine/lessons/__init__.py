"""Lessons: a text with the places of live pictures, questions and code in it.

A lesson is a Markdown file (`parse`), which a teacher can change or write; what the pictures and
the questions are stands in tables of the window.
"""
