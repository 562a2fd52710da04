import Procurement
import Validation

/// Makes lines of the cells of rows, each with an id of its own.
struct PastedRowReader {
  private let programme: Programme
  private let plan: Plan
  /// The ids of services by what they are called, folded; of two of one name the first.
  private let services: [String: String]
  private var ids: Set<String>
  private var number: Int

  init(_ assessment: Assessment) {
    programme = assessment.index.programme
    plan = assessment.plan
    services = Dictionary(
      programme.services.flatMap { service in
        [service.id, service.short, service.label].map { ($0.folded, service.id) }
      }
    ) { first, _ in first }
    ids = Set(plan.lines.map(\.id))
    number = plan.lines.count
  }

  /// The line of a row; cells beyond the columns, and those of unknown columns, are left out.
  mutating func row(of cells: [String], _ columns: [SpreadsheetColumn?]) -> PastedRows.Row {
    var line = PlanLine(id: "", service: "")
    var faults: [String] = []
    for (cell, column) in zip(cells, columns) {
      guard let column else { continue }
      let text = cell.trimmed
      guard !text.isEmpty else { continue }
      do throws(FieldFault) {
        for value in try values(of: text, for: column) { line.set(value) }
      } catch {
        faults.append("\(column.name): \(error.words)")
      }
    }
    if line.service.isEmpty { faults.insert("service: there is none; name one", at: 0) }
    // A row that is left out takes no id from those that are added.
    line.id = faults.isEmpty ? freeID(wanted: line.id) : line.id
    return PastedRows.Row(line: line, faults: faults)
  }

  private mutating func freeID(wanted: String) -> String {
    var id = wanted
    while id.isEmpty || ids.contains(id) {
      number += 1
      id = "L\(number)"
    }
    ids.insert(id)
    return id
  }

  // MARK: Cells

  private func values(
    of text: String, for column: SpreadsheetColumn
  ) throws(FieldFault) -> [LineValue] {
    guard case .value(let field) = column.field else {
      return [try column.field.value(from: text, for: PlanLine(id: "", service: ""), in: plan)]
    }
    switch field {
    case .id: return [.id(try CodeKind.id.value(ofField: column.name, text))]
    case .service: return service(text)
    case .supplier:
      return [.supplier(try CodeKind.supplier.value(ofField: column.name, text))]
    case .funds: return [.funds(try CodeKind.id.values(ofField: column.name, text))]
    case .group: return [.group(try CodeKind.id.value(ofField: column.name, text))]
    case .justification: return [.justification(text)]
    case .description: return [.description(text)]
    case .notes: return [.notes(text)]
    case .need, .route, .pacs, .spineConnected, .crsInteroperable:
      return [try choice(text, for: field)]
    case .cost, .waivers: return []
    }
  }

  /// A service by id or by name; what no service is called is a future one of that description.
  private func service(_ text: String) -> [LineValue] {
    if let id = services[text.folded] { return [.service(id)] }
    let unlisted = programme.services.first { programme.categories[$0.category].isUnlisted }
    guard let unlisted else { return [.service(text)] }
    return [.service(unlisted.id), .description(text)]
  }

  private func choice(_ text: String, for field: LineField) throws(FieldFault) -> LineValue {
    let wanted = ["true": "yes", "false": "no"][text.lowercased()] ?? text.lowercased()
    let blank = PlanLine(id: "", service: "")
    let values = FieldChoices(programme, plan).values(for: field).map(\.value)
    let words = values.map { blank.setting($0).text(of: .value(field)) }
    if let place = words.firstIndex(of: wanted) { return values[place] }
    let known = words.filter { !$0.isEmpty }.joined(separator: ", ")
    throw FieldFault(words: "`\(text)` is none; write one of \(known)")
  }
}
