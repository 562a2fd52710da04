package import Procurement
package import Text

extension JSON {
  /// A value of another kind than expected.
  package struct TypeMismatch: Error {
    /// The expected kind of value.
    var expected: String
  }

  /// The members of an object by name.
  package subscript(name: String) -> JSON {
    get throws(TypeMismatch) {
      guard let value = try member(name) else { throw TypeMismatch(expected: name) }
      return value
    }
  }

  /// A member of an object; nil if it does not exist.
  package func member(_ name: String) throws(TypeMismatch) -> JSON? {
    guard case .object(let members) = self else { throw TypeMismatch(expected: name) }
    return members.first { $0.key == name }?.value
  }

  /// The only member of an object.
  package var onlyMember: Member {
    get throws(TypeMismatch) {
      guard case .object(let members) = self, let member = members.first, members.count == 1 else {
        throw TypeMismatch(expected: "one member")
      }
      return member
    }
  }

  /// The text in this value.
  package var text: String {
    get throws(TypeMismatch) {
      guard case .text(let text) = self else { throw TypeMismatch(expected: "text") }
      return text
    }
  }

  /// The text in this value; nil for null.
  package var optionalText: String? {
    get throws(TypeMismatch) { isNull ? nil : try text }
  }

  /// The flag in this value; nil for null.
  package var optionalFlag: Bool? {
    get throws(TypeMismatch) {
      if isNull { return nil }
      guard case .boolean(let flag) = self else { throw TypeMismatch(expected: "true or false") }
      return flag
    }
  }

  /// The number in this value, which must be within bounds.
  private func number(in bounds: ClosedRange<Int>, _ expected: String) throws(TypeMismatch) -> Int {
    guard case .integer(let number) = self, bounds.contains(number) else {
      throw TypeMismatch(expected: expected)
    }
    return number
  }

  /// The place in a list.
  package var place: Int {
    get throws(TypeMismatch) { try number(in: Bounds.counts, "a place") }
  }

  /// The amount in this value.
  package var money: Money {
    get throws(TypeMismatch) { Money(pence: Int64(try number(in: Bounds.pence, "an amount"))) }
  }

  /// The financial year in this value.
  package var year: FinancialYear {
    get throws(TypeMismatch) {
      let start = try number(in: FinancialYear.range, "a financial year")
      guard let year = FinancialYear(start: start) else {
        throw TypeMismatch(expected: "a financial year")
      }
      return year
    }
  }

  /// The elements of this list.
  package var values: [JSON] {
    get throws(TypeMismatch) {
      guard case .list(let values) = self else { throw TypeMismatch(expected: "a list") }
      return values
    }
  }

  /// The texts in this list.
  package var texts: [String] {
    get throws(TypeMismatch) {
      var texts: [String] = []
      for value in try values { texts.append(try value.text) }
      return texts
    }
  }

  /// The word in this value, one of those of a type.
  package func word<Word: RawRepresentable<String>>(
    as type: Word.Type = Word.self
  ) throws(TypeMismatch) -> Word {
    guard let word = Word(rawValue: try text) else { throw TypeMismatch(expected: "\(type)") }
    return word
  }

  /// The word in this value; nil for null.
  package func optionalWord<Word: RawRepresentable<String>>(
    as type: Word.Type = Word.self
  ) throws(TypeMismatch) -> Word? {
    isNull ? nil : try word()
  }
}

extension MoneySum {
  /// Checks that the amounts of a line or fund can be added up.
  package func check() throws(JSON.TypeMismatch) {
    guard money != nil else { throw JSON.TypeMismatch(expected: "amounts that can be added up") }
  }
}
