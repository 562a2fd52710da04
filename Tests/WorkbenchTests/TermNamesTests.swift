import Canvas
import Procurement
import Testing
import Validation

@testable import Workbench

/// Names in the place of identifiers.
@Suite struct TermNamesTests {
  private func names() throws -> TermNames {
    TermNames(try Fixture.index().programme, try Fixture.plan("groups"))
  }

  @Test(arguments: [
    (
      "only `bt` may supply a new system for `core.surgery` in `london`, not `Acme`",
      "only BT may supply a new system for Theatres and critical care in London, not `Acme`"
    ),
    ("buy it with group `anglia`", "buy it with group Anglian trusts"),
    ("`RZZ` is not a member", "Sample Mental Health Trust is not a member"),
    ("set `spine_connected` once it is connected", "set `on the Spine` once it is connected"),
    ("choose `calloff`, or `open`", "choose `call-off`, or `open`"),
    ("nothing quoted", "nothing quoted"), ("an open ` quotation", "an open ` quotation"),
    ("`bt` and an open ` quotation", "BT and an open ` quotation"),
  ])
  func `a sentence names what it quotes by an identifier`(_ text: String, _ said: String) throws {
    #expect(try names().sentence(text) == said)
  }

  @Test func `a change is said with names`() throws {
    let names = try names()
    let year = try #require(try Fixture.plan("groups").header.years.first)
    let phrases = [
      Edit.set(line: "L1", from: .supplier("bt"), to: .supplier("Acme")),
      .set(line: "L1", from: .group("anglia"), to: .group(nil)),
      .set(line: "L1", from: .amount(year, .capital, .zero), to: .amount(year, .capital, .zero)),
    ].map { names.named($0).phrase(.full) }
    #expect(
      phrases == [
        "L1 supplier BT → Acme", "L1 group cleared (was Anglian trusts)", "L1 no change",
      ])
  }

  /// Filters and fields are where identifiers are typed, and the programme is where they are found.
  private static let scenes = ScreenTests.scenes.filter {
    !["filter", "supplier", "waived"].contains($0.name) && !$0.name.hasPrefix("browse")
  }

  @Test(arguments: scenes)
  func `no screen shows the identifier of a service or a provider`(
    _ scene: ScreenTests.Scene
  ) throws {
    var robot = try Robot(scene.example, size: Size(rows: 40, columns: 120))
    robot.press(scene.keys)
    for id in ["core.", "additional.", "`bt`", "`fujitsu`", " bt ", " fujitsu ", " accenture "] {
      #expect(!robot.screen.contains(id), "\(id) in \(robot.screen)")
    }
  }
}
