// The invented fields of activity that an estate is about: who is registered, why, and what stands in the tables.

struct Domain: Sendable {
    /// One word, in camels: begins the names of everything that belongs to it.
    var name: String
    var title: String
    var sector: String
    /// Of a dataset: `Ordinary`, `SocialServices` …
    var context: String
    var basis: String
    /// The concept under which the purpose of collection falls.
    var purpose: String
    var collects: String
    /// What the secondary purposes are for, in words.
    var improves: [String]
    /// A person registered because of a relation of its own.
    var adult: (name: String, relation: String, reason: String)
    /// Another group in the same tables, with no relation: nil where there is none.
    var other: (name: String, reason: String)?
    /// Main table, persons' table, third table, in lower case.
    var tables: (main: String, person: String, extra: String)
    var kinds: [String]

    var controllers: [String] { ["North", "South", "East", "West"].map { name + $0 } }
    var handle: String { "Handle" + name }
    func develop(_ index: Int) -> String { "Improve\(name)\(index + 1)" }
    /// One row of the main table, in one word.
    var matter: String { String(tables.main.dropLast()) }
    var subjects: [String] { [adult.name] + (other.map { [$0.name] } ?? []) }
    /// Expectations are heightened there, and the context is one of confidence: a choice has to be given.
    var isSensitive: Bool { context != "Ordinary" }

    static let all: [Domain] = [
        Domain(
            name: "Housing", title: "Bostadskön", sector: "Public", context: "Ordinary", basis: "PublicTask", purpose: "CaseHandling",
            collects: "Keep the municipal housing queue and assign flats in its order",
            improves: ["Forecast how long applicants wait", "Plan inspections of flats", "Foresee which offers are declined"],
            adult: ("HousingApplicant", "OwnClient", "stands in a queue that is open to everyone"), other: nil,
            tables: ("applications", "applicants", "offers"), kinds: ["rental", "student", "senior", "exchange"]),
        Domain(
            name: "Counsel", title: "Ärendesystemet", sector: "Private", context: "LegalCounsel", basis: "Contract", purpose: "CaseHandling",
            collects: "Handle disputes for the client from engagement to judgment or agreement",
            improves: ["See the risk of a long conflict early", "Estimate the cost of a dispute", "Foresee which disputes settle"],
            adult: ("CounselClient", "OwnClient", "seeks a lawyer and trusts that what is said stays there"),
            other: ("CounselOpponent", "has not chosen the firm and expects use in this dispute only"),
            tables: ("disputes", "parties", "invoices"), kinds: ["custody", "contract", "tenancy", "estate"]),
        Domain(
            name: "Support", title: "Försörjningsstöd", sector: "Public", context: "SocialServices", basis: "PublicTask", purpose: "CaseHandling",
            collects: "Examine and pay income support to households that can't provide for themselves",
            improves: ["Foresee long dependence on support", "Plan the staffing of reception", "Find households that leave support soon"],
            adult: ("SupportApplicant", "Beneficiary", "depends on the decision and tells of its private economy"),
            other: ("SupportHousehold", "lives in the household and has applied for nothing"),
            tables: ("cases", "members", "payments"), kinds: ["monthly", "emergency", "rent", "other"]),
        Domain(
            name: "School", title: "Elevhälsan", sector: "Public", context: "Confidential", basis: "PublicTask", purpose: "ServiceDelivery",
            collects: "Give pupils the support that the school law entitles them to",
            improves: ["Foresee which courses need more teachers", "Plan support groups", "Follow attendance over a year"],
            adult: ("AdultPupil", "OwnClient", "must attend, and can't choose another register"), other: nil,
            tables: ("enrolments", "pupils", "absences"), kinds: ["compulsory", "upper", "adult", "special"]),
        Domain(
            name: "Energy", title: "Kundregistret", sector: "Private", context: "Ordinary", basis: "Contract", purpose: "ServiceDelivery",
            collects: "Deliver electricity to customers and invoice what they use",
            improves: ["Forecast the load of the net", "Foresee late payment", "Plan the change of meters"],
            adult: ("EnergyCustomer", "OwnClient", "buys a standard service and can change supplier"), other: nil,
            tables: ("contracts", "customers", "readings"), kinds: ["fixed", "variable", "hourly", "default"]),
        Domain(
            name: "Transport", title: "Färdtjänsten", sector: "Public", context: "Ordinary", basis: "PublicTask", purpose: "ServiceDelivery",
            collects: "Grant and carry out special transport for those who can't travel by other means",
            improves: ["Plan vehicles for the week", "Foresee delays", "Price trips fairly"],
            adult: ("TransportTraveller", "Beneficiary", "travels by a permit and expects its trips to be used for planning"), other: nil,
            tables: ("trips", "travellers", "complaints"), kinds: ["single", "return", "regular", "group"]),
        Domain(
            name: "Insurance", title: "Skaderegistret", sector: "Private", context: "Confidential", basis: "Contract", purpose: "CaseHandling",
            collects: "Settle claims under the customer's insurance",
            improves: ["Foresee the cost of a claim", "Sort simple claims from hard ones", "Plan how adjusters are staffed"],
            adult: ("InsuranceHolder", "OwnClient", "tells of its home and losses to be paid what it is owed"),
            other: ("InsuranceClaimant", "was harmed by a customer and has no contract of its own"),
            tables: ("claims", "claimants", "settlements"), kinds: ["motor", "home", "travel", "liability"]),
        Domain(
            name: "Library", title: "Låneregistret", sector: "Public", context: "Ordinary", basis: "PublicTask", purpose: "ServiceDelivery",
            collects: "Lend media to the public and see that they come back",
            improves: ["Plan purchases for the branches", "Foresee queues for titles", "Set opening hours by use"],
            adult: ("LibraryBorrower", "OwnClient", "borrows openly and is used to statistics of loans"), other: nil,
            tables: ("loans", "borrowers", "reservations"), kinds: ["book", "film", "game", "equipment"]),
    ]
}

