public import Procurement

extension ProgrammeIndex {
  /// Whether a field can matter on a line of such a service, need, option and route. What the line
  /// leaves open may still become anything; on an unknown service every field may matter.
  public func applies(_ field: LineField, to line: PlanLine) -> Bool {
    let service = ResolvedService(service(line.service), programme)
    guard service.kind.isKnown else { return true }
    switch field {
    case .pacs: return service.kind.hasPACSOptions
    case .group: return canMeet(.group, line, service.kind)
    case .spineConnected: return canMeet(.spineConnected, line, service.kind)
    case .crsInteroperable: return canMeet(.interoperable, line, service.kind)
    case .justification: return canMeet(.justified, line, service.kind)
    case .id, .service, .need, .route, .supplier, .description, .cost, .funds, .notes, .waivers,
      .alternatives:
      return true
    }
  }

  /// Whether a condition applies to a line, or may once its option and route are decided.
  private func canMeet(_ condition: Conditions, _ line: PlanLine, _ kind: ServiceKind) -> Bool {
    let options = line.pacs.map { [$0] } ?? PACSOption.allCases
    let routes = line.route.map { [$0] } ?? Route.allCases
    return options.contains { option in
      routes.contains { route in
        terms(kind, pacs: option, need: line.need, route: route)?.conditions.contains(condition)
          ?? false
      }
    }
  }
}
