package import Stores

extension Draft.Subject {
  /// The kinds as a row has them.
  package enum Kind: String { case line, fund, group, plan }

  /// The subject of a kind; nil where an id is missing.
  package init?(_ kind: Kind, _ id: String?) {
    switch (kind, id) {
    case (.line, let id?): self = .line(id)
    case (.fund, let id?): self = .fund(id)
    case (.group, let id?): self = .group(id)
    case (.plan, nil): self = .plan
    default: return nil
    }
  }

  /// Its kind, and the id where it has one.
  package var columns: (kind: Kind, id: String?) {
    switch self {
    case .line(let id): (.line, id)
    case .fund(let id): (.fund, id)
    case .group(let id): (.group, id)
    case .plan: (.plan, nil)
    }
  }
}

extension Row {
  /// The draft in the columns kind, id, field and text, which follow each other.
  package func draft(_ column: CInt) throws(StoreError) -> Draft {
    let kind = try word(column, as: Draft.Subject.Kind.self)
    guard let subject = Draft.Subject(kind, try optionalText(column + 1)) else {
      throw damage(column + 1, "does not fit the kind")
    }
    return Draft(subject, field: try text(column + 2), text: try text(column + 3))
  }
}