/// A column of the pool that tables draw from: its type as it is written, and the category where the table's own does not do.
struct Column: Sendable {
    var name: String
    var type: String
    var category: String?
    /// May be read by a lawful activity: neither special, nor criminal, nor identifying.
    var isMild: Bool { category == nil || ["Economy", "Employment", "Education", "Location", "Behaviour"].contains(category) }

    static let main: [Column] = [
        Column(name: "region", type: "choice(Stockholm, Väst, Syd, Öst, Mitt, Norr)"),
        Column(name: "channel", type: "choice(letter, portal, phone, visit)"),
        Column(name: "stage", type: "choice(new, open, waiting, closed)"),
        Column(name: "priority", type: "integer(1..5)"),
        Column(name: "reminders", type: "integer(0..20)"),
        Column(name: "contacts", type: "integer(0..200)"),
        Column(name: "documents", type: "integer(0..500)"),
        Column(name: "waiting_days", type: "integer(0..1000)"),
        Column(name: "urgent", type: "flag"),
        Column(name: "reopened", type: "flag"),
        Column(name: "appealed", type: "flag"),
        Column(name: "digital", type: "flag"),
        Column(name: "team", type: "choice(reception, investigation, decision, follow_up)?"),
        Column(name: "prior", type: "integer(0..30)"),
        Column(name: "fee", type: "decimal(0..50_000, 2)", category: "Economy"),
        Column(name: "debt", type: "decimal(0..500_000, 2)?", category: "Economy"),
        Column(name: "work", type: "choice(employed, own_firm, seeking, studying, retired)?", category: "Employment"),
        Column(name: "schooling", type: "choice(compulsory, upper_secondary, university)?", category: "Education"),
        Column(name: "area", type: "choice(centre, suburb, countryside)", category: "Location"),
        Column(name: "visits", type: "integer(0..365)", category: "Behaviour"),
        Column(name: "sick_listed", type: "flag", category: "Health"),
    ]
    static let person: [Column] = [
        Column(name: "name", type: "text", category: "Name"),
        Column(name: "birth_year", type: "integer(1920..2026) else missing", category: "Age"),
        Column(name: "sex", type: "choice(woman, man)", category: "Sex"),
        Column(name: "street", type: "text?", category: "Address"),
        Column(name: "postcode", type: "text?", category: "Address"),
        Column(name: "email", type: "text?", category: "ContactDetail"),
        Column(name: "phone", type: "text?", category: "ContactDetail"),
        Column(name: "account", type: "text?", category: "BankAccount"),
        Column(name: "income", type: "integer(0..5_000_000)?", category: "Economy"),
        Column(name: "employer", type: "text?", category: "Employment"),
        Column(name: "education", type: "choice(compulsory, upper_secondary, university)?", category: "Education"),
        Column(name: "municipality", type: "text", category: "Location"),
        Column(name: "language", type: "choice(sv, en, ar, fi, other)"),
        Column(name: "disability", type: "flag", category: "Health"),
        Column(name: "convicted", type: "flag", category: "CriminalOffence"),
        Column(name: "note", type: "text?", category: "FreeText"),
        Column(name: "moved_on", type: "date(1980-01-01..2026-12-31)?", category: "Location"),
        Column(name: "contact_ok", type: "flag"),
    ]
    static let extra: [Column] = [
        Column(name: "amount", type: "decimal(0..500_000, 2)", category: "Economy"),
        Column(name: "issued_on", type: "date(2005-01-01..2026-12-31)"),
        Column(name: "due_on", type: "date(2005-01-01..2027-12-31)?"),
        Column(name: "paid_on", type: "date(2005-01-01..2027-12-31)?"),
        Column(name: "means", type: "choice(card, transfer, invoice, cash)"),
        Column(name: "late", type: "flag"),
        Column(name: "quantity", type: "integer(0..10_000)"),
        Column(name: "unit_price", type: "decimal(0..100_000, 4)", category: "Economy"),
        Column(name: "discount", type: "decimal(0..100, 1)?"),
        Column(name: "office", type: "choice(Stockholm, Göteborg, Malmö, Umeå, \"Västra Frölunda\")"),
        Column(name: "comment", type: "text?", category: "FreeText"),
        Column(name: "approved", type: "flag"),
        Column(name: "batch", type: "integer(0..99_999)"),
        Column(name: "kind", type: "choice(ordinary, correction, reversal)"),
        Column(name: "source_system", type: "choice(a, b, c)"),
        Column(name: "minutes", type: "integer(0..1440)"),
        Column(name: "copied", type: "flag"),
        Column(name: "attempts", type: "integer(0..9)"),
    ]
}
