"""Tests of `engine.text`."""
