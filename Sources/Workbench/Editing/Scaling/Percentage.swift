import Procurement
import Text

/// A change in per cent, which is typed with its sign: `-20`, `+2.5 %`.
struct Percentage: Hashable, Sendable {
  /// The change in hundredths of a per cent.
  let hundredths: Int64

  /// The largest change.
  private static let largest: Int64 = 1_000_00

  /// Reads what is typed; throws, in words, where it is not a change in per cent.
  init(_ text: String) throws(FieldFault) {
    let digits = text.filter { $0 != " " && $0 != "%" }.replacing("−", with: "-")
    guard let sign = digits.first, sign == "-" || sign == "+" else {
      throw FieldFault(words: "write the change with its sign: `-20` or `+5`")
    }
    let parts = digits.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Percentage.number(parts[0]),
      let part = parts.count == 1 ? 0 : Percentage.number(parts[1]), parts.last?.count ?? 0 <= 9,
      parts.count == 1 || parts[1].count <= 2
    else { throw FieldFault(words: "`\(text.trimmed)` is not a change in per cent, as `-20`") }
    let scale: Int64 = parts.count == 2 && parts[1].count == 1 ? 10 : 1
    let size = whole * 100 + part * scale
    guard size <= Percentage.largest else {
      throw FieldFault(words: "at most 1,000 per cent can be added")
    }
    guard sign == "+" || size <= 100_00 else {
      throw FieldFault(words: "at most 100 per cent can be taken off")
    }
    hundredths = sign == "-" ? -size : size
  }

  private static func number(_ digits: Substring) -> Int64? {
    digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int64(digits) : nil
  }

  /// An amount with the change, rounded to pence; nil where it is too large.
  func applied(to money: Money) -> Money? {
    let factor = 100_00 + hundredths
    let (whole, rest) = money.pence.quotientAndRemainder(dividingBy: 100_00)
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: factor)
    let (sum, exceeds) = product.addingReportingOverflow((rest * factor + 50_00) / 100_00)
    return isTooLarge || exceeds ? nil : Money(pence: sum)
  }

  /// The change as people write it: `-20 %`.
  var words: String {
    let size = hundredths.magnitude
    let part = size % 100
    let digits = part == 0 ? "" : ".\(part < 10 ? "0" : "")\(part)"
    return "\(hundredths < 0 ? "-" : "+")\(size / 100)\(digits) %"
  }
}
