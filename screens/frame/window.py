"""How a window of the screens is called on the way to its browser."""

from google.protobuf.message import DecodeError
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


def session_in(message: bytes) -> str | None:
    """The name of the session that a message to a browser begins; None where it begins none."""
    told = ForwardMsg()
    try:
        told.ParseFromString(message)
    except DecodeError:
        return None
    return told.new_session.initialize.session_id or None
