import Documents
import Foundation
import Procurement
import Testing
import Validation
import Workbench

@testable import Commands
@testable import Sessions

/// A document with several names is one plan.
@Suite struct SameFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      // Messages shorten long names.
      path: String(UUID().uuidString.prefix(8)))
    let plans = folder.appending(path: "d")
    try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
    let text = try Data(contentsOf: World.folder.appending(path: "Plans/sound.yaml"))
    try text.write(to: plans.appending(path: "a.yaml"))
    // A file with the same text is another plan.
    try text.write(to: plans.appending(path: "copy.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: plans.appending(path: "soft.yaml").path, withDestinationPath: "a.yaml")
    try FileManager.default.linkItem(
      at: plans.appending(path: "a.yaml"), to: plans.appending(path: "hard.yaml"))
  }

  /// The outcome of checking names in the folder, with the folder's path removed from messages.
  private func check(_ names: [String], _ options: String...) -> Outcome {
    let paths = names.map { $0.hasPrefix("-") ? $0 : "\(folder.path)/\($0)" }
    var outcome = Calloff.outcome(of: ["check"] + paths + options, in: .live())
    outcome.standardError = outcome.standardError.replacing(folder.path + "/", with: "")
    return outcome
  }

  private static let message =
    "calloff: `d/a.yaml`, `d/hard.yaml`, `d/soft.yaml` are the same plan; counted once\n"

  @Test func `links in a folder to one file are one plan, and are reported`() {
    let findings = check(["d"], "--report", "findings")
    #expect(findings.data.contains("in 2 plans"))
    #expect(findings.standardError == SameFileTests.message)
    let sums = check(["d"])
    #expect(sums.data.contains("2 plans"), "\(sums.data)")
    #expect(sums.standardError == SameFileTests.message)
    #expect(findings.exitStatus == sums.exitStatus)
  }

  @Test(arguments: ["findings", "portfolio"])
  func `a document that is named twice is one plan`(report: String) throws {
    let once = check(["d/copy.yaml"], "--report", report)
    let twice = check(["d/copy.yaml", "d/copy.yaml"], "--report", report)
    #expect(twice.data == once.data)
    #expect(once.standardError.isEmpty)
    #expect(twice.standardError == "calloff: `d/copy.yaml` is named 2 times; counted once\n")
  }

  @Test func `a folder named in two ways is counted once, and reported with both names`() {
    let once = check(["d"], "--report", "portfolio")
    let twice = check(["d", "./d"], "--report", "portfolio")
    #expect(twice.data == once.data)
    #expect(twice.standardError.contains("`d/copy.yaml`, `./d/copy.yaml` are the same plan"))
  }

  @Test func `the errors of a file that is named twice are reported once`() throws {
    try Data("calloff: 1\n".utf8).write(to: folder.appending(path: "bad.yaml"))
    let (once, twice) = (check(["bad.yaml"]), check(["bad.yaml", "bad.yaml"]))
    #expect(twice.exitStatus == .unreadable)
    #expect(
      twice.standardError == "calloff: `bad.yaml` is named 2 times; counted once\n"
        + once.standardError)
  }

  @Test func `a portfolio in the workbench has each file once, and says so`() throws {
    let reader = PortfolioSourceReader(
      index: ProgrammeIndex(try Programme.builtIn()), store: nil)
    let path = folder.appending(path: "d").path
    let loaded = try #require(try reader.read(.folder(path)) { _ in true })
    #expect(loaded.origins.count == 2 && loaded.leftOut.isEmpty)
    #expect(
      loaded.remarks.map { $0.replacing(path, with: "d") } == [
        String(SameFileTests.message.dropFirst("calloff: ".count).dropLast())
      ])
  }
}
