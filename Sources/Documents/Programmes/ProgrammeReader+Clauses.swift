internal import Procurement

/// Reads clauses, figures and sources.
extension ProgrammeReader {
  var clause: Reading<Clause> {
    .mapping("clause") { [self] reader in
      let id = reader.required("id", .identifier().named(in: clauses))
      let section = reader.required("section", .word)
      let paragraph = reader.required("paragraph", .integer(in: 1...9_999))
      let text = reader.required("text", .word)
      let isReading = reader.optional("reading", .flag, default: false)
      let topics = reader.optional("topic", .selection(of: "topic", among: topicWords), or: [])
      let findings = reader.optional("findings", .list(of: .findingCode), or: [])
      let categories = reader.optional(
        "category", .selection(of: "category", among: categoryWords), or: [])
      let options = reader.optional(
        "option", .selection(of: "option", among: optionWords(nil)), or: [])
      let needs = reader.optional("need", .selection(of: "need", among: needWords), or: [])
      let services = reader.optional(
        "service", .selection(of: "service", among: serviceWords), or: [])
      guard let id, let section, let paragraph, let text, let topics, let findings,
        let categories, let options, let needs, let services
      else { return nil }
      return Clause(
        id: id, section: section, paragraph: paragraph, text: text, isReading: isReading,
        topics: topics, findings: findings, categories: categories, options: options,
        needs: needs, services: services)
    }
  }

  private var topicWords: [SelectionWord<Clause.Topic>] {
    Clause.Topic.allCases.map { SelectionWord(word: $0.rawValue, value: $0) }
  }

  private var serviceWords: [SelectionWord<String>] {
    services.ids.map { SelectionWord(word: $0, value: $0) }
  }

  private var categoryWords: [SelectionWord<Int>] {
    categories.ids.enumerated().map { SelectionWord(word: $1, value: $0) }
  }

  var figure: Reading<Figure> {
    .mapping("figure") { [self] reader in
      let id = reader.required("id", .identifier().named(in: figures))
      let meaning = reader.required("meaning", .word)
      let money = reader.required("money", .money)
      let year = reader.optional("year", .year)
      let source = reader.required("source", .mention(of: sources))
      guard let id, let meaning, let money, let source else { return nil }
      return Figure(id: id, meaning: meaning, money: money, year: year, source: source)
    }
  }

  var source: Reading<Source> {
    .mapping("source") { [sources] reader in
      let id = reader.required("id", .identifier().named(in: sources))
      let title = reader.required("title", .word)
      let confidence: Source.Confidence? = reader.required("confidence", .choice("confidence"))
      guard let id, let title, let confidence else { return nil }
      return Source(id: id, title: title, confidence: confidence)
    }
  }
}

extension Reading where Value == FindingCode {
  /// The code of a finding.
  fileprivate static var findingCode: Reading {
    Reading { node, name, faults in
      guard let text = Reading<String>.text.value(of: node, called: name, faults: faults) else {
        return nil
      }
      if let code = FindingCode(rawValue: text) { return code }
      faults.add(
        unknown("finding code", text, known: FindingCode.allCases.map(\.rawValue)), at: node.place)
      return nil
    }
  }
}
