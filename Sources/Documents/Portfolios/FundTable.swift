import Procurement
import Text

/// The columns of a table of funds and groups, named as in its header.
enum FundColumn: String, CaseIterable {
  case trust, fund, name, pays, year, available, group, facility, members
}

/// Funds by trust, and the groups of all trusts of a table.
struct FundTable: Sendable {
  /// The groups of the table.
  private(set) var groups: [BuyingGroup] = []
  private(set) var faults = FaultList(keeping: RowBlock.mostFaults)
  /// Funds by the codes of their trusts for comparison.
  private var funds: [String: [Fund]] = [:]
  /// The place of each fund among those of its trust.
  private var fundPlaces: [FundName: Int] = [:]
  private var groupIDs: Set<String> = []
  /// The first place of each trust.
  private(set) var trusts: [(code: String, place: Place)] = []

  /// No funds and no groups.
  init() {}

  /// Reads a table; its faults are in `faults`.
  init(_ bytes: [UInt8], limits: CSVLimits) throws(FaultList) {
    var reader = try CSVReader(bytes, beginningWith: .header, limits: limits)
    guard let first = try reader.next() else {
      throw FaultList(Fault(place: .start, message: "the table is empty; start it with a header"))
    }
    let header = try TableHeader<FundColumn>(first, required: [])
    var rows = 0
    var widths = RowWidths()
    while true {
      do throws(FaultList) {
        guard let row = try reader.next() else { break }
        rows += 1
        if widths.take(row, header, &faults) { take(FundRow(row, header)) }
      } catch {
        faults.add(error)
      }
    }
    if let misfit = widths.misfit {
      (groups, funds, trusts) = ([], [:], [])
      faults.add(misfit)
    }
    if rows == 0, faults.isEmpty { faults.add(TableHeader<FundColumn>.noRows) }
  }

  /// Adds a fault of the table.
  mutating func add(_ fault: Fault) { faults.add(fault) }

  /// The funds of a trust, in the order of the table.
  func funds(of trust: Trust) -> [Fund] { funds[trust.comparedCode] ?? [] }

  private mutating func take(_ row: FundRow) {
    do throws(Fault) {
      if !row[.group].trimmed.isEmpty { return try takeGroup(row) }
      guard !row[.fund].trimmed.isEmpty else {
        throw row.fault("the fund or group is missing; write one", .fund)
      }
      try takeFund(row)
    } catch {
      faults.add(error)
    }
  }

  private mutating func takeGroup(_ row: FundRow) throws(Fault) {
    let id = try row.code(.group, .id)
    if groupIDs.contains(id) {
      throw row.fault("the group \(quoted(id)) is in the table already; choose another id", .group)
    }
    guard row[.trust].trimmed.isEmpty, row[.fund].trimmed.isEmpty else {
      throw row.fault("a group is for all trusts; leave trust and fund of its row empty", .trust)
    }
    let facility = try row.code(.facility, .supplier)
    let members = try row.members()
    groupIDs.insert(id)
    groups.append(
      BuyingGroup(
        id: id, name: row[.name], facility: facility, members: members))
  }

  private mutating func takeFund(_ row: FundRow) throws(Fault) {
    let (code, id) = (try row.code(.trust, .trust), try row.code(.fund, .id))
    let trust = code.comparedTrustCode
    guard !trust.isEmpty else {
      throw row.fault("the trust of the fund is missing; write its code", .trust)
    }
    guard let pays = Fund.Pays(spelling: row[.pays]) else {
      let known = Fund.Pays.allCases.map(\.rawValue)
      throw row.fault(unlisted("kind of fund", row[.pays], known: known), .pays)
    }
    let amount = try row.amount()
    if funds[trust] == nil { trusts.append((code, row.place(of: .trust))) }
    let name = FundName(trust: trust, id: id)
    guard let place = fundPlaces[name] else {
      var fund = Fund(id: id, name: row[.name], pays: pays)
      if let amount { fund.available[amount.year] = amount.money }
      fundPlaces[name] = funds[trust]?.count ?? 0
      funds[trust, default: []].append(fund)
      return
    }
    let known = funds[trust]?[place]
    guard known?.pays == pays else {
      throw row.fault("the fund pays another kind of cost on an earlier row; write the same", .pays)
    }
    if let amount {
      guard known?.available[amount.year] == nil else {
        throw row.fault("the fund already has a row for `\(amount.year)`; remove one", .year)
      }
      funds[trust]?[place].available[amount.year] = amount.money
    }
  }
}

/// What identifies a fund in a table.
private struct FundName: Hashable {
  let trust: String
  let id: String
}

/// A row of a table of funds and groups.
private struct FundRow {
  private let row: CSVRow
  private let header: TableHeader<FundColumn>

  init(_ row: CSVRow, _ header: TableHeader<FundColumn>) {
    self.row = row
    self.header = header
  }

  private func cell(_ column: FundColumn) -> Int? {
    let place = FundColumn.allCases.firstIndex(of: column).map { header.places[$0] } ?? -1
    return place < 0 ? nil : place
  }

  /// The text of a cell; empty if the table does not have the column.
  subscript(column: FundColumn) -> String { cell(column).map { row[$0] } ?? "" }

  func place(of column: FundColumn) -> Place { cell(column).map(row.place(of:)) ?? row.place }

  func fault(_ message: String, _ column: FundColumn) -> Fault {
    Fault(place: place(of: column), message: message)
  }

  /// The code in a cell; empty if it is blank.
  func code(_ column: FundColumn, _ kind: CodeKind) throws(Fault) -> String {
    try code(self[column], kind, column)
  }

  /// The codes of a group's members.
  func members() throws(Fault) -> [String] {
    var codes: [String] = []
    for word in CodeKind.listed(self[.members]) {
      codes.append(try code(word, .trust, .members))
    }
    return codes
  }

  private func code(
    _ text: String, _ kind: CodeKind, _ column: FundColumn
  ) throws(Fault) -> String {
    do throws(CodeKind.Fault) { return try kind.code(text) } catch {
      throw fault(error.words(kind.noun(column.rawValue), quoted(text)), column)
    }
  }

  /// The year of the row and what is available in it; nil if the year is empty.
  func amount() throws(Fault) -> (year: FinancialYear, money: Money)? {
    let (year, available) = (self[.year].trimmed, self[.available])
    if year.isEmpty, available.trimmed.isEmpty { return nil }
    guard let year = FinancialYear(year) else {
      throw fault(yearFault(year), .year)
    }
    do throws(Money.Fault) { return (year, try Money.inTable(available) ?? .zero) } catch {
      throw fault(tableWords(for: error, available), .available)
    }
  }
}
