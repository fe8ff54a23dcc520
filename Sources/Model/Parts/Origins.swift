// What a model was built from, so that the next one takes over what an edit left as it was.
import Source

final class Origins: Sendable {
    let files: [FileNames]
    let sight: Sight
    /// For each declaration, those of some kinds whose facts name it: the assessments of an activity, the activities of a system.
    let users: Users?
    /// Files that meant to declare something and did not.
    let losing: [FileNames]

    init(_ files: [FileNames], _ sight: Sight, _ users: Users?) {
        (self.files, self.sight, self.users) = (files, sight, users)
        losing = files.filter { !$0.lost.isEmpty }
    }

    /// Whether a mistake that is told already may have left a name undeclared, as a file sees it.
    func isLost(_ name: String, _ kind: Kind.ID, from file: FileID) -> Bool {
        losing.contains { other in
            sight.sees(file, other.id) && other.lost.contains { lost in (lost.kind?.isUnder(kind) ?? true) && (lost.name ?? name) == name }
        }
    }
}

/// How a model differs from the one that it was built after.
public struct ModelChange: Sendable {
    /// Declarations whose meaning is another than before, new ones and those taken away too.
    public var declarations: Set<Int32> = []
    /// Kinds of which a declaration came, went or moved in its taxonomy, by name.
    public var kinds: Set<String> = []
    public init() {}
}
