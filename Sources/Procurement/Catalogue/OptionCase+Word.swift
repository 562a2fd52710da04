extension Decision.OptionCase {
  /// The word for the case in a programme document.
  public var word: String {
    switch self {
    case .plain: "plain"
    case .missing: "missing"
    case .option(let option): option.rawValue
    }
  }
}

extension Route {
  /// The word in a programme document for a line without a route.
  public static let noneWord = "none"
}
