/// A number with its noun: `1 error`, `2 errors`; `isGrouped` writes `1,000 errors`.
package func counted(_ number: Int, _ noun: String, isGrouped: Bool = false) -> String {
  "\(isGrouped ? number.grouped : String(number)) \(noun)\(number == 1 ? "" : "s")"
}

extension Int {
  /// The number with a comma before each group of three digits: `12,345`. It must not be negative.
  package var grouped: String {
    var rest = self
    var groups: [String] = []
    while rest >= 1_000 {
      groups.append(String(1_000 + rest % 1_000).dropFirst().description)
      rest /= 1_000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: ",")
  }
}
