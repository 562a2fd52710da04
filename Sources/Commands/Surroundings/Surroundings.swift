/// What a command sees of the world: the documents it may read, and what its output goes to.
///
/// Commands ask nothing else of the system, so a test gives them a world of its own.
struct Surroundings: Sendable {
  /// Reads a document; `-` is standard input.
  var read: @Sendable (_ name: String) -> Result<[UInt8], Failure>
  /// The columns of what the output goes to.
  var columns = 80
  /// The colours of the output.
  var ink = Ink.none
}
