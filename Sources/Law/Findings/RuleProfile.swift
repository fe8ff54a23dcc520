// What each rule cost and came to: for `check --profile` and for coverage.

/// Counted only where a run is given a clock.
public struct RuleProfile: Sendable {
    public let code: String
    /// Time spent on it over all workers.
    public internal(set) var nanoseconds: UInt64 = 0
    /// How many combinations of its variables it was asked of.
    public internal(set) var bindings = 0
    public internal(set) var fired = 0
    /// How many of them wait for something that is not stated.
    public internal(set) var waiting = 0

    init(code: String) { self.code = code }

    /// What several runs come to together, each rule by its code, in the order in which they were met.
    public static func sum(_ runs: some Sequence<[RuleProfile]>) -> [RuleProfile] {
        var places: [String: Int] = [:], sum: [RuleProfile] = []
        for one in runs.joined() {
            guard let place = places[one.code] else {
                places[one.code] = sum.count
                sum.append(one)
                continue
            }
            sum[place].nanoseconds += one.nanoseconds
            sum[place].bindings += one.bindings
            sum[place].fired += one.fired
            sum[place].waiting += one.waiting
        }
        return sum
    }

    static func difference(_ after: [RuleProfile], _ before: [RuleProfile]) -> [RuleProfile] {
        var result = after
        for (index, earlier) in before.enumerated() {
            result[index].nanoseconds -= earlier.nanoseconds
            result[index].bindings -= earlier.bindings
            result[index].fired -= earlier.fired
            result[index].waiting -= earlier.waiting
        }
        return result
    }

    static func add(_ more: [RuleProfile], to sum: inout [RuleProfile]) {
        for (index, one) in more.enumerated() {
            sum[index].nanoseconds += one.nanoseconds
            sum[index].bindings += one.bindings
            sum[index].fired += one.fired
            sum[index].waiting += one.waiting
        }
    }
}
