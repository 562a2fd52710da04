import Documents
import Procurement
import Text
import Validation

extension Finding {
  /// The finding for programs, with its place in the document if that is known.
  func json(at place: Place? = nil) -> JSON {
    let at: [JSON.Member] = place.map { [("at", $0.json)] } ?? []
    let waived: JSON =
      waiver.map { waiver in
        ["reason": .text(waiver.reason), "date": .text(waiver.date.description)]
      } ?? .null
    return .object(
      [
        ("code", .text(code.rawValue)),
        ("name", .text(code.name)),
        ("severity", .text(severity.rawValue)),
        ("line", .optional(line)),
        ("field", .optional(field?.rawValue)),
        ("message", .text(message)),
        ("amount", .optional(amount?.plain)),
        ("cites", .texts(cites)),
      ] + at + [("waived", waived)])
  }
}
