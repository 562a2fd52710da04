import Documents

/// The documents that the user named or confirmed for plans of a store.
///
/// A store that others can write to may say anything of what a plan's document is. So what the user
/// said is noted where nobody else can write.
struct ConfirmedDocuments: Sendable {
  private static let folder = "documents"

  let state: StateFolder
  /// The store's canonical path.
  let store: String

  /// Whether the user named this document for this plan.
  func contains(plan: Int, path: String) -> Bool {
    let record = record(plan, path)
    return state.first(ConfirmedDocuments.folder) { folder in
      guard let bytes = try? folder.read(record.fileName) else { return nil }
      return StateRecord(head: bytes) == record ? true : nil
    } ?? false
  }

  /// Notes that the user did. Where it cannot be noted, the user is asked again.
  func insert(plan: Int, path: String) {
    let record = record(plan, path)
    guard !contains(plan: plan, path: path),
      let folder = try? state.create(ConfirmedDocuments.folder)
    else { return }
    try? folder.write(Array(record.head.utf8), to: record.fileName)
  }

  private func record(_ plan: Int, _ path: String) -> StateRecord {
    StateRecord(["store": store, "plan": String(plan), "document": path])
  }
}
