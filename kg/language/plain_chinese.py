"""Chinese tokens in, turns of phrase said plainly out: 谁说…, …的预测有哪些, 除了谷歌没有别的客户, 何时.

Each turn is a wording of something that the grammar knows by another order of words; what is no such turn stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.language.token import Token
from kg.language.turns.chinese_amounts import (
    aggregate_first,
    amount_behind,
    amounts_together,
    bought,
    bound_included,
    first_by,
    most_is_which,
    number_of,
    one_of_it,
    unit_asked,
    which_sorts,
)
from kg.language.turns.chinese_figures import figure_bounds
from kg.language.turns.chinese_order import (
    again,
    each_before_verb,
    each_behind,
    goods_of,
    held_inside,
    is_of,
    named,
    nothing_but,
    of_one_source,
    only_customer,
    only_one,
    only_one_that,
    passed_through,
    raw_materials,
    sole_supply,
    step_by_step,
    those_are,
    used_by,
    where_from,
    who_does,
)
from kg.language.turns.chinese_statements import joined, of_one_sort, status_last, when, who_says, with_value

_Turn = Callable[[list[Token]], list[Token]]

_TURNS: tuple[_Turn, ...] = (
    with_value,
    bound_included,
    figure_bounds,
    first_by,
    goods_of,
    step_by_step,
    most_is_which,
    again,
    those_are,
    bought,
    held_inside,
    unit_asked,
    used_by,
    only_one,
    only_one_that,
    only_customer,
    which_sorts,
    each_behind,
    number_of,
    amounts_together,
    aggregate_first,
    is_of,
    named,
    who_says,
    joined,
    of_one_sort,
    status_last,
    where_from,
    when,
    nothing_but,
    amount_behind,
    each_before_verb,
    one_of_it,
    sole_supply,
    of_one_source,
    passed_through,
    raw_materials,
    who_does,
)


def plain_chinese(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with every known turn of phrase said plainly."""
    found = list(tokens)
    for turn in _TURNS:
        found = turn(found)
    return tuple(found)
