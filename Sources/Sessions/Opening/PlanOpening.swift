import Documents
import Procurement
import Stores
import Validation
import Workbench

/// A plan that was opened, and what its effects are performed with.
struct PlanOpened {
  /// What work on it starts with.
  var start: PlanStart
  /// Its document; nil where it has none that can be written, as with standard input.
  var file: PlanFile?
  /// Its session at the store; nil without a store.
  var session: StoreSession?
  /// Plans of the store that other users say they work on for the document.
  var otherPlans: [PlanNumber] = []
}

/// How plans are opened, from documents and from the store.
struct PlanOpening {
  let index: ProgrammeIndex
  /// The store; nil where there is none.
  let store: OpenStore?

  /// A plan of the store.
  func open(_ number: PlanNumber, in store: OpenStore) throws(SessionError) -> PlanOpened {
    var session = store.session(against: index)
    let otherSessions = store.otherSessions()
    let start = try store.asking { () throws(StoreError) in
      try session.open(number, otherSessions)
    }
    return PlanOpened(
      start: start, file: session.document.flatMap(PlanFile.init), session: session)
  }

  /// A plan document, with the steps that the store has of it.
  func open(document name: String) throws(SessionError) -> PlanOpened {
    let contents: FileContents
    do throws(FileError) { contents = try readInput(name) } catch {
      throw .unreadable(name: name, error)
    }
    let file = PlanFile(name, read: contents)
    guard let store, let link = DocumentLink(name, contents) else {
      return opened(try read(contents.bytes, name), name, file)
    }
    var opened = try open(link, file, in: store) { () throws(SessionError) in
      try read(contents.bytes, name)
    }
    opened.start.documentName = name
    return opened
  }

  /// A part of a table, which the store keeps as if it were a document; `plan` is the part as the
  /// portfolio has it.
  func open(part: TablePart, _ plan: Plan) throws(SessionError) -> PlanOpened {
    guard let store else { return opened(plan, part.name) }
    let link = DocumentLink(path: part.name, step: 0, size: part.size, hash: part.hash)
    return try open(link, nil, in: store) { () throws(SessionError) in plan }
  }

  /// A plan that no store has.
  func opened(_ plan: Plan, _ name: String? = nil, _ file: PlanFile? = nil) -> PlanOpened {
    let start = PlanStart(Assessment(plan, against: index), documentName: name)
    return PlanOpened(start: start, file: file, session: store?.session(against: index))
  }

  /// A document that the store may have a plan for: then that plan is opened, and what has changed
  /// in the document since is added. What has changed in a table where the store has edits stays in
  /// the table alone.
  private func open(
    _ link: DocumentLink, _ file: PlanFile?, in store: OpenStore,
    reading theirs: () throws(SessionError) -> Plan
  ) throws(SessionError) -> PlanOpened {
    let known = try store.asking { () throws(StoreError) in try store.store.plan(for: link.path) }
    guard let known else { return try open(unstored: link, file, theirs(), in: store) }
    store.store.documentTrust.confirm(known.number, link.path)
    var opened = try open(known.number, in: store)
    opened.file = file
    let hasOwnEdits = (opened.session?.document?.step ?? 0) < (opened.start.stored?.head ?? 0)
    if let known = opened.session?.document, known.hash != link.hash || known.size != link.size,
      !(TablePart.isName(link.path) && hasOwnEdits)
    {
      let theirs = try theirs()
      opened.start = try store.asking { () throws(StoreError) in
        try opened.session?.add(theirs, of: link, to: opened.start) ?? opened.start
      }
    } else {
      opened.file?.noteUnread()
    }
    opened.start.isDocumentConfirmed = true
    return opened
  }

  /// A document whose plan the store does not have.
  private func open(
    unstored link: DocumentLink, _ file: PlanFile?, _ plan: Plan, in store: OpenStore
  ) throws(SessionError) -> PlanOpened {
    var opened = opened(plan, link.path, file)
    opened.session?.open(unstored: plan, opened.start.assessment.summary, of: link)
    opened.otherPlans = try store.asking { () throws(StoreError) in
      try store.store.otherPlans(for: link.path)
    }
    return opened
  }

  private func read(_ bytes: [UInt8], _ name: String) throws(SessionError) -> Plan {
    do throws(FaultList) { return try readPlan(bytes, for: index.programme).plan } catch {
      throw .faultyPlan(name: name, error)
    }
  }
}

extension DocumentLink {
  /// A document as it was read; nil where it could not be found again.
  init?(_ name: String, _ contents: FileContents) {
    guard let version = contents.version, let path = canonicalPath(name) else { return nil }
    self.init(path: path, step: 0, size: version.size, hash: version.hash)
  }
}
