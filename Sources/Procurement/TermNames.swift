import Text

/// What people call what plans name by identifiers: BT, London, Theatres and critical care.
///
/// Screens, messages and papers show these names. An identifier is shown where it is typed.
package struct TermNames: Sendable {
  private let programme: Programme
  private let plan: Plan

  /// The names of a programme and a plan.
  package init(_ programme: Programme, _ plan: Plan) {
    self.programme = programme
    self.plan = plan
  }

  /// The name of a supplier; any other than a provider of the programme is called as it is written.
  package func supplier(_ id: String) -> String { programme.provider(id)?.name ?? id }

  /// The name of a region (cluster).
  package func cluster(_ id: String) -> String { programme.cluster(id)?.name ?? id }

  /// The short name of a service.
  package func service(_ id: String) -> String {
    programme.services.first { $0.id == id }?.short ?? id
  }

  /// The name of a fund of the plan.
  package func fund(_ id: String) -> String {
    plan.funds.first { $0.id == id }.map(\.shownName) ?? id
  }

  /// The name of a group of the plan.
  package func group(_ id: String) -> String {
    plan.groups.first { $0.id == id }.map(\.shownName) ?? id
  }

  /// The names of funds, in their order.
  package func funds(_ ids: [String]) -> String { ids.map(fund).joined(separator: ", ") }

  // MARK: Sentences

  /// A sentence of the rules with names in the place of the identifiers that it quotes.
  package func sentence(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return text }
    let parts = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard parts.count > 2 else { return text }
    var words = ""
    for (place, part) in parts.enumerated() {
      // Every second part is quoted, unless the last quotation does not end.
      let isQuoted = place % 2 == 1 && place < parts.count - 1
      guard isQuoted else {
        words += (place % 2 == 1 ? "`" : "") + part
        continue
      }
      words += name(ofQuoted: String(part)) ?? "`\(part)`"
    }
    return words
  }

  /// The name of an identifier that a sentence quotes; nil where it names nothing that has one.
  private func name(ofQuoted id: String) -> String? {
    if let provider = programme.provider(id) { return provider.name }
    if let cluster = programme.cluster(id) { return cluster.name }
    if let service = programme.services.first(where: { $0.id == id }) { return service.short }
    if let fund = plan.funds.first(where: { $0.id == id }) { return fund.shownName }
    if let group = plan.groups.first(where: { $0.id == id }) { return group.shownName }
    let trust = plan.header.trust
    if id == trust.code, !trust.name.trimmed.isEmpty { return trust.name }
    if let field = LineField(rawValue: id), field.title != id { return "`\(field.title)`" }
    return id == Route.calloff.rawValue ? "`\(Route.calloff.name)`" : nil
  }
}

extension Fund {
  /// Its name; its id where it has none.
  package var shownName: String { name.trimmed.isEmpty ? id : name }
}

extension BuyingGroup {
  /// Its name; its id where it has none.
  package var shownName: String { name.trimmed.isEmpty ? id : name }
}

extension Route {
  /// What people call it, in a word.
  package var name: String { self == .calloff ? "call-off" : rawValue }
}

extension LineField {
  /// The field's name on screens and in papers.
  package var title: String {
    switch self {
    case .spineConnected: "on the Spine"
    case .crsInteroperable: "CRS-compliant"
    case .justification: "justified by"
    default: rawValue
    }
  }
}
