import Procurement
import Testing
import Validation

@testable import Reports

/// Whatever users write stays text: it is never markup, a link or a character that cannot be seen.
@Suite struct HostileTextTests {
  private static let hostile = [
    "<script>alert(1)</script>", "</td></tr></table><h1>x", "\" onload=\"x", "' x='", "&lt;b&gt;",
    "<!-- x", "]]>", "a|b|c", "`code`", "```", "~~~", "**bold**", "_x_", "[x](http://x.org)",
    "![x](y)", "<http://x.org>", "http://x.org/a", "www.x.org", "a@x.org", "# x", "- x", "+ x",
    "1. x", "2) x", "> x", "---", "===", "    x", "\\", "\\|", "{{x}}", "{{{x}}}", "$x$", "x^2^",
    "=1+1|'x'!A0", "@SUM(A1)", "a\nb\r\n\r\n# c\td", "\u{202E}x\u{2066}", "\u{1B}[31mx",
    "\u{0}x\u{7F}", "e\u{301}\u{301}\u{301}", "\u{FEFF}x\u{200B}y",
  ]

  /// A plan of which every text is the same.
  private func plan(_ text: String) throws -> Plan {
    let year = try #require(FinancialYear("2004-05"))
    let date = try #require(CalendarDate("2004-11-02"))
    let money = Money(pence: 100_000)
    var line = PlanLine(id: text, service: "additional.pacs")
    line.pacs = .entire
    line.route = .open
    line.supplier = text
    line.crsInteroperable = true
    line.justification = text
    line.notes = text
    line.funds = [text]
    line.cost[year, .capital] = money
    line.waivers = [Waiver(code: .P103, reason: text, date: date)]
    var offer = Alternative(id: text, cost: line.cost, values: [.supplier(text), .notes(text)])
    offer.set(.group, to: .group(text))
    line.alternatives = [offer]
    var second = PlanLine(id: text + text, service: text)
    second.description = text
    second.route = .calloff
    second.supplier = text
    second.group = text
    second.cost[year, .revenue] = money
    second.funds = [text]
    var third = second
    third.id = text + text + text
    third.service = "future"
    return Plan(
      header: Plan.Header(
        title: text, trust: Trust(code: text, name: text, kind: .acute, cluster: text),
        years: [year]),
      funds: [
        Fund(id: text, name: text, pays: .capital, certainty: .bid, available: [year: money])
      ],
      groups: [BuyingGroup(id: text, name: text, facility: text, members: [text])],
      lines: [line, second, third])
  }

  private func papers(_ text: String) throws -> [BoardPaper] {
    let plan = try plan(text)
    var origin = Papers.origin(text, version: text)
    origin.author = text
    var other = plan
    other.groups[0].members = []
    return [
      BoardPaper(Assessment(plan, against: Papers.index), from: origin),
      try Papers.paper([plan, other], PortfolioFiles(unread: [text], leftOut: [text])),
    ]
  }

  /// The tags of a page, with the number of quotation marks in each.
  private func tags(_ html: String) -> [String] {
    html.split(separator: "<").dropFirst().map { part in
      let tag = part.prefix { $0 != ">" }
      return "\(tag.prefix { $0 != " " }) \(tag.count { $0 == "\"" }) \(part.count { $0 == ">" })"
    }
  }

  /// The lines of a page of Markdown, without charts: in a block of code nothing is markup but its
  /// end, with which no line of a chart begins.
  private func lines(_ markdown: String) -> [Substring] {
    var isChart = false
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isChart.toggle() }
      if isChart { #expect("█▒░ `".contains(line.first ?? "x")) }
      return isChart ? "" : line
    }
  }

  /// The markup of a page of Markdown, line by line.
  private func markup(_ markdown: String) -> [String] {
    lines(markdown).map { line in
      var signs = ""
      var isEscaped = false
      for character in line.replacing("<!---->@", with: "") {
        if isEscaped || character == "\\" {
          isEscaped.toggle()
        } else if "|*#[]<>`_~{}!$&^@".contains(character) {
          signs.append(character)
        }
      }
      let isBlock = try? /^(?:[-+] |=+$|\d+[.)] | {4}|-{3})/.firstMatch(in: line)
      return signs + (isBlock.flatMap(\.self).map { " \($0.0)" } ?? "")
    }
  }

  @Test(arguments: hostile)
  func `no text becomes a tag or an attribute`(_ text: String) throws {
    for (paper, plain) in zip(try papers(text), try papers("x")) {
      #expect(tags(paper.html) == tags(plain.html))
    }
  }

  @Test(arguments: hostile)
  func `no text becomes Markdown`(_ text: String) throws {
    for (paper, plain) in zip(try papers(text), try papers("x")) {
      #expect(markup(paper.markdown) == markup(plain.markdown))
      let lines = lines(paper.markdown)
      #expect(!lines.contains { $0.contains(/[^\\]:\/\/|www\.x/) })
    }
  }

  @Test(arguments: hostile)
  func `every character can be seen`(_ text: String) throws {
    for paper in try papers(text) {
      for format in [paper.html, paper.markdown] {
        #expect(
          !format.unicodeScalars.contains { scalar in
            scalar != "\n"
              && (scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .format)
          })
      }
    }
  }

  @Test func `what is escaped is the same text for a reader`() {
    #expect(HTMLText.escaped("A & <b> \"c\" 'd'") == "A &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;")
    #expect(MarkdownText.escaped("IM&T | 2004-05: £1.50") == "IM\\&T \\| 2004-05: £1.50")
    #expect(MarkdownText.escaped("1. a@b.c - d") == "1\\. a<!---->@b.c - d")
  }
}
