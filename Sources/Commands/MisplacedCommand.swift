import ArgumentParser
import Workbench

/// A command that was typed after its options, where the parser takes it for a plan:
/// `calloff --store plans.sqlite export 1`.
struct MisplacedCommand {
  /// The command and its subcommands, in order.
  private let words: [String]
  /// The other arguments.
  private let rest: [String]

  /// Looks for one in the arguments; nil if each command in them comes before its options.
  init?(_ arguments: [String]) {
    var commands = Calloff.configuration.subcommands
    var places: [Int] = []
    for (place, word) in arguments.enumerated() {
      if word == "--" { break }
      guard let command = commands.first(where: { $0.configuration.commandName == word }) else {
        continue
      }
      places.append(place)
      commands = command.configuration.subcommands
    }
    guard let first = places.first, places != Array(0..<places.count),
      first == 0 || arguments[0].hasPrefix("-")
    else { return nil }
    words = places.map { arguments[$0] }
    rest = arguments.indices.filter { !places.contains($0) }.map { arguments[$0] }
  }

  /// The arguments with the command first, as text for a shell; nil if the command does not accept
  /// them.
  private var corrected: String? {
    guard (try? Calloff.parseAsRoot(words + rest)) != nil else { return nil }
    let arguments = (words + rest).compactMap(ShellWord.quoted)
    return arguments.count == words.count + rest.count ? arguments.joined(separator: " ") : nil
  }

  var failure: Failure {
    .misplacedCommand(words.joined(separator: " "), corrected: corrected)
  }
}
