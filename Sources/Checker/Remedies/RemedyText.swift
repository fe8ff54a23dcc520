// A set of edits written into the text, with dates that fit one another.
import Model
import Source
import Syntax

/// The days of an activity's information, opt-out and start.
struct Timeline: Sendable {
    /// Nothing is placed before this day: the past is a fact.
    var today: Day
    /// How long the groups have to answer; policy sets it.
    var window: Period
    var sent: [String: Day] = [:]
    var until: [Day] = []
    var starts: Day?

    var fresh: Day { today }

    /// Dates at their bounds for a set of edits; nil when none fit.
    func fitted(_ edits: [RemedyEdit], sentOf: (String) -> Day?) -> Timeline? {
        var new = self
        var hasFresh = false, moves: [String] = [], movesOptOut = false, movesStart = false, opens = false
        for edit in edits {
            switch edit {
            case .tell: hasFresh = true
            case .retell(_, _, let anew), .renew(_, _, let anew): hasFresh = hasFresh || !anew.isEmpty
            case .link(let notice, _): if let day = sentOf(notice) { new.sent[notice] = day }
            case .sendEarlier(let notice): moves.append(notice)
            case .optOut: opens = true
            case .moveOptOut: movesOptOut = true
            case .moveStart: movesStart = true
            default: break
            }
        }
        for notice in moves {
            guard let day = new.sent[notice], day > today else { return nil }
            let bound = until.min().map { $0 - window } ?? starts.map { Day(number: $0.number - 1) }
            guard let bound else { return nil }
            let best = max(today, min(bound, day))
            guard best < day else { return nil }
            new.sent[notice] = best
        }
        let told = (Array(new.sent.values) + (hasFresh ? [today] : [])).max() ?? today
        if opens || movesOptOut {
            var last = max(told, today) + window
            if !movesStart, let starts, last >= starts {
                last = Day(number: starts.number - 1)
                guard last > max(told, today) else { return nil }
            }
            if movesOptOut {
                guard !until.isEmpty, until.contains(where: { $0 != last }) else { return nil }
                new.until = until.map { _ in last }
            }
            if opens { new.until.append(last) }
        }
        if movesStart {
            let last = (new.until + [told]).max() ?? today
            let first = max(Day(number: last.number + 1), today)
            guard let starts, starts < first else { return nil }
            new.starts = first
        }
        return new
    }
}

extension RemedySpace {
    /// The texts with a set of edits made; nil when they can't be made together.
    func applied(_ edits: [RemedyEdit]) -> SpecificationText? {
        guard let dates = timeline.fitted(edits, sentOf: { sentDay(of: $0) }) else { return nil }
        var text = SpecificationText(snapshot.sources)
        for edit in edits where !apply(edit, dates, &text) { return nil }
        return text
    }

    private func apply(_ edit: RemedyEdit, _ dates: Timeline, _ text: inout SpecificationText) -> Bool {
        switch edit {
        case .tell(let notices): return notices.allSatisfy { tell($0, &text) }
        case .link(let notice, _): return refer(to: [notice], &text)
        case .widen(let notice, let groups): return refer(RemedyOwner(kind: "notice", name: notice), "to", to: groups.joined(separator: ", "), &text)
        case .sendEarlier(let notice):
            guard let day = dates.sent[notice], let owner = text.declaration("notice", notice), let line = text.line("sent", in: owner),
                let value = line.member.values.first
            else { return false }
            text.set(value.span, in: line, to: day.description)
        case .reword(let notice, let under, let items):
            guard let owner = text.declaration("notice", notice), let line = text.line("under", in: owner), let value = line.member.values.first else { return false }
            text.set(value.span, in: line, to: under)
            return items.isEmpty || cover(notice, items, &text)
        case .retell(let notice, let groups, let anew):
            guard let owner = text.declaration("notice", notice), let line = text.line("to", in: owner) else { return false }
            // All of them: the old notice says nothing to anybody of this activity any more.
            if !text.take(Set(groups), from: line.member.values, in: line), !withdraw(notice, &text) { return false }
            return anew.allSatisfy { tell($0, &text) }
        case .renew(let notice, _, let anew): return withdraw(notice, &text) && anew.allSatisfy { tell($0, &text) }
        case .cover(let notice, let items): return cover(notice, items, &text)
        case .optOut(let register, let matchedBy, let groups, let excluded):
            guard let until = dates.until.last, let activity = text.declaration("activity", activityName) else { return false }
            let match = matchedBy.map { " matched by \($0)" } ?? ""
            text.add("opt out: \(register) until \(until) for \(groups.joined(separator: ", "))\(match)", to: activity, after: ["opt out", "notice", "runs in", "starts", "status"])
            guard excluded, let again = text.declaration("activity", activityName), text.line("unreached", in: again) == nil else { return true }
            text.add("unreached: excluded", to: again, after: ["opt out"])
        case .widenOptOut(let index, let groups):
            guard let activity = text.declaration("activity", activityName), let line = text.line("opt out", in: activity, index: index),
                let clause = line.member.clauses.first(where: { $0.word.text == "for" })
            else { return false }
            text.append(groups, to: clause.values, in: line)
        case .moveOptOut:
            for index in dates.until.indices.prefix(timeline.until.count) {
                guard let activity = text.declaration("activity", activityName), let line = text.line("opt out", in: activity, index: index),
                    let value = line.member.clauses.first(where: { $0.word.text == "until" })?.values.first
                else { return false }
                text.set(value.span, in: line, to: dates.until[index].description)
            }
        case .moveStart:
            guard let day = dates.starts, let activity = text.declaration("activity", activityName), let line = text.line("starts", in: activity),
                let value = line.member.values.first
            else { return false }
            text.set(value.span, in: line, to: day.description)
        case .drop(let kind, let name, let key, let index, _):
            guard let owner = text.declaration(kind, name), let line = text.line(key, in: owner, index: index) else { return false }
            text.remove(line)
        case .declare, .block, .refer, .unrefer, .line, .state, .clause: return write(edit, &text)
        default: return change(edit, &text)
        }
        return true
    }

    private func tell(_ notice: NoticeText, _ text: inout SpecificationText) -> Bool {
        guard let activity = text.declaration("activity", activityName) else { return false }
        let by = notice.channels.isEmpty ? "" : " by \(notice.channels.joined(separator: ", "))"
        text.declare(
            """
            notice \(notice.name) {
              to:    \(notice.groups.joined(separator: ", "))\(notice.guardian ? " through Guardian" : "")
              under: \(notice.under)
              sent:  \(timeline.fresh)\(by)
              tells: \(notice.items.joined(separator: ", "))
            }
            """, before: activity)
        return refer(to: [notice.name], &text)
    }

    /// The activity no longer names a notice; what was sent stays as it was.
    private func withdraw(_ notice: String, _ text: inout SpecificationText) -> Bool {
        unrefer(RemedyOwner(kind: "activity", name: activityName), "notice", from: notice, &text)
    }

    private func refer(to notices: [String], _ text: inout SpecificationText) -> Bool {
        refer(RemedyOwner(kind: "activity", name: activityName), "notice", to: notices.joined(separator: ", "), after: ["runs in", "starts", "status"], &text)
    }

    private func cover(_ notice: String, _ items: [String], _ text: inout SpecificationText) -> Bool {
        refer(RemedyOwner(kind: "notice", name: notice), "tells", to: items.joined(separator: ", "), &text)
    }
}
