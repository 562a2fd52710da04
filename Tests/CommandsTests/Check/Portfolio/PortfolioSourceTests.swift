import Documents
import Foundation
import Procurement
import RelationalStores
import SQLiteStores
import Stores
import Testing
import Validation
import Workbench

@testable import Sessions

@Suite("Sources of portfolios in the workbench")
struct PortfolioSourceTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  private func reader(latestOnly: Bool = false) throws -> PortfolioSourceReader {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return PortfolioSourceReader(
      index: ProgrammeIndex(try Programme.builtIn()), store: nil, latestOnly: latestOnly)
  }

  private func copy(_ plan: String, to name: String) throws {
    try Data(contentsOf: World.folder.appending(path: "Plans").appending(path: plan))
      .write(to: folder.appending(path: name))
  }

  @Test func `a folder is read with the latest plan of each trust`() throws {
    let reader = try reader(latestOnly: true)
    for name in ["rxx-november", "rxx-october", "ryy"] {
      try copy("drafts/\(name).yaml", to: "\(name).yaml")
    }
    let loaded = try #require(try reader.read(.folder(folder.path)) { _ in true })
    #expect(loaded.earlier == 1 && loaded.origins.count == 2)
    #expect(loaded.assessment.planCount == 2)
    #expect(loaded.assessment.header(ofPlan: 0).title == "Helpdesk, second draft")
    guard case .document(let path) = loaded.origins[1] else { throw LoadingFailure(message: "") }
    #expect(path.hasSuffix("/ryy.yaml"))
  }

  @Test(arguments: [false, true])
  func `so are the plans of the store, with the register`(latestOnly: Bool) throws {
    let index = try reader().index
    let author = Author(user: 1, name: "ada", host: "here", session: "a")
    let path = folder.appending(path: "store").path
    let store = try SQLiteStore(path: path, author: author)
    for name in ["rxx-november", "rxx-october"] {
      try copy("drafts/\(name).yaml", to: name)
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let plan = try readPlan(bytes, for: index.programme).plan
      _ = try store.create(plan, Assessment(plan, against: index).summary, for: nil)
    }
    try store.replaceTrusts([RegisteredTrust(code: "RXX", name: "", cluster: "london")])
    let reader = PortfolioSourceReader(index: index, store: (path, author), latestOnly: latestOnly)
    let loaded = try #require(try reader.read(.store) { _ in true })
    #expect(loaded.earlier == (latestOnly ? 1 : 0))
    #expect(loaded.register?.coverage(of: ["RXX"]).covered == 1)
    let messages = loaded.assessment.portfolioFindings().filter { $0.code == .G101 }.map(\.message)
    #expect(messages.count == (latestOnly ? 0 : 1))
    for source in ["`plan 1: Helpdesk, second draft`", "`plan 2: Helpdesk`"] {
      #expect(messages.allSatisfy { $0.contains(source) })
    }
  }

  @Test func `a table without rows is refused with the reason`() throws {
    let reader = try reader()
    let table = folder.appending(path: "lines.csv")
    try Data("trust,cluster,line,service\n,,,\n".utf8).write(to: table)
    #expect {
      try reader.read(.table(lines: table.path, funds: nil)) { _ in true }
    } throws: { error in
      (error as? LoadingFailure)?.message
        == "\(table.path):1:1: the table has only a header; add rows below it"
    }
  }

  @Test(arguments: [false, true])
  func `edits to part of a table count, are marked, and report a changed table`(
    hasChanged: Bool
  ) throws {
    let index = try reader().index
    let table = folder.appending(path: "lines.csv")
    let row = "RXX,london,L1,additional.training,new,open,Acme,2004-05"
    let header = "trust,cluster,line,service,need,route,supplier,year,revenue"
    try Data("\(header)\n\(row),100\n".utf8).write(to: table)
    let author = Author(user: 1, name: "ada", host: "here", session: "a")
    let path = folder.appending(path: "store").path
    let reader = PortfolioSourceReader(index: index, store: (path, author))
    let source = PortfolioSource.table(lines: table.path, funds: nil)
    let first = try #require(try reader.read(source) { _ in true })
    #expect(first.unwritten.isEmpty && first.remarks.isEmpty)
    guard case .part(let part) = first.origins[0] else { throw LoadingFailure(message: "no part") }
    let plan = first.assessment.plan(at: 0)
    let store = try SQLiteStore(path: path, author: author)
    let summary = Assessment(plan, against: index).summary
    let link = DocumentLink(path: part.name, step: 0, size: part.size, hash: part.hash)
    let number = try store.create(plan, summary, for: link).number
    let known = try #require(try store.plan(for: part.name))
    let edit = Edit.set(line: "L1", from: .supplier("Acme"), to: .supplier("Brown"))
    _ = try store.append(
      Step(title: "", kind: .edit, edits: [edit]), to: number, after: known.head, summary)
    if hasChanged { try Data("\(header)\n\(row),2500\n".utf8).write(to: table) }
    let again = try #require(try reader.read(source) { _ in true })
    #expect(again.assessment.plan(at: 0).lines[0].supplier == "Brown")
    #expect(again.unwritten == [0])
    #expect(again.remarks.count == (hasChanged ? 2 : 1))
    #expect(again.remarks.contains { $0.contains("the table") } == hasChanged)
  }

  @Test func `files that are not read from a folder are reported along with the plans`() throws {
    let reader = try reader()
    try Data(contentsOf: World.folder.appending(path: "Plans/sound.yaml"))
      .write(to: folder.appending(path: "a.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "gone.yaml").path, withDestinationPath: "nowhere")
    let loaded = try #require(try reader.read(.folder(folder.path)) { _ in true })
    #expect(loaded.origins.count == 1)
    #expect(loaded.leftOut.count == 1)
    #expect(
      loaded.leftOut.first?.contains("gone.yaml` is a broken symbolic link") == true)
  }
}
