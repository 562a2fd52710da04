import Commands
import Glibc

exit(runCalloff(with: Array(CommandLine.arguments.dropFirst())))
