import Foundation
import TerminalTesting
import Testing

/// A folder of plans in a terminal: opened, edited at every level, cancelled, and reopened.
@Suite struct PortfolioTests {
  /// A fixture with a folder of copies of the example, each for another trust.
  private func fixture(plans count: Int) throws -> (PlanFixture, String) {
    let fixture = try PlanFixture()
    let folder = fixture.folder.appending(path: "plans")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<count {
      let cluster = number % 2 == 0 ? "london" : "southern"
      let document = fixture.document
        .replacing(/code: \w+,/, with: "code: T\(number),")
        .replacing(/cluster: [\w-]+/, with: "cluster: \(cluster)")
      try Data(document.utf8).write(to: folder.appending(path: "p\(number).yaml"))
    }
    return (fixture, folder.path)
  }

  @Test func `an edit changes all levels, and is kept when the folder is opened again`()
    throws
  {
    let (fixture, folder) = try fixture(plans: 4)
    let session = try fixture.open([folder])
    try session.waitFor("5,410,800")
    session.send("\r\r")
    try session.waitFor("cost England 5,410,800.00 › London 2,705,400.00 › T0 1,352,700.00")
    session.send("\rajjjjj9")
    try session.waitFor("cost England 5,")
    session.send("\u{15}1000000")
    try session.waitFor("cost England 6,")
    session.send("\r\u{3}8")
    try session.waitFor("England › London")
    try session.waitFor("6,")
    session.send("q")
    try session.waitFor("not written:")
    session.send("q")
    #expect(session.exitStatus() == 0)
    let again = try fixture.open([folder])
    try again.waitFor("England  ")
    try again.waitFor("6,")
    again.send("q")
    #expect(again.exitStatus() == 0)
  }

  @Test func `plans that are not written to their files are reported before quitting`() throws {
    let (fixture, folder) = try fixture(plans: 4)
    let session = try fixture.open([folder])
    try session.waitFor("5,410,800")
    session.send("\r\rd8")
    try session.waitFor("T2 ")
    session.send("j\r")
    try session.waitFor("T2 1,352,700")
    session.send("q")
    try session.waitFor("1 plan not written to its file:  q quit; the store keeps them")
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test func `progress of reading is shown, and Escape cancels it`() throws {
    let (fixture, folder) = try fixture(plans: 1)
    // A pipe is not a document, and this long document takes a while to read.
    let slow = fixture.document.split(separator: "lines:\n", maxSplits: 1)
    let lines = (0..<60_000).map { "  - {id: L\($0), service: core.maternity}\n" }.joined()
    try Data("\(slow[0])lines:\n\(lines)".utf8).write(
      to: URL(filePath: folder).appending(path: "slow.yaml"))
    let session = try fixture.open([folder])
    try session.waitFor("reading ")
    try session.waitFor("0 of 2 documents, 0 lines")
    session.send("q")
    try session.waitFor("not opened: ")
    try session.waitFor("no plans yet")
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test func `the store's plans are opened together, and each one from there`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("cost 1,352,700.00")
    session.send("d0")
    try session.waitFor("changed")
    session.send("P")
    try session.waitFor("England  ")
    session.send("\r")
    try session.waitFor("unfunded England")
    session.send("q")
    try session.waitFor("not written:")
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test func `edits to part of a table are in the store, and kept when it is opened again`()
    throws
  {
    let fixture = try PlanFixture()
    let table = fixture.folder.appending(path: "lines.csv")
    let header = "trust,cluster,line,service,route,supplier,year,revenue"
    let rows = ["T1,london", "T2,southern"].map {
      "\($0),L1,additional.training,open,Acme,2004-05,1000"
    }
    try Data(([header] + rows).joined(separator: "\n").utf8).write(to: table)
    let session = try fixture.open([table.path])
    try session.waitFor("2,000 ")
    session.send("\r")
    try session.waitFor("cost England 2,000 › London 1,000 › T1 1,000")
    session.send("\rajjjjjj7000\r\u{3}")
    try session.waitFor("cost England 8,000 › London 7,000 › T1 7,000")
    session.send("8")
    try session.waitFor("England: trusts pay 8,000")
    session.send("q")
    #expect(session.exitStatus() == 0)
    let again = try fixture.open([table.path])
    try again.waitFor("8,000 ")
    again.send("\r")
    try again.waitFor("cost England 8,000 › London 7,000 › T1 7,000")
    again.send("qq")
    #expect(again.exitStatus() == 0)
    #expect(try String(contentsOf: table, encoding: .utf8).contains("1000"))
  }

  @Test func `a document that cannot be read is left out and reported`() throws {
    let (fixture, folder) = try fixture(plans: 2)
    try Data("lines: 7\n".utf8).write(to: URL(filePath: folder).appending(path: "bad.yaml"))
    let session = try fixture.open([folder], columns: 120)
    try session.waitFor("left out: ")
    try session.waitFor("some left out")
    session.send("q")
    #expect(session.exitStatus() == 0)
  }
}
