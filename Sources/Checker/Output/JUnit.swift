// Findings as JUnit XML: a suite for each file, a case for each finding, so that any CI shows them as it shows tests.
import Source

/// `lagrum check --format junit`. What fails the check is a failure; weaker findings pass with their text; those of a baseline are skipped.
public func junit(_ report: Report) -> String {
    var byFile: [FileID: [Report.Item]] = [:]
    for item in report.items { byFile[item.finding.place.file, default: []].append(item) }
    let snapshot = report.snapshot
    let asked = snapshot.sources.files.indices.map { snapshot.id(of: $0) }
    // Files with findings that are no specifications: packs of the house with a mistake, for one.
    let others = byFile.keys.filter { !asked.contains($0) }.sorted()
    let suites =
        (asked + others).map { suite(byFile[$0] ?? [], snapshot.files.text(of: $0)?.path ?? "", report) }
        + unread(report)
    let tests = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures }
    var text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="lagrum check" tests="\(tests)" failures="\(failures)" errors="\(report.unread.count)">

        """
    for suite in suites { text += suite.text }
    return text + "</testsuites>\n"
}

private struct Suite {
    var text: String
    var tests: Int
    var failures: Int
}

private func suite(_ items: [Report.Item], _ path: String, _ report: Report) -> Suite {
    let name = xmlEscaped(path)
    guard !items.isEmpty else {
        let word = report.language == .sv ? "inga anmärkningar" : "no findings"
        return Suite(
            text: "<testsuite name=\"\(name)\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
                + "  <testcase classname=\"\(name)\" name=\"\(word)\"/>\n</testsuite>\n", tests: 1, failures: 0)
    }
    let failures = items.count { !$0.known && $0.finding.severity >= report.failOn }
    let skipped = items.count { $0.known }
    var text = "<testsuite name=\"\(name)\" tests=\"\(items.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\">\n"
    for item in items { text += testCase(item, name, report) }
    return Suite(text: text + "</testsuite>\n", tests: items.count, failures: failures)
}

private func testCase(_ item: Report.Item, _ path: String, _ report: Report) -> String {
    let finding = item.finding
    let language = report.language
    let line = Spot(finding.place, report.snapshot.files).map { $0.line }
    let title = xmlEscaped("\(finding.code) \(finding.title[language])" + (line.map { " (\($0))" } ?? ""))
    let attribute = line.map { " file=\"\(path)\" line=\"\($0)\"" } ?? ""
    let open = "  <testcase classname=\"\(path)\" name=\"\(title)\"\(attribute)>\n"
    let close = "  </testcase>\n"
    if item.known {
        return open + "    <skipped message=\"\(language == .sv ? "känd i baslinjen" : "known in the baseline")\"/>\n"
            + close
    }
    let text = xmlEscaped(TextRenderer(language: language).render(finding, in: report.snapshot.files), newlines: true)
    if finding.severity >= report.failOn {
        return open
            + "    <failure type=\"\(finding.code)\" message=\"\(xmlEscaped(finding.message[language]))\">\(text)</failure>\n"
            + close
    }
    return open + "    <system-out>\(text)</system-out>\n" + close
}

private func unread(_ report: Report) -> [Suite] {
    guard !report.unread.isEmpty else { return [] }
    let name = report.language == .sv ? "kunde inte läsas" : "could not be read"
    let cases = report.unread.map { problem in
        let message = xmlEscaped(problem[report.language])
        return
            "  <testcase classname=\"\(name)\" name=\"\(message)\">\n    <error type=\"unread\" message=\"\(message)\"/>\n  </testcase>\n"
    }
    let count = report.unread.count
    return [
        Suite(
            text:
                "<testsuite name=\"\(name)\" tests=\"\(count)\" failures=\"0\" errors=\"\(count)\" skipped=\"0\">\n\(cases.joined())</testsuite>\n",
            tests: count, failures: 0)
    ]
}

/// Fit for XML 1.0, whose characters leave out most control characters: those become U+FFFD. In an attribute a line's end is a reference.
func xmlEscaped(_ text: String, newlines: Bool = false) -> String {
    // The first byte of the two characters that are none.
    let text = text.utf8.contains(0xEF) ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : $0 })) : text
    return rewritten(text) { byte in
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&apos;"
        case UInt8(ascii: "\n"): newlines ? nil : "&#10;"
        case UInt8(ascii: "\t"): "&#9;"
        case UInt8(ascii: "\r"): "&#13;"
        case 0..<0x20: "\u{FFFD}"
        default: nil
        }
    }
}
