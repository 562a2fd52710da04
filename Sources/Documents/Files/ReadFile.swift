import Glibc

/// The content of a file, and its version.
public struct FileContents: Hashable, Sendable {
  /// Its bytes.
  public let bytes: [UInt8]
  /// Its version; nil for standard input and pipes, which cannot be written back.
  public let version: FileVersion?
}

/// Reads an input to its end: a file, a pipe, the null device, or `-` for standard input.
///
/// A pipe without a writer is refused, since it would hang the program.
public func readInput(
  _ path: String, limit: Int = Limits.standard.bytes
) throws(FileError) -> FileContents {
  if path == "-" {
    return FileContents(bytes: try readAll(STDIN_FILENO, limit: limit), version: nil)
  }
  let input = try openInput(path)
  let status = try input.status()
  if status.st_mode & S_IFMT == S_IFREG { return try read(input, status, limit: limit) }
  let bytes = try readAll(input.number, limit: limit)
  if bytes.isEmpty, status.st_mode & S_IFMT == S_IFIFO, !hadWriter(input.number) {
    throw .notRegular
  }
  return FileContents(bytes: bytes, version: nil)
}

/// Opens an input that can be read to its end.
func openInput(_ path: String) throws(FileError) -> Descriptor {
  guard !path.utf8.contains(0) else { throw .notFound }
  let number = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  if number < 0, errno == ENOENT, isLink(path) { throw .brokenLink }
  let input = try Descriptor(opened: number, or: FileError.reading)
  let status = try input.status()
  if status.st_mode & S_IFMT != S_IFIFO, !isNullDevice(status) { try requireRegular(status) }
  return input
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func isNullDevice(_ status: stat) -> Bool {
  var null = stat()
  return status.st_mode & S_IFMT == S_IFCHR && stat("/dev/null", &null) == 0
    && status.st_rdev == null.st_rdev
}

/// Whether a pipe that is at its end has had a writer, or could have had one.
private func hadWriter(_ pipe: Int32) -> Bool {
  var state = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
  return poll(&state, 1, 0) > 0
}

/// Reads a whole regular file.
public func readFile(
  _ path: String, limit: Int = Limits.standard.bytes
) throws(FileError) -> FileContents {
  guard !path.utf8.contains(0) else { throw .notFound }
  return try readFile(path, in: AT_FDCWD, flags: 0, limit: limit)
}

/// Reads a whole file in a folder.
///
/// It is opened without blocking, so that a pipe without a writer cannot hang the program before
/// the file is found not to be a regular one.
func readFile(
  _ name: String, in folder: Int32, flags: Int32, limit: Int
) throws(FileError) -> FileContents {
  let file = try Descriptor(
    opened: openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags),
    or: FileError.reading)
  return try read(file, file.status(), limit: limit)
}

private func read(
  _ file: borrowing Descriptor, _ status: stat, limit: Int
) throws(FileError) -> FileContents {
  try requireRegular(status)
  guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
  let bytes = try readAll(file.number, limit: limit, expecting: Int(status.st_size))
  return FileContents(bytes: bytes, version: FileVersion(status, bytes: bytes))
}

/// Refuses folders, pipes and devices.
func requireRegular(_ status: stat) throws(FileError) {
  switch status.st_mode & S_IFMT {
  case S_IFREG: break
  case S_IFDIR: throw .isDirectory
  default: throw .notRegular
  }
}

/// Reads a descriptor to its end, waiting for data.
private func readAll(
  _ number: Int32, limit: Int, expecting size: Int = 0
) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(size)
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = try buffer.withUnsafeMutableBytes { readSome(number, into: $0) }.get()
    if count == 0 { return bytes }
    bytes.append(contentsOf: buffer[..<count])
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
  }
}

/// Reads available bytes from a descriptor, waiting for data, and returns their number; 0 is the
/// end.
func readSome(
  _ number: Int32, into buffer: UnsafeMutableRawBufferPointer
) -> Result<Int, FileError> {
  while true {
    let count = read(number, buffer.baseAddress, buffer.count)
    if count >= 0 { return .success(count) }
    if errno == EAGAIN {
      var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, -1)
    } else if errno != EINTR {
      return .failure(.reading(errno))
    }
  }
}
