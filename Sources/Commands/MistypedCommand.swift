import ArgumentParser
import Procurement

/// A command that does not exist, as it was typed, and the one that is nearest.
struct MistypedCommand {
  private let word: String
  private let near: String

  /// Looks for one in the arguments of a call; nil where they name a command, or nothing like one.
  init?(_ arguments: [String]) {
    var commands = Calloff.configuration.subcommands
    for word in arguments {
      let names = commands.map { $0.configuration.commandName ?? "" }
      if let place = names.firstIndex(of: word) {
        commands = commands[place].configuration.subcommands
        continue
      }
      // What begins with a dash is an option, which the parser answers.
      if word.hasPrefix("-") { return nil }
      guard let near = nearest(to: word, among: names) else { return nil }
      (self.word, self.near) = (word, near)
      return
    }
    return nil
  }

  var failure: Failure { .noCommand(word, near: near) }
}
