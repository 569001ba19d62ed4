"""What a page and its server say to each other: whether an answer is still on its way, and what was said last."""

from collections import deque
from dataclasses import dataclass, field
from time import monotonic

from playwright.sync_api import WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass
class Wire:
    """The line to the server. On a busy machine a page looks settled before the server has even begun to answer."""

    told: deque[str] = field(default_factory=lambda: deque(maxlen=40))
    """The last things that were said, each with the seconds since the line was first heard."""
    _waits: bool = False
    _draws: bool = False
    _since: float = field(default_factory=monotonic)

    @property
    def is_quiet(self) -> bool:
        """Whether all that the page asked for has been answered to its end."""
        return not self._waits and not self._draws

    def listen(self, socket: WebSocket) -> None:
        """Hears what goes over a line from now on."""
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)
        socket.on("close", self._closed)

    def _sent(self, payload: str | bytes) -> None:
        message = BackMsg.FromString(_bytes(payload))
        if message.WhichOneof("type") != "rerun_script":
            return
        pressed = [
            each.id for each in message.rerun_script.widget_states.widgets if _is_press(each.WhichOneof("value"))
        ]
        self._tell(f"asked, pressed: {', '.join(pressed) or 'nothing'}")
        self._waits = True

    def _received(self, payload: str | bytes) -> None:
        message = ForwardMsg.FromString(_bytes(payload))
        match message.WhichOneof("type"):
            case "new_session":
                self._tell("begins to draw")
                self._waits, self._draws = False, True
            case "script_finished":
                self._tell(f"drawn: {ForwardMsg.ScriptFinishedStatus.Name(message.script_finished)}")
                # What ends early is drawn again at once.
                self._waits |= message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
                self._draws = False

    def _closed(self, _socket: WebSocket) -> None:
        self._tell("line lost")
        self._waits = self._draws = False

    def _tell(self, what: str) -> None:
        self.told.append(f"{monotonic() - self._since:.2f} s: {what}")


def _is_press(value: str | None) -> bool:
    return value is not None and "trigger" in value


def _bytes(payload: str | bytes) -> bytes:
    return payload.encode() if isinstance(payload, str) else payload
