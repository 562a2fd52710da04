import Procurement

/// What calloff writes where the user has not given a code or a name yet. The first key that is
/// typed replaces it.
enum Placeholder {
  static let title = "New plan"
  static let trustCode = "NEW"
  static let trustName = "New trust"
  static let fundName = "New fund"
  static let groupName = "New group"

  /// The id of a new fund or group, which none of the others has: `fund-3`.
  static func id(_ word: String, among ids: [String]) -> String {
    var number = ids.count + 1
    while ids.contains("\(word)-\(number)") { number += 1 }
    return "\(word)-\(number)"
  }

  /// Whether a text is such an id.
  fileprivate static func isID(_ text: String, _ word: String) -> Bool {
    text.hasPrefix("\(word)-") && Int(text.dropFirst(word.count + 1)) != nil
  }
}

extension Property {
  /// Whether it holds only what calloff wrote there.
  func isPlaceholder(in plan: Plan) -> Bool {
    let text = text(in: plan)
    return switch self {
    case .title: text == Placeholder.title
    case .trustCode: text == Placeholder.trustCode
    case .trustName: text == Placeholder.trustName
    case .fundName: text == Placeholder.fundName
    case .groupName: text == Placeholder.groupName
    case .fundID: Placeholder.isID(text, "fund")
    case .groupID: Placeholder.isID(text, "group")
    case .fundPays, .fundCertainty, .available, .facility, .members, .trustKind, .trustCluster,
      .years, .asOf:
      false
    }
  }
}
