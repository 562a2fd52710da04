import Foundation

/// The program's own description of its command line, as dumped by ArgumentParser.
struct CommandHelp: Decodable {
  struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      var kind: String
      var name: String
    }

    var kind: String
    var abstract: String?
    var names: [Name]?
    var valueName: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  private struct Dump: Decodable {
    var command: CommandHelp
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [CommandHelp]?

  /// The description by the program that is built beside the tests.
  static func read() throws -> CommandHelp {
    let dump = try ProgramRun("calloff", ["--experimental-dump-help"]).output
    return try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }
}
