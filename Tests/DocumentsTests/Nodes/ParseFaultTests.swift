import Documents
import Testing

@Suite struct ParseFaultTests {
  @Test(arguments: [
    FaultCase("", "1:1 the document is empty; write at least one `key: value`"),
    FaultCase("# nothing\n", "1:1 the document is empty; write at least one `key: value`"),
    FaultCase("a: 1\na: 2\n", "2:1 the key `a` is there already, at 1:1; remove one of the two"),
    FaultCase(
      "a: &x 1\nb: *x\nc: !!str 2\n? [1]\n: 2\n",
      "1:4 anchors such as `&x` are not supported; remove it",
      "2:4 references such as `*x` are not supported; write the value itself",
      "3:4 tags such as `tag:yaml.org,2002:str` are not supported; remove it",
      "4:3 a list or mapping cannot be a key; write a word"),
    FaultCase(
      "a: 1\n---\nb: 2\n", "2:1 a file can have only one document; remove this one and the rest"),
    FaultCase(
      "a: b: c",
      "1:5 a `:` is not allowed here; put text that contains one in quotes, "
        + "or check the indentation"),
    FaultCase(
      "a: \"x\ny: 2", "1:4 the closing quote of the text that starts here is missing; add it"),
    FaultCase("a: 1\n\tb: 2", "2:1 tabs are not allowed in indentation; use spaces"),
    FaultCase(
      "a: @b",
      "1:4 a value cannot start with this character; put it in quotes, "
        + "and indent with spaces, not tabs"),
    FaultCase(
      "a: [1, 2\nb: 3",
      "2:2 the list at 1:4 continues without `,` or `]`; add the missing one"),
    FaultCase(
      "a: {b: 1\nc: 3",
      "2:2 the mapping at 1:4 continues without `,` or `}`; add the missing one"),
    FaultCase(
      "a:\n  - 1\n b: 2",
      "3:2 a key was expected here, for the mapping at 1:1; check indentation and quotes"),
    FaultCase(
      "a: \"\\q\"",
      "1:5 unknown escape; write `\\\\` for a backslash, or use single quotes"),
    FaultCase(
      "%FOO\n---\na: 1", "1:5 lines that start with `%` are not supported; remove this one"),
    FaultCase("a: & b", "1:5 text that starts with `&` or `*` must be in quotes"),
    FaultCase(
      "a: \u{0}", "1:4 this is not text, since it has a zero byte; choose a YAML or JSON file"),
    FaultCase(
      "é: \u{7}",
      "1:4 control characters are not allowed; write it as an escape in double quotes"),
    FaultCase(
      "a: x\u{FFFF}",
      "1:5 this character is not allowed in a document; write it as an escape in double quotes"),
  ])
  func `faulty YAML is refused with every fault`(example: FaultCase) {
    #expect(
      faults { () throws(FaultList) in try parse(Array(example.document.utf8)) } == example.faults)
  }

  @Test(arguments: [
    FaultCase(
      "{\"a\": 1, \"a\": 2, \"b\": {\"c\": 1, \"c\": 2}}",
      "1:10 the key `a` is there already, at 1:2; remove one of the two",
      "1:32 the key `c` is there already, at 1:24; remove one of the two"),
    FaultCase("{\"a\" 1}", "1:6 the key `a` is not followed by `:`; write `\"key\": value`"),
    FaultCase(
      "{\"a\": [1 2]]}",
      "1:10 the list at 1:7 continues without `,` or `]`; add the missing one"),
    FaultCase("{\"a\": 1} {", "1:10 the document has ended before this; remove the rest"),
    FaultCase(
      "{\"a\": \"\\uD83D\"}", "1:8 unknown escape; write `\\\\` for a backslash"),
    FaultCase(
      "{\"a\": \"\\uDE00\\uD83D\"}", "1:8 unknown escape; write `\\\\` for a backslash"),
    FaultCase(
      "{\"a\": \"b", "1:7 the closing quote of the text that starts here is missing; add it"),
    FaultCase(
      "{\"a\": 1,", "1:9 a key in double quotes was expected here; write one, or remove the comma"),
  ])
  func `faulty JSON is refused with every fault`(example: FaultCase) {
    #expect(
      faults { () throws(FaultList) in try parse(Array(example.document.utf8)) } == example.faults)
  }

  @Test(
    arguments: [
      [0x61, 0x3A, 0x20, 0xFF], [0x61, 0x3A, 0x20, 0xC0, 0x80],
      [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80],
      [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80], [0x61, 0x3A, 0x20, 0xE2, 0x82],
      [0x61, 0x3A, 0x20, 0xF0, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused at their place`(bytes: [UInt8]) {
    #expect(
      faults { () throws(FaultList) in try parse(bytes) }
        == ["1:4 this is not UTF-8 text; save the file as UTF-8"])
  }

  @Test(arguments: ["[", "{\"a\":", "{a: ", "- "])
  func `nesting is bounded`(level: String) {
    let text = "  " + String(repeating: level, count: 100_000)
    #expect(
      faults { () throws(FaultList) in try parse(Array(text.utf8)) }
        == [
          "1:\(3 + 100 * level.utf8.count) "
            + "lists and mappings are nested more than 100 levels deep; flatten them"
        ])
  }

  @Test func `a hundred levels are read`() throws {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    _ = try parse(Array(text.utf8))
    _ = try parse(Array(("# YAML\n" + text).utf8))
  }

  @Test func `size and the number of values are bounded`() {
    let limits = Limits(bytes: 2 << 20, depth: 9, nodes: 3)
    let large = [UInt8](repeating: UInt8(ascii: "#"), count: 2 << 20 + 1)
    #expect(
      faults { () throws(FaultList) in try parse(large, limits: limits) }
        == ["1:1 the document is larger than 2 MiB; split it into several"])
    for text in ["[1, 2, 3]", "- 1\n- 2\n- 3\n"] {
      let found = faults { () throws(FaultList) in try parse(Array(text.utf8), limits: limits) }
      #expect(found.count == 1)
      #expect(
        found.first?.hasSuffix("the document has more than 3 values; split it into several")
          == true)
    }
  }

  @Test func `a large number of directives is refused quickly`() {
    let text = "# x\n" + (0..<200_000).map { "%TAG !t\($0)! x\n" }.joined()
    #expect(
      faults { () throws(FaultList) in try parse(Array(text.utf8)) }
        == ["2:1 lines that start with `%` are not supported; remove this one"])
  }

  @Test func `a thousand faults are stored and the others counted`() {
    let text = String(repeating: "a: 1\n", count: 1_501)
    do throws(FaultList) {
      _ = try parse(Array(text.utf8))
      Issue.record("read")
    } catch {
      #expect(error.faults.count == 1_000)
      #expect(error.omitted == 500)
      #expect(error.closing == "and 500 more; fix these first")
    }
  }

  @Test func `a repeated key is found in a large mapping`() {
    let keys = (0..<50_000).map { "k\($0): 1\n" }.joined() + "k49998: 2\nk3: 1\n"
    #expect(
      faults { () throws(FaultList) in try parse(Array(keys.utf8)) }
        == [
          "50001:1 the key `k49998` is there already, at 49999:1; remove one of the two",
          "50002:1 the key `k3` is there already, at 4:1; remove one of the two",
        ])
  }

  @Test func `long words are shortened in messages`() {
    let key = String(repeating: "é", count: 500)
    let found = faults { () throws(FaultList) in try parse(Array("\(key): 1\n\(key): 2\n".utf8)) }
    #expect(
      found.first?.hasPrefix("2:1 the key `\(String(repeating: "é", count: 60))…` is") == true)
  }
}
