"""Reports and files to take home. Each asks the desk, which asks the policy; nothing of what passes here is kept.

What a person may not read answers exactly as what does not exist.
"""

from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from typing import TypeGuard

from anyio import Lock, to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.batches import archive
from assessment.desk.errors import WishRefused
from assessment.desk.results import ReportInputs
from assessment.loading import QUESTIONNAIRES, dump_answers, parse_answers
from assessment.ordering import Counter
from locales.words import Words, words
from models.answers import Answers
from models.assessment import Scope
from models.authored import Language
from models.message import say
from models.problem import InputRefused
from models.questionnaire import CapabilityModel, Questionnaire
from reports import paper, pdf, workbook
from reports.file_names import stem
from reports.forms import FORMS, MEDIA_TYPES
from reports.order import Order
from reports.printing.explaining import explained
from reports.printing.job import Outcome
from reports.printing.once import NotPrinted
from reports.printing.trouble import OURS, Result
from web import handing
from web.bodies import body_of
from web.language import language_of
from web.press import Press, PressBusy
from web.visitors import actor_of

_BODY_LIMIT = 200_000
_SAMPLE = "brueckenhafen.yaml"
_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_YAML = "application/yaml"
_USUAL = ("full", "quick-scan")
_MANY = say("Many reports are being made just now. Please try again in a few minutes.")
_STATUS: dict[Result, int] = {"refused": 422, "too long": 422, "too large": 422, "no room": 507}
"""What is told where no report came out; everything else is ours to mend."""


class Papers:
    """The routes that hand out papers, with the presses they share."""

    def __init__(self) -> None:
        self._press = Press(at_once=2, waiting=100)
        self._open_press = Press(at_once=1, waiting=40)
        self._samples: dict[tuple[str, str], bytes] = {}
        self._one_sample = Lock()

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
        text = await body_of(request, _BODY_LIMIT)
        if text is None:
            return PlainTextResponse("too large", 413)
        try:
            answers = await to_thread.run_sync(lambda: parse_answers(text, "answers.yaml", wiring.library()))
        except InputRefused:
            return PlainTextResponse("these answers cannot be read", 422)
        if answers.questionnaire not in {scan.id for scan in wiring.library().quick_scans}:
            return PlainTextResponse("these answers cannot be read", 422)
        order = _usual_order(request, answers, "quick-scan")
        return await self._printed(self._open_press, request, order, stem(answers.city))

    async def sample(self, request: Request) -> Response:
        """A report on invented answers."""
        data = (QUESTIONNAIRES / "examples" / _SAMPLE).read_bytes()
        try:
            answers = await to_thread.run_sync(lambda: parse_answers(data, _SAMPLE, wiring.library()))
        except InputRefused:
            # This installation has other questionnaires, which the sample does not answer.
            return handing.not_found()
        order = _usual_order(request, answers, "full")
        name, now = stem(answers.city), (order.language, order.today)
        # The same for everybody all day, so it is printed once.
        async with self._one_sample:
            if now not in self._samples:
                answer = await self._printed(self._open_press, request, order, name)
                if answer.status_code != HTTPStatus.OK:
                    return answer
                today = {each: kept for each, kept in self._samples.items() if each[1] == order.today}
                self._samples = {**today, now: bytes(answer.body)}
        return _report_file(self._samples[now], order, name)

    async def report(self, request: Request) -> Response:
        """A report on an assessment, as it was wished for, in the form that the address ends with."""
        ending = request.path_params["ending"]
        order = await _order(request) if ending in FORMS else None
        if order is None:
            return handing.not_found()
        return await self._printed(self._press, request, order, _named(order))

    async def batch(self, request: Request) -> Response:
        """The archive of a batch, for whoever ordered it and may still make reports."""
        actor, name = await actor_of(request), request.path_params["name"]
        try:
            allowed = await to_thread.run_sync(wiring.desk().reporting.deliverable, actor)
        except WishRefused:
            return handing.not_found()
        path = archive(actor, wiring.settings().data, name) if allowed else None
        if path is None:
            return handing.not_found()
        headers = handing.FOR_ONE
        return FileResponse(path, media_type="application/zip", filename="reports.zip", headers=headers)

    async def answers(self, request: Request) -> Response:
        """The answers of an assessment, as a file that can be opened again."""
        write = _WRITERS.get(request.path_params["ending"])
        inputs = await _inputs(request, request.path_params["ending"]) if write else None
        if inputs is None or write is None:
            return handing.not_found()
        content, kind = await to_thread.run_sync(write, inputs, language_of(request.scope))
        return handing.file(content, kind, f"{stem(inputs.answers.city)}.{request.path_params['ending']}")

    async def empty(self, request: Request) -> Response:
        """A questionnaire to fill in on paper or in a workbook."""
        questionnaire_id, ending = request.path_params["questionnaire"], request.path_params["ending"]
        if questionnaire_id not in wiring.library().ids or ending not in ("pdf", "xlsx"):
            return handing.not_found()
        content = await to_thread.run_sync(_empty, questionnaire_id, ending, language_of(request.scope))
        return handing.file(content, _PDF if ending == "pdf" else _XLSX, f"{questionnaire_id}.{ending}")

    async def _printed(self, press: Press, request: Request, order: Order, name: str) -> Response:
        try:
            content = await press.printed(order, wiring.settings().questionnaires, request)
        except NotPrinted as trouble:
            return _not_printed(trouble.outcome, words(order.language))
        except PressBusy:
            return _busy(words(order.language))
        return _report_file(content, order, name)


def _report_file(content: bytes, order: Order, name: str) -> Response:
    return handing.file(content, MEDIA_TYPES[order.form], f"{name}-{order.language}.{order.form}")


def _usual_order(request: Request, answers: Answers, kind: str) -> Order:
    language, today = language_of(request.scope), wiring.now().date().isoformat()
    return Order(dump_answers(answers), kind, language=language, today=today)


def _busy(told: Words) -> Response:
    """Why there is no report now."""
    return PlainTextResponse(told.say(_MANY), 503, headers={"retry-after": "120"})


def _not_printed(outcome: Outcome, told: Words) -> Response:
    """Why there is no report, in a sentence."""
    number = wiring.log_incident(outcome.why) if outcome.result in OURS else ""
    return PlainTextResponse(explained(told, outcome.result, outcome.said, number), _STATUS.get(outcome.result, 500))


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
    parts = (() if order.anonymous else (stem(order.city),)) + (() if order.kind in _USUAL else (order.kind,))
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
