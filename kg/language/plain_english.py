"""English tokens in, turns of phrase said plainly out: "which of them", "for every X, … to it", "who says that …".

Each turn is a wording of something that the grammar knows by another order of words; what is no such turn stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.language.token import Token
from kg.language.turns.english_amounts import (
    amount_of,
    dated_figure,
    how_large,
    if_had,
    in_unit,
    measure_of_amount,
    nothing_but,
    only_behind,
    or_more,
    per,
    what_number,
    whose_part,
)
from kg.language.turns.english_figures import between_bounds, done_when, exact_value
from kg.language.turns.english_order import (
    bare_possessive,
    contracted,
    for_each,
    fronted,
    has_been,
    in_common,
    list_what,
    named,
    named_again,
    of_verb,
    progressive_perfect,
    record_of,
    share_in_common,
    sole_one,
    what_it_does,
    where,
    where_from,
    which_of,
    whoever,
)
from kg.language.turns.english_statements import (
    any_chain,
    connected,
    joined,
    of_one_sort,
    over_time,
    passed_through,
    raw_materials,
    source_of_claim,
    what_forecasts,
    what_is_forecast,
    when,
    who_says,
    with_value,
)

_Turn = Callable[[list[Token]], list[Token]]

_TURNS: tuple[_Turn, ...] = (
    with_value,
    of_one_sort,
    of_verb,
    whose_part,
    what_number,
    if_had,
    in_unit,
    any_chain,
    progressive_perfect,
    whoever,
    list_what,
    or_more,
    fronted,
    where_from,
    what_forecasts,
    between_bounds,
    done_when,
    exact_value,
    named_again,
    dated_figure,
    named,
    contracted,
    for_each,
    which_of,
    who_says,
    when,
    has_been,
    joined,
    over_time,
    passed_through,
    raw_materials,
    record_of,
    how_large,
    connected,
    what_is_forecast,
    source_of_claim,
    what_it_does,
    share_in_common,
    in_common,
    per,
    where,
    measure_of_amount,
    only_behind,
    nothing_but,
    sole_one,
    bare_possessive,
    amount_of,
)


def plain_english(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with every known turn of phrase said plainly."""
    found = list(tokens)
    for turn in _TURNS:
        found = turn(found)
    return tuple(found)
