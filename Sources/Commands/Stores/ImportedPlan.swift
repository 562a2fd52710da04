import Documents
import Imports
import Procurement
import Sessions
import Stores
import Text

/// A plan that is made of a file, with the title and the trust that the user gave.
struct ImportedPlan {
  /// The file.
  let name: String
  private(set) var plan: Plan
  /// Details of the trust that nobody has given.
  private var unsaid: [DetailRow]
  /// The code of a trust that the register does not have.
  private var unknownTrust: String?

  init(_ imported: ReadImport) throws(Failure) {
    name = imported.name
    plan = try imported.plan()
    unsaid = imported.proposal.unsaidDetails
  }

  /// Takes a trust by its code, with what the register has of it.
  mutating func take(trust code: String, by open: OpenStore?) throws(Failure) {
    plan.header.trust.code = code
    unsaid.removeAll { $0 == .trustCode }
    let known = try open?.asking { () throws(StoreError) in try open?.store.trusts() ?? [] } ?? []
    guard let found = known.first(where: { $0.code.folded == code.folded }) else {
      if !known.isEmpty { unknownTrust = code }
      return
    }
    plan.header.trust.code = found.code
    plan.header.trust.name = found.name
    plan.header.trust.cluster = found.cluster
    unsaid.removeAll { $0 == .region }
    if let kind = found.kind {
      plan.header.trust.kind = kind
      unsaid.removeAll { $0 == .trustKind }
    }
  }

  /// Gives it a title.
  mutating func take(title: String) { plan.header.title = title }

  /// What the user should correct, for standard error.
  var remarks: String {
    var words: [String] = []
    if let unknownTrust {
      words.append("the register of trusts has no trust \(quoted(unknownTrust)); check the code")
    }
    let details = unsaid.map { $0.rawValue.lowercased() }
    if !details.isEmpty {
      words.append(
        "\(series(details, "and")) \(details.count == 1 ? "is a placeholder" : "are placeholders"); "
          + "correct \(details.count == 1 ? "it" : "them") in the plan's details")
    }
    return words.map { VisibleText.safe("\(name): \($0)") + "\n" }.joined()
  }
}
