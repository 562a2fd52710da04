"""Checks release packages with libcoveocds: check_ocds.py CALLOFF

libcoveocds needs the standard and its extension for budgets, which no package has. They are taken
from the files that OCDS_STANDARD_ZIP and OCDS_EXTENSION_ZIP name, zip files of the repositories of
the standard and of the extension, or else from the network. Without either,
the packages are checked only against the schemas that ocdskit has for its tests.
"""

import decimal
import io
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

import jsonschema
import ocdsextensionregistry.util
import referencing
import requests
from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig

EXAMPLES = sorted((pathlib.Path(__file__).parents[2] / "docs" / "examples").glob("*.yaml"))


def export(calloff, folder, plan):
    """The release package of a plan, which gets a date."""
    dated = pathlib.Path(folder) / plan.name
    dated.write_text(plan.read_text() + "\nas_of: 2004-11-02\n")
    command = [calloff, "export", "--format", "ocds", "--ocid-prefix", "ocds-a1b2c3", str(dated)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def totals(calloff, plan):
    command = [calloff, "check", str(plan), "--format", "json"]
    done = subprocess.run(command, stdout=subprocess.PIPE)
    return json.loads(done.stdout)["files"][0]["totals"]


def check_money(package, wanted):
    """What releases say of money is what `check` says, to the penny."""
    sums = {"programme": decimal.Decimal(), "fund": decimal.Decimal(), "unfunded": decimal.Decimal()}
    for release in package["releases"]:
        budget = release["planning"]["budget"]
        entries = budget.get("budgetBreakdown", [])
        total = sum(entry["amount"]["amount"] for entry in entries)
        assert total == budget.get("amount", {"amount": 0})["amount"], release["ocid"]
        parties = {party["id"]: party["roles"] for party in release["parties"]}
        for entry in entries:
            sums[entry["id"].split(":")[0]] += entry["amount"]["amount"]
            source = entry.get("sourceParty")
            assert source is None or "sourceParty" in parties[source["id"]], release["ocid"]
    names = {"programme": "programme_funded", "fund": "covered", "unfunded": "unfunded"}
    for source, total in sums.items():
        assert total == decimal.Decimal(wanted[names[source]]), (source, total)


class Archive(requests.adapters.BaseAdapter):
    """Answers the request for the extension with a file."""

    def __init__(self, file):
        super().__init__()
        self.data = pathlib.Path(file).read_bytes()

    def send(self, request, **options):
        assert "ocds_budget_breakdown_extension" in request.url, request.url
        response = requests.Response()
        response.request, response.url, response.status_code = request, request.url, 200
        response.raw = io.BytesIO(self.data)
        return response

    def close(self):
        pass


def check_by_library(file, standard, extension):
    """Reads the report of libcoveocds, which exits with 0 where the data is invalid."""
    if extension:
        ocdsextensionregistry.util.session = requests.Session()
        ocdsextensionregistry.util.session.mount("https://", Archive(extension))
    config = LibCoveOCDSConfig()
    config.config["context"] = "api"
    config.config["standard_zip"] = f"file://{standard}" if standard else None
    with tempfile.TemporaryDirectory() as folder:
        report = ocds_json_output(folder, str(file), None, lib_cove_ocds_config=config)
    faults = {
        key: report[key]
        for key in ["validation_errors", "additional_closed_codelist_values", "additional_checks",
                    "deprecated_fields", "additional_fields"]
        if report[key]
    }
    faults.update(report["extensions"].get("invalid_extension") or {})
    # The programme's own scheme is not in the list of the standard, which is an open one.
    for path, values in report["additional_open_codelist_values"].items():
        if values["values"] != ["x_npfit"]:
            faults[path] = values
    assert not faults, json.dumps(faults, indent=2, default=str)


def schemas():
    """A validator by the schemas in the source package of ocdskit."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                   "--no-binary", "ocdskit", "--dest", folder, "ocdskit==1.7.0"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(pathlib.Path(folder).glob("*.tar.gz"))) as archive:
            def schema(name):
                path = f"ocdskit-1.7.0/tests/fixtures/{name}-schema.json"
                return json.load(archive.extractfile(path))
            package, release = schema("release-package"), schema("release")
    address = package["properties"]["releases"]["items"]["$ref"]
    resource = referencing.Resource.from_contents(
        release, default_specification=referencing.jsonschema.DRAFT4)
    registry = referencing.Registry().with_resource(address.split("#")[0], resource)
    return jsonschema.Draft4Validator(
        package, registry=registry, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def has_network():
    try:
        requests.head("https://standard.open-contracting.org", timeout=5)
    except requests.RequestException:
        return False
    return True


def main(calloff):
    standard = os.environ.get("OCDS_STANDARD_ZIP")
    extension = os.environ.get("OCDS_EXTENSION_ZIP")
    is_whole = bool(standard and extension) or has_network()
    validator = None if is_whole else schemas()
    releases = 0
    with tempfile.TemporaryDirectory() as folder:
        for plan in EXAMPLES:
            data = export(calloff, folder, plan)
            package = json.loads(data, parse_float=decimal.Decimal)
            check_money(package, totals(calloff, plan))
            releases += len(package["releases"])
            if validator:
                validator.validate(json.loads(data))
                continue
            file = pathlib.Path(folder) / "package.json"
            file.write_bytes(data)
            check_by_library(file, standard, extension)
    how = "by libcoveocds" if is_whole else "by schema only: libcoveocds found no standard"
    print(f"{len(EXAMPLES)} plans: {releases} releases are valid OCDS 1.1, {how}")


if __name__ == "__main__":
    main(*sys.argv[1:])
