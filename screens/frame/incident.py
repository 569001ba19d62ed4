"""What people see when a wish cannot be carried out, or something breaks: a calm sentence, never a trace.

A refused wish says why and what to do. A mistake of ours gets a number, under which the log holds the rest.
"""

import streamlit as st

from assessment import wiring
from assessment.desk.errors import WishRefused
from models.assessment import NotSaved
from screens.frame.language import speak
from screens.show.plain import plain


def tell(error: Exception) -> bool:
    """Shows what happened, in the place where the error came up.

    Returns:
        True: there is nothing left for Streamlit to show.
    """
    words = speak()
    match error:
        case WishRefused():
            st.warning(plain(words.say(error.message)))
        case NotSaved():
            st.error(words("This could not be stored just now. Nothing was changed; please try again in a moment."))
        case _:
            st.error(words.say(wiring.what_broke(error)))
    return True
