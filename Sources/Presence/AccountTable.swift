import Glibc

/// The names and numbers in `/etc/passwd` or `/etc/group`.
///
/// The C library's own calls would load more libraries at run time, which a static executable
/// cannot do. So accounts that only a directory service knows are not found.
struct AccountTable {
  /// The maximum number of bytes read from a file.
  private static let limit = 8 << 20

  private let bytes: [UInt8]

  /// A table from text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// A table from a file; empty if the file cannot be read.
  init(file path: String) {
    guard let file = Descriptor(open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)),
      let status = file.status, status.st_mode & S_IFMT == S_IFREG
    else {
      bytes = []
      return
    }
    let size = min(Int(status.st_size), AccountTable.limit)
    bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let added = read(file.number, buffer.baseAddress?.advanced(by: count), size - count)
        guard added > 0 else { break }
        count += added
      }
    }
  }

  /// The first name of each number.
  var names: [Int: String] {
    var names: [Int: String] = [:]
    _ = first { entry in
      if let number = Int(decoding: entry.number), names[number] == nil {
        names[number] = String(decoding: entry.name, as: UTF8.self)
      }
      return false
    }
    return names
  }

  /// The number of a name.
  func number(of name: String) -> Int? {
    let name = Array(name.utf8)
    return first { $0.name.elementsEqual(name) && Int(decoding: $0.number) != nil }
      .flatMap { Int(decoding: $0.number) }
  }

  private typealias Entry = (name: ArraySlice<UInt8>, number: ArraySlice<UInt8>)

  /// The first matching line with a name and a number.
  private func first(where isWanted: (Entry) -> Bool) -> Entry? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      let fields = line.split(
        separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, !fields[0].isEmpty, fields[0].first != UInt8(ascii: "#") else {
        continue
      }
      let entry = (name: fields[0], number: fields[2])
      if isWanted(entry) { return entry }
    }
    return nil
  }
}

extension Int {
  /// A user or group id, written only in digits.
  fileprivate init?(decoding digits: ArraySlice<UInt8>) {
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(String(decoding: digits, as: UTF8.self)), number < UInt32.max
    else { return nil }
    self = number
  }
}
