internal import Procurement

extension Reading where Value == TrustOverrides {
  /// The whole document.
  static func trustOverrides(clusters: [String]) -> Reading {
    .mapping("file of overrides") { reader in
      _ = reader.required("calloff", .version(of: "overrides"))
      let trusts = reader.required(
        "trusts", .list(of: Reading<TrustOverride>.trustOverride(clusters: clusters)))
      return trusts.map(TrustOverrides.init)
    }
  }
}

extension Reading where Value == TrustOverride {
  fileprivate static func trustOverride(clusters: [String]) -> Reading {
    let code = Reading<String>.trustCode.once
    return .mapping("trust") { reader in
      let code = reader.required("code", code)
      let override = TrustOverride(
        code: code ?? "",
        cluster: reader.optional("cluster", .word(among: clusters, called: "cluster")),
        name: reader.optional("name", .trustName),
        opened: reader.optional("opened", .date),
        closed: reader.optional("closed", .date),
        place: reader.place)
      if let code, reader.entries.count == 1 {
        reader.faults.add(
          "the override for \(quoted(code)) is empty; add a `cluster`, or remove it",
          at: reader.place)
      }
      if let words = override.contradiction {
        reader.faults.add(words, at: reader.valuePlace(of: "closed"))
      }
      return code == nil ? nil : override
    }
  }
}

extension Reading where Value == String {
  fileprivate static var trustName: Reading {
    word.checked { text, _ in
      isTrustName(text) ? nil : "the name of a trust must be one line; remove the line break or tab"
    }
  }

  /// The same reading for unique values.
  fileprivate var once: Reading {
    var taken: [String: Place] = [:]
    return Reading { node, name, faults in
      guard let code = value(of: node, called: name, faults: faults) else { return nil }
      if let first = taken[code.comparedTrustCode] {
        faults.add(
          "the trust \(quoted(code)) is listed twice, first at \(first); combine the two",
          at: node.place)
        return nil
      }
      taken[code.comparedTrustCode] = node.place
      return code
    }
  }
}
