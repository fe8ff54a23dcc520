// What a plan spends of privacy, by dataset and unit.
import Source

public struct Budget: Hashable, Sendable, Codable {
    public var dataset: String
    public var unit: String
    public var step: String
    public var epsilon: Exact
    public var delta: Exact
    public init(dataset: String, unit: String, step: String, epsilon: Exact, delta: Exact) {
        (self.dataset, self.unit, self.step, self.epsilon, self.delta) = (dataset, unit, step, epsilon, delta)
    }
}
