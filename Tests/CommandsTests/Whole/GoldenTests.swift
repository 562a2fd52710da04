import Testing

@testable import Commands

@Suite("Golden output")
struct GoldenTests {
  static let calls = [
    "check-sample": "check sample.yaml",
    "check-sound": "check --strict sound.yaml",
    "check-warned-strictly": "check warned.yaml --strict",
    "check-many": "check sound.yaml unknown.yaml faulty.yaml missing.yaml -",
    "check-waived": "check waived.yaml",
    "check-waived-json": "check waived.yaml --format json",
    "check-waived-sarif": "check waived.yaml --format sarif",
    "check-faulty": "check faulty.yaml",
    "check-hostile": "check hostile.yaml",
    "check-hostile-codes": "check hostile-codes.yaml",
    "check-sample-json": "check sample.yaml --format json",
    "check-many-json": "check unknown.yaml faulty.yaml missing.yaml --format json",
    "check-hostile-json": "check hostile.yaml --format json",
    "check-many-sarif": "check unknown.yaml faulty.yaml missing.yaml --format sarif",
    "check-folder": "check many",
    "check-folder-json": "check many --format json",
    "check-folder-csv": "check many faulty.yaml --format csv",
    "check-folder-findings": "check many --report findings",
    "check-table": "check tables/lines.csv --funds tables/funds.csv many/rss.yml",
    "check-table-faulty": "check tables/faulty.csv",
    "check-table-going":
      "check tables/faulty.csv --funds tables/funds.csv --keep-going --format json",
    "check-drafts": "check drafts",
    "check-drafts-json": "check drafts --report findings --format json",
    "check-drafts-findings": "check drafts --report findings --strict",
    "check-drafts-latest": "check drafts --latest",
    "check-drafts-latest-findings": "check drafts --report findings --latest",
    "check-no-form": "check many --format sarif",
    "diff": "diff sample.yaml later.yaml",
    "diff-json": "diff sample.yaml later.yaml --format json",
    "diff-hostile": "diff sample.yaml hostile.yaml",
    "diff-same": "diff sample.yaml -",
    "diff-unreadable": "diff faulty.yaml missing.yaml",
    "explain": "explain",
    "explain-S101": "explain S101",
    "explain-C103": "explain C103",
    "explain-unknown": "explain S199",
    "catalogue": "catalogue",
    "catalogue-core": "catalogue --category core",
    "catalogue-json": "catalogue --format json",
    "summary": "summary sample.yaml",
    "summary-json": "summary sample.yaml --format json",
    "summary-folder": "summary many",
    "keys": "keys",
    "help": "--help",
    "themes-unknown": "themes drak",
    "help-check": "check --help",
    "help-diff": "diff --help",
    "usage": "check --loud sample.yaml",
  ]

  @Test("output equals its golden file", arguments: calls.keys.sorted())
  func output(name: String) throws {
    let arguments = try #require(GoldenTests.calls[name])
    try expectGolden(World.outcome(arguments).transcript(of: arguments), name)
  }
}
