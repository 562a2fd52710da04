import Documents
import Procurement
import Stores
import Validation
import Workbench

/// What is kept of changes that are still to be written or stored.
extension EffectRunner {
  /// What the changes of the open plan belong to.
  private var subject: UnsavedChanges.Subject {
    UnsavedChanges.Subject(
      document: documentName, store: store == nil ? nil : storePath, plan: session?.number?.rawValue
    )
  }

  private var documentName: String? {
    if let document = session?.document?.path, TablePart.isName(document) { return document }
    return file?.path
  }

  /// Keeps changes for the next session; returns why they cannot be kept, in words.
  mutating func keepUnsaved(_ plan: Plan, replacing: Bool) -> String? {
    let step = session.flatMap { session in
      session.origin.map { UnsavedChanges.Step(number: session.known, origin: $0) }
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
  mutating func unsavedPlan(beside present: Plan) -> UnsavedPlan? {
    guard let (entry, changes) = latest, let plan = read(changes.plan) else { return nil }
    unsavedEntry = entry
    if let step = changes.step {
      let base =
        step.origin == session?.origin ? try? session?.plan(after: step.number, from: present) : nil
      return UnsavedPlan(plan: plan, base: base ?? nil, day: changes.day)
    }
    return UnsavedPlan(plan: plan, base: changes.base.flatMap(read), day: changes.day)
  }

  /// Changes to a document are also found where one of the two sessions could not open the store.
  private var latest: (UnsavedFolder.Entry, UnsavedChanges)? {
    let hasPlan = documentName != nil || session?.number != nil
    guard hasPlan || store == nil else { return nil }
    // A plan that is known only by its number must be the same plan, and not one of the same number
    // in another store at that path.
    let found = unsavedFolder.latest(of: subject) { [origin = session?.origin] step in
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
