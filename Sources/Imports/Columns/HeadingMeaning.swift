import Procurement
import Text

/// What a heading means on a sheet.
struct HeadingMeaning: Hashable {
  /// How sure it is. Where a column has the name of a field, no other word for it counts.
  enum Rank: Int {
    /// A name that calloff writes, or another spelling of it.
    case name
    /// Another word for it.
    case synonym
    /// A sum of other columns, if there are any.
    case sum
  }

  let field: ColumnField
  let rank: Rank

  /// What words over a column of a sheet mean; nil where they mean nothing.
  init?(_ heading: String, on sheet: PlanSheet) {
    let words = HeadingMeaning.plain(heading)
    if let field = HeadingMeaning.names[sheet]?[words] {
      (self.field, rank) = (field, .name)
    } else if let field = HeadingMeaning.synonyms[sheet]?[words] {
      (self.field, rank) = (field, .synonym)
    } else if sheet == .lines || sheet == .funds, let amount = AmountHeading(heading) {
      guard sheet == .lines || amount.column.kind == nil else { return nil }
      field = .amount(amount.column)
      let isVague = amount.column.year == nil && amount.column.kind == nil
      rank = amount.isSum || isVague ? .sum : .name
    } else {
      return nil
    }
  }

  /// Whether a heading is of a column that reports write and that follows from others, so that it is
  /// no surprise that it is not read.
  static func isDerived(_ heading: String) -> Bool {
    let words = plain(heading)
    return derived.contains(words) || words.hasPrefix("drawn ") || words.hasPrefix("left ")
  }

  /// The field whose names a column of a report has; nil where it is another column.
  static func names(beside heading: String) -> LineField? {
    switch plain(heading) {
    case "service name": .service
    case "supplier name": .supplier
    default: nil
    }
  }

  private static let derived: Set<String> = [
    "service name", "supplier name", "category", "total", "who may supply", "who pays",
    "programme pays", "funds cover", "unfunded", "findings", "available all years",
  ]

  /// Words in the form in which they are compared: folded, and without signs between them.
  static func plain(_ heading: String) -> String {
    String(heading.folded.map { $0.isLetter || $0.isNumber ? $0 : " " }).words
      .joined(separator: " ")
  }

  private static let names: [PlanSheet: [String: ColumnField]] = [
    .plan: ["field": .detail, "value": .value],
    .lines: lineNames.merging(
      ["year": .year, "kind": .kind, "trust": .trust, "region": .region, "cluster": .region]
    ) { first, _ in first },
    .funds: table(FundColumn.allCases) { .fund($0) }.merging(["year": .year]) { first, _ in first },
    .groups: table(GroupColumn.allCases) { .group($0) },
    .waivers: table(WaiverColumn.allCases) { .waiver($0) },
  ]

  /// The names of the fields of lines: as in headings, in documents and on the screen, with or
  /// without a plural.
  private static let lineNames: [String: ColumnField] = {
    var names: [String: ColumnField] = [:]
    for field in LineField.inSheets {
      for name in [field.heading, field.rawValue, field.title].map(plain) {
        names[name] = .line(field)
        let other = name.hasSuffix("s") ? String(name.dropLast()) : name + "s"
        if field != .id, names[other] == nil { names[other] = .line(field) }
      }
    }
    return names
  }()

  private static func table<Column: RawRepresentable<String>>(
    _ columns: [Column], _ field: (Column) -> ColumnField
  ) -> [String: ColumnField] {
    Dictionary(columns.map { (plain($0.rawValue), field($0)) }) { first, _ in first }
  }

  private static let synonyms: [PlanSheet: [String: ColumnField]] = [
    .plan: [
      "detail": .detail, "property": .detail, "item": .detail, "name": .detail, "text": .value,
    ],
    .lines: lineSynonyms,
    .funds: fields([
      .fund(.id): ["id", "fund id", "code", "fund code"],
      .fund(.name): ["fund name", "title", "funding", "source", "funding source", "description"],
      .fund(.pays): ["kind", "type", "pays for", "capital or revenue", "use"],
      .fund(.certainty): ["status", "confirmed", "how sure", "certain"],
      .year: ["financial year", "fy"],
    ]),
    .groups: fields([
      .group(.id): ["id", "group id", "code"],
      .group(.name): ["group name", "title", "consortium"],
      .group(.facility): ["call off facility", "lsp", "provider", "supplier", "vendor"],
      .group(.members): ["trusts", "member trusts", "trust codes", "members trust codes"],
    ]),
    .waivers: fields([
      .waiver(.line): ["line id", "id"],
      .waiver(.code): ["finding", "finding code"],
      .waiver(.reason): ["why", "justification", "rationale"],
      .waiver(.date): ["waived on", "day", "waived"],
    ]),
  ]

  private static let lineSynonyms = fields([
    .line(.id): ["line id", "line no", "line number", "ref", "reference", "line ref"],
    .line(.service): [
      "service id", "service name", "system", "application", "bundle", "item", "system or service",
    ],
    .line(.need): ["new or retain", "new retain", "new or retained", "new or existing"],
    .line(.route): ["procurement route", "buying route", "route to market", "how bought"],
    .line(.supplier): [
      "provider", "vendor", "supplier name", "supplier id", "company", "contractor", "lsp",
    ],
    .line(.group): ["buying group", "consortium", "group id"],
    .line(.funds): [
      "funding", "funded by", "funding source", "source of funds", "source of funding", "budget",
      "draws on", "paid from",
    ],
    .line(.pacs): ["pacs option"],
    .line(.spineConnected): ["spine", "spine connection"],
    .line(.crsInteroperable): ["crs", "crs interoperability"],
    .line(.justification): ["rationale", "reason"],
    .line(.description): ["details", "detail", "what"],
    .line(.notes): ["comment", "comments", "remarks", "remark"],
    .line(.alternatives): ["offers", "other offers"],
    .year: ["financial year", "fy"],
    .kind: [
      "type", "cost type", "type of cost", "kind of cost", "capital or revenue", "capital revenue",
      "cap rev",
    ],
    .trust: ["trust code", "trust name", "organisation", "org code"],
  ])

  private static func fields(_ words: [ColumnField: [String]]) -> [String: ColumnField] {
    Dictionary(words.flatMap { field, words in words.map { ($0, field) } }) { first, _ in first }
  }
}
