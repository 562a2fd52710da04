internal import Procurement
import Text

/// Reads trusts from the rows of a register.
struct TrustsReader {
  /// Cells of a row, counted from 0.
  private enum Column: Int {
    case code = 0
    case name = 1
    case opened = 10
    case closed = 11
    case region = 23
  }

  /// How many cells a row may have: the number in earlier registers, and that in current ones.
  static let widths = [24, 27]

  /// The faults so far; more than a hundred in a register of some hundred rows are one mistake.
  private var faults = FaultList(keeping: 100)
  /// Whether reading should end.
  private var isOver = false

  private let clusters: [String: String]
  private let overrides: [TrustOverride]
  private let overridesByCode: [String: TrustOverride]
  /// The file that is being read.
  private var file = ""
  private var width: Int?
  /// Where each trust is listed, in words.
  private var places: [String: String] = [:]
  private var trusts: [RegisteredTrust] = []
  private var leftOut: [String: [String]] = [:]

  init(clusters: [Cluster], overrides: TrustOverrides) {
    self.clusters = Dictionary(
      clusters.flatMap { cluster in cluster.regionCodes.map { ($0, cluster.id) } }
    ) { first, _ in first }
    self.overrides = overrides.trusts
    overridesByCode = Dictionary(
      overrides.trusts.map { ($0.code.comparedTrustCode, $0) }
    ) { first, _ in first }
  }

  /// Reads the rows of a file after those of others; throws its faults.
  mutating func read(_ file: TrustsFile, limits: CSVLimits) throws(FaultList) {
    var rows = try CSVReader(
      file.bytes, beginningWith: .row(widths: TrustsReader.widths), limits: limits)
    (self.file, width, isOver) = (file.name, nil, false)
    while !isOver {
      do throws(FaultList) {
        guard let row = try rows.next() else { break }
        take(row)
      } catch {
        faults.add(error)
      }
    }
    guard faults.isEmpty else { throw faults }
    guard width != nil else {
      throw FaultList(
        Fault(place: .start, message: "the file is empty; choose a register of trusts"))
    }
  }

  /// Reads a row: a trust, a trust that is left out, or a fault.
  private mutating func take(_ row: CSVRow) {
    guard hasWidth(row), let code = code(of: row) else { return }
    let override = overridesByCode[code.comparedTrustCode]
    let name = override?.name ?? name(of: row)
    let opened = date(.opened, of: row)
    let closed = date(.closed, of: row)
    let region = region(of: row)
    guard let name, let opened, let closed, let region else { return }
    guard let cluster = override?.cluster ?? clusters[region] else {
      leftOut[region, default: []].append(code)
      return
    }
    let trust = RegisteredTrust(
      code: code, name: name, cluster: cluster, opened: override?.opened ?? opened,
      closed: override?.closed ?? closed)
    if let words = contradiction(opened: trust.opened, closed: trust.closed) {
      fault(words, .closed, of: row)
    }
    trusts.append(trust)
  }

  /// The trusts of all files.
  var document: TrustsDocument {
    let missing = overrides.filter { places[$0.code.comparedTrustCode] == nil }
    let regions = leftOut.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
    return TrustsDocument(
      trusts: trusts + missing.compactMap(\.trust),
      leftOut: regions.map {
        LeftOutTrusts(region: $0.isEmpty ? nil : $0, codes: leftOut[$0] ?? [])
      },
      unused: missing.filter { $0.trust == nil }.map(TrustsReader.notice))
  }

  private static func notice(of override: TrustOverride) -> Fault {
    Fault(
      place: override.place,
      message:
        "the trust \(quoted(override.code)) is not in the register; correct the code, or give it "
        + "a `name` and a `cluster` to add it")
  }

  /// Whether a row has the right number of cells, which is that of the first row.
  private mutating func hasWidth(_ row: CSVRow) -> Bool {
    if let width {
      if TrustsReader.has(row, width) { return true }
      faults.add(
        Fault(
          place: row.place,
          message: "this row has \(row.count) cells and those before it \(width); "
            + "look for a missing or extra separator or quote"))
      return false
    }
    width = TrustsReader.widths.last { TrustsReader.has(row, $0) } ?? row.count
    isOver = !TrustsReader.widths.contains { $0 == width }
    if isOver {
      faults.add(
        Fault(
          place: row.place,
          message: "a register of trusts has rows of 24 or 27 cells and this one has \(row.count); "
            + "use the file as the Organisation Data Service publishes it"))
    }
    return !isOver
  }

  /// Whether a row has a number of cells, not counting blank ones at the end.
  private static func has(_ row: CSVRow, _ width: Int) -> Bool {
    row.count >= width && row.isBlank(from: width)
  }

  /// The code of a row's trust, which must be unique.
  private mutating func code(of row: CSVRow) -> String? {
    let code: String
    do throws(CodeKind.Fault) { code = try CodeKind.trust.code(row[Column.code.rawValue]) } catch {
      fault(error.words("trust code", quoted(row[Column.code.rawValue])), .code, of: row)
      return nil
    }
    if code.isEmpty {
      fault("the code of this trust is missing; write it here", .code, of: row)
      return nil
    }
    if let first = places[code.comparedTrustCode] {
      fault(
        "the trust \(quoted(code)) is listed twice, first in \(first); remove one",
        .code, of: row)
      return nil
    }
    places[code.comparedTrustCode] = "\(quoted(file)) at \(row.place(of: Column.code.rawValue))"
    return code
  }

  private mutating func name(of row: CSVRow) -> String? {
    let name = row[Column.name.rawValue]
    if isTrustName(name) { return name }
    fault(
      name.contains { !$0.isWhitespace }
        ? "the name of a trust must be one line; remove the line break or tab"
        : "the name of this trust is missing; write it here, or in the overrides",
      .name, of: row)
    return nil
  }

  /// The day in a cell, which may be empty; nil if the cell has something else.
  private mutating func date(_ column: Column, of row: CSVRow) -> CalendarDate?? {
    let text = row[column.rawValue].trimmed
    if text.isEmpty { return .some(nil) }
    if let date = registerDate(text) { return date }
    fault(
      "\(quoted(text)) is not a date of the register; write one such as `20041102`, or leave it "
        + "empty",
      column, of: row)
    return nil
  }

  /// The code of a row's region, which may be empty; nil if the cell has something else.
  private mutating func region(of row: CSVRow) -> String? {
    let region = row[Column.region.rawValue].trimmed
    if region.isEmpty || isRegionCode(region) { return region }
    fault(
      "\(quoted(region)) is not a region code; write one capital letter, such as `H`, or leave it "
        + "empty",
      .region, of: row)
    return nil
  }

  private mutating func fault(_ message: String, _ column: Column, of row: CSVRow) {
    faults.add(Fault(place: row.place(of: column.rawValue), message: message))
  }
}
