"""Tests of the explanations in the window."""
