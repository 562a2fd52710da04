/// A national programme: who serves whom, what it offers in which category, on what terms, and
/// where that is written.
public struct Programme: Hashable, Sendable {
  /// A short word for it: `npfit`.
  public var id: String
  /// Its full name.
  public var title: String
  /// Providers that hold clusters: the LSPs.
  public var providers: [Provider]
  /// The regions of supply.
  public var clusters: [Cluster]
  /// The routes that the programme knows, in the order in which people are offered them.
  public var routes: [RouteTerms]
  /// What a line about imaging may buy, in the order in which people are offered it.
  public var pacsOptions: [PACSOptionTerms]
  /// Categories in order.
  public var categories: [Category]
  /// All listed services, category by category, in the order of the source's tables.
  public var services: [Service]
  /// The terms of supply as a total function of category, PACS option, need and route.
  public var decisions: DecisionTable
  /// What the rules rest on.
  public var clauses: [Clause]
  /// National figures that plans are set against.
  public var figures: [Figure]
  /// Where facts beyond the clauses come from.
  public var sources: [Source]

  /// A programme of these parts.
  public init(
    id: String, title: String, providers: [Provider], clusters: [Cluster], routes: [RouteTerms],
    pacsOptions: [PACSOptionTerms], categories: [Category], services: [Service],
    decisions: DecisionTable, clauses: [Clause], figures: [Figure], sources: [Source]
  ) {
    self.id = id
    self.title = title
    self.providers = providers
    self.clusters = clusters
    self.routes = routes
    self.pacsOptions = pacsOptions
    self.categories = categories
    self.services = services
    self.decisions = decisions
    self.clauses = clauses
    self.figures = figures
    self.sources = sources
  }

  /// The provider of that id.
  public func provider(_ id: String) -> Provider? { providers.first { $0.id == id } }
  /// The cluster of that id.
  public func cluster(_ id: String) -> Cluster? { clusters.first { $0.id == id } }
  /// The source of that id.
  public func source(_ id: String) -> Source? { sources.first { $0.id == id } }
  /// The clauses that a finding of that code rests on.
  public func clauses(for code: FindingCode) -> [Clause] {
    clauses.filter { $0.findings.contains(code) }
  }
  /// The clauses that a finding of that code rests on where it is about a line of that kind.
  public func clauses(for code: FindingCode, on kind: DecisionTable.Case) -> [Clause] {
    clauses.filter { $0.findings.contains(code) && $0.concerns(kind) }
  }
}

/// A provider that serves clusters: an LSP.
public struct Provider: Hashable, Sendable {
  /// The word that plan lines name it by.
  public var id: String
  /// Its name.
  public var name: String

  /// A provider.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A region served by one LSP.
public struct Cluster: Hashable, Sendable {
  /// A health authority within a cluster.
  public struct Authority: Hashable, Sendable {
    /// Its code in the national register.
    public var code: String
    /// Its name.
    public var name: String

    /// An authority.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// The word that plans name it by.
  public var id: String
  /// Its name.
  public var name: String
  /// The id of the provider that serves it.
  public var lsp: String
  /// The regions of England that it covers.
  public var regions: [String]
  /// Its strategic health authorities.
  public var authorities: [Authority]
  /// What the provider's contract is worth, where it is known.
  public var contractValue: Money?
  /// The id of the source of the contract value.
  public var source: String?
  /// The id of the source of the authorities.
  public var authoritiesSource: String?

  /// A cluster with its LSP.
  public init(
    id: String, name: String, lsp: String, regions: [String] = [], authorities: [Authority] = [],
    contractValue: Money? = nil, source: String? = nil, authoritiesSource: String? = nil
  ) {
    self.id = id
    self.name = name
    self.lsp = lsp
    self.regions = regions
    self.authorities = authorities
    self.contractValue = contractValue
    self.source = source
    self.authoritiesSource = authoritiesSource
  }
}

/// A route as the programme offers it.
public struct RouteTerms: Hashable, Sendable {
  /// Which of the routes that plans can name.
  public var route: Route
  /// What it means, in a phrase.
  public var meaning: String

  /// A route with its meaning.
  public init(route: Route, meaning: String) {
    self.route = route
    self.meaning = meaning
  }
}

/// A PACS option as the programme describes it.
public struct PACSOptionTerms: Hashable, Sendable {
  /// Which of the options that plans can name.
  public var option: PACSOption
  /// What it means, in a phrase.
  public var meaning: String

