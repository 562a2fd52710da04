import Canvas
import Procurement
import Testing
import Validation

@testable import Workbench

/// What the programme's screen says of each row, and that all of it can be read.
@Suite struct CatalogueTests {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)]

  /// A robot on the screen's row with an index.
  private func robot(onRow row: Int, _ size: Size) throws -> Robot {
    var robot = try Robot("groups", size: size)
    try robot.ask(.showBrowse)
    robot.program.focus(onRow: row)
    return robot
  }

  /// The rows of the detail area.
  private func detail(_ robot: Robot) -> [String] {
    Array(robot.rows[robot.program.layout.detail])
  }

  /// The explanation, page by page down to its end.
  private func explanation(_ robot: inout Robot) throws -> [String] {
    try robot.ask(.explain)
    var rows: [String] = []
    while true {
      let shown = Array(detail(robot).dropFirst())
      rows += rows.isEmpty ? shown : Array(shown.dropFirst())
      let before = robot.screen
      try robot.ask(.pageDown)
      if robot.screen == before { return rows }
    }
  }

  @Test(arguments: sizes)
  func `every clause of every row can be read to its end`(_ size: Size) throws {
    let programme = try Fixture.index().programme
    for row in try robot(onRow: 0, size).program.catalogue.rows.indices {
      var robot = try robot(onRow: row, size)
      let clauses: [Clause] =
        switch robot.program.catalogue.rows[row] {
        case .heading, .cluster: programme.clauses(on: .clusters)
        case .category(let index): programme.clauses(on: .category(index))
        case .service(let index): programme.clauses(on: .service(index))
        }
      #expect(!clauses.isEmpty)
      let words = Set(try explanation(&robot).joined(separator: " ").split(separator: " "))
      for clause in clauses {
        let wanted = Set("\(clause.citation): \(clause.text)".split(separator: " "))
        #expect(wanted.isSubset(of: words), "row \(row): \(wanted.subtracting(words))")
      }
    }
  }

  @Test(arguments: sizes)
  func `what does not fit below the list is counted, with the key that shows it`(
    _ size: Size
  ) throws {
    for row in try robot(onRow: 0, size).program.catalogue.rows.indices {
      let robot = try robot(onRow: row, size)
      let texts = CatalogueView(robot.program).details.summary
        .flatMap { $0.0.wrapped(columns: size.columns, hanging: 2) }
      let rows = detail(robot)
      let left = texts.count - rows.count
      if left > 0 {
        #expect(rows.last?.hasPrefix("… \(left + 1) more row") == true, "\(rows)")
        #expect(rows.last?.contains("`x` shows all") == true)
      }
      let shown = rows.dropLast(left > 0 ? 1 : 0).filter { !$0.isEmpty }
      #expect(shown.elementsEqual(texts.prefix(shown.count)))
    }
  }

  @Test func `a heading answers its questions below the list`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.press("2Gkkkkkkkkkkkkkkkkkkkkk")
    let words = detail(robot).joined(separator: " ")
    #expect(words.contains("call-off: non-exclusive, trust pays · open: non-exclusive, trust pays"))
    #expect(
      words.contains(
        "who may supply, by which routes · Additional service bundles, paragraph 1: LSPs have no "
          + "exclusive right"))
  }

  @Test func `a reading is called one`() throws {
    var robot = try Robot()
    try robot.ask(.showBrowse)
    try robot.filter("alternative options")
    let words = try explanation(&robot).joined(separator: " ").split(separator: " ")
      .joined(separator: " ")
    #expect(words.contains("(reading): Table 1 names alternative options for GPs"))
    #expect(words.contains("(reading): The article gives the exclusive right to"))
  }

  @Test func `an explanation says which of its rows are shown, and stops at its ends`() throws {
    var robot = try Robot()
    robot.press("2/pacs<Enter>x")
    #expect(detail(robot)[0] == "PACS — imaging systems")
    #expect(robot.status.contains("1–14 of "))
    robot.press("<Up>")
    #expect(robot.status.contains("1–14 of "))
    robot.press("<Down>")
    #expect(robot.status.contains("2–15 of "))
    robot.press("<End>")
    let count = try #require(robot.status.split(separator: " ").dropLast().last.flatMap { Int($0) })
    #expect(robot.status.hasSuffix("\(count - 13)–\(count) of \(count) ▲"))
    robot.press("<Down>")
    #expect(robot.status.hasSuffix("\(count - 13)–\(count) of \(count) ▲"))
    robot.press("<Home>")
    #expect(robot.status.contains("1–14 of "))
  }
}

@Suite struct WrappedTextTests {
  @Test(arguments: [1, 2, 5, 12, 40])
  func `wrapping loses no text and keeps to the columns`(_ columns: Int) {
    let text = "a bb ccc dddd eeeee ffffff, a-very-long-word-of-many-parts and ünïcödé 病院 — end"
    for hanging in [0, 2] {
      let rows = text.wrapped(columns: columns, hanging: hanging)
      #expect(
        rows.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(columns) \(rows)")
      if columns > 2 { #expect(rows.allSatisfy { width(of: $0) <= columns }) }
      let isIndented = { (row: String) in row.hasPrefix(String(repeating: " ", count: hanging)) }
      if columns > hanging { #expect(rows.dropFirst().allSatisfy(isIndented)) }
    }
    #expect("".wrapped(columns: columns).isEmpty)
  }

  private func width(of row: String) -> Int {
    var canvas = Canvas(size: Size(rows: 1, columns: 200))
    return canvas.write(row, at: Position(row: 0, column: 0))
  }
}
