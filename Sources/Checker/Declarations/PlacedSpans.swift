// Spans of a check by where they stand: whether one of many holds another, or stands inside it, takes a search and no walk.
import Source

struct PlacedSpans {
    /// By file, member and start.
    private let places: [Place]
    /// How far those up to here reach, and how early one from here on ends, within the same top-level member.
    private var farthest: [UInt32], nearest: [UInt32]

    init(_ unordered: [Place]) {
        places = unordered.sorted(by: PlacedSpans.precedes)
        farthest = places.map(\.span.end)
        nearest = farthest
        for index in places.indices.dropFirst() where areTogether(index - 1, index) { farthest[index] = max(farthest[index - 1], farthest[index]) }
        for index in places.indices.dropLast().reversed() where areTogether(index, index + 1) { nearest[index] = min(nearest[index + 1], nearest[index]) }
    }

    var isEmpty: Bool { places.isEmpty }

    /// Whether one of them holds the whole of a place.
    func hold(_ place: Place) -> Bool {
        let index = places.firstIndex(halving: { PlacedSpans.precedes(place, $0) }) - 1
        return index >= 0 && isBeside(place, index) && farthest[index] >= place.span.end
    }

    /// Whether the whole of one of them stands within a place.
    func stand(in place: Place) -> Bool {
        let index = places.firstIndex(halving: { !PlacedSpans.precedes($0, place) })
        return index < places.count && isBeside(place, index) && nearest[index] <= place.span.end
    }

    private func areTogether(_ one: Int, _ other: Int) -> Bool { isBeside(places[one], other) }
    private func isBeside(_ place: Place, _ index: Int) -> Bool { places[index].file == place.file && places[index].member == place.member }

    private static func precedes(_ a: Place, _ b: Place) -> Bool {
        (a.file.index, a.member, a.span.start) < (b.file.index, b.member, b.span.start)
    }
}
