import Procurement
import Testing
import Validation

/// Several edits as one, and edits that are only tried.
@Suite struct TryingTests {
  @Test func `what is tried is seen as if it were done, and leaves no trace`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 21)
    for round in 0..<150 {
      let size = round % 20 == 0 ? 130 : edits.plans.random.number(0...12)
      let original = Assessment(edits.plans.plan(lines: size), against: index)
      var done = original
      var batch: [Edit] = []
      for _ in 0..<edits.plans.random.number(1...8) {
        let edit = edits.edit(of: done.plan)
        done.apply(edit)
        batch.append(edit)
      }
      var tried = original
      let sight = tried.trying(batch) { $0.isSame(as: done) }
      #expect(sight == true)
      #expect(tried.isSame(as: original))
    }
  }

  @Test func `edits of which one does not fit change nothing`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 22)
    for _ in 0..<150 {
      let original = Assessment(edits.plans.plan(), against: index)
      var assessment = original
      let fitting = edits.edit(of: original.plan)
      var after = original.plan
      after.apply(fitting)
      let fits = assessment.apply([fitting, edits.misfit(in: after)])
      #expect(!fits)
      #expect(assessment.isSame(as: original))
      #expect(assessment.trying([fitting, edits.misfit(in: after)]) { _ in true } == nil)
    }
  }
}
