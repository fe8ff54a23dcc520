// The relations of a pipeline by name, in the order in which they are made: a dozen, so that looking through them is quickest.

public struct Relations: Sendable {
    private var list: [PipelineRelation] = []

    public init() {}

    public subscript(name: String) -> PipelineRelation? {
        get { list.first { $0.name == name } }
        set {
            let index = list.firstIndex { $0.name == name }
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
    public func contains(_ name: String) -> Bool { list.contains { $0.name == name } }
}
