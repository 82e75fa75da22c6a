"""Writes a CycloneDX bill of materials: the crates that are inside what cargo builds of a package of the project.

usage: sbom.py PACKAGE TARGET FILE

The same sources give the same bytes: the time is SOURCE_DATE_EPOCH, and the serial number is made of the content.
"""

from __future__ import annotations

import datetime
import os
import sys
import uuid
from pathlib import Path

import tomlkit
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from linked import ROOT, linked

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/libnango/libnango")


def checksums() -> dict[tuple[str, str], str]:
    """Cargo.lock's checksums of the crates' archives."""
    lock = tomlkit.parse((ROOT / "Cargo.lock").read_text(encoding="utf-8")).unwrap()
    return {(crate["name"], crate["version"]): crate.get("checksum", "") for crate in lock["package"]}


def component(name: str, version: str, licence: str, checksum: str, kind: ComponentType) -> Component:
    """One crate."""
    purl = PackageURL("cargo", None, name, version)
    return Component(
        name=name,
        version=version,
        type=kind,
        purl=purl,
        bom_ref=purl.to_string(),
        licenses=[LicenseFactory().make_from_string(licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
    )


def bill(package: str, target: str, epoch: int) -> Bom:
    """The bill of a package."""
    tree = linked(package, [target])
    known = checksums()
    components: dict[tuple[str, str], Component] = {}
    users: dict[tuple[str, str], set[tuple[str, str]]] = {}
    path: list[tuple[str, str]] = []
    for depth, name, version, licence in tree:
        crate = (name, version)
        if crate not in components:
            kind = ComponentType.LIBRARY if path or package == "nango" else ComponentType.APPLICATION
            components[crate] = component(name, version, licence, known[crate], kind)
        path[depth:] = [crate]
        if depth:
            users.setdefault(path[depth - 1], set()).add(crate)
    top = path[0]
    time = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc)
    content = "\n".join(sorted(component.purl.to_string() for component in components.values() if component.purl))
    bom = Bom(
        serial_number=uuid.uuid5(NAMESPACE, content),
        components=[found for crate, found in components.items() if crate != top],
        metadata=BomMetaData(component=components[top], timestamp=time),
    )
    for crate, found in components.items():
        bom.register_dependency(found, [components[used] for used in sorted(users.get(crate, ()))])
    return bom


def main() -> int:
    """Writes the file."""
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    package, target, file = sys.argv[1:]
    bom = bill(package, target, int(os.environ["SOURCE_DATE_EPOCH"]))
    Path(file).write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
