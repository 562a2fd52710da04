import Procurement
import SeededRandom

/// Random tables of lines, written in every allowed way, with the lines that they mean.
struct RandomPortfolioTable {
  private var random: SplitMix64
  private var columns: [String]

  /// Texts that can be a code or the name of a supplier and are read back unchanged.
  private static let codes = ["", "x", "a \"quoted\" word", "one, two", "Ynys Môn", "\"", ","]
  private static let texts = [
    "", "x", "a \"quoted\" word", "one, two", "over\nthree\r\nlines", "Ynys Môn", "\"", ",", "  ",
  ]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    columns = PortfolioTableTests.header.dropLast().split(separator: ",").map(String.init)
    columns.shuffle(using: &random)
  }

  /// A table, and its lines by trust. Rows of a line may be anywhere in it.
  mutating func table(trusts: Int, lines: Int) -> (text: String, lines: [String: [PlanLine]]) {
    var rows: [(trust: String, line: PlanLine, cells: [String: String])] = []
    for trust in 0..<trusts {
      for number in 0..<lines {
        let line = line(number)
        for cells in cells(of: line) { rows.append(("R\(trust)", line, cells)) }
      }
    }
    if random.next() % 2 == 0 { rows.shuffle(using: &random) }
    var text = random.next() % 2 == 0 ? "\u{FEFF}" : ""
    text += columns.joined(separator: ",") + lineBreak
    var found: [String: [PlanLine]] = [:]
    for row in rows {
      var cells = row.cells
      cells["trust"] = row.trust
      cells["cluster"] = "eastern"
      text += columns.map { written(cells[$0] ?? "") }.joined(separator: ",") + lineBreak
      if found[row.trust]?.contains(where: { $0.id == row.line.id }) != true {
        found[row.trust, default: []].append(row.line)
      }
    }
    return (text, found)
  }

  private var lineBreak: String {
    mutating get { pick(["\n", "\r\n", "\r", "\n\n"]) }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(random.next() % UInt64(elements.count))]
  }

  private mutating func line(_ number: Int) -> PlanLine {
    var line = PlanLine(id: "L\(number)", service: pick(["future", "core.surgery", "no, such"]))
    line.need = pick(Need.allCases)
    line.route = pick([nil] + Route.allCases)
    line.pacs = pick([nil] + PACSOption.allCases)
    line.supplier = text(RandomPortfolioTable.codes)
    line.group = text(RandomPortfolioTable.codes)
    line.description = text()
    line.justification = text()
    line.spineConnected = pick([nil, true, false])
    line.crsInteroperable = pick([nil, true, false])
    line.funds = pick([[], ["a"], ["a", "b"]])
    for start in 2004...2006 {
      guard let year = FinancialYear(start: start) else { continue }
      line.cost[year, .capital] = Money(pence: pick([0, 1, 250, 99_999]))
      line.cost[year, .revenue] = Money(pence: pick([0, 0, 120_000]))
    }
    return line
  }

  private mutating func text(_ texts: [String] = texts) -> String? {
    let text = pick(texts)
    return text.isEmpty ? nil : text
  }

  private mutating func cells(of line: PlanLine) -> [[String: String]] {
    var cells = [
      "line": line.id, "service": line.service, "pacs": line.pacs?.rawValue ?? "",
      "need": line.need == .new ? pick(["", "new"]) : "retain",
      "route": line.route?.rawValue ?? "", "supplier": line.supplier ?? "",
      "group": line.group ?? "", "justification": line.justification ?? "",
      "description": line.description ?? "", "funds": line.funds.joined(separator: " "),
    ]
    cells["spine_connected"] = line.spineConnected.map { $0 ? "yes" : "FALSE" } ?? ""
    cells["crs_interoperable"] = line.crsInteroperable.map { $0 ? "TRUE" : "no" } ?? ""
    let years = Set(line.cost.amounts.map(\.year))
    if years.isEmpty { return [cells] }
    // Every spelling of `new` and of nothing is the same on all rows of a line.
    return years.sorted().map { year in
      var row = cells
      row["year"] = "\(year)"
      let (capital, revenue) = (line.cost[year, .capital], line.cost[year, .revenue])
      row["capital"] = capital == .zero ? "" : capital.shortest
      row["revenue"] = revenue == .zero ? "0" : revenue.plain
      return row
    }
  }

  private mutating func written(_ cell: String) -> String {
    let needsQuotes = cell.contains { "\",\n\r\r\n".contains($0) }
    guard needsQuotes || random.next() % 4 == 0 else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
