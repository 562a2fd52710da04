/// The columns of the list of lines, in their order.
enum LineColumn: String, CaseIterable, Sendable {
  case line, service, need, route, supplier, cost, supply, unfunded, findings

  /// Whether it shows an amount, which is written to the right.
  var isAmount: Bool { self == .cost || self == .unfunded }

  /// Whether its greatest are what one looks for, so that sorting begins with them.
  var isGreatestFirst: Bool { isAmount || self == .findings }
}
