import Documents
import Procurement
import Sessions
import Stores
import Validation

/// The plan that an import changes: a document, or a plan of the store.
struct ImportTarget {
  private enum Place {
    case document(EditedDocument)
    case store(OpenStore, StoredPlan)
  }

  private let name: String
  private var place: Place

  /// Looks a plan up: a document or, if there is none of that name, a plan of the store.
  init(
    _ name: String, at location: StoreLocation, in surroundings: CommandEnvironment,
    _ programme: Programme
  ) throws(Failure) {
    self.name = name
    guard !surroundings.hasFile(name) else {
      do throws(SessionError) {
        place = .document(try EditedDocument(name, for: programme))
      } catch { throw .session(error) }
      return
    }
    let open = try surroundings.openStore(location, .never).get()
    let stored = try open.storedPlan(called: name)
    let present = try open.asking { () throws(StoreError) in try open.store.load(stored.number) }
    // A plan that is named alone may have been changed between the two.
    guard present.plan == stored.plan || !name.contains("@") else {
      throw .importing(.earlierVersion(name: name))
    }
    place = .store(open, present)
  }

  /// The plan as it is.
  var plan: Plan {
    switch place {
    case .document(let document): document.plan
    case .store(_, let stored): stored.plan
    }
  }

  /// Writes the document, or stores the edits as one step; the result is what the user should know
  /// of the store.
  mutating func write(
    _ plan: Plan, _ edits: [Edit], from file: String, _ summary: PlanSummary,
    droppingComments: Bool
  ) throws(Failure) -> String {
    switch place {
    case .document(var document):
      do throws(FileError) {
        try document.write(plan, droppingComments: droppingComments)
      } catch {
        if error == .hasComments { throw .importing(.hasComments(name: name)) }
        throw .session(.unreadable(name: name, error))
      }
      place = .document(document)
      return ""
    case .store(let open, let stored):
      if stored.isFrozen { throw .importing(.frozen(name: name)) }
      let step = Step(title: "importing \(file)", edits: edits)
      let result = try open.asking { () throws(StoreError) in
        try open.store.append(step, to: stored.number, after: stored.head, summary)
      }
      guard case .appended = result else { throw .importing(.changedMeanwhile(name: name)) }
      open.notifyOthers()
      return open.warning
    }
  }
}
