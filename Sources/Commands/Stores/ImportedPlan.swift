import Documents
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
  private var trust: ImportedTrust
  /// The code of a trust that the register does not have.
  private var unknownTrust: String?

  init(_ imported: ReadImport) {
    name = imported.name
    plan = imported.assessment.plan
    trust = ImportedTrust(plan.header.trust, of: imported.proposal)
  }

  /// Takes a trust by its code.
  mutating func take(trust code: String) {
    trust.choose(code)
    plan.header.trust = trust.trust
  }

  /// Takes what the register of a store has of the trust.
  mutating func completeTrust(from open: OpenStore?) throws(Failure) {
    guard trust.canBeCompleted, let open else { return }
    let register = try open.asking { () throws(StoreError) in try open.store.trusts() }
    if !trust.complete(from: register), !register.isEmpty { unknownTrust = trust.trust.code }
    plan.header.trust = trust.trust
  }

  /// Gives it a title.
  mutating func take(title: String) { plan.header.title = title }

  /// What the user should correct, for standard error.
  var remarks: String {
    var words: [String] = []
    if let unknownTrust {
      words.append("the register of trusts has no trust \(quoted(unknownTrust)); check the code")
    }
    if let placeholders = trust.placeholders {
      words.append("\(placeholders); correct that in the plan's details")
    }
    return words.map { VisibleText.safe("\(name): \($0)") + "\n" }.joined()
  }
}
