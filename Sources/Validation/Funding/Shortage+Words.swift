public import Procurement

extension Shortage {
  /// The reason in words: `capital 2005-06: L6 and L7 need £185,000; the funds they may use hold
  /// £100,000; £85,000 stays unfunded in any order`.
  ///
  /// So many lines are named; the number of the others follows.
  public func words(in plan: Plan, naming most: Int = 8) -> String {
    let precision = MoneyPrecision(exactFor: [needed, held])
    func text(_ money: Money) -> String { "£\(precision.text(money))" }
    let isOne = lines.count == 1
    let heading = kinds.map(\.rawValue).joined(separator: " and ")
    let names = lines.prefix(most).map { place in plan.lines.read(place) { $0.id.named } }
    let rest = lines.count - names.count
    let need = isOne ? "needs" : "need"
    return """
      \(heading) \(year): \(Shortage.list(names, andOthers: rest)) \(need) \(text(needed)); \
      \(supply(isOne ? "it" : "they", text)); \(text(missing)) stays unfunded in any order
      """
  }

  /// What there is for the lines.
  private func supply(_ pronoun: String, _ text: (Money) -> String) -> String {
    if funds.isEmpty {
      let names = pronoun == "it" ? "names" : "name"
      let paid = kinds.map(\.rawValue).joined(separator: " or ")
      return "\(pronoun) \(names) no fund that pays \(paid)"
    }
    let amount = held == .zero ? "nothing" : text(held)
    return "the funds \(pronoun) may use hold \(amount)"
  }

  /// `L1`, `L1 and L2`, `L1, L2 and L3`, or `L1, L2 and 7 others`.
  private static func list(_ names: [String], andOthers count: Int) -> String {
    let others = count == 0 ? [] : ["\(count) other\(count == 1 ? "" : "s")"]
    let all = names + others
    guard all.count > 1, let last = all.last else { return all.joined() }
    return "\(all.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension String {
  /// The id of a line within a sentence: plain where it reads as one word, otherwise quoted.
  var named: String {
    let isWord = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isWord && (1...60).contains(utf8.count) ? self : quoted
  }
}
