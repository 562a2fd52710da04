import PlanGenerators
import Procurement
import Testing
import Validation

/// Several edits in one step, and edits that are only tried.
@Suite struct TryingTests {
  @Test func `a trial shows the result of its edits and changes nothing`() throws {
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

  @Test func `edits made from another state of the plan are taken back to the present one`() throws
  {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 24)
    var tried = 0
    for _ in 0..<300 {
      let earlier = edits.plans.plan(lines: 6)
      let stale = (0..<3).map { _ in edits.edit(of: earlier) }
      var present = earlier
      for _ in 0..<4 { present.apply(edits.edit(of: present)) }
      let original = Assessment(present, against: index)
      var assessment = original
      if assessment.trying(stale, { _ in true }) == true { tried += 1 }
      #expect(assessment.isSame(as: original))
    }
    #expect(tried > 50)
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

  @Test func `edits in one step give the same result as one after the other`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 23)
    for round in 0..<30 {
      let size = round % 3 == 0 ? 150 : edits.plans.random.number(0...12)
      let original = Assessment(edits.plans.plan(lines: size), against: index)
      var plan = original.plan
      var batch: [Edit] = []
      for _ in 0..<edits.plans.random.number(1...300) {
        let edit = edits.edit(of: plan)
        plan.apply(edit)
        batch.append(edit)
      }
      var assessment = original
      let fits = assessment.apply(batch)
      #expect(fits)
      #expect(assessment.plan == plan)
      #expect(assessment.isSame(as: Assessment(plan, against: index)), "round \(round)")
      let misfit = edits.misfit(in: plan)
      var refusing = original
      let fitsToo = refusing.apply(batch + [misfit])
      #expect(!fitsToo && refusing.isSame(as: original))
      assessment.takeBack(batch)
      #expect(assessment.isSame(as: original), "round \(round)")
    }
  }

  @Test func `a field of all lines, and half of the lines, change in one step`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 24)
    for size in [10, 70, 200] {
      let original = Assessment(edits.plans.plan(lines: size), against: index)
      let other = edits.plans.line("", in: original.plan)
      let values: [LineValue] = [
        .need(other.need), .route(other.route), .supplier(other.supplier), .funds(other.funds),
        .service(other.service), .cost(other.cost), .group(other.group),
      ]
      let places = original.plan.lines.indices
      let removals = places.reversed().filter { $0 % 2 == 0 }.map {
        Edit.remove(original.plan.lines[$0], at: $0)
      }
      let batches = values.map { value in
        places.shuffled(using: &edits.plans.random).map { original.plan.setting(value, at: $0) }
      }
      for batch in batches + [removals] {
        var assessment = original
        let fits = assessment.apply(batch)
        #expect(fits)
        #expect(assessment.isSame(as: Assessment(assessment.plan, against: index)))
        assessment.takeBack(batch)
        #expect(assessment.isSame(as: original))
      }
    }
  }

  @Test func `many edits find their lines after others inserted, renamed or removed lines`() throws
  {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 25)
    let original = Assessment(edits.plans.plan(lines: 5), against: index)
    var plan = original.plan
    var batch: [Edit] = []
    func add(_ edit: Edit) {
      let fits = plan.apply(edit)
      #expect(fits)
      batch.append(edit)
    }
    for number in 0..<200 {
      add(.insert(edits.plans.line("N\(number)", in: plan), at: number * 7 % 5))
    }
    for number in (0..<200).shuffled(using: &edits.plans.random) {
      add(.set(line: "N\(number)", from: .id("N\(number)"), to: .id("M\(number)")))
    }
    for number in (0..<200).shuffled(using: &edits.plans.random) {
      let place = try #require(plan.index(ofLine: "M\(number)"))
      if number % 2 == 0 {
        add(plan.setting(.need(.retain), at: place))
      } else {
        add(.remove(plan.lines[place], at: 0))
        add(.insert(PlanLine(id: "M\(number)", service: "future"), at: 0))
      }
    }
    var assessment = original
    let fits = assessment.apply(batch)
    #expect(fits)
    #expect(assessment.plan == plan)
    #expect(assessment.isSame(as: Assessment(plan, against: index)))
    let fitsTwice = assessment.apply(batch)
    #expect(!fitsTwice)
  }
}
