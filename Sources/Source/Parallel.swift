// Runs independent work on the machine's cores; what comes out is in the order of the work, whoever did it.
import Glibc

public let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// `work` on 0..<count, in ranges of at most `chunk`, by as many workers as `jobs` says; each worker has a state of its own.
///
/// The results are those of the ranges in their order, and so the same for any number of jobs.
public func inParallel<State, Result: Sendable>(
    _ count: Int, chunk: Int, jobs: Int, state: @Sendable () -> State, work: @Sendable (inout State, Range<Int>) -> Result
) -> [Result] {
    let chunks = (count + chunk - 1) / max(1, chunk)
    let workers = min(jobs, chunks)
    @Sendable func range(_ index: Int) -> Range<Int> { index * chunk..<min(count, (index + 1) * chunk) }
    guard workers > 1 else {
        guard chunks > 0 else { return [] }
        var own = state()
        return (0..<chunks).map { work(&own, range($0)) }
    }
    var results = [Result?](repeating: nil, count: chunks)
    results.withUnsafeMutableBufferPointer { buffer in
        // INVARIANT: each index is written once, by the one worker that drew it.
        nonisolated(unsafe) let slots = buffer
        let queue = Queue(chunks)
        let body: @Sendable () -> Void = {
            guard var index = queue.next() else { return }
            var own = state()
            while true {
                slots[index] = work(&own, range(index))
                guard let next = queue.next() else { return }
                index = next
            }
        }
        withoutActuallyEscaping(body) { body in
            let threads = (1..<workers).compactMap { _ in Thread(body) }
            body()
            for thread in threads { thread.join() }
        }
    }
    return results.compactMap(\.self)
}

/// Hands out 0..<count, each number once.
private final class Queue: @unchecked Sendable {
    private var mutex = pthread_mutex_t()
    private var index = 0
    private let count: Int

    init(_ count: Int) {
        self.count = count
        pthread_mutex_init(&mutex, nil)
    }

    deinit { pthread_mutex_destroy(&mutex) }

    func next() -> Int? {
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        guard index < count else { return nil }
        index += 1
        return index - 1
    }
}

/// A thread with a stack as deep as the main one's; nil where the system has none to give, and the others do the work.
private struct Thread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private var id = pthread_t()

    init?(_ run: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, 8 << 20)
        let body = Unmanaged.passRetained(Body(run))
        let made = pthread_create(&id, &attributes, { raw in
            guard let raw else { return nil }
            Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run()
            return nil
        }, body.toOpaque())
        if made != 0 {
            body.release()
            return nil
        }
    }

    func join() { pthread_join(id, nil) }
}
