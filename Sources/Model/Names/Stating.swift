// The declarations of the specifications that state something themselves.

extension Model {
    /// Those that state a fact, in the order of their text; what a taxonomy or the silence of the vocabulary gives does not count.
    public func declarations(stating fact: Fact) -> [EntityID] {
        names.order.compactMap { declaration in
            let id = EntityID(declaration: declaration)
            return store.headers[Int(declaration)].scope.origin == .specification && stated(fact, of: id) != nil ? id : nil
        }
    }
}
