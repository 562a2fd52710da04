import Documents
import Procurement
import Validation

/// The report in the Static Analysis Results Interchange Format, for code hosts and editors.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
extension CheckReport {
  /// The whole log: one run.
  var sarif: JSONValue {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver],
          "columnKind": "unicodeCodePoints",
          "invocations": [
            [
              "executionSuccessful": .boolean(isComplete),
              "toolExecutionNotifications": .list(documents.flatMap(\.notifications)),
            ]
          ],
          "results": .list(documents.flatMap(\.results)),
        ]
      ],
    ]
  }

  private var driver: JSONValue {
    [
      "name": "calloff",
      "version": .text(Release.version),
      "rules": .list(FindingCode.allCases.map { rule($0) }),
    ]
  }

  private func rule(_ code: FindingCode) -> JSONValue {
    let description = Rulebook.description(of: code)
    let clauses = index.programme.clauses(for: code)
    let help = clauses.map { "\($0.citation): \($0.text)\n" }.joined()
    return [
      "id": .text(code.rawValue),
      "name": .text(code.name),
      "shortDescription": .message(description?.summary ?? code.name),
      "fullDescription": .message(description?.reason ?? code.name),
      "help": .message(help + "`calloff explain \(code.rawValue)` has an example."),
      "defaultConfiguration": ["level": .text(code.severity.rawValue)],
      "properties": ["cites": .texts(index.programme.citations(for: code))],
    ]
  }
}

extension CheckedDocument {
  fileprivate var results: [JSONValue] {
    guard let judgement else { return [] }
    let uri = RelativeReference(path: name).text
    return judgement.findings.map { finding in
      [
        "ruleId": .text(finding.code.rawValue),
        "ruleIndex": .integer(finding.code.ruleIndex),
        "level": .text(finding.severity.rawValue),
        "message": .message(finding.message),
        "locations": [.location(uri, judgement.place(of: finding))],
        "partialFingerprints": [
          "lineAndCode/v1": .text("\(finding.line ?? "") \(finding.code.rawValue)")
        ],
        "properties": [
          "line": .optional(finding.line),
          "field": .optional(finding.field?.rawValue),
          "amount": .optional(finding.amount?.plain),
          "cites": .texts(finding.cites),
        ],
      ]
    }
  }

  fileprivate var notifications: [JSONValue] {
    guard case .refused(let list) = result else { return [] }
    let uri = RelativeReference(path: name).text
    return list.all.map { fault in
      [
        "level": "error",
        "message": .message(fault.message),
        "locations": [.location(uri, fault.place)],
      ]
    }
  }
}

extension Programme {
  /// Where clauses for a code stand, no place twice.
  fileprivate func citations(for code: FindingCode) -> [String] {
    clauses(for: code).map(\.citation).reduce(into: []) { places, place in
      if !places.contains(place) { places.append(place) }
    }
  }
}

extension FindingCode {
  fileprivate var ruleIndex: Int { FindingCode.allCases.firstIndex(of: self) ?? 0 }
}

extension JSONValue {
  fileprivate static func location(_ uri: String, _ place: Place) -> JSONValue {
    [
      "physicalLocation": [
        "artifactLocation": ["uri": .text(uri)],
        "region": ["startLine": .integer(place.line), "startColumn": .integer(place.column)],
      ]
    ]
  }

  /// A message whose words are just that: the format reads braces as places to fill in and
  /// brackets as links unless they are escaped (sections 3.11.5 and 3.11.6).
  fileprivate static func message(_ words: String) -> JSONValue {
    var text = ""
    for scalar in words.unicodeScalars {
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
