import Procurement
import Spreadsheets
import Validation

/// The sheet of groups.
struct GroupTable: PlanTable {
  var table: WorkbookTable {
    let widths = [14, 30, 14, 40]
    return WorkbookTable(
      name: PlanSheet.groups.rawValue,
      columns: zip(GroupColumn.allCases, widths).map { TableColumn($0.rawValue, $1) }
        + [TableColumn("Supplier name", 20)])
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    for group in source.plan.groups {
      let row: [WrittenCell] = GroupColumn.allCases.map { column in
        switch column {
        case .id: .text(group.id)
        case .name: .text(group.name)
        case .facility: .text(group.facility)
        case .members: .text(CodeKind.list(group.members), .wrapped)
        }
      }
      try pass(row + [.text(source.names.supplier(group.facility))])
    }
  }
}

/// The sheet of waivers, also of those without a finding.
struct WaiverTable: PlanTable {
  var table: WorkbookTable {
    let widths = [9, 8, 60, 12]
    return WorkbookTable(
      name: PlanSheet.waivers.rawValue,
      columns: zip(WaiverColumn.allCases, widths).map { TableColumn($0.rawValue, $1) })
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    for waiver in source.plan.header.waivers { try pass(row(waiver, line: nil)) }
    for place in source.plan.lines.indices {
      let (line, waivers) = source.plan.lines.read(place) { ($0.id, $0.waivers) }
      for waiver in waivers { try pass(row(waiver, line: line)) }
    }
  }

  private func row(_ waiver: Waiver, line: String?) -> [WrittenCell] {
    WaiverColumn.allCases.map { column in
      switch column {
      case .line: .text(line)
      case .code: .text(waiver.code.rawValue)
      case .reason: .text(waiver.reason, .wrapped)
      case .date: .day(waiver.date)
      }
    }
  }
}

/// The sheet of a plan's details.
struct DetailTable: PlanTable {
  var table: WorkbookTable {
    WorkbookTable(
      name: PlanSheet.plan.rawValue,
      columns: zip(PlanSheet.plan.headings, [16, 50]).map { TableColumn($0, $1) },
      isFiltered: false)
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    let header = source.plan.header
    for detail in DetailRow.allCases {
      let value: WrittenCell =
        switch detail {
        case .title: .text(header.title)
        case .trustCode: .text(header.trust.code)
        case .trustName: .text(header.trust.name)
        case .trustKind: .text(header.trust.kind.rawValue)
        case .region: .text(header.trust.cluster)
        case .years: .text(header.years.map(\.description).joined(separator: ", "))
        case .asOf: .day(header.asOf)
        }
      try pass([.text(detail.rawValue, .label), value])
    }
  }
}
