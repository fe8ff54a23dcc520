// A value that is made when it is first asked for.
import Synchronization

/// Any thread may ask. Where two make it at the same time they make the same, and both get the first.
public final class Later<Value: Sendable>: Sendable {
    private final class Made: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private let made = AtomicLazyReference<Made>()
    private let make: @Sendable () -> Value

    public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    /// One that is there already.
    public init(value: Value) {
        make = { value }
        _ = made.storeIfNil(Made(value))
    }

    public var value: Value { (made.load() ?? made.storeIfNil(Made(make()))).value }
}
