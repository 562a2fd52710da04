import Procurement
import Stores

/// What a user types for a version of a plan: its name, the number of a step, or a part of
/// the name that no other version has.
struct VersionName {
  let text: String

  /// The step of that version, from 1 to the plan's last one.
  func step(among versions: [NamedVersion], of plan: StoredPlan) throws(SessionError) -> Int {
    if let version = versions.first(where: { $0.name == text }) { return version.step }
    if let step = Int(text), (1...max(1, plan.head)).contains(step) { return step }
    let wanted = text.lowercased()
    let whole = versions.filter { $0.name.lowercased() == wanted }
    let found =
      whole.isEmpty && !wanted.isEmpty
      ? versions.filter { $0.name.lowercased().contains(wanted) } : whole
    guard found.count <= 1 else {
      throw .severalVersions(text, names: found.map(\.name))
    }
    guard let version = found.first else {
      throw .noVersion(
        text, plan: plan.number.rawValue, known: versions.map(\.name), steps: plan.head)
    }
    return version.step
  }
}
