import Procurement
import Validation

extension Property {
  /// The words to choose from, each with what it means; nil for a field that is typed.
  func words(in programme: Programme) -> [(word: String, meaning: String)]? {
    switch self {
    case .fundPays:
      Fund.Pays.allCases.map {
        ($0.rawValue, $0 == .either ? "capital and revenue costs" : "\($0.rawValue) costs")
      }
    case .fundCertainty: Fund.Certainty.allCases.map { ($0.rawValue, $0.meaning) }
    case .facility: programme.providers.map { ($0.id, "") }
    case .trustKind: Trust.Kind.allCases.map { ($0.rawValue, "") }
    case .trustCluster:
      programme.clusters.map {
        ($0.id, "served by \(programme.provider($0.lsp)?.name ?? $0.lsp)")
      }
    default: nil
    }
  }

  /// Whether what is typed shows its effect at every key; a name only when it is taken, because
  /// others refer to it.
  var isLive: Bool {
    switch self {
    case .available, .fundName, .groupName, .title, .trustName: true
    default: false
    }
  }
}

extension TermNames {
  /// What people call what a property holds.
  func name(of text: String, for property: Property) -> String {
    switch property {
    case .facility: supplier(text)
    case .trustCluster: cluster(text)
    default: text
    }
  }
}

extension Fund.Certainty {
  /// What it says of the fund's money, in a phrase.
  var meaning: String {
    switch self {
    case .confirmed: "the money is there"
    case .expected: "it has been promised"
    case .bid: "it has only been applied for"
    }
  }
}

extension ChoiceMenu {
  /// The choices for a property, with what the plan's totals would become.
  init?(_ property: Property, in assessment: inout Assessment) {
    guard let words = property.words(in: assessment.index.programme) else { return nil }
    var choices: [Choice] = []
    for (word, meaning) in words {
      let name = assessment.names.name(of: word, for: property)
      let title = meaning.isEmpty ? name : "\(name): \(meaning)"
      if let choice = Choice(using: word, called: title, for: property, in: &assessment) {
        choices.append(choice)
      }
    }
    self.init(.property(property), choices)
  }
}

extension Choice {
  /// A word for a property, with what the plan's totals would become; nil where it means nothing.
  init?(
    using word: String, called title: String, for property: Property,
    in assessment: inout Assessment
  ) {
    guard let edits = try? property.edits(putting: word, in: assessment.plan) else { return nil }
    let outcome = assessment.trying(edits) { trial in
      "errors \(trial.count(.error)), unfunded \(trial.totals.all.unfunded.grouped)"
    }
    self.init(
      word: word, title: title, remark: outcome ?? "", taking: .edits(edits),
      isCurrent: property.text(in: assessment.plan) == word)
  }
}
