import Testing

/// Generated pages agree with the program.
///
/// With `CALLOFF_RECORD=1` in the environment the pages are written, and the tests fail.
@Suite struct GeneratedPageTests {
  @Test func `the page of findings is current`() throws {
    try Pages.expect("docs/findings.md", toBe: FindingsPage().text)
  }

  @Test func `the page of keys is current`() throws {
    try Pages.expect("docs/keys.md", toBe: KeysPage().text)
  }

  @Test func `the page of data packages is current`() throws {
    try Pages.expect("docs/data-package.md", toBe: DataPackagePage().text)
  }

  @Test func `the man page is current`() throws {
    try Pages.expect("docs/calloff.1", toBe: ManPage().text)
  }

  @Test func `the pictures are current`() throws {
    let run = try ProgramRun("Pictures", ["--check", "docs/pictures"])
    #expect(run.status == 0, "\(run.output)")
  }
}
