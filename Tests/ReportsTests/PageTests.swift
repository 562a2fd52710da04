import Foundation
import Procurement
import Testing

@testable import Reports

/// The page of HTML as browsers and screen readers have it.
@Suite struct PageTests {
  private let page: String
  private let paper: BoardPaper

  init() throws {
    paper = Papers.paper(try Papers.example("imaging"))
    page = paper.html
  }

  @Test func `the page asks for no other file and runs nothing`() throws {
    #expect(page.contains("default-src 'none'"))
    for word in ["<script", "src=", "@import", "url(http", "javascript:", "style=\"", "onload"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.ranges(of: "href=").count == page.ranges(of: "href=\"#").count)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
  }

  @Test func `the policy allows the style of the page and no other`() throws {
    let style = try #require(try /<style>(?s:(.*?))<\/style>/.firstMatch(in: page)?.1)
    let hash = Data(SHA256.hash(Array(style.utf8))).base64EncodedString()
    let allowed = try #require(try /style-src '(.*?)'/.firstMatch(in: page)?.1)
    #expect("sha256-\(hash)" == allowed, "the style has changed: write its hash in html.mustache")
  }

  @Test func `every table has a caption, and every row and column a heading`() {
    let tables = page.split(separator: "<table>").dropFirst()
    #expect(tables.count == paper.tables.count)
    for (text, table) in zip(tables, paper.tables) {
      #expect(text.hasPrefix("\n<caption>"))
      let rows = table.rows.count + (table.total == nil ? 0 : 1)
      #expect(text.ranges(of: "<th scope=\"row\">").count == rows)
      #expect(
        text.ranges(of: "<th scope=\"col\"").count
          == 1 + table.texts.count + table.numbers.count)
    }
  }

  @Test func `every chart has a title and a description for those who cannot see it`() {
    let charts = page.split(separator: "<svg").dropFirst()
    #expect(charts.count == 3 && paper.charts.count == 3)
    for (text, chart) in zip(charts, paper.charts) {
      #expect(text.contains("role=\"img\"") && text.contains("<title>\(chart.title)</title>"))
      for bar in chart.bars { #expect(chart.description.contains(bar.label)) }
    }
    let ids = page.ranges(of: /\bid="[^"]*"/).map { String(page[$0]) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `the fixed parts of the templates are escaped in the same way in every format`() {
    #expect(page.contains("IM&amp;T revenue") && paper.markdown.contains("IM\\&T revenue"))
  }
}

/// Where charts are drawn.
@Suite struct BarChartTests {
  private func chart(_ bars: [[Int64]]) -> BarChart {
    BarChart(
      id: "c", title: "t", parts: [.programme, .covered, .unfunded],
      bars: bars.map { parts in
        BarChart.Bar(label: "l", amount: "a", parts: parts.map(Money.init(pence:)))
      })
  }

  @Test func `the parts of a bar abut, and the longest bar has the whole width`() {
    let layout = ChartLayout(chart([[1, 1, 1], [7, 0, 0], [3, 3, 1]]))
    let bars = Dictionary(grouping: layout.pieces, by: \.top)
    #expect(bars.count == 3)
    for pieces in bars.values {
      var end = 1
      for piece in pieces {
        #expect(piece.left == end && piece.width > 0)
        end = piece.left + piece.width
      }
    }
    #expect(bars.values.map { $0.reduce(0) { $0 + $1.width } }.sorted() == [170, 398, 398])
  }

  @Test func `a chart of text has the same bars, and no label begins a line`() {
    let text = chart([[1, 1, 2], [4, 0, 0], [0, 0, 0], [0, 2, 0]]).text
    let lines = text.split(separator: "\n")
    let bars = lines.map { $0.prefix(40) }
    #expect(
      bars[0] == String(repeating: "█", count: 10) + String(repeating: "▒", count: 10)
        + String(repeating: "░", count: 20))
    #expect(bars[1] == String(repeating: "█", count: 40))
    #expect(bars[2] == String(repeating: " ", count: 40))
    #expect(bars[3].filter { $0 == "▒" }.count == 20 && lines[3].hasSuffix("  a  l"))
    #expect(lines[4] == "█ programme pays   ▒ covered by funds   ░ unfunded")
  }

  @Test func `the largest amounts are drawn, and nothing is drawn of none`() {
    let layout = ChartLayout(chart([[.max, .max, .max]]))
    #expect(layout.pieces.map(\.width).reduce(0, +) == 398)
    #expect(ChartLayout(chart([[0, 0, 0]])).pieces.isEmpty && chart([[0, 0, 0]]).isEmpty)
  }
}

/// SHA-256, in which policies of pages name their styles.
private enum SHA256 {
  static func hash(_ message: [UInt8]) -> [UInt8] {
    let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
    func bits(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }
    let rounds = primes.map { bits(cbrt(Double($0))) }
    var state = primes.prefix(8).map { bits(Double($0).squareRoot()) }
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: (message.count * 8) >> ($0 * 8)) }
    for block in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { word in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + word * 4 + $1]) }
      }
      for round in 16..<64 {
        let (old, new) = (words[round - 15], words[round - 2])
        let first = turned(old, 7) ^ turned(old, 18) ^ old >> 3
        let second = turned(new, 17) ^ turned(new, 19) ^ new >> 10
        words.append(words[round - 16] &+ first &+ words[round - 7] &+ second)
      }
      var work = state
      for round in 0..<64 {
        let sum = turned(work[4], 6) ^ turned(work[4], 11) ^ turned(work[4], 25)
        let choice = work[4] & work[5] ^ ~work[4] & work[6]
        let first = work[7] &+ sum &+ choice &+ rounds[round] &+ words[round]
        let other = turned(work[0], 2) ^ turned(work[0], 13) ^ turned(work[0], 22)
        let most = work[0] & work[1] ^ work[0] & work[2] ^ work[1] & work[2]
        work = [first &+ other &+ most] + work.dropLast()
        work[4] = work[4] &+ first
      }
      for place in state.indices { state[place] = state[place] &+ work[place] }
    }
    return state.flatMap { word in (0..<4).reversed().map { UInt8(word >> ($0 * 8) & 0xFF) } }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }
}
