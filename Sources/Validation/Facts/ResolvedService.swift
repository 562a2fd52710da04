import Procurement
import Text

/// What rules need to know of a service: its category, and whether it has PACS options.
struct ServiceKind: Hashable, Sendable {
  /// 0 for an unknown service, else 2 × category + 2, plus 1 if it has PACS options.
  let number: UInt16

  /// The kind of unknown services.
  static var unknown: ServiceKind { ServiceKind(number: 0) }

  /// The number of kinds for a programme.
  static func count(_ programme: Programme) -> Int { 2 * (programme.categories.count + 1) }

  init(number: Int) { self.number = UInt16(number) }

  init(category: Int, hasPACSOptions: Bool) {
    self.init(number: 2 * (category + 1) + (hasPACSOptions ? 1 : 0))
  }

  var isKnown: Bool { number > 1 }
  /// The category as an index for sums: 0 for unknown services, then the programme's categories.
  var sumCategory: Int { Int(number >> 1) }
  /// The index of the category in the programme; nil for unknown services.
  var category: Int? { isKnown ? sumCategory - 1 : nil }
  var hasPACSOptions: Bool { number & 1 == 1 }
}

/// The service that a line names, resolved against the programme.
struct ResolvedService: Hashable, Sendable {
  let kind: ServiceKind
  let isUnlisted: Bool
  /// Its place in the programme; -1 for unknown services.
  private let number: Int32

  /// The service at a place in the programme; nil means an unknown one.
  init(_ place: Int?, _ programme: Programme) {
    let service = place.map { programme.services[$0] }
    let kind = service.map {
      ServiceKind(category: $0.category, hasPACSOptions: $0.hasPACSOptions)
    }
    self.init(kind: kind ?? .unknown, place: place, programme)
  }

  /// A service of a kind of the programme, for rules that do not ask which one it is.
  init(_ kind: ServiceKind, _ programme: Programme) {
    self.init(kind: kind, place: nil, programme)
  }

  /// A listed service of a kind, or an unknown one, for rules that do not ask which one it is.
  init(_ kind: ServiceKind = .unknown) { (self.kind, isUnlisted, number) = (kind, false, -1) }

  private init(kind: ServiceKind, place: Int?, _ programme: Programme) {
    self.kind = kind
    isUnlisted = kind.category.map { programme.categories[$0].isUnlisted } ?? false
    number = place.map { Int32($0) } ?? -1
  }

  /// Its place in the programme.
  var place: Int? { number < 0 ? nil : Int(number) }

  /// The PACS option of a line as a number; 0 without one, or if the service does not have options.
  @inline(__always)
  func option(_ traits: LineTraits) -> Int { kind.hasPACSOptions ? traits.option : 0 }
}

/// A service with a need and a PACS option.
struct ServiceKey: Hashable, Sendable {
  /// Eight times the service's place in the programme, plus four where it is retained, plus the
  /// option's number; the largest number for unknown services.
  let number: UInt32

  /// The number of keys of a service.
  static var count: Int { 8 }
  /// The key of lines for unknown services, and of lines that are not yet resolved.
  static var none: ServiceKey { ServiceKey(number: .max) }
  /// How many keys the services of a programme have.
  static func count(_ programme: Programme) -> Int { programme.services.count * count }
  /// The numbers of a service's keys.
  static func numbers(ofService place: Int) -> Range<Int> { place * count..<(place + 1) * count }
  /// The numbers of the keys of a service that is retained, with any option.
  static func numbers(ofRetained place: Int) -> Range<Int> {
    place * count + 4..<(place + 1) * count
  }

  private init(number: UInt32) { self.number = number }

  @inline(__always)
  init(service place: Int, _ need: Need, option: Int) {
    number = UInt32(place &* ServiceKey.count &+ (need == .new ? 0 : 4) &+ option)
  }

  init(service place: Int, _ need: Need, _ option: PACSOption?) {
    self.init(service: place, need, option: Int(LineTraits.number(option)))
  }

  /// The place of the service in the programme; nil for unknown services.
  var service: Int? { self == .none ? nil : Int(number) / ServiceKey.count }
}

/// What lines of a listed service must have in common for one to repeat the other.
struct PurchaseKey: Hashable, Sendable {
  /// Service, need and option.
  var service = ServiceKey.none
  /// The description as it is compared, as a number; 0 for none.
  var description: UInt32 = 0
}

/// Which purchases have been met among the lines of a plan.
struct MetPurchases: Sendable {
  /// Those without a description, by `ServiceKey.number`.
  private var undescribed: [Bool]
  private var described: Set<PurchaseKey> = []

  /// None yet, of so many services.
  init(services: Int) {
    undescribed = Array(repeating: false, count: services * ServiceKey.count)
  }

  /// Adds a purchase of a known service; returns whether it is the first one.
  @inline(__always)
  mutating func insert(_ key: PurchaseKey) -> Bool {
    guard key.description == 0 else { return described.insert(key).inserted }
    let place = Int(key.service.number)
    defer { undescribed[place] = true }
    return !undescribed[place]
  }

  /// None, in the same memory.
  mutating func removeAll() {
    for place in undescribed.indices { undescribed[place] = false }
    if !described.isEmpty { described.removeAll(keepingCapacity: true) }
  }
}

extension String {
  /// A description as it is compared: case and blanks are ignored.
  var comparedDescription: String { folded.filter { !$0.isWhitespace } }
}
