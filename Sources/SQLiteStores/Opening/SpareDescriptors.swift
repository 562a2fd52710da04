import Glibc
import Stores

/// Whether the process may open as many files as a store needs.
enum SpareDescriptors {
  /// A connection has three files, a checkpoint opens a second one, and Dispatch, which GRDB uses,
  /// has three descriptors of its own: where it does not get them it ends the program.
  private static let needed = 10

  /// Sees that so many files can be opened.
  static func require() throws(StoreError) {
    var descriptors: [CInt] = []
    defer { for descriptor in descriptors { close(descriptor) } }
    for _ in 0..<needed {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == EMFILE || errno == ENFILE { throw .noDescriptors }
        return
      }
      descriptors.append(descriptor)
    }
  }
}
