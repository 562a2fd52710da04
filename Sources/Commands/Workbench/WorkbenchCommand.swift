import ArgumentParser
import Documents
import Procurement
import Sessions
import Themes

/// `calloff [--plain] [PLAN]`: opens the workbench.
struct WorkbenchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "workbench", abstract: "Open the workbench on a plan.")

  @Argument(
    help: """
      The plan to work on: a document, or a plan of the store by its number, title or trust. A \
      folder of documents, or a table of lines (.csv), is opened as a portfolio. Without one, the \
      plans of the store are listed.
      """, completion: .file())
  var plan: String?

  @Option(
    help: ArgumentHelp("The table of funds and groups beside a table of lines.", valueName: "file"),
    completion: .file())
  var funds: String?

  @Flag(
    help: """
      In a portfolio show only the latest plan of each trust by its date (as_of); leave out \
      earlier ones.
      """)
  var latest = false

  @Option(
    help: ArgumentHelp(
      "The theme; `calloff themes` lists all.", valueName: "name"),
    completion: .list(ThemeLibrary.builtInNames))
  var theme: String?

  @Flag(
    help: """
      Work in lines instead of on a screen: for screen readers, scripts and terminals without a \
      cursor. ACCESSIBLE=1 in the environment means the same.
      """)
  var plain = false

  @Flag(
    inversion: .prefixedNo,
    help: """
      Use the mouse, or leave it to the terminal. By default it is used, except over SSH. While it \
      is used, Shift and the mouse select text in most terminals.
      """)
  var mouse: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Draw in ASCII alone, as is done anyway if the locale is not UTF-8.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "Copy to the clipboard through the terminal (OSC 52).")
  var clipboard: Bool?

  @Flag(help: "Open read-only.")
  var readOnly = false

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let isPlain = plain || surroundings.isAccessible
    let keymap = try surroundings.keymap()
    let request = SessionRequest(
      plan: plan, funds: funds, latestOnly: latest, index: index,
      store: stores.location(in: surroundings, readOnly: readOnly))
    do throws(Failure) {
      if isPlain { return try surroundings.openDialogue(request).get() }
      let settings = try surroundings.settings(options: options)
      let options = WorkbenchOptions(
        theme: try surroundings.theme(settings.theme), among: surroundings.themes, keymap: keymap,
        settings)
      return try surroundings.openWorkbench(request, options).get()
    } catch {
      throw explained(error)
    }
  }

  private var options: Configuration {
    Configuration(theme: theme, mouse: mouse, ascii: ascii, clipboard: clipboard)
  }

  /// Explains a plan that was not found: a mistyped subcommand, or a document to create.
  private func explained(_ failure: Failure) -> Failure {
    guard case .session(.unreadable(let name, .notFound)) = failure else { return failure }
    for command in Calloff.configuration.subcommands
    where command.configuration.commandName == name {
      return .misplacedCommand(name, corrected: nil)
    }
    if let command = MistypedCommand([name]) { return command.failure }
    if !readOnly, NewDocument.isName(name) { return .noDocument(name) }
    return name.contains { $0 == "/" || $0 == "." } ? failure : .noCommand(name, near: nil)
  }
}
