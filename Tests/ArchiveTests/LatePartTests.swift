import Archive
import Synchronization
import Testing

@Suite struct LatePartTests {
    @Test func `a part that is at hand is that part`() throws {
        #expect(try LatePart([1, 2]).get() == [1, 2])
    }

    @Test func `a part is read when it is asked for first, and once`() async throws {
        let count = Mutex(0)
        let part = LatePart { () throws(Problem) in
            count.withLock { $0 += 1 }
            return "read"
        }
        #expect(count.withLock(\.self) == 0)
        let parts = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try part.get() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(parts == Array(repeating: "read", count: 20))
        #expect(count.withLock(\.self) == 1)
    }

    @Test func `a part that cannot be read says why, each time`() {
        let part = LatePart<Int> { () throws(Problem) in throw Problem(.error, file: "x", "It is gone.") }
        for _ in 0..<2 { #expect(throws: Problem(.error, file: "x", "It is gone.")) { try part.get() } }
    }
}
