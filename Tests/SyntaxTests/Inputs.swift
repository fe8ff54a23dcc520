// Whole files that the parser must read without an error: a specification, and rules as the packs write them.

enum Inputs {
    static let specification = ##"""
edition 2026
use gdpr, se, ai_act

/// Sweden's family-law firm; about 200 offices.
controller FamiljensJurist "Familjens Jurist" {
  country:          SE
  sector:           Private
  dpo:              "dso@example.se"
  route for rights: "dso@example.se" within 30 days
  incident plan:    "it/incident.md"
}

subject Client {
  relation:    OwnClient
  expectation: Heightened because "seeks a lawyer in a private conflict and trusts that what is said stays there"
  reached by:  Letter, Portal
}
subject Counterparty {
  relation:    NoRelation
  expectation: Heightened because "has not chosen the firm and expects use in this dispute only"
  reached by:  Letter
}
subject CaseChild is Child {
  relation:    NoRelation
  expectation: Heightened because "is the subject of the dispute and has no say in it"
  reached by:  Letter through Guardian
}

purpose HandleCases "Handle custody cases for the client, from engagement to judgment or agreement" is CaseHandling
purpose TrainRiskModel "Train a model that sees conflict risk early, so that mediation is offered in time" is BusinessDevelopment {
  serves: HandleCases because "it improves the client work that the data was collected for"
}

dataset CaseSystem "Ärende- och dokumenthanteringssystemet" {
  controller:      FamiljensJurist
  collected for:   HandleCases
  collected from:  Client
  basis:           Contract for Client
  basis:           LegitimateInterest for Counterparty, CaseChild because "the client's claim can't be handled without them"
  article 9:       LegalClaims for Health
  article 10:      LegalClaims for CriminalOffence
  context:         LegalCounsel
  confidentiality: Contractual
  zone:            Hot
  owner:           "Head of casework"
  classification:  Confidential
  retention:       10 years after cases.closed_on
  source:          sqlite("data/cases.db")

  table cases by case_id as FamilyConflict of Client, Counterparty, CaseChild {   // unless a column says otherwise
    case_id:        id
    case_type:      choice(custody, residence, contact)
    opened_on:      date(2005-01-01..2026-12-31)
    closed_on:      date(2005-01-01..2026-12-31)?
    handling_days:  integer(0..2000)
    hearings:       integer(0..20)
    invoiced:       decimal(0..500_000, 2)  as Economy of Client
    litigated:      flag
  }
  table parties by party_id many per cases.case_id {
    about:          role { client: Client; counterparty: Counterparty; child: CaseChild }
    party_id:       id                      as Ordinary
    case_id:        id                      as Ordinary
    role:           choice(client, counterparty, child) as FamilyConflict
    name:           text                    as Name
    personal_no:    personnummer            as NationalId
    birth_year:     integer(1930..2026)     as Age
    mental_illness: flag                    as Health
    violence:       flag                    as CriminalOffence
  }
  table objections by person as Ordinary of Client, Counterparty, CaseChild {
    person:         personnummer            as NationalId
    made_on:        date(2026-01-01..2030-12-31)
  }
}
/// What an attacker may hold beside the synthetic data.
dataset CourtJudgments "Offentliga domar i vårdnadsmål" {
  controller:     FamiljensJurist
  collected for:  HandleCases
  collected from: "the courts"
  basis:          LegitimateInterest because "needed to know the practice of the courts"
  context:        Ordinary
  zone:           Warm
  owner:          "Head of casework"
  retention:      2 years
  source:         csv("data/judgments.csv")
  table judgments by number as FamilyConflict of Client, Counterparty, CaseChild {
    number:        id
    children:      integer(0..10)
    handling_days: integer(0..2000)
    hearings:      integer(0..20)
  }
}

notice ClientNotice {
  to:    Client
  under: GDPR.13.3
  sent:  2026-01-15 by Letter, Portal
  tells: Purpose, Retention, Rights, Objection, Complaint
  text:  "notices/client.sv.md"
}
// … CounterpartyNotice and GuardianNotice under GDPR.14.4, which also tell Source

assessment SynthesisDpia is Dpia    { of: SynthesiseCases; made: 2026-01-05 by "Chief counsel"; advice: 2026-01-08 by FamiljensJurist.dpo; risk left: Medium }
assessment Balancing is Interests   { of: SynthesiseCases; made: 2026-01-05 by "Chief counsel"; weighs: CaseChild because "children's variables are left out; both guardians are told" }

activity SynthesiseCases "Syntetisera avslutade vårdnadsärenden" {
  controller: FamiljensJurist
  purpose:    TrainRiskModel
  basis:      LegitimateInterest because "shorter and calmer custody cases"
  status:     Planned
  starts:     2026-03-15
  runs in:    Warm
  notice:     ClientNotice, CounterpartyNotice, GuardianNotice
  opt out:    CaseSystem.objections until 2026-02-28 for Client, Counterparty, CaseChild matched by parties.personal_no
  unreached:  excluded
  repeat:     every 12 months for 3 years

  pipeline {
    closed = consolidate CaseSystem.cases, CaseSystem.parties by case_id {
      where:     case_type == custody and closed_on != none
      each:      case_id                           // an objection by anyone in a case removes the case
      need:      15_000..20_000 because "fewer give a poor synthesis, more are not needed"
      keep:      case_id, handling_days, hearings, litigated
      children = count(parties where role == child) within 0..10
      age_gap  = abs(max(birth_year where role != child) - min(birth_year where role != child)) within 0..60
    }
    relevant = clean closed {
      reject:    handling_days == 0 and hearings > 0 because "hearings in a case that never ran"
      bands:     handling_days into 0, 30, 90, 180, 365, 730, 2000
    }
    reference, holdout = split relevant by 80%

    synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: case_id }
    synthetic   = generate 20_000 from synthesiser
    quality     = evaluate synthetic against reference, holdout {
      combined with: CourtJudgments.judgments
      require:       two_way_similarity >= 95%
      require:       worst_risk <= 5%
    }
    risk_model = train gradient_boosting on synthetic { target: litigated }
    fairness   = audit risk_model on holdout { groups: children; require: equal_opportunity_gap <= 10% }
    delete closed, relevant, reference, holdout after quality, fairness     // whether they passed or failed
    release synthetic, risk_model
  }
}

