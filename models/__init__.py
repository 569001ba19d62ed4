"""The nouns: frozen values that every other room may know and that know no room themselves.

What a person writes into a file (frameworks, questionnaires, answers) is an `Authored` pydantic model;
what the engine works out (profiles, traces) is a frozen dataclass. Nothing here reads, stores or draws.
"""
