"""A pack's folder in; everything it declares, as a typed pack, out. Its facts are read by kg.load."""

from __future__ import annotations

from pathlib import Path

from kg.base.terms import Iri
from kg.pack.manifest import Manifest, read_manifest
from kg.pack.ontology import Ontology, read_ontology
from kg.pack.pack import Names, Pack, Words
from kg.pack.problems import Problems
from kg.pack.read_classes import read_classes, read_units
from kg.pack.read_frames import read_adjectives, read_frames
from kg.pack.read_rules import read_rules
from kg.pack.resources import core_files


def read_pack(folder: Path) -> Pack:
    """Read the ontology of the pack in ``folder``: classes, frames, readings, units and rules.

    ``things`` and ``sources`` are empty: they are facts, see ``kg.load.compile_pack``.
    Raise PackError with every mistake of the ontology files, each with file and line.
    """
    manifest = read_manifest(folder)
    ontology = read_ontology(manifest.namespace, core_files(), folder, manifest.ontology)
    problems = Problems()
    pack = _pack(manifest, ontology, problems)
    problems.stop()
    return pack


def _pack(manifest: Manifest, ontology: Ontology, problems: Problems) -> Pack:
    classes = read_classes(ontology, problems)
    units = read_units(ontology)
    frames = read_frames(ontology, classes, units, problems)
    return Pack(
        id=manifest.id,
        namespace=manifest.namespace,
        names=_names(manifest, ontology),
        classes=classes,
        frames=frames,
        units=units,
        rules=read_rules(ontology, frames, problems),
        things={},
        adjective_uses=read_adjectives(ontology, frames),
    )


def _names(manifest: Manifest, ontology: Ontology) -> Names:
    if manifest.labels:
        return {lang: Words(label) for lang, label in sorted(manifest.labels.items())}
    return ontology.names(ontology.node(Iri(manifest.namespace)))
