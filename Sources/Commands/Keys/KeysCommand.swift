import ArgumentParser
import Workbench

/// `calloff keys`: lists the key bindings in effect.
struct KeysCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List all key bindings, with remapped ones marked.",
    discussion: """
      To remap keys, write keys.yaml in the folder calloff of $XDG_CONFIG_HOME or ~/.config, \
      with the contexts and actions as named in this list.
      """)

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    Outcome(data: KeysList(try surroundings.keymap()).text)
  }
}
