import Text

/// Rows of the decision table in plain words: what, by which route, who may supply, who pays.
extension Decision {
  /// The row in a sentence without a full stop.
  public var words: String {
    let subject = [optionWords, needWords].compactMap(\.self).joined(separator: ", ")
    let terms = self.terms.words(isRouted: routes.contains { $0 != nil })
    return "\(subject.isEmpty ? "" : "\(subject); ")\(routeWords): \(terms)"
  }

  private var optionWords: String? {
    guard !options.contains(.plain) else { return nil }
    let words = options.map { option in
      switch option {
      case .plain: "no option"
      case .missing: "PACS without an option"
      case .option(let option): "PACS `\(option.rawValue)`"
      }
    }
    return series(words, "or")
  }

  private var needWords: String? {
    guard needs.count < Need.allCases.count else { return nil }
    return series(needs.map { $0 == .new ? "new system" : "retained system" }, "or")
  }

  private var routeWords: String {
    guard terms.heedsRoute else { return "any route or none" }
    let words =
      routes.compactMap { $0.map { "`\($0.rawValue)`" } } + (routes.contains(nil) ? ["none"] : [])
    return "route \(series(words, "or"))"
  }
}

extension Terms {
  /// The terms in words. For a line without a route they say only who pays.
  fileprivate func words(isRouted: Bool) -> String {
    let payment =
      conditions.contains(.clusterLSP)
      ? "the programme pays for that, the trust for any other supplier"
      : payer == .programme ? "the programme pays" : "the trust pays"
    guard isOffered else { return "not offered; \(payment)" }
    let supplier = isRouted || supply == .notEngaged ? supplierWords : "route not chosen yet"
    return [supplier, conditionWords, payment].compactMap(\.self).joined(separator: "; ")
  }

  private var supplierWords: String {
    switch supply {
    case .exclusive: "only the cluster's LSP may supply"
    case .notEngaged: "nothing new is procured"
    case .nonExclusive where conditions.contains(.clusterLSP): "the cluster's LSP supplies it"
    case .nonExclusive:
      conditions.contains(.group)
        ? "the LSP of the group's facility supplies, in the trust's own or another cluster"
        : "any supplier may supply"
    }
  }

  private var conditionWords: String? {
    let words = Condition.allCases.filter(conditions.contains).compactMap { condition in
      switch condition {
      case .group, .clusterLSP: nil as String?
      case .thirdParty: "with a note if it is an LSP"
      case .interoperable: "unless an LSP supplies it, it must be CRS-compliant"
      case .justified: "not using an LSP must be justified"
      case .spineConnected: "it must be connected to the Spine"
      }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
