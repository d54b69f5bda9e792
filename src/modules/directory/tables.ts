/** Directory's own tables, as migrations/0020-directory.sql makes them. */
import type { Generated, GeneratedAlways } from 'kysely'
import type { Language } from '../../kernel/language/catalogue.ts'
import type {
  AccountScheme,
  CallerNoteKind,
  KeyScheme,
  PartyKind,
  preferredWays,
  RelationKind,
  spokenLanguages,
} from './contract/shapes.ts'

interface OfParty {
  organisation_id: string
  party_id: string
  id: string
  position: number
}

export interface PartyTable {
  organisation_id: string
  id: string
  kind: PartyKind
  name: string
  given_name: string | null
  family_name: string | null
  sort_name: string
  company_number: string | null
  vat_number: string | null
  country: string | null
  language: Language | null
  website: string | null
  role: string | null
  preferred_way: (typeof preferredWays)[number] | null
  languages: Generated<(typeof spokenLanguages)[number][]>
  note: Generated<string>
  manner: Generated<string>
  import_id: string | null
  retired_at: Temporal.Instant | null
}

export interface PhoneTable extends OfParty {
  written: string
  e164: string | null
  label: Generated<string>
}

export interface EmailTable extends OfParty {
  email: string
  label: Generated<string>
}

export interface AddressTable extends OfParty {
  street: Generated<string>
  postcode: Generated<string>
  city: Generated<string>
  country: string | null
  label: Generated<string>
}

export interface AccountTable extends OfParty {
  scheme: AccountScheme
  number: string
  bic: string | null
  since_on: Temporal.PlainDate
  source_id: string | null
}

export interface DirectoryTables {
  'directory.party': PartyTable
  'directory.phone': PhoneTable
  'directory.address_email': EmailTable
  'directory.address_post': AddressTable
  'directory.bank_account': AccountTable
  /** The published view: whose account is whose (PostgreSQL tells of no view which columns may be null). */
  'directory.account_fact': {
    organisation_id: string
    party_id: string
    account_id: string
    scheme: AccountScheme
    number: string
    since_on: Temporal.PlainDate
  }
  /** The published view: numbers somebody can be rung on. */
  'directory.number_fact': {
    organisation_id: string
    party_id: string
    written: string
    e164: string | null
    label: string
  }
  /** The published view: whom a payment is made out to. */
  'directory.payee_fact': {
    organisation_id: string
    party_id: string
    name: string
    company_number: string | null
    vat_number: string | null
    country: string | null
    street: string | null
    postcode: string | null
    city: string | null
    address_country: string | null
  }
  /** Published: a party as papers to it need it. */
  'directory.correspondent_fact': {
    organisation_id: string
    party_id: string
    kind: PartyKind
    name: string
    company_number: string | null
    vat_number: string | null
    party_country: string | null
    language: Language | null
    street: string | null
    postcode: string | null
    city: string | null
    country: string | null
    email: string | null
  }
  /** Published: what a party is, and whether it is still dealt with. */
  'directory.party_fact': { organisation_id: string; party_id: string; kind: PartyKind; retired: boolean }
  /** Published: the mail addresses of a party, with what each is for. */
  'directory.labelled_mail_fact': {
    organisation_id: string
    party_id: string
    email: string
    label: string
    position: number
  }
  /** Published: whose mail address it is, and how they are written to. */
  'directory.mail_fact': {
    organisation_id: string
    email: string
    party_id: string
    language: Language | null
    country: string | null
    name: string
  }
  'directory.membership': { organisation_id: string; person_id: string; member_of_id: string; role: Generated<string> }
  'directory.party_key': {
    organisation_id: string
    scheme: KeyScheme
    key: string
    party_id: string
    /** The digits of a telephone number from their end. */
    backwards: GeneratedAlways<string | null>
  }
  /** Published: whom telephone numbers belong to. */
  'directory.phone_fact': {
    organisation_id: string
    digits: string
    backwards: string | null
    written_for_id: string
    party_id: string
  }
  'directory.relation': {
    organisation_id: string
    id: string
    from_id: string
    to_id: string
    relation: RelationKind
    note: Generated<string>
    since_on: Temporal.PlainDate
  }
  'directory.caller_note': {
    organisation_id: string
    id: string
    party_id: string
    what: CallerNoteKind
    body: string
    written_at: Temporal.Instant
  }
  'directory.kept_apart': { organisation_id: string; a_id: string; b_id: string }
  'directory.alike': { organisation_id: string; a_id: string; b_id: string; because: string[]; likeness: number }
}
