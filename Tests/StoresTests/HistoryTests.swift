import Procurement
import Stores
import Testing

/// History, versions, drafts, documents and the register, in every kind of store.
struct HistoryTests {
  @Test(arguments: StoreKind.allCases)
  func `history is read from the end, by page and by filter`(
    _ kind: StoreKind
  ) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let stored = try store.create(.sample, .sample, for: nil)
    var head = 1
    for step in Step.samples {
      let session = try shared.session(head.isMultiple(of: 2) ? "Bob" : "ada", "x")
      _ = try session.append(step, to: stored.number, after: head, .sample)
      head += 1
    }
    func numbers(
      before: Int? = nil, limit: Int = 1000, _ filter: HistoryFilter = HistoryFilter()
    ) throws -> [Int] {
      try store.history(of: stored.number, before: before, limit: limit, filter).map(\.number)
    }
    let all = try store.entries(of: stored.number, after: 0)
    #expect(try numbers() == Array((1...head).reversed()))
    #expect(try numbers(before: 4, limit: 2) == [3, 2])
    let filters = [
      HistoryFilter(line: "L1"), HistoryFilter(line: "L9"), HistoryFilter(person: "BO"),
      HistoryFilter(line: "L1", person: "ada"), HistoryFilter(day: .earliest),
      HistoryFilter(line: "L2", day: all[0].at.date),
    ]
    for filter in filters {
      let expected = all.filter(filter.accepts).map(\.number)
      #expect(try numbers(filter) == expected.reversed())
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `an edit and the history find ids with other code points`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    var plan = Plan.sample
    plan.lines[2].id = composed
    plan.funds[0].id = composed
    plan.groups[1].id = composed
    var stored = try store.create(plan, .sample, for: nil)
    var (fund, group) = (plan.funds[0], plan.groups[1])
    (fund.id, group.id) = (decomposed, decomposed)
    let before = (fund: fund, group: group)
    (fund.name, group.name) = ("Other", "Other")
    let step = Step(
      title: "other ways",
      edits: [
        .set(line: decomposed, from: .notes(nil), to: .notes("n")),
        .fund(at: 0, from: before.fund, to: fund),
        .group(at: 1, from: before.group, to: group),
      ])
    for edit in step.edits {
      let fits = stored.plan.apply(edit)
      #expect(fits)
    }
    guard case .appended = try store.append(step, after: stored) else {
      Issue.record("the step was not appended")
      return
    }
    #expect(try shared.session().load(stored.number).plan == stored.plan)
    for id in [composed, decomposed] {
      let found = try store.history(
        of: stored.number, before: nil, limit: 9, HistoryFilter(line: id))
      #expect(found.map(\.step.title).contains("other ways"))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `names of versions are unique`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let stored = try store.create(.sample, .sample, for: nil)
    let other = try store.create(.sample, .sample, for: nil)
    try store.name("board", of: stored.number, after: 1)
    try store.name("board", of: other.number, after: 1)
    try store.name("signed", of: stored.number, after: 1)
    #expect(throws: StoreError.nameTaken("board")) {
      try store.name("board", of: stored.number, after: 1)
    }
    let versions = try store.versions(of: stored.number)
    #expect(versions.map(\.name) == ["signed", "board"])
    #expect(versions.map(\.step) == [1, 1])
    #expect(versions.map(\.author) == [store.author, store.author])
  }

  @Test(arguments: StoreKind.allCases)
  func `a draft is taken over by its user once the session has ended`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session("ada", "old")
    let plan = try store.create(.sample, .sample, for: nil).number
    let draft = Draft(.line("L1"), field: "notes", text: "half a sen\u{0}")
    try store.keep(Draft(.plan, field: "x", text: "y"), of: plan)
    try store.keep(draft, of: plan)
    let later = try shared.session("ada", "new")
    #expect(try later.takeDraft(of: plan) { _ in false } == nil)
    #expect(try shared.session("bob", "b").takeDraft(of: plan) { _ in true } == nil)
    #expect(try later.takeDraft(of: plan) { $0 == "old" } == draft)
    #expect(try store.takeDraft(of: plan) { _ in false } == nil)
    try later.keep(nil, of: plan)
    try store.keep(draft, of: plan)
    try store.keep(nil, of: plan)
    #expect(try later.takeDraft(of: plan) { _ in true } == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `a draft that was taken over stays in the store until its new session ends or drops it`(
    _ kind: StoreKind
  ) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session("ada", "old")
    let plan = try store.create(.sample, .sample, for: nil).number
    let draft = Draft(.line("L1"), field: "notes", text: "half")
    try store.keep(draft, of: plan)
    let second = try shared.session("ada", "second")
    let third = try shared.session("ada", "third")
    #expect(try second.takeDraft(of: plan) { $0 == "old" } == draft)
    // The second session is active: it is offered its text again, and no other session is.
    #expect(try second.takeDraft(of: plan) { $0 == "old" } == draft)
    #expect(try third.takeDraft(of: plan) { $0 == "old" } == nil)
    // The second session is killed before the user has answered.
    #expect(try third.takeDraft(of: plan) { $0 != "third" } == draft)
    try third.keep(nil, of: plan)
    #expect(try shared.session("ada", "fourth").takeDraft(of: plan) { _ in true } == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `a document leads to its plan`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let plan = try store.create(.sample, .sample, for: nil).number
    #expect(try store.plan(for: "/a") == nil)
    try store.link(plan, to: DocumentLink(path: "/a", step: 1, size: 2, hash: 3))
    let moved = DocumentLink(path: "/b", step: 1, size: 4, hash: .max)
    try store.link(plan, to: moved)
    #expect(try store.plan(for: "/a") == nil)
    let found = try #require(try store.plan(for: "/b"))
    #expect(found == (plan, 1, moved))
    #expect(try store.load(plan).document == moved)
    #expect(try store.plans().map(\.document) == ["/b"])
    #expect(throws: StoreError.unfit) { try store.create(.sample, .sample, for: moved) }
    #expect(try store.plans().count == 1)
    let other = try store.create(.sample, .sample, for: nil).number
    try store.link(other, to: moved)
    #expect(try store.plan(for: "/b")?.number == other)
    #expect(try store.load(plan).document == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `the register is replaced as a whole`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    #expect(try store.trusts() == [])
    let trusts = [
      RegisteredTrust(code: "RXX", name: "X", cluster: "london", opened: .earliest),
      RegisteredTrust(code: "RAA", name: "A", cluster: "", closed: .earliest),
    ]
    try store.replaceTrusts([RegisteredTrust(code: "R", name: "", cluster: "")])
    try store.replaceTrusts(trusts)
    #expect(try store.trusts() == trusts)
  }
}
