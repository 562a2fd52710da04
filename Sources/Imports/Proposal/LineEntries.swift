import Procurement
import Spreadsheets
import Text

/// Makes lines of what rows say about them, each compared with the line of its id in the plan.
struct LineEntries {
  private let request: ImportRequest
  private let years: Set<FinancialYear>
  private let trust: Trust
  private(set) var entries: [ProposedEntry] = []
  /// The places of entries by the id that rows give.
  private var places: [String: Int] = [:]
  /// The places of the plan's lines by id.
  private let known: [String: Int]
  private var taken: Set<String>
  private var number: Int

  init(_ request: ImportRequest, years: [FinancialYear], trust: Trust) {
    self.request = request
    self.years = Set(years)
    self.trust = trust
    known = request.plan.lines.placesByID
    taken = Set(known.keys)
    number = request.plan.lines.count
  }

  /// Adds the line of a draft.
  mutating func add(_ draft: LineDraft) {
    let old = draft.id.flatMap(existing)
    var entry = ProposedEntry(
      cell: draft.cell, text: draft.text, before: old.map { .line($0) },
      after: .line(PlanLine(id: "", service: "")), faults: draft.faults + faults(of: draft))
    if let id = draft.id, let place = places[id], old != nil, draft.faults.isEmpty {
      entry.faults.append(
        CellFault(
          cell: draft.cell, column: "line",
          words: "\(entries[place].cell) has the id `\(id)` too; change one of them"))
    }
    var line = draft.line(from: old, for: request.programme)
    if line.service.isEmpty {
      let fault = CellFault(
        cell: draft.cell, column: "service", words: "there is none; name one")
      entry.faults.insert(fault, at: 0)
    }
    // A row that cannot be taken takes no id from those that can.
    if old == nil, entry.faults.isEmpty { line.id = freeID(wanted: draft.id ?? "") }
    entry.after = .line(line)
    if let id = draft.id { places[id] = entries.count }
    entries.append(entry)
  }

  /// That a table with most lines of the plan lacks some of them, in words; nil where it lacks none.
  var missing: String? {
    let found = known.keys.count { places[$0] != nil }
    guard request.changesLines, found > known.count / 2, found < known.count else { return nil }
    let ids = request.plan.lines.map(\.id).filter { places[$0] == nil }
    return "\(counted(ids.count, "line")) of the plan \(ids.count == 1 ? "is" : "are") not in the "
      + "table, and stay\(ids.count == 1 ? "s" : ""): \(DataRows.listed(ids))"
  }

  private func existing(_ id: String) -> PlanLine? {
    guard request.changesLines, let place = known[id] else { return nil }
    return request.plan.lines[place]
  }

  private mutating func freeID(wanted: String) -> String {
    var id = wanted
    while id.isEmpty || taken.contains(id) {
      number += 1
      id = "L\(number)"
    }
    taken.insert(id)
    return id
  }

  // MARK: What the plan has no place for

  private func faults(of draft: LineDraft) -> [CellFault] {
    let amounts = draft.amounts.filter { !years.contains($0.key.year) && $0.value.money != .zero }
      .sorted {
        ($0.value.cell.row, $0.value.cell.column) < ($1.value.cell.row, $1.value.cell.column)
      }
      .map { slot, amount in
        CellFault(
          cell: amount.cell, column: nil,
          words: "the plan has no year \(slot.year); \(request.yearsHint)")
      }
    guard let (name, cell) = draft.trust, !trust.isCalled(name) else { return amounts }
    return [
      CellFault(
        cell: cell, column: "trust",
        words: "the row is of `\(name)`, and the plan of \(trust.code); "
          + "import the rows of one trust at a time")
    ] + amounts
  }

  // MARK: Waivers

  /// Adds a waiver to a line, of the tables or of the plan.
  mutating func add(_ waiver: Waiver, to id: String, from draft: WaiverDraft) {
    guard let place = place(of: id, from: draft) else { return }
    guard case .line(var line) = entries[place].after else { return }
    line.waivers = line.waivers.filter { $0.code != waiver.code } + [waiver]
    entries[place].after = .line(line)
  }

