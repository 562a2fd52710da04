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

  @Test func `a document that was changed between sessions is taken in, and each change is named`()
    throws
  {
    let (code, output) = try run(
      """
      printf 'set notes one\\nwrite\\nquit\\n' | $C --plain plan.yaml --store s >/dev/null
      sed -i 's/notes: one/notes: two/' plan.yaml
      printf 'totals\\nquit\\n' | $C --plain plan.yaml --store s
      printf 'quit\\n' | $C --plain plan.yaml --store s | grep -c 'taken from it'
      """)
    #expect(
      output.contains(
        """
        another program has changed the document; taken from it: L1
        L1: notes two; before: notes one

        """), "\(output)")
    #expect(code == 1 && output.hasSuffix("\n0\n"))
  }

  /// The plan's notes are `mine` and the document's `theirs`; the plan also has L2 changed.
  private static let conflicting = """
    printf 'set notes one\\nwrite\\nquit\\n' | $C --plain plan.yaml --store s >/dev/null
    printf 'set notes mine\\nline 2\\nset notes mine\\nquit\\nq\\n' \
      | $C --plain plan.yaml --store s >/dev/null
    sed -i 's/notes: one/notes: theirs/' plan.yaml

    """

  private static let differences = """
    the plan and its document differ, 2 differences
    L1: mine: notes mine; theirs: notes theirs; undecided
    L2: mine: notes mine; theirs: notes none; mine stays
    the current one is L1; `take-mine` or `take-theirs` decides it and goes to the next
    `accept` accepts the decisions, `close` takes nothing from it

    """

  @Test func `differences from a changed document are listed, decided and named`() throws {
    let (code, output) = try run(
      Self.conflicting + """
        printf 'take-theirs\\naccept\\nwrite\\nquit\\n' | $C --plain plan.yaml --store s || exit
        grep -c 'notes: theirs' plan.yaml
        """)
    #expect(code == 0, "\(output)")
    #expect(
      output.contains(
        Self.differences
          + """
          L1: mine: notes mine; theirs: notes theirs; theirs is taken
          the current one is L2: mine: notes mine; theirs: notes none; mine stays
          L1: theirs: notes theirs
          L2: mine: notes mine
          taken from the document: L1; kept: L2; errors and unfunded unchanged; `write` writes \
          the plan
          """), "\(output)")
    #expect(output.hasSuffix("written to plan.yaml\n1\n"))
  }

  @Test(arguments: [
    ("line 3", "the document has changed; decide with `take-mine` or `take-theirs`"),
    ("set notes x", "the document has changed; decide with `take-mine` or `take-theirs`"),
    ("accept", "L1 is undecided; `take-mine` keeps mine, `take-theirs` takes theirs"),
  ])
  func `a script stops at differences that are not decided`(
    _ command: String, _ reason: String
  ) throws {
    let (code, output) = try run(
      Self.conflicting + "printf '\(command)\\nwrite\\n' | $C --plain plan.yaml --store s")
    #expect(code == 2)
    #expect(output.contains(Self.differences) && output.contains(reason), "\(output)")
    #expect(!output.contains("written to"))
  }

  @Test func `a write is refused with the reason if the document was changed meanwhile`() throws {
    let (code, output) = try run(
      """
      coproc A { exec $C --plain plan.yaml --store s 2>&1; }
      exec 4<&${A[0]} 5>&${A[1]}; eval "exec ${A[1]}>&-"; first=$A_PID
      echo 'set notes mine' >&5
      while read -r said <&4; do case "$said" in *'notes is mine'*) break;; esac; done
      sed -i 's/^title: .*/title: theirs/' plan.yaml
      printf 'write\\nset notes lost\\n' >&5; exec 5>&-; cat <&4; wait $first
      """)
    #expect(code == 2)
    #expect(
      output.hasPrefix(
        """
        not written: another program has changed the document since it was read
        the plan and its document differ, 2 differences
        title, trust and years: mine: Imaging and wards, 2004-07, RXX in london, 2004-05, \
        2005-06, 2006-07; \
        theirs: theirs, RXX in london, 2004-05, 2005-06, 2006-07; theirs is taken
        L1: mine: notes mine; theirs: notes none; mine stays
        the current one is title, trust and years; \
        `take-mine` or `take-theirs` decides it and goes to the next
        `accept` accepts the decisions, `close` takes nothing from it
        calloff: a command failed, and nothing after it was run; everything is in the store, and \
        not yet in plan.yaml; reopen the plan to write it
        """), "\(output)")
  }
}
