import Procurement
import Text

/// England, its regions (clusters), their trusts and the trusts' plans, as nodes of one list.
public struct PortfolioTree: Hashable, Sendable {
  /// The level of a node.
  public enum Level: Int, CaseIterable, Sendable, Comparable {
    case england, cluster, trust, plan

    /// Orders containers before their contents.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// One node.
  public struct Node: Hashable, Sendable {
    /// Its level.
    public var level: Level
    /// A cluster's id, a trust's code or a plan's title.
    public var name: String
    /// The node that it is part of; nil for England.
    public var parent: Int?
    /// Its parts, in the order of the portfolio; empty for a plan, since lines are not nodes.
    public var children: [Int] = []
    /// The place of a plan in the portfolio; nil above plans.
    public var plan: Int?
    /// The number of trusts below it, including itself.
    public var trusts = 0
    /// The number of plans below it, including itself.
    public var plans = 0
  }

  /// All nodes; England is the first.
  public private(set) var nodes: [Node]
  /// The nodes that each plan is part of, England first and the plan's own last.
  private(set) var paths: [[Int]]

  /// The tree of plans; clusters are in the programme's order.
  init(_ plans: [PortfolioPlan], _ programme: Programme) {
    nodes = [Node(level: .england, name: "England")]
    paths = []
    var clusters: [String: Int] = [:]
    let named = Set(plans.map(\.header.trust.cluster))
    let known = programme.clusters.map(\.id)
    for id in known.filter(named.contains) + named.subtracting(known).sorted() {
      clusters[id] = nodes.count
      add(Node(level: .cluster, name: id, parent: 0))
    }
    var trusts: [Place: Int] = [:]
    for (place, plan) in plans.enumerated() {
      let cluster = clusters[plan.header.trust.cluster] ?? 0
      let code = plan.header.trust.comparedCode
      let trust = trusts[Place(cluster: cluster, code: code)] ?? nodes.count
      if trust == nodes.count {
        add(Node(level: .trust, name: plan.header.trust.code.trimmed, parent: cluster))
        trusts[Place(cluster: cluster, code: code)] = trust
      }
      paths.append([0, cluster, trust, nodes.count])
      add(Node(level: .plan, name: plan.header.title, parent: trust, plan: place))
    }
    count()
  }

  private struct Place: Hashable {
    var cluster: Int
    var code: String
  }

  private mutating func add(_ node: Node) {
    if let parent = node.parent { nodes[parent].children.append(nodes.count) }
    nodes.append(node)
  }

  private mutating func count() {
    for node in nodes.indices.reversed() {
      if nodes[node].level == .trust { nodes[node].trusts = 1 }
      if nodes[node].level == .plan { nodes[node].plans = 1 }
      guard let parent = nodes[node].parent else { continue }
      nodes[parent].trusts += nodes[node].trusts
      nodes[parent].plans += nodes[node].plans
    }
  }

  /// The node of a plan.
  public func node(ofPlan place: Int) -> Int { paths[place][Level.plan.rawValue] }

  /// The codes of the trusts of a node, as they are compared.
  public func trustCodes(of node: Int) -> Set<String> {
    switch nodes[node].level {
    case .england, .cluster:
      nodes[node].children.reduce(into: []) { $0.formUnion(trustCodes(of: $1)) }
    case .trust: [nodes[node].name.comparedTrustCode]
    case .plan: nodes[node].parent.map(trustCodes) ?? []
    }
  }

  /// The nodes of a level, in order.
  public func nodes(_ level: Level) -> [Int] {
    nodes.indices.filter { nodes[$0].level == level }
  }
}
