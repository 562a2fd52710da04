import Canvas
import Imports
import Interaction
import MemoryStores
import Procurement
import Testing

@testable import Workbench

/// Importing a file: choosing it, looking at what it would change, and accepting that.
@Suite struct ImportTests {
  private static let folder = ImportFolder(
    path: ".", folders: ["drafts"], files: ["lines.xlsx", "old.csv"])

  private func file(_ text: String) throws -> ImportFile {
    try ImportFile(Array(text.utf8), named: "lines.csv")
  }

  private func robot(
    _ text: String, size: Size = Size(rows: 40, columns: 120)
  ) throws -> Robot {
    var robot = try Robot(size: size)
    robot.receive(.imported(try file(text)))
    return robot
  }

  @Test func `a file is chosen from a folder, and from the folders in it and above it`() throws {
    var robot = try Robot()
    try robot.ask(.importFile)
    #expect(robot.effects == [.listFolder(".")])
    robot.receive(.folder(Self.folder))
    #expect(robot.screen.contains("import from the current folder"))
    #expect(robot.screen.contains("lines.xlsx"))
    var other = robot
    try robot.ask(.accept)
    #expect(robot.effects.last == .readImport("lines.xlsx"))
    other.type("drafts")
    try other.ask(.accept)
    #expect(other.effects.last == .listFolder("drafts"))
    other.receive(.folder(ImportFolder(path: "drafts", folders: [], files: ["a.csv"])))
    var up = other
    try other.ask(.accept)
    #expect(other.effects.last == .readImport("drafts/a.csv"))
    up.type("../")
    try up.ask(.accept)
    #expect(up.effects.last == .listFolder("."))
  }

