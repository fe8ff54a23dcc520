// Runs independent work on the machine's cores, in order of index for the reader.
import Dispatch
import Glibc

let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// `work(0), …, work(count − 1)`, at the same time where there are cores.
func concurrently<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return count == 1 ? [work(0)] : [] }
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
        // INVARIANT: each index is written once, by the one iteration that has it.
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: count) { slots[$0] = work($0) }
    }
    return results.compactMap(\.self)
}
