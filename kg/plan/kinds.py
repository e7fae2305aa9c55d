"""What a pack tells of kinds: which things are below a name, and which classes they are of."""

from __future__ import annotations

from kg.pack.pack import Pack


class Kinds:
    """The hierarchy of kinds of one pack, read once a pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._narrower = pack.narrower

    def is_leaf(self, name: str) -> bool:
        """Tell whether the pack knows the name and nothing is of its kind but itself."""
        return name in self._pack.things and name not in self._narrower

    def below(self, name: str) -> tuple[str, ...]:
        """Return the name and all that is of its kind, broader ones first."""
        found = {name: None}
        queue = [name]
        while queue:
            for id in self._narrower.get(queue.pop(0), ()):
                if id not in found:
                    found[id] = None
                    queue.append(id)
        return tuple(found)

    def all_are(self, names: tuple[str, ...], exact: bool, cls: str) -> bool:
        """Tell whether everything that the names cover is known to be of a class."""
        covered = names if exact else tuple(id for name in names for id in self.below(name))
        things = self._pack.things
        return all(id in things and self._pack.is_a(things[id].cls, cls) for id in covered)
