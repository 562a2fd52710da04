import Documents
import Procurement
import Sessions
import Stores
import Text

/// Documents that lack changes of their plans in a store.
struct UnwrittenChanges {
  /// The documents by name, each with the number of its plan.
  private var documents: [(name: String, plan: PlanNumber)] = []

  /// Asks a store about documents; none are known where it cannot be read.
  init(to names: [String], at location: StoreLocation, in surroundings: CommandEnvironment) {
    guard location.path != nil, case .success(let open) = surroundings.openStore(location, .never)
    else { return }
    documents = names.compactMap { name in
      guard let path = canonicalPath(name), let known = try? open.store.plan(for: path),
        known.head > known.2.step
      else { return nil }
      return (name, known.number)
    }
  }

  /// What to say of them; empty where there are none.
  var standardError: String {
    guard let first = documents.first else { return "" }
    let example = "\(quoted(first.name)) (plan \(first.plan.rawValue) of the store)"
    let subject =
      documents.count == 1
      ? "\(example) lacks"
      : "\(counted(documents.count, "document")), such as \(example), lack"
    return VisibleText.safe(
      "calloff: \(subject) changes that are only in the store; the report is without them") + "\n"
  }
}