  @Test func `on the list of plans a file becomes a new plan, which is opened`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "0i")
    #expect(shared.robots[0].effects.last == .listFolder("."))
    shared.receive(0, .folder(Self.folder))
    shared.press(0, "lines<Enter>")
    let text =
      "Trust,Service,Supplier,Capital 2005-06\nRYY,Helpdesk,Acme,1250.50\nTotal,,,1250.50\n"
    shared.receive(0, .imported(try file(text)))
    let plan = shared.robots[0].plan
    #expect(plan.header.title == "lines" && plan.header.trust.code == "RYY")
    #expect(plan.header.years.map(\.start) == [2005])
    #expect(plan.lines.map(\.supplier) == ["Acme"])
    let message = shared.robots[0].screen
    #expect(message.contains("made of `lines.csv`: 1 line, cost 1,250.50"))
    #expect(try shared.stores[0].plans().count == 2)
  }

  @Test func `the trust of a new plan is completed from the register`() throws {
    let shared = try SharedStoreFixture("ada")
    try shared.stores[0].replaceTrusts([
      RegisteredTrust(code: "RSS", name: "Solent Hospitals", cluster: "southern")
    ])
    shared.press(0, "0")
    let text = "Trust,Service,Colour,Capital 2005-06\nrss,Helpdesk,red,5\n"
    shared.receive(0, .imported(try file(text)))
    let trust = shared.robots[0].plan.header.trust
    #expect(trust.code == "RSS" && trust.name == "Solent Hospitals" && trust.cluster == "southern")
    let words = shared.robots[0].program.message?.text ?? ""
    #expect(words.contains("kind of trust is a placeholder"))
    #expect(words.contains("columns not read: `Colour`"))
    shared.press(0, "0")
    shared.receive(
      0, .imported(try file("Trust,Region,Service\nZZZ,London,Helpdesk\n")))
    #expect(shared.robots[0].program.message?.text.contains("has no trust `ZZZ`") == true)
    #expect(shared.robots[0].plan.header.trust.cluster == "london")
  }

  @Test func `the step of an import that adds and changes says both`() throws {
    var robot = try robot("line,service,notes\nL1,,new\n,Helpdesk,\n")
    try robot.ask(.accept)
    try robot.ask(.undo)
    #expect(robot.screen.contains("undone: importing: adding 1 line, changing 1 line"))
  }

  @Test func `a file with a fault does not become a plan`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "0")
    shared.receive(
      0, .imported(try file("service,capital 2005-06\nHelpdesk,x\nPager,y\nTraining,1\n")))
    let words = shared.robots[0].program.message?.text ?? ""
    #expect(words.hasPrefix("`lines.csv`: B2: ") && words.contains("(also B3)"))
    shared.receive(0, .imported(try file("only words\n")))
    #expect(shared.robots[0].bottom.contains("has no rows below headings"))
    #expect(try shared.stores[0].plans().count == 1)
  }

  @Test func `a path that is typed is read`() throws {
    var robot = try Robot()
    robot.receive(.folder(Self.folder))
    robot.type("/srv/plans/x.xlsx")
    try robot.ask(.accept)
    #expect(robot.effects.last == .readImport("/srv/plans/x.xlsx"))
  }

  @Test(arguments: [".": "..", "a": ".", "a/b": "a", "..": "../..", "/": "/", "/a": "/"])
  func `the folder above a folder`(_ path: String, _ above: String) {
    #expect(ImportFolder(path: path, folders: [], files: []).parent == above)
  }

  @Test func `a file changes lines, adds others and is undone at once`() throws {
    var robot = try robot(
      "A title\nLine,Service,Supplier,Capital 2004-05\nL6,core.surgery,Bolt,1\nX9,Helpdesk,Acme,2\n"
        + "Total,,,3\n")
    let before = robot.plan
    #expect(robot.screen.contains("1 line to add, cost 2.00, 1 line to change"))
    #expect(robot.words.contains("left out as sums: row 5"))
    let changed = ">~ L6     L6 supplier Theatre Software → Bolt, capital 2004-05 0.00 → 1.00"
    #expect(robot.rows.contains(changed))
    try robot.ask(.accept)
    #expect(robot.words.contains("added 1 line at the end, changed 1 line; "))
    #expect(robot.plan.lines.last?.id == "X9")
    #expect(robot.plan.lines[5].supplier == "Bolt")
    #expect(robot.plan.lines[5].funds == ["capital"])
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test func `faults of a file are said by cell`() throws {
    let robot = try robot(
      "Service,Route,Capital 2004-05\nHelpdesk,by post,5\nTraining,open,1.234\n")
    #expect(robot.words.contains("0 lines to add, cost 0.00; left out: 2 faulty rows"))
    #expect(robot.words.contains("route: unknown route `by post`; use programme, calloff or open"))
  }

  @Test func `a file without headings says what is missing`() throws {
    let robot = try robot("")
    #expect(robot.words.contains("`lines.csv` has no rows below headings"))
  }

  @Test func `pastes with headings of their own are listed together, each with its columns`() throws
  {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.handle(
      .paste("A title\nService\tProvider\tCapital 04/05\tCapital 05/06\nTraining\tX\t12\t0\n"))
    robot.handle(.paste("Service\tProvider\tCapital 05/06\tCapital 04/05\nHelpdesk\tY\t5000\t1"))
    #expect(robot.words.contains("2 lines to add, cost 5,013.00"))
    try robot.ask(.readColumns)
    let first = robot.rows.first { $0.contains("1!B") }
    let second = robot.rows.first { $0.contains("2!C") }
    #expect(first?.contains("Provider") == true && first?.contains(" X") == true)
    #expect(second?.contains("capital 2005-06") == true && second?.contains(" 5000") == true)
    try robot.ask(.close, .accept)
    #expect(robot.plan.lines.suffix(2).map(\.supplier) == ["X", "Y"])
  }

  @Test func `the preview and its columns are shown at every size`() throws {
    for size in [
      Size(rows: 8, columns: 30), Size(rows: 12, columns: 40), Size(rows: 50, columns: 200),
    ] {
      var robot = try robot("service,seller\nHelpdesk,Acme\nTraining,\n", size: size)
      #expect(robot.words.contains("Helpdesk"))
      try robot.ask(.readColumns)
      #expect(robot.words.contains("seller"))
      try robot.ask(.down, .open)
      #expect(robot.program.panes.top is ChoiceMenu)
      try robot.ask(.close, .close, .close)
      #expect(robot.program.panes.isEmpty)
    }
  }
}
