import Canvas
import Interaction
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// A robot at the plans of many trusts, which come from documents that do not exist.
extension Robot {
  /// A robot that has read these plans.
  init(
    portfolio plans: [Plan], leftOut: [String] = [], size: Size = Size(rows: 24, columns: 80),
    store: StoreAccess? = nil
  ) throws {
    let index = try Fixture.index()
    self.init(.portfolio(against: index), store: store, size: size)
    effects(of: program.load(.folder("plans")))
    receive(.portfolio(.loaded(try Robot.loaded(plans, leftOut: leftOut))))
  }

  /// Plans as they are handed over when they have been read.
  static func loaded(_ plans: [Plan], leftOut: [String] = []) throws -> LoadedPortfolio {
    var portfolio = Portfolio()
    for (place, plan) in plans.enumerated() { portfolio.append(plan, source: "p\(place).yaml") }
    let origins = plans.indices.map { PlanOrigin.document("p\($0).yaml") }
    return try #require(
      LoadedPortfolio(
        portfolio, origins: origins, leftOut: leftOut, against: try Fixture.index()))
  }

  /// Presses keys; a plan to open is opened as a list has it.
  mutating func press(_ script: String, opening plans: inout [Plan]) {
    for key in KeyScript.keys(script) {
      let before = effects.count
      handle(.key(key))
      answerOpening(from: before, &plans)
    }
  }

  /// Opens the plan that is asked for; the one that is left stays as it was edited.
  mutating func answerOpening(from first: Int, _ plans: inout [Plan]) {
    for effect in effects[first...] {
      guard case .portfolio(.open(.document(let name), _)) = effect,
        let place = plans.indices.first(where: { "p\($0).yaml" == name })
      else { continue }
      let assessment = Assessment(plans[place], against: program.assessment.index)
      receive(.portfolio(.opened(PlanStart(assessment, documentName: name))))
    }
  }

  /// The sums of all plans.
  var england: LineSums? { program.portfolio?.assessment.sums(of: 0) }
}

extension Fixture {
  /// Five plans of four trusts in two clusters, from the examples.
  static func portfolio() throws -> [Plan] {
    let trusts = [
      ("RAA", "Aldgate Hospitals", "london"), ("RBB", "Borough Care", "london"),
      ("RSS", "Solent Hospitals", "southern"), ("RSS", "Solent Hospitals", "southern"),
      ("RTT", "Thames Ambulance", "southern"),
    ]
    let examples = ["imaging", "exclusive", "groups", "imaging", "exclusive"]
    return try zip(trusts, examples).map { trust, example in
      var plan = try Fixture.plan(example)
      plan.header.trust.code = trust.0
      plan.header.trust.name = trust.1
      plan.header.trust.cluster = trust.2
      return plan
    }
  }
}
