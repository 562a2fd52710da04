import Procurement
import Stores
import Text
import Validation

/// The plans of many trusts: how they are opened, looked through, and kept right.
extension WorkbenchProgram {
  // MARK: Loading

  /// Begins to read a portfolio, as the settings say, all plans or only the latest of each trust.
  public mutating func load(_ source: PortfolioSource) -> [Effect] {
    load(source, latestOnly: settings.latestOnly)
  }

  private mutating func load(_ source: PortfolioSource, latestOnly: Bool) -> [Effect] {
    panes = PaneStack(Loading(source: source, latestOnly: latestOnly, origin: screen))
    screen = .portfolio
    return [.portfolio(.load(source, latestOnly: latestOnly))]
  }

  /// Reads the portfolio again with only the latest plan of each trust, or with all plans.
  mutating func switchLatestPlans() -> [Effect] {
    guard let source = portfolio?.source else { return [] }
    return load(source, latestOnly: !settings.latestOnly)
  }

  /// Whether a portfolio is being read.
  public var isLoading: Bool { loading != nil }

  private var loading: Loading? {
    panes.top as? Loading
  }

  /// Cancels what is being read.
  public mutating func cancelLoading() -> [Effect] {
    guard let loading else { return [] }
    endLoading()
    screen = loading.origin
    message = Message(text: "not opened: \(loading.source.name)")
    reveal()
    return [.portfolio(.cancel)]
  }

  private mutating func endLoading() {
    panes.removeAll { $0 is Loading }
  }

  mutating func receive(_ outcome: PortfolioOutcome) {
    switch outcome {
    case .progress(let progress):
      guard var loading else { return }
      loading.progress = progress
      panes.replaceTop(loading)
    case .loaded(let loaded):
      guard let loading else { return }
      endLoading()
      settings.latestOnly = loading.latestOnly
      take(loaded, from: loading.source)
    case .failed(let words):
      let origin = loading?.origin
      endLoading()
      screen = origin ?? screen
      message = Message(text: words, isError: true)
      reveal()
    case .opened(let start): begin(on: start)
    }
  }

  private mutating func take(_ loaded: consuming LoadedPortfolio, from source: PortfolioSource) {
    let remarks = earlierPlans(loaded.earlier) + loaded.remarks
    var read = OpenPortfolio(
      loaded, from: source, left: portfolio?.originsLeftUnwritten ?? [])
    if let before = portfolio, before.source == source { read.keepPlace(of: before) }
    portfolio = read
    if isPlanOpen { attach(journal?.plan) }
    screen = .portfolio
    trail = []
    func more(than words: [String]) -> String {
      words.count == 1 ? "" : " (and \(words.count - 1) more)"
    }
    if let leftOut = portfolio?.leftOut, let first = leftOut.first {
      message = Message(text: "left out\(more(than: leftOut)): \(first)", isError: true)
    } else if let first = remarks.first {
      message = Message(text: first + more(than: remarks), isError: false)
    }
    reveal()
  }

  /// That earlier plans are left out, if there are any.
  private func earlierPlans(_ count: Int) -> [String] {
    count == 0
      ? []
      : ["\(counted(count, "earlier plan")) left out; \(mention(.latestPlans)) adds all plans"]
  }

  /// Explains the findings on several plans that concern the focused part.
  mutating func explainJointFindings() {
    guard let portfolio, let node = portfolio.focused,
      let pane = ExplanationPane(
        portfolio.findings.concerning(node), on: portfolio.name(of: node), portfolio.names)
    else {
      message = Message(text: "no findings on several plans together here")
      return
    }
    panes.push(pane)
    reveal()
  }

  /// Judges plans together again where this is shown and one of them has changed.
  mutating func refreshPortfolio() {
    let isSummedUp = screen == .summary && self[SummaryScreen.self].isOfPortfolio
    if screen == .portfolio || isSummedUp { portfolio?.refresh() }
  }

  // MARK: Going about

