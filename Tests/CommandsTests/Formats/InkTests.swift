import Testing

@testable import Commands

@Suite("Colours")
struct InkTests {
  @Test func `colours do not change the text`() throws {
    var surroundings = World.surroundings
    surroundings.ink = Ink(isColoured: true)
    for arguments in [
      "check sample.yaml warned.yaml", "diff sample.yaml later.yaml", "explain", "explain S101",
      "catalogue",
    ] {
      let plain = World.outcome(arguments).data
      let coloured = World.outcome(arguments, in: surroundings).data
      #expect(coloured != plain)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
  }

  @Test func `reports for programs are not coloured`() {
    var surroundings = World.surroundings
    surroundings.ink = Ink(isColoured: true)
    for arguments in [
      "check sample.yaml --format json", "diff sample.yaml later.yaml --format json",
      "catalogue --format json",
    ] {
      #expect(World.outcome(arguments, in: surroundings) == World.outcome(arguments))
    }
  }
}
