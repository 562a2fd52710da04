package import Procurement
package import Text

extension JSON {
  /// A line: its fields by name, without those that are as in a new line.
  package init(_ line: PlanLine) {
    let new = PlanLine(id: "", service: "")
    var members: [Member] = []
    for field in LineField.allCases {
      let value = line.value(of: field)
      guard field == .id || field == .service || value != new.value(of: field),
        case .object(let pair) = JSON(value)
      else { continue }
      members += pair
    }
    self = .object(members)
  }

  /// The line in this value.
  package var line: PlanLine {
    get throws(TypeMismatch) {
      guard case .object(let members) = self else { throw TypeMismatch(expected: "a line") }
      var line = PlanLine(id: try self["id"].text, service: try self["service"].text)
      for member in members {
        guard let field = LineField(rawValue: member.key) else {
          throw TypeMismatch(expected: "a field")
        }
        line.set(try member.value.value(for: field))
      }
      return line
    }
  }
}

extension PlanLine {
  /// The value of a field.
  package func value(of field: LineField) -> LineValue {
    switch field {
    case .id: .id(id)
    case .service: .service(service)
    case .pacs: .pacs(pacs)
    case .need: .need(need)
    case .route: .route(route)
    case .supplier: .supplier(supplier)
    case .group: .group(group)
    case .spineConnected: .spineConnected(spineConnected)
    case .crsInteroperable: .crsInteroperable(crsInteroperable)
    case .justification: .justification(justification)
    case .description: .description(description)
    case .cost: .cost(cost)
    case .funds: .funds(funds)
    case .notes: .notes(notes)
    case .waivers: .waivers(waivers)
    case .alternatives: .alternatives(alternatives)
    }
  }
}