  /// An option with its meaning.
  public init(option: PACSOption, meaning: String) {
    self.option = option
    self.meaning = meaning
  }
}

/// A category of bundles.
public struct Category: Hashable, Sendable {
  /// The word for it, also the first part of its services' ids.
  public var id: String
  /// Its name.
  public var name: String
  /// What it means, in a phrase.
  public var meaning: String
  /// How many bundles the source says it has; the listed services are counted apart.
  public var statedBundles: Int?
  /// Whether a plan is expected to have every one of its services (C103 lists those it lacks).
  public var isExpected: Bool
  /// Whether it has no list: a line names the category itself and describes what it buys.
  public var isUnlisted: Bool

  /// A category.
  public init(
    id: String, name: String, meaning: String, statedBundles: Int? = nil, isExpected: Bool = false,
    isUnlisted: Bool = false
  ) {
    self.id = id
    self.name = name
    self.meaning = meaning
    self.statedBundles = statedBundles
    self.isExpected = isExpected
    self.isUnlisted = isUnlisted
  }
}

/// A service that plan lines can be for.
///
/// An unlisted category stands among the services too, as one service with the category's own id.
public struct Service: Hashable, Sendable {
  /// The word that plan lines name it by.
  public var id: String
  /// The index of its category in the programme.
  public var category: Int
  /// Its label as in the source's table.
  public var label: String
  /// A label of a few words for narrow columns.
  public var short: String
  /// Whether a line for it must choose a PACS option.
  public var hasPACSOptions: Bool
  /// Other words that people use for it; a description that has all words of one resembles it.
  public var synonyms: [String]

  /// A service of a category.
  public init(
    id: String, category: Int, label: String, short: String, hasPACSOptions: Bool = false,
    synonyms: [String] = []
  ) {
    self.id = id
    self.category = category
    self.label = label
    self.short = short
    self.hasPACSOptions = hasPACSOptions
    self.synonyms = synonyms
  }
}

/// A statement of the source that rules rest on, in our own words.
public struct Clause: Hashable, Sendable {
  /// A short word for it.
  public var id: String
  /// The section of the source.
  public var section: String
  /// The paragraph within the section, counted from 1.
  public var paragraph: Int
  /// What it says, paraphrased.
  public var text: String
  /// Whether it is our reading of a place where the source is silent or ambiguous.
  public var isReading: Bool
  /// The findings that rest on it.
  public var findings: [FindingCode]
  /// The indices of the categories that it is about; all where it names none.
  public var categories: [Int]
  /// The option cases that it is about; all where it names none.
  public var options: [Decision.OptionCase]
  /// The needs that it is about; all where it names none.
  public var needs: [Need]

  /// A clause.
  public init(
    id: String, section: String, paragraph: Int, text: String, isReading: Bool,
    findings: [FindingCode], categories: [Int] = [], options: [Decision.OptionCase] = [],
    needs: [Need] = []
  ) {
    self.id = id
    self.section = section
    self.paragraph = paragraph
    self.text = text
    self.isReading = isReading
    self.findings = findings
    self.categories = categories
    self.options = options
    self.needs = needs
  }

  /// Whether it is about lines of that kind.
  public func concerns(_ kind: DecisionTable.Case) -> Bool {
    (categories.isEmpty || categories.contains(kind.category))
      && (options.isEmpty || options.contains(kind.option))
      && (needs.isEmpty || needs.contains(kind.need))
  }

  /// Where it stands: `Core service bundles, paragraph 2`, with `(reading)` where it is one.
  public var citation: String {
    "\(section), paragraph \(paragraph)\(isReading ? " (reading)" : "")"
  }
}

/// A national figure.
public struct Figure: Hashable, Sendable {
  /// A short word for it.
  public var id: String
  /// What it counts.
  public var meaning: String
  /// How much.
  public var money: Money
  /// The year it is for, where that is known.
  public var year: FinancialYear?
  /// The id of its source.
  public var source: String

  /// A figure with its source.
  public init(id: String, meaning: String, money: Money, year: FinancialYear?, source: String) {
    self.id = id
    self.meaning = meaning
    self.money = money
    self.year = year
    self.source = source
  }
}

/// Where a fact comes from, and how sure it is.
public struct Source: Hashable, Sendable {
  /// How sure a fact is.
  public enum Confidence: String, CaseIterable, Sendable {
    /// Confirmed in a text that was read.
    case confirmed
    /// Derived from confirmed facts.
    case derived
    /// From memory.
    case unconfirmed
  }

  /// A short word for it.
  public var id: String
  /// The text, with its date and place.
  public var title: String
  /// How sure what it says is.
  public var confidence: Confidence

  /// A source.
  public init(id: String, title: String, confidence: Confidence) {
    self.id = id
    self.title = title
    self.confidence = confidence
  }
}
