"""What the trail's entries say in words. An action that has no sentence of its own is shown by its name."""

from typing import TypeGuard

from locales.words import Words
from models.audit import AuditLine
from models.message import Message, say
from models.people import ROLES, Role
from screens.members.naming import role_words

DEEDS: dict[tuple[str, str], Message] = {
    ("offer exchange", "offered"): say("City shown in the exchange finder, or what it shows there changed"),
    ("offer exchange", "withdrawn"): say("City withdrawn from the exchange finder"),
    ("offer exchange", "asked"): say("Another city asked for an exchange"),
    ("offer exchange", "accepted"): say("Exchange with another city agreed to"),
    ("offer exchange", "declined"): say("Exchange with another city declined"),
    ("offer exchange", "ended"): say("Exchange with another city ended, or a request taken back"),
    ("write programme", "announced"): say("Event announced"),
    ("write programme", "changed"): say("Event changed"),
    ("write programme", "removed"): say("Event taken out of the programme"),
    ("write programme", "file added"): say("File put to an event"),
    ("write programme", "file removed"): say("File taken away from an event"),
    ("contribute", "written"): say("Good practice written down for the library"),
    ("contribute", "submitted"): say("Good practice handed to the editor"),
    ("contribute", "removed"): say("Good practice taken back"),
    ("edit library", "published"): say("Good practice published"),
    ("edit library", "declined"): say("Good practice sent back"),
    ("change city", "resources"): say("What the international work costs changed"),
    ("found house", "founded"): say("Installation set up"),
    ("found city", "founded"): say("City added: {about}"),
    ("invite people", "link"): say("Invitation made ({role}; people: {uses})"),
    ("invite people", "withdrawn"): say("Invitation withdrawn ({role}; people: {uses})"),
    ("invite people", "accepted"): say("Invitation accepted: {about} ({role})"),
    ("change roles", "given"): say("Role given to {about}: {role}"),
    ("change roles", "taken"): say("Role taken from {about}: {role}"),
    ("change roles", "handed over"): say("City handed over to {whom}"),
    ("change house roles", "given"): say("Role given to {about}: {role}"),
    ("change house roles", "taken"): say("Role taken from {about}: {role}"),
    ("reset password", "link"): say("Link for a new password made for {about}"),
    ("reset password", "demanded"): say("New password demanded from {about}"),
    ("reset password", "chosen"): say("New password chosen by link"),
    ("reset password", "on the machine"): say("Link for a new password made on the machine, for {about}"),
    ("keep own account", "linked"): say("Sign-in with the identity provider linked: {about}"),
    ("keep own account", "unlinked"): say("Sign-in with the identity provider unlinked: {about}"),
    ("keep own account", "by group"): say("Account made by a group of the identity provider: {about}"),
    ("close account", "closed"): say("Account closed: {about}"),
    ("close account", "opened"): say("Account opened again: {about}"),
    ("begin assessment", "begun"): say("Assessment begun: {about}"),
    ("begin assessment", "from file"): say("Assessment begun from a file: {about}"),
    ("begin assessment", "followed"): say("Assessment begun with the answers of an earlier one: {about}"),
    ("begin assessment", "moved"): say("Assessment moved to version {after} of the questions: {about}"),
    ("assess beside", "shown"): say("View from outside shown to the city: {about}"),
    ("assess beside", "taken back"): say("View from outside no longer shown to the city: {about}"),
    ("change assessment", "days"): say("Days of the assessment set: {about}"),
    ("change assessment", "renamed"): say("Assessment renamed: {about}"),
    ("change assessment", "settings"): say("Settings of the assessment changed: {about}"),
    ("change assessment", "archived"): say("Assessment put away: {about}"),
    ("change assessment", "restored"): say("Assessment taken up again: {about}"),
    ("change assessment", "way"): say("Another way to come to ratings chosen: {about}"),
    ("moderate", "opened"): say("Spread of {topic} opened: {about}"),
    ("moderate", "taken back"): say("Spread of {topic} closed again: {about}"),
    ("invite guests", "link"): say("Code for guests made (people: {uses}): {about}"),
    ("invite guests", "withdrawn"): say("Code for guests withdrawn: {about}"),
    ("invite guests", "sent away"): say("A guest let in no more: {about}"),
    ("delete assessment", "deleted"): say("Assessment erased"),
    ("open assessment", "opened"): say("Assessment {about} opened to {whom}"),
    ("open assessment", "shut"): say("Assessment {about} no longer open to {whom}"),
    ("hand out files", "pdf"): say("Report taken out: {about}"),
    ("hand out files", "yaml"): say("Answers file taken out: {about}"),
    ("hand out files", "xlsx"): say("Workbook taken out: {about}"),
    ("hand out files", "docx"): say("Report to edit taken out: {about}"),
    ("comment on report", "commented"): say("Comment in the report written: {about}"),
    ("comment on report", "comment taken away"): say("Comment in the report taken away: {about}"),
    ("release report", "fact check"): say("Report handed to the city, to check the facts: {about}"),
    ("check facts", "confirmed"): say("Facts of the report confirmed: {about}"),
    ("check facts", "draft"): say("Report given back with remarks: {about}"),
    ("release report", "released"): say("Report released: {about}"),
    ("release report", "draft"): say("Report begun anew as a draft: {about}"),
    ("brand city", "branding set"): say("Look of the city's reports set"),
    ("keep own look", "branding set"): say("Look of a consultant's reports set"),
    ("delegate", "delegated"): say("{target} delegated in {about} (people: {people})"),
    ("change city", "profile"): say("City profile changed: {about}"),
    ("change city", "name"): say("City renamed: {about}"),
    ("found cohort", "founded"): say("Cohort begun"),
    ("change cohort", "appointed"): say("Another trainer asked to lead a cohort"),
    ("change cohort", "code"): say("Code for cities of a cohort made (cities: {uses})"),
    ("change cohort", "withdrawn"): say("Code for cities of a cohort withdrawn"),
    ("set targets", "named"): say("Target of the city chosen: {target}"),
    ("set targets", "own"): say("Target of the city set level by level"),
    ("change measures", "begun"): say("Measures written down"),
    ("change measures", "changed"): say("Measures changed"),
    ("change measures", "removed"): say("Measure removed"),
    ("read measures", "ics"): say("Calendar of measures taken out"),
    ("read measures", "xlsx"): say("Workbook of measures taken out"),
    ("publish edition", "published"): say("Grouped figures of a cohort published"),
    ("publish edition", "counted"): say("Counted in grouped figures of a cohort"),
    ("publish for network", "published"): say("Grouped figures over the network published"),
    ("publish for network", "counted"): say("Counted in grouped figures over the network"),
    ("read cohort", "handed out"): say("Grouped figures of a cohort taken out ({form})"),
    ("join cohorts", "joined"): say("City joined a cohort"),
    ("join cohorts", "agreed"): say("What the city agreed to in a cohort changed"),
    ("join cohorts", "left"): say("City left a cohort"),
    ("open room", "opened"): say("Live room opened"),
    ("lead room", "appointed"): say("Another trainer asked to lead a live room"),
    ("lead room", "took out"): say("City taken out of a live room"),
    ("lead room", "begun"): say("Rating in a live room begun"),
    ("lead room", "solved"): say("Model solution opened in a live room"),
    ("lead room", "revealed"): say("Figures revealed in a live room"),
    ("load demonstration", "loaded"): say("Demonstration network loaded"),
    ("load demonstration", "removed"): say("Demonstration network removed"),
    ("close assessment", "closed"): say("Assessment closed and signed: {about}, revision {revision}"),
    ("close assessment", "reopened"): say("Assessment taken up again after closing: {about}, revision {revision}"),
    ("redact texts", "redacted"): say("Text taken out for the sake of a person: {about}, {indicator}"),
    ("write pages", "written"): say("Page of the operator written"),
    ("keep backups", "made"): say("Copy of the database made: {name}"),
    ("keep backups", "taken"): say("Copy of the database taken away: {name}"),
    ("keep backups", "restored"): say("Copy of the database put back: {name}"),
    ("erase person", "erased"): say("Data of a person erased"),
    ("see exact times", "looked"): say("Exact times looked at, {first} to {last}. Reason: {reason}"),
}


def deed(line: AuditLine, words: Words) -> str:
    """What was done."""
    told = DEEDS.get((line.action, line.detail.get("how", "")))
    if told is None:
        return line.action
    gone = words("no longer there")
    blanks = {name: value for name, value in line.detail.items() if name not in ("how", "role")}
    role = line.detail.get("role")
    held = role_words(role, words) if _is_role(role) else ""
    return words(told.sentence, **{**blanks, "about": line.about or gone, "whom": line.whom or gone, "role": held})


def _is_role(found: str | None) -> TypeGuard[Role]:
    return found in ROLES
