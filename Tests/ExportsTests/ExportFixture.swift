import Documents
import Foundation
import Procurement
import Testing
import Validation

@testable import Exports

/// Plans and their exports in memory.
enum ExportFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func index() throws -> ProgrammeIndex { ProgrammeIndex(try Programme.builtIn()) }

  /// An example plan of the documentation, with a date.
  static func example(_ name: String) throws -> Plan {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "docs/examples/\(name).yaml")
    let bytes = [UInt8](try Data(contentsOf: file))
    var plan = try readPlan(bytes, clusters: try Programme.builtIn().clusters.map(\.id)).plan
    plan.header.asOf = CalendarDate(year: 2004, month: 11, day: 2)
    return plan
  }

  /// The files of a data package.
  static func package(
    _ plans: [Plan], _ index: ProgrammeIndex, linesAtOnce: Int = 20_000
  ) -> [DataTable: String] {
    var files: [DataTable: [UInt8]] = [:]
    var writer = DataPackageWriter(PlanBatch(against: index, mostLines: linesAtOnce))
    for (number, plan) in plans.enumerated() {
      writer.add(plan, source: "plan \(number + 1)") { files[$0.table, default: []] += $0.bytes }
    }
    writer.finish { files[$0.table, default: []] += $0.bytes }
    return files.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// A release package as it is written, with a publisher that is not a trust.
  static func releases(
    _ plans: [Plan], _ index: ProgrammeIndex, publisher: String? = "Sample Authority"
  ) throws -> String {
    let publication = try #require(Publication(prefix: "ocds-a1b2c3", publisher: publisher))
    let headers = plans.enumerated().map { (header: $1.header, source: "plan \($0 + 1)") }
    var writer = try ReleaseWriter(publication, of: headers, against: index)
    var bytes: [UInt8] = []
    for plan in plans { writer.add(plan, source: "") { bytes += $0 } }
    writer.finish { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Compares a text with its golden file; with `CALLOFF_RECORD=1` it records the file and fails.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = ExportFixture.folder.appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, "\(name)", sourceLocation: sourceLocation)
}
