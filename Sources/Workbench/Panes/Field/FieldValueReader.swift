import Procurement
import Text
import Validation

/// Reads what is typed or pasted for a field of a line, from any source.
struct FieldValueReader {
  private let programme: Programme
  private let plan: Plan
  /// The ids of services by what they are called, folded; of two of one name the first.
  private let services: [String: String]

  init(_ programme: Programme, _ plan: Plan) {
    self.programme = programme
    self.plan = plan
    services = Dictionary(
      programme.services.flatMap { service in
        [service.id, service.short, service.label].map { ($0.folded, service.id) }
      }
    ) { first, _ in first }
  }

  /// The values that a text means for a field of a new line; throws, in words, where it means none.
  ///
  /// A service that the programme does not list gives two: the unlisted service, and the text as its
  /// description.
  func values(of text: String, for field: FormField) throws(FieldFault) -> [LineValue] {
    let blank = PlanLine(id: "", service: "")
    guard case .value(let value) = field.base else {
      return [try field.value(from: text, for: blank, in: plan)]
    }
    switch value {
    case .id: return [.id(try CodeKind.id.value(ofField: value.title, text))]
    case .service: return service(text)
    case .funds:
      let ids = try CodeKind.id.values(ofField: value.title, text)
      return [.funds(ids.enumerated().filter { ids.firstIndex(of: $1) == $0 }.map(\.element))]
    case .group: return [.group(try CodeKind.id.value(ofField: value.title, text))]
    case .supplier, .justification, .description, .notes:
      return [try field.value(from: text, for: blank, in: plan)]
    case .need, .route, .pacs, .spineConnected, .crsInteroperable:
      return [try choice(text, for: value)]
    case .alternatives:
      do throws(AlternativeText.Fault) {
        return [.alternatives(try AlternativeText.alternatives(text))]
      } catch { throw FieldFault(words: error.words) }
    case .cost, .waivers: return []
    }
  }

  /// A service by id or by name; what no service is called is a future one of that description.
  private func service(_ text: String) -> [LineValue] {
    if let id = services[text.folded] { return [.service(id)] }
    let unlisted = programme.services.first { programme.categories[$0.category].isUnlisted }
    guard let unlisted else { return [.service(text)] }
    return [.service(unlisted.id), .description(text)]
  }

  private func choice(_ text: String, for field: LineField) throws(FieldFault) -> LineValue {
    let value: LineValue? =
      switch field {
      case .need: Need(spelling: text).map { .need($0) }
      case .route: Route(spelling: text).map { .route($0) }
      case .pacs: PACSOption(spelling: text).map { .pacs($0) }
      case .spineConnected: FieldValueReader.flags[text.lowercased()].map { .spineConnected($0) }
      default: FieldValueReader.flags[text.lowercased()].map { .crsInteroperable($0) }
      }
    if let value { return value }
    throw FieldFault(words: "unknown \(field.title) `\(text)`; use \(choices(for: field))")
  }

  private static let flags = ["yes": true, "true": true, "no": false, "false": false]

  /// The words for a field, in a phrase.
  private func choices(for field: LineField) -> String {
    let blank = PlanLine(id: "", service: "")
    let words = FieldChoices(programme, plan).values(for: field)
      .map { blank.setting($0.value).text(of: .value(field)) }.filter { !$0.isEmpty }
    return series(words, "or")
  }
}
