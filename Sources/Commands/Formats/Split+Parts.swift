import Documents
import Procurement
import Text
import Validation

extension Split {
  /// The whole and its parts, each with its key in reports for programs.
  var parts: [(key: String, money: Money)] {
    [
      ("cost", cost), ("programme_funded", programmeFunded), ("trust_payable", trustPayable),
      ("covered", covered), ("unfunded", unfunded),
    ]
  }

  /// The parts as pounds and pence for programs.
  var members: [JSON.Member] {
    parts.map { ($0.key, .text($0.money.plain)) } + [("unconfirmed", .text(unconfirmed.plain))]
  }
}
