/// A number with its noun: `1 error`, `2 errors`; grouped where it stands beside grouped ones.
func counted(_ number: Int, _ noun: String, isGrouped: Bool = false) -> String {
  "\(isGrouped ? number.grouped : String(number)) \(noun)\(number == 1 ? "" : "s")"
}

extension Int {
  /// A number that is not below zero as people read it: `12,345`.
  var grouped: String {
    var rest = self
    var groups: [String] = []
    while rest >= 1_000 {
      groups.append(String(1_000 + rest % 1_000).dropFirst().description)
      rest /= 1_000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: ",")
  }
}
