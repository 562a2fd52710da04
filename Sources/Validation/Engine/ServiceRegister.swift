import Procurement

/// What each line buys: what lines of a plan are to one another.
struct ServiceRegister: Sendable {
  private(set) var keys: BlockList<PurchaseKey>
  /// How many lines have each key, by `ServiceKey.number`.
  private var counts: [Int]
  /// The descriptions of lines for listed services as they are compared, numbered from 1.
  private var descriptions: [String: UInt32] = [:]
  /// The services with lines whose sibling facts may have changed.
  private var isStale: [Bool]

  init(services: Int, lines: Int) {
    keys = BlockList(repeatElement(PurchaseKey(), count: lines), size: 1_024)
    counts = Array(repeating: 0, count: services * ServiceKey.count)
    isStale = Array(repeating: false, count: services)
  }

  /// What a line buys; a description that no line has had yet has the largest number.
  func key(_ facts: LineFacts, _ description: String?) -> PurchaseKey {
    let text = facts.isComparedByDescription ? description?.comparedDescription : nil
    return key(facts, description: text.map { descriptions[$0] ?? .max })
  }

  /// What a line buys; its description is remembered.
  mutating func newKey(_ facts: LineFacts, _ description: String?) -> PurchaseKey {
    guard facts.isComparedByDescription, let text = description?.comparedDescription else {
      return key(facts, description: nil)
    }
    let number = descriptions[text] ?? UInt32(descriptions.count + 1)
    descriptions[text] = number
    return key(facts, description: number)
  }

  private func key(_ facts: LineFacts, description: UInt32?) -> PurchaseKey {
    guard let service = facts.service.place else { return PurchaseKey() }
    return PurchaseKey(
      service: ServiceKey(service: service, facts.need, facts.option),
      description: description ?? 0)
  }

  /// The service of each line; nil if it is unknown.
  var services: [UInt32?] {
    var services: [UInt32?] = []
    services.reserveCapacity(keys.count)
    keys.forEach { services.append($0.service.service.map(UInt32.init)) }
    return services
  }

  // MARK: Changes

  /// Inserts a line that is not resolved yet.
  mutating func insert(at place: Int) { keys.insert(PurchaseKey(), at: place) }

  mutating func remove(at place: Int) { count(keys.remove(at: place).service, by: -1) }

  mutating func move(from old: Int, to new: Int) {
    count(keys[old].service, by: 0)
    keys.move(from: old, to: new)
  }

  /// Replaces the key of a line; returns false if it is the same.
  mutating func replace(at place: Int, with key: PurchaseKey) -> Bool {
    let old = keys[place]
    if old == key { return false }
    count(old.service, by: -1)
    keys[place] = key
    count(key.service, by: 1)
    return true
  }

  private mutating func count(_ key: ServiceKey, by sign: Int) {
    guard let service = key.service else { return }
    counts[Int(key.number)] += sign
    isStale[service] = true
  }

  /// Visits the lines of all stale services, saying whether each is the first with its key.
  func visitStale(_ visit: (_ place: Int, _ isFirst: Bool) -> Void) {
    guard isStale.contains(true) else { return }
    var met = MetPurchases(services: isStale.count)
    for (place, key) in zip(keys.indices, keys) {
      guard let service = key.service.service, isStale[service] else { continue }
      visit(place, met.insert(key))
    }
  }

  /// Marks the sibling facts of all lines as current.
  mutating func markCurrent() {
    for service in isStale.indices { isStale[service] = false }
  }

  // MARK: Results

  /// How many lines are for a service.
  func count(service: Int) -> Int {
    counts[ServiceKey.numbers(ofService: service)].reduce(0, +)
  }

  /// The sibling facts of a line; `replaced` is the key under which the line itself is counted, if
  /// the line is only being tried out.
  func siblings(
    of facts: LineFacts, isFirst: Bool, replaced: ServiceKey? = nil
  ) -> SiblingFacts {
    guard let service = facts.service.place else { return [] }
    var plan = PlannedOptions(ofService: service) { key in
      counts[key] > (replaced.map { Int($0.number) } == key ? 1 : 0)
    }
    plan.count(facts)
    return SiblingFacts(of: facts.service, facts.option, isFirst: isFirst, plan: plan)
  }

  /// The first place of every key.
  var firstLines: [PurchaseKey: Int] {
    var places: [PurchaseKey: Int] = [:]
    for (place, key) in zip(keys.indices, keys)
    where key.service != .none && places[key] == nil {
      places[key] = place
    }
    return places
  }

  /// The first place of a key.
  func earliest(_ key: PurchaseKey) -> Int? {
    key.service == .none || counts[Int(key.service.number)] == 0 ? nil : keys.firstIndex(of: key)
  }
}
