import Foundation

// Draws the pictures of the documentation from the program itself:
//   Pictures FOLDER           draws them
//   Pictures --check FOLDER   fails and lists those that are not current
// FOLDER is beside the folder of the example plans.

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.last, arguments.count == 1 || arguments.first == "--check" else {
  print("usage: Pictures [--check] FOLDER")
  exit(2)
}
let isChecking = arguments.count == 2
do {
  let gallery = try Gallery(folder: URL(filePath: folder))
  defer { gallery.close() }
  for scene in Scene.all {
    if isChecking { try gallery.check(scene) } else { try gallery.draw(scene) }
  }
  for film in Recording.all {
    if isChecking { try gallery.check(film) } else { try gallery.draw(film) }
  }
} catch {
  print(error)
  exit(1)
}
