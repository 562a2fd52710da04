import Procurement

extension Reading where Value == [Waiver] {
  /// The waivers of a line, at most one for each code.
  static var waivers: Reading {
    Reading { node, name, faults in
      var seen: [FindingCode: Place] = [:]
      let waiver = Reading<Waiver>.mapping("waiver") { waiver in
        let code = waiver.required("code", Reading<FindingCode>.findingCode)
        let reason = waiver.required("reason", Reading<String>.reason)
        let date = waiver.required("date", Reading<CalendarDate>.date)
        guard let code else { return nil }
        if let first = seen[code] {
          faults.add(
            "`\(code.rawValue)` is waived twice, first at \(first); remove one",
            at: waiver.valuePlace(of: "code"))
          return nil
        }
        seen[code] = waiver.valuePlace(of: "code")
        guard let reason, let date else { return nil }
        return Waiver(code: code, reason: reason, date: date)
      }
      return list(of: waiver).value(of: node, called: name, faults: faults)
    }
  }
}

extension Reading where Value == FindingCode {
  fileprivate static var findingCode: Reading {
    Reading { node, name, faults in
      guard let text = Reading<String>.text.value(of: node, called: name, faults: faults) else {
        return nil
      }
      if let code = FindingCode(rawValue: text) { return code }
      faults.add(
        "unknown finding code \(quoted(text)); `calloff explain` lists all codes", at: node.place)
      return nil
    }
  }
}

extension Reading where Value == String {
  fileprivate static var reason: Reading {
    text.checked { text, _ in
      text.contains { !$0.isWhitespace } ? nil : "a waiver needs a reason; add one"
    }
  }
}
