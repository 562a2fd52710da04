import Procurement
import Validation
import Workbench

/// The man page: options as the program describes them, keys and codes from their tables.
struct ManPage {
  private let help: CommandHelp
  private let version: String

  init() throws {
    help = try CommandHelp.read()
    // Which SQLite is part of it depends on where it is built.
    version = String(try ProgramRun("calloff", ["--version"]).output.prefix { $0 != " " })
  }

  /// The page, in roff.
  var text: String {
    let head = """
      .\\" Made from the program; `make docs` makes it again.
      .TH CALLOFF 1 "" "calloff \(version)" "User Commands"
      .SH NAME
      calloff \\- draft and check a trust's procurement plan under the National Programme for IT
      .SH SYNOPSIS
      .B calloff
      .RB [ \\-\\-plain ]
      .RI [ plan ]
      .br
      .B calloff
      .I command
      .RI [ options ]
      .SH DESCRIPTION
      Without a command,
      .B calloff
      opens the workbench on a plan document, which is created where that is wanted, or on the plans of
      the store. Every line of the plan is judged at each
      key that changes it: who may supply it, who pays for it, and what no fund covers.
      .PP
      The workbench needs a terminal of at least 30 columns and 8 rows. With
      .B \\-\\-plain
      it needs none: it takes a line of standard input at a time, the name of an action or
      .BR help ,
      and says on standard output what became of it.
      """
    let foot = """
      .SH EXIT STATUS
      .TP
      .B 0
      All is well.
      .TP
      .B 1
      A plan has findings of severity error, or with
      .B \\-\\-strict
      of severity warning; or plans that were compared differ;
      or a theme that was named has defects; or
      .B calloff doctor
      found an error.
      .TP
      .B 2
      Wrong usage, or a document that cannot be read, chosen keys among them.
      .TP
      .B 3
      The terminal, or the output, failed.
      .SH ENVIRONMENT
      .TP
      .B ACCESSIBLE
      Where it is neither empty nor 0, the workbench works in lines, as with
      .BR \\-\\-plain .
      .TP
      .B NO_COLOR
      Where it is not empty, commands print without colours, and the workbench has none.
      .TP
      .B CALLOFF_THEME
      The workbench's theme, unless
      .B \\-\\-theme
      names one.
      .TP
      .BR SSH_CONNECTION ", " SSH_TTY
      Where one is set, the mouse is left to the terminal unless
      .B \\-\\-mouse
      or the settings ask for it, and a lone Esc waits longer for what may follow it.
      .TP
      .BR TERM ", " LANG
      What the terminal can do, and whether it shows UTF-8; where it does not, the workbench draws with
      ASCII alone. Instead of a locale that is not installed C.UTF-8 is used.
      .TP
      .BR XDG_CONFIG_HOME ", " HOME
      Where the folder of settings is.
      .SH FILES
      .TP
      .IR $XDG_CONFIG_HOME /calloff/keys.yaml
      Chosen keys; below
      .I ~/.config
      where that variable is not set.
      .TP
      .IR $XDG_STATE_HOME /calloff/
      Changes that a session could neither write nor store when it ended, which the next session on the
      plan offers, and which documents the user has named for plans of a store. Below
      .I ~/.local/state
      where that variable is not set; where that cannot be written, in
      .IR /var/tmp/calloff-UID .
      Nobody else can read it.
      .TP
      .I ~/.config/calloff/config.yaml
      What is always wanted:
      .B theme:
      and the name of a theme,
      .BR mouse ,
      .B ascii
      and
      .B clipboard
      with on or off, and
      .B editing
      with emacs or vi.
      .TP
      .I ~/.config/calloff/themes/NAME.yaml
      Themes of one's own.
      """
    let parts = [head, commands, keys, findings, foot]
    return parts.joined(separator: "\n") + "\n"
  }

  // MARK: Commands

  private var commands: String {
    let shown = (help.subcommands ?? []).filter { $0.commandName != "help" }
    return ".SH COMMANDS\n" + shown.map(section).joined(separator: "\n")
      + "\n.SH OPTIONS OF EVERY COMMAND\n" + shared.map(entry).joined(separator: "\n")
  }

  /// The options of the program itself, which every command has.
  private var shared: [CommandHelp.Argument] { (help.arguments ?? []).filter(\.shouldDisplay) }

  private func section(_ command: CommandHelp) -> String {
    let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !shared.contains($0) }
    let usage = arguments.filter { $0.kind == "positional" }.map { argument in
      let name = (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? " [\(name)]" : " \(name)"
    }.joined()
    let lines =
      [".SS calloff \(command.commandName)\(usage)", escaped(command.abstract ?? "")]
      + (command.discussion.map { [".PP", escaped($0)] } ?? [])
      + joined(arguments).map(entry)
    return lines.joined(separator: "\n")
  }

  /// The arguments, a flag and its inverse (`--mouse`, `--no-mouse`) as one, with the names of both.
  private func joined(_ arguments: [CommandHelp.Argument]) -> [CommandHelp.Argument] {
    arguments.reduce(into: []) { joined, argument in
      if let last = joined.last, let name = last.names?.first?.name,
        argument.names?.first?.name == "no-\(name)", argument.abstract == last.abstract
      {
        joined[joined.count - 1].names = (last.names ?? []) + (argument.names ?? [])
      } else {
        joined.append(argument)
      }
    }
  }

  private func entry(_ argument: CommandHelp.Argument) -> String {
    [".TP", heading(of: argument), escaped(argument.abstract ?? "")].joined(separator: "\n")
  }

  private func heading(of argument: CommandHelp.Argument) -> String {
    guard argument.kind != "positional" else {
      return ".I \((argument.valueName ?? "").uppercased())"
    }
    let names = (argument.names ?? []).map { name in
      escaped((name.kind == "long" ? "--" : "-") + name.name)
    }.joined(separator: ", ")
    guard argument.kind == "option", let value = argument.valueName else { return ".B \(names)" }
    return ".BI \"\(names) \" \(escaped(value))"
  }

  // MARK: Tables

  private var keys: String {
    ".SH KEYS\n"
      + Context.allCases.map { context in
        let rows = ActionTable.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
          ".TP 18\n.B \"\(escaped(entry.keys.map(\.name).joined(separator: "  ")))\"\n"
            + escaped(entry.title)
        }
        return ".SS \(context.title)\n" + rows.joined(separator: "\n")
      }.joined(separator: "\n")
  }

  private var findings: String {
    ".SH FINDINGS\n.B calloff explain\n.I CODE\ntells more of each.\n"
      + FindingCode.allCases.compactMap(Rulebook.description).map { description in
        let code = description.code
        return ".TP 8\n.B \(code.rawValue)\n"
          + escaped("\(code.name) (\(code.severity.rawValue)): \(description.summary)")
      }.joined(separator: "\n")
  }

  /// Text as roff takes it literally.
  private func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\"", with: "\\(dq").replacing("\n", with: "\n.br\n")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
