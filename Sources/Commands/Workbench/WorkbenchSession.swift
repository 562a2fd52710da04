import Curses
import Documents
import Glibc
import Interaction
import Procurement
import Text
import Themes
import Validation
import Workbench

/// A session at the workbench: from reading the document to giving the terminal back.
enum WorkbenchSession {
  /// Runs the workbench on a plan, or on a new one where none is named.
  static func run(
    _ request: SessionRequest, _ look: Look, state: StateFolder
  ) throws(Failure) -> Outcome {
    let start = SessionStart(request, state: state, terminalRemark: remark(on: .present))
    do throws(TerminalError) { try CursesDisplay.check() } catch {
      try start.requirePlan()
      throw .terminal(error.message)
    }
    let bench = try start.bench(look.keymap)
    // Giving a large plan's memory back line by line would make quitting slow; the process's end
    // does it at once.
    _ = Unmanaged.passRetained(bench)
    var display = try openDisplay(look)
    let terminal = display
    var watched = 0
    func watchNotices() {
      let notices = bench.desk.notices
      for descriptor in notices.dropFirst(watched) { terminal.watch(descriptor) }
      watched = notices.count
    }
    watchNotices()
    bench.program.equip(with: equipment(look, terminal.clipboard))
    _ = bench.program.handle(.resize(terminal.size))
    Interaction.run(&bench.program, on: &display) { effect in
      if case .wear(let name) = effect { return wear(name, look.themes, on: terminal) }
      // A store that is made meanwhile has notices from then on.
      defer { watchNotices() }
      return bench.desk.perform(effect)
    }
    let hangUp = bench.program.hangUp
    guard hangUp != nil || bench.program.hasKeptUnsaved else { return Outcome() }
    let cause = hangUp.map { "\(words(for: $0)); " } ?? ""
    return Outcome(
      talk: VisibleText.safe("calloff: \(cause)\(bench.program.whatIsKept)") + "\n",
      ending: .failure, signal: terminal.endingSignal)
  }

  private static func words(for hangUp: HangUp) -> String {
    switch hangUp {
    case .terminalGone, .signal(.hangUp): "the terminal went away"
    case .signal(.terminate): "ended by signal \(SIGTERM)"
    case .signal(.other(let number)): "ended by signal \(number)"
    }
  }

  /// A locale that is not installed is worth a remark where it costs the screen its lines and signs.
  private static func remark(on traits: TerminalTraits) -> String? {
    guard let name = traits.missingLocale, !traits.isUTF8 else { return nil }
    return "\(quoted(name)) is not installed: drawn with ASCII alone; `calloff doctor` says more"
  }

  private static func equipment(_ look: Look, _ clipboard: Clipboard) -> Equipment {
    let hindrance: String? =
      switch clipboard {
      case .available: nil
      case .switchedOff: "the clipboard is switched off; `--clipboard` switches it on"
      case .unavailable: "this terminal has no clipboard; `calloff doctor` says more"
      }
    return Equipment(
      themes: look.themes.names, theme: look.theme.name, copyHindrance: hindrance,
      movements: look.editing)
  }

  /// Puts on a theme; one that is faulty is not worn, and why is said.
  private static func wear(
    _ name: String, _ themes: ThemeLibrary, on terminal: CursesDisplay
  ) -> Step<EffectOutcome> {
    do throws(ThemeError) { terminal.wear(try themes.theme(named: name)) } catch {
      return .outcome(.failed(Failure(error).message))
    }
    return .nothing
  }

  private static func openDisplay(_ look: Look) throws(Failure) -> CursesDisplay {
    var options = TerminalOptions.standard
    options.withMouse = look.mouse
    options.withASCIIAlone = look.ascii
    options.withClipboard = look.clipboard
    do throws(TerminalError) {
      return try CursesDisplay(theme: look.theme, options: options)
    } catch {
      throw .terminal(error.message)
    }
  }
}
