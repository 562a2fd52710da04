import Interaction
import Procurement

extension Context {
  /// The plans of many trusts.
  public static let portfolio = Context("portfolio", "the plans of many trusts")
}

extension PortfolioScreen {
  var actions: [ActionEntry] {
    [
      ActionEntry(
        .open, "list the parts of the row, or open the plan", [.enter], in: [.portfolio]
      )
      .hinted("open").unless { $0.noPart }.asks { $0.descend() },
      ActionEntry(
        .left, "the level above", [.left, .character("h"), .backspace], in: [.portfolio]
      )
      .asks { $0.ascend() },
      ActionEntry(
        .right, "list the parts of the row, or open the plan", [.right, .character("l")],
        in: [.portfolio]
      )
      .unless { $0.noPart }.asks { $0.descend() },
      ActionEntry(
        .filter, "find a name on all levels, or filter parts like `unfunded>0`", [.character("/")],
        in: [.portfolio]
      )
      .hinted("filter").unless { $0.noPortfolio }.does { $0.openFilter() },
      ActionTable.wayBack(in: [.portfolio]),
      ActionEntry(
        .allTrusts, "list all trusts, or the parts again", [.character("t")], in: [.portfolio]
      )
      .hinted("trusts").unless { $0.noPortfolio }.does { $0.switchAllTrusts() },
      ActionEntry(
        .yearBars, "a bar for each year, or the columns again", [.character("b")],
        in: [.portfolio]
      )
      .unless { $0.noPortfolio }.does { $0.portfolio?.switchYears() },
      ActionEntry(
        .showDemand, "demand: the services that trusts buy", [.character("d")], in: [.portfolio]
      )
      .unless { $0.noPortfolio }.asks { $0.show(DemandScreen()) },
      ActionEntry(.sort, "sort the rows by any column", [.character("s")], in: [.portfolio])
        .hinted("sort").unless { $0.noPortfolio }.does { $0.offerNodeOrders() },
      ActionEntry(
        .explain, "explain the findings on several plans together", [.character("x")],
        in: [.portfolio]
      )
      .unless { $0.noPart }.does { $0.explainJointFindings() },
      ActionEntry(
        .latestPlans, "only the latest plan of each trust, or all plans", [.character("L")],
        in: [.portfolio]
      )
      .unless { $0.noPortfolio }.asks { $0.switchLatestPlans() },
      ActionEntry(
        .copy, "copy the rows with all columns to the clipboard", [.character("c")],
        in: [.portfolio]
      )
      .unless { $0.noPortfolio ?? $0.settings.display.copyDisabledReason }.asks { $0.copyNodes() },
    ]
  }
}

extension WorkbenchProgram {
  /// Copies the listed parts of the portfolio as rows of a spreadsheet, with exact amounts.
  fileprivate mutating func copyNodes() -> [Effect] {
    guard let portfolio else { return [] }
    let columns = NodeColumn.allCases.filter { $0 != .region || portfolio.isFlat }
    return copy(
      copiedRows(of: portfolio.rows, headings: columns.map(\.rawValue)) { node in
        columns.map { column in
          if column.isText { return column.text(of: node, in: portfolio) }
          let number = column.number(of: node, in: portfolio)
          return column.isAmount ? Money(pence: number).shortest : String(number)
        }
      })
  }

  /// Why nothing can be done with a portfolio: there is none.
  var noPortfolio: String? {
    portfolio == nil ? "there is no portfolio; `calloff FOLDER` opens one" : nil
  }

  /// Why no part of a portfolio can be opened.
  var noPart: String? {
    guard let portfolio else { return noPortfolio }
    guard portfolio.focused == nil else { return nil }
    return portfolio.filter == nil
      ? "there is no plan" : "no part fits the filter; \(mention(.showAll)) shows all"
  }
}
