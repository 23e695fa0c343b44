"""The lecture as a tour: the list of lessons, a lesson, and the pictures in it.

What a lesson says stands in ``assets/lessons``; a picture is a row of `gui.lessons.pictures`.
"""
