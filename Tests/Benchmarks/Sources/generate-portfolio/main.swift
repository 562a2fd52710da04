import Glibc
import PortfolioGenerator

let usage = "usage: generate-portfolio LINES FOLDER [SEED]\n"
let words = CommandLine.arguments.dropFirst().map(\.self)

guard (2...3).contains(words.count), let lines = Int(words[0]), (1...10_000_000).contains(lines),
  let seed = words.count == 3 ? UInt64(words[2]) : 1
else {
  print(usage, terminator: "")
  exit(2)
}
do {
  try Portfolio.write(lines: lines, seed: seed, into: words[1])
} catch {
  print(error)
  exit(3)
}
