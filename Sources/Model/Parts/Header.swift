// A top-level declaration as others see it: its kind, its name, where it stands and what it is under.
import Source
import Syntax

/// Made from the declaration's first line alone, so that what stands in its block changes nothing for those who name it.
struct Header: Sendable {
    var kind: Kind.ID
    var name: String
    /// Of the name's bytes.
    var hash: UInt64
    var title: String?
    /// The name's span, relative to the member.
    var span: Span
    var member: Member
    var scope: Where
    /// What stands after `is`, and where; `parents` is what of it leads into no circle.
    var above: [(id: EntityID, span: Span)] = []
    var parents: [EntityID] = []
    /// Of a category: how it identifies, and how strict the law is about it.
    var identifies = Identification.no
    var strictness: UInt8 = 0
    /// The declaration was taken away by an edit; its number is not given to another.
    var isGone = false

    var place: Place { scope.place(span) }
}

/// Where a member stands: what its relative spans count from, and whose names it sees.
struct Where: Sendable {
    var file: FileID
    var index: Int32
    var origin: Entity.Origin
    func place(_ span: Span) -> Place { Place(file: file, member: index, span: span) }
}
