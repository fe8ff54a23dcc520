// Work over all cores whose result does not depend on how many there are.
import Dispatch

/// `body(0) … body(count - 1)`, in order. INVARIANT: `body` depends on its index alone.
func concurrently<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 0 else { return [] }
    let slots = UnsafeMutablePointer<Result?>.allocate(capacity: count)
    slots.initialize(repeating: nil, count: count)
    defer {
        slots.deinitialize(count: count)
        slots.deallocate()
    }
    nonisolated(unsafe) let shared = slots
    // Each index writes its own slot, so no two threads share a place.
    DispatchQueue.concurrentPerform(iterations: count) { shared[$0] = body($0) }
    return (0..<count).compactMap { slots[$0] }
}
