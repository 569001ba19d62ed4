"""The few lines of style that the theme cannot say. They aim at our own keys, and at a few test ids of Streamlit's.

Colours follow the system's light or dark setting, as the theme does; there is no switch of our own.
"""

from reports.palette import COVER, DARK, PAPER

STYLE = f"""<style>
/* The switch stays in sight, beside the way around, which folds away what does not fit beside it. */
.st-key-frame {{ position: fixed; top: 0.85rem; right: 1.25rem; width: auto; z-index: 1000000; }}
.st-key-who-menu p {{ max-width: 7rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }}
@media (min-width: 951px) {{
  [data-testid="stTopNav"] {{ margin-right: 23rem; }}
}}
@media (max-width: 950px) {{
  .st-key-frame {{ top: auto; bottom: 0.85rem; background: {PAPER.ground}; border-radius: 0.5rem; }}
}}
@media (max-width: 950px) and (prefers-color-scheme: dark) {{
  .st-key-frame {{ background: {DARK.ground}; }}
}}

/* Where the keyboard is: a tint or a pale shadow alone is too little. On a phone the closed menu is no stop. */
body :is(a, button, summary):focus-visible, body label:has(:is([type="radio"], [type="checkbox"]):focus-visible) {{
  outline: 2px solid {PAPER.accent} !important; outline-offset: 1px;
}}
body :is(summary, [role="radio"]):focus-visible {{ outline-offset: -2px; }}
@media (prefers-color-scheme: dark) {{
  body :is(a, button, summary):focus-visible, body label:has(:is([type="radio"], [type="checkbox"]):focus-visible) {{
    outline-color: {DARK.accent} !important;
  }}
}}
[data-testid="stSidebar"][data-collapsed="true"] {{ visibility: hidden; }}

/* No stop hides below the head of the page, nor below what floats above its foot on a phone. */
[data-testid="stMain"] {{ scroll-padding-block: 4.5rem 1rem; }}
@media (max-width: 950px) {{
  [data-testid="stMain"] {{ scroll-padding-bottom: 4.5rem; }}
}}

/* English that cannot be translated: hints (values are taken over on leaving a field anyway), the sign that a page is
   being drawn, tools of charts and tables, the dialog of a lost connection. The last has a line of ours instead. */
[data-testid="InputInstructions"], [data-testid="stStatusWidget"], [data-testid="stElementToolbar"],
html[data-connection-lost] [data-testid="stDialog"] {{ display: none !important; }}
.connection-lost {{
  position: fixed; bottom: 0; left: 0; right: 0; padding: 0.9rem 1.5rem; z-index: 1000001; text-align: center;
  font-family: Inter, sans-serif; color: {COVER.ink}; background: {COVER.ground};
}}

/* Every chart is there twice: as a picture with tool tips, and drawn for a narrow column, where that would be cut. */
[class*="st-key-chart-"] {{ container-type: inline-size; }}
[class*="st-key-narrow-"] {{ display: none; }}
@container (max-width: 480px) {{
  [class*="st-key-broad-"] {{ display: none; }}
  [class*="st-key-narrow-"] {{ display: flex; }}
}}

/* Tables keep what they can on a phone. */
@media (max-width: 640px) {{
  [data-testid="stTable"] :is(th, td) {{ padding-inline: 0.3rem; hyphens: auto; font-size: 0.8rem; }}
  [data-testid="stTable"] :is(th, td) p {{ font-size: inherit; }}
  /* What is too wide moves sideways; what each row is about stays in sight. */
  [data-testid="stTable"] :is(th, td):first-child {{ position: sticky; left: 0; background: {PAPER.ground}; }}
}}
@media (max-width: 640px) and (prefers-color-scheme: dark) {{
  [data-testid="stTable"] :is(th, td):first-child {{ background: {DARK.ground}; }}
}}

/* What may be ticked is read to its end too. */
[data-testid="stCheckbox"] .stMarkdownEllipsis, [data-testid="stCheckbox"] .stMarkdownEllipsis * {{
  white-space: normal; overflow: visible;
}}

/* What a figure says is read to its end, on a second line where one is too short. */
[data-testid="stMetricLabel"], [data-testid="stMetricLabel"] p {{ white-space: normal; overflow: visible; }}

/* Quiet text that everybody can read. */
[data-testid="stCaptionContainer"], blockquote {{ color: {PAPER.muted} !important; opacity: 1 !important; }}
@media (prefers-color-scheme: dark) {{
  [data-testid="stCaptionContainer"], blockquote {{ color: {DARK.muted} !important; }}
  [data-testid="stBaseButton-primary"]:not(:disabled) :is(p, [data-testid="stIconMaterial"]) {{ color: {DARK.ground}; }}
  [data-testid="stMultiSelect"] [data-tag], [data-testid="stMultiSelect"] [data-tag] * {{ color: {DARK.ground}; }}
}}

/* The chosen one of several stays readable under the pointer too, where its ground grows darker. */
[data-variant][data-selected]:is(:hover, :focus) p {{ color: {PAPER.ink}; }}
@media (prefers-color-scheme: dark) {{
  [data-variant][data-selected]:is(:hover, :focus) p {{ color: {DARK.ink}; }}
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

/* Parts that only do something take no room, nor does what they are wrapped in. */
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-unseen-"]) {{ position: absolute; width: 1px; }}
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

/* Whoever has colours of their own sees what is chosen and where the keyboard is: grounds and shadows are gone then. */
@media (forced-colors: active) {{
  body :focus-visible, body label:has(input:focus-visible) {{
    outline: 2px solid Highlight !important; outline-offset: 1px;
  }}
  [data-variant][data-selected] {{ forced-color-adjust: none; background: Highlight !important; }}
  [data-variant][data-selected] * {{ color: HighlightText !important; }}
  [data-testid="stAlertContainer"] {{ border: 1px solid; }}
  [data-testid="stTopNavLink"][aria-current="page"] {{ text-decoration: underline; text-underline-offset: 0.4em; }}
  [data-testid="stRadioOption"] > div > div:first-child, [data-testid="stCheckbox"] label > div:not([data-testid]),
  [data-testid="stProgressBarTrack"] {{ forced-color-adjust: none; }}
}}

/* Whoever wants nothing to move sees nothing move. */
@media (prefers-reduced-motion: reduce) {{
  *, ::before, ::after {{ animation-duration: 0.01ms !important; transition-duration: 0.01ms !important; }}
}}

/* Long words are broken where they may be; on a phone headings are smaller. */
[data-testid="stHeading"] :is(h1, h2, h3) {{ hyphens: auto; }}
@media (max-width: 640px) {{
  [data-testid="stHeading"] h1 {{ font-size: 1.65rem; }}
}}

.st-key-foot {{ border-top: 1px solid rgba(127, 150, 170, 0.35); padding-top: 1rem; margin-top: 3rem; }}
</style>"""
