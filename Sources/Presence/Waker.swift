import CLinux
import Glibc

/// A descriptor that becomes readable when another one does, or at a given time.
final class Waker {
  private let poll: Descriptor
  private let timer: Descriptor
  private let source: Descriptor
  /// Whether the other descriptor is ignored until a given time.
  private(set) var isResting = false

  /// Creates one for another descriptor; nil if the system cannot.
  init?(_ source: Descriptor) {
    let flags = Int32(O_CLOEXEC) | Int32(O_NONBLOCK)
    guard let poll = Descriptor(epoll_create1(Int32(O_CLOEXEC))),
      let timer = Descriptor(timerfd_create(CLOCK_MONOTONIC, flags))
    else { return nil }
    self.poll = poll
    self.timer = timer
    self.source = source
    guard control(EPOLL_CTL_ADD, timer), control(EPOLL_CTL_ADD, source) else { return nil }
  }

  /// A descriptor to wait for.
  var descriptor: Int32 { poll.number }

  /// Makes the descriptor readable now.
  func wake() {
    if !isResting { set(nanoseconds: 1) }
  }

  /// Ignores the other descriptor for some milliseconds, after which this one is readable.
  func rest(milliseconds: Int) {
    isResting = true
    // A descriptor that is only masked would still wake the process inside the kernel.
    _ = control(EPOLL_CTL_DEL, source)
    set(nanoseconds: milliseconds * 1_000_000)
  }

  /// Clears the wake and watches the other descriptor again.
  func clear() {
    set(nanoseconds: 0)
    if isResting { _ = control(EPOLL_CTL_ADD, source) }
    isResting = false
  }

  /// Sets the time after which the descriptor is readable; 0 for never.
  private func set(nanoseconds: Int) {
    var time = itimerspec()
    time.it_value.tv_sec = nanoseconds / 1_000_000_000
    time.it_value.tv_nsec = nanoseconds % 1_000_000_000
    // Setting the timer also clears an earlier expiry.
    timerfd_settime(timer.number, 0, &time, nil)
  }

  private func control(_ operation: Int32, _ file: Descriptor) -> Bool {
    var event = epoll_event()
    event.events = UInt32(EPOLLIN.rawValue)
    return epoll_ctl(poll.number, operation, file.number, &event) == 0
  }
}
