// The declarations of the specifications that state something themselves.
import Source

extension Model {
    /// Those that state a fact, in the order of their text; what a taxonomy or the silence of the vocabulary gives does not count.
    public func declarations(stating fact: Fact, jobs: Int) -> [EntityID] {
        inParallel(names.order.count, chunk: 2048, jobs: jobs, state: {}) { _, range in
            names.order[range].compactMap { declaration in
                let id = EntityID(declaration: declaration)
                return store.headers[Int(declaration)].scope.origin == .specification && stated(fact, of: id) != nil ? id : nil
            }
        }.flatMap(\.self)
    }
}
