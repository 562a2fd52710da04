import Documents
import Procurement
import Text
import Validation

/// A plan as reports name it: by its document or table, and its trust.
struct NamedPlan: Hashable, Sendable {
  /// The document or table.
  let file: String
  /// The code of its trust.
  let trust: String
  /// Its title.
  let title: String
  /// Where in the document a finding is about it; nil if that is not known.
  var place: Place?

  /// A plan of a document or table.
  init(_ header: Plan.Header, file: String, place: Place? = nil) {
    self.file = file
    trust = header.trust.code
    title = header.title
    self.place = place
  }

  /// The plan for programs.
  var json: JSON {
    .object(
      [("file", .text(file)), ("trust", .text(trust)), ("title", .text(title))]
        + (place.map { [("at", $0.json)] } ?? []))
  }
}

/// A finding on several plans together, with these plans.
struct JointFinding: Sendable {
  /// The finding.
  let finding: PortfolioFinding
  /// The plans that it is about.
  let plans: [NamedPlan]

  /// The finding in the form that compilers use, at the first of its plans.
  func line(in ink: Ink) -> String {
    let place = plans.first.map { plan in
      VisibleText.safe(plan.file) + (plan.place.map { ":\($0)" } ?? "")
    }
    let mark = ink.severity(
      finding.severity, "\(finding.severity.rawValue)[\(finding.code.rawValue)]")
    return "\(ink.strong("\(place ?? ""):")) \(mark) \(finding.code.name): "
      + VisibleText.safe(finding.message)
  }

  /// The finding for programs, with the members that all findings have.
  var json: JSON {
    [
      "code": .text(finding.code.rawValue),
      "name": .text(finding.code.name),
      "severity": .text(finding.severity.rawValue),
      "line": .null,
      "field": .null,
      "message": .text(finding.message),
      "amount": .null,
      "cites": .texts(finding.cites),
      "trust": .optional(finding.trust),
      "group": .optional(finding.group),
      "plans": .list(plans.map(\.json)),
      "waived": .null,
    ]
  }
}

extension Place {
  /// The place for programs.
  var json: JSON { ["line": .integer(line), "column": .integer(column)] }
}
