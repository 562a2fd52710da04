import Canvas
import Procurement
import Stores
import Testing
import Validation
import Workbench

@testable import Plain

/// Portfolios in plain mode.
@Suite struct PortfolioDialogueTests {
  /// A dialogue on two plans of one trust and one plan of another.
  private func transcript() throws -> Transcript {
    var portfolio = Portfolio()
    for (place, code) in ["RSS", "RSS", "RTT"].enumerated() {
      var plan = try Fixture.plan("imaging")
      plan.header.trust.code = code
      portfolio.append(plan, source: "p\(place).yaml")
    }
    let index = try Fixture.index()
    let origins = portfolio.plans.map { PlanOrigin.document($0.source) }
    let loaded = try #require(LoadedPortfolio(portfolio, origins: origins, against: index))
    var program = WorkbenchProgram(
      .portfolio(against: index), settings: WorkbenchSettings(today: .earliest),
      size: .init(rows: 24, columns: 80))
    _ = program.load(.folder("plans"))
    _ = program.receive(.portfolio(.loaded(loaded)))
    return Transcript(PlainDialogue(program))
  }

  @Test func `rows have their numbers, and plans are opened level by level`() throws {
    var transcript = try transcript()
    #expect(transcript.text.contains("1 RSS ") && transcript.text.contains(", 2 plans, "))
    #expect(transcript.text.contains(", unfunded "))
    transcript.enter("open 1")
    #expect(transcript.enter("list").contains { $0.hasPrefix("2 Imaging and wards") })
    transcript.enter("open 2")
    #expect(transcript.effects.last == .portfolio(.open(.document("p1.yaml"), nil)))
  }

  @Test func `findings on several plans are printed, and those of a row with it`() throws {
    var transcript = try transcript()
    let finding = "warning G101: 2 plans of "
    #expect(transcript.enter("findings").contains { $0.hasPrefix(finding) })
    #expect(transcript.enter("show").contains { $0.hasPrefix(finding) })
    transcript.enter("down")
    #expect(transcript.enter("show").allSatisfy { !$0.contains("G101") })
  }

  @Test func `only the latest plans are asked for`() throws {
    var transcript = try transcript()
    transcript.enter("latest-plans")
    #expect(transcript.effects.last == .portfolio(.load(.folder("plans"), latestOnly: true)))
    #expect(transcript.dialogue.isLoading)
  }
}
