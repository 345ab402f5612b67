import Synchronization
import System
import Testing

struct MapInOrderTests {
  private struct Stop: Error, Equatable { let place: Int }

  @Test(arguments: [(1, 1), (2, 2), (4, 16), (8, 3), (3, 1000)])
  func `consumes every output in the order of the inputs`(jobs: Int, window: Int) {
    var inputs = (0..<10_000).makeIterator()
    var outputs: [Int] = []
    mapInOrder(
      jobs: jobs, window: window, next: { inputs.next() }, work: { $0 * 3 },
      consume: { outputs.append($0) })
    #expect(outputs == (0..<10_000).map { $0 * 3 })
  }

  @Test func `keeps no more than the window under way`() {
    var inputs = (0..<2_000).makeIterator()
    var underWay = 0
    var most = 0
    mapInOrder(
      jobs: 4, window: 7,
      next: {
        guard let input = inputs.next() else { return nil as Int? }
        underWay += 1
        most = max(most, underWay)
        return input
      },
      work: { $0 },
      consume: { _ in underWay -= 1 })
    #expect(most <= 7)
    #expect(underWay == 0)
  }

  @Test func `does something else once instead of waiting`() {
    let isDone = Atomic<Bool>(false)
    var inputs = (0..<20).makeIterator()
    var (times, given, consumed) = (0, 0, 0)
    mapInOrder(
      jobs: 2, window: 4,
      next: {
        given += 1
        return inputs.next()
      },
      work: { input in
        while !isDone.load(ordering: .acquiring) {}
        return input
      },
      consume: { _ in consumed += 1 },
      meanwhile: {
        #expect(given == 4 && consumed == 0)
        times += 1
        isDone.store(true, ordering: .releasing)
      })
    #expect(times == 1)
    #expect(consumed == 20)
  }

  @Test func `works on several at once`() {
    let bothAreIn = Atomic<Int>(0)
    var inputs = (0..<2).makeIterator()
    mapInOrder(
      jobs: 2, window: 2, next: { inputs.next() },
      work: { _ in
        bothAreIn.add(1, ordering: .sequentiallyConsistent)
        while bothAreIn.load(ordering: .sequentiallyConsistent) < 2 {}
      }, consume: { _ in })
    #expect(bothAreIn.load(ordering: .sequentiallyConsistent) == 2)
  }

  @Test func `takes nothing from nothing`() {
    mapInOrder(jobs: 3, window: 3, next: { nil as Int? }, work: { $0 }, consume: { _ in })
  }

  @Test(arguments: [1, 4])
  func `stops when consuming throws, with all before consumed`(jobs: Int) {
    var inputs = (0..<1_000).makeIterator()
    var outputs: [Int] = []
    #expect(throws: Stop(place: 500)) {
      try mapInOrder(
        jobs: jobs, window: 8, next: { inputs.next() }, work: { $0 },
        consume: { output in
          if output == 500 { throw Stop(place: output) }
          outputs.append(output)
        })
    }
    #expect(outputs == Array(0..<500))
  }

  @Test(arguments: [1, 4])
  func `stops when there is no next for an error`(jobs: Int) {
    var place = 0
    #expect(throws: Stop(place: 100)) {
      try mapInOrder(
        jobs: jobs, window: 8,
        next: {
          if place == 100 { throw Stop(place: place) }
          place += 1
          return place
        }, work: { (input: Int) in input }, consume: { (_: Int) in })
    }
  }

  @Test func `answers a list that trickles in before it asks for more`() {
    var asked = 0
    var answered = 0
    let worked = Atomic<Int>(0)
    mapInOrder(
      jobs: 2, window: 8,
      next: {
        while worked.load(ordering: .acquiring) < asked {}
        asked += 1
        return asked <= 100 ? asked : nil
      },
      work: { (input: Int) in worked.add(1, ordering: .releasing) },
      consume: { _ in answered += 1 })
    #expect(answered == 100)
  }

  @Test func `shares a budget and grants one too large alone`() {
    let budget = MemoryBudget(total: 100)
    let held = Atomic<Int>(0)
    let worst = Atomic<Int>(0)
    var sizes = (0..<2_000).map { $0 % 50 == 0 ? 500 : $0 % 60 }.makeIterator()
    mapInOrder(
      jobs: 4, window: 16, next: { sizes.next() },
      work: { (size: Int) in
        budget.acquire(size)
        let (_, now) = held.add(size, ordering: .relaxed)
        if now > 100, now != 500 { worst.max(now, ordering: .relaxed) }
        held.subtract(size, ordering: .relaxed)
        budget.release(size)
      }, consume: { _ in })
    #expect(worst.load(ordering: .relaxed) == 0)
  }
}
