import Testing

@testable import Workbench

/// After each action that changes the plan, one sentence says what it did and which key undoes it.
@Suite struct EveryChangeReportTests {
  /// Keys that change the example plan, by what they do.
  private static let changes: [(name: String, keys: String)] = [
    ("adding a line", "adental<Enter>"),
    ("removing a line", "jd"),
    ("copying a line", "jy"),
    ("moving a line up", "jK"),
    ("moving a line down", "J"),
    ("typing an amount", "<Right>5k<Enter>"),
    ("copying an amount to the years after it", "<Right>5k<Enter>k}"),
    ("filling in a field of the form", "<Enter>G<Enter>x<Enter>"),
    ("changing the marked lines", "*b<Enter><Enter>"),
    ("changing costs by per cent", "*%<Enter>-20<Enter>"),
    ("applying a fix", "jjjjjf<Enter>"),
    ("choosing another route", "jjjjjr<Down><Enter>"),
    ("waiving a finding", "jjjjjW<Enter>because<Enter>"),
    ("typing an amount of a fund", "4j5<Enter>"),
    ("adding a fund", "4a"),
    ("adding a group", "5a"),
    ("changing the title", "6<Enter>x<Enter>"),
    ("undoing", "jdu"),
    ("redoing", "jduU"),
  ]

  @Test(arguments: changes)
  func `a change says what it did and how it is undone`(_ name: String, _ keys: String) throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press(keys)
    #expect(robot.plan != before || name == "undoing", "\(name) changes nothing")
    let words = robot.program.message?.text ?? ""
    let wayBack = name == "undoing" ? "`U` redoes" : "`u` undoes"
    #expect(words.contains(wayBack) || robot.words.contains(wayBack), "\(name): \(words)")
  }
}
