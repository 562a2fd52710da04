import Procurement
import Stores

extension OpenStore {
  /// The plan that somebody means by its name, or, after `@`, a version of it by name or by the
  /// number of its step.
  func plan(called name: String) throws(Failure) -> Plan {
    let plans = try asking { () throws(StoreError) in try store.plans() }
    if let entry = try PlanName(text: name).plan(among: plans) { return try plan(entry.number) }
    guard let at = name.lastIndex(of: "@") else {
      return try plan(PlanName(text: name).required(among: plans).number)
    }
    let entry = try PlanName(text: String(name[..<at])).required(among: plans)
    return try plan(entry.number, version: String(name[name.index(after: at)...]))
  }

  private func plan(_ number: PlanNumber) throws(Failure) -> Plan {
    try asking { () throws(StoreError) in try store.load(number).plan }
  }

  /// The plan as it was: what was done since is taken back.
  private func plan(_ number: PlanNumber, version name: String) throws(Failure) -> Plan {
    let versions = try asking { () throws(StoreError) in try store.versions(of: number) }
    guard let step = versions.first(where: { $0.name == name })?.step ?? Int(name) else {
      throw .noVersion(name, known: versions.map(\.name))
    }
    return try asking { () throws(StoreError) in
      let stored = try store.load(number)
      guard step >= 1, step <= stored.head else { throw .noPlan }
      guard let plan = stored.plan.takingBack(try store.entries(of: number, after: step)) else {
        throw .damaged("plan \(number): its journal does not lead to it")
      }
      return plan
    }
  }
}
