import Documents
import Procurement

/// Changes that a session had still to write or store when it ended, or only tried out.
public struct UnsavedChanges: Sendable {
  /// The plan that they were made to.
  public struct Subject: Hashable, Sendable {
    /// The document's canonical path, or the name of a part of a table.
    public var document: String?
    /// The store's canonical path; nil where the session had none.
    public var store: String?
    /// The plan's number there, of a plan without a document.
    public var plan: Int?
    /// Whether the changes are only tried out.
    public var isTriedOut = false

    /// The plan of a session. A plan with a document is known by that, whatever its number.
    public init(document: String? = nil, store: String? = nil, plan: Int? = nil) {
      self.document = document
      self.store = store
      self.plan = document == nil ? plan : nil
    }

    /// What is tried out on the same plan.
    var triedOut: Subject {
      var subject = self
      subject.isTriedOut = true
      return subject
    }

    fileprivate init(_ record: StateRecord) {
      self.init(
        document: record.values["document"], store: record.values["store"],
        plan: record.values["plan"].flatMap { Int($0) })
      isTriedOut = record.values["kind"] == Subject.triedOutKind
    }

    private static let triedOutKind = "what-if"

    /// What it is called where it is listed: the path of a document, the number of a plan.
    public var name: String { document ?? plan.map { "plan \($0)" } ?? "a new plan" }

    fileprivate var record: StateRecord {
      StateRecord(
        [
          "document": document, "store": store, "plan": plan.map(String.init),
          "kind": isTriedOut ? Subject.triedOutKind : nil,
        ].compactMapValues(\.self))
    }
  }

  /// A step of a plan in the store.
  public struct Step: Hashable, Sendable {
    /// Its number.
    public var number: Int
    /// What tells the plan from one of the same number in another store at the same path.
    public var origin: String
  }

  /// The plan that they were made to.
  public var subject: Subject
  /// The step of the store that they are made on; nil where the store does not have the plan.
  public var step: Step?
  /// The day on which they were kept; nil where that is not known.
  public var day: String?
  /// The process that has them, where they are kept while it still works on them.
  var owner: ProcessMark?
  /// The plan with the changes, as a document.
  public var plan: [UInt8]
  /// The document that they are made on, where it is known and no step says so.
  public var base: [UInt8]?

  /// Whether no other session is still working on them.
  var isFree: Bool { owner.map { $0 == .own || $0.isOver } ?? true }
}

/// The folder of unsaved changes: a plan document for each session that could not store its own,
/// and beside it what it was made on.
public struct UnsavedFolder: Sendable {
  /// Where a session's changes are.
  struct Entry: Hashable, Sendable {
    fileprivate var folder: String
    fileprivate var name: String
  }

  private static let name = "unsaved"
  private static let planSuffix = ".yaml"
  private static let baseSuffix = ".base"
  /// The most entries of one plan.
  private static let limit = 100

  let state: StateFolder

  /// The unsaved changes in a state folder.
  public init(state: StateFolder) { self.state = state }

  /// The folder in which they are kept first.
  var path: String { state.candidates.first.map { "\($0)/\(UnsavedFolder.name)" } ?? "" }

  /// Keeps changes, in the place of an entry if one is given; returns where they are.
  func keep(
    _ changes: UnsavedChanges, replacing entry: Entry? = nil
  ) throws(FileError) -> Entry {
    var record = changes.subject.record
    let prefix = record.fileName
    record.values["step"] = changes.step.map { String($0.number) }
    record.values["origin"] = changes.step?.origin
    record.values["day"] = changes.day
    record.values["owner"] = changes.owner?.text
    let bytes = Array(record.head.utf8) + changes.plan
    if let entry, (try? write(bytes, changes.base, to: entry)) != nil { return entry }
    let folder = try state.create(UnsavedFolder.name)
    let taken = folder.names
    for number in 1...UnsavedFolder.limit {
      let name = "\(prefix)-\(number)"
      guard !taken.contains(name + UnsavedFolder.planSuffix) else { continue }
      let entry = Entry(folder: folder.path, name: name)
      try write(bytes, changes.base, to: entry)
      return entry
    }
    throw .noSpace
  }

  /// The base first: without the plan it means nothing.
  private func write(
    _ plan: [UInt8], _ base: [UInt8]?, to entry: Entry
  ) throws(FileError) {
    let folder = try state.reopen(entry.folder, UnsavedFolder.name)
    if let base {
      try folder.write(base, to: entry.name + UnsavedFolder.baseSuffix)
    } else {
      folder.remove(entry.name + UnsavedFolder.baseSuffix)
    }
    try folder.write(plan, to: entry.name + UnsavedFolder.planSuffix)
  }

  /// The latest changes of a plan that are made on a wanted step and that no other session is still
  /// working on, and where they are; nil where there are none.
  func latest(
    of subject: UnsavedChanges.Subject,
    where isWanted: (UnsavedChanges.Step?) -> Bool = { _ in true }
  ) -> (Entry, UnsavedChanges)? {
    let record = subject.record
    return state.first(UnsavedFolder.name) { folder in
      let names = UnsavedFolder.entries(in: folder).filter { $0.hasPrefix(record.fileName + "-") }
      let latestFirst = names.sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }
      for name in latestFirst {
        guard let (found, changes) = UnsavedFolder.changes(name, in: folder), found == record,
          isWanted(changes.step), changes.isFree
        else { continue }
        return (Entry(folder: folder.path, name: name), changes)
      }
      return nil
    }
  }

  /// The changes of a name, and the record of what they belong to; nil where they cannot be read.
  private static func changes(
    _ name: String, in folder: borrowing PrivateFolder
  ) -> (StateRecord, UnsavedChanges)? {
    guard let bytes = try? folder.read(name + planSuffix) else { return nil }
    var found = StateRecord(head: bytes)
    let number = found.values.removeValue(forKey: "step").flatMap { Int($0) }
    let origin = found.values.removeValue(forKey: "origin")
    let day = found.values.removeValue(forKey: "day").flatMap { CalendarDate($0) }
    let owner = found.values.removeValue(forKey: "owner").map(ProcessMark.init)
    let step = number.flatMap { number in
      origin.map { UnsavedChanges.Step(number: number, origin: $0) }
    }
    let changes = UnsavedChanges(
      subject: UnsavedChanges.Subject(found), step: step, day: day?.description, owner: owner,
      plan: bytes, base: try? folder.read(name + baseSuffix))
    return (found, changes)
  }

  /// Removes an entry.
  func remove(_ entry: Entry) {
    guard let folder = try? state.reopen(entry.folder, UnsavedFolder.name) else { return }
    folder.remove(entry.name + UnsavedFolder.planSuffix)
    folder.remove(entry.name + UnsavedFolder.baseSuffix)
  }

  /// All changes that ended sessions have left, in any order.
  public var all: [UnsavedChanges] {
    var all: [UnsavedChanges] = []
    _ = state.first(UnsavedFolder.name) { folder -> Never? in
      all += UnsavedFolder.entries(in: folder).compactMap { name in
        UnsavedFolder.changes(name, in: folder)?.1
      }.filter(\.isFree)
      return nil
    }
    return all
  }

  private static func entries(in folder: borrowing PrivateFolder) -> [String] {
    folder.names.filter { $0.hasSuffix(planSuffix) }.map { String($0.dropLast(planSuffix.count)) }
  }
}
