import ArgumentParser
import Documents
import Sessions
import Text

/// The options that choose where a result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, private to you, instead of standard output (-).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file if there is one.")
  var replace = false

  /// The file that is written; nil for standard output.
  var file: String? { output == "-" ? nil : output }

  /// Delivers a result piece by piece: to the file, or as the bytes of the outcome. It never replaces
  /// the `sources` that it is made of.
  func deliver(
    in surroundings: CommandEnvironment, madeOf sources: [String] = [],
    pieces: (_ write: PieceWriter) throws(FileError) -> Void
  ) throws(Failure) -> Outcome {
    guard let output = file else {
      var bytes: [UInt8] = []
      do throws(FileError) {
        try pieces { piece throws(FileError) in bytes += piece }
      } catch { throw .unwritten(name: "-", error) }
      return Outcome(bytes: bytes)
    }
    if let old = surroundings.files.identity(output),
      sources.contains(where: { surroundings.files.identity($0) == old })
    {
      throw .unwritten(name: output, .otherContent)
    }
    do throws(FileError) { try surroundings.output.write(output, replace, pieces) } catch {
      throw .unwritten(name: output, error)
    }
    return Outcome(data: VisibleText.safe("wrote \(quoted(output))") + "\n")
  }
}
