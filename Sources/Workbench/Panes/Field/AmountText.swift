import Procurement

/// Amounts as they are offered for editing.
enum AmountText {
  /// The amount that a text means; nothing for an empty one, or a dash.
  static func money(_ text: String) throws(FieldFault) -> Money {
    do throws(Money.Fault) { return try Money.typed(text) ?? .zero } catch {
      throw FieldFault(words: error.words)
    }
  }

  /// An amount as it is shown: with commas, and without pence where there are none.
  static func shown(_ money: Money) -> String {
    money == .zero ? "" : money.grouped(withPence: !money.isWhole)
  }

  /// An amount as it is offered for editing: empty where there is none.
  static func text(_ money: Money) -> String { money == .zero ? "" : money.shortest }
}

extension AmountExpression.Fault {
  /// What is wrong and what to type.
  var words: String {
    switch self {
    case .malformed:
      "cannot be computed; write `=1.2m*0.8`, or `+5%` or `-20%` to change the amount"
    case .divisionByZero: "division by zero; divide by another number"
    case .nothingThere: "there is no amount to change; type one"
    case .amount(let fault): fault.words
    }
  }
}

extension Money.Fault {
  /// What is wrong with what is typed into a field, where amounts are computed too.
  var wordsWhileTyping: String {
    guard self == .malformed else { return words }
    return "not an amount: type `12500` or `1.2m`, or `=1.2m*0.8`, `+5%`, `-20%`"
  }
}
