/// The columns of a table of lines for many trusts, named as in its header.
enum PortfolioColumn: String, CaseIterable {
  case trust, cluster, line, service, pacs, need, route, supplier, group
  case crsInteroperable = "crs_interoperable"
  case justification
  case spineConnected = "spine_connected"
  case description, year, capital, revenue, funds

  /// The columns that a table must have.
  static let required: [PortfolioColumn] = [.trust, .cluster, .line, .service]

  /// Its place in `allCases`.
  var ordinal: Int {
    switch self {
    case .trust: 0
    case .cluster: 1
    case .line: 2
    case .service: 3
    case .pacs: 4
    case .need: 5
    case .route: 6
    case .supplier: 7
    case .group: 8
    case .crsInteroperable: 9
    case .justification: 10
    case .spineConnected: 11
    case .description: 12
    case .year: 13
    case .capital: 14
    case .revenue: 15
    case .funds: 16
    }
  }
}
