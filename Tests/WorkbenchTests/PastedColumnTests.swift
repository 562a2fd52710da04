import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// What is pasted into no field of a line: nothing is dropped without a word.
@Suite struct PastedColumnTests {
  private static let sizes = [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)]

  private func robot(_ text: String, size: Size = Size(rows: 24, columns: 80)) throws -> Robot {
    var robot = try Robot(size: size)
    robot.handle(.paste(text))
    return robot
  }

  @Test(arguments: ["capital 2007-08", "2007-08 capital", "Revenue 2007/08", "capital 2007–08"])
  func `an amount in a year that the plan does not have makes its row faulty`(_ name: String)
    throws
  {
    for size in Self.sizes {
      var robot = try robot(
        "service\troute\t\(name)\nHelpdesk\topen\t20000000.55\nTraining\topen\t0\n", size: size)
      #expect(robot.words.contains("1 line to add, cost 0.00; left out: 1 faulty row"))
      #expect(
        robot.words.contains(
          "row 2: the plan has no year 2007-08; add it on the plan's details, screen `6`"))
      let count = robot.plan.lines.count
      try robot.ask(.accept)
      #expect(robot.plan.lines.count == count + 1)
      #expect(robot.words.contains("added 1 line at the end; left out: 1 faulty row"))
      #expect(robot.words.contains("`u` undoes"))
    }
  }

  @Test func `what is not an amount in such a column is an error too`() throws {
    let robot = try robot("service\tcapital 2007-08\nHelpdesk\t12,50\nTraining\t-\n")
    #expect(robot.words.contains("row 2: capital 2007-08: not an amount: three digits"))
    #expect(robot.words.contains("1 line to add"))
  }

  @Test(arguments: ["capital 2004/05", "2004–05 Capital"])
  func `a year of the plan is known in other spellings`(_ name: String) throws {
    var robot = try robot("service\t\(name)\nHelpdesk\t5\nTraining\t6\n")
    try robot.ask(.accept)
    #expect(robot.plan.lines.suffix(2).map(\.cost.total.pence) == [500, 600])
  }

  @Test(arguments: sizes)
  func `columns without a field that hold something are counted and named`(_ size: Size) throws {
    var robot = try robot(
      "service\tcolour\troute\tempty\towner\t\nHelpdesk\tred\topen\t\t\nTraining\t\topen\t\tMe\tx\n",
      size: size)
    #expect(
      robot.words.contains("2 lines to add, cost 0.00; left out: 3 columns: colour, owner, "))
    #expect(!robot.words.contains("empty"))
    if size.columns >= 80 { #expect(robot.words.contains("owner, column 6")) }
    try robot.ask(.accept)
    #expect(robot.words.contains("added 2 lines at the end; left out: 3 columns"))
  }

  @Test func `cells beyond the columns that are copied are a column as well`() throws {
    let fields = Array(repeating: "", count: 40).joined(separator: "\t")
    let robot = try robot("Helpdesk\tnew\topen\(fields)\t12\nTraining\tnew\topen\n")
    #expect(robot.words.contains("left out: 1 column: column "))
  }

  @Test func `two columns of a field must say the same`() throws {
    var robot = try robot(
      "service\tcapital 2004-05\t2004-05 capital\nHelpdesk\t5\t5.00\nTraining\t5\t6\n")
    try robot.ask(.down)
    #expect(
      robot.words.contains(
        "row 3: capital 2004-05: two columns have it, with different values; remove one"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.suffix(1).map(\.cost.total.pence) == [500])
  }

  @Test func `an unlisted service and its description are both kept`() throws {
    var robot = try robot(
      "service\tdescription\nBedside radio\twith headphones\nNurse call\tNurse call\n")
    try robot.ask(.accept)
    #expect(
      robot.plan.lines.suffix(2).map(\.description) == [
        "Bedside radio: with headphones", "Nurse call",
      ])
    var other = try self.robot(
      "description\tservice\nwith headphones\tBedside radio\nfor \tfuture\n")
    try other.ask(.accept)
    #expect(
      other.plan.lines.suffix(2).map(\.description) == ["Bedside radio: with headphones", "for"])
  }

  @Test func `what is pasted next is rows of its own, whether or not the last one ended`() throws {
    var robot = try robot("service\troute\nHelpdesk\topen")
    robot.handle(.paste("Training\topen"))
    robot.handle(.paste("Training\topen\n"))
    #expect(robot.words.contains("3 lines to add"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.suffix(3).map(\.route) == [.open, .open, .open])
  }
}
