"""Reports and files to take home. Each asks the desk, which asks the policy; nothing of what passes here is kept.

What a person may not read answers exactly as what does not exist.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TypeGuard

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.batching import archive
from assessment.desk.errors import WishRefused
from assessment.desk.results import ReportInputs
from assessment.loading import QUESTIONNAIRES, dump_answers, parse_answers
from assessment.ordering import Counter
from locales.words import words
from models.answers import Answers
from models.assessment import Scope
from models.authored import Language
from models.problem import InputRefused
from models.questionnaire import CapabilityModel, Questionnaire
from reports import paper, pdf, workbook
from reports.forms import FORMS, MEDIA_TYPES
from reports.order import Order
from reports.printing.once import NotPrinted
from web.language import language_of
from web.press import Press
from web.visitors import actor_of

_BODY_LIMIT = 200_000
_SAMPLE = "brueckenhafen.yaml"
_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_YAML = "application/yaml"
_USUAL = ("full", "quick-scan")


class Papers:
    """The routes that hand out papers, with the one press they share."""

    def __init__(self) -> None:
        self._press = Press()

    def routes(self) -> list[Route]:
        """All of them."""
        return [
            Route("/files/quick-scan.pdf", self.quick_scan, methods=["POST"]),
            Route("/files/sample-report.pdf", self.sample),
            Route("/files/empty/{questionnaire}.{ending}", self.empty),
            Route("/files/{assessment}.{ending}", self.answers),
            Route("/reports/{assessment}.{ending}", self.report),
            Route("/files/reports/{name}.zip", self.batch),
        ]

    async def quick_scan(self, request: Request) -> Response:
        """A report on the answers that the body holds."""
        text = await _body(request)
        if text is None:
            return PlainTextResponse("too large", 413)
        try:
            answers = await to_thread.run_sync(lambda: parse_answers(text, "answers.yaml", wiring.library()))
        except InputRefused:
            return PlainTextResponse("these answers cannot be read", 422)
        if answers.questionnaire not in {scan.id for scan in wiring.library().quick_scans}:
            return PlainTextResponse("these answers cannot be read", 422)
        return await self._report(request, answers, "quick-scan")

    async def sample(self, request: Request) -> Response:
        """A report on invented answers."""
        data = (QUESTIONNAIRES / "examples" / _SAMPLE).read_bytes()
        try:
            answers = await to_thread.run_sync(lambda: parse_answers(data, _SAMPLE, wiring.library()))
        except InputRefused:
            # This installation has other questionnaires, which the sample does not answer.
            return _not_found()
        return await self._report(request, answers, "full")

    async def report(self, request: Request) -> Response:
        """A report on an assessment, as it was wished for, in the form that the address ends with."""
        ending = request.path_params["ending"]
        order = await _order(request) if ending in FORMS else None
        if order is None:
            return _not_found()
        return await self._printed(order, _named(order))

    async def batch(self, request: Request) -> Response:
        """The archive of a batch, for whoever ordered it and may still make reports."""
        actor, name = await actor_of(request), request.path_params["name"]
        try:
            allowed = await to_thread.run_sync(wiring.desk().reporting.deliverable, actor)
        except WishRefused:
            return _not_found()
        path = archive(actor, wiring.settings().data, name) if allowed else None
        if path is None:
            return _not_found()
        headers = {"cache-control": "private, no-store"}
        return FileResponse(path, media_type="application/zip", filename="reports.zip", headers=headers)

    async def answers(self, request: Request) -> Response:
        """The answers of an assessment, as a file that can be opened again."""
        write = _WRITERS.get(request.path_params["ending"])
        inputs = await _inputs(request, request.path_params["ending"]) if write else None
        if inputs is None or write is None:
            return _not_found()
        content, kind = await to_thread.run_sync(write, inputs, language_of(request.scope))
        return _file(content, kind, f"{_slug(inputs.answers.city)}.{request.path_params['ending']}")

    async def empty(self, request: Request) -> Response:
        """A questionnaire to fill in on paper or in a workbook."""
        questionnaire_id, ending = request.path_params["questionnaire"], request.path_params["ending"]
        if questionnaire_id not in wiring.library().ids or ending not in ("pdf", "xlsx"):
            return _not_found()
        content = await to_thread.run_sync(_empty, questionnaire_id, ending, language_of(request.scope))
        return _file(content, _PDF if ending == "pdf" else _XLSX, f"{questionnaire_id}.{ending}")

    async def _report(self, request: Request, answers: Answers, kind: str) -> Response:
        language, today = language_of(request.scope), wiring.now().date().isoformat()
        return await self._printed(
            Order(dump_answers(answers), kind, language=language, today=today), _slug(answers.city)
        )

    async def _printed(self, order: Order, name: str) -> Response:
        try:
            content = await self._press.printed(order, wiring.settings().questionnaires)
        except NotPrinted as trouble:
            if trouble.outcome.result == "refused":
                return PlainTextResponse("such a report cannot be made of these answers", 422)
            number = wiring.report_bug(trouble)
            return PlainTextResponse(f"the report could not be made; incident {number}", 500)
        return _file(content, MEDIA_TYPES[order.form], f"{name}-{order.language}.{order.form}")


async def _order(request: Request) -> Order | None:
    """What the person here wishes for and may take; None where that is nothing."""
    assessment_id, actor = request.path_params["assessment"], await actor_of(request)
    said = {**request.query_params, "form": request.path_params["ending"]}
    asked = said.get("revision", "")
    revision = int(asked) if asked.isdecimal() and len(asked) < 6 else None
    counter = Counter(wiring.desk(), actor, language_of(request.scope), wiring.now().date().isoformat())
    try:
        return await to_thread.run_sync(lambda: counter.taken(assessment_id, said, revision))
    except WishRefused:
        return None


async def _body(request: Request) -> bytes | None:
    """The body, None where it is too large to be an answers file of ours."""
    parts: list[bytes] = []
    try:
        async for part in request.stream():
            parts.append(part)
            if sum(map(len, parts)) > _BODY_LIMIT:
                return None
    except ClientDisconnect:
        return None
    return b"".join(parts)


async def _inputs(request: Request, form: str) -> ReportInputs | None:
    """What the person here may take of this assessment, in this form; None where that is nothing."""
    assessment_id, actor = request.path_params["assessment"], await actor_of(request)
    asked = request.query_params.get("revision", "")
    revision = int(asked) if asked.isdecimal() and len(asked) < 6 else None
    try:
        return await to_thread.run_sync(lambda: wiring.desk().results.hand_out(actor, assessment_id, form, revision))
    except WishRefused:
        return None


def _named(order: Order) -> str:
    """What the file of a report is called, without its ending and its language; an unnamed city is not named."""
    parts = (() if order.anonymous else (_slug(order.city),)) + (() if order.kind in _USUAL else (order.kind,))
    return "-".join(parts) or order.kind


def _as_yaml(inputs: ReportInputs, _language: Language) -> tuple[bytes, str]:
    return dump_answers(inputs.answers).encode(), _YAML


def _as_workbook(inputs: ReportInputs, language: Language) -> tuple[bytes, str]:
    return workbook.write(inputs.questionnaire, inputs.answers, words(language)), _XLSX


_WRITERS: dict[str, Callable[[ReportInputs, Language], tuple[bytes, str]]] = {"yaml": _as_yaml, "xlsx": _as_workbook}


@cache
def _empty(questionnaire_id: str, ending: str, language: Language) -> bytes:
    """The form, made once: it is the same for everybody. Of a capability model it asks about the basic set."""
    questionnaire, say = wiring.library().questionnaire(questionnaire_id), words(language)
    basic = questionnaire.set_members(questionnaire.head.basic_scope) if _is_model(questionnaire) else None
    if ending == "pdf":
        return pdf.write(paper.questionnaire_paper(questionnaire, say, basic))
    scope: Scope | None = "basic" if basic else None
    nothing = Answers(questionnaire.id, questionnaire.version, "", scope=scope, language=language)
    return workbook.write(questionnaire, nothing, say)


def _is_model(questionnaire: Questionnaire) -> TypeGuard[CapabilityModel]:
    return isinstance(questionnaire, CapabilityModel)


def _file(content: bytes, kind: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type=kind, headers=headers)


def _slug(city: str) -> str:
    """The city's name as every file system takes it."""
    ascii_only = unicodedata.normalize("NFKD", city.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60] or "report"


def _not_found() -> Response:
    return PlainTextResponse("not found", 404)
