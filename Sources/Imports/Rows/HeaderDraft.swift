import Procurement
import Spreadsheets
import Text

/// What tables say about the plan's details.
struct HeaderDraft {
  private let request: ImportRequest
  /// The details so far.
  private(set) var header: Plan.Header
  private(set) var remarks: [String] = []
  private(set) var leftOut: Set<ColumnPlace> = []
  private var cell: CellReference?
  private var text = ""
  private var faults: [CellFault] = []
  private var hasYears = false
  private var said: Set<DetailRow> = []

  /// What nothing says of the trust of a new plan.
  var unsaid: [DetailRow] {
    guard request.isNewPlan else { return [] }
    return [.trustCode, .trustName, .trustKind, .region].filter { !said.contains($0) }
  }

  init(_ request: ImportRequest) {
    self.request = request
    header = request.plan.header
  }

  /// Reads a sheet with one detail a row.
  mutating func read(_ rows: DataRows) {
    for row in rows.rows {
      var name: String?
      var value: (cell: SheetCell, place: CellReference)?
      for (column, cell) in rows.cells(of: row) {
        let place = rows.cell(row, column.place.column)
        switch column.field {
        case .detail: name = cell.shown
        case .value: value = (cell, place)
        default: leftOut.insert(column.place)
        }
      }
      guard let name, let (cell, place) = value else { continue }
      note(place, DataRows.text(of: row))
      guard let detail = DetailRow(named: name) else {
        remarks.append("\(place): no detail of a plan is called `\(name)`; left out")
        continue
      }
      do throws(ValueFault) { try put(cell, as: detail) } catch {
        faults.append(
          CellFault(cell: place, column: detail.rawValue.lowercased(), words: error.words))
      }
    }
  }

  private mutating func note(_ place: CellReference, _ text: String) {
    if cell == nil { (cell, self.text) = (place, text) }
  }

  private mutating func put(_ cell: SheetCell, as detail: DetailRow) throws(ValueFault) {
    let text = try cell.text(takesDates: detail == .asOf || detail == .years)
    said.insert(detail)
    switch detail {
    case .title: header.title = try cell.words()
    case .trustCode: header.trust.code = try CodeKind.trust.read(text, called: "trust code")
    case .trustName: header.trust.name = try cell.words()
    case .trustKind:
      let known = Trust.Kind.allCases
      let wanted = HeadingMeaning.plain(text)
      guard let kind = known.first(where: { HeadingMeaning.plain($0.rawValue) == wanted }) else {
        throw ValueFault(
          words: "unknown kind of trust `\(text)`; use \(series(known.map(\.rawValue), "or"))")
      }
      header.trust.kind = kind
    case .region: header.trust.cluster = try request.programme.region(text)
    case .years: try put(years: cell)
    case .asOf: header.asOf = try cell.day
    }
  }

  private mutating func put(years cell: SheetCell) throws(ValueFault) {
    var wasDate = false
    // A plan of one year may have become a date.
    if let year = FinancialYear(cell: cell, wasDate: &wasDate) {
      header.years = [year]
    } else {
      var years: [FinancialYear] = []
      for word in cell.shown.split(whereSeparator: { ",; \n".contains($0) }) {
        guard let year = FinancialYear(heading: word) else {
          throw ValueFault(words: "`\(word)` is not a financial year; write one as `2004-05`")
        }
        if !years.contains(year) { years.append(year) }
      }
      header.years = years
    }
    hasYears = true
  }

  // MARK: A new plan

  /// Takes the years of amounts, where no sheet lists the years of a new plan.
  mutating func takeYears(of drafts: [LineDraft], _ others: Set<FinancialYear>) {
    guard !hasYears else { return }
    let years = drafts.reduce(into: others) { years, draft in
      for (slot, amount) in draft.amounts where amount.money != .zero { years.insert(slot.year) }
    }
    if !years.isEmpty { header.years = years.sorted() }
  }

  /// Takes the trust of the first row that names one, where no sheet names that of a new plan.
  mutating func takeTrust(of drafts: [LineDraft]) {
    guard cell == nil else { return }
    if let (name, place) = drafts.lazy.compactMap(\.trust).first {
      note(place, name)
      if let code = try? CodeKind.trust.read(name, called: "trust") {
        header.trust.code = code
        said.insert(.trustCode)
      } else {
        header.trust.name = name
        said.insert(.trustName)
      }
    }
    if let (name, place) = drafts.lazy.compactMap(\.region).first {
      note(place, name)
      said.insert(.region)
      do throws(ValueFault) { header.trust.cluster = try request.programme.region(name) } catch {
        faults.append(CellFault(cell: place, column: "region", words: error.words))
      }
    }
  }

  // MARK: Waivers

  mutating func add(_ waiver: Waiver, from draft: WaiverDraft) {
    note(draft.cell, draft.text)
    header.waivers = header.waivers.filter { $0.code != waiver.code } + [waiver]
  }

  mutating func add(_ new: [CellFault], from draft: WaiverDraft) {
    note(draft.cell, draft.text)
    faults += new
  }

  /// The entry of the details; none where no table says anything about them.
  var entries: [ProposedEntry] {
    guard request.isNewPlan || cell != nil else { return [] }
    return [
      ProposedEntry(
        cell: cell ?? CellReference(row: 1, column: 0), text: text,
        before: .header(request.plan.header), after: .header(header), faults: faults)
    ]
  }
}

extension DetailRow {
  /// The detail of a name, as sheets or people call it.
  fileprivate init?(named name: String) {
    let words = HeadingMeaning.plain(name)
    if let detail = DetailRow.allCases.first(where: { HeadingMeaning.plain($0.rawValue) == words })
    {
      self = detail
    } else if let detail = DetailRow.others[words] {
      self = detail
    } else {
      return nil
    }
  }

  private static let others: [String: DetailRow] = [
    "plan": .title, "plan title": .title, "trust": .trustCode, "code": .trustCode,
    "name": .trustName, "trust kind": .trustKind, "kind": .trustKind, "cluster": .region,
    "region cluster": .region, "financial years": .years, "as at": .asOf, "date": .asOf,
    "as of date": .asOf,
  ]
}

extension Programme {
  /// The id of a cluster by its id or its name.
  fileprivate func region(_ text: String) throws(ValueFault) -> String {
    let wanted = text.folded
    guard
      let cluster = clusters.first(where: { [$0.id.folded, $0.name.folded].contains(wanted) })
    else {
      throw ValueFault(
        words: "unknown region `\(text)`; use \(series(clusters.map(\.id), "or"))")
    }
    return cluster.id
  }

  /// The id of a provider by its id or a name.
  func providerID(_ text: String) -> String? {
    let wanted = text.folded
    return providers.first { provider in
      ([provider.id, provider.name] + provider.aliases).contains { $0.folded == wanted }
    }?.id
  }
}
