public import Documents
public import Procurement
public import Stores

/// How documents, tables and folders are read; tests replace the file system by one of their own.
public struct FileAccess: Sendable {
  /// Reads a document; `-` is standard input.
  public var read: @Sendable (_ name: String) -> Result<[UInt8], FileError>
  /// Opens a table of lines to be read piece by piece; `-` is standard input.
  public var openTable: @Sendable (_ name: String) -> Result<TableSource, FileError> = { _ in
    .failure(.notFound)
  }
  /// The entries of a folder, in any order; `notFound` where there is no such folder.
  public var entries: @Sendable (_ folder: String) -> Result<[FolderEntry], FileError> = { _ in
    .failure(.notFound)
  }
  /// Which file a name leads to; nil where that is not a regular file.
  public var identity: @Sendable (_ name: String) -> FileIdentity? = { _ in nil }

  /// The plan of a store, or a version of it, by name; nil where no store is asked.
  public var storedPlan: @Sendable (_ name: String) -> Result<StoredPlan, SessionError>? = { _ in
    nil
  }

  /// Access to nothing but what is read by name.
  public init(read: @escaping @Sendable (_ name: String) -> Result<[UInt8], FileError>) {
    self.read = read
  }

  /// The file system.
  public static var live: FileAccess {
    var files = FileAccess { name in
      do throws(FileError) { return .success(try readInput(name).bytes) } catch {
        return .failure(error)
      }
    }
    files.openTable = { name in
      do throws(FileError) { return .success(try TableSource(opening: name)) } catch {
        return .failure(error)
      }
    }
    files.entries = { folder in
      do throws(FileError) { return .success(try readFolder(folder)) } catch {
        return .failure(error)
      }
    }
    files.identity = { FileIdentity(at: $0) }
    return files
  }

  /// The content of a file.
  func bytes(of name: String) throws(FaultyFile) -> [UInt8] {
    do throws(FileError) { return try read(name).get() } catch {
      throw FaultyFile(name: name, message: error.message(for: name))
    }
  }

  /// Reads a plan document for a programme or, where there is no file of that name, a plan of the
  /// store, in the form of the document that `calloff export` writes.
  public func document(
    _ name: String, for programme: Programme
  ) throws(SessionError) -> Documents.PlanDocument {
    try sourceAndDocument(name, for: programme).document
  }

  /// The same, with the bytes of the document.
  private func sourceAndDocument(
    _ name: String, for programme: Programme
  ) throws(SessionError) -> (source: [UInt8], document: Documents.PlanDocument) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try read(name).get() } catch {
      guard error == .notFound, name != "-", let stored = try stored(name) else {
        throw .unreadable(name: name, error)
      }
      bytes = write(stored.plan)
    }
    do throws(FaultList) { return (bytes, try readPlan(bytes, for: programme)) } catch {
      throw .faultyPlan(name: name, error)
    }
  }

  /// The plan of the store by name; nil where the name is a document's and no plan's.
  private func stored(_ name: String) throws(SessionError) -> StoredPlan? {
    do throws(SessionError) { return try storedPlan(name)?.get() } catch {
      // Of what is called as a document is, it is said that the document does not exist.
      if NewDocument.isName(name) || name.contains("/") { return nil }
      throw error
    }
  }

  /// The same for lists of what cannot be read.
  public func plan(
    _ name: String, for programme: Programme
  ) throws(FaultyFile) -> Documents.PlanDocument {
    try sourceAndPlan(name, for: programme).document
  }

  /// The same, with the bytes of the document.
  public func sourceAndPlan(
    _ name: String, for programme: Programme
  ) throws(FaultyFile) -> (source: [UInt8], document: Documents.PlanDocument) {
    do throws(SessionError) { return try sourceAndDocument(name, for: programme) } catch {
      throw FaultyFile(name: name, error)
    }
  }
}

/// Reads a plan for a programme.
public func readPlan(
  _ bytes: [UInt8], for programme: Programme
) throws(FaultList) -> Documents.PlanDocument {
  try readPlan(bytes, clusters: programme.clusters.map(\.id))
}
