/// The columns of a plan's lines as memory, for code that goes through all of them.
///
/// It is valid only during `LineColumns.withMemory`, and places are not checked: they must be those
/// of the plan's lines.
public struct LineMemory {
  /// The columns with numbers of strings.
  public let strings: LineStringMemory
  /// The fields that are not strings.
  public let traits: UnsafePointer<LineTraits>
  /// The amounts of all lines.
  public let amounts: LineAmountMemory

  @inlinable
  init(
    strings: LineStringMemory, traits: UnsafePointer<LineTraits>, amounts: LineAmountMemory
  ) {
    self.strings = strings
    self.traits = traits
    self.amounts = amounts
  }
}

/// The columns of a plan's lines that have numbers of strings, as memory.
public struct LineStringMemory {
  /// Services, in `StringTables.services`.
  public let services: UnsafePointer<StringID>
  /// Suppliers, in `StringTables.suppliers`.
  public let suppliers: UnsafePointer<StringID>
  /// Buying groups, in `StringTables.groups`.
  public let groups: UnsafePointer<StringID>
  /// Lists of funds, in `StringTables.fundLists`.
  public let fundLists: UnsafePointer<UInt32>

  @inlinable
  init(
    services: UnsafePointer<StringID>, suppliers: UnsafePointer<StringID>,
    groups: UnsafePointer<StringID>, fundLists: UnsafePointer<UInt32>
  ) {
    self.services = services
    self.suppliers = suppliers
    self.groups = groups
    self.fundLists = fundLists
  }
}

/// The amounts of a plan's lines as memory.
public struct LineAmountMemory {
  /// The year and kind of each amount.
  public let slots: UnsafePointer<AmountSlot>
  /// Each amount in pence.
  public let pence: UnsafePointer<Int64>
  @usableFromInline let starts: UnsafePointer<UInt32>
  @usableFromInline let counts: UnsafePointer<UInt16>

  @inlinable
  init(
    slots: UnsafePointer<AmountSlot>, pence: UnsafePointer<Int64>, starts: UnsafePointer<UInt32>,
    counts: UnsafePointer<UInt16>
  ) {
    self.slots = slots
    self.pence = pence
    self.starts = starts
    self.counts = counts
  }

  /// The range of a line's amounts.
  @inlinable
  public subscript(line place: Int) -> Range<Int> {
    let start = Int(starts[place])
    return Range(uncheckedBounds: (start, start &+ Int(counts[place])))
  }
}

extension LineColumns {
  /// Calls `body` with the columns as memory.
  @inlinable
  public func withMemory<Result>(_ body: (LineMemory) -> Result) -> Result {
    withStrings { strings in
      traits.lend { traits in
        withAmounts { amounts in
          body(LineMemory(strings: strings, traits: traits, amounts: amounts))
        }
      }
    }
  }

  @inlinable
  func withStrings<Result>(_ body: (LineStringMemory) -> Result) -> Result {
    services.lend { services in
      suppliers.lend { suppliers in
        groups.lend { groups in
          fundLists.lend { fundLists in
            body(
              LineStringMemory(
                services: services, suppliers: suppliers, groups: groups, fundLists: fundLists))
          }
        }
      }
    }
  }

  @inlinable
  func withAmounts<Result>(_ body: (LineAmountMemory) -> Result) -> Result {
    amountStarts.lend { starts in
      amountCounts.lend { counts in
        amountSlots.lend { slots in
          amountPence.lend { pence in
            body(LineAmountMemory(slots: slots, pence: pence, starts: starts, counts: counts))
          }
        }
      }
    }
  }
}

extension Array {
  /// Calls `body` with the elements as memory, also if the array is empty.
  @inlinable
  @inline(__always)
  package func lend<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
    withUnsafeBufferPointer { buffer in
      body(
        buffer.baseAddress
          ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped)
    }
  }

  /// Calls `body` with the elements as writable memory, also if the array is empty.
  @inlinable
  @inline(__always)
  package mutating func lendMutable<Result>(
    _ body: (UnsafeMutablePointer<Element>) -> Result
  ) -> Result {
    withUnsafeMutableBufferPointer { buffer in
      body(
        buffer.baseAddress
          ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped)
    }
  }
}
