import Glibc
import Stores

/// Checks that the process can open as many files as a store needs.
enum SpareDescriptors {
  /// A connection has three files, a checkpoint opens a second connection, and Dispatch, which GRDB
  /// uses, needs three descriptors, and ends the program if it does not get them.
  private static let needed = 10

  /// Throws an error if fewer files can be opened.
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
