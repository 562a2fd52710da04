import Imports
import Procurement
import Validation

/// Reads what is typed for a field of a form, as imports read cells.
struct FieldValueReader {
  private let reader: LineValueReader
  private let plan: Plan

  init(_ programme: Programme, _ plan: Plan) {
    reader = LineValueReader(programme)
    self.plan = plan
  }

  /// The values that a text means for a field of a new line; throws, in words, where it means none.
  func values(of text: String, for field: FormField) throws(FieldFault) -> [LineValue] {
    guard case .value(let value) = field.base else {
      return [try field.value(from: text, for: PlanLine(id: "", service: ""), in: plan)]
    }
    do throws(ValueFault) { return try reader.values(of: text, for: value) } catch {
      throw FieldFault(words: error.words)
    }
  }
}
