public import Procurement
import Text

/// Reads a text for a field of a line, from any source: cells, pastes, and what is typed.
public struct LineValueReader: Sendable {
  private let programme: Programme
  /// The ids of services by what they are called, folded; of two of one name the first.
  private let services: [String: String]
  /// The ids of funds by name, folded.
  private let funds: [String: String]

  /// A reader of a programme's words, and of the names of funds.
  public init(_ programme: Programme, funds: [Fund] = []) {
    self.programme = programme
    services = Dictionary(
      programme.services.flatMap { service in
        [service.id, service.short, service.label].map { ($0.folded, service.id) }
      }
    ) { first, _ in first }
    self.funds = Dictionary(funds.map { ($0.name.folded, $0.id) }) { first, _ in first }
  }

  /// The values that a text means for a field of a new line; throws, in words, where it means none.
  ///
  /// A service that the programme does not list gives two: the unlisted service, and the text as its
  /// description. Costs and waivers are not in one text.
  public func values(of text: String, for field: LineField) throws(ValueFault) -> [LineValue] {
    switch field {
    case .id: return [.id(try code(text, .id, field))]
    case .service: return service(text)
    case .funds: return [.funds(try funds(text))]
    case .group: return [.group(try code(text, .id, field))]
    case .supplier: return [.supplier(try code(text, .supplier, field).nonEmpty)]
    case .justification: return [.justification(text.nonEmpty)]
    case .description: return [.description(text.nonEmpty)]
    case .notes: return [.notes(text.nonEmpty)]
    case .need, .route, .pacs, .spineConnected, .crsInteroperable:
      return [try choice(text, for: field)]
    case .alternatives:
      do throws(AlternativeText.Fault) {
        return [.alternatives(try AlternativeText.alternatives(text))]
      } catch { throw ValueFault(words: error.words) }
    case .cost, .waivers: return []
    }
  }

  /// Whether values mean the same, also where they name one provider in different words.
  func areSame(_ values: [LineValue], _ others: [LineValue]) -> Bool {
    if values == others { return true }
    guard case .supplier(let one?)? = values.first, case .supplier(let other?)? = others.first,
      let provider = programme.providerID(one)
    else { return false }
    return provider == programme.providerID(other)
  }

  /// The name that reports have beside a service or a supplier; nil for other values.
  func name(of value: LineValue) -> String? {
    switch value {
    case .service(let id): programme.services.first { $0.id == id }?.short ?? id
    case .supplier(let id): id.map { programme.provider($0)?.name ?? $0 }
    default: nil
    }
  }

  /// Whether the programme has a service with an id.
  func hasService(_ id: String) -> Bool { programme.services.contains { $0.id == id } }

  /// A service by id or by name; what no service is called is a future one of that description.
  private func service(_ text: String) -> [LineValue] {
    if let id = services[text.folded] { return [.service(id)] }
    let unlisted = programme.services.first { programme.categories[$0.category].isUnlisted }
    guard let unlisted else { return [.service(text)] }
    return [.service(unlisted.id), .description(text)]
  }

  /// Funds by id, or one by its name.
  private func funds(_ text: String) throws(ValueFault) -> [String] {
    var ids: [String] = []
    for word in CodeKind.listed(text) { ids.append(try code(word, .id, .funds)) }
    // A word that is an id means that fund, whatever others are called.
    let isID = ids.count == 1 && funds.values.contains { $0 == ids.first }
    if !isID, let id = funds[text.folded] { return [id] }
    return ids.enumerated().filter { ids.firstIndex(of: $1) == $0 }.map(\.element)
  }

  private func code(
    _ text: String, _ kind: CodeKind, _ field: LineField
  ) throws(ValueFault) -> String {
    try kind.read(text, called: field.title)
  }

  private func choice(_ text: String, for field: LineField) throws(ValueFault) -> LineValue {
    let value: LineValue? =
      switch field {
      case .need: Need(spelling: text).map { .need($0) }
      case .route: Route(spelling: text).map { .route($0) }
      case .pacs: PACSOption(spelling: text).map { .pacs($0) }
      case .spineConnected: LineValueReader.flags[text.lowercased()].map { .spineConnected($0) }
      default: LineValueReader.flags[text.lowercased()].map { .crsInteroperable($0) }
      }
    if let value { return value }
    throw ValueFault(
      words: "unknown \(field.title) `\(text)`; use \(series(words(for: field), "or"))")
  }

  private static let flags = ["yes": true, "true": true, "no": false, "false": false]

  /// The words for a field.
  private func words(for field: LineField) -> [String] {
    switch field {
    case .need: Need.allCases.map(\.rawValue)
    case .route: programme.routes.map(\.route.rawValue)
    case .pacs: programme.pacsOptions.map(\.option.rawValue)
    default: ["yes", "no"]
    }
  }
}

extension CodeKind {
  /// The code that a text is; throws, in words, where it cannot be one.
  func read(_ text: String, called name: String) throws(ValueFault) -> String {
    do throws(Fault) { return try typed(text) } catch {
      throw ValueFault(words: error.words(noun(name), "`\(text.trimmed.withVisibleBlanks)`"))
    }
  }
}
