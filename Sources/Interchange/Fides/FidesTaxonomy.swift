// What the keys of fideslang's taxonomy mean here (https://ethyca.github.io/fideslang, CC-BY 4.0): the longest key that fits decides.

enum FidesTaxonomy {
    /// A category of the prelude for a data category; nil for one that nothing here is like.
    static func category(_ key: String, _ own: [String: String] = [:]) -> String? { find(normal(key), categories, own) }
    /// A purpose of the prelude for a data use.
    static func purpose(_ key: String, _ own: [String: String] = [:]) -> String? { find(key, purposes, own) }

    /// The first taxonomy had `user.provided.identifiable.contact` for `user.contact`.
    private static func normal(_ key: String) -> String {
        let parts = key.split(separator: ".").filter { !["provided", "derived", "identifiable", "nonidentifiable"].contains($0) }
        return parts.joined(separator: ".")
    }

    private static func find(_ key: String, _ table: [String: String], _ own: [String: String]) -> String? {
        var key = key, steps = 0
        while !key.isEmpty, steps < 32 {
            if let found = table[key] { return found }
            steps += 1
            // A key of the manifest's own says what it stands under.
            if let parent = own[key], parent != key { key = parent } else { key = key.lastIndex(of: ".").map { String(key[..<$0]) } ?? "" }
        }
        return nil
    }

    private static let categories: [String: String] = [
        "system": "Ordinary", "user": "PersonalData", "account": "Ordinary",
        "user.name": "Name", "user.government_id": "NationalId", "user.contact": "ContactDetail", "user.contact.address": "Address",
        "user.contact.city": "Address", "user.contact.state": "Address", "user.contact.country": "Address", "user.contact.postal_code": "Address", "user.contact.street": "Address",
        "user.unique_id": "Identity", "user.account": "Identity", "user.account.settings": "PersonalData", "user.authorization": "Identity",
        "user.credentials": "Identity", "user.biometric": "Biometric", "user.biometric_health": "Health", "user.biometric.health": "Health", "user.authorization.biometric": "Biometric",
        "user.health_and_medical": "Health", "user.medical": "Health", "user.health_and_medical.genetic": "Genetic", "user.genetic": "Genetic",
        "user.demographic.age_range": "Age", "user.demographic.date_of_birth": "Age", "user.date_of_birth": "Age", "user.demographic.gender": "Sex", "user.gender": "Sex", "user.demographic.sex": "Sex",
        "user.demographic.race_ethnicity": "Ethnicity", "user.demographic.race": "Ethnicity", "user.race": "Ethnicity", "user.demographic.ethnicity": "Ethnicity",
        "user.demographic.political_opinion": "PoliticalOpinion", "user.political_opinion": "PoliticalOpinion", "user.demographic.religious_belief": "Religion", "user.religious_belief": "Religion",
        "user.demographic.sexual_orientation": "SexLife", "user.sexual_orientation": "SexLife", "user.demographic.marital_status": "SocialSituation",
        "user.criminal_history": "CriminalOffence", "user.location": "Location", "user.behavior": "Behaviour", "user.browsing_history": "Behaviour", "user.media_consumption": "Behaviour", "user.search_history": "Behaviour",
        "user.observed": "Behaviour", "user.telemetry": "Behaviour", "user.device": "Behaviour", "user.cookie_id": "Behaviour", "user.financial": "Economy", "user.payment": "Economy",
        "user.financial.bank_account": "BankAccount", "user.financial.account_number": "BankAccount", "user.workplace": "Employment", "user.job_title": "Employment",
        "user.content": "FreeText", "user.content.photo": "Photo", "user.content.image": "Photo", "user.image": "Photo", "user.password": "Identity", "user.privacy_preferences": "Behaviour",
    ]

    private static let purposes: [String: String] = [
        "essential": "ServiceDelivery", "essential.fraud_detection": "FraudControl", "essential.legal_obligation": "LegalObligationPurpose", "essential.service.security": "Security",
        "essential.service.operations.improve": "BusinessDevelopment", "provide": "ServiceDelivery", "functional": "ServiceDelivery", "functional.service.improve": "BusinessDevelopment",
        "improve": "BusinessDevelopment", "analytics": "BusinessDevelopment", "marketing": "Marketing", "advertising": "Marketing", "marketing_advertising_or_promotion": "Marketing",
        "personalize": "ServiceDelivery", "train_ai_system": "BusinessDevelopment", "collect": "ServiceDelivery", "operations": "ServiceDelivery", "sales": "Marketing", "third_party_sharing.legal_obligation": "LegalObligationPurpose",
    ]

    /// A prelude's subject that is the same, or what a declared one stands under with its relation.
    static let subjects: [String: (same: String?, relation: String?)] = [
        "patient": ("Patient", nil), "employee": ("Employee", nil), "job_applicant": ("JobSeeker", nil), "customer": (nil, "OwnClient"), "client": (nil, "OwnClient"), "next_of_kin": (nil, "NoRelation"),
        "visitor": (nil, "NoRelation"), "anonymous_user": (nil, "NoRelation"), "prospect": (nil, "NoRelation"), "consultant": (nil, nil), "trainee": (nil, nil),
    ]

    /// Legal bases as fides writes them, in lower case.
    static let bases: [String: String] = [
        "consent": "Consent", "contract": "Contract", "legal obligations": "LegalObligation", "legal obligation": "LegalObligation", "vital interests": "VitalInterests", "vital interest": "VitalInterests",
        "public interest": "PublicTask", "public interests": "PublicTask", "legitimate interests": "LegitimateInterest", "legitimate interest": "LegitimateInterest",
    ]
}
