import FoundationEssentials
import Procurement
import Testing

@testable import Commands
import Sessions

/// Sessions without a plan and with a new one, and what remains after they end.
extension PlainProcessTests {
  @Test func `without a plan the store's plans are listed, and one can be opened by number`()
    throws
  {
    let (code, output) = try run(
      """
      $C import plan.yaml plan.yaml --store s >/dev/null
      printf 'open 2\nset notes of-two\nshow-history\nquit\n' | $C --plain --store s
      $C export 2 --store s | grep of-two; $C export 1 --store s | grep -c of-two
      """)
    #expect(code == 1)
    #expect(output.hasPrefix("the plans of the store\n"))
    #expect(output.contains("\nrows 1 to 2 of 2, now at "))
    #expect(output.contains(": notes of L1\n") && output.hasSuffix("notes: of-two\n0\n"))
  }

  @Test func `a copy is written again under its name, but never over another file`() throws {
    let (_, output) = try run(
      """
      $C import plan.yaml --store s >/dev/null
      printf 'open 1\\nwrite\\ntype copy.yaml\\nset notes again\\nwrite\\ntype copy.yaml\\nquit\\n' \
      | $C --plain --store s
      grep -c again copy.yaml
      printf 'open 1\\nset notes lost\\nwrite\\ntype copy.yaml\\nquit\\n' | $C --plain --store s
      grep -c again copy.yaml
      """)
    #expect(
      output.components(separatedBy: "a copy is written to copy.yaml").count == 3, "\(output)")
    #expect(output.contains("already exists; choose another name"))
    #expect(output.hasSuffix("\n1\n"))
  }

  @Test(arguments: ["quit", "add-plan\\nquit", "show-browse\\nquit", "list"])
  func `a session without a plan ends without an error`(_ script: String) throws {
    let (code, output) = try run("printf '\(script)\\n' | $C --plain --store s")
    #expect(code == 0, "\(output)")
    #expect(output.contains("no plans yet; `add-plan` starts one"))
  }

  @Test(arguments: ["set notes x", "totals", "line 1", "open 1"])
  func `commands that need a plan fail if none is open`(_ command: String) throws {
    let (code, output) = try run("printf '\(command)\\n' | $C --plain --store s")
    #expect(code == 2)
    #expect(output.contains("no plan is open") || output.contains("there is no row `1`"))
  }

  @Test func `after a refused value a script may only correct it`() throws {
    let (code, output) = try run(
      """
      printf 'set capital 2004-05 12,50\\n\\nSET capital 2004-05 1,2\\n\
      set capital 2004-05 12,500\\n' \
        | $C --plain plan.yaml --store s; echo "code $?"
      for next in 'set notes lost' 'set capital 2005-06 1' write quit; do
        printf "set capital 2004-05 12,50\\n$next\\n" | $C --plain plan.yaml --store t; \
      echo "code $?"
      done
      printf 'set capital 2004-05 12,50\\n' | $C --plain plan.yaml --store t; echo "code $?"
      $C export 1 --store s | grep -c 'capital: {2004-05: 12500,'; grep -c 12500 plan.yaml
      """)
    #expect(code == 1, "\(output)")
    let parts = output.components(separatedBy: "code ")
    #expect(parts.count == 7)
    #expect(parts[0].components(separatedBy: "not an amount").count == 3)
    #expect(parts.dropFirst().map { $0.prefix(1) } == ["0", "2", "2", "2", "2", "2"])
    #expect(output.hasSuffix("code 2\n1\n0\n"), "\(output)")
  }

  @Test func `after a refused text a script may only correct it`() throws {
    let (_, output) = try run(
      """
      for next in 'type 12,500' close 'show-plan' quit 'type 1,2'; do
        printf "show-funding\\nopen 5\\ntype 12,50\\n$next\\n" \
      | $C --plain plan.yaml --store s >/dev/null
        echo "code $?"
      done
      """)
    #expect(
      output.split(separator: "\n").filter { $0.hasPrefix("code") } == [
        "code 0", "code 2", "code 2", "code 2", "code 2",
      ])
  }

  @Test func `a script stops at the first line that is not UTF-8`() throws {
    let (code, output) = try run(
      "printf 'set supplier Caf\\xe9\\nwrite\\n' | $C --plain plan.yaml --store s")
    #expect(code == 2)
    #expect(output.contains("not UTF-8 text"))
    #expect(try run("$C check plan.yaml --format json").output.contains("Caf") == false)
  }

  @Test func `a read-only session changes nothing, with a store and without`() throws {
    for store in ["", "--store made"] {
      let (code, output) = try run(
        """
        $C import plan.yaml --store made >/dev/null
        export HOME=$PWD
        printf 'set supplier Z\\n' | $C --plain plan.yaml --read-only \(store)
        """)
      #expect(code == 2)
      #expect(output.contains("read-only"))
      let (next, later) = try run("printf 'line L2\\nquit\\n' | $C --plain plan.yaml --store other")
      #expect(next == 0, "\(later)")
    }
  }

  @Test(arguments: ["quit", "write", "write\\nquit"])
  func `input that ends at a question about writing is a failure`(_ end: String) throws {
    let (code, output) = try run(
      """
      (echo '# mine'; cat plan.yaml) > c.yaml
      printf 'set notes kept\\n\(end)\\n' | $C --plain c.yaml --store s; echo "code $?"
      grep -c kept c.yaml
      """)
    #expect(code == 1)
    #expect(output.contains("everything is in the store, and not yet in c.yaml"))
    #expect(output.hasSuffix("code 3\n0\n"), "\(output)")
  }

  @Test func `a read-only session does not write a document`() throws {
    let (code, output) = try run(
      """
      cp plan.yaml before; $C import plan.yaml --store s
      printf 'write\\n' | $C --plain --read-only plan.yaml --store s; echo "code $?"
      cmp plan.yaml before
      """)
    #expect(code == 0, "\(output)")
    #expect(output.contains("not written: the plan is open read-only") && output.contains("code 2"))
  }

  @Test(arguments: ["capital 2004-05", "revenue 2005-06 "])
  func `setting an amount without a value is refused`(_ field: String) throws {
    let (code, output) = try run("printf 'set \(field)\\nquit\\n' | $C --plain plan.yaml --store s")
    #expect(code == 2)
    #expect(output.contains("needs a value; `none` empties the field"))
  }

  @Test(arguments: ["", "quit\\nquit\\n"])
  func `input that ends with everything in the store is not a failure`(_ end: String) throws {
    let (code, output) = try run(
      "printf 'set notes kept\\n\(end)' | $C --plain plan.yaml --store s; r=$?; "
        + "grep -c kept plan.yaml; exit $r")
    #expect(code == 0)
    let isAsked = end != "quit\\nquit\\n"
    #expect(
      output.contains("everything is in the store, and not yet in plan.yaml;") == isAsked)
    #expect(output.hasSuffix("\n0\n"))
  }

  @Test func `quitting twice without a store keeps unsaved changes`() throws {
    let (code, output) = try run("printf 'remove-line\\nquit\\nquit\\n' | $C --plain plan.yaml")
    #expect(code == 3)
    #expect(output.hasSuffix("unsaved changes kept; reopen the plan to restore them\n"))
    #expect(try run("printf 't\\nwrite\\nquit\\n' | $C --plain plan.yaml").code == 0)
    #expect(try line(0).id == "L2")
  }

  @Test(arguments: ["", " --store s"])
  func `a document that does not exist is created once confirmed`(_ option: String) throws {
    let (code, output) = try run(
      "printf 'y\\nadd-service\\nchoose 1\\nwrite\\nquit\\n' | $C --plain new.yaml\(option); "
        + "r=$?; grep -c 'id: L1' new.yaml; exit $r")
    #expect(code == 0)
    #expect(output.contains("`new.yaml` does not exist:") && output.contains("created new.yaml; "))
    #expect(output.hasSuffix("written to new.yaml\n1\n"))
  }

  @Test(arguments: ["", "show\\n", "q\\n"])
  func `a document that does not exist is not created unless confirmed`(_ script: String) throws {
    let (code, output) = try run(
      "printf '\(script)' | $C --plain new.yaml --store s; r=$?; ls new.yaml; exit $r")
    #expect(code == (script == "q\\n" ? 0 : 2))
    #expect(output.contains("cannot access 'new.yaml'"))
  }

  @Test func `a document that cannot be created is answered with what plain mode can do`() throws {
    let unanswered = try run("$C --plain new.yaml --store s </dev/null")
    #expect(
      unanswered.output.hasSuffix(
        "`new.yaml` does not exist, and the input ended; answer with `y` to create it\n"))
    let homeless = try run("$C --plain no/new.yaml --store s </dev/null")
    #expect(homeless.code == 2)
    #expect(homeless.output.contains("the folder of `no/new.yaml` does not exist; create it"))
  }

  @Test func `a folder is opened as a portfolio, and a plan of it as it is`() throws {
    let (code, output) = try run(
      "printf 'open 1\\nshow-plan\\nquit\\n' | $C --plain .")
    #expect(code == 0)
    #expect(output.hasPrefix("the plans of many trusts, and what they come to\n1 "))
    #expect(output.contains("\nlines\nL1 "))
  }

  @Test func `a path may start with the home folder's short form`() throws {
    let (code, output) = try run(
      """
      mkdir home; export HOME=$PWD/home; $C import plan.yaml >/dev/null
      printf 'write\ntype ~/copy.yaml\nquit\n' | $C --plain 1; ls home
      """)
    #expect(code == 0)
    #expect(output.contains("home/copy.yaml; ") && output.hasSuffix("copy.yaml\n"))
  }

  @Test func `unsaved changes are offered with their day and number`() throws {
    _ = try run("printf 'set notes a\\nremove-line\\n' | $C --plain plan.yaml")
    let (_, output) = try run("$C --plain plan.yaml < /dev/null")
    let day = String(describing: CalendarDate.today)
    #expect(output.contains("left unsaved changes (\(day), 1 edit):"))
  }

  @Test func `a plan's number without a usable store is answered with the reason`() throws {
    let (code, output) = try run("HOME=/dev/null $C --plain 7 < /dev/null")
    #expect(code == 3)
    #expect(output.contains("cannot be opened"))
  }
}
