import Canvas
import Procurement
import Testing

@testable import Workbench

/// Every screen and pane, as a user sees it, in three sizes.
@Suite struct ScreenTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let example: String
    let keys: String
    var testDescription: String { name }
  }

  static let scenes: [Scene] = [
    Scene(name: "plan", example: "imaging", keys: ""),
    Scene(name: "breach", example: "imaging", keys: "jjjjj"),
    Scene(name: "pacs", example: "imaging", keys: "jjjjjj"),
    Scene(name: "form", example: "imaging", keys: "jjjjj<Enter>"),
    Scene(name: "typing", example: "imaging", keys: "jjjjjjj<Enter><.cost>99"),
    Scene(name: "fault", example: "imaging", keys: "jjjjjjj<Enter><.cost>9.999"),
    Scene(name: "route", example: "imaging", keys: "jjjjj<Enter>j<Enter>"),
    Scene(name: "supplier", example: "exclusive", keys: "<Enter>jl<Enter>"),
    Scene(name: "funds", example: "imaging", keys: "jjjjjjj<Enter>jj<Enter>"),
    Scene(name: "fixes", example: "groups", keys: "jjf"),
    Scene(name: "waive", example: "imaging", keys: "jjjjjW"),
    Scene(name: "reason", example: "imaging", keys: "jjjjjW<Enter>Agreed with"),
    Scene(name: "waived", example: "imaging", keys: "jjjjjW<Enter>Agreed with bt<Enter>"),
    Scene(name: "service", example: "imaging", keys: "a"),
    Scene(name: "help", example: "imaging", keys: "?"),
    Scene(name: "quit", example: "imaging", keys: "dq"),
    Scene(name: "browse", example: "imaging", keys: "2"),
    Scene(name: "browse-pacs", example: "groups", keys: "2Gkkkkkkkkkkkkkkkkkk"),
    Scene(name: "browse-rule", example: "groups", keys: "2Gkkkkkkkkkkkkkkkkkkx"),
    Scene(name: "browse-rule-end", example: "groups", keys: "2Gkkkkkkkkkkkkkkkkkkx<End>"),
    Scene(name: "browse-service", example: "groups", keys: "2Gkkkkkkkkkkkkkkk"),
    Scene(name: "browse-service-rule", example: "groups", keys: "2Gkkkkkkkkkkkkkkkx"),
    Scene(name: "browse-heading", example: "groups", keys: "2Gkkkkkkkkkkkkkkkkkkkkk"),
    Scene(name: "browse-heading-rule", example: "groups", keys: "2Gkkkkkkkkkkkkkkkkkkkkkx"),
    Scene(name: "findings", example: "imaging", keys: "3jj"),
    Scene(name: "explanation", example: "imaging", keys: "jjjjjx"),
    Scene(name: "funding", example: "imaging", keys: "4j"),
    Scene(name: "funding-typing", example: "imaging", keys: "4j<Enter><C-u>5000"),
    Scene(name: "groups", example: "groups", keys: "5jj"),
    Scene(name: "trust", example: "imaging", keys: "6jjjj<Enter>"),
    Scene(name: "filter", example: "imaging", keys: "/unfunded>0"),
    Scene(name: "filtered", example: "imaging", keys: "/route:open<Enter>j"),
    Scene(name: "sorted", example: "imaging", keys: "scost, most<Enter>"),
    Scene(name: "marked", example: "imaging", keys: "  jj b"),
    Scene(name: "marked-route", example: "imaging", keys: "  b<Enter><Down>"),
    Scene(name: "routes", example: "groups", keys: "r<Down>"),
    Scene(name: "alternatives", example: "alternatives", keys: "jo<Down>"),
    Scene(name: "alternative", example: "alternatives", keys: "jo<Down><Enter>jj"),
    Scene(name: "alternative-line", example: "alternatives", keys: "j"),
    Scene(name: "alternative-routes", example: "alternatives", keys: "jr<Down>"),
    Scene(name: "missing-routes", example: "alternatives", keys: "jjr<Down><Down>"),
    Scene(name: "summary", example: "imaging", keys: "9"),
    Scene(name: "summary-end", example: "groups", keys: "9G"),
    Scene(name: "palette", example: "imaging", keys: ":fund"),
    Scene(name: "narrowed", example: "imaging", keys: "ascreen"),
    Scene(name: "many-findings", example: "groups", keys: "jjj"),
  ]
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40),
  ]

  @Test(arguments: scenes, sizes)
  func `a screen looks as it was kept`(_ scene: Scene, _ size: Size) throws {
    var robot = try Robot(scene.example, size: size)
    robot.press(scene.keys)
    try expectGolden(robot.screen, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func `a plan without lines says how to begin`() throws {
    var plan = try Fixture.plan("imaging")
    plan.lines = []
    let robot = Robot(plan, index: try Fixture.index())
    #expect(robot.screen.contains("no lines yet: `a` adds one"))
  }

  @Test(arguments: [(1, 1), (5, 20), (7, 200), (100, 29)])
  func `a screen too small for anything says so`(_ rows: Int, _ columns: Int) throws {
    let robot = try Robot(size: Size(rows: rows, columns: columns))
    #expect(
      "terminal too small: at least 30×8".hasPrefix(robot.screen.prefix { $0 != "…" && $0 != "\n" })
    )
  }

  @Test func `the cursor is on the focused thing in every scene`() throws {
    for scene in Self.scenes {
      for size in Self.sizes {
        var robot = try Robot(scene.example, size: size)
        robot.press(scene.keys)
        let cursor = try #require(robot.canvas.cursor, "\(scene.name)")
        #expect((0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column))
      }
    }
  }
}
