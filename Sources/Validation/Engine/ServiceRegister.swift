import Procurement

/// Which lines are for which service and PACS option; sibling facts are derived from it.
struct ServiceRegister: Sendable {
  private(set) var keys: BlockList<ServiceKey>
  private var counts: [Int]
  /// The services with lines whose sibling facts may have changed.
  private var isStale: [Bool]

  init(services: Int, lines: Int) {
    keys = BlockList(repeatElement(.none, count: lines), size: 1_024)
    counts = Array(repeating: 0, count: services * ServiceKey.optionCount)
    isStale = Array(repeating: false, count: services)
  }

  static func key(_ facts: LineFacts) -> ServiceKey {
    guard let service = facts.service.place else { return .none }
    return ServiceKey(service: service, facts.option)
  }

  /// The service of each line; nil if it is unknown.
  var services: [UInt32?] {
    var services: [UInt32?] = []
    services.reserveCapacity(keys.count)
    keys.forEach { services.append($0.service.map(UInt32.init)) }
    return services
  }

  // MARK: Changes

  /// Inserts a line that is not resolved yet.
  mutating func insert(at place: Int) { keys.insert(.none, at: place) }

  mutating func remove(at place: Int) { count(keys.remove(at: place), by: -1) }

  mutating func move(from old: Int, to new: Int) {
    count(keys[old], by: 0)
    keys.move(from: old, to: new)
  }

  /// Replaces the key of a line; returns false if it is the same.
  mutating func replace(at place: Int, with key: ServiceKey) -> Bool {
    let old = keys[place]
    if old == key { return false }
    count(old, by: -1)
    keys[place] = key
    count(key, by: 1)
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
    var isMet = Array(repeating: false, count: counts.count)
    for (place, key) in zip(keys.indices, keys) {
      guard let service = key.service, isStale[service] else { continue }
      visit(place, !isMet[Int(key.number)])
      isMet[Int(key.number)] = true
    }
  }

  /// Marks the sibling facts of all lines as current.
  mutating func markCurrent() {
    for service in isStale.indices { isStale[service] = false }
  }

  // MARK: Results

  /// How many lines are for a service.
  func count(service: Int) -> Int {
    let first = service * ServiceKey.optionCount
    return counts[first..<first + ServiceKey.optionCount].reduce(0, +)
  }

  /// The sibling facts of a line; `replaced` is the key under which the line itself is counted, if
  /// the line is only being tried out.
  func siblings(
    of facts: LineFacts, isFirst: Bool, replaced: ServiceKey? = nil
  ) -> SiblingFacts {
    guard let service = facts.service.place else { return [] }
    return SiblingFacts(of: facts.service, facts.option, isFirst: isFirst) { option in
      let key = ServiceKey(service: service, option)
      return counts[Int(key.number)] > (replaced == key ? 1 : 0)
    }
  }

  /// The first place of every key.
  var firstLines: [ServiceKey: Int] {
    var places: [ServiceKey: Int] = [:]
    for (place, key) in zip(keys.indices, keys) where key != .none && places[key] == nil {
      places[key] = place
    }
    return places
  }

  /// The first place of a key.
  func earliest(_ key: ServiceKey) -> Int? {
    key == .none || counts[Int(key.number)] == 0 ? nil : keys.firstIndex(of: key)
  }
}
