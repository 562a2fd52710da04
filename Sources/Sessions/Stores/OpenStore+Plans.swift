import Procurement
public import Stores

extension OpenStore {
  /// The plan of a name, or, after `@`, a version of it by name or by the number of its step.
  public func plan(called name: String) throws(SessionError) -> StoredPlan {
    let plans = try asking { () throws(StoreError) in try store.plans() }
    if let entry = try PlanName(text: name).plan(among: plans) { return try load(entry.number) }
    guard let at = name.utf8.lastIndex(of: UInt8(ascii: "@")) else {
      return try load(PlanName(text: name).required(among: plans).number)
    }
    let entry = try PlanName(text: String(name[..<at])).required(among: plans)
    return try plan(entry.number, version: String(name[name.utf8.index(after: at)...]))
  }

  private func load(_ number: PlanNumber) throws(SessionError) -> StoredPlan {
    try asking { () throws(StoreError) in try store.load(number) }
  }

  /// The plan as it was: all later steps are taken back.
  private func plan(
    _ number: PlanNumber, version name: String
  ) throws(SessionError) -> StoredPlan {
    let versions = try asking { () throws(StoreError) in try store.versions(of: number) }
    var stored = try load(number)
    let step = try VersionName(text: name).step(among: versions, of: stored)
    let later = try asking { () throws(StoreError) in try store.entries(of: number, after: step) }
    guard let plan = stored.plan.takingBack(later) else {
      throw .store(path: path, .damaged("plan \(number): its journal does not lead to it"))
    }
    stored.plan = plan
    stored.head = step
    stored.version = versions.first { $0.step == step }?.name
    return stored
  }
}
