import Testing
import Text

@Suite struct FNVTests {
  /// From the reference at http://www.isthe.com/chongo/tech/comp/fnv.
  @Test(arguments: [
    ("", 0xCBF2_9CE4_8422_2325 as UInt64), ("a", 0xAF63_DC4C_8601_EC8C),
    ("foobar", 0x8594_4171_F739_67E8),
  ])
  func `the hash equals the reference`(text: String, hash: UInt64) {
    #expect(FNV.hash(text.utf8) == hash)
  }
}
