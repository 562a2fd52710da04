import Documents
import Imports
import Procurement
import Sessions
import Stores
import Text
import Validation
import Workbench

/// A plan that is made of a file, with the title and the trust that the user gave.
struct ImportedPlan {
  /// The file.
  let name: String
  private(set) var plan: Plan
  /// The name of a trust that nobody has given.
  private let placeholder: String
  /// Details of the trust that nobody has given.
  private var unsaid: [DetailRow]
  /// The code of a trust that the register does not have.
  private var unknownTrust: String?

  init(_ imported: ReadImport) {
    name = imported.name
    plan = imported.assessment.plan
    placeholder = imported.proposal.plan.header.trust.name
    unsaid = imported.proposal.unsaidDetails
  }

  /// Takes a trust by its code, with what the register has of it.
  mutating func take(trust code: String, by open: OpenStore?) throws(Failure) {
    plan.header.trust.code = code
    unsaid.removeAll { $0 == .trustCode }
    guard let found = try registered(by: open) else { return }
    plan.header.trust.name = found.name
    plan.header.trust.cluster = found.cluster
    unsaid.removeAll { $0 == .region }
    if let kind = found.kind {
      plan.header.trust.kind = kind
      unsaid.removeAll { $0 == .trustKind }
    }
  }

  /// Takes what the register has of the trust that the file names, where the file does not say it.
  mutating func completeTrust(by open: OpenStore?) throws(Failure) {
    guard !unsaid.isEmpty, !unsaid.contains(.trustCode), let found = try registered(by: open) else {
      return
    }
    if plan.header.trust.name == placeholder { plan.header.trust.name = found.name }
    if unsaid.contains(.region) {
      plan.header.trust.cluster = found.cluster
      unsaid.removeAll { $0 == .region }
    }
    if let kind = found.kind, unsaid.contains(.trustKind) {
      plan.header.trust.kind = kind
      unsaid.removeAll { $0 == .trustKind }
    }
  }

  /// The entry of the register with the plan's trust code, which is then spelled as there.
  private mutating func registered(by open: OpenStore?) throws(Failure) -> RegisteredTrust? {
    let code = plan.header.trust.code
    let known = try open?.asking { () throws(StoreError) in try open?.store.trusts() ?? [] } ?? []
    guard let found = known.first(where: { $0.code.folded == code.folded }) else {
      if !known.isEmpty { unknownTrust = code }
      return nil
    }
    plan.header.trust.code = found.code
    return found
  }

  /// Gives it a title.
  mutating func take(title: String) { plan.header.title = title }

  /// What the user should correct, for standard error.
  var remarks: String {
    var words: [String] = []
    if let unknownTrust {
      words.append("the register of trusts has no trust \(quoted(unknownTrust)); check the code")
    }
    if let details = DetailRow.placeholders(unsaid) {
      let them = unsaid.count == 1 ? "it" : "them"
      words.append("\(details); correct \(them) in the plan's details")
    }
    return words.map { VisibleText.safe("\(name): \($0)") + "\n" }.joined()
  }
}
