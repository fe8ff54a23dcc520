// The prelude's concepts in the Data Privacy Vocabulary 2.2 and later (W3C Data Privacy Vocabularies and Controls Community Group).
// A concept without a row is exported as what stands above it, and keeps its own name and title.

enum DPV {
    static let context: [(prefix: String, iri: String)] = [
        ("dpv", "https://w3id.org/dpv#"), ("pd", "https://w3id.org/dpv/pd#"), ("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"), ("dct", "http://purl.org/dc/terms/"),
    ]
    static let categories: [String: String] = [
        "PersonalData": "dpv:PersonalData", "Identity": "pd:Identifying", "Name": "pd:Name", "NationalId": "pd:OfficialID", "ContactDetail": "pd:Contact", "Address": "pd:PhysicalAddress", "Photo": "pd:Picture",
        "BankAccount": "pd:FinancialAccount", "Age": "pd:Age", "Sex": "pd:Gender", "Economy": "pd:Financial", "Employment": "pd:Professional", "Education": "pd:Education", "Location": "pd:Location", "Behaviour": "pd:Behavioural",
        "FreeText": "pd:Communication", "PrivacySensitive": "dpv:SensitivePersonalData", "FamilyConflict": "pd:Family", "SocialSituation": "pd:Social", "Assessment": "pd:GeneralReputation",
        "SpecialCategory": "dpv:SpecialCategoryPersonalData", "Health": "pd:Health", "Ethnicity": "pd:EthnicOrigin", "PoliticalOpinion": "pd:PoliticalOpinion", "Religion": "pd:Religion",
        "UnionMembership": "pd:TradeUnionMembership", "Genetic": "pd:Genetic", "Biometric": "pd:Biometric", "SexLife": "pd:Sexual", "CriminalOffence": "pd:CriminalOffence", "Ordinary": "dpv:Data",
    ]
    static let purposes: [String: String] = [
        "ServiceDelivery": "dpv:ServiceProvision", "CaseHandling": "dpv:RequestedServiceProvision", "LegalClaimHandling": "dpv:LegalCompliance", "CareProvision": "dpv:ServiceProvision", "BusinessDevelopment": "dpv:ResearchAndDevelopment",
        "Research": "dpv:ScientificResearch", "FraudControl": "dpv:FraudPreventionAndDetection", "Security": "dpv:EnforceSecurity", "Marketing": "dpv:Marketing", "LegalObligationPurpose": "dpv:FulfilmentOfObligation",
        "Archiving": "dpv:RecordManagement", "Testing": "dpv:ResearchAndDevelopment",
    ]
    static let bases: [String: String] = [
        "Consent": "eu-gdpr:A6-1-a", "Contract": "eu-gdpr:A6-1-b", "LegalObligation": "eu-gdpr:A6-1-c", "VitalInterests": "eu-gdpr:A6-1-d", "PublicTask": "eu-gdpr:A6-1-e", "LegitimateInterest": "eu-gdpr:A6-1-f",
    ]
    static let exceptions: [String: String] = [
        "ExplicitConsent": "eu-gdpr:A9-2-a", "SocialLaw": "eu-gdpr:A9-2-b", "VitalInterests": "eu-gdpr:A9-2-c", "NonProfitBody": "eu-gdpr:A9-2-d", "MadePublic": "eu-gdpr:A9-2-e", "LegalClaims": "eu-gdpr:A9-2-f",
        "SubstantialPublicInterest": "eu-gdpr:A9-2-g", "HealthAndSocialCare": "eu-gdpr:A9-2-h", "PublicHealth": "eu-gdpr:A9-2-i", "ArchivingResearchStatistics": "eu-gdpr:A9-2-j",
    ]
    static let subjects: [String: String] = [
        "Person": "dpv:DataSubject", "Adult": "dpv:Adult", "Child": "dpv:Child", "Vulnerable": "dpv:VulnerableDataSubject", "Patient": "dpv:Patient", "Employee": "dpv:Employee", "JobSeeker": "dpv:JobApplicant",
    ]
    /// The property and the measure: an opt-out is a control that people have.
    static let measures: [String: (property: String, term: String)] = [
        "OptOut": ("dpv:hasEntityControl", "dpv:OptingOutFromProcess"), "Pseudonymisation": ("dpv:hasTechnicalMeasure", "dpv:Pseudonymisation"), "Encryption": ("dpv:hasTechnicalMeasure", "dpv:Encryption"),
        "Synthesis": ("dpv:hasTechnicalMeasure", "dpv:UseSyntheticData"), "DifferentialPrivacy": ("dpv:hasTechnicalMeasure", "dpv:DifferentialPrivacy"), "AccessControl": ("dpv:hasTechnicalMeasure", "dpv:AccessControlMethod"),
        "HumanReview": ("dpv:hasOrganisationalMeasure", "dpv:ReviewProcedure"), "Notice": ("dpv:hasOrganisationalMeasure", "dpv:PrivacyNotice"), "SeparateEnvironment": ("dpv:hasOrganisationalMeasure", "dpv:SecureProcessingEnvironment"),
        "Masking": ("dpv:hasTechnicalMeasure", "dpv:Deidentification"), "Aggregation": ("dpv:hasTechnicalMeasure", "dpv:Deidentification"),
    ]
    /// What a step does with personal data.
    static let processing: [String: String] = [
        "consolidate": "dpv:Combine", "clean": "dpv:Filter", "mask": "dpv:Anonymise", "pseudonymise": "dpv:Pseudonymise", "aggregate": "dpv:Analyse", "match": "dpv:Match", "network": "dpv:Analyse", "split": "dpv:Structure",
        "learn": "dpv:Analyse", "generate": "dpv:Generate", "evaluate": "dpv:Assess", "train": "dpv:Analyse", "audit": "dpv:Assess", "score": "dpv:Assess", "select": "dpv:Filter", "communicate": "dpv:Disclose", "review": "dpv:Consult",
        "decide": "dpv:Use", "disclose": "dpv:Disclose", "archive": "dpv:Store", "delete": "dpv:Erase", "release": "dpv:MakeAvailable",
    ]
}
