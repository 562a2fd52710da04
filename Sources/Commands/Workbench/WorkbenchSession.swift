import Curses
import Documents
import Glibc
import Interaction
import Procurement
import Sessions
import Text
import Themes
import Workbench

/// A session of the workbench in the terminal, until the terminal is given back.
enum WorkbenchSession {
  /// Runs the workbench on what was asked for.
  static func run(
    _ request: SessionRequest, _ options: WorkbenchOptions, state: StateFolder
  ) throws(Failure) -> Outcome {
    let session = try start(
      SessionStart(request, state: state, terminalRemark: remark(on: .present)), options.keymap)
    // Giving a large plan's memory back line by line would make quitting slow; the end of the
    // process does it in one go.
    _ = Unmanaged.passRetained(session)
    var display = try openDisplay(options)
    let terminal = display
    var watched = 0
    func watchNotices() {
      let notices = session.notices
      for descriptor in notices.dropFirst(watched) { terminal.watch(descriptor) }
      watched = notices.count
    }
    watchNotices()
    session.program.configure(for: capabilities(options, terminal.clipboard))
    _ = session.program.handle(.resize(terminal.size))
    Interaction.run(&session.program, on: &display) { effect in
      if case .applyTheme(let name) = effect {
        return applyTheme(name, options.themes, on: terminal)
      }
      // A store that is created meanwhile has notices from then on.
      defer { watchNotices() }
      return session.perform(effect)
    }
    let hangUp = session.program.hangUp
    guard hangUp != nil || session.program.hasKeptUnsaved else { return Outcome() }
    let cause = hangUp.map { "\(words(for: $0)); " } ?? ""
    return Outcome(
      standardError: VisibleText.safe("calloff: \(cause)\(session.program.whatIsKept)") + "\n",
      exitStatus: .failure, signal: terminal.endingSignal)
  }

  /// Opens what was asked for. Without a terminal the reason is that, unless there is no such plan.
  private static func start(
    _ start: SessionStart, _ keymap: Keymap
  ) throws(Failure) -> Session {
    var terminalError: TerminalError?
    do throws(TerminalError) { try CursesDisplay.check() } catch { terminalError = error }
    do throws(SessionError) {
      if terminalError == nil { return try start.session(keymap) }
      try start.requirePlan()
    } catch {
      throw .session(error)
    }
    throw .terminal(terminalError?.message ?? "")
  }

  private static func words(for hangUp: HangUp) -> String {
    switch hangUp {
    case .terminalGone, .signal(.hangUp): "the terminal went away"
    case .signal(.terminate): "ended by signal \(SIGTERM)"
    case .signal(.other(let number)): "ended by signal \(number)"
    }
  }

  /// A locale that is not installed is worth a remark where the screen loses its lines and signs.
  private static func remark(on traits: TerminalTraits) -> String? {
    guard let name = traits.missingLocale, !traits.isUTF8 else { return nil }
    return "\(quoted(name)) is not installed: drawn with ASCII alone; `calloff doctor` says more"
  }

  private static func capabilities(_ options: WorkbenchOptions, _ clipboard: Clipboard)
    -> DisplayCapabilities
  {
    let disabledReason: String? =
      switch clipboard {
      case .available: nil
      case .switchedOff: "the clipboard is switched off; `--clipboard` switches it on"
      case .unavailable: "this terminal has no clipboard; `calloff doctor` says more"
      }
    return DisplayCapabilities(
      themes: options.themes.names, theme: options.theme.name, copyDisabledReason: disabledReason,
      movements: options.editing, row: options.row)
  }

  /// Applies a theme; if it is faulty, the reason is the outcome.
  private static func applyTheme(
    _ name: String, _ themes: ThemeLibrary, on terminal: CursesDisplay
  ) -> Step<EffectOutcome> {
    do throws(ThemeError) { terminal.applyTheme(try themes.theme(named: name)) } catch {
      return .outcome(.failed(Failure(error).message))
    }
    return .nothing
  }

  private static func openDisplay(_ options: WorkbenchOptions) throws(Failure) -> CursesDisplay {
    var terminal = TerminalOptions.standard
    terminal.withMouse = options.mouse
    terminal.withASCIIAlone = options.ascii
    terminal.withClipboard = options.clipboard
    do throws(TerminalError) {
      return try CursesDisplay(theme: options.theme, options: terminal)
    } catch {
      throw .terminal(error.message)
    }
  }
}
