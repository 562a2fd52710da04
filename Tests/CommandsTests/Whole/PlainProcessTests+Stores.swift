import Foundation
import Testing

/// When a process creates a store.
extension PlainProcessTests {
  /// The names of everything in the folder but the plan. The environment names a store there.
  private func left(after line: String) throws -> (code: Int32, names: [String]) {
    let (code, _) = try run("export HOME=$PWD/home CALLOFF_STORE=$PWD/new/s; { \(line); }")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return (code, names.filter { $0 != "plan.yaml" && !$0.hasPrefix(".state") }.sorted())
  }

  @Test(arguments: [
    "$C --plain nosuch", "$C --plain 7", "$C --plain 7 --store typo/s", "$C nosuch", "$C 7",
    "$C --plain new.yaml </dev/null", "$C --plain nosuch/new.yaml",
    "echo title: >bad.yaml; $C --plain bad.yaml; code=$?; rm bad.yaml; (exit $code)",
    "$C export 1", "$C diff 1 plan.yaml", "$C store check", "$C store backup copy",
    "$C trusts", "$C trusts import nosuch", "$C import nosuch", "$C import plan.yaml nosuch",
    "$C --plain --read-only",
  ])
  func `a command that fails does not create a store`(_ line: String) throws {
    let (code, names) = try left(after: line)
    #expect(code != 0)
    #expect(names.isEmpty, "\(names)")
  }

  @Test(arguments: [
    "$C check plan.yaml; true", "$C doctor; true", "echo quit | $C --plain .; true",
    "printf 'cancel\\nquit\\n' | $C --plain new.yaml; true",
  ])
  func `a session that opens no plan does not create a store`(_ line: String) throws {
    let (code, names) = try left(after: line)
    #expect(code == 0)
    #expect(names.isEmpty, "\(names)")
  }

  @Test(arguments: [
    "$C --plain </dev/null", "$C --plain plan.yaml </dev/null", "printf 'quit\\n' | $C --plain",
    "printf 'set notes one\\nquit\\nq\\n' | $C --plain plan.yaml", "$C import plan.yaml",
    "$C store create $CALLOFF_STORE",
  ])
  func `sessions and imports create the store`(_ line: String) throws {
    let (_, names) = try left(after: line)
    #expect(names.contains("new/s"), "\(names)")
    #expect(try run("$C store check --store new/s").output.contains("no faults"))
  }

  @Test func `creating a store that exists says so, and changes nothing`() throws {
    let (code, output) = try run(
      """
      export HOME=$PWD/home
      $C store create new/s; $C import --store new/s plan.yaml >/dev/null
      sum() { find new -type f -printf '%p %T@ %s\\n' | sort; }; before=$(sum)
      $C store create new/s; echo "code $?"; [ "$before" = "$(sum)" ] && echo unchanged
      echo text > other; $C store create other; echo "code $?"; cat other
      """)
    #expect(code == 0)
    #expect(
      output == """
        created the store `new/s`; open it with `--store`
        the store `new/s` exists already; open it with `--store`
        code 0
        unchanged
        calloff: `other` is not a store of calloff; name another with `--store`
        code 3
        text

        """)
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser can choose any group"))
  func `a store that exists is not shared with another group by creating it`() throws {
    let (code, output) = try run(
      """
      export HOME=$PWD/home
      $C store create --group daemon shared/s; echo "code $?"
      $C store create --group daemon shared/s; echo "code $?"
      $C store create --group bin shared/s; echo "code $?"
      $C store create mine/s >/dev/null; $C store create --group daemon mine/s
      """)
    #expect(code == 3)
    #expect(
      output == """
        created the store `shared/s`; open it with `--store`
        code 0
        the store `shared/s` exists already; open it with `--store`
        code 0
        calloff: `shared/s` exists already; choose another name
        code 3
        calloff: `mine/s` exists already; choose another name

        """)
  }
}
