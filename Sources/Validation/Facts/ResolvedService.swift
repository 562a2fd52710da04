import Procurement

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

/// A service with a PACS option: lines with the same key buy the same thing.
struct ServiceKey: Hashable, Sendable {
  /// 4 × the service's place in the programme, plus the option's number; the largest number for
  /// unknown services.
  let number: UInt32

  /// The number of keys of a service.
  static var optionCount: Int { 4 }
  /// The key of lines for unknown services, and of lines that are not yet resolved.
  static var none: ServiceKey { ServiceKey(number: .max) }
  /// The number of keys of all services of a programme.
  static func count(_ programme: Programme) -> Int { programme.services.count * optionCount }

  private init(number: UInt32) { self.number = number }

  @inline(__always)
  init(service place: Int, option: Int) {
    number = UInt32(place &* ServiceKey.optionCount &+ option)
  }

  init(service place: Int, _ option: PACSOption?) {
    self.init(service: place, option: Int(LineTraits.number(option)))
  }

  /// The place of the service in the programme; nil for unknown services.
  var service: Int? { self == .none ? nil : Int(number) / ServiceKey.optionCount }
}
