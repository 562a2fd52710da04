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
    let step = knownStep
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

  /// The step of the store that the open plan is made on; nil where the store does not have it.
  private var knownStep: UnsavedChanges.Step? {
    session.flatMap { session in
      session.origin.map { UnsavedChanges.Step(number: session.known, origin: $0) }
    }
  }

  mutating func discardUnsaved() {
    if let unsavedEntry { unsavedFolder.remove(unsavedEntry) }
    unsavedEntry = nil
  }

  // MARK: What is tried out

  /// Keeps what is tried out, or, with nil, nothing any more; returns why it cannot be kept, in
  /// words. Another session on the plan is offered it once this process has ended.
  mutating func keepWhatIf(_ tried: UnsavedPlan?) -> String? {
    guard let tried else {
      if let whatIfEntry { unsavedFolder.remove(whatIfEntry) }
      whatIfEntry = nil
      return nil
    }
    let step = knownStep
    let changes = UnsavedChanges(
      subject: subject.triedOut, step: step, day: CalendarDate.today.description, owner: .own,
      plan: Documents.write(tried.plan),
      base: step == nil ? tried.base.map { Documents.write($0) } : nil)
    do throws(FileError) {
      whatIfEntry = try unsavedFolder.keep(changes, replacing: whatIfEntry)
      return nil
    } catch {
      return error.message(for: unsavedFolder.path)
    }
  }

  /// Removes what an earlier session tried out.
  mutating func discardWhatIf() {
    if let leftWhatIfEntry { unsavedFolder.remove(leftWhatIfEntry) }
    leftWhatIfEntry = nil
  }

  // MARK: What earlier sessions left

  /// Adds to the start of a plan what earlier sessions left of it.
  mutating func addWhatIsLeft(to start: inout PlanStart) {
    if let (entry, changes) = latest(of: subject) {
      start.unsaved = unsavedPlan(changes, beside: start.plan)
      unsavedEntry = start.unsaved == nil ? nil : entry
    }
    if !isReadOnly, let (entry, changes) = latest(of: subject.triedOut),
      let tried = unsavedPlan(changes, beside: start.plan)
    {
      start.whatIf = tried
      // It is this session's from now on: another one does not offer it at the same time.
      var own = changes
      (own.owner, own.plan) = (.own, Documents.write(tried.plan))
      leftWhatIfEntry = (try? unsavedFolder.keep(own, replacing: entry)) ?? entry
    }
  }

  /// Changes that were made to the plan, which is now `present`; nil where they cannot be read.
  private func unsavedPlan(_ changes: UnsavedChanges, beside present: Plan) -> UnsavedPlan? {
    guard let plan = read(changes.plan) else { return nil }
    if let step = changes.step {
      let base =
        step.origin == session?.origin ? try? session?.plan(after: step.number, from: present) : nil
      return UnsavedPlan(plan: plan, base: base ?? nil, day: changes.day)
    }
    return UnsavedPlan(plan: plan, base: changes.base.flatMap(read), day: changes.day)
  }

  /// Changes to a document are also found where one of the two sessions could not open the store.
  private func latest(
    of subject: UnsavedChanges.Subject
  ) -> (UnsavedFolder.Entry, UnsavedChanges)? {
    let hasPlan = documentName != nil || session?.number != nil
    guard hasPlan || store == nil else { return nil }
    // A plan that is known only by its number must be the same plan, and not one of the same number
    // in another store at that path.
    let found = unsavedFolder.latest(of: subject) { [origin = session?.origin] step in
      documentName != nil || step?.origin == origin
    }
    if let found { return found }
    guard documentName != nil else { return nil }
    var other = subject
    other.store = store == nil ? storePath : nil
    return unsavedFolder.latest(of: other)
  }

  private func read(_ bytes: [UInt8]) -> Plan? {
    try? readPlan(bytes, for: index.programme).plan
  }
}