  /// Lists the parts of the focused row, or opens its plan.
  mutating func descend() -> [Effect] {
    leavePlace()
    guard let place = portfolio?.descend() else {
      noteArrival()
      reveal()
      return []
    }
    trail.removeLast()
    guard place != portfolio?.openPlan || !isPlanOpen else {
      go(to: .lines)
      reveal()
      return []
    }
    if let reason = reasonNotToLeave {
      message = Message(text: reason, isError: true)
      return []
    }
    guard let portfolio else { return [] }
    if case .stored(let number) = portfolio.origins[place] { return [.store(.open(number))] }
    return [.portfolio(.open(portfolio.origins[place], portfolio.part(ofPlan: place)))]
  }

  /// Lists what the user came from, or what the open node is a part of.
  mutating func ascend() -> [Effect] {
    if let effects = goToLastPlace() { return effects }
    listLevelAbove()
    return []
  }

  private mutating func listLevelAbove() {
    if portfolio?.ascend() == false {
      let top = portfolio.map { $0.name(of: $0.top) } ?? "this"
      message = Message(text: "\(top) is the top level; \(mention(.quit)) quits")
    }
    reveal()
  }

  /// Why the open plan cannot be left for another, in words; nil where nothing would be lost.
  var reasonNotToLeave: String? {
    guard isPlanOpen else { return nil }
    if isTryingOut { return whatIfReminder }
    if journal?.outbox.isEmpty == false {
      return "the last steps of `\(plan.header.title)` are not stored; wait, or quit to keep them"
    }
    return journal == nil && isModified
      ? "`\(plan.header.title)` is not written; \(mention(.write)) writes it" : nil
  }

  // MARK: The plan that is edited

  /// Finds the open plan among those of the portfolio, which takes it over as it is.
  mutating func attach(_ number: PlanNumber?) {
    let place = portfolio?.plan(number, document.storeName)
    guard !editor.attach(toPlan: place) else { return }
    message = Message(
      text:
        "with this plan the portfolio exceeds the largest total that calloff supports; use smaller amounts",
      isError: true)
  }

  /// Takes note of what the plan that is left has not written to its document.
  mutating func noteUnwritten() {
    guard isPlanOpen, !isLookingBack else { return }
    // A part of a table does not have a document, yet its edits are not in the table.
    let isWritten = portfolio?.isPartOpen == true ? document.written == ownPlan : !isModified
    portfolio?.note(isWritten: isWritten)
  }

  /// How many plans of the portfolio are not written to their documents, the open one left aside.
  var unwrittenPlans: Int {
    portfolio?.leftUnwritten ?? 0
  }

  // MARK: Rows

  /// Shows all parts as the portfolio has them, or, where they are shown so, the level above.
  mutating func showWholePortfolio() {
    guard let portfolio else { return }
    if portfolio.filter != nil {
      self.portfolio?.show(nil)
    } else if portfolio.isFlat {
      switchAllTrusts()
    } else if portfolio.order != nil {
      self.portfolio?.sort(by: nil)
    } else {
      listLevelAbove()
    }
  }

  /// Lists all trusts, or the parts of the top level again.
  mutating func switchAllTrusts() {
    guard let portfolio else { return }
    self.portfolio?.listAllTrusts(!portfolio.isFlat)
    if let order = self.portfolio?.order { message = Message(text: "sorted by \(order.title)") }
    reveal()
  }

  mutating func sortNodes(by order: NodeOrder?) {
    portfolio?.sort(by: order)
    message = Message(text: order.map { "sorted by \($0.title)" } ?? "as the portfolio has them")
  }

  /// Offers the columns by which the parts of a node can be sorted.
  mutating func offerNodeOrders() {
    let present = portfolio?.order
    let plain = Choice(
      title: "as the portfolio has them", taking: .sortNodes(nil), isCurrent: present == nil)
    let columns = NodeColumn.allCases.flatMap { column in
      [!column.isText, column.isText].map { isDescending in
        let order = NodeOrder(column: column, isDescending: isDescending)
        return Choice(title: order.title, taking: .sortNodes(order), isCurrent: order == present)
      }
    }
    show(ChoiceMenu(.order, [plain] + columns))
  }
}
