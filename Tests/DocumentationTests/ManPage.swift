import Procurement
import Validation
import Workbench

/// The man page: its options come from the program's help, its keys and codes from their tables.
struct ManPage {
  private let help: CommandHelp
  private let version: String

  init() throws {
    help = try CommandHelp.read()
    // Without the version of SQLite, which depends on the machine.
    version = String(try ProgramRun("calloff", ["--version"]).output.prefix { $0 != " " })
  }

  /// The page, in roff.
  var text: String {
    let head = """
      .\\" Generated from the program by `make docs`.
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
      opens the workbench on a plan document, or on the list of plans in the store. If the document
      does not exist, it offers to create it. For every line of the plan, the workbench shows who
      may supply it, who pays for it and what is unfunded, and it updates this at every keystroke.
      .PP
      The workbench needs a terminal of at least 30 columns and 8 rows. With
      .B \\-\\-plain
      it works without a screen: it reads commands from standard input, one on each line, such as
      .BR help ,
      and answers on standard output.
      """
    let foot = """
      .SH EXIT STATUS
      .TP
      .B 0
      Success.
      .TP
      .B 1
      A plan has errors, or with
      .B \\-\\-strict
      warnings; or two compared plans differ; or a named theme has defects; or
      .B calloff doctor
      found an error.
      .TP
      .B 2
      Wrong usage, or a document or settings file that cannot be read.
      .TP
      .B 3
      The terminal or the output failed, or with
      .B \\-\\-plain
      the input ended at an open question.
      .SH ENVIRONMENT
      .TP
      .B ACCESSIBLE
      If set and not 0, the workbench starts in plain mode, as with
      .BR \\-\\-plain .
      .TP
      .B NO_COLOR
      If set and not empty, commands and the workbench do not use colours.
      .TP
      .B CALLOFF_THEME
      The workbench's theme, unless
      .B \\-\\-theme
      names one.
      .TP
      .BR SSH_CONNECTION ", " SSH_TTY
      If one is set, the mouse is off unless
      .B \\-\\-mouse
      or the settings turn it on, and calloff waits longer after Esc for the rest of a key's
      sequence.
      .TP
      .BR TERM ", " LANG
      The type of the terminal, and whether it shows UTF-8; if not, the workbench draws with ASCII
      only. If the locale is not installed, calloff uses C.UTF-8.
      .TP
      .BR XDG_CONFIG_HOME ", " HOME
      Where the settings are: in
      .I $XDG_CONFIG_HOME/calloff
      if that variable is set, otherwise in
      .IR $HOME/.config/calloff .
      .SH FILES
      .TP
      .IR $XDG_CONFIG_HOME /calloff/keys.yaml
      Key bindings. If the variable is not set, they are in
      .IR ~/.config/calloff .
      .TP
      .IR $XDG_STATE_HOME /calloff/
      Changes that a session could not save, which the next session on the plan offers to restore,
      and the documents that the user has chosen for plans in a store. If the variable is not set,
      this is
      .IR ~/.local/state/calloff ;
      if that cannot be written, it is
      .IR /var/tmp/calloff-UID .
      Only the user can read it.
      .TP
      .I ~/.config/calloff/config.yaml
      Permanent options:
      .B theme
      (a name),
      .BR mouse ,
      .B ascii
      and
      .B clipboard
      (on or off), and
      .B editing
      (emacs or vi).
      .TP
      .I ~/.config/calloff/themes/NAME.yaml
      The user's own themes.
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

  /// The options of the program itself, which every command accepts.
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

  /// The arguments, with a flag and its inverse (`--mouse`, `--no-mouse`) as one entry.
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
        var rows = ActionTable.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
          row(entry.keys.map(\.name).joined(separator: "  "), entry.title)
        }
        if let typing = context.typing { rows.insert(row(typing.keys, typing.title), at: 1) }
        return ".SS \(context.title)\n" + rows.joined(separator: "\n")
      }.joined(separator: "\n")
  }

  private func row(_ keys: String, _ title: String) -> String {
    ".TP 18\n.B \"\(escaped(keys))\"\n" + escaped(title)
  }

  private var findings: String {
    ".SH FINDINGS\n.B calloff explain\n.I CODE\nexplains each.\n"
      + FindingCode.allCases.compactMap(Rulebook.description).map { description in
        let code = description.code
        return ".TP 8\n.B \(code.rawValue)\n"
          + escaped("\(code.name) (\(code.severity.rawValue)): \(description.summary)")
      }.joined(separator: "\n")
  }

  /// Text with roff's special characters escaped.
  private func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\"", with: "\\(dq").replacing("\n", with: "\n.br\n")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
