import PlanGenerators
import Procurement
import Testing
import Validation

/// What the catalogue says of routes is what the rules do.
@Suite struct OfferTests {
  @Test func `a route is offered for a service exactly if a line by it is permitted`() throws {
    let index = try NPfIT.index
    let programme = index.programme
    for place in programme.services.indices {
      let offers = programme.offers(on: .service(place))
      let service = programme.services[place]
      let options = service.hasPACSOptions ? PACSOption.allCases.map(Optional.some) : [nil]
      for option in options {
        for route in Route.allCases {
          var line = PlanLine(id: "L1", service: service.id)
          line.pacs = option
          line.route = route
          var plan = Plan.empty
          plan.lines = [line]
          let verdict = Assessment(plan, against: index).verdict(at: 0)
          let offer = offers.first { offer in
            offer.route == route && offer.option == option.map { .option($0) } ?? .plain
          }
          #expect((offer == nil) == verdict.findings.contains(.S102), "\(line)")
          guard let offer else { continue }
          #expect(offer.terms.supply == verdict.supply && offer.terms.payer == verdict.payer)
        }
      }
    }
  }
}
