import Procurement

/// Which lines are for which service and PACS option: what lines of a plan are to one another.
struct ServiceRegister: Sendable {
  /// A service with an option as one number.
  typealias Key = UInt32

  private static let slots = 4
  private static let none = Key.max

  private(set) var keys: [Key] = []
  private var counts: [Int]

  init(services: Int) {
    counts = Array(repeating: 0, count: services * ServiceRegister.slots)
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

  mutating func insert(_ key: Key, at place: Int) {
    keys.insert(key, at: place)
    count(key, by: 1)
  }

  mutating func append(_ key: Key) {
    keys.append(key)
    count(key, by: 1)
  }

  mutating func remove(at place: Int) {
    count(keys.remove(at: place), by: -1)
  }

  mutating func move(from old: Int, to new: Int) {
    keys.insert(keys.remove(at: old), at: new)
  }

  mutating func replace(at place: Int, with key: Key) {
    count(keys[place], by: -1)
    keys[place] = key
    count(key, by: 1)
  }

  private mutating func count(_ key: Key, by sign: Int) {
    if key != ServiceRegister.none { counts[Int(key)] += sign }
  }

  /// How many lines are for a service.
  func count(service: Int) -> Int {
    (0..<ServiceRegister.slots).reduce(0) { $0 + counts[service * ServiceRegister.slots + $1] }
  }

  /// Whether a line other than the one of `own` is for a service with an option.
  private func has(_ service: Int, _ option: PACSOption, besides own: Key?) -> Bool {
    let key = service * ServiceRegister.slots + ServiceRegister.slot(option)
    return counts[key] > (own == Key(key) ? 1 : 0)
  }

  /// The places of all lines for the services of some keys.
  func places(ofServices keys: [Key]) -> [Int] {
    let slots = Key(ServiceRegister.slots)
    let services = keys.filter { $0 != ServiceRegister.none }.map { $0 / slots }
    return services.isEmpty
      ? [] : self.keys.indices.filter { services.contains(self.keys[$0] / slots) }
  }

  /// Puts into a line's facts what the other lines add; `replaced` is what the line itself counts
  /// as now, where it is only being tried out.
  func complete(
    _ facts: inout LineFacts, at place: Int, earliest: Int?, replaced: Key? = nil
  ) {
    guard let service = facts.service else { return }
    facts.repeatsEarlierLine =
      !facts.isUnlisted && facts.option != .features && earliest.map { $0 < place } ?? false
    if facts.hasPACSOptions {
      facts.planHasBasic = facts.option == .basic || has(service, .basic, besides: replaced)
      facts.planHasEntire = facts.option == .entire || has(service, .entire, besides: replaced)
    }
  }

  /// The first place of a key.
  func earliest(_ key: Key) -> Int? {
    key == ServiceRegister.none ? nil : keys.firstIndex(of: key)
  }
}
