// From an estimate to a figure of the evidence.
import Evidence
import Source

extension Figure {
    init(_ name: String, _ estimate: Estimate, samples: Int, method: Message) {
        self.init(
            name: name, value: estimate.value, low: estimate.low, high: estimate.high, samples: samples, method: method)
    }
}
