import CLinux
import Glibc

/// A descriptor that becomes readable when another one is, or at a time that is set.
final class Waker {
  private let poll: Descriptor
  private let timer: Descriptor
  private let source: Descriptor
  /// Whether the other descriptor does not count until a time that is set.
  private(set) var isResting = false

  /// Makes one for another descriptor; nil where the system cannot.
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

  /// What can be waited at.
  var descriptor: Int32 { poll.number }

  /// Has the descriptor be readable now.
  func wake() {
    if !isResting { set(nanoseconds: 1) }
  }

  /// Hears the other descriptor again only after some milliseconds, when this one is readable.
  func rest(milliseconds: Int) {
    isResting = true
    // One that is only told to be silent would still wake the process inside the kernel.
    _ = control(EPOLL_CTL_DEL, source)
    set(nanoseconds: milliseconds * 1_000_000)
  }

  /// Takes note that somebody has woken: the other descriptor counts again.
  func clear() {
    set(nanoseconds: 0)
    if isResting { _ = control(EPOLL_CTL_ADD, source) }
    isResting = false
  }

  /// Sets the time after which the descriptor is readable; 0 is never.
  private func set(nanoseconds: Int) {
    var time = itimerspec()
    time.it_value.tv_sec = nanoseconds / 1_000_000_000
    time.it_value.tv_nsec = nanoseconds % 1_000_000_000
    // Setting the timer also takes back that it has gone off.
    timerfd_settime(timer.number, 0, &time, nil)
  }

  private func control(_ operation: Int32, _ file: Descriptor) -> Bool {
    var event = epoll_event()
    event.events = UInt32(EPOLLIN.rawValue)
    return epoll_ctl(poll.number, operation, file.number, &event) == 0
  }
}
