"""The few lines of style that the theme cannot say. They aim at our own keys, and at a few test ids of Streamlit's.

Colours follow the system's light or dark setting, as the theme does; there is no switch of our own.
"""

from reports.palette import COVER, DARK, PAPER

STYLE = f"""<style>
/* The switch stays in sight, beside the way around. */
.st-key-frame {{ position: fixed; top: 0.85rem; right: 1.25rem; width: auto; z-index: 1000000; }}
@media (max-width: 950px) {{
  .st-key-frame {{ top: auto; bottom: 0.85rem; background: {PAPER.ground}; border-radius: 0.5rem; }}
}}
@media (max-width: 950px) and (prefers-color-scheme: dark) {{
  .st-key-frame {{ background: {DARK.ground}; }}
}}

/* English that cannot be translated: hints (values are taken over on leaving a field anyway), the sign that a page is
   being drawn, tools of charts and tables, the dialog of a lost connection. The last has a line of ours instead. */
[data-testid="InputInstructions"], [data-testid="stStatusWidget"], [data-testid="stElementToolbar"],
html[data-connection-lost] [data-testid="stDialog"] {{ display: none !important; }}
.connection-lost {{
  position: fixed; bottom: 0; left: 0; right: 0; padding: 0.9rem 1.5rem; z-index: 1000001; text-align: center;
  font-family: Inter, sans-serif; color: {COVER.ink}; background: {COVER.ground};
}}

/* Quiet text that everybody can read. */
[data-testid="stCaptionContainer"], blockquote {{ color: {PAPER.muted} !important; opacity: 1 !important; }}
@media (prefers-color-scheme: dark) {{
  [data-testid="stCaptionContainer"], blockquote {{ color: {DARK.muted} !important; }}
  [data-testid="stBaseButton-primary"]:not(:disabled) p {{ color: {DARK.ground}; }}
}}

/* What moves in a trial stays in sight while ratings are changed further down. */
.st-key-moves {{ position: sticky; top: 4.5rem; }}

/* Statements to choose from are read, not glanced at. */
[class*="st-key-statements-"] [role="radiogroup"] {{ gap: 0.1rem; }}
[class*="st-key-statements-"] [role="radiogroup"] label {{
  padding: 0.3rem 0.5rem;
  margin-left: -0.5rem;
  border-radius: 0.5rem;
}}
[class*="st-key-statements-"] [role="radiogroup"] label:hover {{ background: rgba(127, 150, 170, 0.12); }}
[class*="st-key-statements-"] [role="radiogroup"] label p {{ font-size: 1rem; line-height: 1.45; }}

/* Parts that only do something take no room. */
[class*="st-key-unseen-"] {{ position: absolute; width: 1px; height: 1px; overflow: hidden; }}

/* As high without an answer as with one: when somebody else answers, nothing may move under a hand that is clicking. */
[class*="st-key-standing-"] {{ min-height: 2.5rem; }}

/* Six answers in one line. */
[class*="st-key-choice-"] [role="radio"] {{ padding-inline: 0.55rem; }}

/* Processes read from the left, one below the other. */
[class*="st-key-processes-"] button {{ justify-content: flex-start; text-align: left; padding: 0.3rem 0.5rem; }}
[class*="st-key-processes-"] button > div {{ justify-content: flex-start; }}

/* Links and buttons that load the whole page: signing in and out changes the cookie. */
.hanse-link {{ display: inline-block; padding: 0.4rem 0.75rem; font-weight: 600; white-space: nowrap; }}
a.hanse-link {{ color: {PAPER.accent}; }}
.hanse-button, .hanse-out {{
  display: inline-block; padding: 0.5rem 1rem; border-radius: 0.5rem; font: inherit; font-weight: 600; cursor: pointer;
}}
a.hanse-button {{ background: {PAPER.accent}; color: {PAPER.ground}; text-decoration: none; }}
.hanse-out {{ background: none; color: inherit; border: 1px solid rgba(127, 150, 170, 0.6); }}
@media (prefers-color-scheme: dark) {{
  a.hanse-link {{ color: {DARK.accent}; }}
  a.hanse-button {{ background: {DARK.accent}; color: {DARK.ground}; }}
}}

.st-key-foot {{ border-top: 1px solid rgba(127, 150, 170, 0.35); padding-top: 1rem; margin-top: 3rem; }}
</style>"""
