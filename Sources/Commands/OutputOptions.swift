import ArgumentParser
import Documents
import Sessions
import Text

/// The options that choose where a result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, private to you, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file if there is one.")
  var replace = false

  /// Delivers a result piece by piece: to the file, or as the bytes of the outcome.
  func deliver(
    in surroundings: CommandEnvironment,
    pieces: (_ write: PieceWriter) throws(FileError) -> Void
  ) throws(Failure) -> Outcome {
    guard let output else {
      var bytes: [UInt8] = []
      do throws(FileError) {
        try pieces { piece throws(FileError) in bytes += piece }
      } catch { throw .unwritten(name: "-", error) }
      return Outcome(bytes: bytes)
    }
    do throws(FileError) { try surroundings.output.write(output, replace, pieces) } catch {
      throw .unwritten(name: output, error)
    }
    return Outcome(data: VisibleText.safe("wrote \(quoted(output))") + "\n")
  }
}
