import Procurement
import Text

/// What the releases of one plan share: its parties, its date and how processes are named.
struct ReleaseContext {
  let plan: AssessedPlan
  private let prefix: String
  /// The date of the releases: the start of the day that the plan speaks for.
  let date: String

  /// The context of a plan.
  init(_ plan: AssessedPlan, prefix: String) {
    self.plan = plan
    self.prefix = prefix
    date = ReleaseContext.time(plan.plan.header.asOf ?? .earliest)
  }

  /// The start of a day.
  static func time(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }

  /// The identifier of the contracting process of a line: the same in each version of the plan.
  func ocid(of line: PlanLine) -> String {
    "\(prefix)-\(trustCode)-\(PercentEncoding.encoded(line.id))"
  }

  /// The scheme of the programme's ids.
  var scheme: String { "x_\(plan.programme.id)" }

  // MARK: Parties

  private var trustCode: String { plan.plan.header.trust.code.uppercased() }
  private var trustID: String { "GB-NHS-\(trustCode)" }

  /// The trust where another object mentions it.
  var trustReference: JSON {
    ["id": .text(trustID), "name": .text(plan.plan.header.trust.name)]
  }

  /// The trust as a party.
  func trust(paying: Bool) -> JSON {
    let name = JSON.text(plan.plan.header.trust.name)
    return [
      "id": .text(trustID),
      "name": name,
      "identifier": ["scheme": "GB-NHS", "id": .text(trustCode), "legalName": name],
      "roles": .texts(["buyer", "procuringEntity"] + (paying ? ReleaseContext.payingRoles : [])),
    ]
  }

  /// The programme as a party, which pays.
  var programmeParty: JSON {
    [
      "id": .text(scheme), "name": .text(plan.programme.title),
      "roles": .texts(ReleaseContext.payingRoles),
    ]
  }

  /// The programme where another object mentions it.
  var programmeReference: JSON {
    ["id": .text(scheme), "name": .text(plan.programme.title)]
  }

  /// The standard says `funder`; the extension for budgets wants `sourceParty` as well.
  private static let payingRoles = ["funder", "sourceParty"]
}
