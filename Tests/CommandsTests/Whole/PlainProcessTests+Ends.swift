import Foundation
import Procurement
import Sessions
import Testing

/// Input that ends before the user has decided, and sessions that are killed.
extension PlainProcessTests {
  @Test(arguments: [
    "show-scenarios\\nadd-scenario\\n", "show-plans\\ndelete-plan\\n", "name-version\\n",
  ])
  func `a script that ends where a text is asked for has not done what it asked for`(
    _ script: String
  ) throws {
    _ = try run("$C import plan.yaml --store s; $C import plan.yaml --store s")
    let (code, output) = try run("printf '\(script)' | $C --plain 1 --store s")
    #expect(code == 3, "\(output)")
  }

  @Test func `a portfolio of archived plans alone says so`() throws {
    _ = try run("$C import plan.yaml --store s")
    let script = "archive-plan\\nopen-portfolio\\n"
    let (_, output) = try run("printf '\(script)' | $C --plain --store s")
    #expect(output.contains("all plans of the store are archived; `A` in the list"), "\(output)")
  }

  @Test func `a script that ends at a list of differences has not done what it asked for`() throws {
    let sed = "sed -i 's/supplier: bt/supplier: csc/' plan.yaml"
    let (code, output) = try run(
      "printf 'line 1\\nset supplier XYZ\\nquit\\nquit\\n' | $C --plain plan.yaml --store s >/dev/null;"
        + " \(sed); $C --plain plan.yaml --store s </dev/null")
    #expect(output.contains("the plan and its document differ, "), "\(output)")
    #expect(code == 3)
  }

  @Test(arguments: ["", "--store s"])
  func `what is tried out is offered after any end, and never becomes an edit by itself`(
    _ option: String
  ) throws {
    let tried = "try-out\\nline 6\\nremove-line\\n"
    let (code, output) = try run("printf '\(tried)' | $C --plain plan.yaml \(option)")
    #expect(code == 3)
    #expect(
      output.hasSuffix("what was tried out is offered when the plan is next opened\n"), "\(output)")
    let (_, offered) = try run("$C --plain plan.yaml \(option) </dev/null")
    #expect(offered.contains("tried changes out (\(CalendarDate.today), 1 edit):"), "\(offered)")
    _ = try run("printf 't\\ntry-out\\nd\\nwrite\\nquit\\n' | $C --plain plan.yaml \(option)")
    #expect(try line(5).id == "L6")
    #expect(try !run("$C --plain plan.yaml \(option) </dev/null").output.contains("tried"))
    let killed = try run(
      """
      coproc A { exec $C --plain plan.yaml \(option) 2>&1; }
      exec 4<&${A[0]} 5>&${A[1]}; eval "exec ${A[1]}>&-"; first=$A_PID
      printf '\(tried)' >&5
      while read -r said <&4; do case "$said" in *emov*) break;; esac; done
      $C --plain plan.yaml \(option) </dev/null
      kill -9 $first; wait $first
      printf 't\\ntry-out\\nk\\nwrite\\nquit\\n' | $C --plain plan.yaml \(option)
      """)
    #expect(killed.output.components(separatedBy: "tried changes out").count == 2)
    #expect(killed.code == 0, "\(killed.output)")
    #expect(try line(5).id == "L7")
  }
}
