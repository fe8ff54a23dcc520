// The names that may stand in a place, asked for what a mistyped one meant as often as there are mistakes.

/// Many questions of one list: what a long list costs is paid once.
///
/// A list of up to a thousand names is searched as `nearest` and `certain` do. In a longer one only a single slip is looked for, by the
/// words that are left when one letter is taken away, and no fix is certain: there is always another name close by.
public struct Suggestions: Sendable {
    private let names: [String]
    /// The first twelve, sorted.
    public let examples: [String]
    /// Hashes of the names and of what is left of them without one letter, in the upper bits, with the name's place in the lower; sorted.
    private let variants: [UInt64]

    private static let searched = 1000
    private static let placeBits: UInt64 = 24

    public init(_ names: [String]) {
        self.names = names
        examples = Suggestions.least(12, of: names)
        var variants: [UInt64] = []
        if names.count > Suggestions.searched, names.count < 1 << Suggestions.placeBits {
            for (place, name) in names.enumerated() {
                for hash in Suggestions.hashes(of: name) { variants.append(hash << Suggestions.placeBits | UInt64(place)) }
            }
        }
        variants.sort()
        self.variants = variants
    }

    public func nearest(to word: String) -> String? {
        if names.count <= Suggestions.searched { return Source.nearest(to: word, in: names) }
        var places: Set<Int> = []
        for hash in Suggestions.hashes(of: word) {
            let wanted = hash << Suggestions.placeBits
            var index = first(from: wanted)
            // A thousand names that differ in one letter each would all be found; the first few do.
            while index < variants.count, variants[index] >> Suggestions.placeBits == wanted >> Suggestions.placeBits, places.count < 64 {
                places.insert(Int(variants[index] & ((1 << Suggestions.placeBits) - 1)))
                index += 1
            }
        }
        return Source.nearest(to: word, in: places.sorted().map { names[$0] })
    }

    public func certain(_ word: String) -> String? { names.count <= Suggestions.searched ? Source.certain(word, in: names) : nil }

    private func first(from wanted: UInt64) -> Int {
        var low = 0, high = variants.count
        while low < high {
            let middle = (low + high) / 2
            if variants[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Of the word in small letters, and of it without each of its letters. Words too long for a slip to explain have none.
    private static func hashes(of word: String) -> [UInt64] {
        let letters = Array(word.lowercased().utf8)
        guard (2...80).contains(letters.count) else { return [] }
        var hashes = [hash(letters, without: letters.count)]
        for index in letters.indices { hashes.append(hash(letters, without: index)) }
        return hashes
    }

    /// FNV-1a, so that the same names are suggested everywhere.
    private static func hash(_ letters: [UInt8], without left: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (index, letter) in letters.enumerated() where index != left { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        return hash >> placeBits
    }

    private static func least(_ count: Int, of names: [String]) -> [String] {
        var least: [String] = []
        for name in names {
            if least.count == count, let last = least.last, name >= last { continue }
            least.insert(name, at: least.firstIndex { name < $0 } ?? least.count)
            if least.count > count { least.removeLast() }
        }
        return least
    }
}
