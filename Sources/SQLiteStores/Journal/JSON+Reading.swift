import Procurement
import Text

extension JSON {
  /// A value that is not what its place asks for.
  struct Misfit: Error {
    /// What was looked for.
    var wanted: String
  }

  /// The members of an object by name.
  subscript(name: String) -> JSON {
    get throws(Misfit) {
      guard let value = try member(name) else { throw Misfit(wanted: name) }
      return value
    }
  }

  /// A member of an object; nil where there is none of that name.
  func member(_ name: String) throws(Misfit) -> JSON? {
    guard case .object(let members) = self else { throw Misfit(wanted: name) }
    return members.first { $0.key == name }?.value
  }

  /// The only member of an object.
  var onlyMember: Member {
    get throws(Misfit) {
      guard case .object(let members) = self, let member = members.first, members.count == 1 else {
        throw Misfit(wanted: "one member")
      }
      return member
    }
  }

  /// The text that this is.
  var text: String {
    get throws(Misfit) {
      guard case .text(let text) = self else { throw Misfit(wanted: "text") }
      return text
    }
  }

  /// The text that this is, or nil for null.
  var optionalText: String? {
    get throws(Misfit) { isNull ? nil : try text }
  }

  /// Yes or no, or nil for null.
  var optionalFlag: Bool? {
    get throws(Misfit) {
      if isNull { return nil }
      guard case .boolean(let flag) = self else { throw Misfit(wanted: "true or false") }
      return flag
    }
  }

  /// The number that this is, which must be within bounds.
  private func number(in bounds: ClosedRange<Int>, _ wanted: String) throws(Misfit) -> Int {
    guard case .integer(let number) = self, bounds.contains(number) else {
      throw Misfit(wanted: wanted)
    }
    return number
  }

  /// The place in a list that this is.
  var place: Int {
    get throws(Misfit) { try number(in: Bounds.counts, "a place") }
  }

  /// The amount that this is.
  var money: Money {
    get throws(Misfit) { Money(pence: Int64(try number(in: Bounds.pence, "an amount"))) }
  }

  /// The financial year that this is.
  var year: FinancialYear {
    get throws(Misfit) {
      let start = try number(in: FinancialYear.range, "a financial year")
      guard let year = FinancialYear(start: start) else { throw Misfit(wanted: "a financial year") }
      return year
    }
  }

  /// The values of the list that this is.
  var values: [JSON] {
    get throws(Misfit) {
      guard case .list(let values) = self else { throw Misfit(wanted: "a list") }
      return values
    }
  }

  /// The texts of the list that this is.
  var texts: [String] {
    get throws(Misfit) {
      var texts: [String] = []
      for value in try values { texts.append(try value.text) }
      return texts
    }
  }

  /// The word that this is, of those that a type has.
  func word<Word: RawRepresentable<String>>(
    as type: Word.Type = Word.self
  ) throws(Misfit) -> Word {
    guard let word = Word(rawValue: try text) else { throw Misfit(wanted: "\(type)") }
    return word
  }

  /// The word that this is, or nil for null.
  func optionalWord<Word: RawRepresentable<String>>(
    as type: Word.Type = Word.self
  ) throws(Misfit) -> Word? {
    isNull ? nil : try word()
  }
}

extension MoneySum {
  /// Makes sure that the amounts of a line or fund can be added up.
  func check() throws(JSON.Misfit) {
    guard money != nil else { throw JSON.Misfit(wanted: "amounts that can be added up") }
  }
}
