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

  @Test(arguments: [
    (0, "root"), (1001, "ada"), (1002, "user 1002"), (1003, "user 1003"), (7, "user 7"),
  ])
  func `a user's name is the first plain one of the number`(user: Int, name: String) {
    #expect(Identity.name(of: user, in: users) { _ in nil } == name)
  }

  @Test func `the environment names whom the system's file does not know`() {
    func name(_ environment: [String: String]) -> String {
      Identity.name(of: 5000, in: users) { environment[$0] }
    }
    #expect(name(["LOGNAME": "cy", "USER": "di"]) == "cy")
    #expect(name(["LOGNAME": "c y", "USER": "di"]) == "di")
    #expect(name(["USER": "TRUST\\di.o@x"]) == "TRUST\\di.o@x")
    for wrong in ["", "-x", "a:b", "a\u{1B}", "é", String(repeating: "a", count: 65)] {
      #expect(name(["USER": wrong]) == "user 5000")
    }
  }

  @Test func `nobody takes another user's name from the environment`() {
    #expect(Identity.name(of: 5000, in: users) { _ in "ada" } == "user 5000")
  }

  @Test(arguments: [
    ("plans", 2001), ("2001", 2001), ("77", 9), ("12", 12), ("4294967295", nil), ("none", nil),
    ("", nil), ("-1", nil), ("bad", nil),
  ])
  func `a group is named or numbered`(group: String, number: Int?) {
    let groups = AccountTable("bad:x:-4:\nplans:x:2001:ada,bo\n77:x:9:\n")
    #expect(Identity.groupNumber(of: group, in: groups) == number)
  }

  @Test func `whoever runs this is known`() {
    let identity = Identity.current
    #expect(identity.user == Int(getuid()))
    #expect(!identity.name.isEmpty && !identity.host.isEmpty)
    #expect(Identity.groupNumber(of: "root") == 0)
    #expect(AccountTable(file: "/nowhere").name(of: 0) == nil)
    #expect(AccountTable(file: "/dev/zero").name(of: 0) == nil)
  }
}
