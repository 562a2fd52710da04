import PlanGenerators
import Procurement
import Testing
import Validation

/// An edited assessment compared with one made from the edited plan.
@Suite struct IncrementalTests {
  @Test func `every edit gives the results of judging the plan from scratch`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 5)
    for round in 0..<200 {
      // Around 64 and 128 lines the number of stored balances grows and shrinks.
      let small = edits.plans.random.number(0...12)
      let size = round % 10 == 0 ? [63, 64, 128, 150][round / 10 % 4] : small
      var assessment = Assessment(edits.plans.plan(lines: size), against: index)
      for step in 1...20 {
        let edit = edits.edit(of: assessment.plan)
        let fits = assessment.apply(edit)
        #expect(fits, "\(edit)")
        let fresh = Assessment(assessment.plan, against: index)
        // Messages take longest, so they are compared now and then, for a large plan at the end.
        let inWords = step % (size == small ? 5 : 20) == 0
        guard assessment.isSame(as: fresh, inWords: inWords) else {
          Issue.record("round \(round), \(size) lines, after \(edit)")
          return
        }
      }
    }
  }

  @Test func `edits taken back in reverse order restore the assessment`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 6)
    for round in 0..<100 {
      let size = round % 20 == 0 ? 130 : edits.plans.random.number(0...12)
      let original = Assessment(edits.plans.plan(lines: size), against: index)
      var assessment = original
      var done: [Edit] = []
      for _ in 0..<20 {
        let edit = edits.edit(of: assessment.plan)
        assessment.apply(edit)
        done.append(edit)
      }
      for edit in done.reversed() { assessment.apply(edit.inverse) }
      #expect(assessment.plan == original.plan)
      #expect(assessment.isSame(as: original))
    }
  }

  @Test func `an edit that does not fit changes nothing`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 7)
    for _ in 0..<400 {
      let original = Assessment(edits.plans.plan(), against: index)
      var assessment = original
      let misfit = edits.misfit(in: original.plan)
      let fits = assessment.apply(misfit)
      #expect(!fits, "\(misfit)")
      #expect(assessment.isSame(as: original), "\(misfit)")
    }
  }

  @Test func `a line tried out after the last is judged as an added one`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 9)
    for round in 0..<400 {
      let size = round % 20 == 0 ? 64 : plans.random.number(0...12)
      let original = Assessment(plans.plan(lines: size), against: index)
      let line = plans.line("new", in: original.plan)
      let end = original.plan.lines.count
      var grown = original
      grown.apply(.insert(line, at: end))
      #expect(original.verdict(at: end, trying: line) == grown.verdict(at: end), "\(line)")
    }
  }

  @Test func `a line tried out is judged as if it were in the plan`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 8)
    for round in 0..<1_000 {
      let size = round % 50 == 0 ? 140 : edits.plans.random.number(1...12)
      let original = Assessment(edits.plans.plan(lines: size), against: index)
      let place = edits.plans.random.number(0...original.plan.lines.count - 1)
      let edit = original.plan.setting(edits.value(at: place, in: original.plan), at: place)
      var edited = original
      edited.apply(edit, near: place)
      let tried = original.verdict(at: place, trying: edited.plan.lines[place])
      #expect(tried == edited.verdict(at: place), "\(edit)")
    }
  }
}

extension Assessment {
  /// Whether all results are the same, including messages if wanted.
  func isSame(as other: Assessment, inWords: Bool = true) -> Bool {
    plan == other.plan && totals == other.totals && balances == other.balances
      && leastUnfunded == other.leastUnfunded
      && plan.lines.indices.allSatisfy { place in
        verdict(at: place) == other.verdict(at: place) && draws(at: place) == other.draws(at: place)
      }
      && (!inWords || findings == other.findings)
      && unfundedByYear().elementsEqual(other.unfundedByYear(), by: ==)
      && waivedCount == other.waivedCount
      && Severity.allCases.allSatisfy { count($0) == other.count($0) }
  }
}