test "with information and opt-out in time" as of 2026-11-21 {
  verdict: compatibility(SynthesiseCases, CaseSystem) is compatible_with_conditions
  silent:  P003, P004, R001, S001, S004, D001, D007, D009, L005
}
test "as before, but nobody could opt out" as of 2026-11-21 {
  change SynthesiseCases { without opt out }
  verdict: compatibility(SynthesiseCases, CaseSystem) is not_compatible
  expect:  P004 at SynthesiseCases.purpose
}

"""##

    static let rules = ##"""
norm GDPR.6.4.c {
  title en: "Nature of the personal data"
  title sv: "Personuppgifternas art"
  says en:  "Weigh in particular whether special categories (art. 9) or data on offences (art. 10) are processed."
  says sv:  "Beakta särskilt om känsliga uppgifter (art. 9) eller uppgifter om lagöverträdelser (art. 10) behandlas."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

/// Inside the duty of confidence of a lawyer, a carer or an authority.
define confidential(dataset d) {
  cites: GDPR.6.4.b, GDPR.R50
  holds: d.context is Confidential or d.confidentiality in [Professional, Statutory]
}
/// Told, then time to answer, then removed, all before the first reading step, for this group.
define opt_out_effective(activity a, subject s) {
  cites: GDPR.13.3, GDPR.14.4, GDPR.6.4.e
  holds: exists n in a.notices with s in n.to
         and exists o in a.opt_outs with s in o.groups and n.sent < o.until and o.until < a.first_reading and o.filtered
}

/// The five factors, weighed as IMY weighs them (IMY-2025-23536), for each group of data subjects; the worst group
/// decides for the activity. The whole table: ../norms, C.0.
decision compatibility(activity a, dataset d, subject s) {
  cites:    GDPR.6.4, GDPR.R50
  see:      IMY.SB5
  each:     s in d.subjects
  worst of: compatible, compatible_with_conditions, not_compatible
  factor link {
    cites: GDPR.6.4.a
    natural when serves_directly(a.purpose, d.purposes)
    weak    when serves_indirectly(a.purpose, d.purposes)
    no_link otherwise
  }
  factor context { cites: GDPR.6.4.b; adverse when confidential(d) or s.expectation is Heightened or not provided_own_data(s, d) or s.dependent; neutral otherwise }
  conclude compatible                 when consequences is anonymous and weight in [low, middle]
  conclude compatible_with_conditions when consequences is anonymous and weight is high and opt_out_effective(a, s)
           needs informed_before_start(a, s)
  otherwise not_compatible
}

rule P004 "Further processing that is not compatible" {
  severity: error
  cites:    GDPR.5.1.b, GDPR.6.4
  see:      IMY.SB5, CJEU.C77.21
  for:      a in activities, d in a.uses
  when:     compatibility(a, d) is not_compatible
  at:       a.purpose
  message en: "{a} uses {d} to {a.purpose}, but the data was collected to {d.purposes}, and the two are not compatible: {compatibility.against}."
  message sv: "{a} använder {d} för {a.purpose}, men uppgifterna samlades in för {d.purposes}; ändamålen är inte förenliga: {compatibility.against}."
}

"""##
}
