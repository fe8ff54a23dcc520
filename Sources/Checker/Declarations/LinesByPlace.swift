// The lines of a check's declarations by where they stand: a block is read once, however many mistakes stand in it.
import Source
import Syntax

struct LinesByPlace {
    struct Block: Hashable {
        let file: FileID
        let member: Int32
        let id: Int
    }
    private var blocks: [Block: [Member]] = [:]

    /// The line of a member's block that holds a place.
    mutating func line(holding place: Place, in owner: Member) -> Member? {
        let lines = lines(of: owner, at: place), span = place.span
        // INVARIANT: the lines of a block stand one after the other, so that the first to end late enough is the only one that can hold it.
        let index = lines.firstIndex(halving: { $0.span.end >= span.end })
        return index < lines.count && lines[index].span.start <= span.start ? lines[index] : nil
    }

    /// - Parameter place: anywhere in the same top-level member.
    mutating func lines(of owner: Member, at place: Place) -> [Member] {
        let block = LinesByPlace.block(of: owner, at: place)
        if let lines = blocks[block] { return lines }
        let lines = owner.members
        blocks[block] = lines
        return lines
    }

    static func block(of owner: Member, at place: Place) -> Block { Block(file: place.file, member: place.member, id: owner.id) }
}

extension Array {
    /// The first index from which on something holds; the count where it holds nowhere.
    /// - Parameter holds: once true, true for all that follow.
    func firstIndex(halving holds: (Element) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
