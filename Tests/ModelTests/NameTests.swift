// Names across files: a file sees its own declarations, those it imports, the prelude, and the packs it uses.
import Model
import Source
import Testing

struct NameTests {
    private func codes(_ texts: [String], sees: [Int: Set<Int>], norms: String = Fixture.norms) -> [String] {
        Fixture.model(of: texts, sees: sees, norms: norms).model.findings.map { "\($0.code) \($0.place.file.index) \($0.message.en)" }
    }

    private let first = Fixture.model(of: [""]).file.index
    private let use = "dataset D { controller: Firm }"
    private let firm = "controller Firm { country: SE }"

    @Test func imported() { #expect(codes([use, firm], sees: [0: [1]]) == []) }

    @Test func notImported() {
        #expect(codes([use, firm], sees: [:]) == ["N010 \(first) `Firm` is declared in a file or pack that is not brought in here."])
    }

    /// The other way round, an import gives nothing.
    @Test func importIsOneWay() {
        #expect(codes([firm, use], sees: [0: [1]]) == ["N010 \(first + 1) `Firm` is declared in a file or pack that is not brought in here."])
    }

    /// Two files that don't see each other may have the same name, and each sees its own.
    @Test func sameNameApart() {
        #expect(codes([firm + "\n" + use, firm + "\n" + use], sees: [:]) == [])
        let model = Fixture.model(of: ["subject S { minor: no }\nnotice N { to: S }", "subject S { minor: yes }\nnotice M { to: S }"]).model
        #expect((try? model.fact("N.to")) == "[S]")
        let subjects = [("N", false), ("M", true)].map { name, minor -> Bool in
            guard let notice = model.lookup(name, kind: "notice"), case .list(let to) = model.value("to", of: notice), case .entity(let subject)? = to.first else { return false }
            return model.value("minor", of: subject) == .truth(minor)
        }
        #expect(subjects == [true, true])
    }

    /// The importing file is the one to change, whichever is read first.
    @Test func sameNameInSight() {
        #expect(codes([firm, firm], sees: [0: [1]]) == ["N006 \(first) `Firm` is already declared."])
        #expect(codes([firm, firm], sees: [1: [0]]) == ["N006 \(first + 1) `Firm` is already declared."])
    }

    /// Two files that one file brings in: a name of both would mean either there.
    @Test func sameNameInTwoImports() {
        #expect(codes(["", firm, firm], sees: [0: [1, 2]]) == ["N006 \(first + 2) `Firm` is already declared."])
    }

    /// One name for two kinds of things is no mistake: each place wants one kind.
    @Test func sameNameOfTwoKinds() {
        #expect(codes(["controller Court { country: SE }\nsubject Court { minor: no }\ndataset D { controller: Court }\nnotice N { to: Court }"], sees: [:]) == [])
    }

    @Test func nearMissesAreOfTheKindThatFits() {
        // `Letter` is nearer, but a channel is no controller.
        let result = Fixture.model(of: ["controller Leter2 { country: SE }\ndataset D { controller: Letter2 }"]).model
        #expect(result.findings.map { $0.advice?.en } == ["Did you mean `Leter2`?"])
    }

    @Test func aNormOfAPackThatIsNotUsed() {
        #expect(codes(["notice N { under: GDPR.13.3 }"], sees: [:], norms: "").map { String($0.prefix(4)) } == ["N021"])
    }
}
