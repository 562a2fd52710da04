internal import Procurement

/// Reads categories and services.
extension ProgrammeReader {
  /// The largest number of characters of a short label.
  static let shortLabelLimit = 26

  /// A category, and its short label as a service.
  struct LabelledCategory {
    var category: Procurement.Category
    var short: String
  }

  var category: Reading<LabelledCategory> {
    .mapping("category") { [self] reader in
      let id = reader.required("id", .identifier().named(in: categories))
      let name = reader.required("name", .word)
      let meaning = reader.required("meaning", .word)
      let bundles = reader.optional("stated_bundles", .integer(in: 0...1_000_000))
      let isExpected = reader.optional("expected", .flag, default: false)
      let isUnlisted = reader.optional("unlisted", .flag, or: false)
      let short = shortLabel(reader, insteadOf: "name", name)
      if let id, let isUnlisted, let index = categories.index(of: id) {
        if isUnlisted { unlisted.insert(index) }
      } else {
        isOutlined = false
      }
      if isExpected, let id { expectedCategories.insert(id) }
      guard let id, let name, let meaning, let isUnlisted, let short else { return nil }
      return LabelledCategory(
        category: Category(
          id: id, name: name, meaning: meaning, statedBundles: bundles, isUnlisted: isUnlisted),
        short: short)
    }
  }

  var service: Reading<Service> {
    .mapping("service") { [self] reader in
      let id = reader.required("id", .identifier(dots: true).named(in: services))
      let category = id.flatMap { self.category(ofService: $0, reader) }
      let label = reader.required("label", .word)
      let short = shortLabel(reader, insteadOf: "label", label)
      let hasOptions = reader.optional("pacs_options", .flag, default: false)
      let expectedOf = expectedOf(reader, id)
      let alternative = reader.optional("alternative_to", .mention(of: services))
      let isLocalWork = reader.optional("local_work", .flag, default: false)
      let synonyms = reader.optional("synonyms", .list(of: .word).bounded(), default: [])
      let subjects = reader.optional("subjects", .list(of: .word).bounded(), default: [])
      let cpv = reader.optional("cpv", ProgrammeReader.cpvCode)
      if hasOptions { judgeOptions(reader) }
      if let category {
        if hasOptions { withOptions.insert(category) } else { plain.insert(category) }
      } else {
        isOutlined = false
      }
      guard let id, let category, let label, let short else { return nil }
      return Service(
        id: id, category: category, label: label, short: short, hasPACSOptions: hasOptions,
        expectedOf: expectedOf, alternativeTo: alternative, isLocalWork: isLocalWork,
        synonyms: synonyms, subjects: subjects, cpv: cpv)
    }
  }

  var recognition: Reading<RecognitionWords> {
    .mapping("recognition") { reader in
      var words = RecognitionWords()
      let list = Reading<[String]>.list(of: .word).bounded()
      words.equivalents = reader.optional("equivalents", .list(of: list).bounded(), default: [])
      words.systems = reader.optional("systems", list, default: [])
      words.fillers = reader.optional("fillers", list, default: [])
      words.objects = reader.optional("objects", list, default: [])
      return words
    }
  }

  /// A code of the Common Procurement Vocabulary, without its check digit.
  private static var cpvCode: Reading<String> {
    .word.checked { text, _ in
      text.utf8.count == 8 && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
        ? nil : "\(quoted(text)) is not a CPV code; write its eight digits, such as `48814000`"
    }
  }

  /// The kinds of trust whose plans are expected to have a service.
  private func expectedOf(_ reader: MappingReader, _ id: String?) -> Set<Trust.Kind> {
    let category = id.map { String($0.prefix { $0 != "." }) } ?? ""
    let all = expectedCategories.contains(category) ? Trust.Kind.allCases : []
    let words = Trust.Kind.allCases.map { SelectionWord(word: $0.rawValue, value: $0) }
    return Set(
      reader.optional("expected_of", .selection(of: "kind of trust", among: words), or: all) ?? [])
  }

  private func category(ofService id: String, _ reader: MappingReader) -> Int? {
    let place = reader.valuePlace(of: "id")
    guard let dot = id.firstIndex(of: "."), id.index(after: dot) < id.endIndex else {
      reader.faults.add(
        "the service \(quoted(id)) is in no category; write its id as `CATEGORY.WORD`", at: place)
      return nil
    }
    let word = String(id[..<dot])
    guard let category = categories.index(of: word) else {
      reader.faults.add(categories.unknown(word), at: place)
      return nil
    }
    if unlisted.contains(category) {
      reader.faults.add(
        "\(quoted(word)) is unlisted; move this service to another category, "
          + "or remove `unlisted` from this one",
        at: place)
    }
    return category
  }

  private func shortLabel(
    _ reader: MappingReader, insteadOf key: String, _ label: String?
  ) -> String? {
    let limit = ProgrammeReader.shortLabelLimit
    if reader.place(of: "short") != nil {
      return reader.required(
        "short",
        .word.checked { text, name in
          text.count <= limit
            ? nil : "\(quoted(name)) has \(text.count) characters; shorten it to \(limit)"
        })
    }
    guard let label, label.count > limit else { return label }
    reader.faults.add(
      "\(quoted(key)) has more than \(limit) characters; add a shorter one as `short`",
      at: reader.valuePlace(of: key))
    return nil
  }

  private func judgeOptions(_ reader: MappingReader) {
    let place = reader.valuePlace(of: "pacs_options")
    if let optionsPlace {
      reader.faults.add(
        "the service on line \(optionsPlace.line) already has PACS options; "
          + "only one service can have them",
        at: place)
      isOutlined = false
    } else {
      optionsPlace = place
    }
    if options.ids.isEmpty, isOutlined {
      reader.faults.add(
        "the programme has no PACS options; list some under `pacs_options` at the top, "
          + "or remove this",
        at: place)
    }
  }

  /// Reports categories without services.
  func judgeServices(faults: FaultCollector) {
    plain.formUnion(unlisted)
    guard isOutlined else { return }
    for (index, id) in categories.ids.enumerated()
    where !plain.contains(index) && !withOptions.contains(index) {
      faults.add(
        "the category \(quoted(id)) is empty; add a service, or write `unlisted: true`",
        at: categories.places[index])
    }
  }

  /// Services by category; an unlisted category is itself a service.
  func inOrder(_ services: [Service], of categories: [LabelledCategory]) -> [Service] {
    categories.enumerated().flatMap { index, labelled in
      let category = labelled.category
      guard category.isUnlisted else { return services.filter { $0.category == index } }
      return [
        Service(id: category.id, category: index, label: category.name, short: labelled.short)
      ]
    }
  }
}
