"""What the fields of the record are called, with what is meant in the words of ISO/IEC 33002 in the tool tip."""

from locales.words import Words


def field_words(words: Words) -> dict[str, str]:
    """The label of each field."""
    return {
        "sponsor": words("Who wished for this assessment"),
        "purpose": words("What it is for"),
        "unit": words("Which part of the administration was looked at"),
        "thoroughness": words("How thorough it was"),
        "independence": words("How far those who rated stand from those who were rated"),
        "first_day": words("First day"),
        "last_day": words("Last day"),
        "assessors": words("Who led it and who rated"),
        "participants": words("Who was asked, by role"),
        "evidence_basis": words("What was looked at"),
        "constraints": words("What could not be done"),
    }


def hints(words: Words) -> dict[str, str]:
    """What the standard calls it, and what helps to fill it in."""
    return {
        "sponsor": words("Term of the standard: sponsor. The office is enough, for example: the mayor."),
        "purpose": words("Term of the standard: purpose of the assessment."),
        "unit": words("Term of the standard: organizational unit and its context."),
        "thoroughness": words("Term of the standard: class of assessment."),
        "independence": words("Term of the standard: category of independence."),
        "assessors": words("Term of the standard: assessors and their competence. Functions are enough, no names."),
        "participants": words("Term of the standard: participants. Roles and numbers are enough, no names."),
        "evidence_basis": words("Term of the standard: objective evidence. For example: files, interviews, figures."),
        "constraints": words("Term of the standard: assessment constraints. For example: somebody was not there."),
    }
