import Interaction

extension Context {
  /// A list of actions with their keys, filtered by typing.
  public static let help = Context("help", "this list of actions", takesText: true)
}

extension ActionList {
  static let actions: [ActionEntry] = [
    ActionEntry(.accept, "do it", [.enter], in: [.help]).hinted("do it").asks { $0.accept() }
  ]
}
