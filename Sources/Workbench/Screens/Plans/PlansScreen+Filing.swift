import Interaction
import Stores

/// The actions on plans as a whole, on the two screens that list plans.
enum PlanActions {
  private static let lists: [Context] = [.plans, .scenarios]

  /// All of them.
  static let all: [ActionEntry] = [
    ActionEntry(
      .copyPlan, "copy the plan: a scenario of it, or a plan of its own", [.character("y")],
      in: [.plans]
    )
    .hinted("copy").unless { $0.reasonNotToFile }
    .does { program in
      if let entry = program.focusedEntry { program.offerCopies(of: entry) }
    },
    ActionEntry(.renamePlan, "rename the plan, or the scenario", [.character("R")], in: lists)
      .unless { $0.reasonNotToFile }.does { $0.askForNewName() },
    ActionEntry(.archivePlan, "archive the plan, or bring it back", [.character("A")], in: lists)
      .unless { $0.reasonNotToPutAway }.asks { $0.archive() },
    ActionEntry(
      .deletePlan, "delete the plan with its history: type its title", [.character("d")], in: lists
    )
    .unless { $0.reasonNotToPutAway }.does { $0.askToDelete() },
    ActionEntry(
      .choosePlan, "count this plan of the trust in portfolios and no other, or all",
      [.character("*")], in: [.plans]
    )
    .unless { $0.reasonNotToChoose }.asks { $0.choose() },
  ]
}
