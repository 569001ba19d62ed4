"""Tests of the loading of questionnaires and answers."""
