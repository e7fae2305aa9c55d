"""A nominal in a place that cannot express all it says: refused, so that nothing said is dropped."""

from __future__ import annotations

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Nominal, Together
from kg.query.meaning import MeaningError

_USAGE = {"en": "which companies supply all hyperscalers", "zh": "谁给所有云厂商供货"}


def refuse_unsaid(nominal: Nominal, lang: str, *, allowed: tuple[str, ...] = ("any", "same")) -> None:
    """Raise MeaningError M005 when a nominal is quantified or ranked in a way that its place would drop."""
    if isinstance(nominal, Together):
        for member in nominal.members:
            refuse_unsaid(member, lang, allowed=allowed)
        return
    dropped = (nominal.quantity and nominal.quantity not in allowed) or nominal.top is not None
    amount = nominal.amount is not None and "amount" not in allowed
    if dropped or amount or nominal.value is not None:
        text = nominal.quantity or (nominal.nouns[-1].text if nominal.nouns else "")
        raise MeaningError(diagnostic("M005", nominal.span, form=text, usage=_USAGE[lang]), 3)
