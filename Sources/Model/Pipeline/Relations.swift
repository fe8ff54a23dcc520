// The relations of a pipeline by name, in the order in which they are made: a dozen, so that looking through them is quickest.

public struct Relations: Sendable {
    private var list: [PipelineRelation] = []

    public init() {}

    public subscript(name: String) -> PipelineRelation? {
        get { index(of: name).map { list[$0] } }
        set {
            let index = index(of: name)
            switch (index, newValue) {
            case (let index?, let relation?): list[index] = relation
            case (nil, let relation?): list.append(relation)
            case (let index?, nil): list.remove(at: index)
            case (nil, nil): break
            }
        }
    }

    /// In the order of the steps that make them.
    public var values: [PipelineRelation] { list }
    public var keys: [String] { list.map(\.name) }
    public func contains(_ name: String) -> Bool { index(of: name) != nil }

    private func index(of name: String) -> Int? {
        for index in list.indices where list[index].name == name { return index }
        return nil
    }
}
