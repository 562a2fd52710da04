import Documents
import Foundation
import Procurement
import Sessions
import Stores
import Synchronization
import Testing
import Validation
import Workbench

@testable import Commands

/// `calloff report`, in all formats.
@Suite struct ReportCommandTests {
  /// The files that a run writes, by name.
  private final class Written: Sendable {
    let files = Mutex<[String: [UInt8]]>([:])

    var output: FileOutput {
      FileOutput(
        write: { [self] name, isReplacing, pieces throws(FileError) in
          if !isReplacing, files.withLock({ $0[name] != nil }) { throw .exists }
          var bytes: [UInt8] = []
          try pieces { piece throws(FileError) in bytes += piece }
          files.withLock { $0[name] = bytes }
        }, makeFolder: { _, _ throws(FileError) in throw .notPermitted })
    }

    func text(_ name: String) -> String? {
      files.withLock { $0[name] }.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static var surroundings: CommandEnvironment {
    var surroundings = World.surroundings
    surroundings.today = { CalendarDate(year: 2004, month: 11, day: 2) ?? .earliest }
    surroundings.user = { "j.smith" }
    return surroundings
  }

  private func text(_ arguments: String) -> String {
    let outcome = World.outcome("report \(arguments)", in: ReportCommandTests.surroundings)
    #expect(outcome.exitStatus == .fine && outcome.standardError.isEmpty)
    return outcome.data + String(decoding: outcome.bytes, as: UTF8.self)
  }

  @Test func `a report does not replace what it is made of, nor files beside a store`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func put(_ name: String, _ text: String) throws {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    func run(_ call: String) -> Outcome {
      let words = call.replacing("@", with: folder).split(separator: " ").map(String.init)
      return Calloff.outcome(of: words, in: .live())
    }
    let tables = World.folder.appending(path: "Plans/tables").path
    for name in ["lines.csv", "funds.csv"] {
      try put(name, String(contentsOfFile: "\(tables)/\(name)", encoding: .utf8))
    }
    try put("s.sqlite", "SQLite format 3\0")
    try put("s.sqlite-wal", "log")
    for name in ["lines.csv", "funds.csv", "./lines.csv", "s.sqlite-wal"] {
      let outcome = run(
        "report @/lines.csv --funds @/funds.csv -o @/\(name) --format html --replace")
      #expect(outcome.exitStatus == .failure, "\(name)")
      #expect(outcome.standardError.contains("is not replaced"), "\(name)")
    }
    #expect(try String(contentsOfFile: "\(folder)/s.sqlite-wal", encoding: .utf8) == "log")
    let page = run("report @/lines.csv --funds @/funds.csv -o - --format markdown")
    #expect(page.exitStatus == .fine)
    #expect((page.data + String(decoding: page.bytes, as: UTF8.self)).contains("| "))
  }

  @Test func `a report of a plan is a page that says when and by whom it was made`() {
    let page = text("sample.yaml")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<dd>sample.yaml</dd>"))
    #expect(page.contains("<dd>2 November 2004, by j.smith</dd>"))
    #expect(page.contains("with calloff \(Release.version)."))
  }

  @Test func `the sums are those that check reports`() throws {
    let check = World.outcome("check sample.yaml").data
    let cost = try #require(try /cost £([\d,.]+)\.\d\d,/.firstMatch(in: check)?.1)
    #expect(text("sample.yaml --format markdown").contains("which cost £\(cost)"))
  }

  @Test func `a folder has regions and trusts`() {
    let paper = text("many --format markdown")
    #expect(paper.contains("## Regions (clusters)\n") && paper.contains("**Trusts in London (£)**"))
    #expect(!paper.contains("## Alternatives considered"))
  }

  @Test func `what cannot be read is named in the report, and the rest is reported`() {
    let outcome = World.outcome(
      "report sample.yaml faulty.yaml --format markdown", in: ReportCommandTests.surroundings)
    let paper = String(decoding: outcome.bytes, as: UTF8.self)
    #expect(outcome.exitStatus == .unreadable && outcome.standardError.contains("faulty.yaml:"))
    #expect(paper.contains("## Not included") && paper.contains("- faulty.yaml, line "))
  }

  @Test func `where no plan can be read there is no report`() {
    let outcome = World.outcome("report faulty.yaml", in: ReportCommandTests.surroundings)
    #expect(outcome.exitStatus == .unreadable && outcome.bytes.isEmpty && outcome.data.isEmpty)
    #expect(outcome.standardError.contains("faulty.yaml:"))
  }

  @Test func `a plan of the store is reported with its version`() throws {
    let world = try StoreWorld()
    let stored = try world.add("sample.yaml")
    let outcome = world.outcome("report \(stored.number.rawValue) --format markdown")
    let paper = String(decoding: outcome.bytes, as: UTF8.self)
    #expect(paper.contains("- **Source:** plan \(stored.number.rawValue) of the store\n"))
    #expect(paper.contains("- **Version:** step \(stored.head)\n"))
  }

  @Test func `a document that lacks changes of its plan in the store is remarked on`() throws {
    let world = try StoreWorld()
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    let bytes = try World.read("sample.yaml").get()
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var plan = try readPlan(bytes, for: world.index.programme).plan
    let link = DocumentLink(
      path: try #require(canonicalPath(file.path)), step: 1, size: bytes.count, hash: 1)
    let stored = try world.store.create(
      plan, Assessment(plan, against: world.index).summary, for: link)
    var surroundings = world.surroundings
    surroundings.files = .live
    #expect(World.outcome("report \(file.path)", in: surroundings).standardError.isEmpty)
    let edit = Edit.insert(PlanLine(id: "NEW", service: "ecare"), at: 0)
    let isApplied = plan.apply(edit)
    #expect(isApplied)
    _ = try world.store.append(
      Step(title: "adding a line", edits: [edit]), to: stored.number, after: stored.head,
      Assessment(plan, against: world.index).summary)
    let outcome = World.outcome("report \(file.path)", in: surroundings)
    #expect(outcome.exitStatus == .fine)
    #expect(outcome.standardError.contains("(plan 1 of the store) lacks changes"))
  }

  @Test func `the name of the file chooses the format, and no file is replaced unasked`() {
    let written = Written()
    var surroundings = ReportCommandTests.surroundings
    surroundings.output = written.output
    let first = World.outcome("report sample.yaml -o plan.md", in: surroundings)
    #expect(first.exitStatus == .fine && first.data == "wrote `plan.md`\n")
    #expect(written.text("plan.md")?.hasPrefix("# ") == true)
    let second = World.outcome("report sample.yaml -o plan.md", in: surroundings)
    #expect(second.exitStatus == .failure && second.standardError.contains("already exists"))
    let third = World.outcome(
      "report sample.yaml -o plan.md --format html --replace", in: surroundings)
    #expect(third.exitStatus == .fine)
    #expect(written.text("plan.md")?.hasPrefix("<!DOCTYPE html>") == true)
  }

  @Test func `an ending of no format is refused unless a format is given`() {
    let written = Written()
    var surroundings = ReportCommandTests.surroundings
    surroundings.output = written.output
    let refused = World.outcome("report sample.yaml -o v.docx", in: surroundings)
    #expect(refused.exitStatus == .unreadable && written.text("v.docx") == nil)
    #expect(refused.standardError.contains("no report has the ending `.docx`"))
    for arguments in ["v.docx --format html", "folder.d/v", "v.HTML"] {
      let outcome = World.outcome("report sample.yaml -o \(arguments)", in: surroundings)
      #expect(outcome.exitStatus == .fine, "\(arguments)")
    }
  }

  @Test func `a spreadsheet is a zip archive, and not for a terminal`() {
    var surroundings = ReportCommandTests.surroundings
    let piped = World.outcome("report sample.yaml --format xlsx", in: surroundings)
    #expect(piped.bytes.starts(with: Array("PK".utf8)) && piped.data.isEmpty)
    surroundings.isTerminal = true
    let shown = World.outcome("report sample.yaml --format xlsx", in: surroundings)
    #expect(shown.bytes.isEmpty && shown.exitStatus == .unreadable)
    #expect(shown.standardError.contains("-o FILE"))
  }
}
