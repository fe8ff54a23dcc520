// Why it was lawful: who answers for it, on what grounds, what people were told and could refuse, and what was weighed.
import Document
import Plan
import Source

extension Report {
    var lawSection: Page.Section? {
        guard let legal = evidence.legal else { return nil }
        var blocks: [Page.Block] = [
            .paragraph([
                .text(t("Personuppgiftsansvarig är ", "The controller is ")), .strong(legal.controller.title ?? legal.controller.name),
                .text(t(". Tabellerna återger den plan som kördes.", ". The tables repeat the plan that was run.")),
            ])
        ]
        if !legal.grounds.isEmpty { blocks.append(.table(grounds(legal.grounds))) }
        if !(legal.notices.isEmpty && legal.optOuts.isEmpty) { blocks.append(.table(information(legal))) }
        if !legal.decisions.isEmpty { blocks.append(.table(decisions(legal.decisions))) }
        if !legal.assessments.isEmpty { blocks.append(.table(assessments(legal.assessments))) }
        if let allowed = legal.allowed, !allowed.isEmpty { blocks.append(.table(permissions(allowed))) }
        return .init(id: "law", title: t("Vad behandlingen vilar på", "What the processing rests on"), blocks: blocks)
    }

    private func grounds(_ grounds: [GroundRecord]) -> Page.Table {
        .init(
            caption: t("Rättslig grund", "Legal grounds"),
            columns: [.init(t("Grund", "Ground")), .init(t("Artikel", "Article")), .init(t("Gäller", "Of")), .init(t("Skäl", "Reason"))],
            rows: grounds.map { ground in
                [
                    [.text(ground.ground)], [.text((["GDPR.\(ground.article.rawValue)"] + ground.under).joined(separator: ", "))],
                    [.text(ground.of.isEmpty ? t("alla", "all") : ground.of.joined(separator: ", "))], [.text(ground.because ?? "–")],
                ]
            })
    }

    private func permissions(_ allowed: [RequiredApproval]) -> Page.Table {
        .init(
            caption: t("Fel som har medgetts", "Errors that were allowed"),
            columns: [.init(t("Regel", "Rule")), .init(t("Gäller", "Of")), .init(t("Medgivet av", "Allowed by")), .init(t("Till", "Until")), .init(t("Skäl", "Reason"))],
            rows: allowed.map { one in
                [
                    [.text(one.code)], [.text(one.at)], [.text(one.by)], [.text(one.until?.description ?? t("utan slutdag", "without a last day"))],
                    [.text(one.because)],
                ]
            })
    }

    private func information(_ legal: LegalRecord) -> Page.Table {
        let notices: [[[Page.Span]]] = legal.notices.map { notice in
            [
                [.text(t("Information", "Information") + " · " + notice.name)], [.text(notice.to.joined(separator: ", "))],
                [.text(notice.under ?? "–")], [.text(notice.sent.map { t("skickad ", "sent ") + $0.description } ?? t("inget datum", "no date"))],
            ]
        }
        let windows: [[[Page.Span]]] = legal.optOuts.map { window in
            [
                [.text(t("Möjlighet att säga nej", "Opt-out"))], [.text(window.groups.isEmpty ? t("alla", "all") : window.groups.joined(separator: ", "))],
                [.text("GDPR.21")], [.text(window.until.map { t("till och med ", "until ") + $0.description } ?? t("utan slutdag", "without a last day"))],
            ]
        }
        return .init(
            caption: t("Information och möjlighet att säga nej", "Information and opt-out"),
            columns: [.init(t("Vad", "What")), .init(t("Till", "To")), .init(t("Stöd", "Under")), .init(t("När", "When"))], rows: notices + windows)
    }

    private func decisions(_ decisions: [DecisionRecord]) -> Page.Table {
        .init(
            caption: t("Vad lagen gav för svar", "What the law answered"),
            columns: [.init(t("Prövning", "Question")), .init(t("Av", "Of")), .init(t("Svar", "Answer")), .init(t("Lagrum", "Norms"))],
            rows: decisions.map { decision in
                [
                    [.text(language.decisionName(decision.decision))], [.text(decision.arguments.joined(separator: ", "))],
                    [.strong(language.conclusionName(decision.conclusion))], [.text(decision.norms.joined(separator: ", "))],
                ]
            })
    }

    private func assessments(_ assessments: [AssessmentRecord]) -> Page.Table {
        .init(
            caption: t("Bedömningar av människor", "Assessments by people"),
            columns: [.init(t("Bedömning", "Assessment")), .init(t("Slag", "Kind")), .init(t("Slutsats", "Conclusion")), .init(t("Av", "By"))],
            rows: assessments.map { assessment in
                [
                    [.text(assessment.name)], [.text(assessment.kind)], [.text(assessment.conclusion.map(language.conclusionName) ?? "–")],
                    [.text(assessment.by ?? "–")],
                ]
            })
    }
}

extension Language {
    /// A decision of the law packs in words; a house pack's own by its name.
    fileprivate func decisionName(_ name: String) -> String {
        name == "compatibility" ? t("Ändamålens förenlighet", "Compatibility of purposes") : name.replacing("_", with: " ")
    }

    fileprivate func conclusionName(_ name: String) -> String {
        switch name {
        case "compatible": t("förenligt", "compatible")
        case "compatible_with_conditions": t("förenligt med villkor", "compatible with conditions")
        case "not_compatible": t("inte förenligt", "not compatible")
        case "undetermined": t("går inte att avgöra", "undetermined")
        default: name.replacing("_", with: " ")
        }
    }
}
