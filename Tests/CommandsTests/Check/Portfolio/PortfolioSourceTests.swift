import Documents
import Foundation
import Procurement
import Testing
import Validation
import Workbench

@testable import Commands

@Suite("What a portfolio at the workbench is read from")
struct PortfolioSourceTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  private func reader() throws -> PortfolioSourceReader {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return PortfolioSourceReader(index: ProgrammeIndex(try Programme.builtIn()), store: nil)
  }

  @Test func `a table without rows is refused with the reason`() throws {
    let reader = try reader()
    let table = folder.appending(path: "lines.csv")
    try Data("trust,cluster,line,service\n,,,\n".utf8).write(to: table)
    #expect {
      try reader.read(.table(lines: table.path, funds: nil)) { _ in true }
    } throws: { error in
      (error as? LoadingFailure)?.message
        == "\(table.path):1:1: the table has a header and no rows; add rows below it"
    }
  }

  @Test func `what is not read of a folder is named beside the plans`() throws {
    let reader = try reader()
    try Data(contentsOf: World.folder.appending(path: "Plans/sound.yaml"))
      .write(to: folder.appending(path: "a.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "gone.yaml").path, withDestinationPath: "nowhere")
    let loaded = try #require(try reader.read(.folder(folder.path)) { _ in true })
    #expect(loaded.origins.count == 1)
    #expect(loaded.leftOut.count == 1)
    #expect(
      loaded.leftOut.first?.contains("gone.yaml` is a symbolic link that leads nowhere") == true)
  }
}
