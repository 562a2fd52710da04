import Glibc
import Testing

@testable import Presence

@Suite struct IdentityTests {
  private let users = AccountTable(
    """
    # people
    root:x:0:0:root:/root:/bin/bash
    ada:x:1001:1001::/home/ada:/bin/sh
    broken
    odd name:x:1002:1002:::
    :x:1003:::
    also-ada:x:1001:1001:::
    +bo:x::::
    """)

  @Test(arguments: [(0, "root"), (1001, "ada"), (1002, nil), (1003, nil), (7, nil)])
  func `a user's name is the first for the id, if it is plain`(user: Int, name: String?) {
    #expect(Identity.names(in: users)[user] == name)
  }

  @Test func `a user id without an account is shown as a number`() {
    #expect(Identity.accountName(of: 4_000_000_001) == nil)
    #expect(Identity.name(of: 4_000_000_001) == "user 4000000001")
  }

  @Test(arguments: [
    ("plans", 2001), ("2001", 2001), ("77", 9), ("12", 12), ("4294967295", nil), ("none", nil),
    ("", nil), ("-1", nil), ("bad", nil),
  ])
  func `a group is given by name or number`(group: String, number: Int?) {
    let groups = AccountTable("bad:x:-4:\nplans:x:2001:ada,bo\n77:x:9:\n")
    #expect(Identity.groupNumber(of: group, in: groups) == number)
  }

  @Test func `the user of the process is known`() {
    let identity = Identity.current
    #expect(identity.user == Int(getuid()))
    #expect(!identity.name.isEmpty && !identity.host.isEmpty)
    #expect(Identity.groupNumber(of: "root") == 0)
    #expect(AccountTable(file: "/nowhere").names.isEmpty)
    #expect(AccountTable(file: "/dev/zero").names.isEmpty)
  }
}
