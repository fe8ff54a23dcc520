// The nearest name, against the definition of the distance written out plainly.

import Source
import Testing

@Suite struct NearestTests {
    /// The distance by its recursion, with every candidate measured in full.
    private func plain(_ word: String, _ candidates: [String]) -> String? {
        let left = Array(word.lowercased())
        guard (2...40).contains(left.count) else { return nil }
        var best: String?, bound = min(3, max(1, (left.count + 1) / 3)) + 1
        for candidate in candidates {
            let right = Array(candidate.lowercased())
            var cost = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
            for i in 0...left.count { cost[i][0] = i }
            for i in 1...left.count {
                for j in stride(from: 1, through: right.count, by: 1) {
                    cost[i][j] = min(cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                    if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { cost[i][j] = min(cost[i][j], cost[i - 2][j - 2] + 1) }
                }
            }
            if cost[left.count][right.count] < bound { (best, bound) = (candidate, cost[left.count][right.count]) }
        }
        return best
    }

    @Test(arguments: 0..<200) func asTheDefinitionSays(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let letters = Array("abcdeABC_1åÅ\u{e9}")
        func word() -> String { String((0..<below(12)).map { _ in letters[below(below(3) == 0 ? letters.count : 6)] }) }
        let candidates = (0..<30).map { _ in word() }
        for _ in 0..<20 {
            let one = word()
            #expect(nearest(to: one, in: candidates) == plain(one, candidates), "seed \(seed): \(one)")
        }
    }

    @Test func longCandidatesCostNothing() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(nearest(to: "aaaa", in: Array(repeating: long, count: 1000) + ["aaab"]) == "aaab")
    }
}

@Suite struct SuggestionTests {
    @Test func aShortListIsSearchedWhole() {
        let names = ["Client", "Clerk", "client", "Åklagare"]
        let suggestions = Suggestions(names)
        for word in ["Clinet", "klient", "Clrek", "x", "aklagare", "Clients"] {
            #expect(suggestions.nearest(to: word) == nearest(to: word, in: names))
            #expect(suggestions.certain(word) == certain(word, in: names))
        }
        #expect(suggestions.examples == names.sorted())
    }

    /// Every single slip is found, the nearest and first name wins, and ten thousand questions of a hundred thousand names end.
    @Test func aLongListIsSearchedForASlip() {
        let names = (0..<100_000).map { "Group\($0 * 7)" }
        let suggestions = Suggestions(names)
        for number in stride(from: 3, to: 100_000, by: 10) {
            let name = names[number]
            let slips = [String(name.dropLast()) + "x", "G" + name.dropFirst(2), "Gorup" + name.dropFirst(5), name + "q", name.lowercased()]
            let slip = slips[number / 10 % slips.count]
            let found = suggestions.nearest(to: slip)
            #expect(found != nil && nearest(to: slip, in: [found ?? ""]) != nil, "\(slip) \(found ?? "")")
        }
        #expect(suggestions.nearest(to: "Gruop14") == "Group14")
        #expect(suggestions.nearest(to: "group14") == "Group14")
        #expect(suggestions.nearest(to: "Entirely") == nil)
        #expect(suggestions.certain("Grop14") == nil)
        #expect(suggestions.examples == Array(names.sorted().prefix(12)))
    }
}
