"""The lead looks over what is left, completes the record and signs; afterwards nothing can be answered any more."""

import pytest

from assessment.loading import QUESTIONNAIRES
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

TEXTS = {
    "Wer die Bewertung gewünscht hat": "Oberbürgermeisterin",
    "Wozu sie dient": "Standort bestimmen",
    "Wer geleitet und wer eingestuft hat": "Büro für Internationales",
    "Wer befragt wurde, nach Rolle": "drei Fachämter",
    "Was angesehen wurde": "Akten und Gespräche",
}


def test_an_assessment_is_reviewed_signed_and_taken_up_again(visit: Visit) -> None:
    lead = visit("assessments", signed_in=True)
    lead.unfold("Mit einer Datei beginnen")
    lead.opens("Datei öffnen", QUESTIONNAIRES / "examples" / "birkenfurt.yaml")
    lead.press("Mit diesen Antworten beginnen")
    lead.sees("Birkenfurt")
    assessment = lead.page.url.split("assessment=")[1].split("&")[0]

    lead.go(f"review?assessment={assessment}")
    lead.sees("1. Was noch offen ist")
    for label, text in TEXTS.items():
        lead.page.get_by_role("textbox", name=label).fill(text)
    lead.page.get_by_text("Klasse 3").click()
    lead.page.get_by_text("D: Wer die Arbeit tut").click()
    lead.press("Angaben speichern")
    lead.sees("Die Angaben sind gespeichert und vollständig.")

    lead.fill("Ich unterzeichne als", "Leitung des Büros")
    lead.press("Unterzeichnen und abschließen")
    lead.sees("Unterzeichnet von anna als Leitung des Büros")
    lead.go(f"results?assessment={assessment}")
    lead.sees("So unterzeichnet am")

    lead.go(f"review?assessment={assessment}")
    lead.unfold("Wieder aufnehmen, als neue Revision")
    lead.fill("Warum wird sie wieder aufgenommen?", "Nachtrag")
    lead.press("Wieder aufnehmen")
    lead.sees("1. Was noch offen ist")
    lead.sees("Nachtrag")
