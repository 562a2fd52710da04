import Documents
import Foundation
import Procurement
import Sessions
import Testing

@testable import Commands

/// `calloff import` with spreadsheets and tables, in a folder of its own.
@Suite struct ImportCommandTests {
  // Messages shorten long names.
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "\(UUID().uuidString.prefix(13))").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private static let sample = World.folder.appending(path: "Plans/sample.yaml")

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// The outcome of a call, with `@` for the folder; messages have no folder.
  private func run(_ arguments: String) -> Outcome {
    let store =
      arguments.hasPrefix("import") || arguments.hasPrefix("export") ? " --store @/store" : ""
    let call = (arguments + store).replacing("@", with: folder)
    var outcome = Calloff.outcome(
      of: call.split(separator: " ").map(String.init), in: .live())
    outcome.data = outcome.data.replacing("\(folder)/", with: "")
    outcome.standardError = outcome.standardError.replacing("\(folder)/", with: "")
    return outcome
  }

  private func plan(_ name: String) throws -> Plan {
    try readPlan(Array(read(name).utf8), for: Programme.builtIn()).plan
  }

  private static let document = """
    calloff: 1
    title: A plan
    trust: {code: RXX, name: Sample Trust, kind: acute, cluster: london}
    years: [2004-05]
    lines:
      - id: L1
        service: core.surgery
        notes: kept

    """

  @Test func `a table becomes a new plan with the years of its amounts`() throws {
    try write("wards.csv", "Trust,System,Vendor,Cap 05/06\nRYY,Helpdesk,Acme,\"1,250.50\"\n")
    let outcome = run("import @/wards.csv")
    #expect(
      outcome.standardError
        == "wards.csv: trust name, kind of trust and region are placeholders; correct that in the "
        + "plan's details\n")
    #expect(outcome.data == "plan 1: `wards` from `wards.csv`: 1 line, cost 1,250.50\n")
    let exported = run("export 1").data
    #expect(exported.contains("years: [2005-06]"))
    #expect(exported.contains("code: RYY"))
    #expect(exported.contains("supplier: Acme"))
  }

  @Test func `a table changes a document, which keeps its form and what has no column`() throws {
    try write("plan.yaml", Self.document)
    try write("rows.tsv", "line\tsupplier\tservice\nL1\tBolt\t\n\tAcme\tHelpdesk\n")
    let trial = run("import @/rows.tsv --into @/plan.yaml --dry-run")
    #expect(trial.data.contains("~ L1"))
    #expect(trial.data.contains("supplier: none → Bolt"))
    #expect(trial.data.contains("+ L2"))
    #expect(trial.data.hasSuffix("nothing is changed: `--dry-run`\n"))
    #expect(try read("plan.yaml") == Self.document)
    let outcome = run("import @/rows.tsv --into @/plan.yaml")
    #expect(outcome.exitStatus == .fine)
    #expect(try plan("plan.yaml").lines.map(\.supplier) == ["Bolt", "Acme"])
    #expect(try plan("plan.yaml").lines.map(\.notes) == ["kept", nil])
    try write("same.tsv", "line\tsupplier\nL1\tBolt\n")
    #expect(run("import @/same.tsv --into @/plan.yaml").data == "the plans are the same\n")
  }

  @Test func `faults are said by cell, and nothing is changed unless the rest is wanted`() throws {
    try write("plan.yaml", Self.document)
    try write("rows.csv", "service,route,capital 2004-05\nHelpdesk,by post,5\nTraining,open,6\n")
    let outcome = run("import @/rows.csv --into @/plan.yaml")
    #expect(outcome.exitStatus == .unreadable)
    #expect(
      outcome.standardError.hasPrefix(
        "rows.csv: B2: route: unknown route `by post`; use programme, calloff or open\n"))
    #expect(try read("plan.yaml") == Self.document)
    let other = run("import @/rows.csv --into @/plan.yaml --keep-going")
    #expect(other.exitStatus == .findings)
    #expect(try plan("plan.yaml").lines.map(\.service) == ["core.surgery", "additional.training"])
  }

  @Test func `faults that say the same are one, and come with what else there is to know`() throws {
    try write(
      "rows.csv", "service,colour,Budget 04/05\nHelpdesk,red,5\nTraining,red,6\nTotal,,11\n")
    for way in ["", " --dry-run"] {
      let outcome = run("import @/rows.csv\(way)")
      #expect(outcome.exitStatus == .unreadable)
      #expect(outcome.standardError.contains("rows.csv: C2: Budget 04/05: the heading is not"))
      #expect(outcome.standardError.contains("`--map C=ignored` (also C3)\n"))
      #expect(outcome.standardError.contains("rows.csv: left out as sums: row 4\n"))
      #expect(outcome.standardError.contains("rows.csv: columns not read: `colour`, `Budget"))
      #expect(outcome.standardError.contains("calloff: nothing is imported; fix the errors"))
    }
    let none = run("import @/rows.csv --keep-going")
    #expect(none.exitStatus == .unreadable)
    #expect(none.standardError.contains("calloff: nothing is imported: no row is without errors"))
    #expect(run("export 1").exitStatus != .fine)
  }

  @Test func `a trial of a new plan shows what it would have`() throws {
    try write("rows.csv", "service,supplier,capital 2004-05\nHelpdesk,Acme,5\n")
    let outcome = run("import @/rows.csv --dry-run")
    #expect(outcome.data.hasPrefix("new plan `rows` from `rows.csv`: 1 line, cost 5.00\n"))
    #expect(outcome.data.contains("+ L1"))
    #expect(outcome.data.hasSuffix("nothing is changed: `--dry-run`\n"))
  }

  @Test func `rows of several trusts are refused in one sentence`() throws {
    try write(
      "rows.csv",
      "trust,line,service\nRXX,L1,Helpdesk\nRYY,L1,Helpdesk\nrxx,L1,Helpdesk\nRZZ,L1,Training\n")
    let outcome = run("import @/rows.csv")
    #expect(outcome.exitStatus == .unreadable)
    #expect(
      outcome.standardError
        == "calloff: `rows.csv` has rows of 3 trusts (`RXX`, `RYY`, `RZZ`), and a plan is of one; "
        + "import a table with the rows of one trust at a time\n")
  }

  @Test func `what a new plan's trust is only as a placeholder is said`() throws {
    try write("rows.csv", "service,supplier\nHelpdesk,Acme\n")
    let words =
      "trust name, kind of trust and region are placeholders; correct that in the plan's details\n"
    #expect(run("import @/rows.csv").standardError == "rows.csv: trust code, \(words)")
    // Without a register no code can be checked.
    #expect(run("import @/rows.csv --trust ZZ9").standardError == "rows.csv: \(words)")
    try write("plan.yaml", Self.document)
    #expect(run("import @/plan.yaml").standardError == "")
    var cells = [String](repeating: "", count: 27)
    (cells[0], cells[1]) = ("RXX", "Sample Trust")
    cells[23] = try #require(Programme.builtIn().clusters.compactMap(\.regionCodes.first).first)
    try write("trusts.csv", cells.joined(separator: ",") + "\r\n")
    #expect(run("trusts import @/trusts.csv --store @/store").exitStatus == .fine)
    #expect(
      run("import @/rows.csv --trust ZZ9").standardError
        == "rows.csv: the register of trusts has no trust `ZZ9`; check the code\nrows.csv: \(words)"
    )
    let known = run("import @/rows.csv --trust rxx").standardError
    #expect(!known.contains("code") && !known.contains("region"))
    // The code is in the table.
    try write("own.csv", "trust,service,supplier\nRXX,Helpdesk,Acme\n")
    let own = run("import @/own.csv")
    #expect(own.exitStatus == .fine && !own.standardError.contains("region"))
    #expect(run("export 6").data.contains("name: \(cells[1])"))
  }

  @Test func `comments are not lost without the user's word`() throws {
    try write("plan.yaml", "# mine\n" + Self.document)
    try write("rows.csv", "line,supplier\nL1,Bolt\n")
    let outcome = run("import @/rows.csv --into @/plan.yaml")
    #expect(
      outcome.standardError.contains("has comments, which would be lost; add `--drop-comments`"))
    #expect(try read("plan.yaml").hasPrefix("# mine"))
    #expect(run("import @/rows.csv --into @/plan.yaml --drop-comments").exitStatus == .fine)
    #expect(try plan("plan.yaml").lines.map(\.supplier) == ["Bolt"])
  }

  @Test func `a plan of the store is changed in one step`() throws {
    try write("plan.yaml", Self.document)
    try write("rows.csv", "line,seller,code\nL1,Bolt,7\n")
    #expect(run("import @/plan.yaml").data.hasPrefix("plan 1: `A plan` from `plan.yaml`"))
    #expect(
      run("import @/rows.csv --into 1 --map colour=supplier").standardError
        .contains("has no column `colour`"))
    let outcome = run("import @/rows.csv --into 1 --map seller=supplier")
    #expect(outcome.standardError == "rows.csv: columns not read: `code`\n")
    #expect(run("export 1").data.contains("supplier: Bolt"))
    #expect(run("export 1@1").data.contains("supplier") == false)
    #expect(run("import @/rows.csv --into 1@1 --map B=supplier").exitStatus == .unreadable)
  }

  @Test func `a document is compared with a plan, of which nothing is removed`() throws {
    try write("plan.yaml", Self.document)
    try write(
      "new.yaml", Self.document.replacing("L1", with: "L7").replacing("A plan", with: "Draft 2"))
    #expect(run("import @/new.yaml --into @/plan.yaml").exitStatus == .fine)
    #expect(try plan("plan.yaml").lines.map(\.id) == ["L1", "L7"])
    #expect(try plan("plan.yaml").header.title == "Draft 2")
  }

  @Test func `rows whose sum is beyond the largest total are refused`() throws {
    let amount = "\"\(Money(pence: .max).grouped)\""
    try write("rows.csv", "service,capital 2004-05\nHelpdesk,\(amount)\nPager,\(amount)\n")
    let outcome = run("import @/rows.csv")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.contains("would exceed the largest that calloff supports"))
  }

  @Test func `an amount whose comma is taken for that between cells is a fault`() throws {
    try write("rows.csv", "line,capital 2004-05,service\nL1,12,500,Helpdesk\nL2,7,Training\n")
    let outcome = run("import @/rows.csv")
    #expect(outcome.exitStatus == .unreadable)
    #expect(
      outcome.standardError.contains("rows.csv: D2: column 4: the row has more cells than there"))
    #expect(run("import @/rows.csv --keep-going").data.contains("1 line, cost 7.00"))
  }

  @Test func `a table in the encoding of Windows is read, with a remark`() throws {
    let words = "service,notes,capital 2004-05\nHelpdesk,caf\u{E9} at \u{A3}5,\u{A3}7\n"
    try Data(words.unicodeScalars.map { UInt8($0.value) })
      .write(to: URL(filePath: "\(folder)/rows.csv"))
    let outcome = run("import @/rows.csv")
    #expect(outcome.standardError.contains("is read as Windows-1252"))
    #expect(outcome.data.hasSuffix("1 line, cost 7.00\n"))
    #expect(run("export 1").data.contains("caf\u{E9} at \u{A3}5"))
  }

  @Test func `files that are no tables say what to do`() throws {
    try write("old.xls", "\u{0}")
    try write("text.csv", "just a text\n")
    #expect(run("import @/old.xls").standardError.hasPrefix("old.xls: not a spreadsheet; use an"))
    #expect(run("import @/text.csv").standardError.contains("has no rows below headings"))
    #expect(run("import @/text.csv @/old.xls --into 1").exitStatus != .fine)
  }
}
