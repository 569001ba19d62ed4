"""What stands on each shelf, as far as it was asked for; an empty one says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from locales.searching import is_found
from locales.words import Words
from models.authored import Text
from models.contribution import Published
from models.library import GoodPractice
from models.people import Actor
from models.questionnaire import CapabilityModel
from models.recommendations import Step
from reports.content.context_figures import figures_table
from reports.content.naming import process_name
from screens.frame.here import desk
from screens.show.blocks import draw
from screens.show.plain import plain


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: words, and the processes it is to be about (None for all)."""

    text: str
    processes: frozenset[str] | None

    def fits(self, texts: Sequence[str], processes: Iterable[str] = ()) -> bool:
        """Whether something with these texts, about these processes, is what is looked for."""
        about = self.processes is None or not self.processes.isdisjoint(processes)
        return about and is_found(self.text, texts)


def practices(words: Words, actor: Actor, model: CapabilityModel, wanted: Wanted) -> None:
    """Good practices: those of cities here first, then those from public sources."""
    told = [each for each in desk().contributing.published(actor) if _fits(each, wanted)]
    known = [each for each in model.shelf.practices if wanted.fits(_texts(each, words), each.processes)]
    if not (told or known):
        _nothing(words)
        return
    for each in told:
        _of_a_city(words, model, each)
    if known and model.shelf.practices_notice:
        st.caption(plain(words.text(model.shelf.practices_notice)))
    for practice in known:
        _from_a_source(words, model, practice)


def recommendations(words: Words, model: CapabilityModel, wanted: Wanted) -> None:
    """What experts recommend for each step, process by process."""
    found = [
        each
        for each in model.recommendations
        if wanted.fits(
            [process_name(model, each.process, words), *(words.text(step.do) for step in each.steps)], [each.process]
        )
    ]
    if not found:
        _nothing(words)
    for each in found:
        with st.expander(plain(process_name(model, each.process, words)), expanded=len(found) == 1):
            for step in (*each.steps, *each.beyond):
                _step(words, step)
            st.caption(plain(words("A figure to steer by: {figure}", figure=words.text(each.indicator))))
            st.caption(plain(words("An idea for the highest level: {idea}", idea=words.text(each.idea))))


def terms(words: Words, model: CapabilityModel, wanted: Wanted) -> None:
    """The words of the field in both languages."""
    rows = [
        [_cell(each.term.de), _cell(each.term.en), _cell(words.text(each.note) if each.note else "")]
        for each in model.shelf.terms
        if is_found(wanted.text, _both(each.term, each.note))
    ]
    if not rows:
        _nothing(words)
        return
    frame = pd.DataFrame(rows, columns=[words("German"), words("English"), words("Note")])
    st.table(frame, border="horizontal", hide_index=True, alt=words("Words of the field in German and English"))


def literature(words: Words, model: CapabilityModel, wanted: Wanted) -> None:
    """What the model rests on."""
    used = {
        key: [each.id for each in model.processes if key in each.source_refs] for key in (s.id for s in model.sources)
    }
    found = [each for each in model.sources if wanted.fits([each.citation, each.id], used[each.id])]
    if not found:
        _nothing(words)
        return
    for each in found:
        link = _link(words, each.url)
        about = words("for {processes}", processes=", ".join(used[each.id])) if used[each.id] else ""
        st.markdown(f"- {plain(each.citation)}{link} {f'· {about}' if about else ''}")


def figures(words: Words, model: CapabilityModel, wanted: Wanted) -> None:
    """Figures of public surveys; at first those that can be shown without a further check."""
    st.caption(plain(words.text(model.shelf.figures_notice)) if model.shelf.figures_notice else "")
    every = st.checkbox(words("Also figures that need a further check"), key="every-figure")
    found = [
        each
        for each in model.shelf.figures
        if (every or each.usable_directly) and is_found(wanted.text, _both(each.indicator, each.value, each.caution))
    ]
    if not found:
        _nothing(words)
        return
    draw([figures_table(found, words)], words)


def _nothing(words: Words) -> None:
    st.markdown(words("Nothing fits. Fewer words, or all processes, find more."))


def _fits(each: Published, wanted: Wanted) -> bool:
    said = each.contribution
    return wanted.fits([said.what, said.source, each.city or ""], said.processes)


def _texts(each: GoodPractice, words: Words) -> list[str]:
    return [*_both(each.city, each.what), each.source, words.text(each.what)]


def _both(*texts: Text | None) -> list[str]:
    return [written for text in texts if text for written in (text.de, text.en) if written]


def _of_a_city(words: Words, model: CapabilityModel, each: Published) -> None:
    said = each.contribution
    with st.container(border=True):
        name = each.city or words("A city of this network")
        st.markdown(f"**{plain(name)}**")
        st.markdown(plain(said.what))
        st.markdown(plain(_about(words, model, said.processes)))
        if said.from_level is not None and said.to_level is not None:
            st.caption(words("Helps from level {lower} to {upper}", lower=said.from_level, upper=said.to_level))
        day = words.date(said.source_day) if said.source_day else ""
        source = words("Source: {source}, of {day}", source=said.source, day=day)
        link = _link(words, said.address)
        checked = words("source looked at by the editor on {day}", day=words.date(each.checked))
        st.caption(f"{plain(source)}{link} · {plain(checked)}")


def _from_a_source(words: Words, model: CapabilityModel, each: GoodPractice) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(words.text(each.city))}**")
        st.markdown(plain(words.text(each.what)))
        st.markdown(plain(_about(words, model, each.processes)))
        source = words("Source: {source}; as of that source, not checked since", source=each.source)
        caution = f" {words.text(each.caution)}" if each.caution else ""
        st.caption(plain(f"{source}.{caution}"))


def _about(words: Words, model: CapabilityModel, processes: Sequence[str]) -> str:
    return "; ".join(process_name(model, key, words) for key in processes)


def _step(words: Words, step: Step) -> None:
    lead = words("Level {lower} to {upper}", lower=step.from_level, upper=step.to_level)
    st.markdown(f"**{lead}:** {plain(words.text(step.do))}")
    if step.worked_out is not None:
        st.markdown("\n".join(f"{at}. {plain(words.text(each))}" for at, each in enumerate(step.worked_out.do, 1)))


def _cell(text: str | None) -> str:
    return plain(text or "–")


def _link(words: Words, address: str | None) -> str:
    """A link to what can be read on the web; nothing where there is no address."""
    if not address or not address.startswith("https://"):
        return ""
    shown = words("open it")
    return f" [{shown}]({_safe(address)})"


def _safe(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
