import Documents
import Testing

@Suite struct CommentTests {
  @Test(arguments: [
    ("# a\ntitle: x\n", true), ("\u{FEFF}# a\ntitle: x\n", true), ("title: x # a\n", true),
    ("title: x\n#a", true), ("title: x\r\n\t# a\r\n", true), ("title: a#b\n", false),
    ("title: \"a # b\"\n", false), ("title: 'a # b'\n", false),
    ("title: 'it''s # b' # c\n", true), ("title: \"é 😀 # b\"\nnotes: x\n", false),
    ("title: \"a\n  # b\n  c\"\n", false), ("notes: |\n  # text\n  more # text\n", false),
    ("notes: >-\n  # text\n\nlines: []\n", false), ("notes: | # c\n  # text\n", true),
    ("notes: |\n  # text\n# c\nlines: []\n", true), ("notes: |\n  # text\n\n# c\n", true),
    ("lines: [a, # c\n b]\n", true), ("lines: [\"# a\", b]\n", false),
    ("\"# key\": x\n", false), ("{\"title\": \"a # b\"}", false), ("{title: a # b\n}", true),
    ("title: x", false), ("", false), ("#", true),
    ("a: \"\u{2028} # b\"\nb: x\n", false), ("a: \"\u{2028}\"\nb: x # c\n", true),
  ])
  func `a sign starts a comment only outside texts`(document: String, hasComments: Bool) {
    #expect(Documents.hasComments(Array(document.utf8)) == hasComments)
  }

  @Test func `a written plan does not have comments, whatever its texts`() {
    for seed in 0..<200 as Range<UInt64> {
      var maker = HostilePlanMaker(seed: seed)
      #expect(!hasComments(write(maker.plan())), "seed \(seed)")
    }
  }
}
