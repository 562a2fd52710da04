import Canvas
import Documents
import Glibc
import Interaction
import Procurement
import Stores
import Validation
import Workbench

/// How a session begins: what is read from the document and what from the store.
struct SessionStart {
  private let request: SessionRequest
  private let home: String?
  private var programme: Programme { request.index.programme }

  init(_ request: SessionRequest, home: String?) {
    self.request = request
    self.home = home
  }

  /// The program alone holds the plan then: a second reference would cost a copy at the first edit.
  func bench(_ keymap: Keymap) throws(Failure) -> Bench {
    let (store, trouble) = try openStore()
    guard let name = request.plan else {
      return bench(Begun(plan: .blank(in: programme)), keymap, store, trouble)
    }
    if let store, let entry = try planOfStore(name, store) {
      return bench(try begin(entry.number, store), keymap, store, trouble)
    }
    return bench(try begin(document: name, store), keymap, store, trouble)
  }

  /// What a session begins on.
  private struct Begun {
    var plan: Plan
    var path: String?
    var version: FileVersion?
    var losesComments = false
    var unstored: DocumentLink?
    var opened: OpenedPlan?
    /// Who has opened the plan at the store; nil where the store does not have it.
    var clerk: Clerk?
  }

  private func bench(
    _ begun: consuming Begun, _ keymap: Keymap, _ store: OpenStore?, _ trouble: String?
  ) -> Bench {
    let assessment = Assessment(begun.plan, against: request.index)
    let unstored = begun.unstored.map {
      Clerk.Unstored(plan: begun.plan, summary: assessment.summary, document: $0)
    }
    let clerk = begun.clerk ?? store?.clerk(unstored: unstored)
    var desk = Desk(
      path: begun.path, version: begun.version, home: home, store: store, clerk: clerk,
      clusters: programme.clusters.map(\.id))
    var program = WorkbenchProgram(
      assessment, documentName: begun.path, kept: desk.kept(for: programme),
      losesComments: begun.losesComments,
      store: store.map { StoreAccess(author: $0.store.author, hindrance: $0.store.hindrance) },
      opened: begun.opened, remark: trouble, today: .today, keymap: keymap,
      size: Size(rows: 24, columns: 80))
    // The plans are there at the first frame.
    if request.plan == nil, case .outcome(let plans) = desk.perform(.store(.list)) {
      _ = program.receive(plans)
    }
    return Bench(program: program, desk: desk)
  }

  // MARK: The store

  /// The store, or why the session does without one: a document can be worked on all the same.
  private func openStore() throws(Failure) -> (OpenStore?, String?) {
    do throws(Failure) {
      let store = try OpenStore(request.store)
      return (store, store.remark)
    } catch {
      guard request.plan != nil, !request.store.isNamed else { throw error }
      return (nil, "without a store, so write often: \(error.message)")
    }
  }

  /// The plan of the store that somebody means, where no document has that name.
  private func planOfStore(_ name: String, _ store: OpenStore) throws(Failure) -> PlanEntry? {
    guard access(name, F_OK) != 0, name != "-" else { return nil }
    let plans = try store.asking { () throws(StoreError) in try store.store.plans() }
    return try PlanName(text: name).plan(among: plans)
  }

  private func begin(_ number: PlanNumber, _ store: OpenStore) throws(Failure) -> Begun {
    var clerk = store.clerk()
    let companions = store.companions()
    let opened = try store.asking { () throws(StoreError) in try clerk.open(number, companions) }
    return Begun(
      plan: opened.stored.plan, path: opened.stored.document?.path,
      version: opened.stored.document.map { FileVersion(size: $0.size, hash: $0.hash) },
      opened: opened, clerk: clerk)
  }

  // MARK: The document

  private func begin(document name: String, _ store: OpenStore?) throws(Failure) -> Begun {
    let contents: FileContents
    do throws(FileError) { contents = try readFile(name) } catch {
      throw .unreadable(name: name, error)
    }
    var begun = Begun(plan: .empty, path: name, version: contents.version)
    begun.losesComments = mayHaveComments(contents.bytes)
    guard let store, let link = DocumentLink(name, contents) else {
      begun.plan = try read(contents.bytes, name)
      return begun
    }
    let known = try store.asking { () throws(StoreError) in try store.store.plan(for: link.path) }
    if let known {
      try take(contents, link, known.number, into: &begun, store)
    } else {
      begun.plan = try read(contents.bytes, name)
      begun.unstored = link
    }
    return begun
  }

  /// Takes a document up that the store has a plan for: the plan goes on as the store has it, and
  /// what has changed in the document since comes in.
  private func take(
    _ contents: FileContents, _ link: DocumentLink, _ number: PlanNumber, into begun: inout Begun,
    _ store: OpenStore
  ) throws(Failure) {
    var clerk = store.clerk()
    let companions = store.companions()
    var opened = try store.asking { () throws(StoreError) in try clerk.open(number, companions) }
    if let known = opened.stored.document, known.hash != link.hash || known.size != link.size {
      let theirs = try read(contents.bytes, link.path)
      opened = try store.asking { () throws(StoreError) in
        try clerk.takeIn(theirs, of: link, into: opened, against: request.index)
      }
    }
    begun.plan = opened.stored.plan
    begun.opened = opened
    begun.clerk = clerk
  }

  private func read(_ bytes: [UInt8], _ name: String) throws(Failure) -> Plan {
    do throws(FaultList) { return try readPlan(bytes, for: programme).plan } catch {
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
