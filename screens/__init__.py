"""What people see. Streamlit lives here and nowhere else.

One file page per screen, thin; what several pages share stands in the folders: `frame` (language, who is here, errors),
`browser` (the parts that run in the browser), `show` (reports on a screen), `scan` and `answers`.
"""
