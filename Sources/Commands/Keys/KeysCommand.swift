import ArgumentParser
import Workbench

/// `calloff keys`: the keys as they stand.
struct KeysCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List all keys as they stand, remapped ones marked.",
    discussion: """
      Keys are remapped in keys.yaml, in the folder calloff of $XDG_CONFIG_HOME or ~/.config. \
      Contexts and actions are called there what this list calls them.
      """)

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    Outcome(data: KeysList(try surroundings.keymap()).text)
  }
}
