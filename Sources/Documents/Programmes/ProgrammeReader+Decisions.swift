internal import Procurement

/// Reads decisions: the terms of supply.
extension ProgrammeReader {
  /// The table of all decisions; nil if they are missing.
  func decisions(_ reader: MappingReader) -> DecisionTable? {
    _ = reader.required("decisions", .someList(of: row).bounded())
    guard !rows.isEmpty else { return nil }
    return compiled(at: reader.place(of: "decisions") ?? reader.place, faults: reader.faults)
  }

  /// A row, which is added to `rows` as soon as its cases are known.
  private var row: Reading<Decision> {
    .mapping("decision") { [self] reader in
      let category = reader.required("category", .mention(of: categories))
        .flatMap { categories.index(of: $0) }
      let options = rowOptions(reader, category)
      let needs = reader.optional(
        "need", .selection(of: "need", among: needWords), or: Need.allCases)
      let routes = reader.required("route", .selection(of: "route", among: routeWords))
      let terms = self.terms(reader)
      guard let category, let options, let needs, let routes else {
        areRowsRead = false
        return nil
      }
      let decision = Decision(
        category: category, options: options, needs: needs, routes: routes,
        terms: terms ?? Terms(supply: .nonExclusive, payer: .trust, isOffered: true))
      rows.append(decision)
      rowPlaces.append(reader.place)
      return terms == nil ? nil : decision
    }
  }

  private func terms(_ reader: MappingReader) -> Terms? {
    let supply: Supply? = reader.required("supply", .choice("supply"))
    let payer: Payer? = reader.required("payer", .choice("payer"))
    let isOffered = reader.optional("offered", .flag, default: true)
    let ignoresRoute = reader.optional("ignores_route", .flag, default: false)
    let conditions: [Terms.Condition] = reader.optional(
      "conditions", .list(of: .choice("condition")), default: [])
    guard let supply, let payer else { return nil }
    return Terms(
      supply: supply, payer: payer, isOffered: isOffered, heedsRoute: !ignoresRoute,
      conditions: Set(conditions))
  }

  private func rowOptions(_ reader: MappingReader, _ category: Int?) -> [Decision.OptionCase]? {
    let words = optionWords(category)
    guard reader.place(of: "option") == nil else {
      return reader.required("option", .selection(of: "option", among: words))
    }
    guard let category, isOutlined, hasOnlyOptions(category) else {
      return reader.optional("option", .selection(of: "option", among: words), or: [.plain])
    }
    reader.faults.add(
      "every service of \(quoted(categories.ids[category])) has PACS options; add an `option`",
      at: reader.place)
    return nil
  }
}

/// The words of rows and clauses.
extension ProgrammeReader {
  /// Words for needs.
  var needWords: [SelectionWord<Need>] {
    Need.allCases.map { SelectionWord(word: $0.rawValue, value: $0) }
  }

  /// Words for routes; those that the programme does not have are refused.
  var routeWords: [SelectionWord<Route?>] {
    [SelectionWord(word: Route.noneWord, value: nil)]
      + Route.allCases.map { route in
        SelectionWord(
          word: route.rawValue, value: route, refusal: refusal(of: route.rawValue, by: routes))
      }
  }

  /// Words for option cases; those that a category does not have are refused.
  func optionWords(_ category: Int?) -> [SelectionWord<Decision.OptionCase>] {
    Decision.OptionCase.all.map { option in
      var refusal: String?
      if case .option(let option) = option {
        refusal = self.refusal(of: option.rawValue, by: options)
      }
      if isOutlined, let category {
        let words = quoted(categories.ids[category])
        if option == .plain, hasOnlyOptions(category) {
          refusal = "every service of \(words) has PACS options; choose one of them"
        } else if option != .plain, hasNoOptions(category) {
          refusal = "services of \(words) have no PACS options; remove this"
        }
      }
      return SelectionWord(word: option.word, value: option, refusal: refusal)
    }
  }

  private func hasOnlyOptions(_ category: Int) -> Bool {
    withOptions.contains(category) && !plain.contains(category)
  }

  private func hasNoOptions(_ category: Int) -> Bool {
    plain.contains(category) && !withOptions.contains(category)
  }

  private func refusal(of word: String, by names: DeclaredIDs) -> String? {
    guard isOutlined, names.index(of: word) == nil else { return nil }
    return "\(quoted(names.key)) does not list \(quoted(word)); add it there, or remove it here"
  }
}
