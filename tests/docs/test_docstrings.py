"""Every doctest in the docstrings of kg holds."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import kg

MODULES = sorted(module.name for module in pkgutil.walk_packages(kg.__path__, "kg.") if module.name != "kg.__main__")


@pytest.mark.parametrize("name", ["kg", *MODULES])
def test_the_examples_in_a_module_hold(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert results.failed == 0


def test_every_module_begins_with_a_sentence() -> None:
    modules = (importlib.import_module(name) for name in MODULES)
    assert [module.__name__ for module in modules if not (module.__doc__ or "").strip()] == []
