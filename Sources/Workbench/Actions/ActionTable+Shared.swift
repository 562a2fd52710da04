import Interaction

/// Actions that many screens and panes share.
extension ActionTable {
  /// Lists filtered by typing, where letters are not key bindings.
  private static let filteredLists: [Context] = [.choices, .manyChoices, .fixes, .help]
  /// Panes that are read.
  private static let readings: [Context] = [
    .explanation, .pasted, .importColumns, .merging, .columns,
  ]
  /// Forms.
  private static let forms: [Context] = [.form, .alternative]

  // MARK: Moving

  static func moving(in lists: [Context]) -> [ActionEntry] {
    let lettered = lists + forms + readings
    return [
      move(.up, "up", [.up, .character("k")], in: lettered),
      move(.down, "down", [.down, .character("j")], in: lettered),
      move(.up, "up", [.up, .control("p")], in: filteredLists),
      move(.down, "down", [.down, .control("n")], in: filteredLists),
      move(.pageUp, "a page up", [.pageUp, .control("b")], in: lettered),
      move(.pageDown, "a page down", [.pageDown, .control("f")], in: lettered),
      move(.pageUp, "a page up", [.pageUp], in: filteredLists),
      move(.pageDown, "a page down", [.pageDown], in: filteredLists),
      move(.first, "to the first", [.home, .character("g")], in: lettered),
      move(.last, "to the last", [.end, .character("G")], in: lettered),
      move(.first, "to the first", [.home], in: filteredLists),
      move(.last, "to the last", [.end], in: filteredLists),
      ActionEntry(.left, "back", [.left], in: filteredLists).does { $0.close() },
      ActionEntry(.left, "back", [.left, .character("h")], in: readings).does { $0.close() },
      close(
        "back, changing nothing", [.escape, .control("c"), .control("g")],
        in: forms + [.question] + filteredLists + [.field]
      ).hinted("back"),
      close("back", [.escape, .character("q"), .control("c"), .control("g")], in: readings)
        .hinted("back"),
      close("back", [.character("q")], in: forms),
    ]
  }

  /// An action that moves the focus.
  static func move(
    _ action: Action, _ title: String, _ keys: [Key], in contexts: [Context]
  ) -> ActionEntry {
    ActionEntry(action, title, keys, in: contexts).does { $0.move(action) }
  }

  private static func close(
    _ title: String, _ keys: [Key], in contexts: [Context]
  ) -> ActionEntry {
    ActionEntry(.close, title, keys, in: contexts).does { $0.close() }
  }

  /// The action that leads back to where the user came from, in lists.
  static func wayBack(in lists: [Context]) -> ActionEntry {
    ActionEntry(
      .showAll, "clear filter and sort, or back to where you came from", [.escape], in: lists
    )
    .unless { $0.reasonNotToGoBack }.asks { $0.goBack() }
  }

  // MARK: Changing

  static func changing(in lists: [Context]) -> [ActionEntry] {
    stepping(in: lists) + tryingOut(in: lists)
  }

  /// Actions that try changes out.
  private static func tryingOut(in lists: [Context]) -> [ActionEntry] {
    [
      ActionEntry(
        .tryOut, "what if: try changes out, then keep or drop them", [.character("!")],
        in: lists.filter { ![.plans, .scenarios].contains($0) } + forms
      )
      .unless { $0.reasonNotToTryOut }.does { $0.tryOut() },
      ActionEntry(
        .scale, "change amounts by per cent", [.character("%")],
        in: [.plan, .findings, .records, .form]
      )
      .unless { $0.reasonNotToChange ?? $0.noAmounts }.does { $0.offerScaling() },
    ]
  }

