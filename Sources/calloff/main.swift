import Commands
import Glibc

// Arguments are bytes; Swift's own list of them has other bytes where they are not UTF-8.
let arguments = (1..<max(1, Int(CommandLine.argc))).map { place in
  CommandLine.unsafeArgv[place].map { argument in
    UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
  } ?? []
}
exit(runCalloff(with: arguments))
