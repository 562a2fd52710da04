import Procurement

extension Oracle {
  /// A row of the contract's table in section 3, or one of the cases below the table.
  enum Row: CaseIterable {
    case retained
    case coreByProgramme, coreElsewhere
    case additionalByProgramme, additionalByCalloff, additionalOpenly
    case basicByProgramme, basicElsewhere
    case features
    case entireByProgramme, entireByCalloff, entireOpenly
    case futureByProgramme, futureElsewhere
    case coreWithoutRoute, basicWithoutRoute, otherWithoutRoute, withoutOption, unknown

    /// The supply verdict.
    var supply: Supply? {
      switch self {
      case .retained: .notEngaged
      case .coreByProgramme, .coreElsewhere, .coreWithoutRoute: .exclusive
      case .unknown: nil
      default: .nonExclusive
      }
    }

    /// Whether the programme pays, unless the line has S101 or P107.
    var isPaidByProgramme: Bool {
      switch self {
      case .coreByProgramme, .coreWithoutRoute, .basicByProgramme, .basicWithoutRoute: true
      default: false
      }
    }

    /// Whether the line has S102, unless it has S101.
    var isNotOffered: Bool {
      switch self {
      case .coreElsewhere, .additionalByProgramme, .basicElsewhere, .entireByProgramme: true
      case .futureByProgramme: true
      default: false
      }
    }
  }
}

extension Oracle.LineReader {
  /// The row that the line belongs to.
  var row: Oracle.Row {
    guard let category else { return .unknown }
    let route = line.route
    if line.need == .retain { return .retained }
    if category == "core" {
      guard let route else { return .coreWithoutRoute }
      return route == .programme ? .coreByProgramme : .coreElsewhere
    }
    if isPACS && option == nil { return .withoutOption }
    if option == .basic {
      guard let route else { return .basicWithoutRoute }
      return route == .programme ? .basicByProgramme : .basicElsewhere
    }
    guard let route else { return .otherWithoutRoute }
    if option == .features { return .features }
    if category == "future" { return route == .programme ? .futureByProgramme : .futureElsewhere }
    switch route {
    case .programme: return option == .entire ? .entireByProgramme : .additionalByProgramme
    case .calloff: return option == .entire ? .entireByCalloff : .additionalByCalloff
    case .open: return option == .entire ? .entireOpenly : .additionalOpenly
    }
  }
}
