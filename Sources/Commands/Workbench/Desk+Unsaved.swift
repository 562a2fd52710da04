import Documents
import Procurement
import Stores
import Validation
import Workbench

/// What is kept of changes that are neither written nor stored.
extension Desk {
  /// What the changes of the open plan belong to.
  private var subject: UnsavedChanges.Subject {
    UnsavedChanges.Subject(
      document: documentName, store: store == nil ? nil : storePath, plan: clerk?.number?.rawValue)
  }

  private var documentName: String? {
    if let document = clerk?.document?.path, TablePart.isName(document) { return document }
    return file?.path
  }

  /// Keeps changes for the next session; returns why it cannot, in words.
  mutating func keepUnsaved(_ plan: Plan, replacing: Bool) -> String? {
    let step = clerk.flatMap { clerk in
      clerk.origin.map { UnsavedChanges.Step(number: clerk.known, origin: $0) }
    }
    let changes = UnsavedChanges(
      subject: subject, step: step, day: CalendarDate.today.description,
      plan: Documents.write(plan),
      base: step == nil ? file?.unchangedBytes : nil)
    do throws(FileError) {
      unsavedEntry = try unsavedFolder.keep(changes, replacing: replacing ? unsavedEntry : nil)
      return nil
    } catch {
      return error.message(for: unsavedFolder.path)
    }
  }

  mutating func discardUnsaved() {
    if let unsavedEntry { unsavedFolder.remove(unsavedEntry) }
    unsavedEntry = nil
  }

  /// The latest unsaved changes of the plan, which is now `present`; nil where there are none.
  mutating func offerUnsaved(_ present: Plan) -> UnsavedPlan? {
    guard let (entry, changes) = latest, let plan = read(changes.plan) else { return nil }
    unsavedEntry = entry
    if let step = changes.step {
      let base =
        step.origin == clerk?.origin ? try? clerk?.plan(after: step.number, from: present) : nil
      return UnsavedPlan(plan: plan, base: base ?? nil, day: changes.day)
    }
    return UnsavedPlan(plan: plan, base: changes.base.flatMap(read), day: changes.day)
  }

  /// Changes to a document are also offered where one of the sessions could not open the store.
  private var latest: (UnsavedFolder.Entry, UnsavedChanges)? {
    let hasPlan = documentName != nil || clerk?.number != nil
    guard hasPlan || store == nil else { return nil }
    // A plan that is known by its number alone must be the same plan, and not one of its number in
    // another store at that path.
    let found = unsavedFolder.latest(of: subject) { [origin = clerk?.origin] step in
      documentName != nil || step?.origin == origin
    }
    if let found { return found }
    guard let documentName else { return nil }
    let other = UnsavedChanges.Subject(
      document: documentName, store: store == nil ? storePath : nil)
    return unsavedFolder.latest(of: other)
  }

  private func read(_ bytes: [UInt8]) -> Plan? {
    try? readPlan(bytes, for: index.programme).plan
  }
}
