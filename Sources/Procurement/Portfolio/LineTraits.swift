import Text

/// The fields of a line that are not strings, in two bytes.
///
/// The lowest five bits decide on which terms a service is supplied.
public struct LineTraits: Hashable, Sendable {
  /// The bits: two of the route, one of the need, two of the PACS option, then flags.
  public private(set) var bits: UInt16

  /// A new system without route, option and flags.
  public init() { bits = 0 }

  /// The number of values of `terms`.
  @inlinable
  public static var termsCount: Int { 32 }
  /// The number of values of `flags`.
  @inlinable
  public static var flagsCount: Int { 16 }

  /// Route, need and PACS option as one number.
  @inlinable
  public var terms: Int { Int(bits & 31) }
  /// `spine_connected`, `crs_interoperable`, a justification and a description as one number.
  @inlinable
  public var flags: Int { Int(bits >> 5 & 15) }

  /// How it is bought.
  public var route: Route? {
    get { LineTraits.routes[Int(bits & 3)] }
    set { put(LineTraits.number(newValue), at: 0, mask: 3) }
  }

  /// Whether a new system must be installed.
  public var need: Need {
    @inlinable get { bits & 4 == 0 ? .new : .retain }
    set { put(newValue == .new ? 0 : 1, at: 2, mask: 1) }
  }

  /// What an imaging line buys.
  public var pacs: PACSOption? {
    get { LineTraits.options[Int(bits >> 3 & 3)] }
    set { put(LineTraits.number(newValue), at: 3, mask: 3) }
  }

  /// The place of the PACS option in `PACSOption.allCases`, counted from 1; 0 for none.
  @inlinable
  public var option: Int { Int(bits >> 3 & 3) }

  /// Whether a retained system is connected to the Spine.
  public var spineConnected: Bool? {
    get { truth(5, denied: 9) }
    set { put(newValue, at: 5, denied: 9) }
  }

  /// Whether a system bought elsewhere meets the care records standards.
  public var crsInteroperable: Bool? {
    get { truth(6, denied: 10) }
    set { put(newValue, at: 6, denied: 10) }
  }

  /// Whether the justification is not blank.
  public var isJustified: Bool {
    get { bits & 1 << 7 != 0 }
    set { put(newValue ? 1 : 0, at: 7, mask: 1) }
  }

  /// Whether the description is not blank.
  public var isDescribed: Bool {
    get { bits & 1 << 8 != 0 }
    set { put(newValue ? 1 : 0, at: 8, mask: 1) }
  }

  // MARK: Bits

  private static let routes: [Route?] = [nil, .programme, .calloff, .open]
  private static let options: [PACSOption?] = [nil, .basic, .features, .entire]

  private static func number(_ route: Route?) -> UInt16 {
    switch route {
    case nil: 0
    case .programme: 1
    case .calloff: 2
    case .open: 3
    }
  }

  /// The number of a PACS option, which is `option` of a line that has it.
  package static func number(_ option: PACSOption?) -> UInt16 {
    switch option {
    case nil: 0
    case .basic: 1
    case .features: 2
    case .entire: 3
    }
  }

  private func truth(_ place: UInt16, denied: UInt16) -> Bool? {
    bits & 1 << place != 0 ? true : bits & 1 << denied != 0 ? false : nil
  }

  private mutating func put(_ truth: Bool?, at place: UInt16, denied: UInt16) {
    put(truth == true ? 1 : 0, at: place, mask: 1)
    put(truth == false ? 1 : 0, at: denied, mask: 1)
  }

  private mutating func put(_ value: UInt16, at place: UInt16, mask: UInt16) {
    bits = bits & ~(mask << place) | value << place
  }
}

extension LineTraits {
  /// The traits of a line.
  package init(_ line: borrowing PlanLine) {
    self.init()
    need = line.need
    route = line.route
    pacs = line.pacs
    spineConnected = line.spineConnected
    crsInteroperable = line.crsInteroperable
    isJustified = !line.justification.isBlank
    isDescribed = !line.description.isBlank
  }

  /// Updates what depends on a changed value.
  mutating func set(_ value: LineValue) {
    switch value {
    case .need(let need): self.need = need
    case .route(let route): self.route = route
    case .pacs(let option): pacs = option
    case .spineConnected(let answer): spineConnected = answer
    case .crsInteroperable(let answer): crsInteroperable = answer
    case .justification(let text): isJustified = !text.isBlank
    case .description(let text): isDescribed = !text.isBlank
    default: break
    }
  }

  /// The traits with `terms` and `flags`.
  package init(terms: Int, flags: Int) { bits = UInt16(terms | flags << 5) }
}