  private static func stepping(in lists: [Context]) -> [ActionEntry] {
    let changing = lists.filter { ![.plans, .scenarios].contains($0) } + forms
    return [
      // Found by name from every other screen; no key is left for it there.
      startPlan([], in: lists.filter { $0 != .plans }),
      ActionEntry(.undo, "undo", [.character("u")], in: changing).hinted("undo")
        .unless { $0.reasonNotToChange ?? $0.nothingToUndo }
        .does { $0.undo() },
      ActionEntry(.redo, "redo", [.character("U"), .control("r")], in: changing)
        .unless { $0.reasonNotToChange ?? ($0.history.nextUndone == nil ? "nothing to redo" : nil) }
        .does { $0.redo() },
      ActionEntry(
        .restore, "restore the version shown, as an edit", [.character("B")],
        in: [.plan, .history]
      )
      .unless { program in
        program.isLookingBack
          ? program.journal?.access.disabledReason
          : "nothing to restore; open an earlier step in History first"
      }
      .does { $0.restore() },
      ActionEntry(
        .freeze, "freeze the plan for all users, or reopen it", [.character("F")],
        in: lists.filter { ![.portfolio, .demand, .plans, .scenarios].contains($0) }
      )
      .unless { program in
        program.reasonNotToStore ?? (program.isLookingBack ? program.changeDisabledReason : nil)
          ?? program.noPlan
      }
      .does { $0.freeze() },
      ActionEntry(
        .nameVersion, "name this version", [.character("v")],
        in: [.plan, .findings, .records]
      )
      .unless { $0.reasonNotToStore ?? $0.noPlan }
      .does { $0.nameVersion() },
      ActionEntry(.write, "write the plan to its file", [.character("w")], in: changing)
        .hinted("write")
        .unless { $0.noPlan }
        .asks { $0.write() },
      // Found by name: it is asked for once in a while, and no key is left for it everywhere.
      ActionEntry(.writeReport, "write a report of the plan: a board paper", [], in: changing)
        .unless { $0.reasonNotToReport }
        .does { $0.askForReportName() },
    ]
  }

  /// An action that starts a plan.
  static func startPlan(_ keys: [Key], in contexts: [Context]) -> ActionEntry {
    ActionEntry(.addPlan, "start a plan: choose its trust", keys, in: contexts)
      .unless { $0.reasonNotToStore ?? $0.reasonNotToLeave }
      .asks { $0.addPlan() }
  }

  // MARK: Everywhere

  static func general(in contexts: [Context], _ lists: [Context]) -> [ActionEntry] {
    let untyped = contexts.filter { !$0.takesText }
    let typed = contexts.filter(\.takesText)
    // There `R` renames.
    let naming: [Context] = [.plans, .scenarios]
    return [
      ActionEntry(.nextScreen, "the next screen", [.tab], in: lists).hinted("screen")
        .asks { $0.showScreen(1) },
      ActionEntry(.previousScreen, "the previous screen", [.backTab], in: lists)
        .asks { $0.showScreen(-1) },
      ActionEntry(
        .palette, "find any action by typing its name, or a word like it", [.character(":")],
        in: lists + forms
      )
      .does { $0.show(ActionList(everywhere: $0)) },
      help([.character("?"), .function(1)], in: lists + forms).hinted("keys"),
      help([.character("?"), .function(1)], in: readings + [.question, .loading]),
      help([.function(1)], in: typed.filter { $0 != .help }),
      ActionEntry(.help, "close this list", [.function(1)], in: [.help]).does { $0.close() },
      ActionEntry(.theme, "choose a theme", [.character("T")], in: lists)
        .unless { program in
          program.settings.display.themes.isEmpty
            ? "themes need the full-screen mode" : nil
        }
        .does { $0.offerThemes() },
      quit([.character("q"), .control("c")], in: lists).hinted("quit"),
      // There `q` leads back, so it is only found by its name.
      quit([], in: forms),
      suspend([.control("z"), .character("Z")], in: untyped),
      suspend([.control("z")], in: typed),
      redraw([.control("l"), .character("R")], in: untyped.filter { !naming.contains($0) }),
      redraw([.control("l"), .character("L")], in: naming),
      redraw([.control("l")], in: typed),
    ]
  }

  private static func help(_ keys: [Key], in contexts: [Context]) -> ActionEntry {
    ActionEntry(.help, "the keys for this screen", keys, in: contexts)
      .does { $0.show(ActionList(here: $0)) }
  }

  private static func quit(_ keys: [Key], in contexts: [Context]) -> ActionEntry {
    ActionEntry(.quit, "quit", keys, in: contexts).asks { $0.quit() }
  }

  private static func suspend(_ keys: [Key], in contexts: [Context]) -> ActionEntry {
    ActionEntry(.suspend, "suspend; `fg` resumes", keys, in: contexts)
      .asks { _ in [.suspend] }
  }

  private static func redraw(_ keys: [Key], in contexts: [Context]) -> ActionEntry {
    ActionEntry(.redraw, "draw the screen again", keys, in: contexts).asks { _ in [.redraw] }
  }
}
