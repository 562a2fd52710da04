public import Procurement

extension Reading where Value == String {
  /// Any text, including an empty one.
  public static var text: Reading {
    Reading { node, name, faults in
      guard case .scalar(let text, _) = node.content else {
        faults.add("\(quoted(name)) must be text; remove the list or mapping", at: node.place)
        return nil
      }
      return text
    }
  }

  /// A text that is not empty.
  public static var word: Reading {
    text.checked { text, name in text.isEmpty ? "\(quoted(name)) is empty; add a value" : nil }
  }

  /// One of several words; `noun` says what they are.
  public static func word(among words: [String], called noun: String) -> Reading {
    text.checked { text, _ in
      words.contains(text) ? nil : unlisted(noun, text, known: words)
    }
  }
}

extension Reading where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the words of a type; `noun` says what they are.
  public static func choice(_ noun: String) -> Reading {
    Reading { node, name, faults in
      guard let text = Reading<String>.text.value(of: node, called: name, faults: faults) else {
        return nil
      }
      if let value = Value(rawValue: text) { return value }
      faults.add(unlisted(noun, text, known: Value.allCases.map(\.rawValue)), at: node.place)
      return nil
    }
  }
}

extension Reading where Value == Bool {
  /// `true` or `false`, without quotes.
  public static var flag: Reading {
    Reading { node, name, faults in
      switch node.content {
      case .scalar("true", isPlain: true): return true
      case .scalar("false", isPlain: true): return false
      default:
        faults.add("\(quoted(name)) must be `true` or `false`, without quotes", at: node.place)
        return nil
      }
    }
  }
}

extension Reading where Value == Int {
  /// A whole number in a range, without quotes.
  public static func integer(in range: ClosedRange<Int>) -> Reading {
    Reading { node, name, faults in
      if case .scalar(let text, isPlain: true) = node.content, let value = plainInteger(text),
        range.contains(value)
      {
        return value
      }
      faults.add(
        "\(quoted(name)) must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: node.place)
      return nil
    }
  }
}

extension Reading where Value == Money {
  /// Pounds with at most two decimals, not negative.
  public static var money: Reading {
    Reading { node, name, faults in
      guard case .scalar(let text, _) = node.content else {
        faults.add("\(quoted(name)) must be an amount, such as `1250.50`", at: node.place)
        return nil
      }
      do throws(Money.Fault) {
        return try Money(pounds: text)
      } catch {
        faults.add(words(for: error, text), at: node.place)
        return nil
      }
    }
  }
}

extension Reading where Value == FinancialYear {
  /// A financial year.
  public static var year: Reading {
    Reading { node, name, faults in
      guard case .scalar(let text, _) = node.content else {
        faults.add("\(quoted(name)) must be a financial year, such as `2004-05`", at: node.place)
        return nil
      }
      if let year = FinancialYear(text) { return year }
      faults.add(
        "\(quoted(text)) is not a financial year; write one such as `2004-05`", at: node.place)
      return nil
    }
  }
}

extension Reading where Value == CalendarDate {
  /// A day of the calendar.
  public static var date: Reading {
    Reading { node, name, faults in
      guard case .scalar(let text, _) = node.content else {
        faults.add("\(quoted(name)) must be a date, such as `2004-11-02`", at: node.place)
        return nil
      }
      if let date = CalendarDate(text) { return date }
      faults.add("\(quoted(text)) is not a date; write one such as `2004-11-02`", at: node.place)
      return nil
    }
  }
}

/// The number that a text writes with digits only; `010`, `+1` and `1_000` are refused.
private func plainInteger(_ text: String) -> Int? {
  guard let value = Int(text), String(value) == text else { return nil }
  return value
}

/// The message for a cell that is not an amount; tables may have groups of digits, but not `k` and
/// `m`.
func tableWords(for fault: Money.Fault, _ text: String) -> String {
  fault == .malformed
    ? "\(quoted(text)) is not an amount; write pounds in full, such as `12500` or `12,500.50`"
    : words(for: fault, text)
}

/// The message for a text that is not an amount.
func words(for fault: Money.Fault, _ text: String) -> String {
  switch fault {
  case .malformed:
    "\(quoted(text)) is not an amount; write pounds in digits only, such as `1250.50`"
  case .separators:
    "\(quoted(text)) is not an amount: three digits must follow a comma or blank, as in `12,500`; "
      + "write pence as `12.50`"
  case .fractionOfAPenny:
    "\(quoted(text)) has a fraction of a penny; write at most two decimals"
  case .negative: "\(quoted(text)) is negative; write an amount of zero or more"
  case .tooLarge:
    "\(quoted(text)) exceeds the largest amount that calloff supports; write a smaller one"
  }
}
