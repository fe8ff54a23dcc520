// Two distributions of one column, level by level: bars in pairs, the first hollow and the second solid.

public struct PairedBars: Sendable {
    public var title: String
    public var description: String
    public var first: String
    public var second: String
    public var levels: [Level]
    public var numerals: Numerals

    /// Shares, 0 to 1.
    public struct Level: Sendable {
        public var name: String
        public var first: Double
        public var second: Double
        public init(name: String, first: Double, second: Double) { (self.name, self.first, self.second) = (name, first, second) }
    }

    public init(title: String, description: String, first: String, second: String, levels: [Level], numerals: Numerals) {
        (self.title, self.description, self.first, self.second) = (title, description, first, second)
        (self.levels, self.numerals) = (levels, numerals)
    }
}

/// Lengths are in per cent of the width, so that the picture fits any screen and its text keeps its size.
func bars(_ chart: PairedBars, id: String) -> Markup {
    let pitch = 30.0, left = 34.0, room = 50.0
    let longest = chart.levels.flatMap { [$0.first, $0.second] }.filter(\.isFinite).max() ?? 0
    func length(_ share: Double) -> Double { longest > 0 && share.isFinite ? max(0, share) / longest * room : 0 }
    let rows: [Markup] = chart.levels.enumerated().map { index, level in
        let top = Double(index) * pitch + 2
        let (first, second) = (length(level.first), length(level.second))
        return """
            <g><title>\(level.name): \(chart.first) \(chart.numerals.percent(level.first)), \(chart.second) \(chart.numerals.percent(level.second))</title>
            <text class="level" x="\(left - 2.5)%" y="\(top + 16)" text-anchor="end">\(shortened(level.name, to: 16))</text>
            <rect class="first" x="\(left)%" y="\(top)" width="\(first)%" height="11"/>
            <text class="value" x="\(left + first + 1.5)%" y="\(top + 9.5)">\(chart.numerals.percent(level.first))</text>
            <rect class="second" x="\(left)%" y="\(top + 12)" width="\(second)%" height="11"/>
            <text class="value" x="\(left + second + 1.5)%" y="\(top + 21.5)">\(chart.numerals.percent(level.second))</text></g>
            """
    }
    let height = Double(chart.levels.count) * pitch
    let axis: Markup = "<line class=\"axis\" x1=\"\(left)%\" x2=\"\(left)%\" y1=\"0\" y2=\"\(height - 4)\"/>"
    let caption: Markup = """
        <strong>\(chart.title)</strong> <span class="key"><span class="swatch first"></span>\(chart.first) \
        <span class="swatch second"></span>\(chart.second)</span>
        """
    return figure(
        title: chart.title, caption: caption, description: chart.description, id: id, height: height, class: "bars", rows + [axis])
}

func shortened(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
}
