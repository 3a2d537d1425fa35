# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Invented publications whose texts try to break out of every format that cites them."""

import json
import pathlib

TEXTS = [
    "@misc{evil, title={Gone}}",
    "}} , author = {Nobody}\n@article{x,",
    "{unbalanced",
    "unbalanced}",
    "\\end{document} \\input{/etc/passwd} \\",
    "100% of $5 & #1_x^2 ~ done",
    "\"quotes\" 'and' ``more''",
    "Title\nER  - \nTY  - JOUR\nTI  - Another",
    "TY  - BOOK",
    "</title><script>alert(1)</script><!-- ]]> -->",
    "a &amp; b &lt;i&gt; c",
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "+1+1", "-2", "@SUM(A1:A9)", "|calc", "＝1＋1",
    "semicolon; comma, and tab\there",
    "Straße, naïve café, Ελληνικά, Русский, 日本語, العربية, עברית",
    "combining e\u0301, zero\u200bwidth, \u202eright to left\u202c, emoji 👩🏽‍🚒 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "soft\u00adhyphen, line\u2028separator, next\u0085line, nbsp\u00a0here",
    "and and and",
    "long " + "word " * 2000,
    "x" * 5000,
    "%s %d ${jndi} {{template}}",
    "\u0001control\u0008characters\u001f",
]

NAMES = ["Nídia de Sousa", "Roe, Richard Jr.", "Smith and Jones, Inc.", "{Brace} Bearer", "A \\ B", "et al.",
         "山田 太郎", "O'Neil-Ørsted, Åse", "Department of \"Quotes\" & More", "others", "Jane, Q, Public"]


def write(folder):
    """Writes the publications as lines of JSON below a folder."""
    lines = []
    for number, text in enumerate(TEXTS):
        lines.append(json.dumps({
            "id": f"hostile-{number}", "title": text, "summary": text,
            "authors": [NAMES[number % len(NAMES)], NAMES[(number + 3) % len(NAMES)]],
            "publisher": text[:200], "keywords": [text[:100], "plain"], "series": text[:100],
            "date": ["2016", "2016-05", "2016-05-02"][number % 3],
            "url": f"https://example.org/{number}?a=1&b={{2}}%7D#c", "licence": "CC-BY-4.0",
            "text": f"The body of number {number}. " + text}))
    target = pathlib.Path(folder) / "hostile.jsonl"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
