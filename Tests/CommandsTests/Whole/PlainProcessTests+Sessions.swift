import FoundationEssentials
import Testing

/// Scripts that edit one plan at the same time, and the drafts that they leave.
extension PlainProcessTests {
  /// A session at L2 that continues after another session's script has run.
  private func atSecondLine(
    other: String, then rest: String
  ) throws -> (code: Int32, output: String) {
    try run(
      """
      $C import plan.yaml --store s >/dev/null
      coproc A { exec $C --plain 1 --store s 2>&1; }
      exec 4<&${A[0]} 5>&${A[1]}; eval "exec ${A[1]}>&-"; first=$A_PID
      echo 'line L2' >&5
      while read -r said <&4; do case "$said" in *'L2 '*) break;; esac; done
      printf '\(other)' | $C --plain 1 --store s >/dev/null
      printf '\(rest)' >&5; exec 5>&-; cat <&4; wait $first; code=$?
      $C export 1 --store s > after.yaml; exit $code
      """)
  }

  private func exported() throws -> String {
    try String(contentsOf: folder.appending(path: "after.yaml"), encoding: .utf8)
  }

  @Test(arguments: [
    "set supplier ZZZ", "remove-line", "open", "fix", "show", "duplicate-line", "move-line-down",
    "down", "set notes lost", "waive", "choose 1", "type lost",
  ])
  func `a command about a line that another session removed fails`(_ command: String) throws {
    let (code, output) = try atSecondLine(
      other: "line L2\\nremove-line\\n", then: "\(command)\\nset notes wrong\\n")
    #expect(code != 0)
    #expect(output.contains("L2 was removed by "), "\(output)")
    #expect(output.contains("; the current line is L3\n"))
    let after = try exported()
    #expect(!after.contains("ZZZ") && !after.contains("wrong") && !after.contains("lost"))
    #expect(after.contains("id: L3") && !after.contains("id: L2\n"))
  }

  @Test func `a script continues if it names the line`() throws {
    let (code, output) = try atSecondLine(
      other: "line L2\\nremove-line\\n", then: "totals\\nline L3\\nset notes right\\n")
    #expect(code == 0, "\(output)")
    #expect(try exported().contains("notes: right"))
  }

  @Test(arguments: ["line L2\\nset id X9\\n", "line L2\\nmove-line-down\\n", "remove-line\\n"])
  func `a command applies to its line even if another session moves the line`(_ other: String)
    throws
  {
    let (code, output) = try atSecondLine(other: other, then: "set notes mine\\n")
    #expect(code == 0, "\(output)")
    let after = try exported().components(separatedBy: "  - id: ")
    let line = try #require(after.first { $0.contains("notes: mine") })
    #expect(line.hasPrefix(other.contains("X9") ? "X9" : "L2"))
  }

  @Test(arguments: ["show-funding\\nopen 1\\n", "show-trust\\nopen 1\\n", "open\\nlast\\nopen\\n"])
  func `a field that is only opened leaves no draft`(_ script: String) throws {
    _ = try run("printf '\(script)' | $C --plain plan.yaml --store s")
    let (code, output) = try run("printf 'set notes x\\n' | $C --plain plan.yaml --store s")
    #expect(code == 0)
    #expect(!output.contains("typed under your name"))
  }

  @Test func `undo names the current line, and does not report changed fields`() throws {
    let (code, output) = try run(
      """
      printf 'line L3\\nmove-line-down\\nline L4\\nundo\\nset notes x\\nundo\\n' \
        | $C --plain plan.yaml --store s
      """)
    #expect(code == 0)
    #expect(output.contains("undone: moving L3"))
    #expect(output.contains("the current line is L3; `redo` redoes\n"))
    #expect(!output.contains(" service is "), "\(output)")
    #expect(output.contains("L3 notes is x"))
  }
}
