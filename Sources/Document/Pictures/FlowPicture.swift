// The steps of a run from top to bottom, with a band for each relation as wide as it has rows.

public struct FlowPicture: Sendable {
    public var title: String
    public var description: String
    public var steps: [Step]
    /// What the kinds of band are, in the reader's language.
    public var legend: [(kind: Band, name: String)]
    public var numerals: Numerals

    public enum Band: String, Sendable { case personal, synthetic, model }

    public struct Step: Sendable {
        public var name: String
        public var note: String
        public var inputs: [String]
        public var outputs: [Output]
        /// What left on the way, a line each.
        public var losses: [String]
        public var figure: String
        public init(name: String, note: String, inputs: [String], outputs: [Output], losses: [String] = [], figure: String) {
            (self.name, self.note, self.inputs) = (name, note, inputs)
            (self.outputs, self.losses, self.figure) = (outputs, losses, figure)
        }
    }

    public struct Output: Sendable {
        public var name: String
        /// None for a model, which has no rows.
        public var rows: Int?
        public var band: Band
        public init(name: String, rows: Int?, band: Band) { (self.name, self.rows, self.band) = (name, rows, band) }
    }

    public init(
        title: String, description: String, steps: [Step], legend: [(kind: Band, name: String)], numerals: Numerals
    ) {
        (self.title, self.description, self.steps) = (title, description, steps)
        (self.legend, self.numerals) = (legend, numerals)
    }
}

/// A band that is drawn: from the step that makes it down its lane to the last step that reads it.
private struct Lane {
    var output: FlowPicture.Output
    var lane: Int
    var last: Int
    var width: Double
    var from: Double
}

func flow(_ chart: FlowPicture, id: String) -> Markup {
    let layout = FlowLayout(chart)
    let key: [Markup] = chart.legend.map { "<span class=\"swatch \($0.kind.rawValue)\"></span>\($0.name)" }
    let caption: Markup = "<strong>\(chart.title)</strong> <span class=\"key\">\(key)</span>"
    return figure(
        title: chart.title, caption: caption, description: chart.description, id: id, height: layout.height, class: "flow",
        layout.bands + layout.nodes + layout.texts)
}

/// Where everything stands. Distances are in pixels from the left, so that the text beside keeps its size on any screen.
private struct FlowLayout {
    var bands: [Markup] = []
    var nodes: [Markup] = []
    var texts: [Markup] = []
    var height = 6.0

    init(_ chart: FlowPicture) {
        let largest = Double(max(1, chart.steps.flatMap(\.outputs).compactMap(\.rows).max() ?? 1))
        var last: [String: Int] = [:]
        for (index, step) in chart.steps.enumerated() { for input in step.inputs { last[input] = index } }
        var open: [String: Lane] = [:]
        var taken: Set<Int> = []
        var lanes = 1
        func free() -> Int { (0...).first { !taken.contains($0) } ?? 0 }
        func x(_ lane: Int) -> Double { 12 + Double(lane) * 20 }
        var placed: [(step: FlowPicture.Step, lane: Int, y: Double)] = []

        for (index, step) in chart.steps.enumerated() {
            let y = height + 14
            let read = step.inputs.compactMap { open[$0] }
            // A step takes over the lane of the first input that ends with it.
            for band in read where band.last == index { taken.remove(band.lane) }
            let lane = read.first { $0.last == index }?.lane ?? free()
            taken.insert(lane)
            for band in read {
                if band.lane == lane {
                    bands.append(line(band, x(lane), band.from, y))
                } else {
                    if band.last == index { bands.append(line(band, x(band.lane), band.from, y - 18)) }
                    bands.append(curve(band, x(band.lane), x(lane), y - 18, y))
                }
                if band.last == index { open[band.output.name] = nil }
            }
            for (position, output) in step.outputs.enumerated() {
                guard let end = last[output.name], end > index else { continue }
                let width = output.rows.map { max(1.5, Double($0) / largest * 12) } ?? 1.5
                var band = Lane(output: output, lane: lane, last: end, width: width, from: y)
                if position > 0 || open.values.contains(where: { $0.lane == lane }) {
                    band.lane = free()
                    taken.insert(band.lane)
                    bands.append(curve(band, x(lane), x(band.lane), y, y + 18))
                    band.from = y + 18
                }
                open[output.name] = band
            }
            if !open.values.contains(where: { $0.lane == lane }) { taken.remove(lane) }
            lanes = max(lanes, lane + 1, (taken.max() ?? 0) + 1)
            placed.append((step, lane, y))
            height += 38 + 17 * Double(step.losses.count) + (step.losses.isEmpty ? 0 : 8)
        }

        let left = x(lanes - 1) + 26
        for (step, lane, y) in placed {
            let ends = step.outputs.isEmpty
            nodes.append(
                ends
                    ? "<rect class=\"node\" x=\"\(x(lane) - 5)\" y=\"\(y - 5)\" width=\"10\" height=\"10\"/>"
                    : "<circle class=\"node\" cx=\"\(x(lane))\" cy=\"\(y)\" r=\"5.5\"/>")
            texts.append(
                """
                <text class="step" x="\(left)" y="\(y + 5)">\(step.name)<tspan class="note" dx="8">\(step.note)</tspan></text>
                <text class="rows" x="100%" y="\(y + 5)" text-anchor="end">\(step.figure)</text>
                """)
            for (index, loss) in step.losses.enumerated() {
                texts.append("<text class=\"loss\" x=\"\(left)\" y=\"\(y + 23 + 17 * Double(index))\">\(loss)</text>")
            }
        }
    }

    private func line(_ band: Lane, _ x: Double, _ from: Double, _ to: Double) -> Markup {
        "<path class=\"band \(band.output.band.rawValue)\" stroke-width=\"\(band.width)\" d=\"M\(x) \(from)V\(to)\"/>"
    }

    private func curve(_ band: Lane, _ x1: Double, _ x2: Double, _ y1: Double, _ y2: Double) -> Markup {
        let middle = (y1 + y2) / 2
        return """
            <path class="band \(band.output.band.rawValue)" stroke-width="\(band.width)" \
            d="M\(x1) \(y1)C\(x1) \(middle) \(x2) \(middle) \(x2) \(y2)"/>
            """
    }
}
