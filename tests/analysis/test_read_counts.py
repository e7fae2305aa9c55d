"""Which frames count parts."""

from __future__ import annotations

from msgspec.structs import replace

from kg.analysis.read_counts import counting_frames
from tests.reference.layout import pack_of
from tests.reference.story import PART, tell

PACK = pack_of(tell("acme:Firm"))


def test_a_frame_of_two_roles_with_a_quantity_counts_parts() -> None:
    assert [frame.id for frame in counting_frames(PACK)] == ["Part"]


def test_a_frame_without_a_quantity_counts_none() -> None:
    assert counting_frames(replace(PACK, frames={"Part": replace(PART, qualifiers=())})) == ()
