import ArgumentParser
import Procurement

/// A mistyped command, and the command that it resembles most.
struct MistypedCommand {
  private let word: String
  private let near: String

  /// Looks for one in the arguments; nil if they name a command, or nothing that resembles one.
  init?(_ arguments: [String]) {
    var commands = Calloff.configuration.subcommands
    for word in arguments {
      let names = commands.map { $0.configuration.commandName ?? "" }
      if let place = names.firstIndex(of: word) {
        commands = commands[place].configuration.subcommands
        continue
      }
      // The parser reports unknown options.
      if word.hasPrefix("-") { return nil }
      guard let near = nearest(to: word, among: names) else { return nil }
      (self.word, self.near) = (word, near)
      return
    }
    return nil
  }

  var failure: Failure { .noCommand(word, near: near) }
}
