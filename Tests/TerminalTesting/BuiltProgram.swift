import Glibc

/// The path of a program that is built beside the running one.
public func builtProgram(_ name: String) -> String {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX))
  let length = readlink("/proc/self/exe", &path, path.count - 1)
  let own = String(
    decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
}
