import Documents
import Interaction
import Procurement
import Stores
import Workbench

/// The world of a workbench: the plan's document, and what is kept beside it when a session breaks.
struct Desk {
  /// The document's path; nil while the plan has none.
  private(set) var path: String?
  private var version: FileVersion?
  /// Where work without a document is kept.
  private let home: String?
  /// The store and who does there what the workbench asks; nil where there is none.
  private let store: OpenStore?
  private var clerk: Clerk?
  /// The ids of the programme's clusters, to read a document by.
  private let clusters: [String]

  /// A desk with the document that was read, and a store if there is one.
  init(
    path: String?, version: FileVersion?, home: String?, store: OpenStore? = nil,
    clerk: Clerk? = nil, clusters: [String] = []
  ) {
    self.clusters = clusters
    self.path = path
    self.version = version
    self.home = home
    self.store = store
    self.clerk = clerk
  }

  /// What becomes readable when others do something at the store; nil where nothing does.
  var notices: Int32? { store?.notices }

  /// Performs an effect of the workbench.
  mutating func perform(_ effect: Effect) -> Interaction.Step<EffectOutcome> {
    switch effect {
    case .write(let plan, let overwriting):
      guard let path else { return .nothing }
      return .outcome(write(plan, to: path, expecting: version, force: overwriting))
    case .writeNew(let plan, let name):
      return .outcome(write(plan, to: name, expecting: nil, force: false))
    case .keep(let plan): keep(plan)
    case .forgetKept: forgetKept()
    case .store(let effect):
      return ask(effect).map { .outcome(.store($0)) } ?? .nothing
    case .copy(let text): return .copy(text)
    case .wear: return .nothing
    case .suspend: return .suspend
    case .redraw: return .repaint
    case .finish: return .finish
    }
    return .nothing
  }

  // MARK: The store

  private mutating func ask(_ effect: StoreEffect) -> StoreOutcome? {
    guard let store else { return nil }
    if case .stand(let line) = effect {
      store.stand(plan: clerk?.number, line: line)
      return nil
    }
    if case .catchUp = effect { store.drain() }
    let outcome = clerk?.perform(effect, store.companions)
    switch outcome {
    case .recorded, .named: store.ring()
    case .opened(let opened):
      path = opened.stored.document?.path
      version = opened.stored.document.map { FileVersion(size: $0.size, hash: $0.hash) }
      store.ring()
    default: break
    }
    return outcome
  }

  // MARK: The document

  private mutating func write(
    _ plan: Plan, to name: String, expecting old: FileVersion?, force: Bool
  ) -> EffectOutcome {
    let known = clerk?.document.map { FileVersion(size: $0.size, hash: $0.hash) } ?? old
    do throws(FileError) {
      version = try writeFile(
        name, Documents.write(plan), expecting: old == nil ? nil : known, force: force)
    } catch {
      return error == .changedOnDisk && old != nil
        ? changedOnDisk(plan, name) : .failed(error.message(for: name))
    }
    forgetKept()
    if clerk == nil || path != nil {
      path = name
      if let version { clerk?.wrote(size: version.size, hash: version.hash) }
      store?.ring()
    }
    return .written(name: name)
  }

  /// What the document says now that somebody else has changed it.
  private mutating func changedOnDisk(_ plan: Plan, _ name: String) -> EffectOutcome {
    guard let contents = try? readFile(name), let link = DocumentLink(name, contents),
      let theirs = try? readPlan(contents.bytes, clusters: clusters).plan,
      let changed = clerk == nil
        ? ChangedDocument(theirs: theirs, base: nil) : try? clerk?.changed(theirs, plan)
    else { return .changedOnDisk }
    clerk?.found(link)
    return .documentChanged(changed)
  }

  // MARK: Unwritten work

  /// Where unwritten work may be kept: beside the document, or at home where that is not allowed.
  private var keepingPlaces: [String] {
    let parts = (path ?? "untitled").split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let file = ".\(parts.last ?? "untitled").kept"
    return [folder + file] + (home.map { ["\($0)/\(file)"] } ?? [])
  }

  private func keep(_ plan: Plan) {
    for place in keepingPlaces {
      do throws(FileError) {
        _ = try writeFile(place, Documents.write(plan), expecting: nil, force: true)
        return
      } catch { continue }
    }
  }

  private func forgetKept() {
    for place in keepingPlaces { removeFile(place) }
  }

  /// What an earlier session left unwritten.
  func kept(for programme: Programme) -> Plan? {
    for place in keepingPlaces {
      if let bytes = try? readFile(place).bytes,
        let document = try? readPlan(bytes, for: programme)
      {
        return document.plan
      }
    }
    return nil
  }
}
