import Procurement

/// Which lines are for which service and PACS option: what lines of a plan are to one another.
struct ServiceRegister: Sendable {
  /// A service with an option as one number.
  typealias Key = UInt32

  private static let slots = 4
  /// The key of a line for no known service, and of one that nobody has looked at yet.
  private static let none = Key.max

  private(set) var keys: BlockList<Key>
  private var counts: [Int]
  /// The services whose lines may be something else to one another by now.
  private var isStale: [Bool]

  init(services: Int, lines: Int) {
    keys = BlockList(repeatElement(ServiceRegister.none, count: lines), size: 1_024)
    counts = Array(repeating: 0, count: services * ServiceRegister.slots)
    isStale = Array(repeating: false, count: services)
  }

  static func key(_ facts: LineFacts) -> Key {
    guard let service = facts.service else { return none }
    return Key(service * slots + slot(facts.option))
  }

  private static func slot(_ option: PACSOption?) -> Int {
    switch option {
    case nil: 0
    case .basic: 1
    case .features: 2
    case .entire: 3
    }
  }

  /// The service of each line; nil where it is not known.
  var services: [UInt32?] {
    var services: [UInt32?] = []
    services.reserveCapacity(keys.count)
    keys.forEach { key in
      services.append(
        key == ServiceRegister.none ? nil : UInt32(key / Key(ServiceRegister.slots)))
    }
    return services
  }

  // MARK: Changes

  /// Makes room for a line that nobody has looked at yet.
  mutating func insert(at place: Int) { keys.insert(ServiceRegister.none, at: place) }

  mutating func remove(at place: Int) { count(keys.remove(at: place), by: -1) }

  mutating func move(from old: Int, to new: Int) {
    count(keys[old], by: 0)
    keys.move(from: old, to: new)
  }

  /// Puts another key in; returns false where it is the same.
  mutating func replace(at place: Int, with key: Key) -> Bool {
    let old = keys[place]
    if old == key { return false }
    count(old, by: -1)
    keys[place] = key
    count(key, by: 1)
    return true
  }

  private mutating func count(_ key: Key, by sign: Int) {
    guard key != ServiceRegister.none else { return }
    counts[Int(key)] += sign
    isStale[Int(key) / ServiceRegister.slots] = true
  }

  /// Visits the lines of all stale services, and tells of each whether it is the first of its key.
  func visitStale(_ visit: (_ place: Int, _ isFirst: Bool) -> Void) {
    guard isStale.contains(true) else { return }
    var isMet = Array(repeating: false, count: counts.count)
    for (place, key) in zip(keys.indices, keys) where key != ServiceRegister.none {
      guard isStale[Int(key) / ServiceRegister.slots] else { continue }
      visit(place, !isMet[Int(key)])
      isMet[Int(key)] = true
    }
  }

  /// What lines are to one another is known of all services.
  mutating func settle() {
    for service in isStale.indices { isStale[service] = false }
  }

  // MARK: Results

  /// How many lines are for a service.
  func count(service: Int) -> Int {
    (0..<ServiceRegister.slots).reduce(0) { $0 + counts[service * ServiceRegister.slots + $1] }
  }

  /// Whether a line other than the one of `own` is for a service with an option.
  private func has(_ service: Int, _ option: PACSOption, besides own: Key?) -> Bool {
    let key = service * ServiceRegister.slots + ServiceRegister.slot(option)
    return counts[key] > (own == Key(key) ? 1 : 0)
  }

  /// What the other lines are to a line; `replaced` is what the line itself counts as now, where it
  /// is only being tried out.
  func company(of facts: LineFacts, isFirst: Bool, replaced: Key? = nil) -> LineFacts.Company {
    var company = LineFacts.Company()
    guard let service = facts.service else { return company }
    company.repeatsEarlierLine = !isFirst && !facts.isUnlisted && facts.option != .features
    if facts.hasPACSOptions {
      company.planHasBasic = facts.option == .basic || has(service, .basic, besides: replaced)
      company.planHasEntire = facts.option == .entire || has(service, .entire, besides: replaced)
    }
    return company
  }

  /// The first place of every key.
  var firstLines: [Key: Int] {
    var places: [Key: Int] = [:]
    for (place, key) in zip(keys.indices, keys)
    where key != ServiceRegister.none && places[key] == nil {
      places[key] = place
    }
    return places
  }

  /// The first place of a key.
  func earliest(_ key: Key) -> Int? {
    key == ServiceRegister.none || counts[Int(key)] == 0 ? nil : keys.firstIndex(of: key)
  }
}
