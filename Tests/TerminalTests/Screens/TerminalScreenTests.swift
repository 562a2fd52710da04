import Canvas
import Foundation
import TerminalTesting
import Testing

/// The program's screens as a terminal shows them, with styles.
@Suite struct TerminalScreenTests {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40),
  ]

  @Test(arguments: TerminalScene.all, sizes)
  func `terminals of all capabilities show the recorded scene`(
    _ scene: TerminalScene, _ size: Size
  ) throws {
    let screens = try TerminalScene.Capabilities.allCases.map { ($0, try scene.screen(size, $0)) }
    try expectGolden(ScreenRecord(screens).text, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func `without colours letters and attributes show every state of a line`() throws {
    let screen = try TerminalScene.plan.screen(Size(rows: 24, columns: 80), .withoutColours)
    #expect(!screen.cells.joined().contains { CellStyle($0).hasColour })
    /// The sign, the severity and the mark of the rows of some lines.
    func heads(_ name: String) -> Set<String> {
      Set(
        zip(screen.rows, screen.cells).filter { $0.0.dropFirst(3).hasPrefix(name) }.map {
          _, cells in
          cells.prefix(3).map { "\($0.text) \(CellStyle($0).words)" }.joined(separator: ", ")
        })
    }
    let states = [
      ("waived", heads("Electronic prescribing  "), "  plain, w plain,   plain"),
      ("marked, note", heads("Maternity"), "  plain, n plain, * plain"),
      ("focused, warning", heads("Emergency care"), "> plain, W underlined,   plain"),
      ("error", heads("Theatres"), "  plain, E bold,   plain"),
      ("sound", heads("Patient records"), "  plain,   plain,   plain"),
    ]
    for (state, heads, expected) in states { #expect(heads == [expected], "\(state)") }
  }

  @Test func `without colours choices that are not available look different`() throws {
    let size = Size(rows: 24, columns: 80)
    let fault = TerminalScene("fault", keys: TerminalScene.form.keys + "..")
    func styles(_ scene: TerminalScene) throws -> Set<CellStyle> {
      let screen = try scene.screen(size, .withoutColours)
      return Set(screen.cells[screen.cursorRow].map(CellStyle.init))
    }
    let added = try styles(fault).subtracting(try styles(.form))
    #expect(added.contains { $0.words == "bold underlined" }, "\(added.map(\.words))")
  }

  /// Compares a record with its golden file.
  ///
  /// With `CALLOFF_RECORD=1` the file is written instead, and the test fails.
  private func expectGolden(_ record: String, _ name: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1" {
      try Data(record.utf8).write(to: url)
      Issue.record("recorded \(name)")
      return
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == record, "scene \(name)")
  }
}