  /// Adds what is wrong with a waiver of a line.
  mutating func add(_ faults: [CellFault], to id: String, from draft: WaiverDraft) {
    guard let place = place(of: id, from: draft) else { return }
    entries[place].faults += faults
  }

  private mutating func place(of id: String, from draft: WaiverDraft) -> Int? {
    if let place = places[id] { return place }
    places[id] = entries.count
    let old = existing(id)
    var entry = ProposedEntry(
      cell: draft.cell, text: draft.text, before: old.map { .line($0) },
      after: .line(old ?? PlanLine(id: id, service: "")), faults: [])
    if old == nil {
      entry.faults = [
        CellFault(
          cell: draft.cell, column: "line",
          words: "there is no line `\(id)`, neither in the plan nor in the tables")
      ]
    }
    entries.append(entry)
    return places[id]
  }
}

extension LineDraft {
  /// The line that it says, from the one that the plan has.
  ///
  /// What its columns leave blank is empty then; what has no column stays.
  func line(from old: PlanLine?, for programme: Programme) -> PlanLine {
    var line = old ?? PlanLine(id: "", service: "")
    if old != nil {
      for field in blanks { line.clear(field) }
      for slot in blankAmounts { line.cost[slot.year, slot.kind] = .zero }
    }
    let described = unlistedService
    for field in LineField.inSheets {
      for value in values[field] ?? [] where !isKept(value, from: old, programme) {
        line.set(value)
      }
    }
    if let described, let words = values[.description]?.first?.words, words != described {
      // Of a service that is not listed and a description beside it both are kept.
      line.description = "\(described): \(words)"
    }
    for (slot, amount) in amounts { line.cost[slot.year, slot.kind] = amount.money }
    return line
  }
}

extension LineDraft {
  /// Whether what the plan has stays: the same provider in other words, or a text of which a cell has
  /// as much as fits.
  private func isKept(
    _ value: LineValue, from old: PlanLine?, _ programme: Programme
  ) -> Bool {
    guard let old else { return false }
    if case .supplier(let new?) = value, let supplier = old.supplier,
      let provider = programme.providerID(new)
    {
      return provider == programme.providerID(supplier)
    }
    guard let cut = value.freeText?.cutText, let whole = old.current(for: value).freeText else {
      return false
    }
    return whole.hasPrefix(cut)
  }
}

extension LineValue {
  /// The text of a field of free text; nil for other values.
  fileprivate var freeText: String? {
    switch self {
    case .description(let text), .justification(let text), .notes(let text): text
    default: nil
    }
  }
}

extension String {
  /// What is left of a text that was cut because a cell of a spreadsheet cannot have more; nil for
  /// other texts.
  var cutText: String? {
    utf16.count >= 32_766 && hasSuffix("…") ? String(dropLast()) : nil
  }
}

extension LineValue {
  /// The text of a description; nil for other values.
  var words: String? {
    if case .description(let words) = self { words } else { nil }
  }
}

extension PlanLine {
  /// Empties a field. A line always has an id, a service and a need.
  fileprivate mutating func clear(_ field: LineField) {
    switch field {
    case .pacs: pacs = nil
    case .route: route = nil
    case .supplier: supplier = nil
    case .group: group = nil
    case .spineConnected: spineConnected = nil
    case .crsInteroperable: crsInteroperable = nil
    case .justification: justification = nil
    case .description: description = nil
    case .funds: funds = []
    case .notes: notes = nil
    case .alternatives: alternatives = []
    case .id, .service, .need, .cost, .waivers: break
    }
  }
}

extension Trust {
  /// Whether a word is its code or its name.
  func isCalled(_ word: String) -> Bool {
    word.comparedTrustCode == comparedCode || word.folded == name.folded
  }
}
