import Glibc

/// The first line that a program prints, trimmed; nil if it cannot be run or prints nothing.
///
/// The program is found in `PATH` and gets its arguments without a shell, and no input. It is
/// killed if it does not answer within a second, or prints more than 256 bytes.
func outputLine(of command: [String], environment: [String]) -> String? {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { return nil }
  defer { close(ends[0]) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  let process = spawn(command, environment, printingTo: ends[1])
  close(ends[1])
  guard let process else { return nil }
  let bytes = read(from: ends[0], atMost: 256)
  kill(process, SIGKILL)
  while waitpid(process, nil, 0) == -1, errno == EINTR {}
  let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return word.isEmpty ? nil : word
}

private func spawn(
  _ command: [String], _ environment: [String], printingTo output: Int32
) -> pid_t? {
  var actions = posix_spawn_file_actions_t()
  guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  let arguments = command.map { strdup($0) } + [nil]
  let variables = environment.map { strdup($0) } + [nil]
  defer { (arguments + variables).forEach { free($0) } }
  var process: pid_t = 0
  guard posix_spawnp(&process, command[0], &actions, nil, arguments, variables) == 0 else {
    return nil
  }
  return process
}

/// Reads a pipe until it is closed or nothing has arrived for a second.
private func read(from descriptor: Int32, atMost most: Int) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: most)
  while bytes.count < most {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 1_000) > 0 else { break }
    let count = Glibc.read(descriptor, &buffer, most - bytes.count)
    guard count > 0 else { break }
    bytes += buffer.prefix(count)
  }
  return bytes
}
