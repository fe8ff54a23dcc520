// Measured quantities with their intervals and the limits set for them.

public struct IntervalChart: Sendable {
    public var title: String
    public var description: String
    public var rows: [Row]
    public var scale: Extent
    public var unit: Unit
    public var numerals: Numerals
    /// The word before a limit: "at most", "limit".
    public var limitWord: String

    public struct Row: Sendable {
        public var name: String
        /// What stands to the right: the figure, and whether it passed.
        public var reading: String
        public var value: Double
        public var low: Double
        public var high: Double
        public var limit: Limit?
        public var verdict: Page.Verdict
        public init(
            name: String, reading: String, value: Double, low: Double, high: Double, limit: Limit? = nil,
            verdict: Page.Verdict = .neutral
        ) {
            (self.name, self.reading, self.value, self.low) = (name, reading, value, low)
            (self.high, self.limit, self.verdict) = (high, limit, verdict)
        }
    }

    /// A scale for each row, so that it can be read; or one for all, so that they can be compared, at least as wide as stated.
    public enum Extent: Sendable {
        case each
        case common(including: [Double])
    }

    /// How the scale is written: 0.85 as 85 % or as 0.85.
    public enum Unit: Sendable { case percent, number }

    public enum Limit: Sendable {
        case atLeast(Double)
        case atMost(Double)
        var value: Double {
            switch self {
            case .atLeast(let value), .atMost(let value): value
            }
        }
    }

    public init(
        title: String, description: String, rows: [Row], scale: Extent, unit: Unit = .percent, numerals: Numerals,
        limitWord: String
    ) {
        (self.title, self.description, self.rows) = (title, description, rows)
        (self.scale, self.unit, self.numerals, self.limitWord) = (scale, unit, numerals, limitWord)
    }
}

func intervals(_ chart: IntervalChart, id: String) -> Markup {
    let caption: Markup = "<strong>\(chart.title)</strong>"
    var marks: [Markup] = []
    var height = 0.0
    switch chart.scale {
    case .each:
        for row in chart.rows {
            marks.append(mark(row, Scale([row]), top: height, ownScale: true, chart))
            height += 74
        }
    case .common(let values):
        let scale = Scale(chart.rows, including: values)
        for row in chart.rows {
            marks.append(mark(row, scale, top: height, ownScale: false, chart))
            height += 42
        }
        marks.insert(grid(scale, chart, height: height), at: 0)
        height += 20
    }
    return figure(
        title: chart.title, caption: caption, description: chart.description, id: id, height: height, class: "intervals", marks)
}

private func mark(_ row: IntervalChart.Row, _ scale: Scale, top: Double, ownScale: Bool, _ chart: IntervalChart) -> Markup {
    let middle = top + 31
    let (low, high, value) = (scale.place(row.low), scale.place(row.high), scale.place(row.value))
    var parts: [Markup] = [
        "<text class=\"name\" x=\"0\" y=\"\(top + 15)\">\(shortened(row.name, to: 44))</text>",
        "<text class=\"reading \(row.verdict.rawValue)\" x=\"100%\" y=\"\(top + 15)\" text-anchor=\"end\">\(row.reading)</text>",
        "<line class=\"track\" x1=\"0\" x2=\"100%\" y1=\"\(middle)\" y2=\"\(middle)\"/>",
    ]
    if let limit = row.limit {
        let place = scale.place(limit.value)
        let (from, width) = switch limit {
        case .atLeast: (place, 100 - place)
        case .atMost: (0, place)
        }
        parts.append("<rect class=\"allowed\" x=\"\(from)%\" y=\"\(middle - 7)\" width=\"\(width)%\" height=\"14\"/>")
        parts.append("<line class=\"limit\" x1=\"\(place)%\" x2=\"\(place)%\" y1=\"\(middle - 11)\" y2=\"\(middle + 11)\"/>")
        if ownScale {
            let anchor = place < 15 ? "start" : place > 85 ? "end" : "middle"
            parts.append(
                """
                <text class="tick" x="\(place)%" y="\(middle + 24)" text-anchor="\(anchor)">\
                \(chart.limitWord) \(scale.label(limit.value, chart))</text>
                """)
        }
    }
    parts += [
        "<line class=\"interval \(row.verdict.rawValue)\" x1=\"\(low)%\" x2=\"\(high)%\" y1=\"\(middle)\" y2=\"\(middle)\"/>",
        "<line class=\"end \(row.verdict.rawValue)\" x1=\"\(low)%\" x2=\"\(low)%\" y1=\"\(middle - 5)\" y2=\"\(middle + 5)\"/>",
        "<line class=\"end \(row.verdict.rawValue)\" x1=\"\(high)%\" x2=\"\(high)%\" y1=\"\(middle - 5)\" y2=\"\(middle + 5)\"/>",
        "<circle class=\"point \(row.verdict.rawValue)\" cx=\"\(value)%\" cy=\"\(middle)\" r=\"4.5\"/>",
    ]
    return "<g>\(parts)</g>"
}

private func grid(_ scale: Scale, _ chart: IntervalChart, height: Double) -> Markup {
    let lines: [Markup] = scale.ticks.map { tick in
        let place = scale.place(tick)
        let anchor = place < 6 ? "start" : place > 94 ? "end" : "middle"
        return """
            <line class="grid" x1="\(place)%" x2="\(place)%" y1="20" y2="\(height)"/>
            <text class="tick" x="\(place)%" y="\(height + 14)" text-anchor="\(anchor)">\(scale.label(tick, chart))</text>
            """
    }
    return Markup(lines)
}

/// A linear scale over everything that the rows show, in per cent of the width, with round ticks.
struct Scale {
    var low: Double
    var high: Double
    var ticks: [Double]

    init(_ rows: [IntervalChart.Row], including others: [Double] = []) {
        let shown = rows.flatMap { [$0.low, $0.high, $0.value] + ($0.limit.map { [$0.value] } ?? []) }
        let values = (shown + others).filter(\.isFinite)
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let margin = max((high - low) * 0.12, 0.002)
        if low >= 0, low - margin < 0 { low = 0 } else { low -= margin }
        if high <= 1, high + margin > 1 { high = 1 } else { high += margin }
        (self.low, self.high) = (low, high)
        let step = Scale.step(over: high - low)
        let first = (low / step).rounded(.up)
        ticks = (0..<12).map { (first + Double($0)) * step }.filter { $0 <= high + step * 1e-9 }
    }

    /// 1, 2 or 5 times a power of ten, for about five ticks.
    private static func step(over width: Double) -> Double {
        var power = 1.0
        while power > width { power /= 10 }
        while power * 10 <= width { power *= 10 }
        return width / power > 4 ? power : width / power > 2 ? power / 2 : power / 5
    }

    func place(_ value: Double) -> Double {
        guard value.isFinite, high > low else { return 0 }
        return 1 + 98 * min(1, max(0, (value - low) / (high - low)))
    }

    func label(_ value: Double, _ chart: IntervalChart) -> String {
        switch chart.unit {
        case .percent:
            let percent = value * 100
            let whole = (percent - percent.rounded()).magnitude < 1e-6
            return chart.numerals.percent(value, places: whole ? 0 : 1)
        case .number: return chart.numerals.decimal(value, places: 2)
        }
    }
}
