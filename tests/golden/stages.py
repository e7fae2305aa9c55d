"""A question in; the files of its golden folder out, one for each stage, the same on any day."""

from __future__ import annotations

import json
from datetime import date

from kg.session.explanation import Explanation, outline
from kg.session.session import Session

TODAY = date(2026, 11, 1)


def stages(session: Session, question: str) -> dict[str, str]:
    """Return file name -> text, in the order of the stages."""
    explanation = session.explain(question, today=TODAY)
    return {
        "query.txt": outline(explanation.query) + "\n",
        "plan.txt": outline(explanation.plan) + "\n",
        "sparql.rq": _sparql(explanation),
        "answer.json": _answer(explanation),
    }


def _sparql(explanation: Explanation) -> str:
    return "\n".join(f"# {step}\n{text.rstrip()}\n" for step, text in explanation.sparql)


def _answer(explanation: Explanation) -> str:
    content = {key: value for key, value in explanation.answer.to_dict().items() if key != "timings"}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
