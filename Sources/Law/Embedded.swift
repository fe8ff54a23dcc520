// Generated from Sources/Law/Packs by `make embed`. Do not edit.
// swift-format-ignore-file

enum Embedded {
    static let files: [(path: StaticString, text: StaticString)] = [
("EXAMPLE.md", #"""
# The specification that the pages' examples change

Each rule has a page beside it: what it says, why, what to avoid, what to prefer, how to mend. The examples are `test` blocks of
the language on the specification below, and `change` reads "as before, but". The project's tests run every one of them.

As it stands it is lawful: no rule says anything about it.

```lagrum
edition 2026
use gdpr

controller Firm "The law firm" { country: SE; sector: Private; dpo: "dpo@example.se" }

subject Client is Adult {
  relation:    OwnClient
  expectation: Heightened because "seeks help in a private conflict"
  reached by:  Letter, Portal
  dependent:   no
}
subject Opponent is Adult {
  relation:    NoRelation
  expectation: Heightened because "has not chosen the firm"
  reached by:  Letter
  dependent:   no
}
subject Kid is Child {
  relation:    NoRelation
  expectation: Heightened because "has no say in the dispute"
  reached by:  Letter through Guardian
  dependent:   no
}

purpose HandleDisputes "Handle the client's dispute from engagement to settlement" is CaseHandling
purpose SeeConflict "Train a model that sees a conflict early, so that mediation is offered in time" is BusinessDevelopment {
  serves: HandleDisputes because "the same clients get calmer disputes"
}

dataset Cases "The case system" {
  controller:      Firm
  collected for:   HandleDisputes
  collected from:  Client
  basis:           Contract for Client
  article 9:       LegalClaims for Health
  article 10:      LegalClaims for CriminalOffence
  context:         LegalCounsel
  confidentiality: Contractual
  owner:           "Head of casework"
  retention:       10 years
  source:          sqlite("cases.db")
  table matters by matter_id as FamilyConflict of Client, Opponent {
    matter_id:   id
    client_no:   personnummer         as NationalId of Client
    client_name: text                 as Name of Client
    days:        integer(0..2000)
    hearings:    integer(0..20)
    fee:         decimal(0..500_000, 2) as Economy of Client
    ill:         flag                 as Health of Client
    convicted:   flag                 as CriminalOffence of Opponent
    children:    integer(0..10)       of Kid
    settled:     flag
  }
  table objections by person as Ordinary of Client, Opponent, Kid {
    person:      personnummer         as NationalId
    made_on:     date(2026-01-01..2030-12-31)
  }
}

notice ClientNotice {
  to:    Client
  under: GDPR.13.3
  sent:  2026-01-15 by Letter, Portal
  tells: Purpose, Retention, Rights, Objection, Complaint
  text:  "notices/client.md"
}
notice OpponentNotice {
  to:    Opponent
  under: GDPR.14.4
  sent:  2026-01-15 by Letter
  tells: Purpose, Retention, Rights, Objection, Complaint, Source
  text:  "notices/opponent.md"
}
notice GuardianNotice {
  to:    Kid through Guardian
  under: GDPR.14.4
  sent:  2026-01-15 by Letter
  tells: Purpose, Retention, Rights, Objection, Complaint, Source
  text:  "notices/guardian.md"
}
assessment Others is Equivalence {
  of:   Synthesise
  made: 2026-01-05 by "Chief counsel"
}

activity Synthesise "Synthesise closed cases" {
  controller: Firm
  purpose:    SeeConflict
  basis:      LegitimateInterest because "calmer disputes"
  status:     Planned
  starts:     2026-03-15
  notice:     ClientNotice, OpponentNotice
  opt out:    Cases.objections until 2026-02-28 for Client, Opponent matched by matters.client_no
  unreached:  excluded
  pipeline {
    kept = clean Cases.matters {
      keep:  days, hearings, fee, settled
      bands: days into 0, 30, 90, 365, 2000
      bands: fee into 0, 10_000, 50_000, 500_000
    }
    reference, holdout = split kept by 80%
    synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: matter_id }
    synthetic   = generate 5_000 from synthesiser
    quality     = evaluate synthetic against reference, holdout {
      combined with: none because "no other list of these matters exists"
      require: two_way_similarity >= 95%
      require: worst_risk <= 5%
    }
    delete kept, reference, holdout after quality
    release synthetic
  }
}
```

"""#),
("README.md", #"""
# The forms of a law pack

A pack is a folder of `.lagrum` files. Law reads `norm define decision rule pack`; concepts (`category`, `purpose` …) and `test` blocks may stand in the
same files and are read by others. The built-in packs use nothing that a house pack can't use. Every text to a user is written in Swedish and English: a
missing one is a finding. Keys may stand in any order. How it all evaluates: three values, all completions of what is not stated, dates by norm.

## norm
```lagrum
norm GDPR.6.4.c {
  title en: "…"; title sv: "…"
  says en: "…"; says sv: "…"             // optional, both or none
  in force: 2016-05-24                    // or `2016-05-24 until 2027-01-01` (last day), or a range 2016-05-24..2027-01-01
  applies:  2018-05-25                    // optional; without it: as `in force`
  older:    2030-08-02                    // optional: when it reaches AI systems of authorities that were in use before it applied; read by `due(system, norm)`
  url:      "https://…"                   // optional
}
```
`cites:` gates a rule / an `unless` (every cited norm must be in force AND apply on the day); `see:` never gates. Both must name declared norms. A define's, factor's and decision's `cites` only show in the derivation.

## define
```lagrum
define confidential(dataset d) {
  cites: GDPR.6.4.b, GDPR.R50             // optional for defines; see: too
  says en: "{d} is under a duty of confidence"; says sv: "…"    // optional: how it reads in derivations and in {x.owed}; templates over its parameters
  holds: d.context is Confidential or d.confidentiality in [Professional, Statutory]
}
define private_kinds(activity a, dataset d, subject s) { gives: count k in [Child, Economy] with exists c in first_read(a, d) with c.category is k }   // number, date, list, text, norm
define statistics_test(activity a) {      // with parts: holds when all parts hold
  cites: GDPR.R162
  part aim { says en: "the aim is a survey or a result"; says sv: "…"; holds: a.purpose is Statistics }
  part aggregate { says en: "…"; says sv: "…"; cites: GDPR.R162; holds: exists o in a.outputs and every o in a.outputs with o.state is Aggregated }
}
```
Parameters are `(kind name, …)`, kinds from the vocabulary; a `norm n` is a norm that the caller names (`reached(s, AIA.9)`). No recursion. Order of definitions doesn't matter; packs used earlier (`use`) are visible. Zero parameters allowed: `define x() {`.

## decision
```lagrum
decision compatibility(activity a, dataset d, subject s) {
  cites: GDPR.6.4, GDPR.R50
  see:   IMY.SB5
  each:  s in d.subjects                  // a call with the last argument(s) left out is the worst over the group(s): compatibility(a, d)
  worst of: compatible, compatible_with_conditions, not_compatible     // best first; needed where there is an `each`
  undetermined: P003                      // the rule that tells that facts are missing (so no N900 comes through this decision)
  factor context {
    cites: GDPR.6.4.b
    title en: "context"; title sv: "sammanhang"            // optional
    title adverse en: "speaks against"; title adverse sv: "talar emot"   // optional: how a value reads in derivations
    against: adverse                                        // values that speak against: shown by {compatibility.against}
    says adverse en: "{s} may expect special care"; says adverse sv: "…"   // text per value, templates over the decision's parameters; needed for values in `against`
    adverse when confidential(d) or s.expectation is Heightened
    neutral otherwise                                       // the last row must be `otherwise`
  }
  factor circumstances { strong when context is adverse and nature is strong
                         ordinary otherwise }               // earlier factors by name: `is`, `is not`, `in […]`, `not in […]`
  says compatible en: "compatible"; says compatible sv: "förenlig"    // optional text per conclusion
  conclude out_of_scope when not personal(d)
  conclude compatible_with_conditions when consequences is anonymous and opt_out_effective(a, s)
           needs informed_before_start(a, s)                // told as owed, met or not; never a guard; several with commas; a define with `says` reads best
  otherwise not_compatible
}
```
A conclusion that `worst of` does not list ranks better than all that it lists: it must be meant, so `says` declares it (as `out_of_scope` of `compatibility`);
one that nothing declares is a finding (N522). First row that holds wins; with unknown facts: all completions (checking.md 3.1.5). Values and conclusions are lower-case words.

## rule
A code is capitals and a number. N, X, T, E and C begin the tool's own; a house takes H, since what ships uses none of them. A code that is taken is a finding (N524).
```lagrum
rule P004 "Further processing that is not compatible" {     // the string is the English title
  title sv: "Vidarebehandling som inte är förenlig"          // required
  slug: not_compatible                                       // optional (else made of the English title)
  severity: error                                            // error | warning | info
  cites: GDPR.5.1.b, GDPR.6.4
  see:   IMY.SB5
  for:   a in activities, d in a.uses                        // plurals of the model first, then lists of the variables before; also `k in kinds_of(SpecialCategory)`, `n in [AIA.9, AIA.26]`
  when:  compatibility(a, d) is not_compatible
  unless told { cites: GDPR.13.4; when: exists e in a.not_told with e is AlreadyInformed and s in e.groups }    // gated by its own cites
  at:    a.purpose                                           // place: where that property is written; else the thing it names; else the variable's declaration
  message en: "{a} uses {d} …: {compatibility.against}."     // required, en and sv
  message sv: "…"
  label en: "…"; label sv: "…"                               // optional: short text under the carets
  advice en: "…"; advice sv: "…"                             // optional, both or none
}
```
The rule that tells what is missing asks `when: compatibility(a, d) is undetermined`, and its message holds `{compatibility.missing}`.

At least one `cites`. No `remedy:`: `lagrum remedy` unfolds the condition to its facts and offers those that are the author's to choose (the *Change* column
of the reference). So ask for facts, not for their names: `exists p in a.approvals with p is Ethics` has a way out that a comparison of texts has not.

## pack (policy numbers)
`pack Gdpr "…" { owner: "…"; opt out at least: 30 days; epsilon per run: 3 }` → in any expression `policy.opt_out_at_least`, `policy.epsilon_per_run` (a later pack's number wins; an unknown name is a finding).

## Expressions
`or and not`, `== != < <= > >=`, `in`, `not in`, `is`, `is not`, `precedes reaches overlaps`, `+ - * /`, quantifiers `exists x in L with B`, `exists x in L` (not empty), `every x in L with B`,
`count x in L with B`; calls `f(x, y)` of model functions (facts-api), defines, decisions and of `count(L)`, `min(…)`, `max(…)`, `in_force(norm)`, `due(system, norm)`; `today`; literals; paths `a.purpose.kind`.
No method calls (`s.provided_own_data(d)` is `provided_own_data(s, d)`), no `count(x where …)`.
- Lower-case bare name: variable, earlier factor, or a word (`t.verb == train`, `t.verb in [release, disclose]`, `g.result is failed`). Upper-case: a concept (kind taken from the other side) or, for `relation.state`, the state word (`o.state is Synthetic`).
- `is`: at or below → yes; strict ancestor stated → unknown; else no. On a record its head is meant (`a.exemption is Statistics`, `exists g in a.article9 with g is LegalClaims`). On norms: `n.under is GDPR.14` holds for GDPR.14.4 too.
- An assessment and an approval are concepts of their own kinds: `m is Equivalence`.
- `x in L` is `x is e` for some e of L (so `s in n.to` holds when the notice is to a wider group). A single thing counts as a list of one, `none` as an empty list, in `in` and quantifiers.
- `== none`/`!= none` tests for nothing stated where silence is closed. `== unknown`/`!= unknown` tests whether an open fact is stated (always yes or no; for rules like P014). Other comparisons with an unknown are unknown; an ordering with `none` is no; a property of `none` is none.
- Time: dates and durations compare by `<`, `<=` …; `date in D1..D2` (both days included; also for numbers and durations) asks whether it lies between. There is no `before`, `after` or
  `within` in a condition, and each is answered by what to write instead (N525): `n.sent < o.until`; `a.starts - o.until <= 30 days`; `a.starts in 2026-01-01..2026-12-31`.
- `r1 reaches r2` is asked of relations (what a step makes): whether the second is the first, or made of it. Of a column ask its `lineage`: `k in c.lineage`.
- `d is undetermined` only on a decision's call. date − date is a duration; durations compare with a month as 30.44 days.
- What a step says is a fact of it by the verbs table (`Sources/Model/Verbs/Verb+Table.swift`): `t.secrecy_rule`, `t.reviewer`, `t.sees`, `t.may`, `t.outcomes`, `t.random`, `t.hops`, `t.answer_within`, `t.key_kept_by`…; `t.params` lists the words of those it states
  (`exists p in t.params with p == secrecy`). Computed beside: `t.automated`, `t.adverse`, `t.falls_to_human`, `t.zone`, `t.at_least_rows`, `o.gated`, `o.smallest`. A period (`p.period`) has `from` and `until`, both days.
- An empty `every` is yes and vacuous; a conclusion better than the worst that rests on one is an error in the pack: write `exists o in L and every o in L with …`.

## Templates in messages
`{a}` a name in backticks (concepts other than purpose and subject: their title in the language; don't write backticks yourself), lists joined with commas and and/och; `{a.purpose}`, `{d.purposes}`, `{o.until}`, `{a.title}` the title as text;
`{f(x, y)}` value of a define or function; a variable of a top-level `exists` in `when:` (all that meet it) or of a top-level `not every` (all that fail it), also `{p.end}`; `{failed(statistics_test)}` texts of the parts that don't hold (the define must be called once in the rule);
of the one call of a decision in the rule: `{compatibility.conclusion}`, `{compatibility.against}` (texts of factor values that speak against, worst group), `{compatibility.groups}` (groups that came out worst), `{compatibility.owed}` (conditions not shown to be met), `{compatibility.conditions}` (all),
`{compatibility.missing}` (facts that are not stated and would change it), `{compatibility.factors}` (factors whose value is open). `{{` and `}}` are braces.

Codes for mistakes in packs: N5xx. A missing fact: N900; an expired `allow`: N902.

## A pack of your own

`lagrum new rule H001 --pack packs/house` writes a pack with one norm, a rule and its page, which run as they are. A pack is a folder (or one
file) named in `lagrum.yaml` (`packs: [gdpr, packs/house]`) or by `--pack packs/house`; it has nothing that a built-in pack lacks, nor the other way
round. A mistake in it, of form or of meaning, is a finding at its place in every check that uses it.

A concept that a pack declares has its `title` (and `says`) in both languages too; a title in its head is the English one.

A page `CODE.md` beside the file that declares CODE is what `lagrum explain CODE` and SARIF show; without a part `## På svenska` it is the same in
both languages. Its fenced blocks of the language are `test` blocks;
`lagrum test packs/house` runs them on the specification in the pack's `EXAMPLE.md` (fenced blocks too), or on the built-in one (activity
`Synthesise`, dataset `Cases`, purpose `SeeConflict` …). `--coverage text|json` tells which rules the tests saw fire and keep silent, and how
many of the reachable combinations of a decision's factors they met; `--min-coverage 80` fails below that share of rules.

## What is found before a specification is asked

Definitions are unfolded, and a condition becomes questions on facts: a flag, `is` a concept, a word, an order with a constant or with another
fact, a decision's conclusion. What stands within a quantifier is one question, the same wherever it reads the same. All ways to answer the
questions on one fact together are tried with all ways of the others, in at most 20 000 steps a search; what needs more is let pass.
The taxonomy of the prelude and the packs is taken as it stands, but a group of people or a purpose may be of several concepts.

| code | finding |
|---|---|
| N501, N502 | a line that can't stand there; one that is missing. A key that is nearly another is read as that, so that it is one finding |
| N503 | a norm that no pack declares; where a pack is not in use, one finding says which |
| N510 | a combination of factors reaches no conclusion |
| N511 | a row of a table or factor that nothing reaches (`otherwise` may be there for nothing) |
| N512 | a conclusion better than the worst that rests on an `every` over nothing (found when it happens) |
| N515, N516 | a rule that can never fire, or always does (a warning) |
| N517 | an exception that the condition excludes |
| N518 | a rule or exception whose norms never apply on one day |
| N519 | two rules that contradict one another: both errors, over the same ranges in the same order, in force on a common day, and in every case one or the other fires, so that no specification that has such a thing can be free of errors |
| N520 | a variable of `exists`, `every` or `count` that hides another (a warning) |
| N521 | definitions that ask one another until a condition, written out, grows without bound |
| N522 | a conclusion that `worst of` does not list and no `says` declares |
| N523, N524 | a rule's code of another form; one that the tool or another pack has. Such a rule is never asked |
| N525 | a word that conditions don't have, with what to write instead |
| N526 | a row without `when` |

## Permissions

`allow CODE because "…" until 2027-01-01` in a declaration silences a warning about it. An error needs a name too:
`allow CODE because "…" until 2027-01-01 by "Anna Alm"` (or a role, `by dpo`); the plan then lists that person's signature among its
`requiredApprovals`, and the report shows it. After its last day it is a finding (N902), and so is one that silences nothing (N903).

"""#),
("ai_act/norms.lagrum", #"""
edition 2026

// Regulation (EU) 2024/1689 as amended by (EU) 2026/1744, with the days from which each part applies. The wording is ours.

norm AIA.3 {
  title en: "Definitions"
  title sv: "Definitioner"
  says en:  "AI system, provider, deployer, putting into service, profiling, sandbox."
  says sv:  "AI-system, leverantör, tillhandahållare, ibruktagande, profilering, sandlåda."
  in force: 2024-08-01
  applies:  2025-02-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.4 {
  title en: "AI literacy"
  title sv: "AI-kunnighet"
  says en:  "Providers and deployers support the development of AI literacy; no level is guaranteed (wording from 2026-07-27)."
  says sv:  "Leverantörer och tillhandahållare stödjer att AI-kunnigheten utvecklas; ingen nivå garanteras (lydelse från 2026-07-27)."
  in force: 2024-08-01
  applies:  2025-02-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.4a {
  title en: "Special categories to find bias"
  title sv: "Känsliga uppgifter för att finna bias"
  says en:  "Special categories may exceptionally be processed where strictly needed to find and correct bias, on six conditions."
  says sv:  "Känsliga uppgifter får undantagsvis behandlas när det är strikt nödvändigt för att upptäcka och rätta bias, på sex villkor."
  in force: 2026-07-27
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.5 {
  title en: "Prohibited practices"
  title sv: "Förbjuden användning"
  says en:  "Practices that may not occur."
  says sv:  "Användning som inte får förekomma."
  in force: 2024-08-01
  applies:  2025-02-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.5.1.c {
  title en: "Social scoring"
  title sv: "Social poängsättning"
  says en:  "Scores of behaviour or traits that lead to detriment in an unrelated context, or to disproportionate detriment."
  says sv:  "Poäng på beteende eller egenskaper som leder till skada i ett sammanhang utan samband, eller till oproportionell skada."
  in force: 2024-08-01
  applies:  2025-02-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.5.1.d {
  title en: "Prediction of crime"
  title sv: "Förutsägelse av brott"
  says en:  "Predicting someone's offences by profiling or traits alone."
  says sv:  "Att förutsäga någons brottslighet enbart genom profilering eller egenskaper."
  in force: 2024-08-01
  applies:  2025-02-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.6.2 {
  title en: "High-risk by Annex III"
  title sv: "Högrisk enligt bilaga III"
  says en:  "Systems of Annex III are high-risk."
  says sv:  "System i bilaga III är högrisksystem."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.6.3 {
  title en: "Derogation from high-risk"
  title sv: "Undantag från högrisk"
  says en:  "A narrow procedural task, improving finished work, detecting deviations, or preparing; never where it profiles."
  says sv:  "En snäv processuell uppgift, förbättring av ett färdigt arbete, upptäckt av avvikelser eller förberedelse; aldrig vid profilering."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.9 {
  title en: "Risk management"
  title sv: "Riskhantering"
  says en:  "A risk management system throughout the life cycle."
  says sv:  "Ett riskhanteringssystem genom hela livscykeln."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.10 {
  title en: "Data and data governance"
  title sv: "Data och datastyrning"
  says en:  "Relevant and representative data, with origin, original purpose and examination of bias."
  says sv:  "Relevanta och representativa data, med ursprung, ursprungligt ändamål och prövning av bias."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.11 {
  title en: "Technical documentation"
  title sv: "Teknisk dokumentation"
  says en:  "Documentation by Annex IV before service."
  says sv:  "Dokumentation enligt bilaga IV före ibruktagande."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.12 {
  title en: "Logging"
  title sv: "Loggning"
  says en:  "Events are logged automatically."
  says sv:  "Händelser loggas automatiskt."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.13 {
  title en: "Transparency to deployers"
  title sv: "Transparens mot tillhandahållare"
  says en:  "Output that can be interpreted, and instructions for use."
  says sv:  "Resultat som går att tolka, och bruksanvisning."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.14 {
  title en: "Human oversight"
  title sv: "Mänsklig tillsyn"
  says en:  "People must be able to understand, be aware of automation bias, override and stop."
  says sv:  "Människor ska kunna förstå, vara medvetna om automationsbias, åsidosätta och stoppa."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.15 {
  title en: "Accuracy, robustness and cybersecurity"
  title sv: "Riktighet, robusthet och cybersäkerhet"
  says en:  "Appropriate and declared levels."
  says sv:  "Lämpliga och angivna nivåer."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.26 {
  title en: "Duties of deployers"
  title sv: "Tillhandahållarens skyldigheter"
  says en:  "Follow instructions, competent oversight, representative input, monitoring, logs, information to those concerned."
  says sv:  "Följa anvisningar, kunnig tillsyn, representativa indata, övervakning, loggar, information till de berörda."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.27 {
  title en: "Fundamental rights impact assessment"
  title sv: "Konsekvensbedömning av grundläggande rättigheter"
  says en:  "Public bodies assess the impact on fundamental rights before first use."
  says sv:  "Offentliga organ bedömer följderna för grundläggande rättigheter före första användning."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

/// To verify: whether the day follows that of the high-risk duties.
norm AIA.49 {
  title en: "Registration"
  title sv: "Registrering"
  says en:  "Providers and public deployers register systems, those derogated by 6.3 included."
  says sv:  "Leverantörer och offentliga tillhandahållare registrerar system, även sådana som undantas enligt 6.3."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.50 {
  title en: "Transparency to persons"
  title sv: "Transparens mot personer"
  says en:  "Those who meet an AI system are told; synthetic content is marked."
  says sv:  "Den som möter ett AI-system ska få veta det; syntetiskt innehåll märks."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.53 {
  title en: "General-purpose models"
  title sv: "Allmänna AI-modeller"
  says en:  "Documentation and copyright policy for providers of general-purpose models."
  says sv:  "Dokumentation och upphovsrättspolicy för leverantörer av allmänna modeller."
  in force: 2024-08-01
  applies:  2025-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.57 {
  title en: "Regulatory sandbox"
  title sv: "Regulatorisk sandlåda"
  says en:  "A national sandbox under the Regulation. Guidance from IMY is not one."
  says sv:  "En nationell sandlåda enligt förordningen. Vägledning från IMY är ingen sådan."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.59 {
  title en: "Further processing in a sandbox"
  title sv: "Vidarebehandling i sandlåda"
  says en:  "Data lawfully collected for other purposes may be used in a sandbox where ten conditions hold."
  says sv:  "Uppgifter som samlats in lagligt för annat får användas i en sandlåda om tio villkor är uppfyllda."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

/// To verify: tied to high-risk systems.
norm AIA.72 {
  title en: "Post-market monitoring"
  title sv: "Övervakning efter utsläppande"
  says en:  "A plan to collect experience."
  says sv:  "En plan för att samla erfarenheter."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

/// To verify: tied to high-risk systems.
norm AIA.73 {
  title en: "Serious incident"
  title sv: "Allvarlig incident"
  says en:  "Serious incidents are reported."
  says sv:  "Allvarliga incidenter rapporteras."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

/// To verify: tied to high-risk systems.
norm AIA.86 {
  title en: "Right to an explanation"
  title sv: "Rätt till förklaring"
  says en:  "Those concerned may learn what role a system of Annex III had in the decision."
  says sv:  "Den som berörs får veta vilken roll ett system i bilaga III hade i beslutet."
  in force: 2024-08-01
  applies:  2026-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.99 {
  title en: "Penalties"
  title sv: "Sanktioner"
  says en:  "Fines by the kind of infringement."
  says sv:  "Avgifter efter överträdelsens slag."
  in force: 2024-08-01
  applies:  2025-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.111.2 {
  title en: "Legacy systems"
  title sv: "Äldre system"
  says en:  "Systems in service before the high-risk day are covered only on significant change; systems for authorities by 2030-08-02."
  says sv:  "System som var i bruk före högriskdagen omfattas bara vid betydande ändring; system för myndigheter senast 2030-08-02."
  in force: 2026-07-27
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.113 {
  title en: "Days of application"
  title sv: "Dagar för tillämpning"
  says en:  "When the parts of the Regulation begin to apply, as amended by Regulation (EU) 2026/1744."
  says sv:  "När förordningens delar börjar tillämpas, i lydelsen efter förordning (EU) 2026/1744."
  in force: 2026-07-27
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.A3.5a {
  title en: "Annex III point 5(a)"
  title sv: "Bilaga III punkt 5 a"
  says en:  "Systems used by authorities to judge eligibility for essential benefits and services."
  says sv:  "System som myndigheter använder för att bedöma rätten till väsentliga förmåner och tjänster."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.A3.8a {
  title en: "Annex III point 8(a)"
  title sv: "Bilaga III punkt 8 a"
  says en:  "Systems used by judicial authorities to research and interpret facts and law."
  says sv:  "System som rättsliga myndigheter använder för att undersöka och tolka fakta och lag."
  in force: 2024-08-01
  applies:  2027-12-02
  older:    2030-08-02
  url:      "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
}

norm AIA.OMNI {
  title en: "Regulation (EU) 2026/1744"
  title sv: "Förordning (EU) 2026/1744"
  says en:  "Moves the high-risk duties of Annex III from 2026-08-02 to 2027-12-02."
  says sv:  "Flyttar högriskkraven enligt bilaga III från 2026-08-02 till 2027-12-02."
  in force: 2026-07-27
}

"""#),
("gdpr/D001.lagrum", #"""
edition 2026

rule D001 "Synthetic data assumed anonymous" {
  title sv: "Syntetiska uppgifter antas vara anonyma"
  severity: error
  cites:    GDPR.4.1, GDPR.R26
  see:      WP29.0514, IMY.SB5
  for:      a in activities, t in a.steps, o in t.inputs
  when:     t.verb in [release, disclose] and (o.state is Synthetic or o.state is Model and o.trained_on is Synthetic)
            and not exists g in a.gates with g.of reaches o and leakage_gate(g) and g.step precedes t
  unless assumed {
    cites: GDPR.R26
    when:  exists m in a.assessments with m is Anonymity and m.made <= today and m.made_by != none
  }
  at:         t
  message en: "{o} leaves {a} as if it were anonymous, but no evaluation of what it leaks has to be passed first. Until that is shown, it is personal data."
  message sv: "{o} lämnar {a} som om den vore anonym, men ingen utvärdering av vad den läcker måste klaras först. Tills det är visat är den personuppgifter."
  advice en:  "Put `evaluate … against reference, holdout {{ require: worst_risk <= 5% }}` before it."
  advice sv:  "Sätt `evaluate … against reference, holdout {{ require: worst_risk <= 5% }}` före."
}

"""#),
("gdpr/D001.md", #"""
# D001 Synthetic data assumed anonymous

`error` · GDPR.4.1, GDPR.R26 · see WP29.0514, IMY.SB5

**What.** Synthetic rows, or a model of them, leave the run, and no evaluation of leakage has to be passed first.

**Why.** GDPR 4.1 and recital 26: data are anonymous only when nobody is identifiable by means reasonably likely to be used. IMY assumed anonymity and did not decide it. A documented assumption by a named person (`assessment … is Anonymity`) is an exception that everyone can see.

## Avoid

```lagrum
test "released untested" as of 2026-11-21 {
  change Synthesise {
    pipeline {
      kept = clean Cases.matters { keep: days, hearings, settled }
      reference, holdout = split kept by 80%
      synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: matter_id }
      synthetic   = generate 5_000 from synthesiser
      delete kept, reference, holdout
      release synthetic
    }
  }
  expect: D001
}
```

## Prefer

```lagrum
test "behind a gate" as of 2026-11-21 {
  change Synthesise {
    pipeline {
      kept = clean Cases.matters { keep: days, hearings, settled }
      reference, holdout = split kept by 80%
      synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: matter_id }
      synthetic   = generate 5_000 from synthesiser
      quality     = evaluate synthetic against reference, holdout {
        combined with: none because "no other list of these matters exists"
        require: worst_risk <= 5%
      }
      delete kept, reference, holdout after quality
      release synthetic
    }
  }
  silent: D001
}
```

## Fix

Put `evaluate … { require: worst_risk <= 5% }` before the release.

## På svenska: Syntetiska uppgifter antas vara anonyma

**Vad.** Syntetiska rader, eller en modell som är tränad på sådana, lämnar körningen utan att någon utvärdering av läckage först måste klaras.

**Varför.** Uppgifter är anonyma först när ingen går att identifiera med de hjälpmedel som rimligen kan komma att användas (artikel 4.1 och skäl 26). Till dess att det är visat är syntetiska uppgifter personuppgifter. IMY utgick från att uppgifterna var anonyma men avgjorde inte frågan. Ett dokumenterat antagande av en namngiven person (`assessment … is Anonymity`) är ett undantag som alla kan se.

**Rätta.** Sätt `evaluate … { require: worst_risk <= 5% }` före frigivningen.

"""#),
("gdpr/D002.lagrum", #"""
edition 2026

/// The three tests of anonymity.
define leakage_tests(gate g) {
  cites: GDPR.R26
  see:   WP29.0514
  part singling_out {
    says en: "singling out"
    says sv: "utpekande"
    holds:   exists k in g.tests with k == singling_out
  }
  part linkability {
    says en: "linkability"
    says sv: "länkbarhet"
    holds:   exists k in g.tests with k == linkability
  }
  part inference {
    says en: "inference"
    says sv: "slutledning"
    holds:   exists k in g.tests with k == inference
  }
}

rule D002 "Evaluation of leakage not complete" {
  title sv:   "Utvärderingen av läckage är inte fullständig"
  severity:   error
  cites:      GDPR.R26
  see:        WP29.0514
  for:        a in activities, g in a.gates
  when:       g.step.verb == evaluate and not leakage_tests(g)
  at:         g
  message en: "{g} does not test {failed(leakage_tests)}."
  message sv: "{g} prövar inte {failed(leakage_tests)}."
  advice en:  "Take `tests:` away, so that all are made, or add what is missing."
  advice sv:  "Ta bort `tests:` så att alla görs, eller lägg till det som saknas."
}

"""#),
("gdpr/D002.md", #"""
# D002 Evaluation of leakage not complete

`error` · GDPR.R26 · see WP29.0514

**What.** Not all of the three tests are made: singling out, linkability, inference.

**Why.** Recital 26 as the Article 29 Working Party's opinion 05/2014 reads it.

## Avoid

```lagrum
test "one test of three" as of 2026-11-21 {
  change Synthesise.quality { tests: singling_out, similarity }
  expect: D002
}
```

## Prefer

```lagrum
test "all three tests" as of 2026-11-21 {
  change Synthesise.quality { tests: singling_out, linkability, inference, similarity }
  silent: D002
}
```

## Fix

Take `tests:` away, or add what is missing.

## På svenska: Utvärderingen av läckage är inte fullständig

**Vad.** Utvärderingen omfattar inte alla tre proven på läckage: utpekande, länkbarhet och slutledning.

**Varför.** Alla tre ska prövas enligt skäl 26, så som Artikel 29-gruppen läser det i sitt yttrande 05/2014.

**Rätta.** Ta bort `tests:`, så att alla prov görs, eller lägg till det som saknas.

"""#),
("gdpr/D003.lagrum", #"""
edition 2026

rule D003 "Combination with other datasets not tested" {
  title sv:   "Kombination med andra datamängder är inte prövad"
  severity:   error
  cites:      GDPR.R26
  see:        IMY.SB5, WP29.0514
  for:        a in activities, g in a.gates
  when:       g.step.verb == evaluate and (not exists x in g.combined_with) and g.combined_reason == none
  at:         g
  message en: "{g} judges what {g.of} leaks on its own. What leaks together with other data that someone may hold must be judged too."
  message sv: "{g} bedömer vad {g.of} läcker för sig. Även vad som läcker tillsammans med andra uppgifter som någon kan ha ska bedömas."
  advice en:  "Name them in `combined with:`, or write `combined with: none because \"…\"` if none can be assumed to exist."
  advice sv:  "Ange dem i `combined with:`, eller skriv `combined with: none because \"…\"` om inga kan antas finnas."
}

"""#),
("gdpr/D003.md", #"""
# D003 Combination with other datasets not tested

`error` · GDPR.R26 · see IMY.SB5, WP29.0514

**What.** Leakage is tested on its own, and not together with other data that someone may hold.

**Why.** Recital 26 asks for all means reasonably likely to be used, and other data are such a means.

## Avoid

```lagrum
test "on its own" as of 2026-11-21 {
  change Synthesise.quality { without combined with }
  expect: D003
}
```

## Prefer

```lagrum
test "none, with the reason" as of 2026-11-21 {
  change Synthesise.quality { combined with: none because "no other list of these matters exists" }
  silent: D003
}
```

## Fix

Name the tables in `combined with:`, or say why there are none.

## På svenska: Kombination med andra datamängder är inte prövad

**Vad.** Läckage prövas för sig och inte tillsammans med andra uppgifter som någon kan ha.

**Varför.** Enligt skäl 26 ska man beakta alla hjälpmedel som rimligen kan komma att användas för att identifiera någon, och andra uppgifter är ett sådant hjälpmedel.

**Rätta.** Ange tabellerna i `combined with:`, eller skriv där varför det inte finns några: `combined with: none because "…"`.

"""#),
("gdpr/D004.lagrum", #"""
edition 2026

define epsilon_ceiling(step t) { gives: policy.epsilon_per_run }

/// Which numbers mean something is policy, and so this is never more than a warning. A budget that is not above zero is an
/// error before law is asked.
rule D004 "Noise that adds little protection" {
  title sv:   "Brus som ger litet skydd"
  severity:   warning
  cites:      GDPR.25, GDPR.32
  see:        IMY.SB5
  for:        a in activities, t in a.steps
  when:       t.verb == learn and t.epsilon != none and (exists r in t.personal_inputs)
              and (t.epsilon > policy.epsilon_per_run or t.delta == none
                   or (t.at_least_rows != none and t.delta * t.at_least_rows >= 1)
                   or t.method == gan and t.clip == none)
  at:         t
  message en: "{t} adds noise that protects little: its ε is above the {epsilon_ceiling(t)} that policy sets, or its δ is missing or not below one over the number of rows, or gradients are not clipped."
  message sv: "{t} lägger till brus som skyddar litet: dess ε är över de {epsilon_ceiling(t)} som policyn sätter, eller så saknas δ eller är inte under ett genom antalet rader, eller så klipps inte gradienterna."
  advice en:  "Lower `epsilon:` and state `delta:`; for `gan` state `clip:` too."
  advice sv:  "Sänk `epsilon:` och ange `delta:`; ange även `clip:` för `gan`."
}

"""#),
("gdpr/D004.md", #"""
# D004 Noise that adds little protection

`warning` · GDPR.25, GDPR.32 · see IMY.SB5

**What.** A synthesiser is learnt with noise whose parameters mean little: a large ε, no δ, a δ that is not well under one in the number of rows, or for `gan` no clipping.

**Why.** Differential privacy strengthens protection (GDPR 25, 32) only if its numbers do. Which ε is too large no law says: 3 a run is policy of the pack, and a house pack may set its own. A δ of one in the number of rows would let a whole row out; the number counted on is the one that `need:` promises, and where nothing promises it, it is for the author to see.

## Avoid

```lagrum
test "a budget of fifty" as of 2026-11-21 {
  change Synthesise.synthesiser { epsilon: 50.0 }
  expect: D004
}
```

## Prefer

```lagrum
test "a budget of three" as of 2026-11-21 {
  change Synthesise.synthesiser { epsilon: 3.0 }
  silent: D004
}
```

## Fix

Lower `epsilon:`, state `delta:` well under one in the number of rows, and for `gan` state `clip:`.

## På svenska: Brus som ger litet skydd

**Vad.** En syntetiserare tränas med brus vars parametrar betyder litet: ε är stort, δ saknas eller är minst ett genom antalet rader, eller `gan` tränas utan klippning.

**Varför.** Differential privacy stärker skyddet (artiklarna 25 och 32) bara om talen gör det. Ingen lag säger vilket ε som är för stort: gränsen 3 per körning är paketets policy, och ett eget paket får sätta en annan. Att δ ligger klart under ett genom antalet rader får författaren själv se till: regeln känner inte antalet, utan på sin höjd ett minsta antal som specifikationen anger.

**Rätta.** Sänk `epsilon:`, ange `delta:` och, för `gan`, även `clip:`.

"""#),
("gdpr/D005.lagrum", #"""
edition 2026

rule D005 "Fidelity not evaluated" {
  title sv:   "Likheten är inte utvärderad"
  severity:   warning
  cites:      GDPR.5.1.d
  see:        IMY.SB5
  for:        a in activities, t in a.steps, o in t.outputs
  when:       t.verb == generate
              and not exists g in a.gates with g.of == o and exists k in g.tests with k in [similarity, utility]
  at:         t
  message en: "Nothing measures how {o} compares with the real data: distributions, relations between columns, usefulness."
  message sv: "Inget mäter hur {o} förhåller sig till de verkliga uppgifterna: fördelningar, samband, nytta."
  advice en:  "Add `evaluate {o} against reference, holdout`, with a threshold such as `require: two_way_similarity >= 95%`."
  advice sv:  "Lägg till `evaluate {o} against reference, holdout`, med en gräns som `require: two_way_similarity >= 95%`."
}

"""#),
("gdpr/D005.md", #"""
# D005 Fidelity not evaluated

`warning` · GDPR.5.1.d · see IMY.SB5

**What.** Nothing measures how the synthetic data compare with the real.

**Why.** Accuracy (GDPR 5.1 d): a model of data that do not resemble the world treats people wrongly. IMY's report measures likeness, relations and usefulness.

## Avoid

```lagrum
test "only attacks" as of 2026-11-21 {
  change Synthesise.quality { tests: singling_out, linkability, inference }
  expect: D005
}
```

## Prefer

```lagrum
test "likeness too" as of 2026-11-21 {
  change Synthesise.quality { require: two_way_similarity >= 95% }
  silent: D005
}
```

## Fix

Let `evaluate` measure it: `similarity` or `utility` among its `tests:`, best with a threshold such as `require: two_way_similarity >= 95%`.

## På svenska: Likheten är inte utvärderad

**Vad.** Inget mäter hur de syntetiska uppgifterna förhåller sig till de verkliga: fördelningar, samband, nytta.

**Varför.** Uppgifter ska vara riktiga (artikel 5.1 d): en modell av uppgifter som inte liknar verkligheten behandlar människor fel. IMY:s rapport mäter likhet, samband och nytta.

**Rätta.** Lägg till en gräns i utvärderingen, till exempel `require: two_way_similarity >= 95%`. Är `tests:` angivet ska `similarity` eller `utility` ingå.

"""#),
("gdpr/D006.lagrum", #"""
edition 2026

rule D006 "Leakage tested without a holdout" {
  title sv:   "Läckage prövas utan kontrollgrupp"
  severity:   error
  cites:      GDPR.R26
  see:        WP29.0514
  for:        a in activities, g in a.gates
  when:       g.step.verb == evaluate and g.control == none
  at:         g
  message en: "{g} has no control: tests of leakage need persons that {g.of} was not made from, or every likeness looks like a leak and no leak is seen."
  message sv: "{g} saknar kontrollgrupp: prov på läckage behöver personer som {g.of} inte är gjord av, annars ser varje likhet ut som läckage och inget läckage syns."
  advice en:  "Split first (`reference, holdout = split … by 80%`), learn from the one, and evaluate against both."
  advice sv:  "Dela först (`reference, holdout = split … by 80%`), träna på den ena och utvärdera mot båda."
}

"""#),
("gdpr/D006.md", #"""
# D006 Leakage tested without a holdout

`error` · GDPR.R26 · see WP29.0514

**What.** The evaluation has no persons that the synthesiser never saw.

**Why.** Without a control group a likeness that holds of everyone looks like a leak, and a leak like chance (recital 26; opinion 05/2014).

## Avoid

```lagrum
test "no control" as of 2026-11-21 {
  change Synthesise.pipeline {
    quality = evaluate synthetic against reference {
      combined with: none because "no other list of these matters exists"
      require: worst_risk <= 5%
    }
  }
  expect: D006
}
```

## Prefer

```lagrum
test "against both parts" as of 2026-11-21 {
  change Synthesise.pipeline {
    quality = evaluate synthetic against reference, holdout {
      combined with: none because "no other list of these matters exists"
      require: worst_risk <= 5%
    }
  }
  silent: D006
}
```

## Fix

Split before `learn`, and evaluate against both parts.

## På svenska: Läckage prövas utan kontrollgrupp

**Vad.** Utvärderingen saknar kontrollgrupp: personer som syntetiseraren aldrig har sett.

**Varför.** Utan kontrollgrupp ser en likhet som gäller alla ut som läckage, och ett läckage ser ut som en slump (skäl 26; Artikel 29-gruppens yttrande 05/2014).

**Rätta.** Dela uppgifterna före `learn`, och utvärdera mot båda delarna.

"""#),
("gdpr/D007.lagrum", #"""
edition 2026

rule D007 "Release without a passed gate" {
  title sv:   "Frigivning utan uppfyllt krav"
  severity:   error
  cites:      GDPR.R26, GDPR.25
  see:        IMY.SB5, WP29.0514
  for:        a in activities, t in a.steps, o in t.inputs
  when:       t.verb in [release, disclose]
              and (o.state is Synthetic
                   and (not exists g in a.gates with g.of reaches o and g.step precedes t and exists l in g.limits)
                   or exists g in a.gates with g.of reaches o and g.result is failed)
  at:         t
  message en: "{o} leaves {a}, but no gate with limits stands before it, or a gate has failed."
  message sv: "{o} lämnar {a}, men inget krav med gränser står före, eller så är ett krav inte uppfyllt."
  advice en:  "Give `evaluate` its limits with `require:`, and let it stand before the release."
  advice sv:  "Ge `evaluate` gränser med `require:` och låt den stå före frigivningen."
}

"""#),
("gdpr/D007.md", #"""
# D007 Release without a passed gate

`error` · GDPR.R26, GDPR.25 · see IMY.SB5, WP29.0514

**What.** Something leaves the run, and no gate with limits stands before it, or a gate has failed.

**Why.** Anonymity may be assumed only where the requirements are met (recital 26), and safeguards are built in (GDPR 25). Limits are stated before the run, never after.

## Avoid

```lagrum
test "measured without limits" as of 2026-11-21 {
  change Synthesise.quality { without require }
  expect: D007
}
```

## Prefer

```lagrum
test "with a limit" as of 2026-11-21 {
  change Synthesise.quality { require: worst_risk <= 5% }
  silent: D007
}
```

## Fix

Give `evaluate` its limits with `require:`, before the release.

## På svenska: Frigivning utan uppfyllt krav

**Vad.** Något lämnar körningen utan att ett krav med gränser står före, eller trots att ett krav inte är uppfyllt.

**Varför.** Anonymitet får antas bara där förutsättningarna är uppfyllda (skäl 26), och skyddsåtgärder ska byggas in i behandlingen (artikel 25). Gränser sätts före körningen, aldrig efter.

**Rätta.** Ge `evaluate` gränser med `require:`, före frigivningen.

"""#),
("gdpr/D009.lagrum", #"""
edition 2026

/// Keys and the unit of privacy are used to tell rows apart and are never features; what names a person is not needed at all.
rule D009 "Direct identifiers in training" {
  title sv:   "Direkta identifierare i träningen"
  severity:   error
  cites:      GDPR.5.1.c, GDPR.25
  for:        a in activities, t in a.steps, c in t.features
  when:       t.verb in [learn, train] and c.identifies is directly
  at:         t
  message en: "{t} is given {c}, which tells who someone is and is not needed to train."
  message sv: "{t} får {c}, som pekar ut vem någon är och inte behövs för att träna."
  advice en:  "Leave it out of `keep:` in the step before."
  advice sv:  "Lämna den utanför `keep:` i steget före."
}

"""#),
("gdpr/D009.md", #"""
# D009 Direct identifiers in training

`error` · GDPR.5.1.c, GDPR.25

**What.** A column that tells who someone is goes into training.

**Why.** Minimisation (GDPR 5.1 c) and data protection by design (25): a model never needs a name. Keys and the unit of privacy are used to tell rows apart and are never features.

## Avoid

```lagrum
test "names are learnt" as of 2026-11-21 {
  change Synthesise.kept { keep: client_name, days, hearings, fee, settled }
  expect: D009
}
```

## Prefer

```lagrum
test "only what describes the case" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, settled }
  silent: D009
}
```

## Fix

Leave it out of `keep:`.

## På svenska: Direkta identifierare i träningen

**Vad.** En kolumn som pekar ut vem någon är används i träningen.

**Varför.** Uppgiftsminimering (artikel 5.1 c) och inbyggt dataskydd (artikel 25) utesluter direkta identifierare: en modell behöver aldrig ett namn. Nycklar och den enhet som skyddas (`unit:`) tjänar bara till att skilja rader åt och är aldrig indata till modellen.

**Rätta.** Lämna kolumnen utanför `keep:`.

"""#),
("gdpr/L005.lagrum", #"""
edition 2026

/// Whatever was extracted for training must go whether the run passed its gates or failed them, was stopped or broke.
rule L005 "Reference data not deleted on every path" {
  title sv:   "Referensdata raderas inte på varje väg"
  severity:   error
  cites:      GDPR.5.1.e, GDPR.5.1.c
  see:        IMY.SB5
  for:        a in activities, t in a.steps, r in t.outputs
  when:       r.state in [Personal, Pseudonymised, Masked] and (exists u in a.steps with u.verb in [learn, train])
              and exists p in paths_after(t) with not exists x in p.steps with x.verb == delete and r in x.inputs
  at:         t
  message en: "{r} stays when the run ends as {p}. What was brought together for training is deleted on every path."
  message sv: "{r} blir kvar när körningen slutar med {p}. Det som förts samman för träning raderas på varje väg."
  advice en:  "Add `delete {r} after …` with the gates but without `passed`: then it happens whether they pass or fail."
  advice sv:  "Lägg till `delete {r} after …` med kraven men utan `passed`: då sker det vare sig de uppfylls eller inte."
}

"""#),
("gdpr/L005.md", #"""
# L005 Reference data not deleted on every path

`error` · GDPR.5.1.e, GDPR.5.1.c · see IMY.SB5

**What.** Personal data brought together for training stay when the run ends in some way: a gate fails, the run is stopped or breaks.

**Why.** Storage limitation (GDPR 5.1 e). IMY's report presupposes that reference data are deleted.

## Avoid

```lagrum
test "only on success" as of 2026-11-21 {
  change Synthesise {
    pipeline {
      kept = clean Cases.matters { keep: days, hearings, settled }
      reference, holdout = split kept by 80%
      synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: matter_id }
      synthetic   = generate 5_000 from synthesiser
      quality     = evaluate synthetic against reference, holdout {
        combined with: none because "no other list of these matters exists"
        require: worst_risk <= 5%
      }
      delete kept, reference, holdout after quality passed
      release synthetic
    }
  }
  expect: L005
}
```

## Prefer

```lagrum
test "whether the gate passed or failed" as of 2026-11-21 {
  change Synthesise {
    pipeline {
      kept = clean Cases.matters { keep: days, hearings, settled }
      reference, holdout = split kept by 80%
      synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: matter_id }
      synthetic   = generate 5_000 from synthesiser
      quality     = evaluate synthetic against reference, holdout {
        combined with: none because "no other list of these matters exists"
        require: worst_risk <= 5%
      }
      delete kept, reference, holdout after quality
      release synthetic
    }
  }
  silent: L005
}
```

## Fix

Write `delete … after quality` without `passed`, and name every personal relation.

## På svenska: Referensdata raderas inte på varje väg

**Vad.** Personuppgifter som har förts samman för träning blir kvar på någon av körningens vägar: när ett krav inte uppfylls, när körningen avbryts eller när den havererar.

**Varför.** Uppgifter får inte sparas längre än ändamålet kräver (lagringsminimering, artikel 5.1 e). IMY:s rapport förutsätter att referensdata raderas.

**Rätta.** Skriv `delete … after quality` utan `passed`, och nämn varje relation med personuppgifter.

"""#),
("gdpr/P001.lagrum", #"""
edition 2026

/// A purpose is specific when others can test it: what is done, in which activity, for whose benefit. The few words of a
/// heading ("AI", "business development") can't be tested, so nothing that follows from them can be either.
rule P001 "Purpose not specific" {
  title sv:   "Ändamålet är inte preciserat"
  severity:   error
  cites:      GDPR.5.1.b, GDPR.5.2
  for:        p in purposes
  when:       p.text == none or p.kind == none or words(p.text) < policy.fewest_words
  at:         p
  message en: "The purpose {p} is too general to test whether processing for it is lawful or compatible."
  message sv: "Ändamålet {p} är för allmänt för att laglighet och förenlighet ska kunna prövas."
  advice en:  "Say what is done, in which activity and for whose benefit, and which kind of purpose it is: `purpose P \"Train a model that …, so that …\" is BusinessDevelopment`."
  advice sv:  "Ange vad som görs, i vilken verksamhet och till vems nytta, och vilket slags ändamål det är: `purpose P \"Träna en modell som …, så att …\" is BusinessDevelopment`."
}

"""#),
("gdpr/P001.md", #"""
# P001 Purpose not specific

`error` · GDPR.5.1.b, GDPR.5.2

**What.** Every purpose says in words what is done, in which activity and for whose benefit, and which kind of purpose it is.

**Why.** Purposes must be specified and explicit (GDPR 5.1 b), and the controller must be able to show it (5.2). A heading such as "AI" or "business development" can be tested neither for lawfulness nor for compatibility. Fewer than five words are taken as a heading.

## Avoid

```lagrum
test "a heading" as of 2026-11-21 {
  given { purpose Improve "AI" is BusinessDevelopment }
  expect: P001 at Improve
}
```

## Prefer

```lagrum
test "a purpose that can be tested" as of 2026-11-21 {
  given { purpose Improve "Rank incoming disputes by urgency, so that the most urgent get a lawyer the same day" is BusinessDevelopment }
  silent: P001
}
```

## Fix

Write the effect, not the tool: `"<do what> in <activity>, so that <effect for whom>"`.

## På svenska: Ändamålet är inte preciserat

**Vad.** Varje ändamål ska i ord ange vad som görs, i vilken verksamhet och till vems nytta, och vilket slags ändamål det är.

**Varför.** Ändamål ska vara särskilda och uttryckligt angivna (artikel 5.1 b), och den personuppgiftsansvarige ska kunna visa det (artikel 5.2). En rubrik som ”AI” eller ”verksamhetsutveckling” går inte att pröva, vare sig i fråga om laglighet eller förenlighet. Färre än fem ord räknas som en rubrik.

**Rätta.** Ange verkan, inte verktyget: `"<gör vad> i <verksamhet>, så att <verkan för vem>"`.

"""#),
("gdpr/P002.lagrum", #"""
edition 2026

rule P002 "Dataset without a purpose of collection" {
  title sv:   "Datamängd utan insamlingsändamål"
  severity:   error
  cites:      GDPR.5.1.b, GDPR.6.4
  for:        d in datasets
  when:       personal(d) and not exists p in d.purposes
  at:         d
  message en: "{d} does not say what it was collected for, so no further use of it can be assessed."
  message sv: "{d} säger inte vad uppgifterna samlades in för; då går ingen vidare användning att pröva."
  advice en:  "Add `collected for:` with the purpose that the persons were told of at collection."
  advice sv:  "Lägg till `collected for:` med det ändamål som de registrerade fick veta vid insamlingen."
}

"""#),
("gdpr/P002.md", #"""
# P002 Dataset without a purpose of collection

`error` · GDPR.5.1.b, GDPR.6.4

**What.** A dataset of personal data says what it was collected for.

**Why.** Whether a later use is compatible is judged against the purpose of collection (GDPR 5.1 b, 6.4). Without it nothing can be judged, and no link can be shown.

## Avoid

```lagrum
test "no purpose of collection" as of 2026-11-21 {
  change Cases { without collected for }
  expect: P002 at Cases
}
```

## Prefer

```lagrum
test "stated" as of 2026-11-21 {
  change Cases { collected for: HandleDisputes }
  silent: P002
}
```

## Fix

Add `collected for:` with the purpose that the persons were told of at collection.

## På svenska: Datamängd utan insamlingsändamål

**Vad.** En datamängd med personuppgifter ska ange vad uppgifterna samlades in för.

**Varför.** Om en senare användning är förenlig bedöms mot insamlingsändamålet (artiklarna 5.1 b och 6.4). Utan det går ingenting att bedöma, och ingen koppling går att visa.

**Rätta.** Lägg till `collected for:` med det ändamål som de registrerade fick veta vid insamlingen.

"""#),
("gdpr/P003.lagrum", #"""
edition 2026

/// Facts are missing, and one of them could change the conclusion. Silence is never read as a yes or a no.
rule P003 "Further processing not assessed" {
  title sv:   "Vidarebehandling som inte har kunnat prövas"
  severity:   error
  cites:      GDPR.6.4, GDPR.5.2
  see:        IMY.SB5
  for:        a in activities, d in a.uses
  when:       different_purpose(a, d) and compatibility(a, d) is undetermined
  at:         a.purpose
  message en: "{a} uses {d} for a new purpose, but whether that is compatible can't be told: {compatibility.missing}."
  message sv: "{a} använder {d} för ett nytt ändamål, men om det är förenligt går inte att avgöra: {compatibility.missing}."
  advice en:  "State what is missing, where it belongs. What remains open is {compatibility.factors}."
  advice sv:  "Ange det som saknas, där det hör hemma. Öppet är {compatibility.factors}."
}

"""#),
("gdpr/P003.md", #"""
# P003 Further processing not assessed

`error` · GDPR.6.4, GDPR.5.2 · see IMY.SB5

**What.** A fact that could change the conclusion under article 6.4 is not stated. No conclusion is drawn, and no plan is made.

**Why.** All the factors of GDPR 6.4 are to be weighed, and the controller must be able to show how (5.2). Silence is never read as a yes or a no. What can't change the end is not asked for.

## Avoid

```lagrum
test "the context of collection is not stated" as of 2026-11-21 {
  change Cases { without context; without confidentiality }
  change Client { without expectation }
  change Opponent { without expectation }
  change Cases { without collected from }
  expect: P003 at Synthesise.purpose
  silent: P004
}
```

## Prefer

```lagrum
test "stated" as of 2026-11-21 {
  change Cases { context: LegalCounsel }
  silent: P003
}
```

## Fix

State what the message lists, where it belongs: the context and the source on the dataset, expectations on the groups.

## På svenska: Vidarebehandling som inte har kunnat prövas

**Vad.** Ett faktum som kan ändra slutsatsen enligt artikel 6.4 är inte angivet. Ingen slutsats dras, och ingen plan upprättas.

**Varför.** Alla faktorer i artikel 6.4 ska vägas, och den personuppgiftsansvarige ska kunna visa hur det har gjorts (artikel 5.2). Tystnad läses aldrig som ett ja eller ett nej. Det som inte kan ändra utgången efterfrågas inte.

**Rätta.** Ange det som meddelandet räknar upp, där det hör hemma: sammanhang och källa hos datamängden, förväntningar hos grupperna.

"""#),
("gdpr/P004.lagrum", #"""
edition 2026

rule P004 "Further processing that is not compatible" {
  title sv:   "Vidarebehandling som inte är förenlig"
  slug:       not_compatible
  severity:   error
  cites:      GDPR.5.1.b, GDPR.6.4, GDPR.R50
  see:        IMY.SB5, CJEU.C77.21
  for:        a in activities, d in a.uses
  when:       different_purpose(a, d) and compatibility(a, d) is not_compatible
  at:         a.purpose
  message en: "{a} uses {d} to {a.purpose}, but the data were collected to {d.purposes}, and the two are not compatible: {compatibility.against}."
  message sv: "{a} använder {d} för {a.purpose}, men uppgifterna samlades in för {d.purposes}; ändamålen är inte förenliga: {compatibility.against}."
  advice en:  "What changes the weighing is a fact about the processing: information and an opt-out before it begins, fewer columns, a group left out, synthesis in place of real data."
  advice sv:  "Det som ändrar vägningen är fakta om behandlingen: information och opt-out innan den börjar, färre kolumner, en grupp som utelämnas, syntes i stället för verkliga uppgifter."
}

"""#),
("gdpr/P004.md", #"""
# P004 Further processing that is not compatible

`error` · GDPR.5.1.b, GDPR.6.4, GDPR.R50 · see IMY.SB5, CJEU.C77.21

**What.** The new purpose is weighed against the one the data were collected for, group by group, and comes out as not compatible.

**Why.** GDPR 5.1 b forbids further processing that is incompatible with the purpose of collection; 6.4 a–e and recital 50 say what to weigh. The table follows IMY's report on custody cases (IMY-2025-23536): the link may be natural, and still confidence, heightened expectations and sensitive data speak against, unless the persons are told and can opt out in time. Where the report is silent the table is ours and says so.

## Avoid

```lagrum
test "nobody can opt out" as of 2026-11-21 {
  change Synthesise { without opt out }
  expect: P004 at Synthesise.purpose
}
```

## Prefer

```lagrum
test "told, time to answer, left out before anything is read" as of 2026-11-21 {
  change Synthesise { opt out: Cases.objections until 2026-02-28 for Client, Opponent matched by matters.client_no }
  silent: P004
}
```

## Fix

Change a fact about the processing: an opt-out joined to the information, fewer columns, a group left out, synthesis in place of real data. Facts about the world stay as they are.

## På svenska: Vidarebehandling som inte är förenlig

**Vad.** Det nya ändamålet vägs mot insamlingsändamålet, grupp för grupp, och visar sig inte vara förenligt med det.

**Varför.** Artikel 5.1 b förbjuder vidarebehandling som är oförenlig med insamlingsändamålet; vad som ska vägas framgår av artikel 6.4 a–e och skäl 50. Beslutstabellen följer IMY:s rapport om vårdnadsärenden (IMY-2025-23536): kopplingen kan vara naturlig, och ändå talar förtrolighet, förhöjda förväntningar och känsliga uppgifter emot, om inte de registrerade informeras och kan säga nej i tid. Där rapporten är tyst är tabellen vår egen, och det anges i den.

**Rätta.** Ändra ett faktum om behandlingen: en opt-out i samband med informationen, färre kolumner, en grupp som lämnas utanför, syntes i stället för verkliga uppgifter. Fakta om omvärlden står fast.

"""#),
("gdpr/P005.lagrum", #"""
edition 2026

/// The conditions of a favourable conclusion must be shown, not only met. Where a decision on equivalent safeguards stands
/// in for an opt-out, the reader is always told: IMY names opt-out as an example, and the decision is someone's own.
rule P005 "Compatible only with conditions that are not shown" {
  title sv:   "Förenlig bara med villkor som inte är visade"
  severity:   warning
  cites:      GDPR.6.4.e, GDPR.R50, GDPR.5.2
  see:        IMY.SB5
  for:        a in activities, d in a.uses, s in d.subjects
  when:       different_purpose(a, d) and compatibility(a, d, s) is compatible_with_conditions
              and (not informed_before_start(a, s) or not information_on_file(a, s)
                   or equivalent_safeguards(a) and not opt_out_effective(a, s))
  at:         a.purpose
  message en: "{a} is compatible for {s} only if {compatibility.conditions}; that is not shown by what is on file."
  message sv: "{a} är förenlig för {s} bara om {compatibility.conditions}; det visas inte av det underlag som finns."
  advice en:  "Give each notice its `text:` and the channel it was sent by; for a decision on equivalent safeguards, keep its reasons where they can be read."
  advice sv:  "Ge varje information sin `text:` och den kanal den skickades genom; för ett beslut om likvärdiga skyddsåtgärder ska skälen finnas där de kan läsas."
}

"""#),
("gdpr/P005.md", #"""
# P005 Compatible only with conditions that are not shown

`warning` · GDPR.6.4.e, GDPR.R50, GDPR.5.2 · see IMY.SB5

**What.** The conclusion rests on conditions, and what is on file does not show them: the text of the information, the channel, the opt-out.

**Why.** Safeguards weigh only when they exist (GDPR 6.4 e), and the controller must be able to show them (5.2). Where a named person's decision on equivalent safeguards stands in for an opt-out, the reader is always told, since IMY names opt-out as an example.

## Avoid

```lagrum
test "equivalent safeguards in place of an opt-out" as of 2026-11-21 {
  change Synthesise { without opt out }
  change Others { decided: 2026-02-20 by "Anna Ek, managing director" }
  expect: P005
  silent: P004
}
```

## Prefer

```lagrum
test "text and channel on file" as of 2026-11-21 {
  change ClientNotice { sent: 2026-01-15 by Letter, Portal }
  silent: P005
}
```

## Fix

Give each notice its `text:` and the channel it was sent by.

## På svenska: Förenlig bara med villkor som inte är visade

**Vad.** Slutsatsen vilar på villkor som inte visas av det underlag som finns: informationens text, kanalen som den skickades genom och möjligheten till opt-out.

**Varför.** Skyddsåtgärder väger bara om de finns (artikel 6.4 e), och den personuppgiftsansvarige ska kunna visa dem (artikel 5.2). När en namngiven persons beslut om likvärdiga skyddsåtgärder träder i stället för en opt-out upplyses läsaren alltid om det, eftersom IMY nämner opt-out som ett exempel.

**Rätta.** Ge varje information sin `text:` och den kanal som den skickades genom. Skälen för ett beslut om likvärdiga skyddsåtgärder ska finnas där de kan läsas.

"""#),
("gdpr/P006.lagrum", #"""
edition 2026

rule P006 "Statistics exemption does not fit" {
  title sv:   "Undantaget för statistik passar inte"
  severity:   error
  cites:      GDPR.5.1.b, GDPR.R162, DSKL.4.2
  see:        IMY.SB5
  for:        a in activities
  when:       a.exemption is Statistics and not statistics_test(a)
  at:         a.exemption
  message en: "{a} claims statistical purposes, but {failed(statistics_test)}."
  message sv: "{a} åberopar statistiska ändamål, men {failed(statistics_test)}."
  advice en:  "Take `exemption: Statistics` away and let article 6.4 be weighed instead."
  advice sv:  "Ta bort `exemption: Statistics` och pröva i stället enligt artikel 6.4."
}

"""#),
("gdpr/P006.md", #"""
# P006 Statistics exemption does not fit

`error` · GDPR.5.1.b, GDPR.R162, DSKL.4.2 · see IMY.SB5

**What.** Statistical purposes are claimed, but one of the three tests fails.

**Why.** Recital 162: statistics are surveys and results on groups; the result is aggregated and not used for measures against a person. Training a model or generating rows is neither (IMY-2025-23536, 4.2.2).

## Avoid

```lagrum
test "synthesis claimed as statistics" as of 2026-11-21 {
  change Synthesise { exemption: Statistics; aim: result }
  expect: P006 at Synthesise.exemption
}
```

## Prefer

```lagrum
test "weighed under article 6.4 instead" as of 2026-11-21 {
  change Synthesise { purpose: SeeConflict }
  silent: P006
}
```

## Fix

Take the exemption away and let article 6.4 be weighed.

## På svenska: Undantaget för statistik passar inte

**Vad.** Statistiska ändamål åberopas, men minst ett av de tre villkoren är inte uppfyllt.

**Varför.** Enligt skäl 162 är statistik undersökningar och resultat om grupper; resultatet är aggregerat och används inte för åtgärder mot en enskild. Att träna en modell eller att generera rader är varken en sådan undersökning eller ett sådant resultat (IMY-2025-23536, avsnitt 4.2.2).

**Rätta.** Ta bort undantaget och låt förenligheten prövas enligt artikel 6.4.

"""#),
("gdpr/P011.lagrum", #"""
edition 2026

rule P011 "\"Same purpose\" claimed for different purposes" {
  title sv:   "\"Samma ändamål\" påstås om olika ändamål"
  slug:       same_purpose_claimed
  severity:   error
  cites:      GDPR.6.4, GDPR.5.1.b
  see:        CJEU.C77.21, IMY.SB5
  for:        a in activities, d in a.uses
  when:       a.same_purpose_claimed and personal(d) and not same(a.purpose, d.purposes)
  at:         a.same_purpose_claimed
  message en: "{a} is said to have the purpose that {d} was collected for, but to {a.purpose} is not to {d.purposes}. Improving the same activity is a new purpose too."
  message sv: "{a} anges ha samma ändamål som insamlingen av {d}, men {a.purpose} är inte {d.purposes}. Även att förbättra samma verksamhet är ett nytt ändamål."
  advice en:  "Take `same purpose: yes` away and let article 6.4 be weighed; say with `serves:` how the new purpose helps the old one."
  advice sv:  "Ta bort `same purpose: yes` och pröva enligt artikel 6.4; ange med `serves:` hur det nya ändamålet gagnar det gamla."
}

"""#),
("gdpr/P011.md", #"""
# P011 "Same purpose" claimed for different purposes

`error` · GDPR.6.4, GDPR.5.1.b · see CJEU.C77.21, IMY.SB5

**What.** The activity says that its purpose is that of collection, and it is not.

**Why.** The same purpose means the same kind and the same matter (GDPR 6.4). Improving the activity that the data come from is a new purpose, however near; the link counts as factor a.

## Avoid

```lagrum
test "better client work is not client work" as of 2026-11-21 {
  change Synthesise { same purpose: yes because "the aim is better client work" }
  expect: P011
}
```

## Prefer

```lagrum
test "the link stated instead" as of 2026-11-21 {
  change SeeConflict { serves: HandleDisputes because "the same clients get calmer disputes" }
  silent: P011
}
```

## Fix

Remove `same purpose:`; say with `serves:` how the new purpose helps the old one.

## På svenska: "Samma ändamål" påstås om olika ändamål

**Vad.** Behandlingen anges ha samma ändamål som insamlingen, men har det inte.

**Varför.** Samma ändamål betyder samma slags ändamål i samma sak (artikel 6.4). Att förbättra den verksamhet som uppgifterna kommer från är ett nytt ändamål, hur nära det än ligger; kopplingen räknas som faktor a.

**Rätta.** Ta bort `same purpose:` och ange med `serves:` hur det nya ändamålet gagnar det gamla.

"""#),
("gdpr/P014.lagrum", #"""
edition 2026

rule P014 "Expectations not described" {
  title sv:   "Förväntningar som inte är beskrivna"
  severity:   warning
  cites:      GDPR.R50, GDPR.6.4.b
  for:        a in activities, d in a.uses, s in d.subjects
  when:       different_purpose(a, d) and reads_of(a, d, s) and s.expectation == unknown
  at:         s
  message en: "{a} uses data on {s} for a new purpose, but nothing says what they may reasonably expect of {a.controller}. Recital 50 gives that particular weight."
  message sv: "{a} använder uppgifter om {s} för ett nytt ändamål, men det framgår inte vad de rimligen kan förvänta sig av {a.controller}. Skäl 50 ger det särskild vikt."
  advice en:  "Add `expectation: Low`, `Ordinary` or `Heightened` to {s}, with `because \"…\"`."
  advice sv:  "Lägg till `expectation: Low`, `Ordinary` eller `Heightened` på {s}, med `because \"…\"`."
}

"""#),
("gdpr/P014.md", #"""
# P014 Expectations not described

`warning` · GDPR.R50, GDPR.6.4.b

**What.** Data on a group are used for a new purpose, and nothing says what the group may expect.

**Why.** Recital 50 gives the data subject's reasonable expectations particular weight, and 6.4 b asks for the relation to the controller.

## Avoid

```lagrum
test "no expectation" as of 2026-11-21 {
  change Opponent { without expectation }
  expect: P014 at Opponent
}
```

## Prefer

```lagrum
test "stated with its reason" as of 2026-11-21 {
  change Opponent { expectation: Heightened because "has not chosen the firm" }
  silent: P014
}
```

## Fix

Add `expectation:` Low, Ordinary or Heightened, with `because`.

## På svenska: Förväntningar som inte är beskrivna

**Vad.** Uppgifter om en grupp används för ett nytt ändamål, men det framgår inte vad gruppen kan förvänta sig.

**Varför.** Skäl 50 ger den registrerades rimliga förväntningar särskild vikt, och enligt artikel 6.4 b ska förhållandet till den personuppgiftsansvarige beaktas.

**Rätta.** Lägg till `expectation:` med `Low`, `Ordinary` eller `Heightened`, och ange skälet med `because`.

"""#),
("gdpr/P015.lagrum", #"""
edition 2026

rule P015 "A less intrusive way is at hand" {
  title sv:   "Ett mindre ingripande sätt finns"
  severity:   info
  cites:      GDPR.5.1.c, GDPR.25
  see:        IMY.SB5, EDPB.28.2024
  for:        a in activities, t in a.steps
  when:       t.verb == train and (exists r in t.personal_inputs) and t.because == none
  at:         t
  message en: "{t} trains on personal data. Training on synthetic data is less intrusive, and nothing says why it would not do."
  message sv: "{t} tränar på personuppgifter. Att träna på syntetiska uppgifter är mindre ingripande, och det framgår inte varför det inte skulle räcka."
  advice en:  "Train on the result of `generate` instead, or say why not in `because:` (a measured loss of precision, too few cases)."
  advice sv:  "Träna på resultatet av `generate` i stället, eller ange skälet i `because:` (en uppmätt förlust i precision, för få ärenden)."
}

"""#),
("gdpr/P015.md", #"""
# P015 A less intrusive way is at hand

`info` · GDPR.5.1.c, GDPR.25 · see IMY.SB5, EDPB.28.2024

**What.** A model is trained on personal data, and nothing says why synthetic data would not do. Information only.

**Why.** Minimisation (GDPR 5.1 c) and data protection by design (25) ask for the less intrusive way that is enough. IMY finds synthesis typically less intrusive than real data.

## Avoid

```lagrum
test "trained on the cases themselves" as of 2026-11-21 {
  change Synthesise {
    pipeline {
      kept = clean Cases.matters { keep: days, hearings, settled }
      reference, holdout = split kept by 80%
      model = train gradient_boosting on reference { target: settled }
      delete kept, reference, holdout
      release model
    }
  }
  expect: P015
}
```

## Prefer

```lagrum
test "with the reason" as of 2026-11-21 {
  change Synthesise {
    pipeline {
      kept = clean Cases.matters { keep: days, hearings, settled }
      reference, holdout = split kept by 80%
      model = train gradient_boosting on reference { target: settled; because: "measured on 2025-12-01: synthetic rows lose a tenth of the precision on rare events" }
      delete kept, reference, holdout
      release model
    }
  }
  silent: P015
}
```

## Fix

Train on the result of `generate`, or state the reason in `because:`.

## På svenska: Ett mindre ingripande sätt finns

**Vad.** En modell tränas på personuppgifter, och det framgår inte varför syntetiska uppgifter inte skulle räcka. Detta är bara en upplysning.

**Varför.** Uppgiftsminimering (artikel 5.1 c) och inbyggt dataskydd (artikel 25) innebär att det mindre ingripande sätt som räcker ska väljas. Enligt IMY är syntes typiskt sett mindre ingripande än användning av verkliga uppgifter.

**Rätta.** Träna på resultatet av `generate`, eller ange skälet i `because:`.

"""#),
("gdpr/P017.lagrum", #"""
edition 2026

rule P017 "Opt-out that does not work" {
  title sv:   "Opt-out som inte fungerar"
  severity:   error
  cites:      GDPR.13.3, GDPR.14.4, GDPR.6.4.e
  see:        IMY.SB5
  for:        a in activities, o in a.opt_outs, s in o.groups
  when:       not (o.filtered and o.until < a.first_reading
                   and exists n in a.notices with s in n.to and n.sent < o.until)
  at:         a.opt_outs
  message en: "The opt-out of {a} does not count for {s}: they must be told, then have time to answer, and then be left out, all before {a.first_reading_step} reads anything."
  message sv: "Opt-out i {a} räknas inte för {s}: de ska informeras, sedan ha tid att svara och sedan sorteras bort, allt innan {a.first_reading_step} läser något."
  advice en:  "Send the notice before the last day of the opt-out, set that day before `starts:`, and match the register with a table that the pipeline reads (`matched by`)."
  advice sv:  "Skicka informationen före sista dagen för opt-out, sätt den dagen före `starts:` och matcha registret mot en tabell som flödet läser (`matched by`)."
}

"""#),
("gdpr/P017.md", #"""
# P017 Opt-out that does not work

`error` · GDPR.13.3, GDPR.14.4, GDPR.6.4.e · see IMY.SB5

**What.** An opt-out counts only when the group is told and has time to answer, and those who object are left out, all before the first reading step.

**Why.** An inoperative safeguard gives no weight (GDPR 6.4 e), and information comes before the processing (13.3, 14.4).

## Avoid

```lagrum
test "the last day comes after the start" as of 2026-11-21 {
  change Synthesise { starts: 2026-02-01 }
  expect: P017
}
```

## Prefer

```lagrum
test "notice, then time, then the start" as of 2026-11-21 {
  change Synthesise { starts: 2026-03-15 }
  silent: P017
}
```

## Fix

Order the days: `sent:` before the opt-out's last day, and that before `starts:`. Match the register with a table that the pipeline reads.

## På svenska: Opt-out som inte fungerar

**Vad.** En opt-out (möjlighet att säga nej) räknas bara om gruppen informeras och får tid att svara och om de som säger nej sorteras bort, allt före det första steg som läser något.

**Varför.** En skyddsåtgärd som inte fungerar ges ingen vikt (artikel 6.4 e), och informationen ska komma före behandlingen (artiklarna 13.3 och 14.4).

**Rätta.** Ordna dagarna: `sent:` före sista dagen för opt-out, och den dagen före `starts:`. Matcha registret mot en tabell som flödet läser.

"""#),
("gdpr/P018.lagrum", #"""
edition 2026

/// The number of days is policy; that everyone must be reachable, or left out, is not.
rule P018 "Opt-out that is short or out of reach" {
  title sv:   "Opt-out som är kort eller utom räckhåll"
  severity:   warning
  cites:      GDPR.12, GDPR.14.4
  see:        GDPR.R38
  for:        a in activities, o in a.opt_outs, s in o.groups, n in a.notices
  when:       s in n.to
              and (o.until - n.sent < policy.opt_out_at_least
                   or o.unreached is not excluded and not exists h in n.by with h in s.reachable)
  at:         a.opt_outs
  message en: "The opt-out of {a} is weak for {s}: {n} leaves them less than the days that policy asks for, or goes by a channel that does not reach them."
  message sv: "Opt-out i {a} är svag för {s}: {n} ger dem färre dagar än policyn begär, eller går genom en kanal som inte når dem."
  advice en:  "Move the last day, use a channel that reaches them, or write `unreached: excluded`."
  advice sv:  "Flytta sista dagen, använd en kanal som når dem eller skriv `unreached: excluded`."
}

"""#),
("gdpr/P018.md", #"""
# P018 Opt-out that is short or out of reach

`warning` · GDPR.12, GDPR.14.4 · see GDPR.R38

**What.** There are fewer days to answer than policy asks for, or the notice goes by a channel that does not reach the group.

**Why.** Information must reach those it is for (GDPR 12, 14.4). The number of days (30) is policy of the pack and not law; a house pack may set its own.

## Avoid

```lagrum
test "two weeks" as of 2026-11-21 {
  change Synthesise { opt out: Cases.objections until 2026-01-29 for Client, Opponent matched by matters.client_no }
  expect: P018
}
```

## Prefer

```lagrum
test "six weeks" as of 2026-11-21 {
  change Synthesise { opt out: Cases.objections until 2026-02-28 for Client, Opponent matched by matters.client_no }
  silent: P018
}
```

## Fix

Move the last day, use another channel, or exclude those who can't be reached (`unreached: excluded`).

## På svenska: Opt-out som är kort eller utom räckhåll

**Vad.** Gruppen får färre dagar att svara än policyn begär, eller så går informationen genom en kanal som inte når den.

**Varför.** Information måste nå dem som den är till för (artiklarna 12 och 14.4). Antalet dagar (30) är paketets policy och inte lag; ett eget paket får sätta ett annat.

**Rätta.** Flytta sista dagen, använd en annan kanal eller utelämna dem som inte går att nå (`unreached: excluded`).

"""#),
("gdpr/P019.lagrum", #"""
edition 2026

rule P019 "Safeguard counted but not in force" {
  title sv:   "Skyddsåtgärd som räknas men inte gäller"
  severity:   error
  cites:      GDPR.6.4.e, GDPR.24, GDPR.5.2
  for:        a in activities, f in a.safeguards
  when:       not in_place(a, f)
  at:         a.safeguards
  message en: "{a} relies on {f}, which is not in force or which no step of the pipeline carries out; it can't support the weighing."
  message sv: "{a} åberopar {f}, som inte gäller eller som inget steg i flödet utför; den kan inte bära bedömningen."
  advice en:  "Tie it to a step (`safeguard: Pseudonymisation by tokens`), or leave it out of the weighing."
  advice sv:  "Knyt den till ett steg (`safeguard: Pseudonymisation by tokens`), eller lämna den utanför vägningen."
}

"""#),
("gdpr/P019.md", #"""
# P019 Safeguard counted but not in force

`error` · GDPR.6.4.e, GDPR.24, GDPR.5.2

**What.** A safeguard is relied on that is not in operation (planned, being established or retired), or that no step of the pipeline carries out.

**Why.** Only safeguards that exist can weigh (GDPR 6.4 e, 24), and the controller must show them (5.2).

## Avoid

```lagrum
test "a council that is being set up" as of 2026-11-21 {
  change Synthesise { safeguard: HumanReview by "AI council" as BeingEstablished }
  expect: P019 at Synthesise.safeguards
}
```

## Prefer

```lagrum
test "tied to the step that carries it out" as of 2026-11-21 {
  change Synthesise { safeguard: DifferentialPrivacy by synthesiser }
  silent: P019
}
```

## Fix

Tie it to a step with `by`, or leave it out.

## På svenska: Skyddsåtgärd som räknas men inte gäller

**Vad.** En skyddsåtgärd åberopas som bara är planerad, som inte är i bruk eller som inget steg i flödet utför.

**Varför.** Bara skyddsåtgärder som finns kan vägas in (artiklarna 6.4 e och 24), och den personuppgiftsansvarige ska kunna visa dem (artikel 5.2).

**Rätta.** Knyt åtgärden till ett steg med `by`, eller lämna den utanför.

"""#),
("gdpr/P023.lagrum", #"""
edition 2026

define concluded_so(activity a, assessment m) {
  cites:   GDPR.6.4
  says en: "the weighing of some dataset that {a} uses comes out as {m} says"
  says sv: "prövningen mot någon datamängd som {a} använder ger det som {m} säger"
  holds:   exists d in a.uses with m.conclusion == compatibility(a, d)
}

/// The tool supports judgement and does not replace it: a human may conclude otherwise. Both conclusions are kept, and the
/// reader is told that they differ.
rule P023 "A human's conclusion differs from the computed one" {
  title sv:   "En människas slutsats avviker från den beräknade"
  severity:   warning
  cites:      GDPR.6.4, GDPR.5.2
  for:        a in activities, d in a.uses, m in a.assessments
  when:       m is Compatibility and m.conclusion != none and different_purpose(a, d)
              and m.conclusion != compatibility(a, d) and not concluded_so(a, m)
  at:         m.conclusion
  message en: "{m} concludes {m.conclusion} for {a}; weighed against {d}, article 6.4 comes out as {compatibility.conclusion}. Both are kept."
  message sv: "{m} kommer fram till {m.conclusion} för {a}; prövningen enligt artikel 6.4 mot {d} ger {compatibility.conclusion}. Båda bevaras."
  advice en:  "See why with `lagrum explain`: state a fact that is missing or wrong, or keep the assessment with its reason (`because`) and who decided it."
  advice sv:  "Se varför med `lagrum explain`: ange det faktum som saknas eller är fel, eller behåll bedömningen med sitt skäl (`because`) och vem som beslutade."
}

"""#),
("gdpr/P023.md", #"""
# P023 A human's conclusion differs from the computed one

`warning` · GDPR.6.4, GDPR.5.2

**What.** An assessment of kind `Compatibility` states a conclusion that the weighing of article 6.4 gives for none of the datasets that the activity uses.

**Why.** Whoever is responsible may judge otherwise, and must be able to show why (GDPR 5.2). The plan records both conclusions, who concluded, when and on what reason. An assessment never removes an error: what speaks against stands.

## Avoid

```lagrum
test "judged otherwise" as of 2026-11-21 {
  given {
    assessment Weighing is Compatibility {
      of:         Synthesise
      made:       2026-01-05 by "Chief counsel"
      decided:    2026-01-09 by "Anna Ek, managing director"
      conclusion: not_compatible because "the clients were promised that nothing else would be done"
    }
  }
  expect: P023
}
```

## Prefer

```lagrum
test "the same conclusion" as of 2026-11-21 {
  given {
    assessment Weighing is Compatibility {
      of:         Synthesise
      made:       2026-01-05 by "Chief counsel"
      conclusion: compatible_with_conditions because "told in time, and free to say no"
    }
  }
  silent: P023
}
```

## Fix

Read why (`lagrum explain FILE:LINE`), and state the fact that is missing or wrong. If the judgement still differs, keep it with its reason.

## På svenska: En människas slutsats avviker från den beräknade

**Vad.** En bedömning av slaget `Compatibility` har en annan slutsats än den som prövningen enligt artikel 6.4 ger, vilken av behandlingens datamängder den än görs mot.

**Varför.** Den som är ansvarig får göra en annan bedömning, men ska kunna visa varför (artikel 5.2). Planen redovisar båda slutsatserna, vem som gjorde bedömningen, när och av vilket skäl. En bedömning tar aldrig bort ett fel: det som talar emot står kvar.

**Rätta.** Ta reda på varför (`lagrum explain FIL:RAD`), och ange det faktum som saknas eller är fel. Kvarstår skillnaden, behåll bedömningen med sitt skäl.

"""#),
("gdpr/R001.lagrum", #"""
edition 2026

/// Owed whatever the weighing of article 6.4 comes to, also where the purpose is compatible.
rule R001 "New purpose without information first" {
  title sv: "Nytt ändamål utan information i förväg"
  severity: error
  cites:    GDPR.13.3, GDPR.14.4
  see:      IMY.SB5
  for:      a in activities, d in a.uses, s in d.subjects
  when:     different_purpose(a, d) and reads_of(a, d, s)
            and not exists n in a.notices with s in n.to and n.sent != none
  unless told {
    cites: GDPR.13.4
    when:  exists e in a.not_told with e is AlreadyInformed and s in e.groups
  }
  unless effort {
    cites: GDPR.14.5.b
    when:  exists e in a.not_told with e in [Impossible, Disproportionate] and s in e.groups
           and not provided_own_data(s, d)
  }
  unless law {
    cites: GDPR.14.5.c
    when:  exists e in a.not_told with e is LaidDownInLaw and s in e.groups and (exists n in e.under)
           and not provided_own_data(s, d)
  }
  unless secrecy {
    cites: GDPR.14.5.d
    when:  exists e in a.not_told with e is BoundBySecrecy and s in e.groups and (exists n in e.under)
           and not provided_own_data(s, d)
  }
  at:         a.notices
  message en: "{s} must be told of the purpose {a.purpose} before {a} begins, and no notice to them is sent."
  message sv: "{s} ska få veta ändamålet {a.purpose} innan {a} börjar, och ingen information till dem är skickad."
  advice en:  "Add a `notice` to them under GDPR.13.3, or under GDPR.14.4 where they did not give the data themselves, sent before `starts:`."
  advice sv:  "Lägg till en `notice` till dem enligt GDPR.13.3, eller enligt GDPR.14.4 om de inte själva har lämnat uppgifterna, skickad före `starts:`."
}

"""#),
("gdpr/R001.md", #"""
# R001 New purpose without information first

`error` · GDPR.13.3, GDPR.14.4 · see IMY.SB5

**What.** A group whose data are used for a new purpose is not told before it begins. Owed whatever the weighing comes to.

**Why.** GDPR 13.3 and 14.4. The exceptions are that the person already knows (13.4, 14.5 a) and, for data from elsewhere only, the other points of 14.5.

## Avoid

```lagrum
test "the opponents are not told" as of 2026-11-21 {
  change Synthesise { notice: ClientNotice }
  expect: R001
}
```

## Prefer

```lagrum
test "both groups are told" as of 2026-11-21 {
  change Synthesise { notice: ClientNotice, OpponentNotice }
  silent: R001
}
```

## Fix

Add a `notice` to the group, sent before `starts:`. For an exception write `not told: … for …`.

## På svenska: Nytt ändamål utan information i förväg

**Vad.** En grupp vars uppgifter används för ett nytt ändamål informeras inte innan behandlingen börjar. Informationen ska ges vad prövningen än leder till, även när ändamålet är förenligt.

**Varför.** Det följer av artiklarna 13.3 och 14.4. Undantag gäller om den registrerade redan har informationen (artiklarna 13.4 och 14.5 a) och, bara för uppgifter som kommer från någon annan, i de övriga fallen i artikel 14.5.

**Rätta.** Lägg till en `notice` till gruppen, skickad före `starts:`. För ett undantag, skriv `not told: … for …`.

"""#),
("gdpr/R002.lagrum", #"""
edition 2026

rule R002 "Information after processing has begun" {
  title sv:   "Information efter att behandlingen har börjat"
  severity:   error
  cites:      GDPR.13.3, GDPR.14.4
  for:        a in activities, n in a.notices, s in n.to
  when:       (exists d in a.uses with s in d.subjects and different_purpose(a, d) and reads_of(a, d, s))
              and n.sent >= a.first_reading
              and not exists m in a.notices with s in m.to and m.sent < a.first_reading
  at:         n.sent
  message en: "{n} reaches {s} on {n.sent}, but {a} begins to read their data on {a.first_reading}. Information on a new purpose comes first."
  message sv: "{n} når {s} den {n.sent}, men {a} börjar läsa deras uppgifter den {a.first_reading}. Information om ett nytt ändamål ska komma först."
  advice en:  "Send it earlier, or let the activity start later."
  advice sv:  "Skicka den tidigare, eller låt behandlingen börja senare."
}

"""#),
("gdpr/R002.md", #"""
# R002 Information after processing has begun

`error` · GDPR.13.3, GDPR.14.4

**What.** The notice reaches the group after their data have begun to be read.

**Why.** GDPR 13.3 and 14.4 ask for information before the further processing.

## Avoid

```lagrum
test "sent after the start" as of 2026-11-21 {
  change ClientNotice { sent: 2026-04-01 by Letter }
  expect: R002
}
```

## Prefer

```lagrum
test "sent before the start" as of 2026-11-21 {
  change ClientNotice { sent: 2026-01-15 by Letter }
  silent: R002
}
```

## Fix

Send it earlier, or start later.

## På svenska: Information efter att behandlingen har börjat

**Vad.** Informationen når gruppen efter att dess uppgifter har börjat läsas.

**Varför.** Artiklarna 13.3 och 14.4 kräver att informationen ges före vidarebehandlingen.

**Rätta.** Skicka informationen tidigare, eller låt behandlingen börja senare.

"""#),
("gdpr/R003.lagrum", #"""
edition 2026

/// The points that articles 13.2 and 14.2 ask for, as far as the activity makes them relevant.
define notice_complete(activity a, notice n) {
  cites: GDPR.13.2, GDPR.14.2
  part purpose {
    says en: "the purpose and its legal basis"
    says sv: "ändamålet och den rättsliga grunden"
    holds:   exists i in n.tells with i is Purpose
  }
  part retention {
    says en: "how long the data are kept"
    says sv: "hur länge uppgifterna sparas"
    holds:   exists i in n.tells with i is Retention
  }
  part rights {
    says en: "the rights of the person"
    says sv: "den registrerades rättigheter"
    holds:   exists i in n.tells with i is Rights
  }
  part objection {
    cites:   GDPR.21
    says en: "the right to object"
    says sv: "rätten att göra invändningar"
    holds:   not (exists b in a.basis with b in [LegitimateInterest, PublicTask])
             or exists i in n.tells with i is Objection
  }
  part withdrawal {
    cites:   GDPR.7
    says en: "the right to withdraw consent"
    says sv: "rätten att återkalla samtycket"
    holds:   not (exists b in a.basis with b is Consent) or exists i in n.tells with i is Withdrawal
  }
  part complaint {
    says en: "the right to complain to the supervisory authority"
    says sv: "rätten att klaga hos tillsynsmyndigheten"
    holds:   exists i in n.tells with i is Complaint
  }
  part source {
    cites:   GDPR.14.2
    says en: "where the data come from"
    says sv: "varifrån uppgifterna kommer"
    holds:   not (exists s in n.to with from_elsewhere(a, s)) or exists i in n.tells with i is Source
  }
  part automated {
    cites:   GDPR.22
    says en: "that decisions are automated, and their logic"
    says sv: "att beslut är automatiserade, och deras logik"
    holds:   not (exists l in a.automated_under) or exists i in n.tells with i is Automated
  }
}

rule R003 "Information that is not complete" {
  title sv:   "Information som inte är fullständig"
  severity:   warning
  cites:      GDPR.13, GDPR.14, GDPR.12
  for:        a in activities, n in a.notices
  when:       not notice_complete(a, n)
  at:         n.tells
  message en: "{n} does not tell {failed(notice_complete)}."
  message sv: "{n} berättar inte {failed(notice_complete)}."
  advice en:  "Add it to the text, and to `tells:`."
  advice sv:  "Lägg till det i texten och i `tells:`."
}

"""#),
("gdpr/R003.md", #"""
# R003 Information that is not complete

`warning` · GDPR.13, GDPR.14, GDPR.12

**What.** A notice lacks a point that articles 13.1–2 and 14.1–2 ask for, as far as the activity makes it relevant.

**Why.** Whoever does not know what happens to the data can neither object nor complain (GDPR 5.1 a). The points: purpose and basis, storage, rights, complaint; objection where the basis is e or f; withdrawal where it is consent; the source where the data come from elsewhere; the logic of automated decisions.

## Avoid

```lagrum
test "no right to complain" as of 2026-11-21 {
  change ClientNotice { tells: Purpose, Retention, Rights, Objection }
  expect: R003
}
```

## Prefer

```lagrum
test "all points" as of 2026-11-21 {
  change ClientNotice { tells: Purpose, Retention, Rights, Objection, Complaint }
  silent: R003
}
```

## Fix

Add the point to the text, and to `tells:`.

## På svenska: Information som inte är fullständig

**Vad.** Informationen saknar en punkt som artiklarna 13.2 och 14.2 kräver, i den mån behandlingen gör punkten relevant.

**Varför.** Den registrerade ska få veta ändamålet och den rättsliga grunden, lagringstiden, sina rättigheter och rätten att klaga hos tillsynsmyndigheten; dessutom rätten att göra invändningar när grunden är artikel 6.1 e eller f; rätten att återkalla samtycket när grunden är samtycke; källan när uppgifterna kommer från någon annan; och logiken bakom automatiserade beslut.

**Rätta.** Lägg till punkten i texten och i `tells:`.

"""#),
("gdpr/R004.lagrum", #"""
edition 2026

/// A group that gave some of the data itself is told under article 13; one that gave none is told under article 14.
rule R004 "Wrong article for data from elsewhere" {
  title sv:   "Fel artikel för uppgifter från någon annan"
  severity:   error
  cites:      GDPR.14, GDPR.14.4
  for:        a in activities, n in a.notices, s in n.to
  when:       n.under is GDPR.13 and from_elsewhere(a, s)
  at:         n.under
  message en: "{n} is given to {s} under {n.under}, but they did not give the data themselves: article 14 applies, with the source."
  message sv: "{n} ges till {s} enligt {n.under}, men de har inte själva lämnat uppgifterna: artikel 14 gäller, med källan."
  advice en:  "Write a notice of its own to them, `under: GDPR.14.4`, that also tells `Source`."
  advice sv:  "Skriv en egen information till dem, `under: GDPR.14.4`, som också berättar `Source`."
}

"""#),
("gdpr/R004.md", #"""
# R004 Wrong article for data from elsewhere

`error` · GDPR.14, GDPR.14.4

**What.** A group that gave none of the data is told under article 13.

**Why.** Article 14 applies to data that do not come from the person, with the source as a point of its own (14.2 f, 14.4).

## Avoid

```lagrum
test "opponents under article 13" as of 2026-11-21 {
  change OpponentNotice { under: GDPR.13.3 }
  expect: R004
}
```

## Prefer

```lagrum
test "under article 14" as of 2026-11-21 {
  change OpponentNotice { under: GDPR.14.4 }
  silent: R004
}
```

## Fix

Write them a notice of their own, `under: GDPR.14.4`, that also tells `Source`.

## På svenska: Fel artikel för uppgifter från någon annan

**Vad.** En grupp som inte har lämnat någon av uppgifterna själv informeras enligt artikel 13.

**Varför.** Artikel 14 gäller för uppgifter som inte kommer från den registrerade, med källan som en egen punkt (artiklarna 14.2 f och 14.4).

**Rätta.** Skriv en egen information till gruppen, `under: GDPR.14.4`, som också anger källan (`Source`).

"""#),
("gdpr/S001.lagrum", #"""
edition 2026

rule S001 "Special category without an exception" {
  title sv: "Känsliga uppgifter utan undantag"
  severity: error
  cites:    GDPR.9.1, GDPR.9.2
  see:      CJEU.C184.20
  for:      a in activities, d in a.uses, k in kinds_of(SpecialCategory)
  when:     personal(d) and (exists c in first_read(a, d) with c.category is k)
            and not exists g in a.article9 with k in g.categories
  unless collected {
    cites: GDPR.9.2
    when:  same(a.purpose, d.purposes) and exists g in d.article9 with k in g.categories
  }
  at:         a.article9
  message en: "{a} reads {k} in {d}, but states no exception of article 9.2 for {a.purpose}. That the purpose is compatible does not replace it."
  message sv: "{a} läser {k} i {d}, men anger inget undantag i artikel 9.2 för {a.purpose}. Att ändamålet är förenligt ersätter inte undantaget."
  advice en:  "Leave the columns out of the pipeline, or state the exception on the activity: `article 9: … for …`."
  advice sv:  "Lämna kolumnerna utanför flödet, eller ange undantaget på behandlingen: `article 9: … for …`."
}

"""#),
("gdpr/S001.md", #"""
# S001 Special category without an exception

`error` · GDPR.9.1, GDPR.9.2 · see CJEU.C184.20

**What.** Special categories of data are read, and no exception of article 9.2 is stated for this purpose.

**Why.** GDPR 9.1 forbids the processing unless an exception of 9.2 applies to it. That the purpose is compatible does not replace the exception, and the one that covered the collection covers that purpose only.

## Avoid

```lagrum
test "health is read" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, ill, settled }
  expect: S001
}
```

## Prefer

```lagrum
test "the column is not read" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, settled }
  silent: S001
}
```

## Fix

Leave the columns out: what no step names is not read. Or state the exception: `article 9: … for Health`.

## På svenska: Känsliga uppgifter utan undantag

**Vad.** Känsliga personuppgifter läses, och inget undantag i artikel 9.2 är angivet för just detta ändamål.

**Varför.** Artikel 9.1 förbjuder behandlingen, om inte ett undantag i artikel 9.2 är tillämpligt på den. Att ändamålet är förenligt ersätter inte undantaget, och det undantag som täckte insamlingen täcker bara insamlingsändamålet.

**Rätta.** Lämna kolumnerna utanför flödet: det som inget steg nämner läses inte. Eller ange undantaget: `article 9: … for Health`.

"""#),
("gdpr/S002.lagrum", #"""
edition 2026

rule S002 "Exception that needs law" {
  title sv:   "Undantag som kräver stöd i lag"
  severity:   error
  cites:      GDPR.9.2
  see:        DSKL.3.2, DSKL.3.3, DSKL.3.5, DSKL.3.6, DSKL.3.7
  for:        a in activities, g in a.article9
  when:       g in [
    SocialLaw, SubstantialPublicInterest, HealthAndSocialCare, PublicHealth, ArchivingResearchStatistics]
              and not exists n in g.under with n is not GDPR.9.2
  at:         a.article9
  message en: "{a} rests on {g}, which works only together with law, and names none."
  message sv: "{a} vilar på {g}, som gäller bara tillsammans med stöd i rätten, och anger inget sådant."
  advice en:  "Name the provision: `under DSKL.3.2`, `DSKL.3.3`, `DSKL.3.5`, `DSKL.3.6`, `DSKL.3.7` or a special act."
  advice sv:  "Ange bestämmelsen: `under DSKL.3.2`, `DSKL.3.3`, `DSKL.3.5`, `DSKL.3.6`, `DSKL.3.7` eller en särskild lag."
}

"""#),
("gdpr/S002.md", #"""
# S002 Exception that needs law

`error` · GDPR.9.2 · see DSKL.3.2, DSKL.3.3, DSKL.3.5, DSKL.3.6, DSKL.3.7

**What.** An exception is stated that works only together with law, and no law is named.

**Why.** Points b, g, h, i and j of GDPR 9.2 need Union or national law; in Sweden above all 3 kap. 2, 3, 5, 6 and 7 §§ of the act 2018:218.

## Avoid

```lagrum
test "social law without the law" as of 2026-11-21 {
  change Synthesise { article 9: SocialLaw for Health }
  expect: S002
}
```

## Prefer

```lagrum
test "with the provision" as of 2026-11-21 {
  change Synthesise { article 9: SocialLaw for Health under DSKL.3.2 }
  silent: S002
}
```

## Fix

Name the provision with `under`.

## På svenska: Undantag som kräver stöd i lag

**Vad.** Ett undantag åberopas som gäller bara tillsammans med stöd i rätten, men ingen bestämmelse är angiven.

**Varför.** Artikel 9.2 b, g, h, i och j förutsätter stöd i unionsrätten eller i nationell rätt, i Sverige framför allt 3 kap. 2, 3, 5, 6 och 7 §§ lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning.

**Rätta.** Ange bestämmelsen med `under`.

"""#),
("gdpr/S003.lagrum", #"""
edition 2026

/// An exception belongs to a purpose. Legal claims are handled in the case; that a model was once trained on cases is no claim.
rule S003 "Exception that does not fit the purpose" {
  title sv:   "Undantag som inte passar ändamålet"
  severity:   error
  cites:      GDPR.9.2
  for:        a in activities, g in a.article9
  when:       g is LegalClaims and a.purpose is not CaseHandling
              or g is HealthAndSocialCare and a.purpose is not CareProvision
              or g is SubstantialPublicInterest and a.controller.kind != authority
                 and (not exists n in g.under with n is not GDPR.9.2)
              or g is ArchivingResearchStatistics and a.exemption == none
              or g is ExplicitConsent and (not exists b in a.basis with b is Consent) and a.override is not Consent
  at:         a.article9
  message en: "{a} rests on {g}, but that exception does not cover {a.purpose}."
  message sv: "{a} vilar på {g}, men det undantaget täcker inte {a.purpose}."
  advice en:  "State an exception that fits, or leave the special categories out of the pipeline."
  advice sv:  "Ange ett undantag som passar, eller lämna de känsliga uppgifterna utanför flödet."
}

"""#),
("gdpr/S003.md", #"""
# S003 Exception that does not fit the purpose

`error` · GDPR.9.2

**What.** An exception of article 9.2 is stated that belongs to another kind of purpose.

**Why.** Each exception covers what it is for: legal claims cover handling the claim, care covers care, archiving, research and statistics presuppose 89.1, explicit consent a consent, and substantial public interest a law or an authority.

## Avoid

```lagrum
test "legal claims for a model" as of 2026-11-21 {
  change Synthesise { article 9: LegalClaims for Health }
  expect: S003
}
```

## Prefer

```lagrum
test "no exception where none is needed" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, settled }
  silent: S003
}
```

## Fix

State an exception that fits, or leave the special categories out.

## På svenska: Undantag som inte passar ändamålet

**Vad.** Ett undantag i artikel 9.2 är angivet som hör till ett annat slags ändamål.

**Varför.** Varje undantag täcker det som det är till för: undantaget för rättsliga anspråk täcker handläggningen av anspråket, inte en modell av ärenden; undantaget för vård täcker vård; undantaget för statistik och forskning förutsätter artikel 89.1; uttryckligt samtycke förutsätter ett samtycke.

**Rätta.** Ange ett undantag som passar, eller lämna de känsliga uppgifterna utanför flödet.

"""#),
("gdpr/S004.lagrum", #"""
edition 2026

rule S004 "Offence data without support" {
  title sv: "Uppgifter om lagöverträdelser utan stöd"
  severity: error
  cites:    GDPR.10, DSKL.3.8
  see:      DSKL.3.9, DSKF.5
  for:      a in activities, d in a.uses
  when:     personal(d) and a.controller.kind != authority
            and (exists c in first_read(a, d) with c.category is CriminalOffence)
            and not exists g in a.article10 with g is not LegalClaims or a.purpose is CaseHandling
  unless collected {
    cites: GDPR.10
    when:  same(a.purpose, d.purposes) and exists g in d.article10
  }
  at:         a.article10
  message en: "{a.controller} is not an authority, and {a} reads data on offences in {d} without support for {a.purpose}: legal claims, a legal duty, or a rule of the supervisory authority."
  message sv: "{a.controller} är inte en myndighet, och {a} läser uppgifter om lagöverträdelser i {d} utan stöd för {a.purpose}: rättsliga anspråk, en rättslig förpliktelse eller en föreskrift från tillsynsmyndigheten."
  advice en:  "Leave the columns out of the pipeline, or state the support: `article 10: … for CriminalOffence`."
  advice sv:  "Lämna kolumnerna utanför flödet, eller ange stödet: `article 10: … for CriminalOffence`."
}

"""#),
("gdpr/S004.md", #"""
# S004 Offence data without support

`error` · GDPR.10, DSKL.3.8 · see DSKL.3.9, DSKF.5

**What.** A controller that is no authority reads data on offences without support for this purpose.

**Why.** GDPR 10 and the act 2018:218, 3 kap. 8 §. Others than authorities may process such data for legal claims or a legal duty (ordinance 2018:219, 5 §), by a rule or a decision of IMY, or under the rules on archives; 3 kap. 9 § empowers and is no support in itself.

## Avoid

```lagrum
test "convictions are read" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, convicted, settled }
  expect: S004
}
```

## Prefer

```lagrum
test "the column is not read" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, settled }
  silent: S004
}
```

## Fix

Leave the columns out, or state the support: `article 10: … for CriminalOffence`.

## På svenska: Uppgifter om lagöverträdelser utan stöd

**Vad.** En personuppgiftsansvarig som inte är en myndighet läser uppgifter om lagöverträdelser utan stöd för detta ändamål.

**Varför.** Det följer av artikel 10 och 3 kap. 8 § lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning att stöd krävs. Andra än myndigheter får behandla sådana uppgifter för rättsliga anspråk eller för en rättslig förpliktelse (5 § förordningen 2018:219; bör kontrolleras) eller med stöd av en föreskrift från IMY. 3 kap. 9 § lagen ger ett bemyndigande och är inget stöd i sig.

**Rätta.** Lämna kolumnerna utanför flödet, eller ange stödet: `article 10: … for CriminalOffence`.

"""#),
("gdpr/S010.lagrum", #"""
edition 2026

define child_informed(activity a, subject s) {
  cites:   GDPR.12, GDPR.R38
  says en: "{s} are told by guardians, or in a way made for children"
  says sv: "{s} informeras genom vårdnadshavare eller på ett sätt som är anpassat för barn"
  holds:   exists n in a.notices with s in n.to
           and (n.through is Guardian or s.through is Guardian or s in n.adapted_for)
}

rule S010 "Children without safeguards of their own" {
  title sv:   "Barn utan egna skyddsåtgärder"
  severity:   warning
  cites:      GDPR.R38, GDPR.12
  for:        a in activities, d in a.uses, s in d.subjects
  when:       different_purpose(a, d) and child(s) and reads_of(a, d, s) and not child_informed(a, s)
  at:         a.notices
  message en: "{a} reads data on {s}, who are children, and nothing is done for them: no information by guardians or made for children, and they are not left out."
  message sv: "{a} läser uppgifter om {s}, som är barn, och inget görs för dem: ingen information genom vårdnadshavare eller anpassad för barn, och de lämnas inte utanför."
  advice en:  "Inform through guardians (`to: … through Guardian`), adapt the text (`adapted for:`), or leave the children's columns out. In a dispute between guardians, one of them can't silence the other's objection or the child's."
  advice sv:  "Informera genom vårdnadshavare (`to: … through Guardian`), anpassa texten (`adapted for:`) eller lämna barnens kolumner utanför. I en tvist mellan vårdnadshavare får den ena inte åsidosätta den andras eller barnets invändning."
}

"""#),
("gdpr/S010.md", #"""
# S010 Children without safeguards of their own

`warning` · GDPR.R38, GDPR.12

**What.** Data on children are read for a new purpose, and nothing is done for the children.

**Why.** Children merit specific protection (GDPR recital 38), and information to them must be made for them (12). Through guardians, adapted, or leave them out. In a dispute between guardians, one of them can't silence the other's objection or the child's.

## Avoid

```lagrum
test "the number of children is read" as of 2026-11-21 {
  change Synthesise.kept { keep: days, hearings, fee, children, settled }
  expect: S010
}
```

## Prefer

```lagrum
test "the guardians are told" as of 2026-11-21 {
  change Synthesise { notice: ClientNotice, OpponentNotice, GuardianNotice }
  change Synthesise.kept { keep: days, hearings, fee, children, settled }
  silent: S010
}
```

## Fix

`to: … through Guardian`, `adapted for:`, or drop the children's columns.

## På svenska: Barn utan egna skyddsåtgärder

**Vad.** Uppgifter om barn läses för ett nytt ändamål, och inget görs för barnen.

**Varför.** Barns personuppgifter förtjänar särskilt skydd (skäl 38), och information till barn ska utformas för dem (artikel 12). Informera genom vårdnadshavarna, anpassa informationen eller lämna barnen utanför. I en tvist mellan vårdnadshavare får den ena inte åsidosätta den andras eller barnets invändning.

**Rätta.** Skriv `to: … through Guardian` eller `adapted for:`, eller lämna barnens kolumner utanför flödet.

"""#),
("gdpr/compatibility.lagrum", #"""
edition 2026

/// Article 6.4, for each group of data subjects; the worst group decides for the activity. The five factors are weighed as
/// IMY weighs them (IMY-2025-23536). The columns `ordinary` and `some`, a weak link and measures against individuals are our
/// extension of that report, and say so here.
///
/// Not settled here, and never hidden by a favourable conclusion: the legal basis (6.1), special categories (S001), offences
/// (S004), secrecy, the AI Act, and whether the result is anonymous (D001).
decision compatibility(activity a, dataset d, subject s) {
  cites:        GDPR.5.1.b, GDPR.6.4, GDPR.R50
  see:          IMY.SB5, CJEU.C77.21
  title en:     "compatibility with the purpose of collection"
  title sv:     "förenlighet med insamlingsändamålet"
  each:         s in d.subjects
  worst of:     compatible, compatible_with_conditions, not_compatible
  undetermined: P003

  factor link {
    cites:           GDPR.6.4.a
    see:             CJEU.C77.21
    title en:        "link"
    title sv:        "koppling"
    title natural en: "natural"
    title natural sv: "naturlig"
    title weak en: "weak"
    title weak sv: "svag"
    title no_link en: "none"
    title no_link sv: "ingen"
    against:         weak, no_link
    says weak en:    "the new purpose serves the old one only through another"
    says weak sv:    "det nya ändamålet tjänar det gamla bara genom ett annat"
    says no_link en: "nothing links the new purpose to the one that the data were collected for"
    says no_link sv: "inget kopplar det nya ändamålet till det som uppgifterna samlades in för"
    natural when serves_directly(a.purpose, d.purposes)
    weak    when serves_indirectly(a.purpose, d.purposes)
    no_link otherwise
  }
  factor context {
    cites:           GDPR.6.4.b, GDPR.R50
    title en:        "context"
    title sv:        "sammanhang"
    title adverse en: "speaks against"
    title adverse sv: "talar emot"
    title neutral en: "neutral"
    title neutral sv: "neutralt"
    against:         adverse
    says adverse en: "{s} have reason to count on confidence or special care"
    says adverse sv: "{s} har skäl att räkna med förtrolighet eller särskild aktsamhet"
    adverse when confidential(d) or s.expectation is Heightened or not provided_own_data(s, d) or s.dependent
    neutral otherwise
  }
  factor nature {
    cites:          GDPR.6.4.c
    see:            GDPR.R38
    title en:       "nature of the data"
    title sv:       "uppgifternas art"
    title strong en: "sensitive"
    title strong sv: "känsliga"
    title slight en: "close to private life"
    title slight sv: "privatlivsnära"
    title neutral en: "ordinary"
    title neutral sv: "vanliga"
    against:        strong, slight
    says strong en: "the data read of {s} are of a kind that calls for most care"
    says strong sv: "de uppgifter som läses om {s} är av ett slag som kräver störst varsamhet"
    says slight en: "the data read of {s} lie close to private life"
    says slight sv: "de uppgifter som läses om {s} ligger nära privatlivet"
    strong  when reads_protected(a, d, s) or private_kinds(a, d, s) >= 2
                 or private_kinds(a, d, s) >= 1 and child(s)
    slight  when private_kinds(a, d, s) >= 1 or child(s)
    neutral otherwise
  }
  factor consequences {
    cites:              GDPR.6.4.d
    title en:           "consequences"
    title sv:           "konsekvenser"
    title individual en: "for individuals"
    title individual sv: "för enskilda"
    title model en: "a model or personal data"
    title model sv: "en modell eller personuppgifter"
    title anonymous en: "anonymous"
    title anonymous sv: "anonyma"
    against:            individual, model
    says individual en: "the result is used towards individual persons"
    says individual sv: "resultatet används mot enskilda personer"
    says model en:      "what comes out is still personal data, or a model of personal data"
    says model sv:      "det som kommer ut är fortfarande personuppgifter eller en modell av personuppgifter"
    individual when a.acts_on_persons
    model      when exists t in a.steps with t.verb == train and exists r in t.personal_inputs
    anonymous  when exists o in a.outputs and every o in a.outputs with anonymous_output(a, o)
    model      otherwise
  }
  factor safeguards {
    cites:           GDPR.6.4.e
    title en:        "safeguards"
    title sv:        "skyddsåtgärder"
    title opt_out en: "a real choice to opt out"
    title opt_out sv: "verklig möjlighet att välja bort"
    title other en: "others that outweigh"
    title other sv: "andra som uppväger"
    title lacking en: "lacking"
    title lacking sv: "saknas"
    against:         lacking
    says lacking en: "{s} can't opt out before {a} begins, and nothing else that is in force outweighs that"
    says lacking sv: "{s} kan inte välja bort {a} innan den börjar, och inget annat som gäller uppväger det"
    opt_out when opt_out_effective(a, s)
    other   when equivalent_safeguards(a) or pseudonymised(a)
    lacking otherwise
  }
  factor circumstances {
    cites:    GDPR.R50
    see:      IMY.SB5
    title en: "special circumstances"
    title sv: "särskilda omständigheter"
    title strong en: "strong"
    title strong sv: "starka"
    title some en: "some"
    title some sv: "vissa"
    title ordinary en: "none"
    title ordinary sv: "inga"
    strong   when context is adverse and nature is strong
    some     when context is adverse or nature in [strong, slight]
    ordinary otherwise
  }
  /// A weak link is read one column to the right.
  factor weight {
    see:      IMY.SB5
    title en: "weight against"
    title sv: "tyngd emot"
    title low en: "low"
    title low sv: "låg"
    title middle en: "middle"
    title middle sv: "medel"
    title high en: "high"
    title high sv: "hög"
    title too_high en: "too high"
    title too_high sv: "för hög"
    low      when link is natural and circumstances is ordinary
    middle   when link is natural and circumstances is some or link is weak and circumstances is ordinary
    high     when link is natural and circumstances is strong or link is weak and circumstances is some
    too_high otherwise
  }

  says out_of_scope en:               "outside the Regulation: no personal data is read"
  says out_of_scope sv:               "utanför förordningen: inga personuppgifter läses"
  says same_purpose en:               "the purpose of collection"
  says same_purpose sv:               "insamlingsändamålet"
  says lawful_by_consent en:          "lawful by consent"
  says lawful_by_consent sv:          "lagligt genom samtycke"
  says lawful_by_law en:              "lawful by law"
  says lawful_by_law sv:              "lagligt genom lag"
  says presumed_5_1_b en:             "presumed compatible under article 5.1 (b)"
  says presumed_5_1_b sv:             "presumeras förenligt enligt artikel 5.1 b"
  says compatible en:                 "compatible"
  says compatible sv:                 "förenligt"
  says compatible_with_conditions en: "compatible with conditions"
  says compatible_with_conditions sv: "förenligt med villkor"
  says not_compatible en:             "not compatible"
  says not_compatible sv:             "inte förenligt"

  // Steps 0–3: what makes the test unnecessary.
  conclude out_of_scope               when not personal(d) or not reads_of(a, d, s)
  conclude same_purpose               when same(a.purpose, d.purposes)
  conclude lawful_by_consent          when a.override is Consent and consent_complete(a, s)
  conclude lawful_by_law              when a.override is Law and law_allows(a)
  conclude presumed_5_1_b             when a.exemption is Statistics and statistics_test(a) and article_89(a)
  conclude presumed_5_1_b             when a.exemption in [Research, Archiving] and exemption_ready(a) and article_89(a)
  // Steps 4–7: the table.
  conclude not_compatible             when weight is too_high
  conclude compatible                 when consequences is anonymous and weight in [low, middle]
  conclude compatible                 when consequences is model and weight is low
  conclude compatible_with_conditions when consequences is anonymous and weight is high and opt_out_or_equivalent(a, s)
           needs informed_before_start(a, s), opt_out_or_equivalent(a, s)
  conclude compatible_with_conditions when consequences is model and weight is middle
                                           and (opt_out_effective(a, s) or pseudonymised(a))
           needs informed_before_start(a, s)
  conclude compatible_with_conditions when consequences is model and weight is high and opt_out_effective(a, s)
           needs informed_before_start(a, s), opt_out_effective(a, s)
  conclude compatible_with_conditions when consequences is individual and weight is low
           needs informed_before_start(a, s)
  otherwise not_compatible
}

"""#),
("gdpr/definitions.lagrum", #"""
edition 2026

// What the decision and the rules of this pack have in common. A definition says what it holds, and never more than its norm.

/// A purpose that the data were not collected for. Where no purpose of collection is stated, P002 asks for it and nothing
/// is said here.
define different_purpose(activity a, dataset d) {
  cites:   GDPR.5.1.b, GDPR.6.4
  says en: "{a} has another purpose than the one {d} was collected for"
  says sv: "{a} har ett annat ändamål än det som {d} samlades in för"
  holds:   personal(d) and exists p in d.purposes and not same(a.purpose, d.purposes)
}

// ---- What is read (6.4 c)

/// Text as someone wrote it may hold anything: reading it is reading the whole dataset.
define reads_free_text(activity a, dataset d) {
  cites:   GDPR.6.4.c
  says en: "{a} reads free text of {d}"
  says sv: "{a} läser fri text i {d}"
  holds:   exists c in first_read(a, d) with c.category is FreeText
}
define protected(column c) {
  cites:   GDPR.9.1, GDPR.10
  says en: "{c} is a special category of data or an offence"
  says sv: "{c} är en känslig uppgift eller en lagöverträdelse"
  holds:   c.category is SpecialCategory or c.category is CriminalOffence
}
/// Special categories or offences of this group, as far as they are read. Columns that no step names are not read.
define reads_protected(activity a, dataset d, subject s) {
  cites:   GDPR.6.4.c, GDPR.9.1, GDPR.10
  says en: "{a} reads special categories of data or offences of {s}"
  says sv: "{a} läser känsliga uppgifter eller lagöverträdelser om {s}"
  holds:   (exists c in first_read(a, d) with s in c.subjects and protected(c))
           or reads_free_text(a, d) and exists c in d.columns with s in c.subjects and protected(c)
}
define reads_kind(activity a, dataset d, subject s, category k) {
  cites:   GDPR.6.4.c
  says en: "{a} reads {k} of {s}"
  says sv: "{a} läser {k} om {s}"
  holds:   (exists c in first_read(a, d) with s in c.subjects and c.category is k)
           or reads_free_text(a, d) and exists c in d.columns with s in c.subjects and c.category is k
}
/// Anything at all of this group. A group of which nothing is read is not processed, whatever else its dataset holds.
define reads_of(activity a, dataset d, subject s) {
  cites:   GDPR.4.1
  says en: "{a} reads data on {s}"
  says sv: "{a} läser uppgifter om {s}"
  holds:   (exists c in first_read(a, d) with s in c.subjects) or reads_free_text(a, d)
}
define child(subject s) {
  cites:   GDPR.R38
  says en: "{s} are children"
  says sv: "{s} är barn"
  holds:   s is Child or s.minor
}
/// How many of the two kinds that lie close to private life are read; children's data come as a third.
define private_kinds(activity a, dataset d, subject s) {
  cites:   GDPR.6.4.c, GDPR.R38
  says en: "how many kinds close to private life {a} reads of {s}"
  says sv: "hur många slag nära privatlivet som {a} läser om {s}"
  gives:   count k in [Economy, PrivacySensitive] with reads_kind(a, d, s, k)
}

// ---- Context and expectations (6.4 b)

/// Inside the duty of confidence of a lawyer, a carer or an authority.
define confidential(dataset d) {
  cites:   GDPR.6.4.b, GDPR.R50
  says en: "{d} was given in confidence"
  says sv: "{d} lämnades i förtroende"
  holds:   d.context is Confidential or d.confidentiality in [Professional, Statutory]
}
/// The group gave none of the data that the activity uses.
define from_elsewhere(activity a, subject s) {
  cites:   GDPR.14
  says en: "{s} did not give the data themselves"
  says sv: "{s} har inte själva lämnat uppgifterna"
  holds:   (exists d in a.uses with s in d.subjects)
           and not exists e in a.uses with s in e.subjects and provided_own_data(s, e)
}

// ---- Outputs (6.4 d)

/// A gate with a limit for each way to leak, that it has not failed. Pending counts as required. A limit on likeness alone limits
/// no leak, and a limit on one way to leak leaves the others open.
define leakage_gate(gate g) {
  cites:   GDPR.R26
  see:     WP29.0514
  says en: "{g} sets limits on what may leak"
  says sv: "{g} sätter gränser för vad som får läcka"
  holds:   (exists k in g.limited with k == singling_out) and (exists k in g.limited with k == linkability)
           and (exists k in g.limited with k == inference) and g.result is not failed
}
define gated(activity a, relation o) {
  cites:   GDPR.R26
  says en: "{o} must pass a gate"
  says sv: "{o} måste uppfylla ett krav"
  holds:   exists g in a.gates with g.of reaches o and leakage_gate(g)
}
/// Not on persons when it leaves the run: groups, synthetic data behind a gate, or a model of such data.
define anonymous_output(activity a, relation o) {
  cites:   GDPR.6.4.d, GDPR.R26
  see:     IMY.SB5
  says en: "{o} may be assumed anonymous"
  says sv: "{o} kan antas vara anonym"
  holds:   o.state in [Aggregated, Anonymous]
           or o.state is Synthetic and gated(a, o)
           or o.state is Model
              and (o.trained_on in [Aggregated, Anonymous] or o.trained_on is Synthetic and gated(a, o))
}

// ---- Safeguards (6.4 e)

/// Told, then time to answer, then removed, all before the first reading step, for this group.
define opt_out_effective(activity a, subject s) {
  cites:   GDPR.13.3, GDPR.14.4, GDPR.6.4.e
  see:     IMY.SB5
  says en: "{s} can opt out before {a} begins"
  says sv: "{s} kan välja bort {a} innan den börjar"
  holds:   exists n in a.notices with s in n.to
           and exists o in a.opt_outs with s in o.groups and n.sent < o.until and o.until < a.first_reading
               and o.filtered
}
/// A named person has decided that other safeguards protect as well as an opt-out. IMY names opt-out as an example.
define equivalent_safeguards(activity a) {
  cites:   GDPR.6.4.e, GDPR.5.2
  says en: "a named person has decided that other safeguards protect as well"
  says sv: "en namngiven person har beslutat att andra skyddsåtgärder skyddar lika väl"
  holds:   exists m in a.assessments with m is Equivalence and m.decided <= today and m.decided_by != none
}
/// Identifiers are replaced before anything is learnt.
define pseudonymised(activity a) {
  cites:   GDPR.4.5, GDPR.6.4.e
  see:     EDPB.01.2025
  says en: "the data are pseudonymised before anything is learnt"
  says sv: "uppgifterna pseudonymiseras innan något tränas"
  holds:   exists t in a.steps with t.verb == pseudonymise
           and not exists u in a.steps with u.verb in [learn, train] and not t precedes u
}
/// In force, and carried out by a step of the pipeline.
define in_place(activity a, safeguard_record f) {
  cites:   GDPR.6.4.e, GDPR.24
  says en: "{f} is in force and tied to a step"
  says sv: "{f} gäller och är knuten till ett steg"
  holds:   f.status not in [Planned, BeingEstablished, Retired] and exists t in a.steps with bound_to(f, t)
}

// ---- Information

define informed_before_start(activity a, subject s) {
  cites:   GDPR.13.3, GDPR.14.4
  says en: "{s} are informed before {a} begins"
  says sv: "{s} informeras innan {a} börjar"
  holds:   exists n in a.notices with s in n.to and n.sent < a.first_reading
}
/// The information can be shown: its text, and the channel it went by.
define information_on_file(activity a, subject s) {
  cites:   GDPR.5.2, GDPR.12
  says en: "the text and the channel of the information to {s} are on file"
  says sv: "texten och kanalen för informationen till {s} finns sparade"
  holds:   exists n in a.notices with s in n.to and n.evidence != none and exists h in n.by
}
/// What a group may do who can opt out: the register must be one that the pipeline can match.
define opt_out_or_equivalent(activity a, subject s) {
  cites:   GDPR.6.4.e
  see:     IMY.SB5
  says en: "{s} can opt out, or other safeguards are decided to protect as well"
  says sv: "{s} kan välja bort, eller så är andra skyddsåtgärder beslutade att skydda lika väl"
  holds:   opt_out_effective(a, s) or equivalent_safeguards(a)
}

// ---- Consent and law in place of the test (6.4, recital 50)

/// Given for this purpose, shown, possible to withdraw, and free: not towards an authority or from someone who depends on
/// the controller.
define consent_complete(activity a, subject s) {
  cites:   GDPR.7, GDPR.6.1.a
  says en: "the consent of {s} is complete"
  says sv: "samtycket från {s} är fullständigt"
  holds:   (exists b in a.basis with b is Consent and (s in b.groups or not exists g in b.groups))
           and (exists n in a.notices with s in n.to and n.evidence != none
                and (exists i in n.tells with i is Purpose) and (exists i in n.tells with i is Withdrawal))
           and a.controller.kind != authority and not s.dependent and s.relation not in [Employee, Beneficiary]
}
define law_allows(activity a) {
  cites:   GDPR.6.4, GDPR.R50, GDPR.23.1
  says en: "a law in force allows {a} for an objective of article 23.1"
  says sv: "en gällande lag tillåter {a} för ett mål i artikel 23.1"
  holds:   a.override.norm != none and a.override.objective != none and in_force(a.override.norm)
}

// ---- The privileged purposes (5.1 b, 89.1)

define statistics_test(activity a) {
  cites: GDPR.R162, DSKL.4.2
  part aim {
    says en: "the aim is not a statistical survey or result"
    says sv: "syftet är inte en statistisk undersökning eller ett statistiskt resultat"
    holds:   a.aim in [survey, result]
  }
  part aggregate {
    says en: "the result is not an overview of groups"
    says sv: "resultatet är inte en aggregerad bild på gruppnivå"
    holds:   exists o in a.outputs and every o in a.outputs with o.state is Aggregated
  }
  part no_measures {
    says en: "the result is used about individuals"
    says sv: "resultatet används om enskilda"
    holds:   not a.acts_on_persons
  }
}
/// A project with its plan and principal; for archives, a duty in law or a decision.
define exemption_ready(activity a) {
  cites:   GDPR.89.1
  see:     GDPR.R156
  says en: "the exemption has what it presupposes"
  says sv: "undantaget har det som det förutsätter"
  holds:   a.exemption is Research and (exists p in a.approvals with p is ResearchPlan and p.by != none)
           or a.exemption is Archiving and (exists n in a.purpose.under)
           or a.exemption is Archiving and (exists p in a.approvals with p is ArchiveDecision and p.by != none)
}
/// Something of 89.1 is in force: fewer variables, no identifiers, a barred environment.
define article_89(activity a) {
  cites:   GDPR.89.1
  says en: "safeguards under article 89.1 are in force"
  says sv: "skyddsåtgärder enligt artikel 89.1 gäller"
  holds:   (exists t in a.steps with t.verb in [pseudonymise, mask])
           or (exists f in a.safeguards with f in [Pseudonymisation, Minimisation, AccessControl, SeparateEnvironment]
               and in_place(a, f))
           or (exists d in a.uses with exists c in d.columns with not exists r in first_read(a, d) with r == c)
}

"""#),
("gdpr/norms-guidance.lagrum", #"""
edition 2026

// Judgments and guidance that explain the Regulation. They are seen and never decide.

norm CJEU.C77.21 {
  title en: "Digi"
  title sv: "Digi"
  says en:  "The criteria of 6.4 express a concrete, logical and sufficiently close link and protect legitimate expectations."
  says sv:  "Kriterierna i 6.4 uttrycker en konkret, logisk och tillräckligt nära koppling och skyddar berättigade förväntningar."
  in force: 2022-10-20
  url:      "https://curia.europa.eu/juris/liste.jsf?num=C-77/21"
}

norm CJEU.C184.20 {
  title en: "OT"
  title sv: "OT"
  says en:  "Data that indirectly reveal special categories are special categories."
  says sv:  "Uppgifter som indirekt avslöjar känsliga uppgifter är känsliga uppgifter."
  in force: 2022-08-01
  url:      "https://curia.europa.eu/juris/liste.jsf?num=C-184/20"
}

norm CJEU.C634.21 {
  title en: "SCHUFA"
  title sv: "SCHUFA"
  says en:  "Establishing a probability value is itself an automated decision where another draws strongly on it."
  says sv:  "Att fastställa ett sannolikhetsvärde är i sig ett automatiserat beslut om någon annan i hög grad låter det avgöra."
  in force: 2023-12-07
  url:      "https://curia.europa.eu/juris/liste.jsf?num=C-634/21"
}

norm CJEU.C413.23 {
  title en: "EDPS v SRB"
  title sv: "EDPS mot SRB"
  says en:  "Whether pseudonymised data are personal is judged from the holder's position; the duty to inform is judged at collection."
  says sv:  "Om pseudonymiserade uppgifter är personuppgifter avgörs från innehavarens synpunkt; informationsplikten bedöms vid insamlingen."
  in force: 2025-09-04
  url:      "https://curia.europa.eu/juris/liste.jsf?num=C-413/23"
}

/// Opinion 05/2014. The EDPB is preparing guidelines that will take its place; none was final on 2026-11-21.
norm WP29.0514 {
  title en: "Anonymisation techniques"
  title sv: "Anonymiseringstekniker"
  says en:  "Three tests of anonymity: singling out, linkability, inference."
  says sv:  "Tre prov på anonymitet: utpekande, länkbarhet, slutledning."
  in force: 2014-04-10
  url:      "https://ec.europa.eu/justice/article-29/documentation/opinion-recommendation/files/2014/wp216_en.pdf"
}

norm EDPB.28.2024 {
  title en: "AI models"
  title sv: "AI-modeller"
  says en:  "A model trained on personal data is not anonymous as a matter of course: the risk by extraction and by queries must both be insignificant."
  says sv:  "En modell som tränats på personuppgifter är inte utan vidare anonym: både utvinning och frågor ska ge obetydlig risk."
  in force: 2024-12-17
}

/// Guidelines 01/2025, version for consultation.
norm EDPB.01.2025 {
  title en: "Pseudonymisation"
  title sv: "Pseudonymisering"
  says en:  "Pseudonymisation is a safeguard that may support compatibility under 6.4."
  says sv:  "Pseudonymisering är en skyddsåtgärd som kan stödja förenlighet enligt 6.4."
  in force: 2025-01-16
}

/// Guidance by the supervisory authority on purpose limitation alone. It assumed anonymity and did not test it.
norm IMY.SB5 {
  title en: "IMY sandbox report IMY-2025-23536"
  title sv: "IMY:s sandlåderapport IMY-2025-23536"
  says en:  "Training on or synthesising custody cases has a natural link but speaks, without further safeguards, against compatibility; opt-out joined to information speaks for it. Synthesis is less intrusive than real data."
  says sv:  "Att träna på eller syntetisera vårdnadsärenden har en naturlig koppling men talar, utan vidare skydd, mot förenlighet; opt-out i samband med information talar för. Syntes är mindre ingripande än verkliga uppgifter."
  in force: 2025-12-09
}

"""#),
("gdpr/norms-national.lagrum", #"""
edition 2026

// The Swedish act 2018:218 and ordinance 2018:219 that complete the Regulation. The wording is ours.

norm DSKL.1.6 {
  title en: "Provisions that deviate"
  title sv: "Avvikande bestämmelser"
  says en:  "Where another act or an ordinance deviates, that one applies."
  says sv:  "Avviker en annan lag eller en förordning gäller den."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.2.1 {
  title en: "Legal obligation"
  title sv: "Rättslig förpliktelse"
  says en:  "6.1 (c) may be used where the duty follows from law, a collective agreement or a decision under law."
  says sv:  "6.1 c kan användas när förpliktelsen följer av lag, kollektivavtal eller beslut med stöd av lag."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.2.2 {
  title en: "Public task"
  title sv: "Uppgift av allmänt intresse"
  says en:  "6.1 (e) may be used where the task follows from law, a collective agreement or a decision under law, or is an exercise of authority."
  says sv:  "6.1 e kan användas när uppgiften följer av lag, kollektivavtal eller beslut med stöd av lag, eller är ett led i myndighetsutövning."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.2.4 {
  title en: "A child's consent"
  title sv: "Barns samtycke"
  says en:  "Those who are 13 may themselves consent to information society services; for younger children the guardian must."
  says sv:  "Den som har fyllt 13 år får själv samtycka till informationssamhällets tjänster; för yngre barn krävs vårdnadshavaren."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.2 {
  title en: "Employment and social security"
  title sv: "Arbetsrätt och social trygghet"
  says en:  "Special categories may be processed where needed for duties and rights under 9.2 (b); disclosure only by duty or explicit consent."
  says sv:  "Känsliga uppgifter får behandlas när det behövs för skyldigheter och rättigheter enligt 9.2 b; utlämnande bara med skyldighet eller uttryckligt samtycke."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.3 {
  title en: "Substantial public interest"
  title sv: "Viktigt allmänt intresse"
  says en:  "An authority may process special categories submitted to it, needed in a case, or otherwise needed without undue intrusion. Searching by them for a selection of persons is then forbidden."
  says sv:  "En myndighet får behandla känsliga uppgifter som lämnats till den, behövs i ett ärende eller annars behövs utan otillbörligt intrång. Sökningar på känsliga uppgifter för ett urval av personer är då förbjudna."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.5 {
  title en: "Health and social care"
  title sv: "Hälso- och sjukvård"
  says en:  "Special categories may be processed for care under 9.2 (h) where a duty of confidence applies."
  says sv:  "Känsliga uppgifter får behandlas för vård och omsorg enligt 9.2 h, om tystnadsplikt gäller."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.6 {
  title en: "Archives"
  title sv: "Arkiv"
  says en:  "Special categories may be processed to follow rules on archives."
  says sv:  "Känsliga uppgifter får behandlas för att följa föreskrifter om arkiv."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.7 {
  title en: "Statistics"
  title sv: "Statistik"
  says en:  "Special categories may be processed for statistics where the public interest clearly outweighs the risk of intrusion."
  says sv:  "Känsliga uppgifter får behandlas för statistik om samhällsintresset klart väger över risken för intrång."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.8 {
  title en: "Offences held by authorities"
  title sv: "Lagöverträdelser hos myndigheter"
  says en:  "Authorities may process article 10 data; others only to follow rules on archives."
  says sv:  "Myndigheter får behandla uppgifter enligt artikel 10; andra bara för att följa föreskrifter om arkiv."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.9 {
  title en: "Rules on offences"
  title sv: "Föreskrifter om lagöverträdelser"
  says en:  "The government or its authority may lay down when others may process article 10 data. The section empowers, and is no support in itself."
  says sv:  "Regeringen eller den myndighet som regeringen bestämmer får föreskriva när andra får behandla uppgifter enligt artikel 10. Paragrafen ger bemyndigandet och inget stöd i sig."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.3.10 {
  title en: "Personal identity number"
  title sv: "Personnummer"
  says en:  "Without consent only where clearly justified by the purpose, secure identification or another weighty reason."
  says sv:  "Utan samtycke bara när det är klart motiverat av ändamålet, säker identifiering eller något annat beaktansvärt skäl."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.4.1 {
  title en: "Archive data"
  title sv: "Arkivuppgifter"
  says en:  "Data processed only for archiving may not be used for measures against the person without exceptional reasons."
  says sv:  "Uppgifter som behandlas enbart för arkivändamål får inte användas för åtgärder mot den registrerade utan synnerliga skäl."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.4.2 {
  title en: "Statistical data"
  title sv: "Statistikuppgifter"
  says en:  "Data processed only for statistics may not be used for measures against the person without exceptional reasons."
  says sv:  "Uppgifter som behandlas enbart för statistik får inte användas för åtgärder mot den registrerade utan synnerliga skäl."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

norm DSKL.4.3 {
  title en: "Research data"
  title sv: "Forskningsuppgifter"
  says en:  "Data processed only for research may not be used for measures against the person without exceptional reasons."
  says sv:  "Uppgifter som behandlas enbart för forskning får inte användas för åtgärder mot den registrerade utan synnerliga skäl."
  in force: 2019-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:218"
}

/// Ordinance 2018:219, section 5. To verify: read from secondary sources only.
norm DSKF.5 {
  title en: "Offences held by others than authorities"
  title sv: "Lagöverträdelser hos andra än myndigheter"
  says en:  "Others than authorities may process article 10 data where needed for legal claims or for a legal duty."
  says sv:  "Andra än myndigheter får behandla uppgifter enligt artikel 10 när det behövs för rättsliga anspråk eller för en rättslig förpliktelse."
  in force: 2018-05-25
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2018:219"
}

"""#),
("gdpr/norms.lagrum", #"""
edition 2026

// Regulation (EU) 2016/679, as far as rules cite it. The wording is ours; the url leads to the text that binds.

norm GDPR.4.1 {
  title en: "Personal data"
  title sv: "Personuppgift"
  says en:  "Any information on an identified or identifiable natural person."
  says sv:  "Varje upplysning som avser en identifierad eller identifierbar fysisk person."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.4.5 {
  title en: "Pseudonymisation"
  title sv: "Pseudonymisering"
  says en:  "Data that can't be attributed to a person without further information that is kept apart. They are still personal data."
  says sv:  "Uppgifter som inte går att hänföra till en person utan kompletterande uppgifter som förvaras avskilt. De är fortfarande personuppgifter."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.R26 {
  title en: "Anonymity"
  title sv: "Anonymitet"
  says en:  "Whether someone is identifiable depends on all means reasonably likely to be used: cost, time, the technology of today and its development."
  says sv:  "Om någon är identifierbar avgörs av alla medel som rimligen kan komma att användas: kostnad, tid, dagens teknik och dess utveckling."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.1.a {
  title en: "Lawfulness, fairness and transparency"
  title sv: "Laglighet, korrekthet och öppenhet"
  says en:  "Processing must be lawful, fair and transparent to the data subject."
  says sv:  "Behandlingen ska vara laglig, korrekt och öppen gentemot den registrerade."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.1.b {
  title en: "Purpose limitation"
  title sv: "Ändamålsbegränsning"
  says en:  "Data are collected for specified, explicit and legitimate purposes and not later used in a way incompatible with them. Archiving, research and statistics under 89.1 are not deemed incompatible."
  says sv:  "Uppgifter samlas in för särskilda, uttryckligt angivna och berättigade ändamål och används inte senare på ett sätt som är oförenligt med dem. Arkiv, forskning och statistik enligt 89.1 anses inte oförenliga."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.1.c {
  title en: "Data minimisation"
  title sv: "Uppgiftsminimering"
  says en:  "Data must be adequate, relevant and not excessive for their purpose."
  says sv:  "Uppgifterna ska vara adekvata, relevanta och inte för omfattande för sitt ändamål."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.1.d {
  title en: "Accuracy"
  title sv: "Riktighet"
  says en:  "Data must be correct and, where needed, kept up to date."
  says sv:  "Uppgifterna ska vara riktiga och vid behov uppdaterade."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.1.e {
  title en: "Storage limitation"
  title sv: "Lagringsminimering"
  says en:  "Data that identify a person are kept no longer than the purpose needs."
  says sv:  "Uppgifter som går att hänföra till en person sparas inte längre än ändamålet kräver."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.1.f {
  title en: "Integrity and confidentiality"
  title sv: "Integritet och konfidentialitet"
  says en:  "Data must be protected by appropriate security."
  says sv:  "Uppgifterna ska skyddas med lämplig säkerhet."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.5.2 {
  title en: "Accountability"
  title sv: "Ansvarsskyldighet"
  says en:  "The controller must be able to show that the principles are followed."
  says sv:  "Den personuppgiftsansvarige ska kunna visa att principerna följs."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1 {
  title en: "Legal basis"
  title sv: "Rättslig grund"
  says en:  "Processing is lawful only if at least one of the bases a–f applies. Basis f is not open to authorities in the performance of their tasks."
  says sv:  "Behandling är laglig bara om minst en av grunderna a–f finns. Grunden f gäller inte när myndigheter fullgör sina uppgifter."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1.a {
  title en: "Consent"
  title sv: "Samtycke"
  says en:  "The data subject has consented to one or more stated purposes."
  says sv:  "Den registrerade har samtyckt till ett eller flera angivna ändamål."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1.b {
  title en: "Contract"
  title sv: "Avtal"
  says en:  "Processing is needed for a contract with the data subject, or for steps before it at their request."
  says sv:  "Behandlingen behövs för ett avtal med den registrerade, eller för åtgärder före avtalet på dennes begäran."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1.c {
  title en: "Legal obligation"
  title sv: "Rättslig förpliktelse"
  says en:  "Processing is needed for a legal obligation that rests on the controller."
  says sv:  "Behandlingen behövs för en rättslig förpliktelse som vilar på den ansvarige."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1.d {
  title en: "Vital interests"
  title sv: "Grundläggande intressen"
  says en:  "Processing is needed to protect someone's life or health."
  says sv:  "Behandlingen behövs för att skydda någons liv eller hälsa."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1.e {
  title en: "Public task"
  title sv: "Uppgift av allmänt intresse"
  says en:  "Processing is needed for a task in the public interest or in the exercise of official authority."
  says sv:  "Behandlingen behövs för en uppgift av allmänt intresse eller som ett led i myndighetsutövning."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.1.f {
  title en: "Legitimate interest"
  title sv: "Berättigat intresse"
  says en:  "Processing is needed for a legitimate interest that outweighs the interests of the data subject, a child in particular."
  says sv:  "Behandlingen behövs för ett berättigat intresse som väger tyngre än den registrerades intressen, i synnerhet när denne är barn."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.3 {
  title en: "Basis laid down in law"
  title sv: "Grund fastställd i rätten"
  says en:  "Bases c and e must be laid down in Union or national law that is proportionate to its aim."
  says sv:  "Grunderna c och e ska vara fastställda i unionsrätten eller i nationell rätt som är proportionell mot sitt mål."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.4 {
  title en: "Compatibility test"
  title sv: "Förenlighetsprövning"
  says en:  "Where a new purpose rests neither on consent nor on a law with an objective of 23.1, at least the factors a–e are to be weighed."
  says sv:  "När ett nytt ändamål varken vilar på samtycke eller på lag med ett mål i 23.1 ska åtminstone faktorerna a–e vägas."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.4.a {
  title en: "Link between the purposes"
  title sv: "Koppling mellan ändamålen"
  says en:  "Consider the links between the purpose that the data were collected for and the new one."
  says sv:  "Beakta kopplingarna mellan det ändamål som uppgifterna samlades in för och det nya."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.4.b {
  title en: "Context of collection"
  title sv: "Insamlingens sammanhang"
  says en:  "Consider the context in which the data were collected, above all the relation between data subjects and controller."
  says sv:  "Beakta i vilket sammanhang uppgifterna samlades in, särskilt förhållandet mellan de registrerade och den ansvarige."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.4.c {
  title en: "Nature of the personal data"
  title sv: "Personuppgifternas art"
  says en:  "Weigh in particular whether special categories (article 9) or data on offences (article 10) are processed."
  says sv:  "Beakta särskilt om känsliga uppgifter (artikel 9) eller uppgifter om lagöverträdelser (artikel 10) behandlas."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.4.d {
  title en: "Consequences for data subjects"
  title sv: "Konsekvenser för de registrerade"
  says en:  "Consider what the new processing may lead to for the data subjects."
  says sv:  "Beakta vilka följder den nya behandlingen kan få för de registrerade."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.6.4.e {
  title en: "Appropriate safeguards"
  title sv: "Lämpliga skyddsåtgärder"
  says en:  "Consider which safeguards there are, such as encryption or pseudonymisation."
  says sv:  "Beakta vilka skyddsåtgärder som finns, till exempel kryptering eller pseudonymisering."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.R50 {
  title en: "Reasonable expectations"
  title sv: "Rimliga förväntningar"
  says en:  "What the data subject may reasonably expect from the relation to the controller weighs in particular. Where purposes are compatible no new basis is needed; consent and law come before the test."
  says sv:  "Det väger särskilt vad den registrerade rimligen kan förvänta sig av sin relation till den ansvarige. Är ändamålen förenliga behövs ingen ny grund; samtycke och lag går före prövningen."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.7 {
  title en: "Conditions for consent"
  title sv: "Villkor för samtycke"
  says en:  "Consent must be demonstrable, distinct from other matters, as easy to withdraw as to give, and no condition for the service."
  says sv:  "Samtycket ska kunna visas, skiljas från annat, återkallas lika lätt som det gavs och inte vara ett villkor för tjänsten."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.R38 {
  title en: "Children"
  title sv: "Barn"
  says en:  "Children's personal data merit specific protection, in particular against profiling."
  says sv:  "Barns personuppgifter förtjänar särskilt skydd, i synnerhet mot profilering."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.R33 {
  title en: "Consent to research"
  title sv: "Samtycke till forskning"
  says en:  "Researchers may ask for consent to an area of research, within recognised ethical standards."
  says sv:  "Den som forskar får be om samtycke till ett område av forskning, inom erkända etiska normer."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.1 {
  title en: "Special categories"
  title sv: "Känsliga uppgifter"
  says en:  "Special categories of data may not be processed unless an exception of 9.2 applies."
  says sv:  "Känsliga uppgifter får inte behandlas, om inget undantag i 9.2 gäller."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2 {
  title en: "Exceptions for special categories"
  title sv: "Undantag för känsliga uppgifter"
  says en:  "Ten exceptions, a–j. The exception must fit the purpose, and b, g, h, i and j need law."
  says sv:  "Tio undantag, a–j. Undantaget ska passa ändamålet, och b, g, h, i och j kräver stöd i lag."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.a {
  title en: "Explicit consent"
  title sv: "Uttryckligt samtycke"
  says en:  "The data subject has explicitly consented to this very purpose."
  says sv:  "Den registrerade har uttryckligen samtyckt till just detta ändamål."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.b {
  title en: "Employment and social law"
  title sv: "Arbetsrätt och social trygghet"
  says en:  "Duties and rights in employment, social security and social protection, under law."
  says sv:  "Skyldigheter och rättigheter inom arbetsrätt, social trygghet och socialt skydd, med stöd i lag."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.c {
  title en: "Vital interests"
  title sv: "Grundläggande intressen"
  says en:  "Life or health is at stake and the data subject can't consent."
  says sv:  "Liv eller hälsa står på spel och den registrerade kan inte ge samtycke."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.d {
  title en: "Non-profit body"
  title sv: "Ideell organisation"
  says en:  "Bodies with a political, philosophical, religious or trade-union aim, on their members."
  says sv:  "Organisationer med politiskt, filosofiskt, religiöst eller fackligt syfte, om sina medlemmar."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.e {
  title en: "Data made public"
  title sv: "Offentliggjorda uppgifter"
  says en:  "The data subject has manifestly made the data public."
  says sv:  "Den registrerade har själv på ett tydligt sätt offentliggjort uppgifterna."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.f {
  title en: "Legal claims"
  title sv: "Rättsliga anspråk"
  says en:  "It is needed to establish, exercise or defend legal claims."
  says sv:  "Det behövs för att fastställa, göra gällande eller försvara rättsliga anspråk."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.g {
  title en: "Substantial public interest"
  title sv: "Viktigt allmänt intresse"
  says en:  "A substantial public interest laid down in law, proportionate and with safeguards."
  says sv:  "Ett viktigt allmänt intresse som är fastställt i lag, proportionellt och med skyddsåtgärder."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.h {
  title en: "Health and social care"
  title sv: "Vård och omsorg"
  says en:  "Health and social care, under a duty of confidence and with support in law."
  says sv:  "Hälso- och sjukvård och social omsorg, under tystnadsplikt och med stöd i lag."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.i {
  title en: "Public health"
  title sv: "Folkhälsa"
  says en:  "Public interest in the area of public health, under law."
  says sv:  "Allmänt intresse på folkhälsoområdet, med stöd i lag."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.9.2.j {
  title en: "Archiving, research and statistics"
  title sv: "Arkiv, forskning och statistik"
  says en:  "Archiving, research and statistical purposes under 89.1, under law."
  says sv:  "Arkiv-, forsknings- och statistikändamål enligt 89.1, med stöd i lag."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.10 {
  title en: "Criminal offences"
  title sv: "Lagöverträdelser"
  says en:  "Data on convictions and offences may be processed only under official authority, or where law allows it with safeguards."
  says sv:  "Uppgifter om fällande domar och överträdelser får behandlas bara under kontroll av myndighet eller där rätten tillåter det med skyddsåtgärder."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.12 {
  title en: "Clear and plain information"
  title sv: "Klar och tydlig information"
  says en:  "Information must be concise and easy to understand, for children in particular, and free of charge."
  says sv:  "Information ska vara kortfattad och lätt att förstå, särskilt för barn, och utan avgift."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.13 {
  title en: "Information where data come from the person"
  title sv: "Information när uppgifter samlas in från den registrerade"
  says en:  "What data subjects must be told when the data are collected from them."
  says sv:  "Vad den registrerade ska få veta när uppgifterna samlas in från denne."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.13.2 {
  title en: "Further information"
  title sv: "Ytterligare information"
  says en:  "Storage period, rights, withdrawal, complaint, automated decisions."
  says sv:  "Lagringstid, rättigheter, återkallelse, klagomål, automatiserade beslut."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.13.3 {
  title en: "Information before a new purpose"
  title sv: "Information före nytt ändamål"
  says en:  "Before processing for a new purpose the data subject must be told of it, with what is relevant in paragraph 2."
  says sv:  "Före behandling för ett nytt ändamål ska den registrerade få veta ändamålet och det som är relevant i punkt 2."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.13.4 {
  title en: "Already informed"
  title sv: "Redan informerad"
  says en:  "Information is not owed so far as the data subject already has it. There is no other exemption here."
  says sv:  "Information behövs inte i den mån den registrerade redan har den. Något annat undantag finns inte här."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14 {
  title en: "Information where data come from elsewhere"
  title sv: "Information när uppgifter kommer från någon annan"
  says en:  "What data subjects must be told when the data do not come from them, and when."
  says sv:  "Vad den registrerade ska få veta när uppgifterna inte kommer från denne, och när."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.2 {
  title en: "Further information, the source too"
  title sv: "Ytterligare information, även källan"
  says en:  "Storage period, rights, complaint, automated decisions, and where the data come from."
  says sv:  "Lagringstid, rättigheter, klagomål, automatiserade beslut och varifrån uppgifterna kommer."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.4 {
  title en: "Information before a new purpose, data from elsewhere"
  title sv: "Information före nytt ändamål, uppgifter från annan"
  says en:  "As 13.3, for those who did not give the data themselves: counterparties, children, witnesses."
  says sv:  "Som 13.3, för den som inte själv har lämnat uppgifterna: motparter, barn, vittnen."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.5 {
  title en: "Exemptions from information"
  title sv: "Undantag från information"
  says en:  "Four exemptions, a–d, for data that do not come from the data subject."
  says sv:  "Fyra undantag, a–d, för uppgifter som inte kommer från den registrerade."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.5.a {
  title en: "Already informed"
  title sv: "Redan informerad"
  says en:  "The data subject already has the information."
  says sv:  "Den registrerade har redan informationen."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.5.b {
  title en: "Impossible or disproportionate"
  title sv: "Omöjligt eller oproportionellt"
  says en:  "Informing is impossible or would take a disproportionate effort. The controller then protects the persons by other means and makes the information public."
  says sv:  "Att informera är omöjligt eller kräver en oproportionell ansträngning. Den ansvarige skyddar i stället de registrerade på annat sätt och gör informationen allmänt tillgänglig."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.5.c {
  title en: "Laid down in law"
  title sv: "Föreskrivet i lag"
  says en:  "Obtaining or disclosing the data is expressly laid down in law with safeguards."
  says sv:  "Att uppgifterna erhålls eller lämnas ut är uttryckligen föreskrivet i rätt med skyddsåtgärder."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.14.5.d {
  title en: "Secrecy"
  title sv: "Tystnadsplikt"
  says en:  "The data must stay confidential under a statutory duty of secrecy."
  says sv:  "Uppgifterna måste förbli konfidentiella enligt lagstadgad tystnadsplikt."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.15 {
  title en: "Access"
  title sv: "Tillgång"
  says en:  "The data subject has a right to a copy and, for automated decisions, to meaningful information on the logic."
  says sv:  "Den registrerade har rätt till en kopia och, vid automatiserade beslut, till meningsfull information om logiken."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.21 {
  title en: "Right to object"
  title sv: "Rätt att göra invändningar"
  says en:  "Data subjects may at any time object to processing that rests on 6.1 (e) or (f)."
  says sv:  "Den registrerade får invända mot behandling som vilar på 6.1 e eller f, när som helst."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.22 {
  title en: "Automated decisions"
  title sv: "Automatiserade beslut"
  says en:  "No decision with legal or similar effect may be taken by automated means alone without contract, law or explicit consent, and never on special categories without 9.2 (a) or (g)."
  says sv:  "Inget beslut med rättslig eller liknande verkan får fattas enbart automatiserat utan avtal, lag eller uttryckligt samtycke, och aldrig på känsliga uppgifter utan 9.2 a eller g."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.23.1 {
  title en: "Objectives that may restrict rights"
  title sv: "Mål som får begränsa rättigheter"
  says en:  "The objectives of public interest that a law may rest on, among them supervision, control and the rights of others."
  says sv:  "De mål av allmänt intresse som en lag kan vila på, bland dem tillsyn, kontroll och andras rättigheter."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.24 {
  title en: "Responsibility of the controller"
  title sv: "Den ansvariges ansvar"
  says en:  "Measures appropriate to the risk, carried out, reviewed and updated."
  says sv:  "Åtgärder som är lämpliga efter risken, genomförda, sedda över och uppdaterade."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.25 {
  title en: "Data protection by design"
  title sv: "Inbyggt dataskydd"
  says en:  "Principles are built in when processing is designed: choose the less intrusive way that is enough."
  says sv:  "Principerna byggs in när behandlingen utformas: välj det mindre ingripande som räcker."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.26 {
  title en: "Joint controllers"
  title sv: "Gemensamt ansvar"
  says en:  "Those who determine purposes and means together need an arrangement."
  says sv:  "De som bestämmer ändamål och medel tillsammans ska ha en överenskommelse."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.28 {
  title en: "Processor"
  title sv: "Personuppgiftsbiträde"
  says en:  "Only processors with sufficient guarantees, and with a written contract."
  says sv:  "Bara biträden med tillräckliga garantier, och med ett skriftligt avtal."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.30 {
  title en: "Record of processing"
  title sv: "Register över behandling"
  says en:  "A record of processing activities, with the fields a–g."
  says sv:  "Ett register över behandlingarna, med fälten a–g."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.32 {
  title en: "Security"
  title sv: "Säkerhet"
  says en:  "Protection by risk: pseudonymisation, encryption, resilience, testing."
  says sv:  "Skydd efter risken: pseudonymisering, kryptering, motståndskraft, prövning."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.33 {
  title en: "Personal data breach"
  title sv: "Personuppgiftsincident"
  says en:  "A breach is notified within 72 hours unless it is unlikely to bring risk."
  says sv:  "En incident anmäls inom 72 timmar, om det inte är osannolikt att den medför risk."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.35 {
  title en: "Impact assessment"
  title sv: "Konsekvensbedömning"
  says en:  "Before high-risk processing its impact is assessed, with the advice of the data protection officer."
  says sv:  "Före behandling med hög risk bedöms följderna, med råd från dataskyddsombudet."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.36 {
  title en: "Prior consultation"
  title sv: "Förhandssamråd"
  says en:  "Where high risk remains, the supervisory authority is consulted before processing begins."
  says sv:  "Kvarstår hög risk ska tillsynsmyndigheten rådfrågas innan behandlingen börjar."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.44 {
  title en: "Transfer to a third country"
  title sv: "Överföring till tredjeland"
  says en:  "Data may leave the EEA only with support in chapter V."
  says sv:  "Uppgifter får överföras utanför EES bara med stöd i kapitel V."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.89.1 {
  title en: "Safeguards for archiving, research and statistics"
  title sv: "Skyddsåtgärder vid arkiv, forskning och statistik"
  says en:  "Technical and organisational measures, minimisation above all. Where data that do not identify are enough, they are to be used."
  says sv:  "Tekniska och organisatoriska åtgärder, framför allt uppgiftsminimering. Räcker uppgifter som inte identifierar ska sådana användas."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.R162 {
  title en: "Statistical purposes"
  title sv: "Statistiska ändamål"
  says en:  "Statistics are surveys and results on groups: the result is aggregated and not used for measures against a person."
  says sv:  "Statistik är undersökningar och resultat om grupper: resultatet är aggregerat och används inte för åtgärder mot en enskild."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

norm GDPR.R156 {
  title en: "Archiving, research and statistics"
  title sv: "Arkiv, forskning och statistik"
  says en:  "Conditions and safeguards, recitals 156–161: research is read broadly, archives presuppose a duty."
  says sv:  "Villkor och skyddsåtgärder, skälen 156–161: forskning läses brett, arkiv förutsätter en skyldighet."
  in force: 2016-05-24
  applies:  2018-05-25
  url:      "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
}

"""#),
("gdpr/pack.lagrum", #"""
edition 2026

/// Regulation (EU) 2016/679 with the Swedish act that completes it. The numbers are policy: no law fixes them, and what
/// falls short of one is never more than a warning.
pack Gdpr "Dataskyddsförordningen" {
  owner:            "Lagrum"
  opt out at least: 30 days
  fewest words:     5
  epsilon per run:  3
}

"""#),
("prelude/activity_kinds.lagrum", #"""
edition 2026

/// Matters of individuals, from application to decision.
activity_kind CaseActivity { title en: "case handling"; title sv: "ärendehandläggning" }
/// Secrecy of its own covers what is handled for statistics.
activity_kind StatisticsActivity { title en: "statistics"; title sv: "statistikverksamhet"; under: OSL.24.8 }
activity_kind ResearchActivity { title en: "research"; title sv: "forskningsverksamhet"; under: OSL.11.3 }
activity_kind ArchiveActivity { title en: "archive"; title sv: "arkivverksamhet" }
activity_kind SupervisionActivity { title en: "supervision"; title sv: "tillsynsverksamhet" }

"""#),
("prelude/approvals.lagrum", #"""
edition 2026

/// Ethics approval of research.
approval_kind Ethics { title en: "ethics approval"; title sv: "etikgodkännande"; under: EPL.6 }
/// A research plan with its principal.
approval_kind ResearchPlan { title en: "research plan"; title sv: "forskningsplan"; under: GDPR.89.1 }
/// A decision that material is archived in the public interest.
approval_kind ArchiveDecision { title en: "archive decision"; title sv: "arkivbeslut"; under: GDPR.89.1 }
/// The plan of an AI regulatory sandbox (article 57). Guidance from IMY is not one.
approval_kind SandboxPlan { title en: "sandbox plan"; title sv: "sandlådeplan"; under: AIA.57, AIA.59 }

"""#),
("prelude/assessments.lagrum", #"""
edition 2026

/// Data protection impact assessment.
assessment_kind Dpia { title en: "data protection impact assessment"; title sv: "konsekvensbedömning avseende dataskydd"; under: GDPR.35 }
/// Fundamental rights impact assessment of a high-risk AI system.
assessment_kind Fria { title en: "fundamental rights impact assessment"; title sv: "konsekvensbedömning avseende grundläggande rättigheter"; under: AIA.27 }
/// The interests weighed against those of the persons (6.1 f).
assessment_kind Interests { title en: "balance of interests"; title sv: "intresseavvägning"; under: GDPR.6.1.f }
/// A human's own weighing under article 6.4.
assessment_kind Compatibility { title en: "compatibility assessment"; title sv: "förenlighetsprövning"; under: GDPR.6.4 }
/// That other safeguards protect as well as an opt-out would. Counts when a named person has decided it.
assessment_kind Equivalence { title en: "equivalence of safeguards"; title sv: "likvärdiga skyddsåtgärder"; under: GDPR.6.4.e }
/// That data are anonymous by recital 26: assumed by whom, and when.
assessment_kind Anonymity { title en: "anonymity assumption"; title sv: "antagande om anonymitet"; under: GDPR.R26 }
/// That the processing is needed for its purpose, and no more.
assessment_kind Necessity { title en: "necessity"; title sv: "nödvändighet"; under: GDPR.5.1.c }
assessment_kind Discrimination { title en: "discrimination assessment"; title sv: "diskrimineringsbedömning"; under: GDPR.5.1.a }
/// Whether information may be disclosed.
assessment_kind Secrecy { title en: "secrecy review"; title sv: "sekretessprövning"; under: OSL.8.1 }
/// Whether an AI system is high-risk, and why not.
assessment_kind Classification { title en: "classification of an AI system"; title sv: "klassificering av ett AI-system"; under: AIA.6.2 }

"""#),
("prelude/bases.lagrum", #"""
edition 2026

basis Consent { title en: "consent"; title sv: "samtycke"; under: GDPR.6.1.a, GDPR.7 }
basis Contract { title en: "contract"; title sv: "avtal"; under: GDPR.6.1.b }
/// Must be laid down in Union or national law (6.3).
basis LegalObligation { title en: "legal obligation"; title sv: "rättslig förpliktelse"; under: GDPR.6.1.c, GDPR.6.3 }
basis VitalInterests { title en: "vital interests"; title sv: "grundläggande intressen"; under: GDPR.6.1.d }
/// Must be laid down in Union or national law (6.3).
basis PublicTask { title en: "public task"; title sv: "uppgift av allmänt intresse"; under: GDPR.6.1.e, GDPR.6.3 }
/// Weighed against the interests of the person. Closed to authorities in the performance of their tasks.
basis LegitimateInterest { title en: "legitimate interest"; title sv: "berättigat intresse"; under: GDPR.6.1.f }

"""#),
("prelude/categories.lagrum", #"""
edition 2026

/// Says nothing of a person beyond the matter itself: a serial number, a technical setting. Apart from all other categories.
category Ordinary { title en: "ordinary data"; title sv: "alldagliga uppgifter" }

/// Any information on an identified or identifiable natural person. Too coarse to judge by: say which kind.
category PersonalData { title en: "personal data"; title sv: "personuppgifter"; identifies: indirectly; under: GDPR.4.1 }

/// Tells who the person is.
category Identity is PersonalData { title en: "identity"; title sv: "identitet"; identifies: directly; under: GDPR.4.1 }
category Name is Identity { title en: "name"; title sv: "namn"; identifies: directly; under: GDPR.4.1 }
/// Personnummer, coordination number, passport number and their like.
category NationalId is Identity { title en: "national identity number"; title sv: "personnummer"; identifies: directly; under: GDPR.4.1, DSKL.3.10 }
/// E-mail address, telephone number, user name.
category ContactDetail is Identity { title en: "contact details"; title sv: "kontaktuppgifter"; identifies: directly; under: GDPR.4.1 }
category Address is Identity { title en: "address"; title sv: "adress"; identifies: directly; under: GDPR.4.1 }
category Photo is Identity { title en: "photo"; title sv: "foto"; identifies: directly; under: GDPR.4.1 }
category BankAccount is Identity { title en: "bank account"; title sv: "bankkonto"; identifies: directly; under: GDPR.4.1 }

category Age is PersonalData { title en: "age"; title sv: "ålder"; identifies: indirectly; under: GDPR.4.1 }
category Sex is PersonalData { title en: "sex"; title sv: "kön"; identifies: indirectly; under: GDPR.4.1 }
/// Income, debts, fees, fortune.
category Economy is PersonalData { title en: "economy"; title sv: "ekonomi"; identifies: indirectly; under: GDPR.4.1, GDPR.6.4.c }
category Employment is PersonalData { title en: "employment"; title sv: "anställning"; identifies: indirectly; under: GDPR.4.1 }
category Education is PersonalData { title en: "education"; title sv: "utbildning"; identifies: indirectly; under: GDPR.4.1 }
category Location is PersonalData { title en: "location"; title sv: "plats"; identifies: indirectly; under: GDPR.4.1 }
/// What a person does: visits, purchases, clicks.
category Behaviour is PersonalData { title en: "behaviour"; title sv: "beteende"; identifies: indirectly; under: GDPR.4.1 }

/// Text as a person wrote it. It may hold anything, so reading it counts as reading every category of its dataset.
category FreeText is PersonalData { title en: "free text"; title sv: "fri text"; identifies: indirectly; under: GDPR.4.1 }

/// Not named in article 9, but close to private life: it weighs in the nature of the data (6.4 c).
category PrivacySensitive is PersonalData { title en: "privacy-sensitive data"; title sv: "integritetskänsliga uppgifter"; identifies: indirectly; under: GDPR.6.4.c }
/// A dispute between those who are or were a family.
category FamilyConflict is PrivacySensitive { title en: "family conflict"; title sv: "familjekonflikt"; identifies: indirectly; under: GDPR.6.4.c }
category SocialSituation is PrivacySensitive { title en: "social situation"; title sv: "social situation"; identifies: indirectly; under: GDPR.6.4.c }
/// Someone's judgement of a person: marks, scores, suitability.
category Assessment is PrivacySensitive { title en: "assessment of a person"; title sv: "omdöme om en person"; identifies: indirectly; under: GDPR.6.4.c }

/// Forbidden to process unless an exception of article 9.2 applies. What reveals such data indirectly is such data too (C-184/20).
category SpecialCategory is PersonalData { title en: "special categories of data"; title sv: "känsliga uppgifter"; identifies: indirectly; under: GDPR.9.1 }
category Health is SpecialCategory { title en: "health"; title sv: "hälsa"; identifies: indirectly; under: GDPR.9.1 }
category Ethnicity is SpecialCategory { title en: "racial or ethnic origin"; title sv: "ras eller etniskt ursprung"; identifies: indirectly; under: GDPR.9.1 }
category PoliticalOpinion is SpecialCategory { title en: "political opinions"; title sv: "politiska åsikter"; identifies: indirectly; under: GDPR.9.1 }
category Religion is SpecialCategory { title en: "religious or philosophical belief"; title sv: "religiös eller filosofisk övertygelse"; identifies: indirectly; under: GDPR.9.1 }
category UnionMembership is SpecialCategory { title en: "trade union membership"; title sv: "medlemskap i fackförening"; identifies: indirectly; under: GDPR.9.1 }
category Genetic is SpecialCategory { title en: "genetic data"; title sv: "genetiska uppgifter"; identifies: indirectly; under: GDPR.9.1 }
/// Biometric data used to identify a person uniquely.
category Biometric is SpecialCategory { title en: "biometric data"; title sv: "biometriska uppgifter"; identifies: directly; under: GDPR.9.1 }
category SexLife is SpecialCategory { title en: "sex life or sexual orientation"; title sv: "sexualliv eller sexuell läggning"; identifies: indirectly; under: GDPR.9.1 }

/// Convictions, offences and security measures.
category CriminalOffence is PersonalData { title en: "criminal offences"; title sv: "lagöverträdelser"; identifies: indirectly; under: GDPR.10 }

"""#),
("prelude/channels.lagrum", #"""
edition 2026

channel Letter { title en: "letter"; title sv: "brev"; under: GDPR.12 }
/// A signed-in page of the controller's own.
channel Portal { title en: "portal"; title sv: "portal"; under: GDPR.12 }
channel Email { title en: "e-mail"; title sv: "e-post"; under: GDPR.12 }
channel Phone { title en: "telephone"; title sv: "telefon"; under: GDPR.12 }
channel App { title en: "app"; title sv: "app"; under: GDPR.12 }
channel InPerson { title en: "in person"; title sv: "muntligen på plats"; under: GDPR.12 }
/// A public web page. Reaches those who happen to look.
channel Web { title en: "web page"; title sv: "webbsida"; under: GDPR.12 }
/// Through those who have custody of a child.
channel Guardian { title en: "guardian"; title sv: "vårdnadshavare"; under: GDPR.12, GDPR.R38 }

"""#),
("prelude/classes.lagrum", #"""
edition 2026

class Prohibited { title en: "prohibited practice"; title sv: "förbjuden användning"; under: AIA.5 }
class High { title en: "high-risk"; title sv: "hög risk"; under: AIA.6.2 }
/// Listed in Annex III, but by 6.3 no significant risk. Never where it profiles persons.
class Derogated { title en: "outside high-risk by 6.3"; title sv: "undantagen enligt 6.3"; under: AIA.6.3 }
class Transparency { title en: "transparency duties only"; title sv: "enbart transparenskrav"; under: AIA.50 }
class Minimal { title en: "minimal risk"; title sv: "minimal risk"; under: AIA.3 }

"""#),
("prelude/classifications.lagrum", #"""
edition 2026

classification Open { title en: "open"; title sv: "öppen"; under: GDPR.32 }
classification Internal { title en: "internal"; title sv: "intern"; under: GDPR.32 }
classification Confidential { title en: "confidential"; title sv: "konfidentiell"; under: GDPR.32 }
classification Secret { title en: "secret"; title sv: "hemlig"; under: GDPR.32 }

"""#),
("prelude/confidentialities.lagrum", #"""
edition 2026

/// Promised in a contract or a code of conduct.
confidentiality Contractual { title en: "contractual confidentiality"; title sv: "avtalad tystnadsplikt"; under: GDPR.R50 }
/// Binds a profession, such as members of the Bar or health professionals.
confidentiality Professional { title en: "professional confidentiality"; title sv: "tystnadsplikt i yrket"; under: GDPR.R50 }
/// Laid down in law, such as the Public Access to Information and Secrecy Act.
confidentiality Statutory { title en: "statutory secrecy"; title sv: "lagstadgad sekretess"; under: GDPR.R50 }

"""#),
("prelude/contexts.lagrum", #"""
edition 2026

/// An ordinary relation, without a duty of confidence beyond the usual.
context Ordinary { title en: "an ordinary relation"; title sv: "en vanlig relation"; under: GDPR.6.4.b }
/// Given in confidence: the person has reason to trust that the data stay there.
context Confidential { title en: "a relation of confidence"; title sv: "en förtroenderelation"; under: GDPR.6.4.b, GDPR.R50 }
/// Advice and representation by a lawyer, member of the Bar or not.
context LegalCounsel is Confidential { title en: "legal counsel"; title sv: "juridiskt biträde"; under: GDPR.6.4.b, GDPR.R50 }
context HealthCare is Confidential { title en: "health care"; title sv: "hälso- och sjukvård"; under: GDPR.6.4.b, GDPR.R50 }
context SocialServices is Confidential { title en: "social services"; title sv: "socialtjänst"; under: GDPR.6.4.b, GDPR.R50 }
context SocialInsurance is Confidential { title en: "social insurance"; title sv: "socialförsäkring"; under: GDPR.6.4.b, GDPR.R50 }
/// Between employer and employee, where the one depends on the other.
context Employment is Confidential { title en: "employment"; title sv: "anställning"; under: GDPR.6.4.b, GDPR.R50 }

"""#),
("prelude/environments.lagrum", #"""
edition 2026

environment Production { title en: "production"; title sv: "produktion" }
environment Development { title en: "development"; title sv: "utveckling" }
environment Test { title en: "test"; title sv: "test" }

"""#),
("prelude/exceptions.lagrum", #"""
edition 2026

/// 9.2 a. The person has explicitly agreed to this purpose.
exception ExplicitConsent { title en: "explicit consent"; title sv: "uttryckligt samtycke"; under: GDPR.9.2.a }
/// 9.2 b. Duties and rights in employment, social security and social protection; needs law.
exception SocialLaw { title en: "employment and social law"; title sv: "arbetsrätt och social trygghet"; under: GDPR.9.2.b }
/// 9.2 c. The person can't give consent, and life or health is at stake.
exception VitalInterests { title en: "vital interests"; title sv: "grundläggande intressen"; under: GDPR.9.2.c }
/// 9.2 d. Members of a non-profit body with a political, philosophical, religious or union aim.
exception NonProfitBody { title en: "non-profit body"; title sv: "ideell organisation"; under: GDPR.9.2.d }
/// 9.2 e. The person has manifestly made the data public.
exception MadePublic { title en: "made public by the person"; title sv: "offentliggjorda av den registrerade"; under: GDPR.9.2.e }
/// 9.2 f, and for offences article 10 with regulation 2018:219. Covers the handling of the claim itself.
exception LegalClaims { title en: "legal claims"; title sv: "rättsliga anspråk"; under: GDPR.9.2.f, DSKF.5 }
/// 9.2 g. A substantial public interest that law lays down.
exception SubstantialPublicInterest { title en: "substantial public interest"; title sv: "viktigt allmänt intresse"; under: GDPR.9.2.g }
/// 9.2 h. Health and social care under a duty of confidence; needs law or contract with a health professional.
exception HealthAndSocialCare { title en: "health and social care"; title sv: "hälso- och sjukvård och social omsorg"; under: GDPR.9.2.h }
/// 9.2 i. Public health; needs law.
exception PublicHealth { title en: "public health"; title sv: "folkhälsa"; under: GDPR.9.2.i }
/// 9.2 j. Archiving, research or statistics under article 89.1; needs law.
exception ArchivingResearchStatistics { title en: "archiving, research or statistics"; title sv: "arkiv, forskning eller statistik"; under: GDPR.9.2.j }

/// Article 10: the processing is done under the control of official authority.
exception OfficialAuthority { title en: "under official authority"; title sv: "under kontroll av myndighet"; under: GDPR.10, DSKL.3.8 }
/// Article 10 with regulation 2018:219: the controller is bound by law to process the data.
exception LegalDuty { title en: "legal duty"; title sv: "rättslig förpliktelse"; under: GDPR.10, DSKF.5 }
/// Article 10 with a regulation or decision of IMY.
exception SupervisorRule { title en: "regulation or decision of IMY"; title sv: "föreskrift eller beslut av IMY"; under: GDPR.10, DSKL.3.9 }

"""#),
("prelude/exemptions.lagrum", #"""
edition 2026

/// Presumed compatible with safeguards under 89.1, if it truly is a survey or a result about groups.
exemption Statistics { title en: "statistical purposes"; title sv: "statistiska ändamål"; under: GDPR.5.1.b, GDPR.R162 }
/// Presumed compatible with safeguards under 89.1, for a research project with a plan and a principal.
exemption Research { title en: "research purposes"; title sv: "forskningsändamål"; under: GDPR.5.1.b, GDPR.89.1 }
/// Presumed compatible with safeguards under 89.1, where there is a duty or a decision to archive.
exemption Archiving { title en: "archiving in the public interest"; title sv: "arkivändamål av allmänt intresse"; under: GDPR.5.1.b, GDPR.89.1 }

"""#),
("prelude/expectations.lagrum", #"""
edition 2026

/// Expects little care: the data are public, or were given for many uses.
expectation Low { title en: "low"; title sv: "låg"; under: GDPR.R50 }
/// Expects the care that anyone may expect.
expectation Ordinary { title en: "ordinary"; title sv: "ordinär"; under: GDPR.R50 }
/// Has reason to expect special care: a confidence, a conflict, a weak position.
expectation Heightened { title en: "heightened"; title sv: "förhöjd"; under: GDPR.R50 }

"""#),
("prelude/harms.lagrum", #"""
edition 2026

/// It is clear that nobody suffers.
harm NoHarm { title en: "no harm"; title sv: "inget men"; under: OSL.24.8 }
harm Unlikely { title en: "harm is unlikely"; title sv: "men är osannolikt" }
harm Likely { title en: "harm is likely"; title sv: "men är sannolikt" }

"""#),
("prelude/items.lagrum", #"""
edition 2026

/// What the data will be used for, and on which legal basis.
item Purpose { title en: "the purpose and its legal basis"; title sv: "ändamålet och den rättsliga grunden"; under: GDPR.13.3, GDPR.14.4 }
item Retention { title en: "how long the data are kept"; title sv: "hur länge uppgifterna sparas"; under: GDPR.13.2, GDPR.14.2 }
/// Access, rectification, erasure, restriction, portability.
item Rights { title en: "the rights of the person"; title sv: "den registrerades rättigheter"; under: GDPR.13.2, GDPR.14.2 }
item Objection { title en: "the right to object"; title sv: "rätten att göra invändningar"; under: GDPR.21 }
item Withdrawal { title en: "the right to withdraw consent"; title sv: "rätten att återkalla samtycket"; under: GDPR.7 }
item Complaint { title en: "the right to complain to IMY"; title sv: "rätten att klaga hos IMY"; under: GDPR.13.2, GDPR.14.2 }
/// Where the data come from, when not from the person.
item Source { title en: "where the data come from"; title sv: "varifrån uppgifterna kommer"; under: GDPR.14.2 }
/// That a decision is automated, its logic and its consequences.
item Automated { title en: "automated decisions and their logic"; title sv: "automatiserade beslut och deras logik"; under: GDPR.13.2, GDPR.22 }
item Recipients { title en: "the recipients"; title sv: "mottagarna"; under: GDPR.13, GDPR.14 }
item Categories { title en: "the categories of data"; title sv: "kategorierna av uppgifter"; under: GDPR.14 }
item Controller { title en: "who the controller is"; title sv: "vem som är personuppgiftsansvarig"; under: GDPR.13, GDPR.14 }
item Dpo { title en: "the data protection officer"; title sv: "dataskyddsombudet"; under: GDPR.13, GDPR.14 }
/// How to opt out, until when, and that it does no harm to do so.
item OptOutRoute { title en: "how to opt out"; title sv: "hur man väljer bort"; under: GDPR.6.4.e }

"""#),
("prelude/outcomes.lagrum", #"""
edition 2026

/// Any decision in the matter.
outcome Decision { title en: "decision"; title sv: "beslut" }
outcome Grant is Decision { title en: "grant"; title sv: "bifall" }
/// Against the interest of the person: reasons, a way to appeal, and a hearing before.
outcome Adverse is Decision { title en: "adverse measure"; title sv: "betungande åtgärd"; under: GDPR.22 }
outcome Deny is Adverse { title en: "denial"; title sv: "avslag" }
outcome Reduce is Adverse { title en: "reduction"; title sv: "nedsättning" }
outcome Withdraw is Adverse { title en: "withdrawal"; title sv: "indragning" }
outcome Reclaim is Adverse { title en: "reclaim"; title sv: "återkrav" }
outcome StopPayment is Adverse { title en: "stopped payment"; title sv: "stoppad utbetalning" }
outcome PoliceReport is Adverse { title en: "police report"; title sv: "polisanmälan" }
/// What is secret is handed out, or not.
outcome Handover { title en: "disclosure"; title sv: "utlämnande" }

"""#),
("prelude/overrides.lagrum", #"""
edition 2026

/// The person has consented to the new purpose.
override Consent { title en: "consent to the new purpose"; title sv: "samtycke till det nya ändamålet"; under: GDPR.6.4, GDPR.7 }
/// A law allows the new purpose for one of the objectives of article 23.1.
override Law { title en: "law with an objective of article 23.1"; title sv: "lag med ett mål i artikel 23.1"; under: GDPR.6.4, GDPR.R50 }

"""#),
("prelude/powers.lagrum", #"""
edition 2026

/// May set a flag or a proposal aside.
power Dismiss { title en: "dismiss"; title sv: "avskriva"; under: GDPR.22 }
/// May change what is proposed.
power Change { title en: "change"; title sv: "ändra"; under: GDPR.22 }
/// May decide the matter as a whole.
power Decide { title en: "decide"; title sv: "besluta"; under: GDPR.22 }
/// May stop the system.
power Stop { title en: "stop the system"; title sv: "stoppa systemet"; under: AIA.14 }

"""#),
("prelude/predictions.lagrum", #"""
edition 2026

/// That a payment or a claim deviates from what it should be, without a word on why.
prediction Deviation { title en: "deviation"; title sv: "avvikelse" }
/// That a person commits an offence, intent among it.
prediction Offence { title en: "criminal offence"; title sv: "brott"; under: AIA.5 }
/// That something needs more care or help.
prediction Need { title en: "need"; title sv: "behov" }
/// What a text or an image holds.
prediction Content { title en: "content"; title sv: "innehåll" }

"""#),
("prelude/purposes.lagrum", #"""
edition 2026

/// Giving the service that the person asked for.
purpose ServiceDelivery { title en: "service delivery"; title sv: "tillhandahålla en tjänst" }
/// Handling a matter from its beginning to its end.
purpose CaseHandling { title en: "case handling"; title sv: "ärendehandläggning" }
/// Establishing, exercising or defending a legal claim.
purpose LegalClaimHandling is CaseHandling { title en: "legal claims"; title sv: "rättsliga anspråk"; under: GDPR.9.2.f }
/// Health or social care of the person.
purpose CareProvision { title en: "care"; title sv: "vård och omsorg" }
/// Improving how the organisation works. A purpose of its own, also where it improves the activity that the data come from.
purpose BusinessDevelopment { title en: "business development"; title sv: "verksamhetsutveckling" }
/// Statistical surveys and results: groups, never a measure against a person.
purpose Statistics { title en: "statistics"; title sv: "statistik"; under: GDPR.R162 }
purpose Research { title en: "research"; title sv: "forskning"; under: GDPR.89.1 }
/// Archiving in the public interest.
purpose Archiving { title en: "archiving"; title sv: "arkivering"; under: GDPR.89.1 }
purpose FraudControl { title en: "control of payments and fraud"; title sv: "kontroll av utbetalningar och bedrägerier" }
purpose Security { title en: "security"; title sv: "säkerhet"; under: GDPR.32 }
purpose Testing { title en: "testing"; title sv: "testning" }
purpose Marketing { title en: "marketing"; title sv: "marknadsföring" }
/// What a law obliges the controller to do.
purpose LegalObligationPurpose { title en: "legal obligation"; title sv: "rättslig förpliktelse"; under: GDPR.6.1.c }
/// A task in the public interest, or the exercise of official authority.
purpose PublicTaskPurpose { title en: "public task"; title sv: "uppgift av allmänt intresse"; under: GDPR.6.1.e }

"""#),
("prelude/recipient_kinds.lagrum", #"""
edition 2026

/// An individual who asks for their own sake. Never gets data that are secret, not even under a reservation.
recipient_kind PrivatePerson { title en: "private person"; title sv: "enskild person" }
/// A company, an association or a foundation: no secrecy of its own follows the data.
recipient_kind PrivateBody { title en: "private body"; title sv: "enskilt organ"; under: OSL.10.14 }
/// A state or municipal authority, universities among them.
recipient_kind PublicBody { title en: "public body"; title sv: "myndighet"; under: OSL.8.1 }
/// Another branch of the same authority, independent of the one that holds the data.
recipient_kind OwnBranch is PublicBody { title en: "another branch of the authority"; title sv: "annan verksamhetsgren"; under: OSL.8.1 }

"""#),
("prelude/relations.lagrum", #"""
edition 2026

/// The person has chosen the controller and is helped by it.
relation OwnClient { title en: "own client"; title sv: "egen klient"; under: GDPR.6.4.b }
relation Employee { title en: "employee"; title sv: "anställd"; under: GDPR.6.4.b }
/// Receives or has applied for a benefit from the controller.
relation Beneficiary { title en: "beneficiary"; title sv: "förmånstagare"; under: GDPR.6.4.b }
relation Member { title en: "member"; title sv: "medlem"; under: GDPR.6.4.b }
/// Occurs in the data without any relation to the controller, such as a counterparty or a witness.
relation NoRelation { title en: "no relation"; title sv: "ingen relation"; under: GDPR.6.4.b }

"""#),
("prelude/risks.lagrum", #"""
edition 2026

risk Low { title en: "low"; title sv: "låg"; under: GDPR.35 }
risk Medium { title en: "medium"; title sv: "medelhög"; under: GDPR.35 }
/// The supervisory authority must be consulted before processing begins (article 36).
risk High { title en: "high"; title sv: "hög"; under: GDPR.35, GDPR.36 }

"""#),
("prelude/roles.lagrum", #"""
edition 2026

/// Develops the system, or has it developed, and puts it into service under its own name.
role Provider { title en: "provider"; title sv: "leverantör"; under: AIA.3 }
/// Uses the system under its own authority.
role Deployer { title en: "deployer"; title sv: "tillhandahållare"; under: AIA.3 }

"""#),
("prelude/safeguards.lagrum", #"""
edition 2026

safeguard Notice { title en: "information"; title sv: "information"; under: GDPR.13.3, GDPR.14.4 }
/// The person may choose not to be part of the further processing, before it begins.
safeguard OptOut { title en: "opt-out"; title sv: "opt-out"; under: GDPR.6.4.e }
safeguard Pseudonymisation { title en: "pseudonymisation"; title sv: "pseudonymisering"; under: GDPR.4.5, GDPR.6.4.e }
safeguard Encryption { title en: "encryption"; title sv: "kryptering"; under: GDPR.6.4.e, GDPR.32 }
/// Synthetic data in place of real data, behind gates.
safeguard Synthesis { title en: "synthesis"; title sv: "syntetisering"; under: GDPR.25, GDPR.6.4.e }
/// Noise with a stated budget, so that one person's data hardly change the result.
safeguard DifferentialPrivacy { title en: "differential privacy"; title sv: "differential privacy"; under: GDPR.25, GDPR.32 }
safeguard Aggregation { title en: "aggregation"; title sv: "aggregering"; under: GDPR.89.1 }
safeguard Masking { title en: "masking"; title sv: "maskering"; under: GDPR.25 }
safeguard AccessControl { title en: "access control"; title sv: "behörighetsstyrning"; under: GDPR.32 }
safeguard SeparateEnvironment { title en: "separate environment"; title sv: "avskild miljö"; under: GDPR.32, GDPR.89.1 }
safeguard Minimisation { title en: "minimisation"; title sv: "uppgiftsminimering"; under: GDPR.5.1.c }
safeguard HumanReview { title en: "human review"; title sv: "mänsklig prövning"; under: GDPR.22 }
safeguard SecrecyReservation { title en: "reservation"; title sv: "förbehåll"; under: GDPR.6.4.e }
safeguard EthicsApproval { title en: "ethics approval"; title sv: "etikgodkännande"; under: GDPR.89.1 }

"""#),
("prelude/sectors.lagrum", #"""
edition 2026

sector Public { title en: "public sector"; title sv: "offentlig sektor" }
sector Private { title en: "private sector"; title sv: "privat sektor" }

"""#),
("prelude/service_kinds.lagrum", #"""
edition 2026

/// Open to anyone, on the supplier's own terms.
service_kind GenerallyAvailable { title en: "generally available service"; title sv: "allmänt tillgänglig tjänst"; under: GDPR.28 }
/// Bought under a contract that settles what the supplier may do.
service_kind Contracted { title en: "contracted service"; title sv: "upphandlad tjänst"; under: GDPR.28 }
/// Run by the organisation itself.
service_kind Internal { title en: "internal service"; title sv: "intern tjänst" }

"""#),
("prelude/states.lagrum", #"""
edition 2026

/// On identified or identifiable persons.
state Personal { title en: "personal"; title sv: "personlig"; under: GDPR.4.1 }
/// Identifiers replaced by tokens with the key kept apart: still personal.
state Pseudonymised { title en: "pseudonymised"; title sv: "pseudonymiserad"; under: GDPR.4.5 }
/// Identifiers in text covered: still personal.
state Masked { title en: "masked"; title sv: "maskerad"; under: GDPR.4.1 }
/// Counts and sums of groups.
state Aggregated { title en: "aggregated"; title sv: "aggregerad"; under: GDPR.R162 }
/// Drawn from a synthesiser. Assumed anonymous only behind a passed gate.
state Synthetic { title en: "synthetic"; title sv: "syntetisk"; under: GDPR.R26 }
/// A model: as personal as what it was trained on.
state Model { title en: "model"; title sv: "modell"; under: EDPB.28.2024 }
/// Not on persons, by all means reasonably likely to be used (recital 26). Needs its reason.
state Anonymous { title en: "anonymous"; title sv: "anonym"; under: GDPR.R26 }

"""#),
("prelude/statuses.lagrum", #"""
edition 2026

/// Decided upon or designed, and not begun.
status Planned { title en: "planned"; title sv: "planerad" }
/// Being set up: not yet anything to rely on.
status BeingEstablished { title en: "being established"; title sv: "under etablering" }
/// Used on a trial, for a time that has an end.
status Pilot { title en: "pilot"; title sv: "pilot" }
/// In force and in use.
status InOperation { title en: "in operation"; title sv: "i drift" }
/// Taken out of use.
status Retired { title en: "retired"; title sv: "tagen ur bruk" }

"""#),
("prelude/subjects.lagrum", #"""
edition 2026

/// A natural person. Too coarse to judge by: say whether adult or child.
subject Person { title en: "persons"; title sv: "personer" }
subject Adult is Person { title en: "adults"; title sv: "vuxna"; minor: no }
/// Merits specific protection (recital 38).
subject Child is Person { title en: "children"; title sv: "barn"; minor: yes }

/// Depends on the controller, or can't easily say no to it.
subject Vulnerable is Person { title en: "vulnerable persons"; title sv: "utsatta personer"; dependent: yes }
subject Patient is Vulnerable { title en: "patients"; title sv: "patienter"; relation: OwnClient }
subject Beneficiary is Vulnerable { title en: "beneficiaries"; title sv: "förmånstagare"; relation: Beneficiary }
subject Employee is Adult, Vulnerable { title en: "employees"; title sv: "anställda"; relation: Employee }
subject JobSeeker is Vulnerable { title en: "job-seekers"; title sv: "arbetssökande" }

"""#),
("prelude/untolds.lagrum", #"""
edition 2026

/// The only ground where the person gave the data: already informed of this purpose.
untold AlreadyInformed { title en: "already informed"; title sv: "redan informerad"; under: GDPR.13.4, GDPR.14.5.a }
untold Impossible { title en: "impossible to inform"; title sv: "omöjligt att informera"; under: GDPR.14.5.b }
untold Disproportionate { title en: "disproportionate effort"; title sv: "oproportionell ansträngning"; under: GDPR.14.5.b }
untold LaidDownInLaw { title en: "laid down in law"; title sv: "föreskrivet i lag"; under: GDPR.14.5.c }
untold BoundBySecrecy { title en: "bound by secrecy"; title sv: "bunden av tystnadsplikt"; under: GDPR.14.5.d }

"""#),
("prelude/views.lagrum", #"""
edition 2026

/// Everything in the matter, and not only what a machine made of it.
view WholeCase { title en: "the whole case"; title sv: "hela ärendet"; under: GDPR.22 }
view WholeDocument { title en: "the whole document"; title sv: "hela handlingen" }
view ScoreAndReasons { title en: "the score and its reasons"; title sv: "poängen och dess skäl" }
view ScoreOnly { title en: "the score alone"; title sv: "enbart poängen" }

"""#),
("prelude/zones.lagrum", #"""
edition 2026

/// Where the operation runs.
zone Hot { title en: "hot zone"; title sv: "het zon" }
/// Where analysis, training and statistics belong.
zone Warm { title en: "warm zone"; title sv: "varm zon" }
/// The archive: read, and never changed.
zone Cold { title en: "cold zone"; title sv: "kall zon" }

"""#),
("se/norms.lagrum", #"""
edition 2026

// Swedish acts beside the one that completes the GDPR: social insurance, secrecy, ethics review, administration, equality,
// archives. The wording is ours; the url leads to the text that binds.

norm SFB.114.6 {
  title en: "No right to object"
  title sv: "Ingen rätt att invända"
  says en:  "Article 21.1 does not apply to processing that the chapter allows."
  says sv:  "Artikel 21.1 gäller inte för behandling som är tillåten enligt kapitlet."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.7 {
  title en: "Controllers"
  title sv: "Personuppgiftsansvar"
  says en:  "The Social Insurance Agency and the Pensions Agency are controllers, each for its own activity."
  says sv:  "Försäkringskassan och Pensionsmyndigheten ansvarar var för sin verksamhet."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.8 {
  title en: "Primary purposes"
  title sv: "Primära ändamål"
  says en:  "Seven purposes: rights and duties, information, case handling, control of incorrect payments and benefit crime, planning, steering and follow-up, statistics."
  says sv:  "Sju ändamål: rättigheter och skyldigheter, information, handläggning, kontroll mot felaktiga utbetalningar och bidragsbrott, planering, styrning och uppföljning, statistik."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.9 {
  title en: "Disclosure"
  title sv: "Uppgiftslämnande"
  says en:  "Data may be processed also to disclose them under law, ordinance, Union law or treaty."
  says sv:  "Uppgifter får behandlas också för att lämna ut dem enligt lag, förordning, unionsrätt eller avtal."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.10 {
  title en: "Other purposes that are compatible"
  title sv: "Förenliga andra ändamål"
  says en:  "Data may be processed for other purposes that are not incompatible with that of collection."
  says sv:  "Uppgifter får behandlas för andra ändamål som inte är oförenliga med insamlingsändamålet."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.11 {
  title en: "Special categories"
  title sv: "Känsliga uppgifter"
  says en:  "Allowed where submitted in or needed for a case, and for certain purposes on health; otherwise forbidden."
  says sv:  "Tillåtna när de har lämnats i eller behövs för ett ärende, och för vissa ändamål om hälsa; annars förbjudna."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.12 {
  title en: "Search ban"
  title sv: "Sökförbud"
  says en:  "No search that yields a selection of persons by special categories; health is excepted for certain purposes."
  says sv:  "Ingen sökning som ger ett urval av personer grundat på känsliga uppgifter; hälsa är undantagen för vissa ändamål."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.13 {
  title en: "Access"
  title sv: "Behörighet"
  says en:  "Access is limited to what each needs, controlled and followed up."
  says sv:  "Tillgången begränsas till vad var och en behöver, kontrolleras och följs upp."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm SFB.114.15 {
  title en: "Disposal"
  title sv: "Gallring"
  says en:  "Data are disposed of when no longer needed for the purposes."
  says sv:  "Uppgifter gallras när de inte längre behövs för ändamålen."
  in force: 2024-02-15
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2010:110"
}

norm OSL.6.7 {
  title en: "Appeal"
  title sv: "Överklagande"
  says en:  "An individual may appeal a refusal or a reservation."
  says sv:  "Den enskilde får överklaga ett avslag eller ett förbehåll."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.8.1 {
  title en: "Secrecy outward"
  title sv: "Sekretess mot andra"
  says en:  "Secret information may not be disclosed to individuals or other authorities unless the act says so."
  says sv:  "Sekretessbelagda uppgifter får inte röjas för enskilda eller andra myndigheter, om inte lagen anger det."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.8.2 {
  title en: "Secrecy inside an authority"
  title sv: "Sekretess inom en myndighet"
  says en:  "The same holds between independent branches."
  says sv:  "Detsamma gäller mellan självständiga verksamhetsgrenar."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.10.2a {
  title en: "Technical processing"
  title sv: "Teknisk bearbetning"
  says en:  "Information may be given to someone who only processes or stores it technically, unless that is unsuitable."
  says sv:  "Uppgifter får lämnas till den som enbart tekniskt bearbetar eller lagrar dem, om det inte är olämpligt."
  in force: 2023-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.10.14 {
  title en: "Reservation"
  title sv: "Förbehåll"
  says en:  "Where a reservation on passing on or using the information removes the risk, the authority makes one. Only towards individuals."
  says sv:  "Kan risken undanröjas genom ett förbehåll som begränsar rätten att föra vidare eller använda uppgiften ska myndigheten göra ett. Bara mot enskilda."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.10.15a {
  title en: "Information against incorrect payments"
  title sv: "Uppgifter mot felaktiga utbetalningar"
  says en:  "Information may go to another authority to prevent, detect or investigate crime and incorrect payments, after weighing; not from statistical secrecy."
  says sv:  "Uppgifter får lämnas till en annan myndighet för att förebygga, upptäcka eller utreda brott och felaktiga utbetalningar, efter en avvägning; inte statistiksekretess."
  in force: 2025-12-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.10.27 {
  title en: "General clause"
  title sv: "Generalklausulen"
  says en:  "Information may go to an authority where the interest in it manifestly prevails; not from statistical secrecy."
  says sv:  "Uppgifter får lämnas till en myndighet om det är uppenbart att intresset av det har företräde; inte statistiksekretess."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.10.28 {
  title en: "Duty to disclose"
  title sv: "Uppgiftsskyldighet"
  says en:  "Secrecy does not hinder disclosure that law or ordinance demands."
  says sv:  "Sekretess hindrar inte att en uppgift lämnas när lag eller förordning kräver det."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.11.3 {
  title en: "Transfer to research"
  title sv: "Överföring till forskning"
  says en:  "Secrecy follows the information to another authority's research."
  says sv:  "Sekretessen följer med till en annan myndighets forskning."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.12.2 {
  title en: "Waiver"
  title sv: "Samtycke"
  says en:  "Individuals may waive the secrecy that protects themselves."
  says sv:  "Den enskilde kan häva sekretess som gäller till skydd för denne själv."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.17.1b {
  title en: "Secrecy of methods"
  title sv: "Metodsekretess"
  says en:  "Methods, models and risk factors for selection against incorrect payments are secret where disclosure would defeat the aim."
  says sv:  "Metoder, modeller och riskfaktorer för urval mot felaktiga utbetalningar är hemliga om ett röjande motverkar syftet."
  in force: 2024-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.21.7 {
  title en: "Processing contrary to data protection"
  title sv: "Behandling i strid med dataskydd"
  says en:  "Personal data are secret if the recipient may be assumed to process them contrary to data protection rules or the act on ethics review."
  says sv:  "Personuppgifter är hemliga om det kan antas att mottagaren behandlar dem i strid med dataskyddsreglerna eller etikprövningslagen."
  in force: 2019-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.24.8 {
  title en: "Statistical secrecy"
  title sv: "Statistiksekretess"
  says en:  "Absolute secrecy in special statistics activity. Data for research or statistics, and data not directly attributable, may be released where it is clear that nobody is harmed (third paragraph)."
  says sv:  "Absolut sekretess i särskild statistikverksamhet. Uppgifter för forskning eller statistik, och sådana som inte direkt kan hänföras till någon, får lämnas om det står klart att ingen lider men (tredje stycket)."
  in force: 2025-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.26.1 {
  title en: "Social services secrecy"
  title sv: "Socialtjänstsekretess"
  says en:  "Strong secrecy for personal circumstances in social services."
  says sv:  "Stark sekretess för enskildas personliga förhållanden i socialtjänsten."
  in force: 2024-04-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.27.1 {
  title en: "Tax secrecy"
  title sv: "Skattesekretess"
  says en:  "Absolute secrecy in tax activity, employer declarations included."
  says sv:  "Absolut sekretess i skatteverksamhet, även för arbetsgivardeklarationer."
  in force: 2026-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.28.1 {
  title en: "Social insurance secrecy"
  title sv: "Socialförsäkringssekretess"
  says en:  "Health and other personal circumstances in cases are secret if harm may be assumed."
  says sv:  "Hälsa och andra personliga förhållanden i ärenden är hemliga om det kan antas att någon lider men."
  in force: 2022-06-20
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm OSL.36.1 {
  title en: "Family cases in court"
  title sv: "Familjemål i domstol"
  says en:  "Secrecy in custody cases at a party's request."
  says sv:  "Sekretess i vårdnadsmål på begäran av part."
  in force: 2009-06-30
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2009:400"
}

norm EPL.3 {
  title en: "Ethics review of special data"
  title sv: "Etikprövning av känsliga uppgifter"
  says en:  "Research on special categories or offences needs ethics review."
  says sv:  "Forskning på känsliga uppgifter eller lagöverträdelser ska etikprövas."
  in force: 2019-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2003:460"
}

norm EPL.4 {
  title en: "Ethics review of interventions"
  title sv: "Etikprövning av ingrepp"
  says en:  "Research with interventions, influence or biological material needs ethics review."
  says sv:  "Forskning med ingrepp, påverkan eller biologiskt material ska etikprövas."
  in force: 2004-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2003:460"
}

norm EPL.6 {
  title en: "Approval"
  title sv: "Godkännande"
  says en:  "Only with an approval, for a given project, that covers the processing. It lapses unless the research begins within two years."
  says sv:  "Bara med godkännande, för ett visst projekt, som omfattar behandlingen. Det förfaller om forskningen inte har börjat inom två år."
  in force: 2004-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2003:460"
}

norm FL.5 {
  title en: "Legality, objectivity and proportionality"
  title sv: "Legalitet, objektivitet och proportionalitet"
  says en:  "An authority acts only with support in law, objectively, impartially and in proportion."
  says sv:  "En myndighet handlar bara med stöd i rätten, sakligt, opartiskt och proportionellt."
  in force: 2018-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2017:900"
}

norm FL.25 {
  title en: "Communication"
  title sv: "Kommunicering"
  says en:  "A party is told of material of importance before the decision."
  says sv:  "Parten får del av material av betydelse innan beslut fattas."
  in force: 2018-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2017:900"
}

norm FL.28 {
  title en: "Automated decision"
  title sv: "Automatiserat beslut"
  says en:  "A decision may be automated."
  says sv:  "Ett beslut får fattas automatiserat."
  in force: 2018-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2017:900"
}

norm FL.31 {
  title en: "Record of the decision"
  title sv: "Dokumentation av beslut"
  says en:  "The day, the content, who decided, presented and took part."
  says sv:  "Dagen, innehållet, vem som beslutade, föredrog och deltog."
  in force: 2018-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2017:900"
}

norm FL.32 {
  title en: "Reasons"
  title sv: "Motivering"
  says en:  "A decision gives clear reasons: which rules, and which circumstances decided."
  says sv:  "Ett beslut motiveras klart: vilka regler, och vilka omständigheter som var avgörande."
  in force: 2018-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2017:900"
}

norm FL.33 {
  title en: "Notice of the decision"
  title sv: "Underrättelse"
  says en:  "The party gets the whole decision, and how to appeal it."
  says sv:  "Parten får hela beslutet, och hur det överklagas."
  in force: 2018-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2017:900"
}

norm RF.1.9 {
  title en: "Objectivity"
  title sv: "Saklighet"
  says en:  "Equality before the law, objectivity and impartiality."
  says sv:  "Allas likhet inför lagen, saklighet och opartiskhet."
  in force: 1975-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=1974:152"
}

norm DL.1.4 {
  title en: "Discrimination"
  title sv: "Diskriminering"
  says en:  "Direct and indirect discrimination on seven grounds; a neutral criterion may discriminate indirectly."
  says sv:  "Direkt och indirekt diskriminering på sju grunder; ett neutralt kriterium kan vara indirekt diskriminerande."
  in force: 2009-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2008:567"
}

norm DL.2.14 {
  title en: "Social insurance"
  title sv: "Socialförsäkringen"
  says en:  "Discrimination is forbidden in social insurance."
  says sv:  "Diskriminering är förbjuden i socialförsäkringen."
  in force: 2009-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2008:567"
}

norm DL.2.17 {
  title en: "Public service"
  title sv: "Offentlig anställning"
  says en:  "Discrimination is forbidden where public employees assist the public."
  says sv:  "Diskriminering är förbjuden när offentligt anställda bistår allmänheten."
  in force: 2009-01-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=2008:567"
}

/// To verify: not read in the original.
norm ARK.3 {
  title en: "Archives"
  title sv: "Arkiv"
  says en:  "The public documents of authorities form archives, kept for access, justice, administration and research."
  says sv:  "Myndigheternas allmänna handlingar bildar arkiv som bevaras för insyn, rättskipning, förvaltning och forskning."
  in force: 1991-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=1990:782"
}

/// To verify: not read in the original.
norm ARK.10 {
  title en: "Disposal"
  title sv: "Gallring"
  says en:  "Public documents may be disposed of with support, so that what remains serves the aims of archives."
  says sv:  "Allmänna handlingar får gallras med stöd, och så att det som återstår fyller arkivens syften."
  in force: 1991-07-01
  url:      "https://rkrattsbaser.gov.se/sfst?bet=1990:782"
}

"""#),
]
}
