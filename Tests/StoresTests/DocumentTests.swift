import Procurement
import Stores
import Testing

/// Links between plans and documents.
@Suite struct DocumentTests {
  private let link = DocumentLink(path: "/srv/plan.yaml", step: 1, size: 2, hash: 3)

  @Test(arguments: StoreKind.allCases)
  func `a document is linked only for the user who linked it`(
    _ kind: StoreKind
  ) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let ada = try shared.session("ada")
    let bob = try shared.session("robert", "b")
    let plan = try ada.create(.sample, PlanSummary(), for: link).number
    #expect(try ada.load(plan).document == link)
    #expect(try ada.plan(for: link.path)?.number == plan)
    #expect(try bob.load(plan).document == nil)
    #expect(try bob.plan(for: link.path) == nil)
    #expect(try bob.plans().first?.document == nil && ada.plans().first?.document == link.path)
    #expect(try bob.otherPlans(for: link.path) == [plan] && ada.otherPlans(for: link.path) == [])
    let own = DocumentLink(path: "/home/bob/plan.yaml", step: 1, size: 5, hash: 6)
    try bob.link(plan, to: own)
    #expect(try bob.load(plan).document == own && ada.load(plan).document == link)
    let other = try bob.create(.sample, PlanSummary(), for: link).number
    #expect(try bob.plan(for: link.path)?.number == other)
    #expect(try ada.plan(for: link.path)?.number == plan)
  }

  @Test(arguments: StoreKind.allCases)
  func `an unconfirmed link is ignored`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session("ada")
    let plan = try store.create(.sample, PlanSummary(), for: link).number
    let doubting = try shared.session(
      "ada", "b",
      trust: DocumentTrust(
        counts: { _, path in path != "/srv/plan.yaml" }, isConfirmed: { _, _ in false },
        confirm: { _, _ in }))
    #expect(try doubting.load(plan).document == nil)
    #expect(try doubting.plan(for: link.path) == nil)
    #expect(try doubting.plans().first?.document == nil)
    #expect(try doubting.otherPlans(for: link.path) == [plan])
  }

  @Test(arguments: ["plan.yaml", "-", "", "/tmp/a\u{0}b"])
  func `a link to a relative path is ignored`(_ path: String) throws {
    let shared = try SharedStore(.sqlite)
    defer { shared.end() }
    let store = try shared.session("ada")
    let plan = try store.create(.sample, PlanSummary(), for: nil).number
    try store.link(plan, to: DocumentLink(path: path, step: 1, size: 2, hash: 3))
    #expect(try store.load(plan).document == nil)
    #expect(try store.plan(for: path) == nil)
  }
}
