import Documents
import Procurement
import Stores
import Validation
import Workbench

/// What work on a plan begins with.
struct Beginning {
  /// The plan as it stands.
  var plan: Plan
  /// What the user calls the document that it is written to; nil where it has none.
  var documentName: String?
  /// That document; nil where it cannot be written, as standard input.
  var file: PlanFile?
  /// Plans of the store that others say they work on for the document.
  var otherPlans: [PlanNumber] = []
  /// The document, where the store does not have its plan.
  var unstored: DocumentLink?
  /// What the store has of the plan.
  var opened: OpenedPlan?
  /// Who has opened the plan at the store; nil where the store does not have it.
  var clerk: Clerk?
}

/// How plans are opened, from documents and from the store.
struct PlanOpening {
  let index: ProgrammeIndex
  /// The store; nil where there is none.
  let store: OpenStore?

  /// A plan of the store.
  func begin(_ number: PlanNumber, _ store: OpenStore) throws(Failure) -> Beginning {
    var clerk = store.clerk()
    let companions = store.companions()
    let opened = try store.asking { () throws(StoreError) in try clerk.open(number, companions) }
    return Beginning(
      plan: opened.stored.plan, documentName: opened.stored.document?.path,
      file: opened.stored.document.flatMap(PlanFile.init), opened: opened, clerk: clerk)
  }

  /// A document, which goes on as the store has it where the store knows it.
  func begin(document name: String) throws(Failure) -> Beginning {
    let contents: FileContents
    do throws(FileError) { contents = try readInput(name) } catch {
      throw .unreadable(name: name, error)
    }
    var begun = Beginning(plan: .empty, documentName: name, file: PlanFile(name, read: contents))
    guard let store, let link = DocumentLink(name, contents) else {
      begun.plan = try read(contents.bytes, name)
      return begun
    }
    try take(link, into: &begun, store) { () throws(Failure) in try read(contents.bytes, name) }
    return begun
  }

  /// A part of a table, which the store keeps as if it were a document; `plan` is the part as the
  /// portfolio has it.
  func begin(part: TablePart, _ plan: Plan) throws(Failure) -> Beginning {
    var begun = Beginning(plan: plan)
    guard let store else { return begun }
    let link = DocumentLink(path: part.name, step: 0, size: part.size, hash: part.hash)
    try take(link, into: &begun, store) { () throws(Failure) in plan }
    return begun
  }

  /// Takes a document up that the store may have a plan for: the plan goes on as the store has it,
  /// and what has changed in the document since comes in. What has changed in a table where the
  /// store has edits is left to the table.
  private func take(
    _ link: DocumentLink, into begun: inout Beginning, _ store: OpenStore,
    reading theirs: () throws(Failure) -> Plan
  ) throws(Failure) {
    let known = try store.asking { () throws(StoreError) in try store.store.plan(for: link.path) }
    guard let known else {
      begun.plan = try theirs()
      begun.unstored = link
      begun.otherPlans = try store.asking { () throws(StoreError) in
        try store.store.otherPlans(for: link.path)
      }
      return
    }
    store.store.documentTrust.confirm(known.number, link.path)
    var clerk = store.clerk()
    let companions = store.companions()
    var opened = try store.asking { () throws(StoreError) in
      try clerk.open(known.number, companions)
    }
    let hasOwnEdits = opened.stored.document.map { $0.step < opened.stored.head } ?? false
    if let known = opened.stored.document, known.hash != link.hash || known.size != link.size,
      !(TablePart.isName(link.path) && hasOwnEdits)
    {
      let theirs = try theirs()
      opened = try store.asking { () throws(StoreError) in
        try clerk.takeIn(theirs, of: link, into: opened, against: index)
      }
    } else {
      begun.file?.noteUnread()
    }
    opened.isDocumentConfirmed = true
    begun.plan = opened.stored.plan
    begun.opened = opened
    begun.clerk = clerk
  }

  private func read(_ bytes: [UInt8], _ name: String) throws(Failure) -> Plan {
    do throws(FaultList) { return try readPlan(bytes, for: index.programme).plan } catch {
      throw .faultyPlan(name: name, error)
    }
  }
}

extension DocumentLink {
  /// A document as it was read; nil where it is none that could be found again.
  init?(_ name: String, _ contents: FileContents) {
    guard let version = contents.version, let path = canonicalPath(name) else { return nil }
    self.init(path: path, step: 0, size: version.size, hash: version.hash)
  }
}
