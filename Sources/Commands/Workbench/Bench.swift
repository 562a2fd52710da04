import Workbench

/// What a session works on, until the process ends.
final class Bench {
  var program: WorkbenchProgram
  var desk: Desk

  init(program: consuming WorkbenchProgram, desk: Desk) {
    self.program = program
    self.desk = desk
  }
}
