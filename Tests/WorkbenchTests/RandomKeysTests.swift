import Canvas
import Interaction
import Procurement
import SeededRandom
import Testing
import Validation

@testable import Workbench

/// Random keys, sizes and pastes: nothing breaks, and everything can be undone.
@Suite struct RandomKeysTests {
  private static let keys: [Key] =
    "jkhlgGadfuUW123456wcotnNyJK? []x9.k/:s*brTm ".map { Key.character($0) } + [
      .enter, .enter, .enter, .escape, .tab, .up, .down, .left, .right, .pageUp, .pageDown, .home,
      .end, .backspace, .delete, .control("u"), .control("w"), .control("c"), .function(1),
    ]
  private static let sizes = [(24, 80), (40, 120), (12, 40), (1, 1), (8, 30), (16, 72)]

  @Test(arguments: 0..<40)
  func `any keys leave a screen that fits, a plan judged right, and a way back`(_ seed: Int) throws
  {
    var random = SplitMix64(seed: UInt64(seed))
    let names = ["imaging", "exclusive", "groups"]
    var robot = try Robot(names[seed % 3])
    robot.program.configure(
      for: DisplayCapabilities(themes: ["dark", "light"], copyDisabledReason: nil))
    let original = robot.plan
    for _ in 0..<300 {
      switch random.next() % 40 {
      case 0:
        let (rows, columns) = Self.sizes.randomElement(using: &random) ?? (24, 80)
        robot.handle(.resize(Size(rows: rows, columns: columns)))
      case 1: robot.handle(.paste("1200\u{202E}\t"))
      case 2: robot.handle(.paste("Helpdesk\tnew\topen\nNurse call\tnew\topen\tAcme\n"))
      case 3:
        let place = Position(row: Int(random.next() % 24), column: 10)
        let kinds: [Mouse.Kind] = [.click, .doubleClick, .wheelUp, .wheelDown]
        robot.handle(.mouse(Mouse(kinds.randomElement(using: &random) ?? .click, at: place)))
      default: robot.handle(.key(Self.keys.randomElement(using: &random) ?? .enter))
      }
      let canvas = robot.canvas
      #expect(canvas.size == robot.size)
      if let cursor = canvas.cursor {
        #expect(cursor.row < robot.size.rows && cursor.column < robot.size.columns)
      }
    }
    let fresh = Assessment(robot.plan, against: try Fixture.index())
    #expect(robot.program.assessment.findings == fresh.findings)
    #expect(robot.program.assessment.totals == fresh.totals)
    // A screen that is too small takes no keys.
    robot.handle(.resize(Size(rows: 24, columns: 80)))
    while !robot.program.panes.isEmpty { robot.press("<Esc>") }
    _ = robot.program.perform(.showPlan)
    // What is tried out is dropped, as undoing stops where that began.
    if robot.program.isTryingOut { robot.press("!d") }
    while robot.program.history.lastDone != nil { robot.press("u") }
    #expect(robot.plan == original)
  }
}
