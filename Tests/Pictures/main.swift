import Foundation
import TerminalTesting

// Draws the pictures of the documentation from the program itself:
//   Pictures FOLDER           draws them
//   Pictures --check FOLDER   says which are not current, and fails
// FOLDER stands beside the folder of the example plans.

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.last, arguments.count == 1 || arguments.first == "--check" else {
  print("usage: Pictures [--check] FOLDER")
  exit(2)
}
let gallery = try Gallery(folder: URL(filePath: folder))
if arguments.count == 1 {
  for scene in Scene.all { try gallery.draw(scene) }
  try gallery.close()
} else {
  let stale = Scene.all.filter { !gallery.isCurrent($0) }
  try gallery.close()
  for scene in stale { print("\(scene.name).svg is not current; run `make pictures`") }
  exit(stale.isEmpty ? 0 : 1)
}
