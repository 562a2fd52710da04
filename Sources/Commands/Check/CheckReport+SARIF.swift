import Documents
import Procurement
import Sessions
import Text
import Validation

/// The report in the Static Analysis Results Interchange Format, for code hosts and editors.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
extension CheckReport {
  /// The whole log: one run.
  var sarif: JSON {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver],
          // Runs on the same plans belong together; a host compares each with the one before.
          "automationDetails": ["id": .text("calloff/\(index.programme.id)/")],
          "columnKind": "unicodeCodePoints",
          "invocations": [
            [
              "executionSuccessful": .boolean(isComplete),
              "toolExecutionNotifications": .list(documents.flatMap(\.notifications)),
            ]
          ],
          "results": .made { write in
            for document in documents { document.writeResults(write) }
            for finding in jointFindings { write(finding.result) }
          },
        ]
      ],
    ]
  }

  private var driver: JSON {
    [
      "name": "calloff",
      "version": .text(Release.version),
      "rules": .list(FindingCode.allCases.map { rule($0) }),
    ]
  }

  private func rule(_ code: FindingCode) -> JSON {
    let description = Rulebook.description(of: code)
    let clauses = index.programme.clauses(for: code)
    let help = clauses.map { "\($0.citation): \($0.text)\n" }.joined()
    var members: [JSON.Member] = [
      ("id", .text(code.rawValue)),
      ("name", .text(code.name)),
      ("shortDescription", .message(description?.summary ?? code.name)),
      ("fullDescription", .message(description?.reason ?? code.name)),
      ("help", .message(help + "`calloff explain \(code.rawValue)` has an example.")),
    ]
    if let findingsPage {
      members.append(("helpUri", .text("\(findingsPage)#\(code.anchor)")))
    }
    return .object(
      members + [
        ("defaultConfiguration", ["level": .text(code.severity.rawValue)]),
        ("properties", ["cites": .texts(index.programme.citations(for: code))]),
      ])
  }
}

extension CheckedDocument {
  fileprivate func writeResults(_ write: (JSON) -> Void) {
    guard let judgement else { return }
    let uri = RelativeReference(path: name).text
    var trial = judgement.assessment
    var effort = FixEffort(lines: 2_000_000)
    for finding in judgement.findings {
      let location = JSON.location(
        uri, judgement.place(of: finding), lastLine: judgement.lastLine(of: finding))
      let fixes =
        effort.take(for: trial.plan) ? judgement.fixes(for: finding, in: uri, trying: &trial) : []
      write(finding.result(at: location, fixes: fixes))
    }
  }

  fileprivate var notifications: [JSON] {
    guard case .refused(let file) = result else { return [] }
    let uri = RelativeReference(path: name).text
    return file.faults.all.map { fault in
      [
        "level": "error",
        "message": .message(fault.message),
        "locations": [.location(uri, fault.place)],
      ]
    }
  }
}

extension Finding {
  fileprivate func result(at location: JSON, fixes: [JSON]) -> JSON {
    var members: [JSON.Member] = [
      ("ruleId", .text(code.rawValue)),
      ("ruleIndex", .integer(code.ruleIndex)),
      ("level", .text(severity.rawValue)),
      ("message", .message(message)),
      ("locations", [location]),
      // Empty if the finding is not waived: every result must have it, or none (3.27.23).
      (
        "suppressions",
        .list(waiver.map { [["kind": "inSource", "justification": .text($0.reason)]] } ?? [])
      ),
      ("partialFingerprints", ["lineAndCode/v1": .text("\(line ?? "") \(code.rawValue)")]),
    ]
    if !fixes.isEmpty { members.append(("fixes", .list(fixes))) }
    members.append(
      (
        "properties",
        [
          "line": .optional(line),
          "field": .optional(field?.rawValue),
          "amount": .optional(amount?.plain),
          "cites": .texts(cites),
        ]
      ))
    return .object(members)
  }
}

extension Judgement {
  /// The fixes of a finding that replace words of the document.
  fileprivate func fixes(
    for finding: Finding, in uri: String, trying trial: inout Assessment
  ) -> [JSON] {
    replacements(for: finding, trying: &trial).map { title, parts in
      [
        "description": .message(title),
        "artifactChanges": [
          [
            "artifactLocation": ["uri": .text(uri)],
            "replacements": .list(parts.map(\.json)),
          ]
        ],
      ]
    }
  }
}

extension SourceLines.Replacement {
  fileprivate var json: JSON {
    [
      "deletedRegion": [
        "startLine": .integer(start.line), "startColumn": .integer(start.column),
        "endLine": .integer(end.line), "endColumn": .integer(end.column),
      ],
      "insertedContent": ["text": .text(text)],
    ]
  }
}

extension JointFinding {
  /// The result at the first plan, with the other plans as related locations.
  fileprivate var result: JSON {
    let locations = plans.map { plan in
      JSON.location(RelativeReference(path: plan.file).text, plan.place ?? .start)
    }
    let subject = [finding.trust, finding.group, finding.code.rawValue].compactMap(\.self)
    return [
      "ruleId": .text(finding.code.rawValue),
      "ruleIndex": .integer(finding.code.ruleIndex),
      "level": .text(finding.severity.rawValue),
      "message": .message(finding.message),
      "locations": .list(Array(locations.prefix(1))),
      "relatedLocations": .list(Array(locations.dropFirst())),
      "suppressions": [],
      "partialFingerprints": ["subjectAndCode/v1": .text(subject.joined(separator: " "))],
      "properties": [
        "trust": .optional(finding.trust),
        "group": .optional(finding.group),
        "cites": .texts(finding.cites),
      ],
    ]
  }
}

extension Programme {
  /// The citations of the clauses for a code, each once.
  fileprivate func citations(for code: FindingCode) -> [String] {
    clauses(for: code).map(\.citation).reduce(into: []) { places, place in
      if !places.contains(place) { places.append(place) }
    }
  }
}

extension FindingCode {
  /// The anchor of its section in docs/findings.md.
  fileprivate var anchor: String { "\(rawValue.lowercased())-\(name)" }

  fileprivate var ruleIndex: Int { FindingCode.allCases.firstIndex(of: self) ?? 0 }
}

extension JSON {
  fileprivate static func location(_ uri: String, _ place: Place, lastLine: Int? = nil) -> JSON {
    var region: [JSON.Member] = [
      ("startLine", .integer(place.line)), ("startColumn", .integer(place.column)),
    ]
    if let lastLine { region.append(("endLine", .integer(lastLine))) }
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .text(uri)], "region": .object(region),
      ]
    ]
  }

  /// A plain message. The format reads braces as placeholders and brackets as links unless they
  /// are escaped (sections 3.11.5 and 3.11.6).
  fileprivate static func message(_ plain: String) -> JSON {
    var text = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "{", "}": text.unicodeScalars.append(scalar)
      case "[", "]", "\\": text.append("\\")
      default: break
      }
      text.unicodeScalars.append(scalar)
    }
    return ["text": .text(text)]
  }
}
