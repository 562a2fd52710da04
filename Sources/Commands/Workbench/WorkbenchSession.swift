import Canvas
import Curses
import Documents
import Interaction
import Procurement
import Themes
import Validation
import Workbench

/// A session at the workbench: from reading the document to giving the terminal back.
enum WorkbenchSession {
  /// Runs the workbench on a plan, or on a new one where none is named.
  static func run(
    plan path: String?, _ index: ProgrammeIndex, _ look: Look, home: String?
  ) throws(Failure) -> Outcome {
    do throws(TerminalError) { try CursesDisplay.check() } catch {
      throw .terminal(error.message)
    }
    let bench = try open(path, index, look.keymap, home: home)
    // Giving a large plan's memory back line by line would make quitting slow; the process's end
    // does it at once.
    _ = Unmanaged.passRetained(bench)
    var display = try openDisplay(look)
    let terminal = display
    bench.program.equip(with: equipment(look, terminal.clipboard))
    _ = bench.program.handle(.resize(terminal.size))
    Interaction.run(&bench.program, on: &display) { effect in
      guard case .wear(let name) = effect else { return bench.desk.perform(effect) }
      return wear(name, look.themes, on: terminal)
    }
    guard bench.program.isHungUp else { return Outcome() }
    let kept =
      bench.program.isModified
      ? "unwritten work is kept; open the plan again to take it up" : "everything was written"
    return Outcome(talk: "calloff: the terminal went away; \(kept)\n", ending: .failure)
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

  /// The program alone holds the plan then: a second reference would cost a copy at the first edit.
  static func open(
    _ path: String?, _ index: ProgrammeIndex, _ keymap: Keymap = .standard, home: String?
  ) throws(Failure) -> Bench {
    let (plan, contents) = try read(path, index.programme)
    let desk = Desk(path: path, version: contents?.version, home: home)
    return Bench(
      program: WorkbenchProgram(
        Assessment(plan, against: index), documentName: path,
        kept: desk.kept(for: index.programme),
        losesComments: contents.map { mayHaveComments($0.bytes) } ?? false,
        today: .today, keymap: keymap, size: Size(rows: 24, columns: 80)), desk: desk)
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

  private static func read(
    _ path: String?, _ programme: Programme
  ) throws(Failure) -> (Plan, FileContents?) {
    guard let path else { return (Plan.blank(in: programme), nil) }
    let contents: FileContents
    do throws(FileError) { contents = try readFile(path) } catch {
      throw .unreadable(name: path, error)
    }
    do throws(FaultList) {
      return (try readPlan(contents.bytes, for: programme).plan, contents)
    } catch {
      throw .faultyPlan(name: path, error)
    }
  }
}

extension Plan {
  /// A plan to begin with, for a trust that is still to be named.
  fileprivate static func blank(in programme: Programme) -> Plan {
    let trust = Trust(
      code: "NEW", name: "New trust", kind: .acute, cluster: programme.clusters.first?.id ?? "")
    let year = programme.figures.compactMap(\.year).first ?? FinancialYear(start: 2004)
    let years = year.map { first in
      (0..<3).compactMap { FinancialYear(start: first.start + $0) }
    }
    return Plan(header: Plan.Header(title: "New plan", trust: trust, years: years ?? []))
  }
}
