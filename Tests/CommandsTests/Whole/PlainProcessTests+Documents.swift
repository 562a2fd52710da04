import Documents
import Foundation
import Procurement
import Testing

/// Reading and writing documents as a process.
extension PlainProcessTests {
  @Test(arguments: [("plan.json", "plan.json"), ("plan.yaml", "plan.yaml"), ("1", "plan.json")])
  func `a document that is JSON stays JSON`(_ name: String, _ file: String) throws {
    let clusters = try Programme.builtIn().clusters.map(\.id)
    let before = try readPlan(Array(Data(contentsOf: plan)), clusters: clusters).plan
    try FileManager.default.removeItem(at: plan)
    try Data(write(before, as: .json)).write(to: folder.appending(path: file))
    let (_, output) = try run(
      """
      printf 'set notes one\\nquit\\nq\\n' | $C --plain \(file) --store s >/dev/null
      printf 'set notes \\\\u00a3 "a # b"\\nwrite\\nquit\\n' | $C --plain \(name) --store s
      $C export 1 --store s > exported
      """)
    #expect(output.contains("written to "))
    var line = before.lines[0]
    line.notes = "\\u00a3 \"a # b\""
    let wanted = Plan(
      header: before.header, funds: before.funds, groups: before.groups,
      lines: [line] + before.lines.dropFirst())
    for name in [file, "exported"] {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      #expect(DocumentForm(of: bytes) == .json)
      #expect(try readPlan(bytes, clusters: clusters).plan == wanted)
    }
  }

  @Test(arguments: ["plan.yaml", "1"])
  func `comments are only dropped after a question, however the plan was opened`(
    _ name: String
  ) throws {
    let (code, output) = try run(
      """
      printf 'set notes "a # b"\\nwrite\\nquit\\n' | $C --plain plan.yaml || exit 9
      { printf '\\xEF\\xBB\\xBF# mine\\n'; cat plan.yaml; } > new; cat new > plan.yaml
      printf 'quit\\n' | $C --plain plan.yaml --store s
      printf 'set notes c\\nquit\\nq\\n' | $C --plain plan.yaml --store s
      printf 'set notes b\\nwrite\\nc\\nquit\\nq\\n' | $C --plain \(name) --store s
      grep -c mine plan.yaml
      printf 'write\\nw\\nquit\\n' | $C --plain \(name) --store s; grep -c mine plan.yaml
      """)
    #expect(code == 1)
    #expect(output.components(separatedBy: "the file's comments are not kept").count == 3)
    #expect(output.contains("\n1\n") && output.hasSuffix("\n0\n"), "\(output)")
  }

  /// A prefix that runs a command as a user without the superuser's right to write to every file.
  private var asUser: String {
    geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
  }

  @Test func `a read-only file is only replaced after a question`() throws {
    let (code, output) = try run(
      """
      chmod 777 .; chmod 444 plan.yaml; [ $(id -u) = 0 ] && chown 65534 plan.yaml
      cp "$C" calloff; export HOME=$PWD/home; unset XDG_STATE_HOME; S="\(asUser) ./calloff"
      printf 'set notes one\\nwrite\\nquit\\n' | $S --plain plan.yaml --store s; echo "code $?"
      grep -c 'notes: one' plan.yaml
      printf 'set notes one\\nwrite\\nw\\nquit\\n' | $S --plain plan.yaml --store s
      grep -c 'notes: one' plan.yaml; stat -c %a plan.yaml
      """)
    #expect(code == 0)
    #expect(output.contains("the file is read-only"))
    #expect(output.contains("code 3\n0\n") && output.hasSuffix("\n1\n444\n"), "\(output)")
  }

  @Test func `plans are compared through pipes, and versions by a part of their name`() throws {
    let (code, output) = try run(
      """
      $C diff <(cat plan.yaml) <(sed 's/^title: .*/title: other/' plan.yaml) | head -1
      $C import plan.yaml --store s >/dev/null
      $C diff 1@board 1 --store s; $C diff 1@1 1 --store s
      """)
    #expect(code == 0)
    #expect(output.contains(" → other (/dev/fd/"))
    #expect(
      output.contains(
        "plan 1 has no version `board`; it has no named versions; or give a step's number, 1 to 1"))
  }
}
