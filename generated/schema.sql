-- Made from the database by `npm run generate`: what all migrations add up to. To be read, not run.

-- Extensions

create extension btree_gin;
create extension btree_gist;
create extension citext;
create extension pg_trgm;
create extension plpgsql;
create extension unaccent;

-- Schemas

create schema announcements;
create schema authority;
create schema banking;
create schema caldav;
create schema calendar;
create schema calls;
create schema cases;
create schema channels;
create schema directory;
create schema documents;
create schema expenses;
create schema fax;
create schema interviews;
create schema invitations;
create schema kernel;
create schema ledger;
create schema letters;
create schema mail;
create schema matters;
create schema meetings;
create schema mirrors;
create schema notifications;
create schema oncall;
create schema outings;
create schema payables;
create schema payinputs;
create schema permits;
create schema platform;
create schema post;
create schema presence;
create schema printing;
create schema procedures;
create schema proofing;
create schema publishing;
create schema receivables;
create schema registers;
create schema scheduling;
create schema signatures;
create schema supervision;
create schema travel;
create schema visitors;
create schema work;

-- Types

create domain calendar.local as text CHECK ((VALUE ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$'::text));
create domain travel.country as text CHECK ((VALUE ~ '^[A-Z]{2}$'::text));
create domain travel.local as text CHECK ((VALUE ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$'::text));

-- Sequences

create sequence documents.mailbox_mail_entry_seq as bigint;

-- Tables

create table announcements.announcement (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  author_id uuid not null,
  to_everybody boolean not null,
  to_people uuid[] default '{}'::uuid[] not null,
  to_roles uuid[] default '{}'::uuid[] not null,
  language text not null,
  pinned_until date,
  answer_by date,
  decided_by text,
  applies_from date,
  replaces_id uuid,
  checker_id uuid,
  check_note text,
  edition integer default 0 not null,
  reminders integer default 0 not null,
  published_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint announcement_answer_by CHECK (((answer_by IS NULL) OR (kind = ANY (ARRAY['request'::text, 'order'::text])))),
  constraint announcement_check CHECK ((checker_id IS DISTINCT FROM author_id)),
  constraint announcement_check1 CHECK ((replaces_id IS DISTINCT FROM id)),
  constraint announcement_check2 CHECK (((state <> 'checking'::text) OR (checker_id IS NOT NULL))),
  constraint announcement_check3 CHECK (((published_at IS NOT NULL) = (state = ANY (ARRAY['published'::text, 'closed'::text])))),
  constraint announcement_check4 CHECK (((edition > 0) = (published_at IS NOT NULL))),
  constraint announcement_check5 CHECK (((closed_at IS NOT NULL) = (state = 'closed'::text))),
  constraint announcement_check7 CHECK (((kind = 'decision'::text) OR ((decided_by IS NULL) AND (applies_from IS NULL) AND (replaces_id IS NULL)))),
  constraint announcement_check_note_check CHECK (((length(check_note) >= 1) AND (length(check_note) <= 2000))),
  constraint announcement_decided_by_check CHECK (((length(decided_by) >= 1) AND (length(decided_by) <= 200))),
  constraint announcement_edition_check CHECK ((edition >= 0)),
  constraint announcement_kind_check CHECK ((kind = ANY (ARRAY['announcement'::text, 'request'::text, 'decision'::text, 'order'::text]))),
  constraint announcement_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint announcement_reminders_check CHECK (((reminders >= 0) AND (reminders <= 99))),
  constraint announcement_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'checking'::text, 'returned'::text, 'published'::text, 'closed'::text, 'discarded'::text]))),
  constraint announcement_to_people_check CHECK ((cardinality(to_people) <= 500)),
  constraint announcement_to_roles_check CHECK ((cardinality(to_roles) <= 50)),
  constraint announcement_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES kernel.record(organisation_id, id),
  constraint announcement_organisation_id_checker_id_fkey FOREIGN KEY (organisation_id, checker_id) REFERENCES kernel.record(organisation_id, id),
  constraint announcement_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint announcement_organisation_id_replaces_id_fkey FOREIGN KEY (organisation_id, replaces_id) REFERENCES announcements.announcement(organisation_id, id),
  constraint announcement_pkey PRIMARY KEY (organisation_id, id)
);
alter table announcements.announcement enable row level security;
alter table announcements.announcement force row level security;
create table announcements.answer (
  organisation_id uuid not null,
  announcement_id uuid not null,
  person_id uuid not null,
  "position" integer not null,
  value text not null,
  constraint answer_value_check CHECK (((length(value) >= 1) AND (length(value) <= 2000))),
  constraint answer_organisation_id_announcement_id_person_id_fkey FOREIGN KEY (organisation_id, announcement_id, person_id) REFERENCES announcements.reader(organisation_id, announcement_id, person_id) ON DELETE CASCADE,
  constraint answer_organisation_id_announcement_id_position_fkey FOREIGN KEY (organisation_id, announcement_id, "position") REFERENCES announcements.question(organisation_id, announcement_id, "position") ON DELETE CASCADE,
  constraint answer_pkey PRIMARY KEY (organisation_id, announcement_id, person_id, "position")
);
alter table announcements.answer enable row level security;
alter table announcements.answer force row level security;
create table announcements.edition (
  organisation_id uuid not null,
  announcement_id uuid not null,
  number integer not null,
  wordings jsonb not null,
  changed text,
  made_at timestamp with time zone not null,
  made_by_id uuid not null,
  constraint edition_changed_check CHECK (((length(changed) >= 1) AND (length(changed) <= 1000))),
  constraint edition_check CHECK (((number = 1) = (changed IS NULL))),
  constraint edition_number_check CHECK ((number > 0)),
  constraint edition_organisation_id_announcement_id_fkey FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements.announcement(organisation_id, id) ON DELETE CASCADE,
  constraint edition_pkey PRIMARY KEY (organisation_id, announcement_id, number)
);
alter table announcements.edition enable row level security;
alter table announcements.edition force row level security;
create table announcements.question (
  organisation_id uuid not null,
  announcement_id uuid not null,
  "position" integer not null,
  question text not null,
  answer_kind text not null,
  options text[] default '{}'::text[] not null,
  is_optional boolean default false not null,
  constraint question_answer_kind_check CHECK ((answer_kind = ANY (ARRAY['yes-no'::text, 'choice'::text, 'text'::text, 'number'::text, 'date'::text]))),
  constraint question_check CHECK (((answer_kind = 'choice'::text) = (cardinality(options) >= 2))),
  constraint question_options_check CHECK ((cardinality(options) <= 20)),
  constraint question_position_check CHECK ((("position" >= 1) AND ("position" <= 30))),
  constraint question_question_check CHECK (((length(question) >= 1) AND (length(question) <= 300))),
  constraint question_organisation_id_announcement_id_fkey FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements.announcement(organisation_id, id) ON DELETE CASCADE,
  constraint question_pkey PRIMARY KEY (organisation_id, announcement_id, "position")
);
alter table announcements.question enable row level security;
alter table announcements.question force row level security;
create table announcements.reader (
  organisation_id uuid not null,
  announcement_id uuid not null,
  person_id uuid not null,
  edition integer,
  opened_at timestamp with time zone,
  read_at timestamp with time zone,
  answered_at timestamp with time zone,
  reminders integer default 0 not null,
  report text,
  constraint reader_check CHECK (((edition IS NULL) = (opened_at IS NULL))),
  constraint reader_check1 CHECK (((read_at IS NULL) OR (opened_at IS NOT NULL))),
  constraint reader_edition_check CHECK ((edition > 0)),
  constraint reader_reminders_check CHECK ((reminders >= 0)),
  constraint reader_report CHECK (((report IS NULL) OR (answered_at IS NOT NULL))),
  constraint reader_report_check CHECK (((length(report) >= 1) AND (length(report) <= 2000))),
  constraint reader_organisation_id_announcement_id_fkey FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements.announcement(organisation_id, id) ON DELETE CASCADE,
  constraint reader_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint reader_pkey PRIMARY KEY (organisation_id, announcement_id, person_id)
);
alter table announcements.reader enable row level security;
alter table announcements.reader force row level security;
create table announcements.wording (
  organisation_id uuid not null,
  announcement_id uuid not null,
  language text not null,
  title text not null,
  body text not null,
  questions text[] default '{}'::text[] not null,
  constraint wording_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint wording_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint wording_questions_check CHECK ((cardinality(questions) <= 30)),
  constraint wording_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint wording_organisation_id_announcement_id_fkey FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements.announcement(organisation_id, id) ON DELETE CASCADE,
  constraint wording_pkey PRIMARY KEY (organisation_id, announcement_id, language)
);
alter table announcements.wording enable row level security;
alter table announcements.wording force row level security;
create table authority.approval (
  organisation_id uuid not null,
  id uuid not null,
  command text not null,
  permission text not null,
  input jsonb not null,
  input_digest bytea not null,
  basis jsonb not null,
  basis_digest bytea not null,
  because text not null,
  amount_minor bigint,
  amount_currency text,
  asked_by uuid not null,
  asked_for uuid,
  mandate_id uuid,
  asked_at timestamp with time zone not null,
  state text default 'open'::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text default ''::text not null,
  closed_by jsonb,
  constraint approval_amount_currency_check CHECK ((amount_currency ~ '^[A-Z]{3}$'::text)),
  constraint approval_check CHECK (((amount_minor IS NULL) = (amount_currency IS NULL))),
  constraint approval_check1 CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint approval_check2 CHECK (((state = 'closed'::text) = (closed_by IS NOT NULL))),
  constraint approval_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint approval_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint approval_pkey PRIMARY KEY (organisation_id, id)
);
alter table authority.approval enable row level security;
alter table authority.approval force row level security;
create table authority.assignment (
  organisation_id uuid not null,
  principal_id uuid not null,
  role_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint assignment_check CHECK ((until_at > from_at)),
  constraint assignment_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES authority.principal(organisation_id, id) ON DELETE CASCADE,
  constraint assignment_organisation_id_role_id_fkey FOREIGN KEY (organisation_id, role_id) REFERENCES authority.role(organisation_id, id) ON DELETE CASCADE,
  constraint assignment_pkey PRIMARY KEY (organisation_id, principal_id, role_id, from_at),
  constraint assignment_once EXCLUDE USING gist (organisation_id WITH =, principal_id WITH =, role_id WITH =, tstzrange(from_at, until_at) WITH &&)
);
alter table authority.assignment enable row level security;
alter table authority.assignment force row level security;
create table authority.mandate (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  permissions text[] not null,
  limit_minor bigint,
  limit_currency text,
  clearance smallint not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  purpose text default ''::text not null,
  constraint mandate_check CHECK ((until_at > from_at)),
  constraint mandate_check1 CHECK (((limit_minor IS NULL) = (limit_currency IS NULL))),
  constraint mandate_clearance_check CHECK (((clearance >= 0) AND (clearance <= 3))),
  constraint mandate_limit_currency_check CHECK ((limit_currency ~ '^[A-Z]{3}$'::text)),
  constraint mandate_limit_minor_check CHECK ((limit_minor >= 0)),
  constraint mandate_permissions_check CHECK ((cardinality(permissions) > 0)),
  constraint mandate_purpose_check CHECK ((length(purpose) <= 300)),
  constraint mandate_to_another CHECK ((from_id <> to_id)),
  constraint mandate_organisation_id_from_id_fkey FOREIGN KEY (organisation_id, from_id) REFERENCES authority.principal(organisation_id, id),
  constraint mandate_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint mandate_organisation_id_to_id_fkey FOREIGN KEY (organisation_id, to_id) REFERENCES authority.principal(organisation_id, id),
  constraint mandate_pkey PRIMARY KEY (organisation_id, id)
);
alter table authority.mandate enable row level security;
alter table authority.mandate force row level security;
create table authority.principal (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  email public.citext,
  language text not null,
  clearance smallint default 0 not null,
  deputy_id uuid,
  disabled_at timestamp with time zone,
  constraint deputy_is_another CHECK ((deputy_id IS DISTINCT FROM id)),
  constraint principal_check CHECK (((kind = 'person'::text) = (email IS NOT NULL))),
  constraint principal_clearance_check CHECK (((clearance >= 0) AND (clearance <= 3))),
  constraint principal_email_check CHECK ((((length((email)::text) >= 3) AND (length((email)::text) <= 254)) AND (POSITION(('@'::text) IN (email)) > 1))),
  constraint principal_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'assistant'::text]))),
  constraint principal_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint principal_organisation_id_deputy_id_fkey FOREIGN KEY (organisation_id, deputy_id) REFERENCES authority.principal(organisation_id, id),
  constraint principal_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint principal_pkey PRIMARY KEY (organisation_id, id),
  constraint principal_email UNIQUE (organisation_id, email)
);
alter table authority.principal enable row level security;
alter table authority.principal force row level security;
create table authority.principal_limit (
  organisation_id uuid not null,
  principal_id uuid not null,
  permission text not null,
  limit_minor bigint,
  limit_currency text,
  constraint principal_limit_check CHECK (((limit_minor IS NULL) = (limit_currency IS NULL))),
  constraint principal_limit_limit_currency_check CHECK ((limit_currency ~ '^[A-Z]{3}$'::text)),
  constraint principal_limit_limit_minor_check CHECK ((limit_minor >= 0)),
  constraint principal_limit_permission_check CHECK ((permission ~ '^(\*|[a-z]+\.(\*|[a-z-]+))$'::text)),
  constraint principal_limit_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES authority.principal(organisation_id, id) ON DELETE CASCADE,
  constraint principal_limit_pkey PRIMARY KEY (organisation_id, principal_id, permission)
);
alter table authority.principal_limit enable row level security;
alter table authority.principal_limit force row level security;
create table authority.role (
  organisation_id uuid not null,
  id uuid not null,
  key text,
  clearance smallint not null,
  constraint role_clearance_check CHECK (((clearance >= 0) AND (clearance <= 3))),
  constraint role_key_check CHECK ((key = ANY (ARRAY['owner'::text, 'manager'::text, 'clerk'::text, 'bookkeeper'::text, 'colleague'::text, 'assistant'::text]))),
  constraint role_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint role_pkey PRIMARY KEY (organisation_id, id),
  constraint role_organisation_id_key_key UNIQUE (organisation_id, key)
);
alter table authority.role enable row level security;
alter table authority.role force row level security;
create table authority.role_offer (
  organisation_id uuid not null,
  role_id uuid not null,
  permission text not null,
  constraint role_offer_permission_check CHECK ((permission ~ '^(\*|[a-z]+\.(\*|[a-z-]+))$'::text)),
  constraint role_offer_organisation_id_role_id_fkey FOREIGN KEY (organisation_id, role_id) REFERENCES authority.role(organisation_id, id) ON DELETE CASCADE,
  constraint role_offer_pkey PRIMARY KEY (organisation_id, role_id, permission)
);
alter table authority.role_offer enable row level security;
alter table authority.role_offer force row level security;
create table authority.role_permission (
  organisation_id uuid not null,
  role_id uuid not null,
  permission text not null,
  limit_minor bigint,
  limit_currency text,
  constraint role_permission_check CHECK (((limit_minor IS NULL) = (limit_currency IS NULL))),
  constraint role_permission_limit_currency_check CHECK ((limit_currency ~ '^[A-Z]{3}$'::text)),
  constraint role_permission_limit_minor_check CHECK ((limit_minor >= 0)),
  constraint role_permission_permission_check CHECK ((permission ~ '^(\*|[a-z]+\.(\*|[a-z-]+))$'::text)),
  constraint role_permission_organisation_id_role_id_fkey FOREIGN KEY (organisation_id, role_id) REFERENCES authority.role(organisation_id, id) ON DELETE CASCADE,
  constraint role_permission_pkey PRIMARY KEY (organisation_id, role_id, permission)
);
alter table authority.role_permission enable row level security;
alter table authority.role_permission force row level security;
create table banking.account (
  organisation_id uuid not null,
  id uuid not null,
  scheme text not null,
  number text not null,
  currency text not null,
  bic text,
  ledger_account text,
  file_version text not null,
  holder text not null,
  street text,
  postal_code text,
  town text,
  country text not null,
  customer_number text,
  layout jsonb,
  is_closed boolean default false not null,
  constraint account_bic_check CHECK ((bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'::text)),
  constraint account_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint account_customer_number_check CHECK (((length(customer_number) >= 1) AND (length(customer_number) <= 35))),
  constraint account_file_version_check CHECK ((file_version = ANY (ARRAY['09'::text, '03'::text]))),
  constraint account_holder_check CHECK (((length(holder) >= 1) AND (length(holder) <= 140))),
  constraint account_ledger_account_check CHECK (((length(ledger_account) >= 1) AND (length(ledger_account) <= 20))),
  constraint account_number_check CHECK ((number ~ '^[A-Z0-9]{2,40}$'::text)),
  constraint account_postal_code_check CHECK (((length(postal_code) >= 1) AND (length(postal_code) <= 16))),
  constraint account_scheme_check CHECK ((scheme = ANY (ARRAY['iban'::text, 'bankgiro'::text, 'plusgiro'::text, 'account'::text]))),
  constraint account_street_check CHECK (((length(street) >= 1) AND (length(street) <= 70))),
  constraint account_town_check CHECK (((length(town) >= 1) AND (length(town) <= 35))),
  constraint account_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (organisation_id, id)
);
alter table banking.account enable row level security;
alter table banking.account force row level security;
create table banking.account_number (
  organisation_id uuid not null,
  account_id uuid not null,
  scheme text not null,
  number text not null,
  constraint account_number_number_check CHECK ((number ~ '^[A-Z0-9]{2,40}$'::text)),
  constraint account_number_scheme_check CHECK ((scheme = ANY (ARRAY['iban'::text, 'bankgiro'::text, 'plusgiro'::text, 'account'::text]))),
  constraint account_number_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES banking.account(organisation_id, id) ON DELETE CASCADE,
  constraint bank_number_once PRIMARY KEY (organisation_id, scheme, number)
);
alter table banking.account_number enable row level security;
alter table banking.account_number force row level security;
create table banking.advice (
  organisation_id uuid not null,
  payment_id uuid not null,
  mail text not null,
  mail_to text not null,
  subject text not null,
  body text not null,
  paper jsonb not null,
  given_at timestamp with time zone not null,
  given_by_id uuid not null,
  sent_at timestamp with time zone,
  mail_error text,
  constraint advice_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint advice_check CHECK (((mail = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint advice_mail_check CHECK ((mail = ANY (ARRAY['sending'::text, 'begun'::text, 'sent'::text, 'failed'::text, 'no-door'::text, 'doubtful'::text]))),
  constraint advice_mail_error_check CHECK (((length(mail_error) >= 1) AND (length(mail_error) <= 500))),
  constraint advice_mail_to_check CHECK (((length(mail_to) >= 3) AND (length(mail_to) <= 254))),
  constraint advice_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200))),
  constraint advice_organisation_id_payment_id_fkey FOREIGN KEY (organisation_id, payment_id) REFERENCES banking.payment(organisation_id, id) ON DELETE CASCADE,
  constraint advice_pkey PRIMARY KEY (organisation_id, payment_id)
);
alter table banking.advice enable row level security;
alter table banking.advice force row level security;
create table banking.advice_choice (
  organisation_id uuid not null,
  party_id uuid not null,
  mode text not null,
  email text,
  language text,
  constraint advice_choice_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint advice_choice_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint advice_choice_mode_check CHECK ((mode = ANY (ARRAY['off'::text, 'offered'::text, 'by-itself'::text]))),
  constraint advice_choice_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint advice_choice_pkey PRIMARY KEY (organisation_id, party_id)
);
alter table banking.advice_choice enable row level security;
alter table banking.advice_choice force row level security;
create table banking.cash_box (
  organisation_id uuid not null,
  id uuid not null,
  currency text not null,
  ledger_account text,
  keeper_id uuid,
  balance_minor bigint default 0 not null,
  last_number bigint default 0 not null,
  is_closed boolean default false not null,
  constraint cash_box_balance_minor_check CHECK ((balance_minor >= 0)),
  constraint cash_box_closed_empty CHECK (((NOT is_closed) OR (balance_minor = 0))),
  constraint cash_box_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint cash_box_ledger_account_check CHECK (((length(ledger_account) >= 1) AND (length(ledger_account) <= 20))),
  constraint cash_box_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint cash_box_pkey PRIMARY KEY (organisation_id, id)
);
alter table banking.cash_box enable row level security;
alter table banking.cash_box force row level security;
create table banking.cash_count (
  organisation_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  on_day date not null,
  counted_minor bigint not null,
  booked_minor bigint not null,
  pieces jsonb default '[]'::jsonb not null,
  explanation text,
  entry_id uuid,
  counted_by_id uuid not null,
  witness_id uuid,
  counted_at timestamp with time zone not null,
  constraint cash_count_booked_minor_check CHECK ((booked_minor >= 0)),
  constraint cash_count_counted_minor_check CHECK ((counted_minor >= 0)),
  constraint cash_count_explanation_check CHECK (((length(explanation) >= 1) AND (length(explanation) <= 2000))),
  constraint cash_difference_booked CHECK (((counted_minor = booked_minor) = (entry_id IS NULL))),
  constraint cash_difference_explained CHECK (((counted_minor = booked_minor) OR (explanation IS NOT NULL))),
  constraint cash_other_witness CHECK (((witness_id IS NULL) OR (witness_id <> counted_by_id))),
  constraint cash_count_organisation_id_box_id_fkey FOREIGN KEY (organisation_id, box_id) REFERENCES banking.cash_box(organisation_id, id) ON DELETE CASCADE,
  constraint cash_count_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES banking.cash_entry(organisation_id, id),
  constraint cash_count_pkey PRIMARY KEY (organisation_id, id)
);
alter table banking.cash_count enable row level security;
alter table banking.cash_count force row level security;
create table banking.cash_entry (
  organisation_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  number bigint not null,
  what text not null,
  on_day date not null,
  amount_minor bigint not null,
  balance_minor bigint not null,
  text text not null,
  counterparty text,
  account text,
  vat_code text,
  vat_minor bigint default 0 not null,
  document_id uuid,
  item_id uuid,
  takes_back_id uuid,
  made_by_id uuid not null,
  made_at timestamp with time zone not null,
  constraint cash_entry_account_check CHECK (((length(account) >= 1) AND (length(account) <= 20))),
  constraint cash_entry_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint cash_entry_balance_minor_check CHECK ((balance_minor >= 0)),
  constraint cash_entry_check CHECK (((what = 'taken-back'::text) = (takes_back_id IS NOT NULL))),
  constraint cash_entry_check1 CHECK (((what <> ALL (ARRAY['spent'::text, 'to-bank'::text])) OR (amount_minor < 0))),
  constraint cash_entry_check2 CHECK (((what <> ALL (ARRAY['received'::text, 'from-bank'::text])) OR (amount_minor > 0))),
  constraint cash_entry_counterparty_check CHECK (((length(counterparty) >= 1) AND (length(counterparty) <= 200))),
  constraint cash_entry_number_check CHECK ((number > 0)),
  constraint cash_entry_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint cash_entry_vat_code_check CHECK (((length(vat_code) >= 1) AND (length(vat_code) <= 20))),
  constraint cash_entry_what_check CHECK ((what = ANY (ARRAY['spent'::text, 'received'::text, 'from-bank'::text, 'to-bank'::text, 'paid-item'::text, 'difference'::text, 'taken-back'::text]))),
  constraint cash_entry_organisation_id_box_id_fkey FOREIGN KEY (organisation_id, box_id) REFERENCES banking.cash_box(organisation_id, id) ON DELETE CASCADE,
  constraint cash_entry_organisation_id_takes_back_id_fkey FOREIGN KEY (organisation_id, takes_back_id) REFERENCES banking.cash_entry(organisation_id, id),
  constraint cash_entry_pkey PRIMARY KEY (organisation_id, id),
  constraint cash_number_once UNIQUE (organisation_id, box_id, number),
  constraint cash_taken_back_once UNIQUE (organisation_id, takes_back_id)
);
alter table banking.cash_entry enable row level security;
alter table banking.cash_entry force row level security;
create table banking.line (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  statement_id uuid not null,
  kind text not null,
  identity text not null,
  "position" integer not null,
  booked_on date not null,
  value_on date,
  amount_minor bigint not null,
  currency text not null,
  party_name text,
  party_account text,
  bank_ref text,
  end_to_end_id text,
  instruction_id text,
  code text,
  reference jsonb not null,
  text text not null,
  is_reversal boolean not null,
  batch jsonb,
  fee_minor bigint,
  match_id uuid,
  asked_id uuid,
  asked_at timestamp with time zone,
  original_minor bigint,
  original_currency text,
  constraint line_check CHECK (((original_minor IS NULL) = (original_currency IS NULL))),
  constraint line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint line_kind_check CHECK ((kind = ANY (ARRAY['statement'::text, 'advice'::text]))),
  constraint line_original_currency_check CHECK ((original_currency ~ '^[A-Z]{3}$'::text)),
  constraint line_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES banking.account(organisation_id, id),
  constraint line_organisation_id_match_id_fkey FOREIGN KEY (organisation_id, match_id) REFERENCES banking.match(organisation_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint line_organisation_id_statement_id_fkey FOREIGN KEY (organisation_id, statement_id) REFERENCES banking.statement(organisation_id, id),
  constraint line_pkey PRIMARY KEY (organisation_id, id),
  constraint line_once UNIQUE (organisation_id, account_id, kind, identity)
);
alter table banking.line enable row level security;
alter table banking.line force row level security;
create table banking.match (
  organisation_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  parts jsonb not null,
  entry_key text,
  matched_at timestamp with time zone not null,
  matched_by_id uuid not null,
  constraint match_organisation_id_line_id_fkey FOREIGN KEY (organisation_id, line_id) REFERENCES banking.line(organisation_id, id) ON DELETE CASCADE,
  constraint match_pkey PRIMARY KEY (organisation_id, id),
  constraint match_line_once UNIQUE (organisation_id, line_id)
);
alter table banking.match enable row level security;
alter table banking.match force row level security;
create table banking.payment (
  organisation_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  "position" integer not null,
  party_id uuid,
  party_name text not null,
  pay_to jsonb not null,
  reference jsonb,
  text text not null,
  amount_minor bigint not null,
  currency text not null,
  pay_on date not null,
  end_to_end_id text not null,
  payment_info_id text,
  state text not null,
  ticked_at timestamp with time zone,
  reason text,
  handed_key text,
  confirmed_key text,
  settled_on date,
  line_id uuid,
  paid_minor bigint,
  constraint payment_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_check CHECK (((state = 'rejected'::text) = (reason IS NOT NULL))),
  constraint payment_check1 CHECK (((state = 'settled'::text) = (settled_on IS NOT NULL))),
  constraint payment_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payment_end_to_end_id_check CHECK (((length(end_to_end_id) >= 1) AND (length(end_to_end_id) <= 35))),
  constraint payment_paid_minor_check CHECK ((paid_minor > 0)),
  constraint payment_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint payment_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'settled'::text, 'rejected'::text, 'dropped'::text]))),
  constraint payment_organisation_id_line_id_fkey FOREIGN KEY (organisation_id, line_id) REFERENCES banking.line(organisation_id, id),
  constraint payment_organisation_id_run_id_fkey FOREIGN KEY (organisation_id, run_id) REFERENCES banking.run(organisation_id, id) ON DELETE CASCADE,
  constraint payment_pkey PRIMARY KEY (organisation_id, id),
  constraint payment_whole TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint payment_end_to_end_once UNIQUE (organisation_id, end_to_end_id)
);
alter table banking.payment enable row level security;
alter table banking.payment force row level security;
create table banking.payment_item (
  organisation_id uuid not null,
  payment_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  number text,
  due_on date not null,
  amount_minor bigint not null,
  discount_minor bigint default 0 not null,
  live boolean not null,
  constraint payment_item_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint payment_item_discount_minor_check CHECK ((discount_minor >= 0)),
  constraint payment_item_organisation_id_payment_id_fkey FOREIGN KEY (organisation_id, payment_id) REFERENCES banking.payment(organisation_id, id) ON DELETE CASCADE,
  constraint payment_item_pkey PRIMARY KEY (organisation_id, payment_id, item_id),
  constraint payment_item_whole TRIGGER DEFERRABLE INITIALLY DEFERRED
);
alter table banking.payment_item enable row level security;
alter table banking.payment_item force row level security;
create table banking.rule (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  counterparty text not null,
  shown text not null,
  direction smallint not null,
  part jsonb not null,
  uses integer not null,
  last_on date not null,
  constraint rule_counterparty_check CHECK (((length(counterparty) >= 1) AND (length(counterparty) <= 200))),
  constraint rule_direction_check CHECK ((direction = ANY (ARRAY['-1'::integer, 1]))),
  constraint rule_uses_check CHECK ((uses > 0)),
  constraint rule_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES banking.account(organisation_id, id) ON DELETE CASCADE,
  constraint rule_pkey PRIMARY KEY (organisation_id, id),
  constraint rule_once UNIQUE (organisation_id, account_id, counterparty, direction)
);
alter table banking.rule enable row level security;
alter table banking.rule force row level security;
create table banking.run (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  year smallint not null,
  serial bigint not null,
  method text not null,
  state text not null,
  currency text not null,
  message_id text not null,
  proposed_by_id uuid not null,
  proposed_on date not null,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  handed_out_by_id uuid,
  handed_out_at timestamp with time zone,
  accepted_on date,
  settled_on date,
  confirmed_because text,
  file_id uuid,
  file_digest bytea,
  file_name text,
  problem jsonb,
  constraint run_check CHECK (((approved_at IS NULL) = (approved_by_id IS NULL))),
  constraint run_check1 CHECK (((handed_out_at IS NULL) = (handed_out_by_id IS NULL))),
  constraint run_check2 CHECK (((state = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) OR (approved_at IS NOT NULL))),
  constraint run_check3 CHECK (((state <> ALL (ARRAY['handed-out'::text, 'settled'::text, 'rejected'::text])) OR (handed_out_at IS NOT NULL))),
  constraint run_check4 CHECK (((state <> 'proposed'::text) OR (handed_out_at IS NULL))),
  constraint run_check5 CHECK (((file_id IS NULL) = (file_digest IS NULL))),
  constraint run_check6 CHECK (((method = 'hand'::text) OR (handed_out_at IS NULL) OR (file_id IS NOT NULL))),
  constraint run_confirmed_because_check CHECK (((length(confirmed_because) >= 1) AND (length(confirmed_because) <= 1000))),
  constraint run_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint run_message_id_check CHECK (((length(message_id) >= 1) AND (length(message_id) <= 35))),
  constraint run_method_check CHECK ((method = ANY (ARRAY['file'::text, 'hand'::text]))),
  constraint run_serial_check CHECK ((serial > 0)),
  constraint run_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'handed-out'::text, 'settled'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint run_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES banking.account(organisation_id, id),
  constraint run_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint run_pkey PRIMARY KEY (organisation_id, id),
  constraint run_message_once UNIQUE (organisation_id, message_id),
  constraint run_number_once UNIQUE (organisation_id, year, serial)
);
alter table banking.run enable row level security;
alter table banking.run force row level security;
create table banking.settings (
  organisation_id uuid not null,
  four_eyes boolean not null,
  book_at_hand_out boolean not null,
  constraint settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint settings_pkey PRIMARY KEY (organisation_id)
);
alter table banking.settings enable row level security;
alter table banking.settings force row level security;
create table banking.statement (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  digest bytea not null,
  file_name text not null,
  state text not null,
  format text,
  account_id uuid,
  run_id uuid,
  taken_on date not null,
  line_count integer default 0 not null,
  new_count integer default 0 not null,
  findings jsonb default '[]'::jsonb not null,
  problem jsonb,
  head jsonb,
  layout jsonb,
  constraint statement_check CHECK (((state = ANY (ARRAY['asks'::text, 'refused'::text])) = (problem IS NOT NULL))),
  constraint statement_check1 CHECK (((state <> 'read'::text) OR (format IS NOT NULL))),
  constraint statement_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'asks'::text, 'refused'::text]))),
  constraint statement_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES banking.account(organisation_id, id),
  constraint statement_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint statement_organisation_id_run_id_fkey FOREIGN KEY (organisation_id, run_id) REFERENCES banking.run(organisation_id, id),
  constraint statement_pkey PRIMARY KEY (organisation_id, id)
);
alter table banking.statement enable row level security;
alter table banking.statement force row level security;
create table banking.statement_part (
  organisation_id uuid not null,
  statement_id uuid not null,
  "position" integer not null,
  account_id uuid not null,
  kind text not null,
  sequence text,
  currency text not null,
  from_on date,
  to_on date,
  opening_on date,
  opening_minor bigint,
  closing_on date,
  closing_minor bigint,
  line_count integer not null,
  new_count integer not null,
  constraint statement_part_check CHECK (((opening_on IS NULL) = (opening_minor IS NULL))),
  constraint statement_part_check1 CHECK (((closing_on IS NULL) = (closing_minor IS NULL))),
  constraint statement_part_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint statement_part_kind_check CHECK ((kind = ANY (ARRAY['statement'::text, 'intraday'::text, 'advice'::text]))),
  constraint statement_part_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES banking.account(organisation_id, id),
  constraint statement_part_organisation_id_statement_id_fkey FOREIGN KEY (organisation_id, statement_id) REFERENCES banking.statement(organisation_id, id) ON DELETE CASCADE,
  constraint statement_part_pkey PRIMARY KEY (organisation_id, statement_id, "position")
);
alter table banking.statement_part enable row level security;
alter table banking.statement_part force row level security;
create table caldav.alias (
  organisation_id uuid not null,
  principal_id uuid not null,
  slug text not null,
  calendar_id uuid not null,
  constraint alias_slug_check CHECK (((length(slug) >= 1) AND (length(slug) <= 200))),
  constraint alias_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint alias_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint alias_pkey PRIMARY KEY (organisation_id, principal_id, slug),
  constraint alias_once UNIQUE (organisation_id, principal_id, calendar_id)
);
alter table caldav.alias enable row level security;
alter table caldav.alias force row level security;
create table caldav.card (
  organisation_id uuid not null,
  party_id uuid not null,
  href text not null,
  uid text not null,
  extra text not null,
  changed_at timestamp with time zone not null,
  constraint card_extra_check CHECK ((length(extra) <= 200000)),
  constraint card_href_check CHECK (((length(href) >= 1) AND (length(href) <= 255))),
  constraint card_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 400))),
  constraint card_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint card_pkey PRIMARY KEY (organisation_id, party_id),
  constraint card_href_once UNIQUE (organisation_id, href)
);
alter table caldav.card enable row level security;
alter table caldav.card force row level security;
create table caldav.feed (
  organisation_id uuid not null,
  id uuid not null,
  calendar_id uuid,
  principal_id uuid not null,
  scope text not null,
  name text not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  days text,
  constraint feed_days_check CHECK ((days = ANY (ARRAY['holidays'::text, 'schools'::text, 'birthdays'::text]))),
  constraint feed_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint feed_of_one CHECK (((calendar_id IS NULL) <> (days IS NULL))),
  constraint feed_scope_check CHECK ((scope = ANY (ARRAY['full'::text, 'busy'::text]))),
  constraint feed_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint feed_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint feed_pkey PRIMARY KEY (organisation_id, id)
);
alter table caldav.feed enable row level security;
alter table caldav.feed force row level security;
create table caldav.property (
  organisation_id uuid not null,
  principal_id uuid not null,
  target text not null,
  name text not null,
  value text not null,
  constraint property_name_check CHECK (((length(name) >= 3) AND (length(name) <= 300))),
  constraint property_target_check CHECK (((length(target) >= 1) AND (length(target) <= 60))),
  constraint property_value_check CHECK ((length(value) <= 10000)),
  constraint property_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint property_pkey PRIMARY KEY (organisation_id, principal_id, target, name)
);
alter table caldav.property enable row level security;
alter table caldav.property force row level security;
create table calendar."placing" (
  organisation_id uuid not null,
  event_id uuid not null,
  calendar_id uuid not null,
  laying text not null,
  href text not null,
  etag text not null,
  change_no bigint not null,
  reminders integer[] default '{}'::integer[] not null,
  waiting boolean default false not null,
  ics text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint placing_href_check CHECK (((length(href) >= 1) AND (length(href) <= 255))),
  constraint placing_laying_check CHECK ((laying = ANY (ARRAY['home'::text, 'guest'::text, 'booking'::text]))),
  constraint placing_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES calendar.calendar(organisation_id, id),
  constraint placing_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES calendar.event(organisation_id, id) ON DELETE CASCADE,
  constraint placing_pkey PRIMARY KEY (organisation_id, event_id, calendar_id),
  constraint placing_href_once UNIQUE (organisation_id, calendar_id, href)
);
alter table calendar."placing" enable row level security;
alter table calendar."placing" force row level security;
create table calendar.birthday (
  organisation_id uuid not null,
  of_id uuid not null,
  month smallint not null,
  day smallint not null,
  constraint birthday_check CHECK (((day >= 1) AND (day <=
CASE
    WHEN (month = 2) THEN 29
    WHEN (month = ANY (ARRAY[4, 6, 9, 11])) THEN 30
    ELSE 31
END))),
  constraint birthday_month_check CHECK (((month >= 1) AND (month <= 12))),
  constraint birthday_organisation_id_of_id_fkey FOREIGN KEY (organisation_id, of_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint birthday_pkey PRIMARY KEY (organisation_id, of_id)
);
alter table calendar.birthday enable row level security;
alter table calendar.birthday force row level security;
create table calendar.calendar (
  organisation_id uuid not null,
  id uuid not null,
  type text not null,
  owner_id uuid,
  owner_role_id uuid,
  colour text not null,
  zone text not null,
  everyone text not null,
  horizon_months smallint not null,
  change_no bigint default 0 not null,
  retired_at timestamp with time zone,
  constraint calendar_check CHECK (((type <> 'main'::text) OR (owner_id IS NOT NULL))),
  constraint calendar_everyone_check CHECK ((everyone = ANY (ARRAY['none'::text, 'busy'::text, 'read'::text, 'write'::text]))),
  constraint calendar_horizon_months_check CHECK (((horizon_months >= 1) AND (horizon_months <= 60))),
  constraint calendar_type_check CHECK ((type = ANY (ARRAY['main'::text, 'own'::text, 'team'::text, 'place'::text, 'holidays'::text, 'feed'::text]))),
  constraint calendar_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint calendar_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint calendar_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint calendar_pkey PRIMARY KEY (organisation_id, id)
);
alter table calendar.calendar enable row level security;
alter table calendar.calendar force row level security;
create table calendar.day_choice (
  organisation_id uuid not null,
  principal_id uuid not null,
  holidays boolean not null,
  countries text[] not null,
  schools uuid[] not null,
  birthdays boolean not null,
  constraint day_choice_countries_check CHECK ((cardinality(countries) <= 12)),
  constraint day_choice_schools_check CHECK ((cardinality(schools) <= 20)),
  constraint day_choice_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint day_choice_pkey PRIMARY KEY (organisation_id, principal_id)
);
alter table calendar.day_choice enable row level security;
alter table calendar.day_choice force row level security;
create table calendar.event (
  organisation_id uuid not null,
  id uuid not null,
  uid text not null,
  sequence integer default 0 not null,
  home_id uuid not null,
  all_day boolean not null,
  start_local calendar.local not null,
  end_local calendar.local not null,
  zone text,
  rule text,
  added text[] default '{}'::text[] not null,
  left_out text[] default '{}'::text[] not null,
  place text,
  notes text,
  category text,
  privacy text not null,
  show_as text not null,
  status text not null,
  setup_minutes integer default 0 not null,
  cleanup_minutes integer default 0 not null,
  travel_before_minutes integer default 0 not null,
  travel_after_minutes integer default 0 not null,
  conference_url text,
  document_ids uuid[] default '{}'::uuid[] not null,
  organiser_id uuid,
  sent_by_id uuid,
  organiser_email text,
  organiser_name text,
  split_from_id uuid,
  laid_from timestamp with time zone,
  laid_until timestamp with time zone,
  zones_edition text not null,
  constraint event_category_check CHECK (((length(category) >= 1) AND (length(category) <= 80))),
  constraint event_check CHECK ((all_day = (zone IS NULL))),
  constraint event_check1 CHECK (((organiser_id IS NULL) <> (organiser_email IS NULL))),
  constraint event_check2 CHECK (((organiser_email IS NULL) = (organiser_name IS NULL))),
  constraint event_check3 CHECK (((sent_by_id IS NULL) OR (organiser_id IS NOT NULL))),
  constraint event_cleanup_minutes_check CHECK (((cleanup_minutes >= 0) AND (cleanup_minutes <= 1440))),
  constraint event_conference_url_check CHECK (((length(conference_url) >= 1) AND (length(conference_url) <= 2000))),
  constraint event_notes_check CHECK ((length(notes) <= 50000)),
  constraint event_organiser_email_check CHECK (((length(organiser_email) >= 3) AND (length(organiser_email) <= 254))),
  constraint event_organiser_name_check CHECK (((length(organiser_name) >= 1) AND (length(organiser_name) <= 200))),
  constraint event_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300))),
  constraint event_privacy_check CHECK ((privacy = ANY (ARRAY['open'::text, 'private'::text, 'confidential'::text]))),
  constraint event_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 500))),
  constraint event_sequence_check CHECK ((sequence >= 0)),
  constraint event_setup_minutes_check CHECK (((setup_minutes >= 0) AND (setup_minutes <= 1440))),
  constraint event_show_as_check CHECK ((show_as = ANY (ARRAY['busy'::text, 'free'::text, 'tentative'::text, 'away'::text]))),
  constraint event_status_check CHECK ((status = ANY (ARRAY['confirmed'::text, 'tentative'::text, 'cancelled'::text]))),
  constraint event_time CHECK (((end_local)::text >= (start_local)::text)),
  constraint event_travel_after_minutes_check CHECK (((travel_after_minutes >= 0) AND (travel_after_minutes <= 1440))),
  constraint event_travel_before_minutes_check CHECK (((travel_before_minutes >= 0) AND (travel_before_minutes <= 1440))),
  constraint event_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 400))),
  constraint event_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint event_organisation_id_home_id_fkey FOREIGN KEY (organisation_id, home_id) REFERENCES calendar.calendar(organisation_id, id),
  constraint event_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint event_pkey PRIMARY KEY (organisation_id, id),
  constraint event_uid_once UNIQUE (organisation_id, home_id, uid)
);
alter table calendar.event enable row level security;
alter table calendar.event force row level security;
create table calendar.gone (
  organisation_id uuid not null,
  calendar_id uuid not null,
  href text not null,
  change_no bigint not null,
  constraint gone_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES calendar.calendar(organisation_id, id) ON DELETE CASCADE,
  constraint gone_pkey PRIMARY KEY (organisation_id, calendar_id, href)
);
alter table calendar.gone enable row level security;
alter table calendar.gone force row level security;
create table calendar.guest (
  organisation_id uuid not null,
  event_id uuid not null,
  "position" smallint not null,
  principal_id uuid,
  calendar_id uuid,
  email text,
  name text,
  party_id uuid,
  role text not null,
  answer text not null,
  note text,
  answered_at timestamp with time zone,
  constraint guest_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'accepted'::text, 'declined'::text, 'tentative'::text, 'delegated'::text]))),
  constraint guest_check CHECK ((num_nonnulls(principal_id, calendar_id, email) = 1)),
  constraint guest_check1 CHECK (((email IS NULL) = (name IS NULL))),
  constraint guest_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint guest_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint guest_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint guest_position_check CHECK (("position" >= 0)),
  constraint guest_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'required'::text, 'optional'::text, 'informed'::text]))),
  constraint guest_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES calendar.place(organisation_id, id),
  constraint guest_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES calendar.event(organisation_id, id) ON DELETE CASCADE,
  constraint guest_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id),
  constraint guest_pkey PRIMARY KEY (organisation_id, event_id, "position")
);
alter table calendar.guest enable row level security;
alter table calendar.guest force row level security;
create table calendar.hold (
  organisation_id uuid not null,
  id uuid not null,
  title text not null,
  by_id uuid not null,
  until_at timestamp with time zone not null,
  constraint hold_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  constraint hold_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint hold_pkey PRIMARY KEY (organisation_id, id)
);
alter table calendar.hold enable row level security;
alter table calendar.hold force row level security;
create table calendar.instance (
  organisation_id uuid not null,
  event_id uuid not null,
  recurrence calendar.local not null,
  change jsonb not null,
  constraint instance_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES calendar.event(organisation_id, id) ON DELETE CASCADE,
  constraint instance_pkey PRIMARY KEY (organisation_id, event_id, recurrence)
);
alter table calendar.instance enable row level security;
alter table calendar.instance force row level security;
create table calendar.occurrence (
  organisation_id uuid not null,
  calendar_id uuid not null,
  source_id uuid not null,
  recurrence calendar.local not null,
  event_id uuid,
  hold_id uuid,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  from_day date,
  until_day date,
  blocks tstzrange not null,
  show_as text not null,
  exclusive boolean not null,
  checked_in_at timestamp with time zone,
  constraint occurrence_check CHECK ((num_nonnulls(event_id, hold_id) = 1)),
  constraint occurrence_check1 CHECK ((source_id = COALESCE(event_id, hold_id))),
  constraint occurrence_check2 CHECK ((end_at >= start_at)),
  constraint occurrence_check3 CHECK (((from_day IS NULL) = (until_day IS NULL))),
  constraint occurrence_show_as_check CHECK ((show_as = ANY (ARRAY['busy'::text, 'free'::text, 'tentative'::text, 'away'::text]))),
  constraint occurrence_organisation_id_event_id_calendar_id_fkey FOREIGN KEY (organisation_id, event_id, calendar_id) REFERENCES calendar."placing"(organisation_id, event_id, calendar_id) ON DELETE CASCADE,
  constraint occurrence_organisation_id_hold_id_fkey FOREIGN KEY (organisation_id, hold_id) REFERENCES calendar.hold(organisation_id, id) ON DELETE CASCADE,
  constraint occurrence_pkey PRIMARY KEY (organisation_id, source_id, calendar_id, recurrence),
  constraint occurrence_apart EXCLUDE USING gist (organisation_id WITH =, calendar_id WITH =, blocks WITH &&) WHERE (exclusive) DEFERRABLE
);
alter table calendar.occurrence enable row level security;
alter table calendar.occurrence force row level security;
create table calendar.place (
  organisation_id uuid not null,
  id uuid not null,
  type text not null,
  seats integer,
  equipment text[] default '{}'::text[] not null,
  site text,
  description text,
  picture_ids uuid[] default '{}'::uuid[] not null,
  keeper_id uuid,
  keeper_role_id uuid,
  bookable_by uuid[] default '{}'::uuid[] not null,
  longest_minutes integer,
  ahead_days integer,
  needs_approval boolean default false not null,
  release_minutes integer,
  setup_minutes integer default 0 not null,
  cleanup_minutes integer default 0 not null,
  show_titles boolean default true not null,
  constraint place_ahead_days_check CHECK (((ahead_days >= 1) AND (ahead_days <= 3650))),
  constraint place_cleanup_minutes_check CHECK (((cleanup_minutes >= 0) AND (cleanup_minutes <= 1440))),
  constraint place_description_check CHECK ((length(description) <= 5000)),
  constraint place_longest_minutes_check CHECK (((longest_minutes >= 5) AND (longest_minutes <= 100000))),
  constraint place_release_minutes_check CHECK (((release_minutes >= 1) AND (release_minutes <= 1440))),
  constraint place_seats_check CHECK (((seats >= 0) AND (seats <= 10000))),
  constraint place_setup_minutes_check CHECK (((setup_minutes >= 0) AND (setup_minutes <= 1440))),
  constraint place_site_check CHECK (((length(site) >= 1) AND (length(site) <= 200))),
  constraint place_type_check CHECK ((type = ANY (ARRAY['room'::text, 'thing'::text]))),
  constraint place_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES calendar.calendar(organisation_id, id) ON DELETE CASCADE,
  constraint place_organisation_id_keeper_id_fkey FOREIGN KEY (organisation_id, keeper_id) REFERENCES kernel.record(organisation_id, id),
  constraint place_pkey PRIMARY KEY (organisation_id, id)
);
alter table calendar.place enable row level security;
alter table calendar.place force row level security;
create table calendar.reminded (
  organisation_id uuid not null,
  principal_id uuid not null,
  event_id uuid not null,
  recurrence calendar.local not null,
  minutes integer not null,
  start_at timestamp with time zone not null,
  constraint reminded_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES calendar.event(organisation_id, id) ON DELETE CASCADE,
  constraint reminded_pkey PRIMARY KEY (organisation_id, principal_id, event_id, recurrence, minutes)
);
alter table calendar.reminded enable row level security;
alter table calendar.reminded force row level security;
create table calendar.school_calendar (
  organisation_id uuid not null,
  id uuid not null,
  country text not null,
  region text,
  layout jsonb,
  retired_at timestamp with time zone,
  constraint school_calendar_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint school_calendar_region_check CHECK (((length(region) >= 1) AND (length(region) <= 100))),
  constraint school_calendar_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint school_calendar_pkey PRIMARY KEY (organisation_id, id)
);
alter table calendar.school_calendar enable row level security;
alter table calendar.school_calendar force row level security;
create table calendar.school_choice (
  organisation_id uuid not null,
  principal_id uuid not null,
  calendar_id uuid not null,
  constraint school_choice_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES calendar.school_calendar(organisation_id, id) ON DELETE CASCADE,
  constraint school_choice_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint school_choice_pkey PRIMARY KEY (organisation_id, principal_id, calendar_id)
);
alter table calendar.school_choice enable row level security;
alter table calendar.school_choice force row level security;
create table calendar.school_day (
  organisation_id uuid not null,
  calendar_id uuid not null,
  from_on date not null,
  until_on date not null,
  title text not null,
  constraint school_day_in_order CHECK ((until_on >= from_on)),
  constraint school_day_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint school_day_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES calendar.school_calendar(organisation_id, id) ON DELETE CASCADE,
  constraint school_day_pkey PRIMARY KEY (organisation_id, calendar_id, from_on, title)
);
alter table calendar.school_day enable row level security;
alter table calendar.school_day force row level security;
create table calendar.service (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  recurrence calendar.local,
  place_id uuid,
  kind text not null,
  what text not null,
  heads integer,
  diets text,
  offset_minutes integer not null,
  start_at timestamp with time zone not null,
  responsible_id uuid,
  currency text,
  cost_minor bigint,
  cost_centre text,
  state text not null,
  edition integer not null,
  by_id uuid not null,
  constraint service_check CHECK (((currency IS NULL) = (cost_minor IS NULL))),
  constraint service_cost_centre_check CHECK (((length(cost_centre) >= 1) AND (length(cost_centre) <= 40))),
  constraint service_cost_minor_check CHECK ((cost_minor >= 0)),
  constraint service_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint service_diets_check CHECK (((length(diets) >= 1) AND (length(diets) <= 500))),
  constraint service_edition_check CHECK ((edition > 0)),
  constraint service_heads_check CHECK (((heads >= 1) AND (heads <= 10000))),
  constraint service_kind_check CHECK ((kind = ANY (ARRAY['catering'::text, 'set-up'::text]))),
  constraint service_offset_minutes_check CHECK (((offset_minutes >= '-1440'::integer) AND (offset_minutes <= 10080))),
  constraint service_state_check CHECK ((state = ANY (ARRAY['ordered'::text, 'cancelled'::text, 'fallen'::text]))),
  constraint service_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500))),
  constraint service_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint service_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES kernel.record(organisation_id, id),
  constraint service_pkey PRIMARY KEY (organisation_id, id)
);
alter table calendar.service enable row level security;
alter table calendar.service force row level security;
create table calendar.share (
  organisation_id uuid not null,
  calendar_id uuid not null,
  with_id uuid not null,
  degree text not null,
  constraint share_degree_check CHECK ((degree = ANY (ARRAY['busy'::text, 'read'::text, 'write'::text, 'manage'::text]))),
  constraint share_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES calendar.calendar(organisation_id, id) ON DELETE CASCADE,
  constraint share_pkey PRIMARY KEY (organisation_id, calendar_id, with_id)
);
alter table calendar.share enable row level security;
alter table calendar.share force row level security;
create table calls.call (
  organisation_id uuid not null,
  id uuid not null,
  direction text not null,
  state text not null,
  number text,
  party_id uuid,
  caller text default ''::text not null,
  line text default ''::text not null,
  queue text default ''::text not null,
  for_ids uuid[] default '{}'::uuid[] not null,
  taken_by_id uuid,
  wire_id uuid,
  external_id text,
  rang_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  cause text default ''::text not null,
  note text default ''::text not null,
  outcome text,
  handed_to_id uuid,
  settled_at timestamp with time zone,
  settled_by_id uuid,
  removed_at timestamp with time zone,
  channel text,
  placed_at timestamp with time zone,
  constraint call_caller_check CHECK ((length(caller) <= 200)),
  constraint call_cause_check CHECK ((length(cause) <= 60)),
  constraint call_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 200))),
  constraint call_check CHECK (((wire_id IS NULL) = (external_id IS NULL))),
  constraint call_check1 CHECK (((state <> 'missed'::text) OR (direction = 'in'::text))),
  constraint call_check2 CHECK (((settled_at IS NULL) = (settled_by_id IS NULL))),
  constraint call_check3 CHECK ((ended_at >= rang_at)),
  constraint call_check4 CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['ended'::text, 'missed'::text])))),
  constraint call_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint call_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  constraint call_for_ids_check CHECK ((cardinality(for_ids) <= 200)),
  constraint call_line_check CHECK ((length(line) <= 80)),
  constraint call_note_check CHECK ((length(note) <= 5000)),
  constraint call_number_check CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  constraint call_outcome_check CHECK ((outcome = ANY (ARRAY['helped'::text, 'message'::text, 'handed-over'::text, 'call-back'::text, 'no-answer'::text, 'wrong-number'::text, 'unwanted'::text]))),
  constraint call_queue_check CHECK ((length(queue) <= 80)),
  constraint call_state_check CHECK ((state = ANY (ARRAY['ringing'::text, 'answered'::text, 'ended'::text, 'missed'::text]))),
  constraint call_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint call_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint call_organisation_id_taken_by_id_fkey FOREIGN KEY (organisation_id, taken_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint call_organisation_id_wire_id_fkey FOREIGN KEY (organisation_id, wire_id) REFERENCES calls.wire(organisation_id, id),
  constraint call_pkey PRIMARY KEY (organisation_id, id),
  constraint call_once UNIQUE (organisation_id, wire_id, external_id)
);
alter table calls.call enable row level security;
alter table calls.call force row level security;
create table calls.extension (
  organisation_id uuid not null,
  wire_id uuid not null,
  person_id uuid not null,
  told_as text not null,
  key text not null,
  constraint extension_key_check CHECK (((length(key) >= 1) AND (length(key) <= 80))),
  constraint extension_told_as_check CHECK (((length(told_as) >= 1) AND (length(told_as) <= 80))),
  constraint extension_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint extension_organisation_id_wire_id_fkey FOREIGN KEY (organisation_id, wire_id) REFERENCES calls.wire(organisation_id, id) ON DELETE CASCADE,
  constraint extension_pkey PRIMARY KEY (organisation_id, wire_id, person_id),
  constraint extension_once UNIQUE (organisation_id, wire_id, key)
);
alter table calls.extension enable row level security;
alter table calls.extension force row level security;
create table calls.line (
  organisation_id uuid not null,
  id uuid not null,
  told_as text not null,
  key text not null,
  member_ids uuid[] not null,
  retired_at timestamp with time zone,
  constraint line_key_check CHECK (((length(key) >= 1) AND (length(key) <= 80))),
  constraint line_member_ids_check CHECK (((cardinality(member_ids) >= 1) AND (cardinality(member_ids) <= 50))),
  constraint line_told_as_check CHECK (((length(told_as) >= 1) AND (length(told_as) <= 80))),
  constraint line_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint line_pkey PRIMARY KEY (organisation_id, id)
);
alter table calls.line enable row level security;
alter table calls.line force row level security;
create table calls.phone_account (
  organisation_id uuid not null,
  person_id uuid not null,
  username text not null,
  secret_id uuid not null,
  constraint phone_account_username_check CHECK ((username ~ '^[A-Za-z0-9._+~-]{1,64}$'::text)),
  constraint phone_account_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint phone_account_pkey PRIMARY KEY (organisation_id, person_id),
  constraint phone_account_once UNIQUE (organisation_id, username)
);
alter table calls.phone_account enable row level security;
alter table calls.phone_account force row level security;
create table calls.phone_leg (
  organisation_id uuid not null,
  person_id uuid not null,
  external_id text not null,
  call_id uuid not null,
  began_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint phone_leg_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  constraint phone_leg_organisation_id_call_id_fkey FOREIGN KEY (organisation_id, call_id) REFERENCES calls.call(organisation_id, id) ON DELETE CASCADE,
  constraint phone_leg_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint phone_leg_pkey PRIMARY KEY (organisation_id, person_id, external_id)
);
alter table calls.phone_leg enable row level security;
alter table calls.phone_leg force row level security;
create table calls.phone_server (
  organisation_id uuid not null,
  address text not null,
  domain text not null,
  stun text,
  turn text,
  turn_username text,
  turn_secret_id uuid,
  echo text,
  voicemail text,
  constraint phone_server_address_check CHECK (((address ~ '^(wss://[a-z0-9.-]+|ws://(localhost|127\.0\.0\.1))(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$'::text) AND (length(address) <= 300))),
  constraint phone_server_check CHECK (((turn IS NOT NULL) OR ((turn_username IS NULL) AND (turn_secret_id IS NULL)))),
  constraint phone_server_domain_check CHECK (((domain ~ '^[a-z0-9.-]+(:[0-9]{1,5})?$'::text) AND (length(domain) <= 253))),
  constraint phone_server_echo_check CHECK (((length(echo) >= 1) AND (length(echo) <= 80))),
  constraint phone_server_stun_check CHECK (((stun ~ '^stuns?:[a-z0-9.-]+(:[0-9]{1,5})?$'::text) AND (length(stun) <= 300))),
  constraint phone_server_turn_check CHECK (((turn ~ '^turns?:[a-z0-9.-]+(:[0-9]{1,5})?(\?transport=(udp|tcp))?$'::text) AND (length(turn) <= 300))),
  constraint phone_server_turn_username_check CHECK (((length(turn_username) >= 1) AND (length(turn_username) <= 200))),
  constraint phone_server_voicemail_check CHECK (((length(voicemail) >= 1) AND (length(voicemail) <= 80))),
  constraint phone_server_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint phone_server_pkey PRIMARY KEY (organisation_id)
);
alter table calls.phone_server enable row level security;
alter table calls.phone_server force row level security;
create table calls.rule (
  organisation_id uuid not null,
  deputy_minutes smallint not null,
  on_call_minutes smallint not null,
  constraint rule_deputy_minutes_check CHECK (((deputy_minutes >= 1) AND (deputy_minutes <= 1440))),
  constraint rule_on_call_minutes_check CHECK (((on_call_minutes >= 1) AND (on_call_minutes <= 1440))),
  constraint rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint rule_pkey PRIMARY KEY (organisation_id)
);
alter table calls.rule enable row level security;
alter table calls.rule force row level security;
create table calls.slip (
  organisation_id uuid not null,
  id uuid not null,
  call_id uuid,
  for_id uuid,
  also_ids uuid[] default '{}'::uuid[] not null,
  party_id uuid,
  caller text not null,
  number text,
  about text default ''::text not null,
  body text default ''::text not null,
  wish text not null,
  call_back_at timestamp with time zone,
  urgent boolean not null,
  private boolean not null,
  state text not null,
  taken_by_id uuid not null,
  taken_at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_by_id uuid,
  done_at timestamp with time zone,
  outcome text default ''::text not null,
  turn smallint default 0 not null,
  step smallint default 0 not null,
  next_at timestamp with time zone,
  constraint slip_about_check CHECK ((length(about) <= 200)),
  constraint slip_also_ids_check CHECK ((cardinality(also_ids) <= 10)),
  constraint slip_body_check CHECK ((length(body) <= 5000)),
  constraint slip_caller_check CHECK (((length(caller) >= 1) AND (length(caller) <= 200))),
  constraint slip_check CHECK (((read_at IS NULL) = (read_by_id IS NULL))),
  constraint slip_check1 CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint slip_check2 CHECK (((state <> 'read'::text) OR (read_at IS NOT NULL))),
  constraint slip_check3 CHECK (((next_at IS NULL) OR ((state = 'unread'::text) AND urgent))),
  constraint slip_number_check CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  constraint slip_outcome_check CHECK ((length(outcome) <= 1000)),
  constraint slip_state_check CHECK ((state = ANY (ARRAY['unread'::text, 'read'::text, 'done'::text, 'withdrawn'::text]))),
  constraint slip_step_check CHECK (((step >= 0) AND (step <= 2))),
  constraint slip_wish_check CHECK ((wish = ANY (ARRAY['call-back'::text, 'calls-again'::text, 'returned'::text, 'message'::text]))),
  constraint slip_organisation_id_call_id_fkey FOREIGN KEY (organisation_id, call_id) REFERENCES calls.call(organisation_id, id),
  constraint slip_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id),
  constraint slip_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint slip_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint slip_pkey PRIMARY KEY (organisation_id, id)
);
alter table calls.slip enable row level security;
alter table calls.slip force row level security;
create table calls.voicemail (
  organisation_id uuid not null,
  slip_id uuid not null,
  key bytea not null,
  digest bytea not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  plays boolean not null,
  seconds integer,
  constraint voicemail_digest_check CHECK ((length(digest) = 32)),
  constraint voicemail_key_check CHECK ((length(key) = 32)),
  constraint voicemail_media_type_check CHECK (((length(media_type) >= 1) AND (length(media_type) <= 80))),
  constraint voicemail_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint voicemail_seconds_check CHECK ((seconds >= 0)),
  constraint voicemail_size_bytes_check CHECK ((size_bytes > 0)),
  constraint voicemail_organisation_id_slip_id_fkey FOREIGN KEY (organisation_id, slip_id) REFERENCES calls.slip(organisation_id, id) ON DELETE CASCADE,
  constraint voicemail_pkey PRIMARY KEY (organisation_id, slip_id),
  constraint voicemail_once UNIQUE (organisation_id, key)
);
alter table calls.voicemail enable row level security;
alter table calls.voicemail force row level security;
create table calls.wire (
  organisation_id uuid not null,
  id uuid not null,
  member_ids uuid[] default '{}'::uuid[] not null,
  heard_at timestamp with time zone,
  retired_at timestamp with time zone,
  kind text default 'webhook'::text not null,
  host text,
  port integer,
  username text,
  secret_id uuid,
  public_key text,
  number text,
  context text,
  connected_at timestamp with time zone,
  problem text,
  constraint wire_check CHECK (((connected_at IS NULL) OR (problem IS NULL))),
  constraint wire_check1 CHECK (((kind <> ALL (ARRAY['fritzbox'::text, 'asterisk'::text])) OR ((host IS NOT NULL) AND (port IS NOT NULL)))),
  constraint wire_check2 CHECK (((kind <> 'asterisk'::text) OR ((username IS NOT NULL) AND (secret_id IS NOT NULL) AND (context IS NOT NULL)))),
  constraint wire_check3 CHECK (((kind <> 'twilio'::text) OR ((username IS NOT NULL) AND (secret_id IS NOT NULL)))),
  constraint wire_check4 CHECK (((kind <> 'telnyx'::text) OR (public_key IS NOT NULL))),
  constraint wire_context_check CHECK (((length(context) >= 1) AND (length(context) <= 80))),
  constraint wire_host_check CHECK (((length(host) >= 1) AND (length(host) <= 253))),
  constraint wire_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'fritzbox'::text, 'asterisk'::text, 'twilio'::text, 'telnyx'::text]))),
  constraint wire_member_ids_check CHECK ((cardinality(member_ids) <= 50)),
  constraint wire_number_check CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  constraint wire_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint wire_problem_check CHECK ((problem = ANY (ARRAY['unreachable'::text, 'host-unknown'::text, 'not-a-telephone-system'::text, 'sign-in-refused'::text, 'broken'::text]))),
  constraint wire_public_key_check CHECK (((length(public_key) >= 1) AND (length(public_key) <= 200))),
  constraint wire_username_check CHECK (((length(username) >= 1) AND (length(username) <= 100))),
  constraint wire_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint wire_pkey PRIMARY KEY (organisation_id, id)
);
alter table calls.wire enable row level security;
alter table calls.wire force row level security;
create table cases.answer (
  organisation_id uuid not null,
  id uuid not null,
  tags text[] default '{}'::text[] not null,
  owner_id uuid,
  valid_until date,
  reviewed_on date not null,
  review_months integer not null,
  review_raised_at timestamp with time zone,
  from_id uuid,
  retired_at timestamp with time zone,
  constraint answer_review_months_check CHECK (((review_months >= 1) AND (review_months <= 60))),
  constraint answer_tags_check CHECK ((cardinality(tags) <= 20)),
  constraint answer_organisation_id_from_id_fkey FOREIGN KEY (organisation_id, from_id) REFERENCES kernel.record(organisation_id, id),
  constraint answer_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint answer_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint answer_pkey PRIMARY KEY (organisation_id, id)
);
alter table cases.answer enable row level security;
alter table cases.answer force row level security;
create table cases.answer_text (
  organisation_id uuid not null,
  answer_id uuid not null,
  language text not null,
  question text not null,
  body text not null,
  constraint answer_text_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint answer_text_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint answer_text_question_check CHECK (((length(question) >= 1) AND (length(question) <= 300))),
  constraint answer_text_organisation_id_answer_id_fkey FOREIGN KEY (organisation_id, answer_id) REFERENCES cases.answer(organisation_id, id) ON DELETE CASCADE,
  constraint answer_text_pkey PRIMARY KEY (organisation_id, answer_id, language)
);
alter table cases.answer_text enable row level security;
alter table cases.answer_text force row level security;
create table cases.answer_use (
  organisation_id uuid not null,
  answer_id uuid not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  constraint answer_use_organisation_id_answer_id_fkey FOREIGN KEY (organisation_id, answer_id) REFERENCES cases.answer(organisation_id, id) ON DELETE CASCADE,
  constraint answer_use_organisation_id_case_id_fkey FOREIGN KEY (organisation_id, case_id) REFERENCES cases.case_file(organisation_id, id) ON DELETE CASCADE,
  constraint answer_use_pkey PRIMARY KEY (organisation_id, answer_id, case_id)
);
alter table cases.answer_use enable row level security;
alter table cases.answer_use force row level security;
create table cases.answer_word (
  organisation_id uuid not null,
  language text not null,
  word text not null,
  answer_id uuid not null,
  weight real not null,
  constraint answer_word_weight_check CHECK ((weight > (0)::double precision)),
  constraint answer_word_organisation_id_answer_id_language_fkey FOREIGN KEY (organisation_id, answer_id, language) REFERENCES cases.answer_text(organisation_id, answer_id, language) ON DELETE CASCADE,
  constraint answer_word_pkey PRIMARY KEY (organisation_id, language, word, answer_id)
);
alter table cases.answer_word enable row level security;
alter table cases.answer_word force row level security;
create table cases.case_file (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null,
  serial bigint not null,
  state text not null,
  kind_id uuid not null,
  channel text not null,
  party_id uuid,
  contact_name text,
  contact_email text,
  contact_phone text,
  language text not null,
  product text,
  tone text default 'calm'::text not null,
  owner_id uuid,
  source_id uuid,
  received_at timestamp with time zone not null,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  left_minutes integer,
  waiting_for text,
  waiting_what text,
  warned_at timestamp with time zone,
  escalated_at timestamp with time zone,
  cause_id uuid,
  responsible_id uuid,
  answered_at timestamp with time zone,
  kept boolean,
  closed_at timestamp with time zone,
  reopened integer default 0 not null,
  verdict text,
  verdict_words text,
  verdict_at timestamp with time zone,
  repeats_id uuid,
  repeat_settled boolean default false not null,
  constraint case_file_channel_check CHECK ((channel = ANY (ARRAY['call'::text, 'mail'::text, 'post'::text, 'counter'::text, 'web'::text, 'message'::text, 'meeting'::text, 'other'::text]))),
  constraint case_file_check CHECK ((repeats_id <> id)),
  constraint case_file_check1 CHECK (((state = 'waiting'::text) = (waiting_for IS NOT NULL))),
  constraint case_file_check2 CHECK (((waiting_for IS NULL) = (waiting_what IS NULL))),
  constraint case_file_check3 CHECK (((left_minutes IS NULL) OR (due_at IS NULL))),
  constraint case_file_check4 CHECK (((state <> 'new'::text) OR (owner_id IS NULL))),
  constraint case_file_check5 CHECK (((state <> ALL (ARRAY['owned'::text, 'waiting'::text])) OR (owner_id IS NOT NULL))),
  constraint case_file_check6 CHECK (((state <> 'answered'::text) OR (answered_at IS NOT NULL))),
  constraint case_file_check7 CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint case_file_check8 CHECK (((verdict IS NULL) = (verdict_at IS NULL))),
  constraint case_file_contact_email_check CHECK (((length(contact_email) >= 3) AND (length(contact_email) <= 254))),
  constraint case_file_contact_name_check CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 200))),
  constraint case_file_contact_phone_check CHECK (((length(contact_phone) >= 1) AND (length(contact_phone) <= 60))),
  constraint case_file_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint case_file_product_check CHECK (((length(product) >= 1) AND (length(product) <= 120))),
  constraint case_file_reopened_check CHECK ((reopened >= 0)),
  constraint case_file_serial_check CHECK ((serial > 0)),
  constraint case_file_state_check CHECK ((state = ANY (ARRAY['new'::text, 'owned'::text, 'waiting'::text, 'answered'::text, 'closed'::text, 'dropped'::text]))),
  constraint case_file_tone_check CHECK ((tone = ANY (ARRAY['calm'::text, 'upset'::text, 'rude'::text]))),
  constraint case_file_verdict_check CHECK ((verdict = ANY (ARRAY['content'::text, 'partly'::text, 'not'::text]))),
  constraint case_file_verdict_words_check CHECK (((length(verdict_words) >= 1) AND (length(verdict_words) <= 1000))),
  constraint case_file_waiting_for_check CHECK ((waiting_for = ANY (ARRAY['customer'::text, 'inside'::text]))),
  constraint case_file_waiting_what_check CHECK (((length(waiting_what) >= 1) AND (length(waiting_what) <= 300))),
  constraint case_file_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint case_file_organisation_id_cause_id_fkey FOREIGN KEY (organisation_id, cause_id) REFERENCES cases.cause(organisation_id, id),
  constraint case_file_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint case_file_organisation_id_kind_id_fkey FOREIGN KEY (organisation_id, kind_id) REFERENCES cases.kind(organisation_id, id),
  constraint case_file_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint case_file_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint case_file_organisation_id_repeats_id_fkey FOREIGN KEY (organisation_id, repeats_id) REFERENCES cases.case_file(organisation_id, id),
  constraint case_file_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES kernel.record(organisation_id, id),
  constraint case_file_organisation_id_source_id_fkey FOREIGN KEY (organisation_id, source_id) REFERENCES kernel.record(organisation_id, id),
  constraint case_file_pkey PRIMARY KEY (organisation_id, id),
  constraint case_number_once UNIQUE (organisation_id, year, serial)
);
alter table cases.case_file enable row level security;
alter table cases.case_file force row level security;
create table cases.cause (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  retired_at timestamp with time zone,
  constraint cause_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint cause_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint cause_pkey PRIMARY KEY (organisation_id, id),
  constraint cause_named_once UNIQUE (organisation_id, name)
);
alter table cases.cause enable row level security;
alter table cases.cause force row level security;
create table cases.entry (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  what text not null,
  body text not null,
  language text not null,
  by_id uuid,
  at timestamp with time zone not null,
  mail text,
  mail_to text,
  mail_error text,
  apology boolean default false not null,
  asks_verdict boolean default false not null,
  thread_id uuid,
  constraint entry_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint entry_check CHECK (((what = 'answer'::text) OR (mail IS NULL))),
  constraint entry_check1 CHECK (((mail IS NULL) = (mail_to IS NULL))),
  constraint entry_check2 CHECK (((thread_id IS NULL) OR (mail IS NOT NULL))),
  constraint entry_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint entry_mail_check CHECK ((mail = ANY (ARRAY['waits'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint entry_mail_error_check CHECK (((length(mail_error) >= 1) AND (length(mail_error) <= 500))),
  constraint entry_mail_to_check CHECK (((length(mail_to) >= 3) AND (length(mail_to) <= 254))),
  constraint entry_what_check CHECK ((what = ANY (ARRAY['said'::text, 'note'::text, 'answer'::text]))),
  constraint entry_organisation_id_by_id_fkey FOREIGN KEY (organisation_id, by_id) REFERENCES kernel.record(organisation_id, id),
  constraint entry_organisation_id_case_id_fkey FOREIGN KEY (organisation_id, case_id) REFERENCES cases.case_file(organisation_id, id) ON DELETE CASCADE,
  constraint entry_pkey PRIMARY KEY (organisation_id, case_id, id)
);
alter table cases.entry enable row level security;
alter table cases.entry force row level security;
create table cases.found_promise (
  organisation_id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  place integer not null,
  task_id uuid,
  constraint found_promise_place_check CHECK ((place >= 0)),
  constraint found_promise_organisation_id_case_id_entry_id_fkey FOREIGN KEY (organisation_id, case_id, entry_id) REFERENCES cases.entry(organisation_id, case_id, id) ON DELETE CASCADE,
  constraint found_promise_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES kernel.record(organisation_id, id),
  constraint found_promise_pkey PRIMARY KEY (organisation_id, case_id, entry_id, place)
);
alter table cases.found_promise enable row level security;
alter table cases.found_promise force row level security;
create table cases.kind (
  organisation_id uuid not null,
  id uuid not null,
  sort text not null,
  name text,
  answer_minutes integer,
  warn_minutes integer not null,
  stops_for_customer boolean not null,
  stops_inside boolean not null,
  escalate_to_id uuid,
  asks_verdict boolean not null,
  retired_at timestamp with time zone,
  constraint kind_answer_minutes_check CHECK (((answer_minutes >= 1) AND (answer_minutes <= 100000))),
  constraint kind_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint kind_sort_check CHECK ((sort = ANY (ARRAY['question'::text, 'complaint'::text, 'request'::text]))),
  constraint kind_warn_minutes_check CHECK (((warn_minutes >= 0) AND (warn_minutes <= 100000))),
  constraint kind_organisation_id_escalate_to_id_fkey FOREIGN KEY (organisation_id, escalate_to_id) REFERENCES kernel.record(organisation_id, id),
  constraint kind_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint kind_pkey PRIMARY KEY (organisation_id, id),
  constraint kind_named_once UNIQUE (organisation_id, name)
);
alter table cases.kind enable row level security;
alter table cases.kind force row level security;
create table cases.remedy (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  way text not null,
  amount_minor bigint,
  currency text,
  note text default ''::text not null,
  given_by_id uuid,
  given_at timestamp with time zone not null,
  constraint remedy_amount_minor_check CHECK ((amount_minor > 0)),
  constraint remedy_check CHECK (((amount_minor IS NULL) = (currency IS NULL))),
  constraint remedy_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint remedy_note_check CHECK ((length(note) <= 1000)),
  constraint remedy_way_check CHECK ((way = ANY (ARRAY['refund'::text, 'credit'::text, 'discount'::text, 'replacement'::text, 'repair'::text, 'gift'::text, 'other'::text]))),
  constraint remedy_organisation_id_case_id_fkey FOREIGN KEY (organisation_id, case_id) REFERENCES cases.case_file(organisation_id, id) ON DELETE CASCADE,
  constraint remedy_organisation_id_given_by_id_fkey FOREIGN KEY (organisation_id, given_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint remedy_pkey PRIMARY KEY (organisation_id, case_id, id)
);
alter table cases.remedy enable row level security;
alter table cases.remedy force row level security;
create table channels.attachment (
  organisation_id uuid not null,
  message_id uuid not null,
  n smallint not null,
  name text not null,
  media_type text not null,
  bytes bigint default 0 not null,
  file_id uuid,
  ref text,
  lost boolean default false not null,
  document_id uuid,
  constraint attachment_bytes_check CHECK ((bytes >= 0)),
  constraint attachment_media_type_check CHECK ((length(media_type) <= 120)),
  constraint attachment_n_check CHECK (((n >= 0) AND (n <= 19))),
  constraint attachment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint attachment_ref_check CHECK ((length(ref) <= 1000)),
  constraint attachment_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint attachment_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint attachment_organisation_id_message_id_fkey FOREIGN KEY (organisation_id, message_id) REFERENCES channels.message(organisation_id, id) ON DELETE CASCADE,
  constraint attachment_pkey PRIMARY KEY (organisation_id, message_id, n)
);
alter table channels.attachment enable row level security;
alter table channels.attachment force row level security;
create table channels.channel (
  organisation_id uuid not null,
  id uuid not null,
  wire text not null,
  address text,
  sender text,
  account text,
  reply_to text,
  member_ids uuid[] default '{}'::uuid[] not null,
  secret_id uuid,
  heard_at timestamp with time zone,
  retired_at timestamp with time zone,
  constraint channel_account_check CHECK (((length(account) >= 1) AND (length(account) <= 120))),
  constraint channel_address_check CHECK (((length(address) >= 8) AND (length(address) <= 300))),
  constraint channel_member_ids_check CHECK ((cardinality(member_ids) <= 50)),
  constraint channel_reply_to_check CHECK ((length(reply_to) <= 254)),
  constraint channel_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 80))),
  constraint channel_wire_check CHECK ((wire = ANY (ARRAY['form'::text, 'gateway'::text, 'twilio'::text, '46elks'::text, 'webhook'::text, 'whatsapp'::text, 'telegram'::text]))),
  constraint channel_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint channel_pkey PRIMARY KEY (organisation_id, id)
);
alter table channels.channel enable row level security;
alter table channels.channel force row level security;
create table channels.conversation (
  organisation_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  handle text not null,
  name text default ''::text not null,
  number text,
  email text,
  party_id uuid,
  party_said boolean default false not null,
  state text not null,
  unanswered boolean not null,
  owner_id uuid,
  snoozed_until timestamp with time zone,
  language text,
  snippet text default ''::text not null,
  last_at timestamp with time zone not null,
  last_in_at timestamp with time zone,
  opted_out_at timestamp with time zone,
  constraint conversation_check CHECK (((state = 'snoozed'::text) = (snoozed_until IS NOT NULL))),
  constraint conversation_email_check CHECK ((length(email) <= 254)),
  constraint conversation_handle_check CHECK ((length(handle) <= 320)),
  constraint conversation_language_check CHECK ((length(language) = 2)),
  constraint conversation_name_check CHECK ((length(name) <= 200)),
  constraint conversation_number_check CHECK ((number ~ '^\d{4,15}$'::text)),
  constraint conversation_snippet_check CHECK ((length(snippet) <= 300)),
  constraint conversation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text, 'done'::text, 'unwanted'::text]))),
  constraint conversation_organisation_id_channel_id_fkey FOREIGN KEY (organisation_id, channel_id) REFERENCES channels.channel(organisation_id, id),
  constraint conversation_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint conversation_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint conversation_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint conversation_pkey PRIMARY KEY (organisation_id, id),
  constraint conversation_once UNIQUE (organisation_id, channel_id, handle)
);
alter table channels.conversation enable row level security;
alter table channels.conversation force row level security;
create table channels.form (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  languages text[] not null,
  intros jsonb default '{}'::jsonb not null,
  consents jsonb default '{}'::jsonb not null,
  thanks jsonb default '{}'::jsonb not null,
  fields jsonb default '[]'::jsonb not null,
  sites text[] default '{}'::text[] not null,
  acknowledges boolean default false not null,
  constraint form_fields_check CHECK ((jsonb_array_length(fields) <= 40)),
  constraint form_languages_check CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 6))),
  constraint form_sites_check CHECK ((cardinality(sites) <= 20)),
  constraint form_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'closed'::text]))),
  constraint form_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES channels.channel(organisation_id, id) ON DELETE CASCADE,
  constraint form_pkey PRIMARY KEY (organisation_id, id)
);
alter table channels.form enable row level security;
alter table channels.form force row level security;
create table channels.holding (
  organisation_id uuid not null,
  conversation_id uuid not null,
  holder_id uuid not null,
  since_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint holding_check CHECK ((until_at > since_at)),
  constraint holding_organisation_id_conversation_id_fkey FOREIGN KEY (organisation_id, conversation_id) REFERENCES channels.conversation(organisation_id, id) ON DELETE CASCADE,
  constraint holding_pkey PRIMARY KEY (organisation_id, conversation_id)
);
alter table channels.holding enable row level security;
alter table channels.holding force row level security;
create table channels.message (
  organisation_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  direction text not null,
  external_id text,
  state text not null,
  text text not null,
  fields jsonb default '[]'::jsonb not null,
  template jsonb,
  author_id uuid,
  at timestamp with time zone not null,
  send_at timestamp with time zone,
  tries smallint default 0 not null,
  problem text,
  leaves text default 'same'::text not null,
  constraint message_check CHECK (((direction = 'in'::text) = (state = ANY (ARRAY['received'::text, 'kept'::text])))),
  constraint message_check1 CHECK (((direction = 'out'::text) OR (external_id IS NOT NULL))),
  constraint message_check2 CHECK (((state <> 'waiting'::text) OR (send_at IS NOT NULL))),
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 300))),
  constraint message_leaves_check CHECK ((leaves = ANY (ARRAY['waiting'::text, 'done'::text, 'same'::text]))),
  constraint message_problem_check CHECK ((length(problem) <= 300)),
  constraint message_state_check CHECK ((state = ANY (ARRAY['received'::text, 'kept'::text, 'waiting'::text, 'sending'::text, 'given'::text, 'delivered'::text, 'seen'::text, 'failed'::text, 'doubtful'::text, 'recalled'::text]))),
  constraint message_text_check CHECK ((length(text) <= 20000)),
  constraint message_organisation_id_channel_id_fkey FOREIGN KEY (organisation_id, channel_id) REFERENCES channels.channel(organisation_id, id),
  constraint message_organisation_id_conversation_id_fkey FOREIGN KEY (organisation_id, conversation_id) REFERENCES channels.conversation(organisation_id, id) ON DELETE CASCADE,
  constraint message_pkey PRIMARY KEY (organisation_id, id),
  constraint message_once UNIQUE (organisation_id, channel_id, external_id)
);
alter table channels.message enable row level security;
alter table channels.message force row level security;
create table directory.address_email (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  "position" integer not null,
  email text not null,
  label text default ''::text not null,
  constraint address_email_email_check CHECK ((((length(email) >= 3) AND (length(email) <= 254)) AND (POSITION(('@'::text) IN (email)) > 1))),
  constraint address_email_label_check CHECK ((length(label) <= 60)),
  constraint address_email_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint address_email_pkey PRIMARY KEY (organisation_id, party_id, id)
);
alter table directory.address_email enable row level security;
alter table directory.address_email force row level security;
create table directory.address_post (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  "position" integer not null,
  street text default ''::text not null,
  postcode text default ''::text not null,
  city text default ''::text not null,
  country text,
  label text default ''::text not null,
  constraint address_post_check CHECK (((street <> ''::text) OR (postcode <> ''::text) OR (city <> ''::text))),
  constraint address_post_city_check CHECK ((length(city) <= 100)),
  constraint address_post_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint address_post_label_check CHECK ((length(label) <= 60)),
  constraint address_post_postcode_check CHECK ((length(postcode) <= 20)),
  constraint address_post_street_check CHECK ((length(street) <= 300)),
  constraint address_post_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint address_post_pkey PRIMARY KEY (organisation_id, party_id, id)
);
alter table directory.address_post enable row level security;
alter table directory.address_post force row level security;
create table directory.alike (
  organisation_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  because text[] not null,
  likeness real not null,
  constraint alike_because_check CHECK (((because <@ ARRAY['similar'::text, 'place'::text, 'phone'::text, 'mail'::text]) AND ('similar'::text = ANY (because)))),
  constraint alike_check CHECK ((a_id < b_id)),
  constraint alike_likeness_check CHECK (((likeness >= (0)::double precision) AND (likeness <= (1)::double precision))),
  constraint alike_organisation_id_a_id_fkey FOREIGN KEY (organisation_id, a_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint alike_organisation_id_b_id_fkey FOREIGN KEY (organisation_id, b_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint alike_pkey PRIMARY KEY (organisation_id, a_id, b_id)
);
alter table directory.alike enable row level security;
alter table directory.alike force row level security;
create table directory.bank_account (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  "position" integer not null,
  scheme text not null,
  number text not null,
  bic text,
  since_on date not null,
  source_id uuid,
  constraint bank_account_bic_check CHECK ((bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'::text)),
  constraint bank_account_check CHECK (((scheme <> 'iban'::text) OR (number ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'::text))),
  constraint bank_account_check1 CHECK (((scheme <> ALL (ARRAY['bankgiro'::text, 'plusgiro'::text])) OR (number ~ '^[0-9]{2,8}$'::text))),
  constraint bank_account_number_check CHECK ((number ~ '^[A-Z0-9]{2,34}$'::text)),
  constraint bank_account_scheme_check CHECK ((scheme = ANY (ARRAY['iban'::text, 'bankgiro'::text, 'plusgiro'::text, 'account'::text]))),
  constraint bank_account_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint bank_account_organisation_id_source_id_fkey FOREIGN KEY (organisation_id, source_id) REFERENCES kernel.record(organisation_id, id),
  constraint bank_account_pkey PRIMARY KEY (organisation_id, party_id, id),
  constraint bank_account_organisation_id_party_id_scheme_number_key UNIQUE (organisation_id, party_id, scheme, number)
);
alter table directory.bank_account enable row level security;
alter table directory.bank_account force row level security;
create table directory.caller_note (
  organisation_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  what text not null,
  body text not null,
  written_at timestamp with time zone not null,
  constraint caller_note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000))),
  constraint caller_note_what_check CHECK ((what = ANY (ARRAY['manner'::text, 'may-say'::text, 'must-not-say'::text]))),
  constraint caller_note_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint caller_note_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint caller_note_pkey PRIMARY KEY (organisation_id, id)
);
alter table directory.caller_note enable row level security;
alter table directory.caller_note force row level security;
create table directory.kept_apart (
  organisation_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  constraint kept_apart_check CHECK ((a_id < b_id)),
  constraint kept_apart_organisation_id_a_id_fkey FOREIGN KEY (organisation_id, a_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint kept_apart_organisation_id_b_id_fkey FOREIGN KEY (organisation_id, b_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint kept_apart_pkey PRIMARY KEY (organisation_id, a_id, b_id)
);
alter table directory.kept_apart enable row level security;
alter table directory.kept_apart force row level security;
create table directory.membership (
  organisation_id uuid not null,
  person_id uuid not null,
  member_of_id uuid not null,
  role text default ''::text not null,
  constraint membership_check CHECK ((person_id <> member_of_id)),
  constraint membership_role_check CHECK ((length(role) <= 100)),
  constraint membership_organisation_id_member_of_id_fkey FOREIGN KEY (organisation_id, member_of_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint membership_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint membership_pkey PRIMARY KEY (organisation_id, person_id, member_of_id)
);
alter table directory.membership enable row level security;
alter table directory.membership force row level security;
create table directory.party (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  given_name text,
  family_name text,
  sort_name text not null,
  company_number text,
  vat_number text,
  country text,
  language text,
  website text,
  note text default ''::text not null,
  manner text default ''::text not null,
  import_id uuid,
  retired_at timestamp with time zone,
  preferred_way text,
  role text,
  languages text[] default '{}'::text[] not null,
  constraint party_check CHECK (((kind = 'person'::text) OR ((given_name IS NULL) AND (family_name IS NULL)))),
  constraint party_check1 CHECK (((kind = 'organisation'::text) OR ((company_number IS NULL) AND (vat_number IS NULL)))),
  constraint party_check2 CHECK (((role IS NULL) OR ((kind = 'person'::text) AND ((length(role) >= 1) AND (length(role) <= 100))))),
  constraint party_company_number_check CHECK (((company_number IS NULL) OR ((length(company_number) >= 1) AND (length(company_number) <= 40)))),
  constraint party_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint party_family_name_check CHECK (((family_name IS NULL) OR ((length(family_name) >= 1) AND (length(family_name) <= 100)))),
  constraint party_given_name_check CHECK (((given_name IS NULL) OR ((length(given_name) >= 1) AND (length(given_name) <= 100)))),
  constraint party_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
  constraint party_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint party_languages_check CHECK (((cardinality(languages) <= 10) AND (languages <@ ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text, 'da'::text, 'fi'::text, 'de'::text, 'fr'::text, 'es'::text, 'it'::text, 'pl'::text, 'uk'::text, 'ru'::text, 'ar'::text, 'tr'::text, 'hu'::text]))),
  constraint party_manner_check CHECK ((length(manner) <= 2000)),
  constraint party_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint party_note_check CHECK ((length(note) <= 20000)),
  constraint party_preferred_way_check CHECK ((preferred_way = ANY (ARRAY['telephone'::text, 'message'::text, 'mail'::text, 'letter'::text, 'visit'::text]))),
  constraint party_vat_number_check CHECK (((vat_number IS NULL) OR ((length(vat_number) >= 1) AND (length(vat_number) <= 40)))),
  constraint party_website_check CHECK (((website IS NULL) OR ((length(website) >= 1) AND (length(website) <= 300)))),
  constraint party_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint party_pkey PRIMARY KEY (organisation_id, id)
);
alter table directory.party enable row level security;
alter table directory.party force row level security;
create table directory.party_key (
  organisation_id uuid not null,
  scheme text not null,
  key text not null,
  party_id uuid not null,
  backwards text generated always as (
CASE
    WHEN (scheme = 'phone'::text) THEN reverse(key)
    ELSE NULL::text
END) stored,
  constraint party_key_scheme_check CHECK ((scheme = ANY (ARRAY['vat'::text, 'number'::text, 'account'::text, 'mail'::text, 'phone'::text, 'name'::text, 'word'::text]))),
  constraint party_key_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint party_key_pkey PRIMARY KEY (organisation_id, scheme, key, party_id)
);
alter table directory.party_key enable row level security;
alter table directory.party_key force row level security;
create table directory.phone (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  "position" integer not null,
  written text not null,
  e164 text,
  label text default ''::text not null,
  constraint phone_e164_check CHECK ((e164 ~ '^\+[1-9][0-9]{3,14}$'::text)),
  constraint phone_label_check CHECK ((length(label) <= 60)),
  constraint phone_written_check CHECK (((length(written) >= 1) AND (length(written) <= 60))),
  constraint phone_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint phone_pkey PRIMARY KEY (organisation_id, party_id, id)
);
alter table directory.phone enable row level security;
alter table directory.phone force row level security;
create table directory.relation (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null,
  note text default ''::text not null,
  since_on date not null,
  constraint relation_check CHECK ((from_id <> to_id)),
  constraint relation_check1 CHECK (((relation <> 'spouse-of'::text) OR (from_id < to_id))),
  constraint relation_note_check CHECK ((length(note) <= 200)),
  constraint relation_relation_check CHECK ((relation = ANY (ARRAY['reports-to'::text, 'deputy-of'::text, 'assistant-of'::text, 'spouse-of'::text, 'parent-of'::text, 'accountant-of'::text, 'auditor-of'::text, 'lawyer-of'::text, 'landlord-of'::text, 'owner-of'::text, 'contact-for'::text]))),
  constraint relation_organisation_id_from_id_fkey FOREIGN KEY (organisation_id, from_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint relation_organisation_id_to_id_fkey FOREIGN KEY (organisation_id, to_id) REFERENCES directory.party(organisation_id, id) ON DELETE CASCADE,
  constraint relation_pkey PRIMARY KEY (organisation_id, id),
  constraint relation_organisation_id_from_id_to_id_relation_key UNIQUE (organisation_id, from_id, to_id, relation)
);
alter table directory.relation enable row level security;
alter table directory.relation force row level security;
create table documents.backlog (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  state text not null,
  file_id uuid,
  folder text,
  run_id uuid,
  class smallint not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  accepted_by uuid,
  running_since timestamp with time zone,
  ended_at timestamp with time zone,
  problem text,
  files integer default 0 not null,
  bytes bigint default 0 not null,
  done integer default 0 not null,
  same integer default 0 not null,
  left_out integer default 0 not null,
  documents integer default 0 not null,
  unreadable integer default 0 not null,
  follow boolean default false not null,
  constraint backlog_bytes_check CHECK ((bytes >= 0)),
  constraint backlog_check CHECK (((file_id IS NULL) <> (folder IS NULL))),
  constraint backlog_check1 CHECK (((state = ANY (ARRAY['finished'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
  constraint backlog_check2 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint backlog_check3 CHECK (((state <> ALL (ARRAY['running'::text, 'finished'::text])) OR (accepted_by IS NOT NULL))),
  constraint backlog_check4 CHECK (((NOT follow) OR (folder IS NOT NULL))),
  constraint backlog_class_check CHECK (((class >= 0) AND (class <= 3))),
  constraint backlog_documents_check CHECK ((documents >= 0)),
  constraint backlog_done_check CHECK ((done >= 0)),
  constraint backlog_files_check CHECK ((files >= 0)),
  constraint backlog_following_check CHECK (((state <> 'following'::text) OR (follow AND (accepted_by IS NOT NULL) AND (run_id IS NULL)))),
  constraint backlog_left_out_check CHECK ((left_out >= 0)),
  constraint backlog_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint backlog_same_check CHECK ((same >= 0)),
  constraint backlog_state_check CHECK ((state = ANY (ARRAY['looking'::text, 'proposed'::text, 'running'::text, 'following'::text, 'stopped'::text, 'finished'::text, 'failed'::text]))),
  constraint backlog_unreadable_check CHECK ((unreadable >= 0)),
  constraint backlog_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint backlog_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint backlog_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.backlog enable row level security;
alter table documents.backlog force row level security;
create table documents.backlog_file (
  organisation_id uuid not null,
  backlog_id uuid not null,
  path text not null,
  document_id uuid,
  outcome text not null,
  reason text,
  constraint backlog_file_check CHECK (((outcome = 'left-out'::text) = (document_id IS NULL))),
  constraint backlog_file_check1 CHECK (((outcome = 'left-out'::text) = (reason IS NOT NULL))),
  constraint backlog_file_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'same'::text, 'left-out'::text]))),
  constraint backlog_file_path_check CHECK (((length(path) >= 1) AND (length(path) <= 1200))),
  constraint backlog_file_organisation_id_backlog_id_fkey FOREIGN KEY (organisation_id, backlog_id) REFERENCES documents.backlog(organisation_id, id) ON DELETE CASCADE,
  constraint backlog_file_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint backlog_file_pkey PRIMARY KEY (organisation_id, backlog_id, path)
);
alter table documents.backlog_file enable row level security;
alter table documents.backlog_file force row level security;
create table documents.backlog_folder (
  organisation_id uuid not null,
  backlog_id uuid not null,
  path text not null,
  files integer not null,
  left_out boolean default false not null,
  class_code_id uuid,
  new_code text,
  new_name text,
  constraint backlog_folder_check CHECK (((new_code IS NULL) = (new_name IS NULL))),
  constraint backlog_folder_check1 CHECK (((class_code_id IS NULL) OR (new_code IS NULL))),
  constraint backlog_folder_check2 CHECK (((NOT left_out) OR ((class_code_id IS NULL) AND (new_code IS NULL)))),
  constraint backlog_folder_files_check CHECK ((files >= 0)),
  constraint backlog_folder_new_code_check CHECK ((new_code ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$'::text)),
  constraint backlog_folder_new_name_check CHECK (((length(new_name) >= 1) AND (length(new_name) <= 120))),
  constraint backlog_folder_path_check CHECK ((length(path) <= 1000)),
  constraint backlog_folder_organisation_id_backlog_id_fkey FOREIGN KEY (organisation_id, backlog_id) REFERENCES documents.backlog(organisation_id, id) ON DELETE CASCADE,
  constraint backlog_folder_organisation_id_class_code_id_fkey FOREIGN KEY (organisation_id, class_code_id) REFERENCES documents.class_code(organisation_id, id),
  constraint backlog_folder_pkey PRIMARY KEY (organisation_id, backlog_id, path)
);
alter table documents.backlog_folder enable row level security;
alter table documents.backlog_folder force row level security;
create table documents.band (
  organisation_id uuid not null,
  band bigint not null,
  document_id uuid not null,
  constraint band_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint band_pkey PRIMARY KEY (organisation_id, band, document_id)
);
alter table documents.band enable row level security;
alter table documents.band force row level security;
create table documents.certificate (
  organisation_id uuid not null,
  id uuid not null,
  number text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  reason text not null,
  handed_to text,
  again boolean default false not null,
  lines_erased integer not null,
  lines_kept integer not null,
  constraint certificate_handed_to_check CHECK (((length(handed_to) >= 1) AND (length(handed_to) <= 200))),
  constraint certificate_lines_erased_check CHECK ((lines_erased >= 0)),
  constraint certificate_lines_kept_check CHECK ((lines_kept >= 0)),
  constraint certificate_number_check CHECK ((number ~ '^[0-9]{4}-[0-9]+$'::text)),
  constraint certificate_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint certificate_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint certificate_pkey PRIMARY KEY (organisation_id, id),
  constraint certificate_number_once UNIQUE (organisation_id, number)
);
alter table documents.certificate enable row level security;
alter table documents.certificate force row level security;
create table documents.certificate_line (
  organisation_id uuid not null,
  certificate_id uuid not null,
  "position" integer not null,
  document_id uuid not null,
  title text,
  kind text not null,
  class_code text,
  basis text,
  issued_on date,
  received_on date not null,
  keep_until date,
  page_count integer,
  size_bytes bigint not null,
  digest bytea not null,
  copy_digest bytea,
  gone_at timestamp with time zone,
  shared boolean,
  constraint certificate_line_check CHECK (((gone_at IS NULL) = (shared IS NULL))),
  constraint certificate_line_copy_digest_check CHECK ((length(copy_digest) = 32)),
  constraint certificate_line_digest_check CHECK ((length(digest) = 32)),
  constraint certificate_line_position_check CHECK (("position" > 0)),
  constraint certificate_line_organisation_id_certificate_id_fkey FOREIGN KEY (organisation_id, certificate_id) REFERENCES documents.certificate(organisation_id, id) ON DELETE CASCADE,
  constraint certificate_line_pkey PRIMARY KEY (organisation_id, certificate_id, "position")
);
alter table documents.certificate_line enable row level security;
alter table documents.certificate_line force row level security;
create table documents.class_code (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  retention_years smallint,
  retention_from text not null,
  class smallint default 1 not null,
  retired boolean default false not null,
  retention_basis text,
  retention_then text default 'destroy'::text not null,
  constraint class_code_class_check CHECK (((class >= 0) AND (class <= 3))),
  constraint class_code_code_check CHECK ((code ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$'::text)),
  constraint class_code_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint class_code_retention_basis_check CHECK (((length(retention_basis) >= 1) AND (length(retention_basis) <= 300))),
  constraint class_code_retention_from_check CHECK ((retention_from = ANY (ARRAY['year-end'::text, 'document-day'::text, 'validity-end'::text]))),
  constraint class_code_retention_then_check CHECK ((retention_then = ANY (ARRAY['destroy'::text, 'hand-over'::text, 'keep'::text]))),
  constraint class_code_retention_years_check CHECK (((retention_years >= 0) AND (retention_years <= 200))),
  constraint class_code_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint class_code_pkey PRIMARY KEY (organisation_id, id),
  constraint class_code_once UNIQUE (organisation_id, code)
);
alter table documents.class_code enable row level security;
alter table documents.class_code force row level security;
create table documents.document (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  digest bytea not null,
  name text not null,
  media_kind text,
  media_type text,
  state text not null,
  state_before text,
  received_at timestamp with time zone not null,
  arrived_by text not null,
  arrived_from text,
  parent_id uuid,
  depth smallint default 0 not null,
  kind text default 'other'::text not null,
  sender_id uuid,
  sender_name text,
  addressee text,
  number text,
  subject text,
  issued_on date,
  due_on date,
  period_from date,
  period_to date,
  valid_until date,
  currency text,
  net_minor bigint,
  vat_minor bigint,
  total_minor bigint,
  iban text,
  account text,
  reference text,
  order_number text,
  page_count integer,
  language text,
  text text default ''::text not null,
  reading_id uuid,
  read_at timestamp with time zone,
  read_error text,
  read_error_data jsonb,
  warnings jsonb default '[]'::jsonb not null,
  sure boolean default false not null,
  doubts smallint default 0 not null,
  duplicate_of uuid,
  duplicate_by text,
  duplicate_settled boolean default false not null,
  class_code_id uuid,
  keep_until date,
  paper_place text,
  may_shred boolean default false not null,
  set_aside_until date,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  task_key text,
  unlocked_file_id uuid,
  shred_from date,
  shredded_at timestamp with time zone,
  shredded_by uuid,
  page_plan jsonb,
  archive_number integer,
  own_kind_id uuid,
  constraint document_archive_number_check CHECK ((archive_number > 0)),
  constraint document_arrived_by_check CHECK ((arrived_by = ANY (ARRAY['upload'::text, 'folder'::text, 'mail'::text, 'api'::text, 'cli'::text, 'part'::text, 'scan'::text, 'backlog'::text]))),
  constraint document_check CHECK (((parent_id IS NULL) = (depth = 0))),
  constraint document_check1 CHECK ((duplicate_of IS DISTINCT FROM id)),
  constraint document_check2 CHECK (((duplicate_of IS NULL) OR (duplicate_by IS NOT NULL))),
  constraint document_check3 CHECK ((((net_minor IS NULL) AND (vat_minor IS NULL) AND (total_minor IS NULL)) OR (currency IS NOT NULL))),
  constraint document_check4 CHECK (((state = 'confirmed'::text) = (confirmed_at IS NOT NULL))),
  constraint document_check6 CHECK ((NOT (sure AND (doubts > 0)))),
  constraint document_check7 CHECK (((shredded_at IS NULL) = (shredded_by IS NULL))),
  constraint document_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint document_depth_check CHECK (((depth >= 0) AND (depth <= 8))),
  constraint document_digest_check CHECK ((length(digest) = 32)),
  constraint document_duplicate_by_check CHECK ((duplicate_by = ANY (ARRAY['bytes'::text, 'content'::text, 'number'::text, 'label'::text]))),
  constraint document_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint document_page_count_check CHECK ((page_count >= 0)),
  constraint document_paper_place_check CHECK (((length(paper_place) >= 1) AND (length(paper_place) <= 200))),
  constraint document_state_before_check CHECK ((state_before = ANY (ARRAY['arrived'::text, 'to-confirm'::text, 'needs-help'::text, 'set-aside'::text]))),
  constraint document_state_check CHECK ((state = ANY (ARRAY['arrived'::text, 'to-confirm'::text, 'needs-help'::text, 'confirmed'::text, 'set-aside'::text, 'discarded'::text, 'replaced'::text]))),
  constraint document_state_returns CHECK (((state = ANY (ARRAY['set-aside'::text, 'discarded'::text, 'replaced'::text])) = (state_before IS NOT NULL))),
  constraint document_organisation_id_class_code_id_fkey FOREIGN KEY (organisation_id, class_code_id) REFERENCES documents.class_code(organisation_id, id),
  constraint document_organisation_id_duplicate_of_fkey FOREIGN KEY (organisation_id, duplicate_of) REFERENCES documents.document(organisation_id, id) ON DELETE SET NULL (duplicate_of),
  constraint document_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint document_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint document_organisation_id_parent_id_fkey FOREIGN KEY (organisation_id, parent_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint document_organisation_id_sender_id_fkey FOREIGN KEY (organisation_id, sender_id) REFERENCES kernel.record(organisation_id, id),
  constraint document_organisation_id_unlocked_file_id_fkey FOREIGN KEY (organisation_id, unlocked_file_id) REFERENCES kernel.file(organisation_id, id),
  constraint document_own_kind FOREIGN KEY (organisation_id, own_kind_id) REFERENCES documents.own_kind(organisation_id, id) ON DELETE SET NULL (own_kind_id),
  constraint document_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.document enable row level security;
alter table documents.document force row level security;
create table documents.drop_entry (
  organisation_id uuid not null,
  principal_id uuid not null,
  path text not null,
  kind text not null,
  document_id uuid,
  file_id uuid,
  changed_at timestamp with time zone not null,
  constraint drop_entry_check CHECK (((kind = ANY (ARRAY['document'::text, 'away'::text])) = (document_id IS NOT NULL))),
  constraint drop_entry_check1 CHECK (((kind = 'file'::text) = (file_id IS NOT NULL))),
  constraint drop_entry_kind_check CHECK ((kind = ANY (ARRAY['folder'::text, 'document'::text, 'file'::text, 'away'::text]))),
  constraint drop_entry_path_check CHECK ((((length(path) >= 1) AND (length(path) <= 900)) AND (path !~ '(^/|/$|//)'::text))),
  constraint drop_entry_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint drop_entry_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint drop_entry_pkey PRIMARY KEY (organisation_id, principal_id, path)
);
alter table documents.drop_entry enable row level security;
alter table documents.drop_entry force row level security;
create table documents.edit_lock (
  organisation_id uuid not null,
  token uuid not null,
  principal_id uuid not null,
  document_id uuid,
  path text,
  whole boolean not null,
  shared boolean not null,
  owner text not null,
  until_at timestamp with time zone not null,
  opening_id uuid,
  constraint edit_lock_check CHECK ((num_nonnulls(document_id, path) > 0)),
  constraint edit_lock_owner_check CHECK ((length(owner) <= 2000)),
  constraint edit_lock_path_check CHECK (((length(path) >= 1) AND (length(path) <= 900))),
  constraint edit_lock_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint edit_lock_organisation_id_opening_id_fkey FOREIGN KEY (organisation_id, opening_id) REFERENCES documents.opening(organisation_id, id) ON DELETE CASCADE,
  constraint edit_lock_pkey PRIMARY KEY (organisation_id, token)
);
alter table documents.edit_lock enable row level security;
alter table documents.edit_lock force row level security;
create table documents.field (
  organisation_id uuid not null,
  document_id uuid not null,
  name text not null,
  value text not null,
  page integer,
  box real[],
  confidence real not null,
  sure boolean not null,
  reasons text[] default '{}'::text[] not null,
  alternatives jsonb default '[]'::jsonb not null,
  corrected boolean default false not null,
  corrected_from text,
  lesson_id uuid,
  constraint field_box_check CHECK ((cardinality(box) = 4)),
  constraint field_check CHECK ((corrected OR (corrected_from IS NULL))),
  constraint field_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  constraint field_lesson FOREIGN KEY (organisation_id, lesson_id) REFERENCES documents.lesson(organisation_id, id) ON DELETE SET NULL (lesson_id),
  constraint field_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint field_pkey PRIMARY KEY (organisation_id, document_id, name)
);
alter table documents.field enable row level security;
alter table documents.field force row level security;
create table documents.file_request (
  organisation_id uuid not null,
  id uuid not null,
  asked_of text not null,
  party_id uuid,
  email text,
  language text not null,
  letter text default ''::text not null,
  due_on date not null,
  matter_id uuid,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  round smallint default 1 not null,
  mail text not null,
  mail_error text,
  reply text default ''::text not null,
  replied_at timestamp with time zone,
  closed_as text,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint file_request_asked_of_check CHECK (((length(asked_of) >= 1) AND (length(asked_of) <= 200))),
  constraint file_request_check CHECK ((num_nonnulls(closed_as, closed_at, closed_by) = ANY (ARRAY[0, 3]))),
  constraint file_request_check1 CHECK (((mail = 'failed'::text) = (mail_error IS NOT NULL))),
  constraint file_request_check2 CHECK (((mail = 'none'::text) OR (email IS NOT NULL))),
  constraint file_request_closed_as_check CHECK ((closed_as = ANY (ARRAY['complete'::text, 'withdrawn'::text]))),
  constraint file_request_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint file_request_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint file_request_letter_check CHECK ((length(letter) <= 4000)),
  constraint file_request_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint file_request_mail_error_check CHECK ((length(mail_error) <= 500)),
  constraint file_request_reply_check CHECK ((length(reply) <= 2000)),
  constraint file_request_round_check CHECK (((round >= 1) AND (round <= 1000))),
  constraint file_request_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint file_request_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES kernel.record(organisation_id, id),
  constraint file_request_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint file_request_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.file_request enable row level security;
alter table documents.file_request force row level security;
create table documents.file_request_file (
  organisation_id uuid not null,
  request_id uuid not null,
  document_id uuid not null,
  "position" smallint,
  name text not null,
  size_bytes bigint not null,
  came_at timestamp with time zone not null,
  constraint file_request_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint file_request_file_size_bytes_check CHECK ((size_bytes >= 0)),
  constraint file_request_file_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint file_request_file_organisation_id_request_id_fkey FOREIGN KEY (organisation_id, request_id) REFERENCES documents.file_request(organisation_id, id) ON DELETE CASCADE,
  constraint file_request_file_organisation_id_request_id_position_fkey FOREIGN KEY (organisation_id, request_id, "position") REFERENCES documents.file_request_item(organisation_id, request_id, "position"),
  constraint file_request_file_pkey PRIMARY KEY (organisation_id, request_id, document_id)
);
alter table documents.file_request_file enable row level security;
alter table documents.file_request_file force row level security;
create table documents.file_request_item (
  organisation_id uuid not null,
  request_id uuid not null,
  "position" smallint not null,
  label text not null,
  ticked_at timestamp with time zone,
  constraint file_request_item_label_check CHECK (((length(label) >= 1) AND (length(label) <= 300))),
  constraint file_request_item_position_check CHECK ((("position" >= 1) AND ("position" <= 50))),
  constraint file_request_item_organisation_id_request_id_fkey FOREIGN KEY (organisation_id, request_id) REFERENCES documents.file_request(organisation_id, id) ON DELETE CASCADE,
  constraint file_request_item_pkey PRIMARY KEY (organisation_id, request_id, "position")
);
alter table documents.file_request_item enable row level security;
alter table documents.file_request_item force row level security;
create table documents.hold (
  organisation_id uuid not null,
  id uuid not null,
  reason text not null,
  record_id uuid,
  words text[],
  kind text,
  class_code_id uuid,
  received_from date,
  received_to date,
  placed_at timestamp with time zone not null,
  placed_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_reason text,
  constraint hold_aims CHECK ((num_nonnulls(record_id, words, kind, class_code_id, received_from, received_to) > 0)),
  constraint hold_check CHECK (((record_id IS NULL) OR (num_nonnulls(words, kind, class_code_id, received_from, received_to) = 0))),
  constraint hold_check1 CHECK ((received_from <= received_to)),
  constraint hold_check2 CHECK ((num_nonnulls(lifted_at, lifted_by, lift_reason) = ANY (ARRAY[0, 3]))),
  constraint hold_lift_reason_check CHECK (((length(lift_reason) >= 1) AND (length(lift_reason) <= 2000))),
  constraint hold_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint hold_words_check CHECK (((cardinality(words) >= 1) AND (cardinality(words) <= 20))),
  constraint hold_organisation_id_class_code_id_fkey FOREIGN KEY (organisation_id, class_code_id) REFERENCES documents.class_code(organisation_id, id),
  constraint hold_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint hold_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id),
  constraint hold_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.hold enable row level security;
alter table documents.hold force row level security;
create table documents.intake_rule (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  makes_task boolean not null,
  title text,
  owner_id uuid,
  role text,
  days_before_due smallint,
  days_after_arrival smallint,
  urgency text default 'normal'::text not null,
  if_late text default 'nothing'::text not null,
  effort_minutes integer default 5 not null,
  class_code_id uuid,
  class smallint,
  proposes_discard boolean default false not null,
  constraint intake_rule_check CHECK (((owner_id IS NULL) OR (role IS NULL))),
  constraint intake_rule_check1 CHECK ((NOT (makes_task AND proposes_discard))),
  constraint intake_rule_class_check CHECK (((class >= 0) AND (class <= 3))),
  constraint intake_rule_days_after_arrival_check CHECK (((days_after_arrival >= 0) AND (days_after_arrival <= 400))),
  constraint intake_rule_days_before_due_check CHECK (((days_before_due >= 0) AND (days_before_due <= 400))),
  constraint intake_rule_effort_minutes_check CHECK (((effort_minutes >= 0) AND (effort_minutes <= 10000))),
  constraint intake_rule_if_late_check CHECK ((if_late = ANY (ARRAY['nothing'::text, 'holds-others'::text, 'breaks-promise'::text, 'costs-money'::text, 'breaks-rule'::text]))),
  constraint intake_rule_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint intake_rule_urgency_check CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint intake_rule_organisation_id_class_code_id_fkey FOREIGN KEY (organisation_id, class_code_id) REFERENCES documents.class_code(organisation_id, id),
  constraint intake_rule_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint intake_rule_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint intake_rule_pkey PRIMARY KEY (organisation_id, id),
  constraint intake_rule_organisation_id_kind_key UNIQUE (organisation_id, kind)
);
alter table documents.intake_rule enable row level security;
alter table documents.intake_rule force row level security;
create table documents.keeping (
  organisation_id uuid not null,
  four_eyes boolean default true not null,
  discarded_days smallint default 90,
  constraint keeping_discarded_days_check CHECK (((discarded_days >= 0) AND (discarded_days <= 4000))),
  constraint keeping_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint keeping_pkey PRIMARY KEY (organisation_id)
);
alter table documents.keeping enable row level security;
alter table documents.keeping force row level security;
create table documents.label_run (
  organisation_id uuid not null,
  id uuid not null,
  first_number integer not null,
  last_number integer not null,
  format text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint label_run_check CHECK ((last_number >= first_number)),
  constraint label_run_first_number_check CHECK ((first_number > 0)),
  constraint label_run_pkey PRIMARY KEY (organisation_id, id),
  constraint label_run_organisation_id_first_number_key UNIQUE (organisation_id, first_number)
);
alter table documents.label_run enable row level security;
alter table documents.label_run force row level security;
create table documents.left_page (
  organisation_id uuid not null,
  document_id uuid not null,
  origin integer not null,
  width real not null,
  height real not null,
  turn smallint not null,
  turned smallint default 0 not null,
  skew real not null,
  source text not null,
  words bytea not null,
  text text not null,
  blank boolean not null,
  constraint left_page_origin_check CHECK ((origin > 0)),
  constraint left_page_source_check CHECK ((source = ANY (ARRAY['text-layer'::text, 'ocr'::text, 'flow'::text]))),
  constraint left_page_turn_check CHECK ((turn = ANY (ARRAY[0, 90, 180, 270]))),
  constraint left_page_turned_check CHECK ((turned = ANY (ARRAY[0, 90, 180, 270]))),
  constraint left_page_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint left_page_pkey PRIMARY KEY (organisation_id, document_id, origin)
);
alter table documents.left_page enable row level security;
alter table documents.left_page force row level security;
create table documents.lesson (
  organisation_id uuid not null,
  id uuid not null,
  sender_id uuid not null,
  about text not null,
  topic text not null,
  says jsonb not null,
  document_id uuid,
  taught_at timestamp with time zone not null,
  taught_by uuid not null,
  held integer default 0 not null,
  forgotten_at timestamp with time zone,
  forgotten_by uuid,
  before_id uuid,
  constraint lesson_about_check CHECK ((about = ANY (ARRAY['place'::text, 'value'::text, 'kind'::text, 'class'::text, 'owner'::text, 'wording'::text]))),
  constraint lesson_check CHECK (((forgotten_at IS NULL) = (forgotten_by IS NULL))),
  constraint lesson_held_check CHECK ((held >= 0)),
  constraint lesson_says_check CHECK ((jsonb_typeof(says) = 'object'::text)),
  constraint lesson_topic_check CHECK (((length(topic) >= 1) AND (length(topic) <= 60))),
  constraint lesson_organisation_id_before_id_fkey FOREIGN KEY (organisation_id, before_id) REFERENCES documents.lesson(organisation_id, id) ON DELETE SET NULL (before_id),
  constraint lesson_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE SET NULL (document_id),
  constraint lesson_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint lesson_organisation_id_sender_id_fkey FOREIGN KEY (organisation_id, sender_id) REFERENCES kernel.record(organisation_id, id),
  constraint lesson_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.lesson enable row level security;
alter table documents.lesson force row level security;
create table documents.mailbox (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  host text not null,
  port integer not null,
  encryption text not null,
  username text not null,
  secret_id uuid,
  folder text not null,
  with_old boolean not null,
  paused boolean default false not null,
  ended_at timestamp with time zone,
  connected_at timestamp with time zone not null,
  connected_by uuid not null,
  uid_validity bigint,
  last_uid bigint default 0 not null,
  taken integer default 0 not null,
  left_out integer default 0 not null,
  problem text,
  changed_at timestamp with time zone,
  failing_since timestamp with time zone,
  constraint mailbox_check CHECK (((ended_at IS NULL) OR (secret_id IS NULL))),
  constraint mailbox_encryption_check CHECK ((encryption = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailbox_folder_check CHECK (((length(folder) >= 1) AND (length(folder) <= 500))),
  constraint mailbox_host_check CHECK (((length(host) >= 1) AND (length(host) <= 253))),
  constraint mailbox_last_uid_check CHECK ((last_uid >= 0)),
  constraint mailbox_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint mailbox_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mailbox_username_check CHECK (((length(username) >= 1) AND (length(username) <= 320))),
  constraint mailbox_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint mailbox_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.mailbox enable row level security;
alter table documents.mailbox force row level security;
create table documents.mailbox_mail (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  mark bytea not null,
  digest bytea,
  entry bigint generated always as identity not null,
  constraint mailbox_mail_digest_check CHECK ((length(digest) = 32)),
  constraint mailbox_mail_mark_check CHECK ((length(mark) = 32)),
  constraint mailbox_mail_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES documents.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint mailbox_mail_pkey PRIMARY KEY (organisation_id, mailbox_id, entry)
);
alter table documents.mailbox_mail enable row level security;
alter table documents.mailbox_mail force row level security;
create table documents.mark (
  organisation_id uuid not null,
  token text not null,
  kind text not null,
  class_code_id uuid,
  matter_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint mark_check CHECK (((kind = 'separator'::text) OR ((class_code_id IS NULL) AND (matter_id IS NULL)))),
  constraint mark_kind_check CHECK ((kind = ANY (ARRAY['separator'::text, 'label'::text]))),
  constraint mark_token_check CHECK ((token ~ '^[0-9A-Z]{8,12}$'::text)),
  constraint mark_organisation_id_class_code_id_fkey FOREIGN KEY (organisation_id, class_code_id) REFERENCES documents.class_code(organisation_id, id),
  constraint mark_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES kernel.record(organisation_id, id),
  constraint mark_pkey PRIMARY KEY (organisation_id, token)
);
alter table documents.mark enable row level security;
alter table documents.mark force row level security;
create table documents.opening (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  principal_id uuid not null,
  until_at timestamp with time zone not null,
  based_on integer not null,
  constraint opening_based_on_check CHECK ((based_on > 0)),
  constraint opening_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint opening_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.opening enable row level security;
alter table documents.opening force row level security;
create table documents.own_kind (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  base text not null,
  class_code_id uuid,
  makes_task boolean default false not null,
  title text,
  owner_id uuid,
  days_after_arrival smallint,
  wants text[] default '{}'::text[] not null,
  retired boolean default false not null,
  constraint own_kind_base_check CHECK (((length(base) >= 1) AND (length(base) <= 40))),
  constraint own_kind_days_after_arrival_check CHECK (((days_after_arrival >= 0) AND (days_after_arrival <= 400))),
  constraint own_kind_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint own_kind_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint own_kind_wants_check CHECK ((cardinality(wants) <= 10)),
  constraint own_kind_organisation_id_class_code_id_fkey FOREIGN KEY (organisation_id, class_code_id) REFERENCES documents.class_code(organisation_id, id),
  constraint own_kind_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint own_kind_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint own_kind_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.own_kind enable row level security;
alter table documents.own_kind force row level security;
create table documents.page (
  organisation_id uuid not null,
  document_id uuid not null,
  number integer not null,
  width real not null,
  height real not null,
  turn smallint not null,
  skew real not null,
  source text not null,
  words bytea not null,
  origin integer,
  turned smallint default 0 not null,
  blank boolean default false not null,
  constraint page_number_check CHECK ((number > 0)),
  constraint page_origin_check CHECK ((origin > 0)),
  constraint page_source_check CHECK ((source = ANY (ARRAY['text-layer'::text, 'ocr'::text, 'flow'::text]))),
  constraint page_turn_check CHECK ((turn = ANY (ARRAY[0, 90, 180, 270]))),
  constraint page_turned_check CHECK ((turned = ANY (ARRAY[0, 90, 180, 270]))),
  constraint page_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint page_pkey PRIMARY KEY (organisation_id, document_id, number)
);
alter table documents.page enable row level security;
alter table documents.page force row level security;
create table documents.public_register (
  organisation_id uuid not null,
  is_open boolean default false not null,
  address text,
  shows_names boolean default false not null,
  after_days smallint default 1 not null,
  masked_words text[] default '{}'::text[] not null,
  intro text default ''::text not null,
  constraint public_register_after_days_check CHECK (((after_days >= 0) AND (after_days <= 365))),
  constraint public_register_check CHECK (((NOT is_open) OR (address IS NOT NULL))),
  constraint public_register_intro_check CHECK ((length(intro) <= 2000)),
  constraint public_register_masked_words_check CHECK ((cardinality(masked_words) <= 500)),
  constraint public_register_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint public_register_pkey PRIMARY KEY (organisation_id)
);
alter table documents.public_register enable row level security;
alter table documents.public_register force row level security;
create table documents.registration (
  organisation_id uuid not null,
  id uuid not null,
  number text not null,
  direction text not null,
  year smallint not null,
  serial bigint not null,
  happened_on date not null,
  subject text not null,
  correspondent text,
  party_id uuid,
  document_id uuid,
  matter_id uuid,
  secret boolean default false not null,
  secrecy_basis text,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  struck_at timestamp with time zone,
  struck_by uuid,
  strike_reason text,
  constraint registration_check CHECK ((secret OR (secrecy_basis IS NULL))),
  constraint registration_check1 CHECK (((direction = 'internal'::text) OR (correspondent IS NOT NULL))),
  constraint registration_check2 CHECK ((num_nonnulls(struck_at, struck_by, strike_reason) = ANY (ARRAY[0, 3]))),
  constraint registration_correspondent_check CHECK (((length(correspondent) >= 1) AND (length(correspondent) <= 200))),
  constraint registration_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'internal'::text]))),
  constraint registration_number_check CHECK (((length(number) >= 3) AND (length(number) <= 40))),
  constraint registration_secrecy_basis_check CHECK (((length(secrecy_basis) >= 1) AND (length(secrecy_basis) <= 300))),
  constraint registration_serial_check CHECK ((serial > 0)),
  constraint registration_strike_reason_check CHECK (((length(strike_reason) >= 1) AND (length(strike_reason) <= 1000))),
  constraint registration_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300))),
  constraint registration_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint registration_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint registration_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint registration_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES kernel.record(organisation_id, id),
  constraint registration_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint registration_pkey PRIMARY KEY (organisation_id, id),
  constraint registration_number_once UNIQUE (organisation_id, number),
  constraint registration_serial_once UNIQUE (organisation_id, direction, year, serial)
);
alter table documents.registration enable row level security;
alter table documents.registration force row level security;
create table documents.registration_mask (
  organisation_id uuid not null,
  registration_id uuid not null,
  words text[] default '{}'::text[] not null,
  hides_correspondent boolean default false not null,
  withheld boolean default false not null,
  constraint registration_mask_words_check CHECK ((cardinality(words) <= 50)),
  constraint registration_mask_organisation_id_registration_id_fkey FOREIGN KEY (organisation_id, registration_id) REFERENCES documents.registration(organisation_id, id) ON DELETE CASCADE,
  constraint registration_mask_pkey PRIMARY KEY (organisation_id, registration_id)
);
alter table documents.registration_mask enable row level security;
alter table documents.registration_mask force row level security;
create table documents.replacement (
  organisation_id uuid not null,
  old_id uuid not null,
  new_id uuid not null,
  "position" integer not null,
  pages integer[] not null,
  back boolean default false not null,
  constraint replacement_check CHECK ((old_id <> new_id)),
  constraint replacement_position_check CHECK (("position" > 0)),
  constraint replacement_organisation_id_new_id_fkey FOREIGN KEY (organisation_id, new_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint replacement_organisation_id_old_id_fkey FOREIGN KEY (organisation_id, old_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint replacement_pkey PRIMARY KEY (organisation_id, old_id, new_id)
);
alter table documents.replacement enable row level security;
alter table documents.replacement force row level security;
create table documents.saved_search (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  shared boolean default false not null,
  search jsonb not null,
  asks jsonb not null,
  kept_at timestamp with time zone not null,
  dropped_at timestamp with time zone,
  constraint saved_search_asks_check CHECK (((jsonb_typeof(asks) = 'object'::text) AND (length((asks)::text) <= 8000))),
  constraint saved_search_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint saved_search_search_check CHECK (((jsonb_typeof(search) = 'object'::text) AND (length((search)::text) <= 8000))),
  constraint saved_search_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint saved_search_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.saved_search enable row level security;
alter table documents.saved_search force row level security;
create table documents.share (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  form text not null,
  recipient text,
  note text default ''::text not null,
  class_then smallint not null,
  shared_at timestamp with time zone not null,
  shared_by uuid not null,
  expires_at timestamp with time zone not null,
  most_fetches integer,
  fetches integer default 0 not null,
  last_fetch_at timestamp with time zone,
  password_id uuid,
  wrong_tries smallint default 0 not null,
  ended text,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint share_check CHECK (((class_then < 2) OR (password_id IS NOT NULL))),
  constraint share_check1 CHECK (((expires_at > shared_at) AND (expires_at <= (shared_at + '366 days'::interval)))),
  constraint share_check2 CHECK ((fetches <= COALESCE(most_fetches, fetches))),
  constraint share_check3 CHECK (((ended_at IS NULL) OR (ended IS NOT NULL))),
  constraint share_check4 CHECK (((ended_by IS NULL) = (ended IS DISTINCT FROM 'revoked'::text))),
  constraint share_class_then_check CHECK (((class_then >= 0) AND (class_then <= 2))),
  constraint share_ended_check CHECK ((ended = ANY (ARRAY['revoked'::text, 'destroyed'::text, 'held'::text, 'discarded'::text, 'class'::text, 'guessed'::text]))),
  constraint share_fetches_check CHECK ((fetches >= 0)),
  constraint share_form_check CHECK ((form = ANY (ARRAY['original'::text, 'searchable'::text]))),
  constraint share_most_fetches_check CHECK (((most_fetches >= 1) AND (most_fetches <= 1000))),
  constraint share_note_check CHECK ((length(note) <= 2000)),
  constraint share_recipient_check CHECK (((length(recipient) >= 1) AND (length(recipient) <= 200))),
  constraint share_wrong_tries_check CHECK (((wrong_tries >= 0) AND (wrong_tries <= 20))),
  constraint share_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint share_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint share_organisation_id_password_id_fkey FOREIGN KEY (organisation_id, password_id) REFERENCES documents.share_password(organisation_id, id),
  constraint share_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.share enable row level security;
alter table documents.share force row level security;
create table documents.share_password (
  organisation_id uuid not null,
  id uuid not null,
  hash text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint share_password_hash_check CHECK ((hash ~ '^\$argon2id\$'::text)),
  constraint share_password_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint share_password_pkey PRIMARY KEY (organisation_id, id)
);
alter table documents.share_password enable row level security;
alter table documents.share_password force row level security;
create table documents.sheet (
  organisation_id uuid not null,
  document_id uuid not null,
  "position" smallint not null,
  name text not null,
  rows integer not null,
  columns integer not null,
  cut boolean not null,
  cells bytea not null,
  constraint sheet_columns_check CHECK ((columns >= 0)),
  constraint sheet_name_check CHECK ((length(name) <= 100)),
  constraint sheet_position_check CHECK ((("position" >= 1) AND ("position" <= 30))),
  constraint sheet_rows_check CHECK ((rows >= 0)),
  constraint sheet_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint sheet_pkey PRIMARY KEY (organisation_id, document_id, "position")
);
alter table documents.sheet enable row level security;
alter table documents.sheet force row level security;
create table documents.version (
  organisation_id uuid not null,
  document_id uuid not null,
  number integer not null,
  file_id uuid not null,
  digest bytea not null,
  saved_at timestamp with time zone not null,
  saved_by uuid,
  aside boolean default false not null,
  constraint version_digest_check CHECK ((length(digest) = 32)),
  constraint version_number_check CHECK ((number > 0)),
  constraint version_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES documents.document(organisation_id, id) ON DELETE CASCADE,
  constraint version_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint version_pkey PRIMARY KEY (organisation_id, document_id, number)
);
alter table documents.version enable row level security;
alter table documents.version force row level security;
create table expenses.category_rule (
  organisation_id uuid not null,
  category text not null,
  from_on date not null,
  account text,
  vat_code text,
  limit_minor bigint,
  limit_currency text,
  per text not null,
  participants boolean not null,
  constraint category_rule_account_check CHECK (((length(account) >= 1) AND (length(account) <= 20))),
  constraint category_rule_check CHECK (((limit_minor IS NULL) = (limit_currency IS NULL))),
  constraint category_rule_limit_currency_check CHECK ((limit_currency ~ '^[A-Z]{3}$'::text)),
  constraint category_rule_limit_minor_check CHECK ((limit_minor >= 0)),
  constraint category_rule_per_check CHECK ((per = ANY (ARRAY['receipt'::text, 'day'::text, 'person'::text]))),
  constraint category_rule_vat_code_check CHECK (((length(vat_code) >= 1) AND (length(vat_code) <= 20))),
  constraint category_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint category_rule_pkey PRIMARY KEY (organisation_id, category, from_on)
);
alter table expenses.category_rule enable row level security;
alter table expenses.category_rule force row level security;
create table expenses.claimant (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  scheme text not null,
  number text not null,
  bic text,
  constraint claimant_bic_check CHECK ((bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'::text)),
  constraint claimant_number_check CHECK ((number ~ '^[A-Z0-9]{2,34}$'::text)),
  constraint claimant_scheme_check CHECK ((scheme = ANY (ARRAY['iban'::text, 'bankgiro'::text, 'plusgiro'::text, 'account'::text]))),
  constraint claimant_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint claimant_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint claimant_pkey PRIMARY KEY (organisation_id, id),
  constraint claimant_once UNIQUE (organisation_id, person_id)
);
alter table expenses.claimant enable row level security;
alter table expenses.claimant force row level security;
create table expenses.line (
  organisation_id uuid not null,
  report_id uuid not null,
  id uuid not null,
  "position" integer not null,
  sort text not null,
  category text not null,
  on_day date not null,
  text text default ''::text not null,
  document_id uuid,
  proposed boolean default false not null,
  currency text not null,
  amount_minor bigint not null,
  vat_minor bigint,
  rate text,
  office_minor bigint,
  paid_by text default 'own'::text not null,
  participants text,
  distance_tenths integer,
  vehicle text,
  country text,
  share smallint,
  breakfast boolean default false not null,
  lunch boolean default false not null,
  dinner boolean default false not null,
  removed boolean default false not null,
  rate_on date,
  constraint line_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint line_check CHECK (((vat_minor >= 0) AND (vat_minor <= amount_minor))),
  constraint line_check1 CHECK (((sort = 'mileage'::text) = (distance_tenths IS NOT NULL))),
  constraint line_check2 CHECK (((sort = 'mileage'::text) = (vehicle IS NOT NULL))),
  constraint line_check3 CHECK (((sort = 'per-diem'::text) = (share IS NOT NULL))),
  constraint line_check4 CHECK (((sort = 'per-diem'::text) = (country IS NOT NULL))),
  constraint line_check5 CHECK (((sort = 'receipt'::text) OR (paid_by = 'own'::text))),
  constraint line_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint line_distance_tenths_check CHECK ((distance_tenths > 0)),
  constraint line_office_minor_check CHECK ((office_minor >= 0)),
  constraint line_paid_by_check CHECK ((paid_by = ANY (ARRAY['own'::text, 'company'::text]))),
  constraint line_participants_check CHECK (((length(participants) >= 1) AND (length(participants) <= 1000))),
  constraint line_rate_check CHECK ((rate ~ '^[0-9]{1,9}(\.[0-9]{1,10})?$'::text)),
  constraint line_rate_of_day CHECK (((rate_on IS NULL) OR ((rate IS NOT NULL) AND (rate_on <= on_day)))),
  constraint line_share_check CHECK (((share >= 0) AND (share <= 100))),
  constraint line_sort_check CHECK ((sort = ANY (ARRAY['receipt'::text, 'per-diem'::text, 'mileage'::text]))),
  constraint line_text_check CHECK ((length(text) <= 300)),
  constraint line_vehicle_check CHECK ((vehicle = ANY (ARRAY['own-car'::text, 'company-car'::text, 'company-electric'::text, 'motorcycle'::text, 'bicycle'::text]))),
  constraint line_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint line_organisation_id_report_id_fkey FOREIGN KEY (organisation_id, report_id) REFERENCES expenses.report(organisation_id, id) ON DELETE CASCADE,
  constraint line_pkey PRIMARY KEY (organisation_id, report_id, id)
);
alter table expenses.line enable row level security;
alter table expenses.line force row level security;
create table expenses.policy (
  organisation_id uuid not null,
  from_on date not null,
  currency text not null,
  receipt_above_minor bigint not null,
  hand_in_days integer not null,
  weekends boolean not null,
  alcohol boolean not null,
  four_eyes boolean not null,
  constraint policy_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint policy_hand_in_days_check CHECK (((hand_in_days >= 1) AND (hand_in_days <= 1000))),
  constraint policy_receipt_above_minor_check CHECK ((receipt_above_minor >= 0)),
  constraint policy_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint policy_pkey PRIMARY KEY (organisation_id, from_on)
);
alter table expenses.policy enable row level security;
alter table expenses.policy force row level security;
create table expenses.rate (
  organisation_id uuid not null,
  what text not null,
  country text default ''::text not null,
  from_on date not null,
  rate text not null,
  constraint rate_check CHECK (((what = 'per-diem'::text) = (country <> ''::text))),
  constraint rate_country_check CHECK ((country ~ '^([A-Z]{2})?$'::text)),
  constraint rate_rate_check CHECK ((rate ~ '^[0-9]{1,9}(\.[0-9]{1,4})?$'::text)),
  constraint rate_what_check CHECK ((what = ANY (ARRAY['per-diem'::text, 'own-car'::text, 'company-car'::text, 'company-electric'::text, 'motorcycle'::text, 'bicycle'::text]))),
  constraint rate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint rate_pkey PRIMARY KEY (organisation_id, what, country, from_on)
);
alter table expenses.rate enable row level security;
alter table expenses.rate force row level security;
create table expenses.report (
  organisation_id uuid not null,
  id uuid not null,
  serial bigint not null,
  person_id uuid not null,
  state text not null,
  currency text not null,
  place text,
  country text,
  left_on date,
  left_time text,
  back_on date,
  back_time text,
  advance_minor bigint default 0 not null,
  total_minor bigint default 0 not null,
  card_minor bigint default 0 not null,
  doubts integer default 0 not null,
  handed_in_at timestamp with time zone,
  verified_at timestamp with time zone,
  verified_by_id uuid,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  returned_reason text,
  approvals integer default 0 not null,
  alone boolean default false not null,
  constraint report_advance_minor_check CHECK ((advance_minor >= 0)),
  constraint report_back_time_check CHECK ((back_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint report_check CHECK (((left_on IS NULL) = (back_on IS NULL))),
  constraint report_check1 CHECK (((left_on IS NULL) OR ((left_time IS NOT NULL) AND (back_time IS NOT NULL)))),
  constraint report_check2 CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (handed_in_at IS NOT NULL))),
  constraint report_check3 CHECK (((state <> ALL (ARRAY['verified'::text, 'approved'::text, 'paid'::text])) OR (verified_by_id IS NOT NULL))),
  constraint report_check4 CHECK (((state <> ALL (ARRAY['approved'::text, 'paid'::text])) OR (approved_at IS NOT NULL))),
  constraint report_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint report_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint report_days CHECK ((back_on >= left_on)),
  constraint report_doubts_check CHECK ((doubts >= 0)),
  constraint report_left_time_check CHECK ((left_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint report_not_own CHECK ((alone OR (verified_by_id IS DISTINCT FROM person_id))),
  constraint report_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  constraint report_returned_reason_check CHECK (((length(returned_reason) >= 1) AND (length(returned_reason) <= 2000))),
  constraint report_serial_check CHECK ((serial > 0)),
  constraint report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'handed-in'::text, 'verified'::text, 'approved'::text, 'paid'::text, 'withdrawn'::text]))),
  constraint report_organisation_id_approved_by_id_fkey FOREIGN KEY (organisation_id, approved_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint report_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint report_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint report_organisation_id_verified_by_id_fkey FOREIGN KEY (organisation_id, verified_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint report_pkey PRIMARY KEY (organisation_id, id),
  constraint report_serial_once UNIQUE (organisation_id, serial)
);
alter table expenses.report enable row level security;
alter table expenses.report force row level security;
create table fax.fax (
  organisation_id uuid not null,
  id uuid not null,
  year integer not null,
  serial bigint not null,
  direction text not null,
  state text not null,
  line_id uuid,
  document_id uuid not null,
  number text default ''::text not null,
  name text default ''::text not null,
  party_id uuid,
  pages integer,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  by_id uuid,
  for_id uuid,
  mark text,
  note text default ''::text not null,
  cover boolean default false not null,
  language text,
  file_id uuid,
  spool_job text,
  problem text,
  report text default ''::text not null,
  report_id uuid,
  again_of uuid,
  constraint fax_check CHECK (
CASE direction
    WHEN 'in'::text THEN (state = ANY (ARRAY['new'::text, 'given'::text, 'done'::text]))
    ELSE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'doubtful'::text, 'cancelled'::text]))
END),
  constraint fax_check1 CHECK (((direction = 'in'::text) = (mark IS NOT NULL))),
  constraint fax_check2 CHECK (((direction = 'in'::text) OR ((number <> ''::text) AND (by_id IS NOT NULL)))),
  constraint fax_check3 CHECK (((state <> ALL (ARRAY['sent'::text, 'delivered'::text])) OR (file_id IS NOT NULL))),
  constraint fax_check4 CHECK (((state <> ALL (ARRAY['failed'::text, 'doubtful'::text])) OR (problem IS NOT NULL))),
  constraint fax_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint fax_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint fax_mark_check CHECK (((length(mark) >= 1) AND (length(mark) <= 200))),
  constraint fax_name_check CHECK ((length(name) <= 200)),
  constraint fax_note_check CHECK ((length(note) <= 2000)),
  constraint fax_number_check CHECK ((length(number) <= 60)),
  constraint fax_pages_check CHECK (((pages >= 0) AND (pages <= 10000))),
  constraint fax_problem_check CHECK ((length(problem) <= 40)),
  constraint fax_report_check CHECK ((length(report) <= 1000)),
  constraint fax_spool_job_check CHECK ((length(spool_job) <= 40)),
  constraint fax_organisation_id_again_of_fkey FOREIGN KEY (organisation_id, again_of) REFERENCES fax.fax(organisation_id, id),
  constraint fax_organisation_id_by_id_fkey FOREIGN KEY (organisation_id, by_id) REFERENCES kernel.record(organisation_id, id),
  constraint fax_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint fax_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint fax_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id),
  constraint fax_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint fax_organisation_id_line_id_fkey FOREIGN KEY (organisation_id, line_id) REFERENCES fax.line(organisation_id, id),
  constraint fax_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint fax_organisation_id_report_id_fkey FOREIGN KEY (organisation_id, report_id) REFERENCES kernel.record(organisation_id, id),
  constraint fax_pkey PRIMARY KEY (organisation_id, id),
  constraint fax_mark_once UNIQUE (organisation_id, mark),
  constraint fax_number_once UNIQUE (organisation_id, year, serial)
);
alter table fax.fax enable row level security;
alter table fax.fax force row level security;
create table fax.line (
  organisation_id uuid not null,
  id uuid not null,
  way text not null,
  number text,
  senders text[] default '{}'::text[] not null,
  subject_in text,
  address_out text,
  subject_out text,
  number_form text default 'plus'::text not null,
  is_default boolean default false not null,
  retired boolean default false not null,
  constraint line_address_out_check CHECK ((length(address_out) <= 254)),
  constraint line_check CHECK (((way = 'gateway'::text) OR ((senders = '{}'::text[]) AND (subject_in IS NULL) AND (address_out IS NULL) AND (subject_out IS NULL)))),
  constraint line_check1 CHECK (((address_out IS NULL) OR (POSITION(('{number}'::text) IN (address_out)) > 0) OR (POSITION(('{number}'::text) IN (subject_out)) > 0))),
  constraint line_number_check CHECK ((number ~ '^\d{2,20}$'::text)),
  constraint line_number_form_check CHECK ((number_form = ANY (ARRAY['plus'::text, 'digits'::text, 'zeros'::text, 'national'::text]))),
  constraint line_subject_in_check CHECK ((length(subject_in) <= 200)),
  constraint line_subject_out_check CHECK ((length(subject_out) <= 200)),
  constraint line_way_check CHECK ((way = ANY (ARRAY['gateway'::text, 'server'::text]))),
  constraint line_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint line_pkey PRIMARY KEY (organisation_id, id)
);
alter table fax.line enable row level security;
alter table fax.line force row level security;
create table interviews.interview (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  candidate_name text not null,
  candidate_email text not null,
  language text not null,
  owner_id uuid not null,
  decider_id uuid not null,
  minutes smallint not null,
  criteria text[] not null,
  note text default ''::text not null,
  outcome text,
  reason text default ''::text not null,
  decided_at timestamp with time zone,
  constraint interview_candidate_email_check CHECK (((candidate_email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(candidate_email) <= 254))),
  constraint interview_candidate_name_check CHECK (((length(candidate_name) >= 1) AND (length(candidate_name) <= 200))),
  constraint interview_check CHECK (((state = 'decided'::text) = (outcome IS NOT NULL))),
  constraint interview_check1 CHECK (((state = 'decided'::text) = (decided_at IS NOT NULL))),
  constraint interview_criteria_check CHECK (((cardinality(criteria) >= 1) AND (cardinality(criteria) <= 12))),
  constraint interview_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint interview_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint interview_note_check CHECK ((length(note) <= 5000)),
  constraint interview_outcome_check CHECK ((outcome = ANY (ARRAY['go-on'::text, 'offer'::text, 'no'::text]))),
  constraint interview_reason_check CHECK ((length(reason) <= 2000)),
  constraint interview_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text, 'cancelled'::text]))),
  constraint interview_organisation_id_decider_id_fkey FOREIGN KEY (organisation_id, decider_id) REFERENCES kernel.record(organisation_id, id),
  constraint interview_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint interview_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint interview_pkey PRIMARY KEY (organisation_id, id)
);
alter table interviews.interview enable row level security;
alter table interviews.interview force row level security;
create table interviews.panelist (
  organisation_id uuid not null,
  interview_id uuid not null,
  principal_id uuid not null,
  "position" smallint not null,
  scores smallint[],
  words text[],
  recommends text,
  summary text default ''::text not null,
  sent_at timestamp with time zone,
  asked_at timestamp with time zone,
  constraint panelist_check CHECK ((((sent_at IS NULL) = (scores IS NULL)) AND ((sent_at IS NULL) = (recommends IS NULL)))),
  constraint panelist_check1 CHECK ((cardinality(words) = cardinality(scores))),
  constraint panelist_position_check CHECK (("position" >= 0)),
  constraint panelist_recommends_check CHECK ((recommends = ANY (ARRAY['strong-yes'::text, 'yes'::text, 'no'::text, 'strong-no'::text]))),
  constraint panelist_scores_check CHECK (((1 <= ALL (scores)) AND (5 >= ALL (scores)))),
  constraint panelist_summary_check CHECK ((length(summary) <= 2000)),
  constraint panelist_organisation_id_interview_id_fkey FOREIGN KEY (organisation_id, interview_id) REFERENCES interviews.interview(organisation_id, id) ON DELETE CASCADE,
  constraint panelist_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id),
  constraint panelist_pkey PRIMARY KEY (organisation_id, interview_id, principal_id)
);
alter table interviews.panelist enable row level security;
alter table interviews.panelist force row level security;
create table invitations.feed (
  organisation_id uuid not null,
  calendar_id uuid not null,
  url text not null,
  etag text,
  modified text,
  asked_at timestamp with time zone,
  taken_at timestamp with time zone,
  problem text,
  events integer default 0 not null,
  refused integer default 0 not null,
  constraint feed_etag_check CHECK ((length(etag) <= 500)),
  constraint feed_events_check CHECK ((events >= 0)),
  constraint feed_modified_check CHECK ((length(modified) <= 100)),
  constraint feed_problem_check CHECK ((length(problem) <= 300)),
  constraint feed_refused_check CHECK ((refused >= 0)),
  constraint feed_url_check CHECK (((length(url) >= 8) AND (length(url) <= 2000))),
  constraint feed_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint feed_pkey PRIMARY KEY (organisation_id, calendar_id)
);
alter table invitations.feed enable row level security;
alter table invitations.feed force row level security;
create table invitations.feed_event (
  organisation_id uuid not null,
  calendar_id uuid not null,
  href text not null,
  digest bytea not null,
  refused text,
  constraint feed_event_digest_check CHECK ((length(digest) = 32)),
  constraint feed_event_href_check CHECK (((length(href) >= 1) AND (length(href) <= 255))),
  constraint feed_event_refused_check CHECK ((length(refused) <= 100)),
  constraint feed_event_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES invitations.feed(organisation_id, calendar_id) ON DELETE CASCADE,
  constraint feed_event_pkey PRIMARY KEY (organisation_id, calendar_id, href)
);
alter table invitations.feed_event enable row level security;
alter table invitations.feed_event force row level security;
create table invitations.guest (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  email text not null,
  told text,
  since integer default 0 not null,
  answered jsonb default '{}'::jsonb not null,
  delegated_to text[] default '{}'::text[] not null,
  words text,
  asked_at timestamp with time zone,
  reminded_at timestamp with time zone,
  bounced_at timestamp with time zone,
  bounced_because text,
  constraint guest_bounced_because_check CHECK ((length(bounced_because) <= 500)),
  constraint guest_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint guest_since_check CHECK ((since >= 0)),
  constraint guest_told_check CHECK ((length(told) <= 2000000)),
  constraint guest_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
  constraint guest_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint guest_pkey PRIMARY KEY (organisation_id, id),
  constraint guest_once UNIQUE (organisation_id, event_id, email)
);
alter table invitations.guest enable row level security;
alter table invitations.guest force row level security;
create table invitations.host (
  organisation_id uuid not null,
  event_id uuid not null,
  uid text not null,
  email text not null,
  name text not null,
  versions jsonb default '{}'::jsonb not null,
  replied jsonb default '{}'::jsonb not null,
  constraint host_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint host_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint host_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 400))),
  constraint host_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint host_pkey PRIMARY KEY (organisation_id, event_id)
);
alter table invitations.host enable row level security;
alter table invitations.host force row level security;
create table invitations.message (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid,
  document_id uuid,
  direction text not null,
  method text not null,
  uid text not null,
  sequence integer not null,
  instance text default ''::text not null,
  email text not null,
  name text not null,
  state text not null,
  because text,
  answer text,
  said text,
  letter jsonb,
  calendar text,
  digest bytea not null,
  at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint message_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'accepted'::text, 'declined'::text, 'tentative'::text, 'delegated'::text]))),
  constraint message_because_check CHECK ((length(because) <= 500)),
  constraint message_calendar_check CHECK ((length(calendar) <= 2000000)),
  constraint message_check CHECK (((direction = 'in'::text) OR (event_id IS NOT NULL))),
  constraint message_check1 CHECK (((direction = 'out'::text) OR (state = ANY (ARRAY['taken'::text, 'to-settle'::text, 'left'::text])))),
  constraint message_digest_check CHECK ((length(digest) = 32)),
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint message_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint message_instance_check CHECK ((length(instance) <= 40)),
  constraint message_method_check CHECK ((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text, 'REPLY'::text, 'COUNTER'::text, 'DECLINECOUNTER'::text, 'ADD'::text, 'REFRESH'::text, 'PUBLISH'::text, 'REMINDER'::text, 'LATE'::text, 'BOUNCE'::text]))),
  constraint message_name_check CHECK ((length(name) <= 200)),
  constraint message_said_check CHECK ((length(said) <= 2000)),
  constraint message_sequence_check CHECK ((sequence >= 0)),
  constraint message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'no-door'::text, 'bounced'::text, 'taken'::text, 'to-settle'::text, 'left'::text]))),
  constraint message_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 400))),
  constraint message_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint message_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint message_pkey PRIMARY KEY (organisation_id, id)
);
alter table invitations.message enable row level security;
alter table invitations.message force row level security;
create table invitations.proposal (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  email text not null,
  name text not null,
  recurrence text,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  from_day date,
  until_day date,
  said text,
  state text not null,
  at timestamp with time zone not null,
  constraint proposal_check CHECK ((end_at >= start_at)),
  constraint proposal_check1 CHECK (((from_day IS NULL) = (until_day IS NULL))),
  constraint proposal_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint proposal_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint proposal_recurrence_check CHECK ((recurrence ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'::text)),
  constraint proposal_said_check CHECK ((length(said) <= 2000)),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text]))),
  constraint proposal_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint proposal_pkey PRIMARY KEY (organisation_id, id)
);
alter table invitations.proposal enable row level security;
alter table invitations.proposal force row level security;
create table invitations.settings (
  organisation_id uuid not null,
  answers_address text,
  constraint settings_answers_address_check CHECK (((length(answers_address) >= 3) AND (length(answers_address) <= 254))),
  constraint settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint settings_pkey PRIMARY KEY (organisation_id)
);
alter table invitations.settings enable row level security;
alter table invitations.settings force row level security;
create table kernel.counter (
  organisation_id uuid not null,
  series text not null,
  value bigint not null,
  constraint counter_pkey PRIMARY KEY (organisation_id, series)
);
alter table kernel.counter enable row level security;
alter table kernel.counter force row level security;
create table kernel.derivation (
  organisation_id uuid not null,
  record_id uuid not null,
  source_id uuid not null,
  constraint derivation_check CHECK ((record_id <> source_id)),
  constraint derivation_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint derivation_organisation_id_source_id_fkey FOREIGN KEY (organisation_id, source_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint derivation_pkey PRIMARY KEY (organisation_id, record_id, source_id)
);
alter table kernel.derivation enable row level security;
alter table kernel.derivation force row level security;
create table kernel.file (
  organisation_id uuid not null,
  id uuid not null,
  digest bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamp with time zone not null,
  constraint file_digest_check CHECK ((length(digest) = 32)),
  constraint file_name_check CHECK ((length(name) <= 1000)),
  constraint file_size_bytes_check CHECK ((size_bytes >= 0)),
  constraint file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint file_pkey PRIMARY KEY (organisation_id, id)
);
alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create table kernel.idempotency (
  organisation_id uuid not null,
  principal_id uuid not null,
  command text not null,
  key text not null,
  input_digest bytea not null,
  outcome jsonb,
  expires_at timestamp with time zone not null,
  constraint idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint idempotency_pkey PRIMARY KEY (organisation_id, principal_id, command, key)
);
alter table kernel.idempotency enable row level security;
alter table kernel.idempotency force row level security;
create table kernel.job_progress (
  organisation_id uuid not null,
  job_id uuid not null,
  name text not null,
  done bigint default 0 not null,
  total bigint,
  note text default ''::text not null,
  cancel_requested boolean default false not null,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  error text,
  constraint job_progress_pkey PRIMARY KEY (organisation_id, job_id)
);
alter table kernel.job_progress enable row level security;
alter table kernel.job_progress force row level security;
create table kernel.journal (
  organisation_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  principal_id uuid not null,
  behalf_of_id uuid,
  mandate_id uuid,
  command text not null,
  cause_seq bigint,
  request_id text not null,
  surface text not null,
  head bytea not null,
  body_digest bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint journal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint journal_pkey PRIMARY KEY (organisation_id, seq)
);
alter table kernel.journal enable row level security;
alter table kernel.journal force row level security;
create table kernel.journal_body (
  organisation_id uuid not null,
  seq bigint not null,
  salt bytea not null,
  body bytea not null,
  constraint journal_body_organisation_id_seq_fkey FOREIGN KEY (organisation_id, seq) REFERENCES kernel.journal(organisation_id, seq),
  constraint journal_body_pkey PRIMARY KEY (organisation_id, seq)
);
alter table kernel.journal_body enable row level security;
alter table kernel.journal_body force row level security;
create table kernel.journal_head (
  organisation_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  constraint journal_head_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint journal_head_pkey PRIMARY KEY (organisation_id)
);
alter table kernel.journal_head enable row level security;
alter table kernel.journal_head force row level security;
create table kernel.journal_place (
  organisation_id uuid not null,
  consumer text not null,
  seq bigint not null,
  constraint journal_place_pkey PRIMARY KEY (organisation_id, consumer)
);
alter table kernel.journal_place enable row level security;
alter table kernel.journal_place force row level security;
create table kernel.journal_record (
  organisation_id uuid not null,
  record_id uuid not null,
  seq bigint not null,
  version integer,
  constraint journal_record_version_check CHECK ((version > 0)),
  constraint journal_record_organisation_id_seq_fkey FOREIGN KEY (organisation_id, seq) REFERENCES kernel.journal(organisation_id, seq),
  constraint journal_record_pkey PRIMARY KEY (organisation_id, record_id, seq)
);
alter table kernel.journal_record enable row level security;
alter table kernel.journal_record force row level security;
create table kernel.link (
  organisation_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null,
  constraint link_organisation_id_from_id_fkey FOREIGN KEY (organisation_id, from_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint link_organisation_id_to_id_fkey FOREIGN KEY (organisation_id, to_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint link_pkey PRIMARY KEY (organisation_id, from_id, to_id, relation)
);
alter table kernel.link enable row level security;
alter table kernel.link force row level security;
create table kernel.organisation (
  organisation_id uuid not null,
  name text not null,
  country text not null,
  currency text not null,
  zone text not null,
  language text not null,
  settings jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint organisation_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint organisation_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint organisation_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint organisation_pkey PRIMARY KEY (organisation_id)
);
alter table kernel.organisation enable row level security;
alter table kernel.organisation force row level security;
create table kernel.preference (
  organisation_id uuid not null,
  principal_id uuid not null,
  key text not null,
  value jsonb not null,
  constraint preference_key_check CHECK ((key ~ '^[a-z][a-zA-Z0-9.-]{0,100}$'::text)),
  constraint preference_value_check CHECK ((pg_column_size(value) <= 65536)),
  constraint preference_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint preference_pkey PRIMARY KEY (organisation_id, principal_id, key)
);
alter table kernel.preference enable row level security;
alter table kernel.preference force row level security;
create table kernel.read_log (
  organisation_id uuid not null,
  record_id uuid not null,
  principal_id uuid not null,
  read_at timestamp with time zone not null,
  constraint read_log_pkey PRIMARY KEY (organisation_id, record_id, principal_id, read_at)
);
alter table kernel.read_log enable row level security;
alter table kernel.read_log force row level security;
create table kernel.record (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  class smallint default 1 not null,
  audience uuid[],
  version integer default 1 not null,
  merged_into uuid,
  hold_until timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  own_class smallint,
  own_audience uuid[],
  constraint record_audience_check CHECK (((audience IS NULL) OR (cardinality(audience) > 0))),
  constraint record_check CHECK ((merged_into IS DISTINCT FROM id)),
  constraint record_check1 CHECK (((own_audience IS NULL) OR ((own_class IS NOT NULL) AND (cardinality(own_audience) > 0)))),
  constraint record_class_check CHECK (((class >= 0) AND (class <= 3))),
  constraint record_own_class_check CHECK (((own_class >= 0) AND (own_class <= 3))),
  constraint record_title_check CHECK ((length(title) <= 500)),
  constraint record_version_check CHECK ((version > 0)),
  constraint record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint record_organisation_id_merged_into_fkey FOREIGN KEY (organisation_id, merged_into) REFERENCES kernel.record(organisation_id, id),
  constraint record_pkey PRIMARY KEY (organisation_id, id)
);
alter table kernel.record enable row level security;
alter table kernel.record force row level security;
create table kernel.search_entry (
  organisation_id uuid not null,
  record_id uuid not null,
  kind text not null,
  class smallint not null,
  audience uuid[],
  title text not null,
  title_folded text generated always as (kernel.fold(title)) stored not null,
  language text,
  body text default ''::text not null,
  at timestamp with time zone not null,
  title_words tsvector not null,
  words tsvector not null,
  parts text default ''::text not null,
  reindexing bigint,
  constraint search_entry_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint search_entry_pkey PRIMARY KEY (organisation_id, record_id)
);
alter table kernel.search_entry enable row level security;
create table ledger.account (
  organisation_id uuid not null,
  number text not null,
  name text not null,
  names jsonb default '{}'::jsonb not null,
  account_type text not null,
  vat_code text,
  in_use boolean default true not null,
  folded text default ''::text not null,
  currency text,
  constraint account_account_type_check CHECK ((account_type = ANY (ARRAY['asset'::text, 'liability'::text, 'equity'::text, 'income'::text, 'cost'::text]))),
  constraint account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint account_number_check CHECK ((number ~ '^[0-9A-Za-z.-]{1,20}$'::text)),
  constraint account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint account_organisation_id_vat_code_fkey FOREIGN KEY (organisation_id, vat_code) REFERENCES ledger.vat_code(organisation_id, code),
  constraint account_pkey PRIMARY KEY (organisation_id, number)
);
alter table ledger.account enable row level security;
alter table ledger.account force row level security;
create table ledger.account_code (
  organisation_id uuid not null,
  account text not null,
  country text not null,
  code text not null,
  constraint account_code_code_check CHECK (((length(code) >= 1) AND (length(code) <= 35))),
  constraint account_code_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint account_code_organisation_id_account_fkey FOREIGN KEY (organisation_id, account) REFERENCES ledger.account(organisation_id, number),
  constraint account_code_pkey PRIMARY KEY (organisation_id, account, country)
);
alter table ledger.account_code enable row level security;
alter table ledger.account_code force row level security;
create table ledger.accrual (
  organisation_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  account text not null,
  held_on_account text not null,
  amount_minor bigint not null,
  text text not null,
  dimensions jsonb,
  stopped_at timestamp with time zone,
  key text,
  constraint accrual_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint accrual_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint accrual_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint accrual_organisation_id_account_fkey FOREIGN KEY (organisation_id, account) REFERENCES ledger.account(organisation_id, number),
  constraint accrual_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES ledger.entry(organisation_id, id),
  constraint accrual_organisation_id_held_on_account_fkey FOREIGN KEY (organisation_id, held_on_account) REFERENCES ledger.account(organisation_id, number),
  constraint accrual_pkey PRIMARY KEY (organisation_id, id),
  constraint accrual_key_once UNIQUE (organisation_id, key)
);
alter table ledger.accrual enable row level security;
alter table ledger.accrual force row level security;
create table ledger.accrual_part (
  organisation_id uuid not null,
  accrual_id uuid not null,
  part_on date not null,
  amount_minor bigint not null,
  entry_id uuid,
  constraint accrual_part_organisation_id_accrual_id_fkey FOREIGN KEY (organisation_id, accrual_id) REFERENCES ledger.accrual(organisation_id, id),
  constraint accrual_part_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES ledger.entry(organisation_id, id),
  constraint accrual_part_pkey PRIMARY KEY (organisation_id, accrual_id, part_on)
);
alter table ledger.accrual_part enable row level security;
alter table ledger.accrual_part force row level security;
create table ledger.balance (
  organisation_id uuid not null,
  account text not null,
  period_on date not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  closing_minor bigint not null,
  constraint balance_organisation_id_account_fkey FOREIGN KEY (organisation_id, account) REFERENCES ledger.account(organisation_id, number),
  constraint balance_pkey PRIMARY KEY (organisation_id, account, period_on)
);
alter table ledger.balance enable row level security;
alter table ledger.balance force row level security;
create table ledger.company (
  organisation_id uuid not null,
  facts jsonb not null,
  constraint company_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint company_pkey PRIMARY KEY (organisation_id)
);
alter table ledger.company enable row level security;
alter table ledger.company force row level security;
create table ledger.dimension (
  organisation_id uuid not null,
  code text not null,
  name text not null,
  constraint dimension_code_check CHECK (((length(code) >= 1) AND (length(code) <= 20))),
  constraint dimension_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint dimension_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint dimension_pkey PRIMARY KEY (organisation_id, code)
);
alter table ledger.dimension enable row level security;
alter table ledger.dimension force row level security;
create table ledger.dimension_value (
  organisation_id uuid not null,
  dimension text not null,
  code text not null,
  name text not null,
  in_use boolean default true not null,
  constraint dimension_value_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  constraint dimension_value_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint dimension_value_organisation_id_dimension_fkey FOREIGN KEY (organisation_id, dimension) REFERENCES ledger.dimension(organisation_id, code),
  constraint dimension_value_pkey PRIMARY KEY (organisation_id, dimension, code)
);
alter table ledger.dimension_value enable row level security;
alter table ledger.dimension_value force row level security;
create table ledger.entry (
  organisation_id uuid not null,
  id uuid not null,
  year_id uuid not null,
  period_on date not null,
  series text not null,
  number bigint not null,
  book text not null,
  posted_on date not null,
  text text not null,
  key text,
  source_id uuid,
  reversal_of uuid,
  imported boolean default false not null,
  line_count integer not null,
  total_minor bigint not null,
  folded text default ''::text not null,
  made_at timestamp with time zone not null,
  made_by_id uuid not null,
  constraint entry_book_check CHECK ((book = ANY (ARRAY['bills'::text, 'payments'::text, 'invoices'::text, 'expenses'::text, 'cash'::text, 'bank'::text, 'pay'::text, 'accruals'::text, 'general'::text, 'opening'::text, 'closing'::text]))),
  constraint entry_key_check CHECK (((length(key) >= 1) AND (length(key) <= 220))),
  constraint entry_line_count_check CHECK (((line_count >= 2) AND (line_count <= 5000))),
  constraint entry_number_check CHECK ((number > 0)),
  constraint entry_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint entry_total_minor_check CHECK ((total_minor >= 0)),
  constraint entry_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id),
  constraint entry_organisation_id_period_on_fkey FOREIGN KEY (organisation_id, period_on) REFERENCES ledger.period(organisation_id, starts_on),
  constraint entry_organisation_id_reversal_of_fkey FOREIGN KEY (organisation_id, reversal_of) REFERENCES ledger.entry(organisation_id, id),
  constraint entry_organisation_id_source_id_fkey FOREIGN KEY (organisation_id, source_id) REFERENCES kernel.record(organisation_id, id),
  constraint entry_organisation_id_year_id_series_fkey FOREIGN KEY (organisation_id, year_id, series) REFERENCES ledger.series(organisation_id, year_id, code),
  constraint entry_pkey PRIMARY KEY (organisation_id, id),
  constraint entry_balanced TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint entry_key_once UNIQUE (organisation_id, key),
  constraint entry_number_once UNIQUE (organisation_id, year_id, series, number),
  constraint entry_reversed_once UNIQUE (organisation_id, reversal_of)
);
alter table ledger.entry enable row level security;
alter table ledger.entry force row level security;
create table ledger.entry_document (
  organisation_id uuid not null,
  entry_id uuid not null,
  document_id uuid not null,
  constraint entry_document_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint entry_document_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES ledger.entry(organisation_id, id),
  constraint entry_document_pkey PRIMARY KEY (organisation_id, entry_id, document_id)
);
alter table ledger.entry_document enable row level security;
alter table ledger.entry_document force row level security;
create table ledger.entry_origin (
  organisation_id uuid not null,
  entry_id uuid not null,
  import_id uuid not null,
  series text not null,
  number text not null,
  untitled boolean not null,
  registered_on date,
  registered_by text,
  constraint entry_origin_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES ledger.entry(organisation_id, id),
  constraint entry_origin_organisation_id_import_id_fkey FOREIGN KEY (organisation_id, import_id) REFERENCES ledger.import(organisation_id, id),
  constraint entry_origin_pkey PRIMARY KEY (organisation_id, entry_id)
);
alter table ledger.entry_origin enable row level security;
alter table ledger.entry_origin force row level security;
create table ledger.fiscal_year (
  organisation_id uuid not null,
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  state text default 'open'::text not null,
  closed_at timestamp with time zone,
  closed_by_id uuid,
  constraint fiscal_year_check CHECK ((ends_on > starts_on)),
  constraint fiscal_year_check1 CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint fiscal_year_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint fiscal_year_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint fiscal_year_pkey PRIMARY KEY (organisation_id, id),
  constraint fiscal_year_apart EXCLUDE USING gist (organisation_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&)
);
alter table ledger.fiscal_year enable row level security;
alter table ledger.fiscal_year force row level security;
create table ledger.import (
  organisation_id uuid not null,
  id uuid not null,
  format text not null,
  file_name text not null,
  digest bytea not null,
  company text not null,
  from_on date not null,
  until_on date not null,
  entry_count integer not null,
  imported_at timestamp with time zone not null,
  imported_by_id uuid not null,
  constraint import_entry_count_check CHECK ((entry_count >= 0)),
  constraint import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_format_check CHECK ((format = ANY (ARRAY['sie4'::text, 'saft-no'::text, 'saft-pt'::text, 'd406'::text, 'xaf'::text]))),
  constraint import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint import_pkey PRIMARY KEY (organisation_id, id),
  constraint import_file_once UNIQUE (organisation_id, digest)
);
alter table ledger.import enable row level security;
alter table ledger.import force row level security;
create table ledger.item (
  organisation_id uuid not null,
  id uuid not null,
  key text not null,
  side text not null,
  record_id uuid not null,
  party_id uuid,
  party_name text not null,
  number text,
  reference_scheme text not null,
  reference text,
  issued_on date not null,
  due_on date not null,
  currency text not null,
  amount_minor bigint not null,
  settled_minor bigint default 0 not null,
  pay_to jsonb,
  method text not null,
  discount_on date,
  discount_minor bigint,
  ready boolean not null,
  hold_reason text,
  withdrawn_at timestamp with time zone,
  made_at timestamp with time zone not null,
  worth_minor bigint,
  worth_account text,
  settled_worth_minor bigint default 0 not null,
  constraint item_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint item_check CHECK (((discount_on IS NULL) = (discount_minor IS NULL))),
  constraint item_check1 CHECK (((reference_scheme = 'none'::text) = (reference IS NULL))),
  constraint item_check2 CHECK (((worth_minor IS NULL) = (worth_account IS NULL))),
  constraint item_check3 CHECK (((settled_worth_minor = 0) OR (worth_minor IS NOT NULL))),
  constraint item_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint item_hold_reason_check CHECK (((length(hold_reason) >= 1) AND (length(hold_reason) <= 300))),
  constraint item_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint item_method_check CHECK ((method = ANY (ARRAY['transfer'::text, 'direct-debit'::text, 'card'::text, 'cash'::text, 'multibanco'::text, 'none'::text]))),
  constraint item_not_over_settled CHECK (
CASE
    WHEN (amount_minor > 0) THEN ((settled_minor >= 0) AND (settled_minor <= amount_minor))
    ELSE ((settled_minor >= amount_minor) AND (settled_minor <= 0))
END),
  constraint item_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  constraint item_party_name_check CHECK (((length(party_name) >= 1) AND (length(party_name) <= 200))),
  constraint item_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 140))),
  constraint item_reference_scheme_check CHECK ((reference_scheme = ANY (ARRAY['none'::text, 'ocr'::text, 'kid'::text, 'rf'::text, 'betalingskenmerk'::text, 'multibanco'::text, 'text'::text]))),
  constraint item_side_check CHECK ((side = ANY (ARRAY['payable'::text, 'receivable'::text]))),
  constraint item_withdrawn_unsettled CHECK (((withdrawn_at IS NULL) OR (settled_minor = 0))),
  constraint item_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_organisation_id_worth_account_fkey FOREIGN KEY (organisation_id, worth_account) REFERENCES ledger.account(organisation_id, number),
  constraint item_pkey PRIMARY KEY (organisation_id, id),
  constraint item_key_once UNIQUE (organisation_id, key)
);
alter table ledger.item enable row level security;
alter table ledger.item force row level security;
create table ledger.period (
  organisation_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  year_id uuid not null,
  state text default 'open'::text not null,
  constraint period_check CHECK ((ends_on >= starts_on)),
  constraint period_state_check CHECK ((state = ANY (ARRAY['open'::text, 'locked'::text, 'closed'::text]))),
  constraint period_organisation_id_year_id_fkey FOREIGN KEY (organisation_id, year_id) REFERENCES ledger.fiscal_year(organisation_id, id),
  constraint period_pkey PRIMARY KEY (organisation_id, starts_on),
  constraint period_apart EXCLUDE USING gist (organisation_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&)
);
alter table ledger.period enable row level security;
alter table ledger.period force row level security;
create table ledger.posting (
  organisation_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  posted_on date not null,
  amount_minor bigint not null,
  currency text,
  foreign_minor bigint,
  vat_code text,
  vat_part text,
  dimensions jsonb,
  party_id uuid,
  text text,
  constraint posting_check CHECK (((currency IS NULL) = (foreign_minor IS NULL))),
  constraint posting_check1 CHECK (((vat_code IS NULL) = (vat_part IS NULL))),
  constraint posting_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint posting_line_check CHECK ((line > 0)),
  constraint posting_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint posting_vat_part_check CHECK ((vat_part = ANY (ARRAY['base'::text, 'tax'::text, 'due'::text]))),
  constraint posting_organisation_id_account_fkey FOREIGN KEY (organisation_id, account) REFERENCES ledger.account(organisation_id, number),
  constraint posting_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES ledger.entry(organisation_id, id),
  constraint posting_organisation_id_vat_code_fkey FOREIGN KEY (organisation_id, vat_code) REFERENCES ledger.vat_code(organisation_id, code),
  constraint posting_pkey PRIMARY KEY (organisation_id, entry_id, line)
);
alter table ledger.posting enable row level security;
alter table ledger.posting force row level security;
create table ledger.rate (
  organisation_id uuid not null,
  currency text not null,
  rate_on date not null,
  rate numeric(19,10) not null,
  constraint rate_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint rate_rate_check CHECK ((rate > (0)::numeric)),
  constraint rate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint rate_pkey PRIMARY KEY (organisation_id, currency, rate_on)
);
alter table ledger.rate enable row level security;
alter table ledger.rate force row level security;
create table ledger.role_account (
  organisation_id uuid not null,
  role text not null,
  account text not null,
  constraint role_account_organisation_id_account_fkey FOREIGN KEY (organisation_id, account) REFERENCES ledger.account(organisation_id, number),
  constraint role_account_pkey PRIMARY KEY (organisation_id, role)
);
alter table ledger.role_account enable row level security;
alter table ledger.role_account force row level security;
create table ledger.series (
  organisation_id uuid not null,
  year_id uuid not null,
  code text not null,
  last_number bigint not null,
  constraint series_code_check CHECK ((code ~ '^[0-9A-Za-z]{1,10}$'::text)),
  constraint series_last_number_check CHECK ((last_number >= 0)),
  constraint series_organisation_id_year_id_fkey FOREIGN KEY (organisation_id, year_id) REFERENCES ledger.fiscal_year(organisation_id, id),
  constraint series_pkey PRIMARY KEY (organisation_id, year_id, code)
);
alter table ledger.series enable row level security;
alter table ledger.series force row level security;
create table ledger.settings (
  organisation_id uuid not null,
  mode text not null,
  currency text not null,
  chart text not null,
  year_month smallint not null,
  series jsonb default '{}'::jsonb not null,
  constraint settings_chart_check CHECK ((chart = ANY (ARRAY['SE'::text, 'NO'::text, 'NL'::text, 'RO'::text, 'PT'::text, 'EN'::text]))),
  constraint settings_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint settings_mode_check CHECK ((mode = ANY (ARRAY['books'::text, 'none'::text]))),
  constraint settings_year_month_check CHECK (((year_month >= 1) AND (year_month <= 12))),
  constraint settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint settings_pkey PRIMARY KEY (organisation_id)
);
alter table ledger.settings enable row level security;
alter table ledger.settings force row level security;
create table ledger.settlement (
  organisation_id uuid not null,
  id uuid not null,
  key text not null,
  item_id uuid not null,
  amount_minor bigint not null,
  settled_on date not null,
  by_id uuid,
  how text not null,
  withdrawn_at timestamp with time zone,
  made_at timestamp with time zone not null,
  worth_minor bigint,
  constraint settlement_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint settlement_how_check CHECK ((how = ANY (ARRAY['payment'::text, 'credit'::text, 'write-off'::text, 'discount'::text, 'rounding'::text, 'exchange'::text]))),
  constraint settlement_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint settlement_organisation_id_by_id_fkey FOREIGN KEY (organisation_id, by_id) REFERENCES kernel.record(organisation_id, id),
  constraint settlement_organisation_id_item_id_fkey FOREIGN KEY (organisation_id, item_id) REFERENCES ledger.item(organisation_id, id),
  constraint settlement_pkey PRIMARY KEY (organisation_id, id),
  constraint settlement_key_once UNIQUE (organisation_id, key)
);
alter table ledger.settlement enable row level security;
alter table ledger.settlement force row level security;
create table ledger.vat_code (
  organisation_id uuid not null,
  code text not null,
  name text not null,
  names jsonb default '{}'::jsonb not null,
  kind text not null,
  rate integer not null,
  deductible integer default 10000 not null,
  category text not null,
  tax_account text,
  due_account text,
  base_box text,
  tax_box text,
  due_box text,
  valid_from date,
  valid_until date,
  in_use boolean default true not null,
  constraint vat_code_category_check CHECK ((category = ANY (ARRAY['S'::text, 'Z'::text, 'E'::text, 'AE'::text, 'K'::text, 'G'::text, 'O'::text]))),
  constraint vat_code_check CHECK ((valid_until >= valid_from)),
  constraint vat_code_code_check CHECK (((length(code) >= 1) AND (length(code) <= 20))),
  constraint vat_code_deductible_check CHECK (((deductible >= 0) AND (deductible <= 10000))),
  constraint vat_code_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'purchase'::text, 'reverse-charge'::text, 'import'::text, 'none'::text]))),
  constraint vat_code_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint vat_code_rate_check CHECK (((rate >= 0) AND (rate <= 10000))),
  constraint vat_code_organisation_id_due_account_fkey FOREIGN KEY (organisation_id, due_account) REFERENCES ledger.account(organisation_id, number) DEFERRABLE INITIALLY DEFERRED,
  constraint vat_code_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint vat_code_organisation_id_tax_account_fkey FOREIGN KEY (organisation_id, tax_account) REFERENCES ledger.account(organisation_id, number) DEFERRABLE INITIALLY DEFERRED,
  constraint vat_code_pkey PRIMARY KEY (organisation_id, code)
);
alter table ledger.vat_code enable row level security;
alter table ledger.vat_code force row level security;
create table ledger.vat_settlement (
  organisation_id uuid not null,
  id uuid not null,
  from_on date not null,
  until_on date not null,
  to_pay_minor bigint not null,
  entry_id uuid,
  settled_at timestamp with time zone not null,
  settled_by_id uuid not null,
  reopened_at timestamp with time zone,
  constraint vat_settlement_check CHECK ((until_on >= from_on)),
  constraint vat_settlement_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES ledger.entry(organisation_id, id),
  constraint vat_settlement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint vat_settlement_pkey PRIMARY KEY (organisation_id, id),
  constraint vat_settlement_apart EXCLUDE USING gist (organisation_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((reopened_at IS NULL))
);
alter table ledger.vat_settlement enable row level security;
alter table ledger.vat_settlement force row level security;
create table ledger.year_balance (
  organisation_id uuid not null,
  account text not null,
  starts_on date not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  constraint year_balance_organisation_id_account_fkey FOREIGN KEY (organisation_id, account) REFERENCES ledger.account(organisation_id, number),
  constraint year_balance_pkey PRIMARY KEY (organisation_id, account, starts_on)
);
alter table ledger.year_balance enable row level security;
alter table ledger.year_balance force row level security;
create table letters.letter (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  number text,
  party_id uuid,
  template_id uuid,
  matter_id uuid,
  document_id uuid,
  author_id uuid not null,
  finished_by uuid,
  language text not null,
  dated_on date not null,
  subject text default ''::text not null,
  recipient text default ''::text not null,
  email text default ''::text not null,
  your_reference text default ''::text not null,
  signer_name text default ''::text not null,
  signer_role text default ''::text not null,
  enclosures text default ''::text not null,
  answers jsonb default '[]'::jsonb not null,
  body jsonb not null,
  needs_approval boolean default false not null,
  sent_by text,
  sent_at timestamp with time zone,
  sent_to text,
  mail text,
  file_id uuid,
  constraint letter_answers_check CHECK ((jsonb_typeof(answers) = 'array'::text)),
  constraint letter_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
  constraint letter_check CHECK (((state <> ALL (ARRAY['finished'::text, 'sent'::text])) OR (number IS NOT NULL))),
  constraint letter_check1 CHECK (((sent_by IS NULL) = (sent_at IS NULL))),
  constraint letter_check2 CHECK (((state <> 'sent'::text) OR (sent_by IS NOT NULL))),
  constraint letter_check3 CHECK (((mail IS NULL) OR (sent_by = 'mail'::text))),
  constraint letter_email_check CHECK ((length(email) <= 254)),
  constraint letter_enclosures_check CHECK ((length(enclosures) <= 300)),
  constraint letter_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint letter_mail_check CHECK ((mail = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text]))),
  constraint letter_number_check CHECK (((length(number) >= 1) AND (length(number) <= 40))),
  constraint letter_recipient_check CHECK ((length(recipient) <= 600)),
  constraint letter_sent_by_check CHECK ((sent_by = ANY (ARRAY['mail'::text, 'post'::text, 'handed'::text]))),
  constraint letter_sent_to_check CHECK ((length(sent_to) <= 254)),
  constraint letter_signer_name_check CHECK ((length(signer_name) <= 120)),
  constraint letter_signer_role_check CHECK ((length(signer_role) <= 120)),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'finished'::text, 'sent'::text, 'discarded'::text]))),
  constraint letter_subject_check CHECK ((length(subject) <= 300)),
  constraint letter_your_reference_check CHECK ((length(your_reference) <= 60)),
  constraint letter_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint letter_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES letters.office_file(organisation_id, file_id),
  constraint letter_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint letter_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES kernel.record(organisation_id, id),
  constraint letter_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint letter_organisation_id_template_id_fkey FOREIGN KEY (organisation_id, template_id) REFERENCES letters.template(organisation_id, id),
  constraint letter_pkey PRIMARY KEY (organisation_id, id),
  constraint letter_number UNIQUE (organisation_id, number)
);
alter table letters.letter enable row level security;
alter table letters.letter force row level security;
create table letters.letterhead (
  organisation_id uuid not null,
  name text not null,
  address text default ''::text not null,
  reach text default ''::text not null,
  numbers text default ''::text not null,
  logo_file_id uuid,
  logo_width integer,
  logo_height integer,
  window_side text,
  constraint letterhead_address_check CHECK ((length(address) <= 300)),
  constraint letterhead_check CHECK ((((logo_file_id IS NULL) = (logo_width IS NULL)) AND ((logo_file_id IS NULL) = (logo_height IS NULL)))),
  constraint letterhead_logo_height_check CHECK (((logo_height >= 8) AND (logo_height <= 6000))),
  constraint letterhead_logo_width_check CHECK (((logo_width >= 8) AND (logo_width <= 6000))),
  constraint letterhead_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint letterhead_numbers_check CHECK ((length(numbers) <= 300)),
  constraint letterhead_reach_check CHECK ((length(reach) <= 300)),
  constraint letterhead_window_side_check CHECK ((window_side = ANY (ARRAY['left'::text, 'right'::text]))),
  constraint letterhead_organisation_id_logo_file_id_fkey FOREIGN KEY (organisation_id, logo_file_id) REFERENCES kernel.file(organisation_id, id),
  constraint letterhead_pkey PRIMARY KEY (organisation_id)
);
alter table letters.letterhead enable row level security;
alter table letters.letterhead force row level security;
create table letters.merge (
  organisation_id uuid not null,
  id uuid not null,
  template_id uuid,
  state text not null,
  how text,
  language text,
  dated_on date not null,
  signer_name text default ''::text not null,
  signer_role text default ''::text not null,
  columns text[] default '{}'::text[] not null,
  mapping jsonb default '[]'::jsonb not null,
  answers jsonb default '[]'::jsonb not null,
  run integer default 0 not null,
  begun_by uuid,
  file_id uuid,
  document_id uuid,
  word_file_id uuid,
  constraint merge_answers_check CHECK ((jsonb_typeof(answers) = 'array'::text)),
  constraint merge_check CHECK (((state = 'preparing'::text) OR ((how IS NOT NULL) AND (begun_by IS NOT NULL)))),
  constraint merge_check1 CHECK ((num_nonnulls(template_id, word_file_id) = 1)),
  constraint merge_columns_check CHECK ((cardinality(columns) <= 60)),
  constraint merge_how_check CHECK ((how = ANY (ARRAY['print'::text, 'mail'::text]))),
  constraint merge_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint merge_mapping_check CHECK ((jsonb_typeof(mapping) = 'array'::text)),
  constraint merge_signer_name_check CHECK ((length(signer_name) <= 120)),
  constraint merge_signer_role_check CHECK ((length(signer_role) <= 120)),
  constraint merge_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'running'::text, 'stopped'::text, 'done'::text]))),
  constraint merge_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint merge_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint merge_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint merge_organisation_id_template_id_fkey FOREIGN KEY (organisation_id, template_id) REFERENCES letters.template(organisation_id, id),
  constraint merge_organisation_id_word_file_id_fkey FOREIGN KEY (organisation_id, word_file_id) REFERENCES letters.office_file(organisation_id, file_id),
  constraint merge_pkey PRIMARY KEY (organisation_id, id)
);
alter table letters.merge enable row level security;
alter table letters.merge force row level security;
create table letters.merge_row (
  organisation_id uuid not null,
  merge_id uuid not null,
  "position" integer not null,
  party_id uuid,
  cells text[] default '{}'::text[] not null,
  state text default 'waiting'::text not null,
  reason text,
  constraint merge_row_cells_check CHECK ((cardinality(cells) <= 60)),
  constraint merge_row_check CHECK (((reason IS NOT NULL) = (state = ANY (ARRAY['failed'::text, 'unsure'::text])))),
  constraint merge_row_position_check CHECK (("position" > 0)),
  constraint merge_row_reason_check CHECK ((length(reason) <= 300)),
  constraint merge_row_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'done'::text, 'failed'::text, 'unsure'::text]))),
  constraint merge_row_organisation_id_merge_id_fkey FOREIGN KEY (organisation_id, merge_id) REFERENCES letters.merge(organisation_id, id) ON DELETE CASCADE,
  constraint merge_row_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint merge_row_pkey PRIMARY KEY (organisation_id, merge_id, "position")
);
alter table letters.merge_row enable row level security;
alter table letters.merge_row force row level security;
create table letters.office_file (
  organisation_id uuid not null,
  file_id uuid not null,
  body jsonb not null,
  unknown text[] default '{}'::text[] not null,
  constraint office_file_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
  constraint office_file_unknown_check CHECK ((cardinality(unknown) <= 40)),
  constraint office_file_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id) ON DELETE CASCADE,
  constraint office_file_pkey PRIMARY KEY (organisation_id, file_id)
);
alter table letters.office_file enable row level security;
alter table letters.office_file force row level security;
create table letters.opening (
  organisation_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  principal_id uuid not null,
  until_at timestamp with time zone not null,
  based_on integer not null,
  lock_token uuid,
  lock_until timestamp with time zone,
  constraint opening_based_on_check CHECK ((based_on > 0)),
  constraint opening_check CHECK (((lock_token IS NULL) = (lock_until IS NULL))),
  constraint opening_organisation_id_letter_id_fkey FOREIGN KEY (organisation_id, letter_id) REFERENCES letters.letter(organisation_id, id) ON DELETE CASCADE,
  constraint opening_pkey PRIMARY KEY (organisation_id, id)
);
alter table letters.opening enable row level security;
alter table letters.opening force row level security;
create table letters.picture (
  organisation_id uuid not null,
  record_id uuid not null,
  file_id uuid not null,
  constraint picture_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint picture_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint picture_pkey PRIMARY KEY (organisation_id, file_id, record_id)
);
alter table letters.picture enable row level security;
alter table letters.picture force row level security;
create table letters.template (
  organisation_id uuid not null,
  id uuid not null,
  needs_approval boolean default false not null,
  retired boolean default false not null,
  constraint template_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint template_pkey PRIMARY KEY (organisation_id, id)
);
alter table letters.template enable row level security;
alter table letters.template force row level security;
create table letters.variant (
  organisation_id uuid not null,
  template_id uuid not null,
  language text not null,
  subject text default ''::text not null,
  body jsonb not null,
  file_id uuid,
  constraint variant_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
  constraint variant_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint variant_subject_check CHECK ((length(subject) <= 300)),
  constraint variant_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES letters.office_file(organisation_id, file_id),
  constraint variant_organisation_id_template_id_fkey FOREIGN KEY (organisation_id, template_id) REFERENCES letters.template(organisation_id, id) ON DELETE CASCADE,
  constraint variant_pkey PRIMARY KEY (organisation_id, template_id, language)
);
alter table letters.variant enable row level security;
alter table letters.variant force row level security;
create table letters.version (
  organisation_id uuid not null,
  letter_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  subject text not null,
  body jsonb not null,
  file_id uuid,
  aside boolean default false not null,
  constraint version_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
  constraint version_number_check CHECK ((number > 0)),
  constraint version_subject_check CHECK ((length(subject) <= 300)),
  constraint version_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES letters.office_file(organisation_id, file_id),
  constraint version_organisation_id_letter_id_fkey FOREIGN KEY (organisation_id, letter_id) REFERENCES letters.letter(organisation_id, id) ON DELETE CASCADE,
  constraint version_pkey PRIMARY KEY (organisation_id, letter_id, number)
);
alter table letters.version enable row level security;
alter table letters.version force row level security;
create table mail.away_answered (
  organisation_id uuid not null,
  reply_id uuid not null,
  address text not null,
  at timestamp with time zone not null,
  constraint away_answered_address_check CHECK ((((length(address) >= 3) AND (length(address) <= 320)) AND (address = lower(address)))),
  constraint away_answered_organisation_id_reply_id_fkey FOREIGN KEY (organisation_id, reply_id) REFERENCES mail.away_reply(organisation_id, id) ON DELETE CASCADE,
  constraint away_answered_pkey PRIMARY KEY (organisation_id, reply_id, address)
);
alter table mail.away_answered enable row level security;
alter table mail.away_answered force row level security;
create table mail.away_reply (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  from_on date not null,
  until_on date not null,
  set_by_id uuid not null,
  ended_at timestamp with time zone,
  constraint away_reply_check CHECK ((until_on >= from_on)),
  constraint away_reply_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint away_reply_pkey PRIMARY KEY (organisation_id, id),
  constraint away_reply_apart EXCLUDE USING gist (organisation_id WITH =, mailbox_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((ended_at IS NULL))
);
alter table mail.away_reply enable row level security;
alter table mail.away_reply force row level security;
create table mail.away_reply_text (
  organisation_id uuid not null,
  reply_id uuid not null,
  language text not null,
  body text not null,
  constraint away_reply_text_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint away_reply_text_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint away_reply_text_organisation_id_reply_id_fkey FOREIGN KEY (organisation_id, reply_id) REFERENCES mail.away_reply(organisation_id, id) ON DELETE CASCADE,
  constraint away_reply_text_pkey PRIMARY KEY (organisation_id, reply_id, language)
);
alter table mail.away_reply_text enable row level security;
alter table mail.away_reply_text force row level security;
create table mail.buried_sender (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  address text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint buried_sender_address_check CHECK ((((length(address) >= 3) AND (length(address) <= 320)) AND (address = lower(address)))),
  constraint buried_sender_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint buried_sender_pkey PRIMARY KEY (organisation_id, mailbox_id, address)
);
alter table mail.buried_sender enable row level security;
alter table mail.buried_sender force row level security;
create table mail.client (
  organisation_id uuid not null,
  provider text not null,
  client_id text not null,
  secret_id uuid not null,
  tenant text,
  constraint client_client_id_check CHECK (((length(client_id) >= 3) AND (length(client_id) <= 300))),
  constraint client_provider_check CHECK ((provider = ANY (ARRAY['google'::text, 'microsoft'::text]))),
  constraint client_tenant_check CHECK (((length(tenant) >= 1) AND (length(tenant) <= 200))),
  constraint client_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint client_pkey PRIMARY KEY (organisation_id, provider)
);
alter table mail.client enable row level security;
alter table mail.client force row level security;
create table mail.folder (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  path text not null,
  role text not null,
  uid_validity bigint,
  last_uid bigint default 0 not null,
  mod_seq bigint,
  gone boolean default false not null,
  constraint folder_path_check CHECK (((length(path) >= 1) AND (length(path) <= 1000))),
  constraint folder_role_check CHECK ((role = ANY (ARRAY['inbox'::text, 'sent'::text, 'archive'::text, 'trash'::text, 'junk'::text, 'drafts'::text, 'all'::text, 'other'::text]))),
  constraint folder_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint folder_pkey PRIMARY KEY (organisation_id, id),
  constraint folder_once UNIQUE (organisation_id, mailbox_id, path)
);
alter table mail.folder enable row level security;
alter table mail.folder force row level security;
create table mail.holding (
  organisation_id uuid not null,
  thread_id uuid not null,
  holder_id uuid not null,
  since_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint holding_check CHECK ((until_at > since_at)),
  constraint holding_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES kernel.record(organisation_id, id),
  constraint holding_organisation_id_thread_id_fkey FOREIGN KEY (organisation_id, thread_id) REFERENCES mail.thread(organisation_id, id) ON DELETE CASCADE,
  constraint holding_pkey PRIMARY KEY (organisation_id, thread_id)
);
alter table mail.holding enable row level security;
alter table mail.holding force row level security;
create table mail.mailbox (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  address text not null,
  aliases text[] default '{}'::text[] not null,
  kind text not null,
  owner_id uuid,
  way text not null,
  imap_host text,
  imap_port integer,
  imap_encryption text,
  smtp_host text,
  smtp_port integer,
  smtp_encryption text,
  username text,
  secret_id uuid,
  since_on date,
  archives boolean default true not null,
  language text,
  answer_hours integer,
  paused boolean default false not null,
  connected_at timestamp with time zone not null,
  connected_by uuid not null,
  ended_at timestamp with time zone,
  problem text,
  failing_since timestamp with time zone,
  told boolean default false not null,
  in_step_at timestamp with time zone,
  writes text default 'plain'::text not null,
  constraint mailbox_address_check CHECK ((((length(address) >= 3) AND (length(address) <= 254)) AND (POSITION(('@'::text) IN (address)) > 1) AND (address = lower(address)))),
  constraint mailbox_aliases_check CHECK ((cardinality(aliases) <= 50)),
  constraint mailbox_answer_hours_check CHECK (((answer_hours >= 1) AND (answer_hours <= 720))),
  constraint mailbox_check CHECK (((kind = 'shared'::text) OR (owner_id IS NOT NULL))),
  constraint mailbox_check1 CHECK (((way = 'none'::text) OR ((imap_host IS NOT NULL) AND (imap_port IS NOT NULL) AND (imap_encryption IS NOT NULL) AND (username IS NOT NULL)))),
  constraint mailbox_check2 CHECK ((((smtp_host IS NULL) = (smtp_port IS NULL)) AND ((smtp_host IS NULL) = (smtp_encryption IS NULL)))),
  constraint mailbox_check3 CHECK (((secret_id IS NULL) OR (ended_at IS NULL))),
  constraint mailbox_check4 CHECK (((problem IS NULL) = (failing_since IS NULL))),
  constraint mailbox_imap_encryption_check CHECK ((imap_encryption = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailbox_imap_host_check CHECK (((length(imap_host) >= 1) AND (length(imap_host) <= 253))),
  constraint mailbox_imap_port_check CHECK (((imap_port >= 1) AND (imap_port <= 65535))),
  constraint mailbox_kind_check CHECK ((kind = ANY (ARRAY['shared'::text, 'delegated'::text, 'own'::text]))),
  constraint mailbox_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint mailbox_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint mailbox_problem_check CHECK ((length(problem) <= 100)),
  constraint mailbox_smtp_encryption_check CHECK ((smtp_encryption = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailbox_smtp_host_check CHECK (((length(smtp_host) >= 1) AND (length(smtp_host) <= 253))),
  constraint mailbox_smtp_port_check CHECK (((smtp_port >= 1) AND (smtp_port <= 65535))),
  constraint mailbox_username_check CHECK (((length(username) >= 1) AND (length(username) <= 320))),
  constraint mailbox_way_check CHECK ((way = ANY (ARRAY['password'::text, 'google'::text, 'microsoft'::text, 'none'::text]))),
  constraint mailbox_writes_check CHECK ((writes = ANY (ARRAY['plain'::text, 'rich'::text]))),
  constraint mailbox_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint mailbox_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint mailbox_pkey PRIMARY KEY (organisation_id, id)
);
alter table mail.mailbox enable row level security;
alter table mail.mailbox force row level security;
create table mail.message (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  thread_id uuid not null,
  direction text not null,
  file_id uuid not null,
  digest bytea not null,
  size_bytes integer not null,
  message_id text,
  from_name text default ''::text not null,
  from_address text default ''::text not null,
  subject text not null,
  at timestamp with time zone not null,
  automatic text,
  attachments integer default 0 not null,
  author_id uuid,
  bounces jsonb default '[]'::jsonb not null,
  bounce_of uuid,
  seen boolean default false not null,
  answered boolean default false not null,
  flagged boolean default false not null,
  folder_id uuid,
  pending boolean default false not null,
  push_tries integer default 0 not null,
  push_after timestamp with time zone,
  gone_at timestamp with time zone,
  constraint message_automatic_check CHECK ((automatic = ANY (ARRAY['reply'::text, 'generated'::text, 'bulk'::text, 'list'::text, 'bounce'::text]))),
  constraint message_digest_check CHECK ((octet_length(digest) = 32)),
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_from_address_check CHECK ((length(from_address) <= 320)),
  constraint message_from_name_check CHECK ((length(from_name) <= 300)),
  constraint message_message_id_check CHECK (((length(message_id) >= 1) AND (length(message_id) <= 500))),
  constraint message_subject_check CHECK ((length(subject) <= 500)),
  constraint message_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint message_organisation_id_folder_id_fkey FOREIGN KEY (organisation_id, folder_id) REFERENCES mail.folder(organisation_id, id) ON DELETE SET NULL (folder_id),
  constraint message_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint message_organisation_id_thread_id_fkey FOREIGN KEY (organisation_id, thread_id) REFERENCES mail.thread(organisation_id, id) ON DELETE CASCADE,
  constraint message_pkey PRIMARY KEY (organisation_id, id),
  constraint message_once UNIQUE (organisation_id, mailbox_id, digest)
);
alter table mail.message enable row level security;
alter table mail.message force row level security;
create table mail.outgoing (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  thread_id uuid not null,
  answers_id uuid,
  author_id uuid not null,
  state text not null,
  automatic boolean default false not null,
  leaves text default 'waiting'::text not null,
  message_id text not null,
  from_name text default ''::text not null,
  recipients jsonb not null,
  subject text not null,
  text text default ''::text not null,
  html text,
  attachments jsonb default '[]'::jsonb not null,
  send_at timestamp with time zone,
  tries integer default 0 not null,
  problem text,
  file_id uuid,
  changed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  version integer default 1 not null,
  for_id uuid,
  for_ref uuid,
  for_link text,
  rich jsonb,
  constraint outgoing_check CHECK (((state <> ALL (ARRAY['waiting'::text, 'sending'::text])) OR (send_at IS NOT NULL))),
  constraint outgoing_check1 CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint outgoing_for_link_check CHECK ((for_link = 'verdict'::text)),
  constraint outgoing_from_name_check CHECK ((length(from_name) <= 200)),
  constraint outgoing_leaves_check CHECK ((leaves = ANY (ARRAY['waiting'::text, 'done'::text, 'same'::text]))),
  constraint outgoing_message_id_check CHECK (((length(message_id) >= 3) AND (length(message_id) <= 300))),
  constraint outgoing_problem_check CHECK ((length(problem) <= 500)),
  constraint outgoing_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'doubtful'::text, 'discarded'::text]))),
  constraint outgoing_subject_check CHECK ((length(subject) <= 500)),
  constraint outgoing_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint outgoing_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id) ON DELETE SET NULL (for_id),
  constraint outgoing_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint outgoing_organisation_id_thread_id_fkey FOREIGN KEY (organisation_id, thread_id) REFERENCES mail.thread(organisation_id, id) ON DELETE CASCADE,
  constraint outgoing_pkey PRIMARY KEY (organisation_id, id),
  constraint outgoing_named UNIQUE (organisation_id, message_id)
);
alter table mail.outgoing enable row level security;
alter table mail.outgoing force row level security;
create table mail.place (
  organisation_id uuid not null,
  folder_id uuid not null,
  uid bigint not null,
  message_id uuid not null,
  seen boolean not null,
  answered boolean not null,
  flagged boolean not null,
  constraint place_uid_check CHECK (((uid >= 1) AND (uid <= '4294967295'::bigint))),
  constraint place_organisation_id_folder_id_fkey FOREIGN KEY (organisation_id, folder_id) REFERENCES mail.folder(organisation_id, id) ON DELETE CASCADE,
  constraint place_organisation_id_message_id_fkey FOREIGN KEY (organisation_id, message_id) REFERENCES mail.message(organisation_id, id) ON DELETE CASCADE,
  constraint place_pkey PRIMARY KEY (organisation_id, folder_id, uid)
);
alter table mail.place enable row level security;
alter table mail.place force row level security;
create table mail.reading (
  organisation_id uuid not null,
  file_id uuid not null,
  parse text not null,
  problem text,
  facts jsonb not null,
  text text default ''::text not null,
  fresh text default ''::text not null,
  reader integer not null,
  constraint reading_parse_check CHECK ((parse = ANY (ARRAY['whole'::text, 'partly'::text, 'kept'::text]))),
  constraint reading_problem_check CHECK ((length(problem) <= 300)),
  constraint reading_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id) ON DELETE CASCADE,
  constraint reading_pkey PRIMARY KEY (organisation_id, file_id)
);
alter table mail.reading enable row level security;
alter table mail.reading force row level security;
create table mail.reference (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  named text not null,
  thread_id uuid not null,
  constraint reference_named_check CHECK (((length(named) >= 1) AND (length(named) <= 500))),
  constraint reference_organisation_id_thread_id_fkey FOREIGN KEY (organisation_id, thread_id) REFERENCES mail.thread(organisation_id, id) ON DELETE CASCADE,
  constraint reference_pkey PRIMARY KEY (organisation_id, mailbox_id, named)
);
alter table mail.reference enable row level security;
alter table mail.reference force row level security;
create table mail.rule (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid,
  from_has text,
  to_has text,
  subject_has text,
  words text,
  has_attachment boolean,
  owner_id uuid,
  label text,
  outcome text not null,
  paused boolean default false not null,
  removed boolean default false not null,
  folder_id uuid,
  constraint rule_asks CHECK (((COALESCE(from_has, to_has, subject_has, words) IS NOT NULL) OR (has_attachment IS NOT NULL))),
  constraint rule_does CHECK (((owner_id IS NOT NULL) OR (label IS NOT NULL) OR (folder_id IS NOT NULL) OR (outcome <> 'stays'::text))),
  constraint rule_folder CHECK (((folder_id IS NULL) OR (mailbox_id IS NOT NULL))),
  constraint rule_from_has_check CHECK (((length(from_has) >= 1) AND (length(from_has) <= 200))),
  constraint rule_label_check CHECK (((length(label) >= 1) AND (length(label) <= 40))),
  constraint rule_outcome_check CHECK ((outcome = ANY (ARRAY['stays'::text, 'done'::text, 'noise'::text]))),
  constraint rule_subject_has_check CHECK (((length(subject_has) >= 1) AND (length(subject_has) <= 200))),
  constraint rule_to_has_check CHECK (((length(to_has) >= 1) AND (length(to_has) <= 200))),
  constraint rule_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200))),
  constraint rule_organisation_id_folder_id_fkey FOREIGN KEY (organisation_id, folder_id) REFERENCES mail.folder(organisation_id, id),
  constraint rule_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint rule_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id),
  constraint rule_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint rule_pkey PRIMARY KEY (organisation_id, id)
);
alter table mail.rule enable row level security;
alter table mail.rule force row level security;
create table mail.saved_answer (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid,
  shortcut text,
  state text not null,
  constraint saved_answer_shortcut_check CHECK ((((length(shortcut) >= 1) AND (length(shortcut) <= 30)) AND (shortcut = lower(shortcut)))),
  constraint saved_answer_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'retired'::text]))),
  constraint saved_answer_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint saved_answer_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id),
  constraint saved_answer_pkey PRIMARY KEY (organisation_id, id)
);
alter table mail.saved_answer enable row level security;
alter table mail.saved_answer force row level security;
create table mail.saved_answer_text (
  organisation_id uuid not null,
  answer_id uuid not null,
  language text not null,
  "position" smallint not null,
  subject text,
  body text not null,
  constraint saved_answer_text_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint saved_answer_text_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint saved_answer_text_position_check CHECK (("position" >= 0)),
  constraint saved_answer_text_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200))),
  constraint saved_answer_text_organisation_id_answer_id_fkey FOREIGN KEY (organisation_id, answer_id) REFERENCES mail.saved_answer(organisation_id, id) ON DELETE CASCADE,
  constraint saved_answer_text_pkey PRIMARY KEY (organisation_id, answer_id, language)
);
alter table mail.saved_answer_text enable row level security;
alter table mail.saved_answer_text force row level security;
create table mail.signature (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  language text not null,
  body text not null,
  constraint signature_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint signature_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint signature_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint signature_pkey PRIMARY KEY (organisation_id, mailbox_id, language)
);
alter table mail.signature enable row level security;
alter table mail.signature force row level security;
create table mail.thread (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  subject text not null,
  topic text not null,
  state text not null,
  owner_id uuid,
  party_id uuid,
  from_name text default ''::text not null,
  from_address text default ''::text not null,
  snippet text default ''::text not null,
  language text,
  snoozed_until timestamp with time zone,
  promised_at timestamp with time zone,
  last_at timestamp with time zone not null,
  last_incoming_at timestamp with time zone,
  messages integer default 0 not null,
  unread integer default 0 not null,
  attachments integer default 0 not null,
  flagged boolean default false not null,
  labels text[] default '{}'::text[] not null,
  constraint thread_check CHECK (((state = 'snoozed'::text) = (snoozed_until IS NOT NULL))),
  constraint thread_from_address_check CHECK ((length(from_address) <= 320)),
  constraint thread_from_name_check CHECK ((length(from_name) <= 300)),
  constraint thread_labels_check CHECK ((cardinality(labels) <= 50)),
  constraint thread_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint thread_snippet_check CHECK ((length(snippet) <= 300)),
  constraint thread_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text, 'done'::text, 'noise'::text, 'trash'::text, 'draft'::text]))),
  constraint thread_subject_check CHECK ((length(subject) <= 500)),
  constraint thread_topic_check CHECK ((length(topic) <= 200)),
  constraint thread_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint thread_organisation_id_mailbox_id_fkey FOREIGN KEY (organisation_id, mailbox_id) REFERENCES mail.mailbox(organisation_id, id) ON DELETE CASCADE,
  constraint thread_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint thread_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint thread_pkey PRIMARY KEY (organisation_id, id)
);
alter table mail.thread enable row level security;
alter table mail.thread force row level security;
create table matters.binding (
  organisation_id uuid not null,
  matter_id uuid not null,
  record_id uuid not null,
  follows boolean not null,
  bound_at timestamp with time zone not null,
  bound_by_id uuid not null,
  moved_from_id uuid,
  constraint binding_check CHECK ((matter_id <> record_id)),
  constraint binding_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES matters.matter(organisation_id, id) ON DELETE CASCADE,
  constraint binding_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint binding_pkey PRIMARY KEY (organisation_id, matter_id, record_id)
);
alter table matters.binding enable row level security;
alter table matters.binding force row level security;
create table matters.checklist_item (
  organisation_id uuid not null,
  matter_id uuid not null,
  id uuid not null,
  "position" integer not null,
  text text not null,
  ticked_at timestamp with time zone,
  ticked_by_id uuid,
  moved_from_id uuid,
  constraint checklist_item_check CHECK (((ticked_at IS NULL) = (ticked_by_id IS NULL))),
  constraint checklist_item_position_check CHECK (("position" > 0)),
  constraint checklist_item_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint checklist_item_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES matters.matter(organisation_id, id) ON DELETE CASCADE,
  constraint checklist_item_pkey PRIMARY KEY (organisation_id, matter_id, id)
);
alter table matters.checklist_item enable row level security;
alter table matters.checklist_item force row level security;
create table matters.matter (
  organisation_id uuid not null,
  id uuid not null,
  number text not null,
  series_id uuid not null,
  year smallint not null,
  serial bigint not null,
  name text not null,
  folded text default ''::text not null,
  note text default ''::text not null,
  kind_id uuid,
  owner_id uuid not null,
  for_id uuid,
  state text not null,
  waiting_for text,
  waiting_until date,
  start_on date not null,
  target_on date,
  outcome text,
  result text,
  ended_at timestamp with time zone,
  ended_by_id uuid,
  budget_minor bigint,
  budget_currency text,
  constraint matter_budget_currency_check CHECK ((budget_currency ~ '^[A-Z]{3}$'::text)),
  constraint matter_budget_minor_check CHECK ((budget_minor >= 0)),
  constraint matter_check CHECK (((state = 'waiting'::text) = (waiting_for IS NOT NULL))),
  constraint matter_check1 CHECK (((waiting_until IS NULL) OR (waiting_for IS NOT NULL))),
  constraint matter_check2 CHECK (((state = 'closed'::text) = (ended_at IS NOT NULL))),
  constraint matter_check3 CHECK (((state = 'closed'::text) = (outcome IS NOT NULL))),
  constraint matter_check4 CHECK (((result IS NULL) OR (state = 'closed'::text))),
  constraint matter_check5 CHECK (((ended_at IS NULL) = (ended_by_id IS NULL))),
  constraint matter_check6 CHECK (((budget_minor IS NULL) = (budget_currency IS NULL))),
  constraint matter_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint matter_note_check CHECK ((length(note) <= 20000)),
  constraint matter_number_check CHECK ((((length(number) >= 1) AND (length(number) <= 40)) AND (number !~ '\s'::text))),
  constraint matter_outcome_check CHECK ((outcome = ANY (ARRAY['settled'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'moved'::text, 'mistake'::text]))),
  constraint matter_result_check CHECK (((length(result) >= 1) AND (length(result) <= 2000))),
  constraint matter_serial_check CHECK ((serial > 0)),
  constraint matter_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'closed'::text]))),
  constraint matter_target_after_start CHECK ((target_on >= start_on)),
  constraint matter_waiting_for_check CHECK (((length(waiting_for) >= 1) AND (length(waiting_for) <= 200))),
  constraint matter_year_check CHECK (((year = 0) OR ((year >= 1900) AND (year <= 9999)))),
  constraint matter_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id),
  constraint matter_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint matter_organisation_id_kind_id_fkey FOREIGN KEY (organisation_id, kind_id) REFERENCES matters.matter_kind(organisation_id, id),
  constraint matter_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint matter_organisation_id_series_id_fkey FOREIGN KEY (organisation_id, series_id) REFERENCES matters.matter_kind(organisation_id, id),
  constraint matter_pkey PRIMARY KEY (organisation_id, id),
  constraint matter_number_once UNIQUE (organisation_id, number),
  constraint matter_serial_once UNIQUE (organisation_id, series_id, year, serial)
);
alter table matters.matter enable row level security;
alter table matters.matter force row level security;
create table matters.matter_kind (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  pattern text,
  skeleton text,
  checklist text[] default '{}'::text[] not null,
  is_standard boolean default false not null,
  retired_at timestamp with time zone,
  constraint matter_kind_check CHECK (((pattern IS NULL) = (skeleton IS NULL))),
  constraint matter_kind_check1 CHECK (((NOT is_standard) OR ((pattern IS NOT NULL) AND (retired_at IS NULL)))),
  constraint matter_kind_checklist_check CHECK ((cardinality(checklist) <= 50)),
  constraint matter_kind_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint matter_kind_pattern_check CHECK ((((length(pattern) >= 3) AND (length(pattern) <= 40)) AND (pattern ~ '\{n{1,6}\}'::text) AND (pattern !~ '\s'::text))),
  constraint matter_kind_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint matter_kind_pkey PRIMARY KEY (organisation_id, id),
  constraint matter_pattern_once UNIQUE (organisation_id, skeleton)
);
alter table matters.matter_kind enable row level security;
alter table matters.matter_kind force row level security;
create table matters.party (
  organisation_id uuid not null,
  matter_id uuid not null,
  party_id uuid not null,
  role text not null,
  note text default ''::text not null,
  moved_from_id uuid,
  constraint party_note_check CHECK ((length(note) <= 300)),
  constraint party_role_check CHECK ((role = ANY (ARRAY['client'::text, 'counterpart'::text, 'authority'::text, 'contact'::text, 'adviser'::text, 'supplier'::text, 'witness'::text, 'other'::text]))),
  constraint party_organisation_id_matter_id_fkey FOREIGN KEY (organisation_id, matter_id) REFERENCES matters.matter(organisation_id, id) ON DELETE CASCADE,
  constraint party_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint party_pkey PRIMARY KEY (organisation_id, matter_id, party_id, role)
);
alter table matters.party enable row level security;
alter table matters.party force row level security;
create table meetings.approver (
  organisation_id uuid not null,
  meeting_id uuid not null,
  principal_id uuid not null,
  approved_at timestamp with time zone,
  constraint approver_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id) ON DELETE CASCADE,
  constraint approver_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id),
  constraint approver_pkey PRIMARY KEY (organisation_id, meeting_id, principal_id)
);
alter table meetings.approver enable row level security;
alter table meetings.approver force row level security;
create table meetings.attendee (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  person_id uuid,
  name text not null,
  email text,
  role text not null,
  presence text default 'unknown'::text not null,
  constraint attendee_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint attendee_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint attendee_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'absent'::text, 'unknown'::text]))),
  constraint attendee_role_check CHECK ((role = ANY (ARRAY['required'::text, 'optional'::text, 'informed'::text]))),
  constraint attendee_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id) ON DELETE CASCADE,
  constraint attendee_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint attendee_pkey PRIMARY KEY (organisation_id, meeting_id, id),
  constraint attendee_once UNIQUE (organisation_id, meeting_id, person_id)
);
alter table meetings.attendee enable row level security;
alter table meetings.attendee force row level security;
create table meetings.correction (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  body text not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  constraint correction_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint correction_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id) ON DELETE CASCADE,
  constraint correction_pkey PRIMARY KEY (organisation_id, meeting_id, id)
);
alter table meetings.correction enable row level security;
alter table meetings.correction force row level security;
create table meetings.decision (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  year smallint not null,
  serial bigint not null,
  decided_on date not null,
  body text not null,
  constraint decision_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000))),
  constraint decision_serial_check CHECK ((serial > 0)),
  constraint decision_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint decision_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id),
  constraint decision_pkey PRIMARY KEY (organisation_id, id),
  constraint decision_number_once UNIQUE (organisation_id, year, serial)
);
alter table meetings.decision enable row level security;
alter table meetings.decision force row level security;
create table meetings.item (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  "position" integer not null,
  kind text not null,
  title text not null,
  owner_id uuid,
  minutes smallint,
  note text default ''::text not null,
  standing boolean default false not null,
  finished boolean default false not null,
  carried_id uuid,
  constraint item_kind_check CHECK ((kind = ANY (ARRAY['information'::text, 'discussion'::text, 'decision'::text]))),
  constraint item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
  constraint item_note_check CHECK ((length(note) <= 4000)),
  constraint item_position_check CHECK (("position" > 0)),
  constraint item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint item_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id) ON DELETE CASCADE,
  constraint item_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_pkey PRIMARY KEY (organisation_id, meeting_id, id),
  constraint item_in_order UNIQUE (organisation_id, meeting_id, "position") DEFERRABLE INITIALLY DEFERRED
);
alter table meetings.item enable row level security;
alter table meetings.item force row level security;
create table meetings.item_paper (
  organisation_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  document_id uuid not null,
  constraint item_paper_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_paper_organisation_id_meeting_id_item_id_fkey FOREIGN KEY (organisation_id, meeting_id, item_id) REFERENCES meetings.item(organisation_id, meeting_id, id) ON DELETE CASCADE,
  constraint item_paper_pkey PRIMARY KEY (organisation_id, meeting_id, item_id, document_id)
);
alter table meetings.item_paper enable row level security;
alter table meetings.item_paper force row level security;
create table meetings.line (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid,
  "position" integer not null,
  typed text not null,
  kind text not null,
  body text not null,
  who text,
  owner_id uuid,
  due_on date,
  decision_id uuid,
  constraint line_body_check CHECK ((length(body) <= 2000)),
  constraint line_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'decision'::text, 'action'::text]))),
  constraint line_position_check CHECK (("position" >= 0)),
  constraint line_typed_check CHECK ((length(typed) <= 2000)),
  constraint line_who_check CHECK (((length(who) >= 1) AND (length(who) <= 120))),
  constraint line_organisation_id_decision_id_fkey FOREIGN KEY (organisation_id, decision_id) REFERENCES meetings.decision(organisation_id, id),
  constraint line_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id) ON DELETE CASCADE,
  constraint line_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint line_pkey PRIMARY KEY (organisation_id, meeting_id, id)
);
alter table meetings.line enable row level security;
alter table meetings.line force row level security;
create table meetings.meeting (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid,
  recurrence text default ''::text not null,
  previous_id uuid,
  state text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text,
  chair_id uuid,
  secretary_id uuid,
  agenda_days smallint,
  agenda_sent_at timestamp with time zone,
  rotates text default 'nobody'::text not null,
  sent_back_because text,
  awaited_at timestamp with time zone,
  finished_at timestamp with time zone,
  approved_at timestamp with time zone,
  file_id uuid,
  document_id uuid,
  points_days smallint,
  points_asked_at timestamp with time zone,
  procedure_id uuid,
  run_id uuid,
  constraint meeting_agenda_days_check CHECK (((agenda_days >= 0) AND (agenda_days <= 60))),
  constraint meeting_check CHECK (((approved_at IS NOT NULL) = (state = 'approved'::text))),
  constraint meeting_check1 CHECK (((state <> ALL (ARRAY['to-approve'::text, 'approved'::text])) OR (finished_at IS NOT NULL))),
  constraint meeting_check2 CHECK (((file_id IS NULL) OR (state = 'approved'::text))),
  constraint meeting_in_order CHECK ((ends_at > starts_at)),
  constraint meeting_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  constraint meeting_points_days_check CHECK (((points_days >= 0) AND (points_days <= 60))),
  constraint meeting_recurrence_check CHECK ((length(recurrence) <= 40)),
  constraint meeting_rotates_check CHECK ((rotates = ANY (ARRAY['nobody'::text, 'secretary'::text, 'both'::text]))),
  constraint meeting_sent_back_because_check CHECK (((length(sent_back_because) >= 1) AND (length(sent_back_because) <= 2000))),
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'underway'::text, 'to-approve'::text, 'approved'::text, 'cancelled'::text]))),
  constraint meeting_organisation_id_chair_id_fkey FOREIGN KEY (organisation_id, chair_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint meeting_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint meeting_organisation_id_previous_id_fkey FOREIGN KEY (organisation_id, previous_id) REFERENCES meetings.meeting(organisation_id, id),
  constraint meeting_organisation_id_procedure_id_fkey FOREIGN KEY (organisation_id, procedure_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_organisation_id_run_id_fkey FOREIGN KEY (organisation_id, run_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_organisation_id_secretary_id_fkey FOREIGN KEY (organisation_id, secretary_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_pkey PRIMARY KEY (organisation_id, id)
);
alter table meetings.meeting enable row level security;
alter table meetings.meeting force row level security;
create table meetings.turn (
  organisation_id uuid not null,
  meeting_id uuid not null,
  "position" smallint not null,
  principal_id uuid not null,
  constraint turn_position_check CHECK (("position" > 0)),
  constraint turn_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id) ON DELETE CASCADE,
  constraint turn_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id),
  constraint turn_pkey PRIMARY KEY (organisation_id, meeting_id, "position")
);
alter table meetings.turn enable row level security;
alter table meetings.turn force row level security;
create table mirrors.account (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  provider text not null,
  address text not null,
  username text not null,
  secret_id uuid,
  connected_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  problem text,
  failing_since timestamp with time zone,
  told boolean default false not null,
  constraint account_address_check CHECK (((length(address) >= 8) AND (length(address) <= 2000))),
  constraint account_check CHECK (((secret_id IS NULL) = (ended_at IS NOT NULL))),
  constraint account_check1 CHECK (((problem IS NULL) = (failing_since IS NULL))),
  constraint account_problem_check CHECK ((length(problem) <= 100)),
  constraint account_provider_check CHECK ((provider = ANY (ARRAY['caldav'::text, 'google'::text, 'microsoft'::text]))),
  constraint account_username_check CHECK (((length(username) >= 1) AND (length(username) <= 320))),
  constraint account_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint account_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint account_pkey PRIMARY KEY (organisation_id, id)
);
alter table mirrors.account enable row level security;
alter table mirrors.account force row level security;
create table mirrors.client (
  organisation_id uuid not null,
  provider text not null,
  client_id text not null,
  secret_id uuid not null,
  tenant text,
  constraint client_client_id_check CHECK (((length(client_id) >= 3) AND (length(client_id) <= 300))),
  constraint client_provider_check CHECK ((provider = ANY (ARRAY['google'::text, 'microsoft'::text]))),
  constraint client_tenant_check CHECK (((length(tenant) >= 1) AND (length(tenant) <= 200))),
  constraint client_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint client_pkey PRIMARY KEY (organisation_id, provider)
);
alter table mirrors.client enable row level security;
alter table mirrors.client force row level security;
create table mirrors.finding (
  organisation_id uuid not null,
  id uuid not null,
  calendar_id uuid not null,
  kind text not null,
  name text not null,
  tag text not null,
  uid text not null,
  title text not null,
  because text not null,
  kept text,
  at timestamp with time zone not null,
  constraint finding_because_check CHECK ((length(because) <= 2000)),
  constraint finding_check CHECK ((((kind = ANY (ARRAY['ours-lost'::text, 'theirs-lost'::text])) = (kept IS NOT NULL)) OR (kind = 'uid-twice'::text))),
  constraint finding_kept_check CHECK ((length(kept) <= 2000000)),
  constraint finding_kind_check CHECK ((kind = ANY (ARRAY['refused-here'::text, 'refused-there'::text, 'uid-twice'::text, 'ours-lost'::text, 'theirs-lost'::text]))),
  constraint finding_name_check CHECK (((length(name) >= 1) AND (length(name) <= 2000))),
  constraint finding_tag_check CHECK ((length(tag) <= 500)),
  constraint finding_title_check CHECK ((length(title) <= 200)),
  constraint finding_uid_check CHECK ((length(uid) <= 400)),
  constraint finding_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES mirrors.mirror(organisation_id, calendar_id) ON DELETE CASCADE,
  constraint finding_pkey PRIMARY KEY (organisation_id, id)
);
alter table mirrors.finding enable row level security;
alter table mirrors.finding force row level security;
create table mirrors.link_way (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid,
  type text not null,
  name text not null,
  address text,
  account_id uuid,
  added_at timestamp with time zone not null,
  constraint link_way_address_check CHECK (((length(address) >= 8) AND (length(address) <= 2000))),
  constraint link_way_check CHECK (((type = ANY (ARRAY['jitsi'::text, 'fixed'::text])) = (address IS NOT NULL))),
  constraint link_way_check1 CHECK (((type = ANY (ARRAY['teams'::text, 'meet'::text])) = (account_id IS NOT NULL))),
  constraint link_way_check2 CHECK (((account_id IS NULL) OR (owner_id IS NOT NULL))),
  constraint link_way_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint link_way_type_check CHECK ((type = ANY (ARRAY['jitsi'::text, 'fixed'::text, 'teams'::text, 'meet'::text]))),
  constraint link_way_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES mirrors.account(organisation_id, id) ON DELETE CASCADE,
  constraint link_way_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint link_way_pkey PRIMARY KEY (organisation_id, id)
);
alter table mirrors.link_way enable row level security;
alter table mirrors.link_way force row level security;
create table mirrors.mirror (
  organisation_id uuid not null,
  calendar_id uuid not null,
  account_id uuid not null,
  remote_id text not null,
  remote_name text not null,
  direction text not null,
  writable boolean not null,
  made boolean not null,
  token text,
  seen_no bigint default '-1'::integer not null,
  accept_gone boolean default false not null,
  problem text,
  failing_since timestamp with time zone,
  told boolean default false not null,
  refused_key text,
  asked_at timestamp with time zone,
  in_step_at timestamp with time zone,
  next_at timestamp with time zone not null,
  tries integer default 0 not null,
  lease_until timestamp with time zone,
  constraint mirror_check CHECK ((writable OR (direction = 'in'::text))),
  constraint mirror_check1 CHECK (((problem IS NULL) = (failing_since IS NULL))),
  constraint mirror_direction_check CHECK ((direction = ANY (ARRAY['both'::text, 'in'::text, 'out'::text]))),
  constraint mirror_problem_check CHECK ((length(problem) <= 100)),
  constraint mirror_refused_key_check CHECK ((length(refused_key) <= 200)),
  constraint mirror_remote_id_check CHECK (((length(remote_id) >= 1) AND (length(remote_id) <= 2000))),
  constraint mirror_remote_name_check CHECK (((length(remote_name) >= 1) AND (length(remote_name) <= 200))),
  constraint mirror_token_check CHECK ((length(token) <= 8000)),
  constraint mirror_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES mirrors.account(organisation_id, id) ON DELETE CASCADE,
  constraint mirror_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint mirror_pkey PRIMARY KEY (organisation_id, calendar_id),
  constraint mirror_once UNIQUE (organisation_id, account_id, remote_id)
);
alter table mirrors.mirror enable row level security;
alter table mirrors.mirror force row level security;
create table mirrors.pair (
  organisation_id uuid not null,
  calendar_id uuid not null,
  href text not null,
  uid text not null,
  name text not null,
  our_tag text not null,
  their_tag text not null,
  came boolean not null,
  constraint pair_href_check CHECK (((length(href) >= 1) AND (length(href) <= 255))),
  constraint pair_name_check CHECK (((length(name) >= 1) AND (length(name) <= 2000))),
  constraint pair_our_tag_check CHECK ((length(our_tag) <= 200)),
  constraint pair_their_tag_check CHECK ((length(their_tag) <= 500)),
  constraint pair_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 400))),
  constraint pair_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES mirrors.mirror(organisation_id, calendar_id) ON DELETE CASCADE,
  constraint pair_pkey PRIMARY KEY (organisation_id, calendar_id, href),
  constraint pair_name_once UNIQUE (organisation_id, calendar_id, name)
);
alter table mirrors.pair enable row level security;
alter table mirrors.pair force row level security;
create table notifications.browser (
  organisation_id uuid not null,
  id uuid not null,
  principal_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  name text not null,
  since_at timestamp with time zone not null,
  constraint browser_auth_check CHECK ((auth ~ '^[A-Za-z0-9_-]{20,30}$'::text)),
  constraint browser_endpoint_check CHECK (((endpoint ~ '^https://'::text) AND (length(endpoint) <= 1000))),
  constraint browser_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint browser_p256dh_check CHECK ((p256dh ~ '^[A-Za-z0-9_-]{80,100}$'::text)),
  constraint browser_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint browser_pkey PRIMARY KEY (organisation_id, id),
  constraint browser_organisation_id_principal_id_endpoint_key UNIQUE (organisation_id, principal_id, endpoint)
);
alter table notifications.browser enable row level security;
alter table notifications.browser force row level security;
create table notifications.digest (
  organisation_id uuid not null,
  principal_id uuid not null,
  on_day date not null,
  state text not null,
  opened_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint digest_check CHECK (((state = 'due'::text) = (settled_at IS NULL))),
  constraint digest_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'empty'::text, 'without-mail'::text]))),
  constraint digest_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint digest_pkey PRIMARY KEY (organisation_id, principal_id, on_day)
);
alter table notifications.digest enable row level security;
alter table notifications.digest force row level security;
create table notifications.notice (
  organisation_id uuid not null,
  id uuid not null,
  principal_id uuid not null,
  key text not null,
  urgency text not null,
  title_key text not null,
  params jsonb default '{}'::jsonb not null,
  record_id uuid,
  times integer default 1 not null,
  told_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  reminder boolean default false not null,
  constraint notice_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint notice_params_check CHECK (((jsonb_typeof(params) = 'object'::text) AND (pg_column_size(params) <= 4096))),
  constraint notice_times_check CHECK ((times > 0)),
  constraint notice_title_key_check CHECK ((title_key ~ '^notice\.[a-z0-9.-]{1,80}$'::text)),
  constraint notice_urgency_check CHECK ((urgency = ANY (ARRAY['digest'::text, 'today'::text, 'now'::text]))),
  constraint notice_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint notice_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint notice_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint notice_pkey PRIMARY KEY (organisation_id, id)
);
alter table notifications.notice enable row level security;
alter table notifications.notice force row level security;
create table oncall.alarm (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  state text not null,
  kind text,
  details text default ''::text not null,
  about_id uuid,
  raised_by_id uuid not null,
  raised_at timestamp with time zone not null,
  taken integer default 0 not null,
  next_at timestamp with time zone,
  acknowledged_by_id uuid,
  acknowledged_at timestamp with time zone,
  resolved_by_id uuid,
  resolved_at timestamp with time zone,
  outcome text default ''::text not null,
  worked_minutes integer,
  constraint alarm_check CHECK (
CASE state
    WHEN 'open'::text THEN ((acknowledged_at IS NULL) AND (resolved_at IS NULL))
    WHEN 'acknowledged'::text THEN ((acknowledged_at IS NOT NULL) AND (resolved_at IS NULL) AND (next_at IS NULL))
    ELSE ((resolved_at IS NOT NULL) AND (next_at IS NULL))
END),
  constraint alarm_check1 CHECK (((acknowledged_by_id IS NULL) = (acknowledged_at IS NULL))),
  constraint alarm_check2 CHECK (((resolved_by_id IS NULL) = (resolved_at IS NULL))),
  constraint alarm_check3 CHECK (((worked_minutes IS NULL) OR (acknowledged_by_id IS NOT NULL))),
  constraint alarm_details_check CHECK ((length(details) <= 5000)),
  constraint alarm_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 80))),
  constraint alarm_outcome_check CHECK ((length(outcome) <= 2000)),
  constraint alarm_state_check CHECK ((state = ANY (ARRAY['open'::text, 'acknowledged'::text, 'resolved'::text]))),
  constraint alarm_taken_check CHECK ((taken >= 0)),
  constraint alarm_worked_minutes_check CHECK (((worked_minutes >= 0) AND (worked_minutes <= 10080))),
  constraint alarm_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES kernel.record(organisation_id, id),
  constraint alarm_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint alarm_organisation_id_rota_id_fkey FOREIGN KEY (organisation_id, rota_id) REFERENCES oncall.rota(organisation_id, id),
  constraint alarm_pkey PRIMARY KEY (organisation_id, id)
);
alter table oncall.alarm enable row level security;
alter table oncall.alarm force row level security;
create table oncall.attempt (
  organisation_id uuid not null,
  id uuid not null,
  alarm_id uuid not null,
  taken integer not null,
  person_id uuid,
  way text,
  at timestamp with time zone not null,
  state text not null,
  settled_at timestamp with time zone,
  error text,
  constraint attempt_check CHECK (((state = 'nobody'::text) = (person_id IS NULL))),
  constraint attempt_check1 CHECK (((person_id IS NULL) = (way IS NULL))),
  constraint attempt_error_check CHECK (((length(error) >= 1) AND (length(error) <= 300))),
  constraint attempt_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text, 'no-way'::text, 'nobody'::text, 'acknowledged'::text]))),
  constraint attempt_taken_check CHECK ((taken > 0)),
  constraint attempt_way_check CHECK ((way = ANY (ARRAY['push'::text, 'mail'::text, 'sms'::text, 'voice'::text]))),
  constraint attempt_organisation_id_alarm_id_fkey FOREIGN KEY (organisation_id, alarm_id) REFERENCES oncall.alarm(organisation_id, id) ON DELETE CASCADE,
  constraint attempt_pkey PRIMARY KEY (organisation_id, id),
  constraint attempt_once UNIQUE NULLS NOT DISTINCT (organisation_id, alarm_id, taken, person_id, way)
);
alter table oncall.attempt enable row level security;
alter table oncall.attempt force row level security;
create table oncall.override (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  person_id uuid not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  reason text default ''::text not null,
  swap_id uuid,
  given_at timestamp with time zone not null,
  given_by_id uuid not null,
  cancelled_at timestamp with time zone,
  constraint override_check CHECK ((end_at > start_at)),
  constraint override_reason_check CHECK ((length(reason) <= 300)),
  constraint override_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint override_organisation_id_rota_id_fkey FOREIGN KEY (organisation_id, rota_id) REFERENCES oncall.rota(organisation_id, id) ON DELETE CASCADE,
  constraint override_organisation_id_swap_id_fkey FOREIGN KEY (organisation_id, swap_id) REFERENCES oncall.swap(organisation_id, id),
  constraint override_pkey PRIMARY KEY (organisation_id, id)
);
alter table oncall.override enable row level security;
alter table oncall.override force row level security;
create table oncall.phone (
  organisation_id uuid not null,
  principal_id uuid not null,
  number text not null,
  constraint phone_number_check CHECK ((number ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint phone_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint phone_pkey PRIMARY KEY (organisation_id, principal_id)
);
alter table oncall.phone enable row level security;
alter table oncall.phone force row level security;
create table oncall.rota (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  zone text not null,
  country text not null,
  purpose text default ''::text not null,
  alarm_kinds text[] default '{}'::text[] not null,
  raise_by uuid[] default '{}'::uuid[] not null,
  always boolean not null,
  most_nights smallint,
  rounds smallint not null,
  layers jsonb default '[]'::jsonb not null,
  live jsonb,
  published_at timestamp with time zone,
  laid_until timestamp with time zone,
  constraint rota_alarm_kinds_check CHECK ((cardinality(alarm_kinds) <= 20)),
  constraint rota_check CHECK (((state = 'draft'::text) = (live IS NULL))),
  constraint rota_check1 CHECK (((live IS NULL) = (published_at IS NULL))),
  constraint rota_check2 CHECK (((live IS NULL) = (laid_until IS NULL))),
  constraint rota_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint rota_layers_check CHECK (((jsonb_typeof(layers) = 'array'::text) AND (pg_column_size(layers) <= 65536))),
  constraint rota_live_check CHECK ((jsonb_typeof(live) = 'array'::text)),
  constraint rota_most_nights_check CHECK (((most_nights >= 1) AND (most_nights <= 60))),
  constraint rota_purpose_check CHECK ((length(purpose) <= 2000)),
  constraint rota_raise_by_check CHECK ((cardinality(raise_by) <= 100)),
  constraint rota_rounds_check CHECK (((rounds >= 1) AND (rounds <= 10))),
  constraint rota_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text, 'paused'::text]))),
  constraint rota_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint rota_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint rota_pkey PRIMARY KEY (organisation_id, id)
);
alter table oncall.rota enable row level security;
alter table oncall.rota force row level security;
create table oncall.stale_event (
  organisation_id uuid not null,
  event_id uuid not null,
  rota_id uuid not null,
  person_id uuid not null,
  constraint stale_event_organisation_id_rota_id_fkey FOREIGN KEY (organisation_id, rota_id) REFERENCES oncall.rota(organisation_id, id) ON DELETE CASCADE,
  constraint stale_event_pkey PRIMARY KEY (organisation_id, event_id)
);
alter table oncall.stale_event enable row level security;
alter table oncall.stale_event force row level security;
create table oncall.step (
  organisation_id uuid not null,
  rota_id uuid not null,
  "position" smallint not null,
  minutes smallint not null,
  whom text not null,
  layer_id uuid,
  person_id uuid,
  ways text[] not null,
  constraint step_check CHECK (((whom = 'layer'::text) = (layer_id IS NOT NULL))),
  constraint step_check1 CHECK (((whom = 'person'::text) = (person_id IS NOT NULL))),
  constraint step_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint step_position_check CHECK ((("position" >= 0) AND ("position" <= 19))),
  constraint step_ways_check CHECK ((((cardinality(ways) >= 1) AND (cardinality(ways) <= 4)) AND (ways <@ ARRAY['push'::text, 'mail'::text, 'sms'::text, 'voice'::text]))),
  constraint step_whom_check CHECK ((whom = ANY (ARRAY['on-call'::text, 'layer'::text, 'person'::text]))),
  constraint step_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint step_organisation_id_rota_id_fkey FOREIGN KEY (organisation_id, rota_id) REFERENCES oncall.rota(organisation_id, id) ON DELETE CASCADE,
  constraint step_pkey PRIMARY KEY (organisation_id, rota_id, "position")
);
alter table oncall.step enable row level security;
alter table oncall.step force row level security;
create table oncall.swap (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  asked_by_id uuid not null,
  with_id uuid not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  return_start_at timestamp with time zone,
  return_end_at timestamp with time zone,
  note text default ''::text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint swap_check CHECK ((end_at > start_at)),
  constraint swap_check1 CHECK ((return_end_at > return_start_at)),
  constraint swap_check2 CHECK (((return_start_at IS NULL) = (return_end_at IS NULL))),
  constraint swap_check3 CHECK ((asked_by_id <> with_id)),
  constraint swap_check4 CHECK (((state = 'asked'::text) = (settled_at IS NULL))),
  constraint swap_note_check CHECK ((length(note) <= 500)),
  constraint swap_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint swap_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint swap_organisation_id_rota_id_fkey FOREIGN KEY (organisation_id, rota_id) REFERENCES oncall.rota(organisation_id, id) ON DELETE CASCADE,
  constraint swap_organisation_id_with_id_fkey FOREIGN KEY (organisation_id, with_id) REFERENCES kernel.record(organisation_id, id),
  constraint swap_pkey PRIMARY KEY (organisation_id, id)
);
alter table oncall.swap enable row level security;
alter table oncall.swap force row level security;
create table oncall.turn (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  person_id uuid not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  by_id uuid not null,
  number integer not null,
  calendar text not null,
  event_id uuid,
  constraint turn_calendar_check CHECK ((calendar = ANY (ARRAY['due'::text, 'written'::text, 'refused'::text]))),
  constraint turn_check CHECK ((end_at > start_at)),
  constraint turn_check1 CHECK (((calendar <> 'written'::text) OR (event_id IS NOT NULL))),
  constraint turn_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint turn_organisation_id_rota_id_fkey FOREIGN KEY (organisation_id, rota_id) REFERENCES oncall.rota(organisation_id, id) ON DELETE CASCADE,
  constraint turn_pkey PRIMARY KEY (organisation_id, id),
  constraint turn_apart EXCLUDE USING gist (organisation_id WITH =, rota_id WITH =, tstzrange(start_at, end_at) WITH &&) DEFERRABLE
);
alter table oncall.turn enable row level security;
alter table oncall.turn force row level security;
create table outings.budget_line (
  organisation_id uuid not null,
  outing_id uuid not null,
  "position" smallint not null,
  what text not null,
  currency text not null,
  planned_minor bigint not null,
  actual_minor bigint,
  document_id uuid,
  constraint budget_line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint budget_line_planned_minor_check CHECK ((planned_minor >= 0)),
  constraint budget_line_position_check CHECK (("position" > 0)),
  constraint budget_line_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200))),
  constraint budget_line_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint budget_line_organisation_id_outing_id_fkey FOREIGN KEY (organisation_id, outing_id) REFERENCES outings.outing(organisation_id, id) ON DELETE CASCADE,
  constraint budget_line_pkey PRIMARY KEY (organisation_id, outing_id, "position")
);
alter table outings.budget_line enable row level security;
alter table outings.budget_line force row level security;
create table outings.food_order (
  organisation_id uuid not null,
  id uuid not null,
  for_id uuid not null,
  what text not null,
  body text not null,
  subject text not null,
  heads integer not null,
  deliver_at timestamp with time zone not null,
  supplier_id uuid,
  email text,
  how text not null,
  by_id uuid not null,
  constraint food_order_body_check CHECK (((length(body) >= 1) AND (length(body) <= 8000))),
  constraint food_order_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint food_order_heads_check CHECK ((heads > 0)),
  constraint food_order_how_check CHECK ((how = ANY (ARRAY['task'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'cancelled'::text]))),
  constraint food_order_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300))),
  constraint food_order_what_check CHECK (((length(what) >= 1) AND (length(what) <= 2000))),
  constraint food_order_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint food_order_organisation_id_supplier_id_fkey FOREIGN KEY (organisation_id, supplier_id) REFERENCES kernel.record(organisation_id, id),
  constraint food_order_pkey PRIMARY KEY (organisation_id, id)
);
alter table outings.food_order enable row level security;
alter table outings.food_order force row level security;
create table outings.outing (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid,
  state text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text,
  description text default ''::text not null,
  owner_id uuid,
  capacity integer,
  plus_ones smallint default 0 not null,
  register_until timestamp with time zone,
  keep_days smallint default 14 not null,
  seats_taken integer default 0 not null,
  diets_erased_at timestamp with time zone,
  feedback_asked_at timestamp with time zone,
  own_event boolean default false not null,
  event_told text,
  dimension text,
  code text,
  constraint outing_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000))),
  constraint outing_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  constraint outing_description_check CHECK ((length(description) <= 10000)),
  constraint outing_dimension_check CHECK (((length(dimension) >= 1) AND (length(dimension) <= 20))),
  constraint outing_event_told_check CHECK ((length(event_told) <= 40000)),
  constraint outing_in_order CHECK ((ends_at > starts_at)),
  constraint outing_keep_days_check CHECK (((keep_days >= 0) AND (keep_days <= 90))),
  constraint outing_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  constraint outing_plus_ones_check CHECK (((plus_ones >= 0) AND (plus_ones <= 10))),
  constraint outing_project CHECK (((dimension IS NULL) = (code IS NULL))),
  constraint outing_seats CHECK (((seats_taken >= 0) AND ((capacity IS NULL) OR (seats_taken <= capacity)))),
  constraint outing_state_check CHECK ((state = ANY (ARRAY['planning'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
  constraint outing_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id),
  constraint outing_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint outing_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint outing_pkey PRIMARY KEY (organisation_id, id)
);
alter table outings.outing enable row level security;
alter table outings.outing force row level security;
create table outings.programme (
  organisation_id uuid not null,
  outing_id uuid not null,
  "position" smallint not null,
  "time" text not null,
  what text not null,
  constraint programme_position_check CHECK (("position" > 0)),
  constraint programme_time_check CHECK (("time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint programme_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200))),
  constraint programme_organisation_id_outing_id_fkey FOREIGN KEY (organisation_id, outing_id) REFERENCES outings.outing(organisation_id, id) ON DELETE CASCADE,
  constraint programme_pkey PRIMARY KEY (organisation_id, outing_id, "position")
);
alter table outings.programme enable row level security;
alter table outings.programme force row level security;
create table outings.registration (
  organisation_id uuid not null,
  outing_id uuid not null,
  id uuid not null,
  principal_id uuid,
  name text not null,
  email text,
  language text not null,
  answer text not null,
  guests smallint default 0 not null,
  queued bigint,
  diets text[] default '{}'::text[] not null,
  diet_note text default ''::text not null,
  checked_in_at timestamp with time zone,
  invited_mail boolean default false not null,
  moved_mail boolean default true not null,
  feedback_mail boolean default true not null,
  cancelled_mail boolean default true not null,
  rating smallint,
  feedback text default ''::text not null,
  told text,
  constraint registration_answer_check CHECK ((answer = ANY (ARRAY['invited'::text, 'coming'::text, 'waiting'::text, 'declined'::text]))),
  constraint registration_check CHECK (((queued IS NOT NULL) = (answer = 'waiting'::text))),
  constraint registration_check1 CHECK (((checked_in_at IS NULL) OR (answer = 'coming'::text))),
  constraint registration_diet_note_check CHECK ((length(diet_note) <= 500)),
  constraint registration_diets_check CHECK ((diets <@ ARRAY['vegetarian'::text, 'vegan'::text, 'gluten'::text, 'lactose'::text, 'nuts'::text, 'fish'::text, 'pork'::text, 'alcohol'::text])),
  constraint registration_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint registration_feedback_check CHECK ((length(feedback) <= 2000)),
  constraint registration_guests_check CHECK (((guests >= 0) AND (guests <= 10))),
  constraint registration_language_check CHECK (((length(language) >= 2) AND (length(language) <= 8))),
  constraint registration_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint registration_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
  constraint registration_told_check CHECK ((length(told) <= 400)),
  constraint registration_organisation_id_outing_id_fkey FOREIGN KEY (organisation_id, outing_id) REFERENCES outings.outing(organisation_id, id) ON DELETE CASCADE,
  constraint registration_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id),
  constraint registration_pkey PRIMARY KEY (organisation_id, outing_id, id),
  constraint registration_once UNIQUE (organisation_id, outing_id, principal_id)
);
alter table outings.registration enable row level security;
alter table outings.registration force row level security;
create table payables.agreement (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  about text not null,
  supplier_id uuid,
  supplier_name text not null,
  customer_number text,
  starts_on date,
  ends_on date,
  notice_months integer,
  notice_raised_on date,
  currency text not null,
  usual_from_minor bigint not null,
  usual_to_minor bigint not null,
  every_months integer not null,
  first_on date not null,
  come integer default 0 not null,
  next_on date not null,
  slack_days integer not null,
  missed_on date,
  owner_id uuid,
  note text default ''::text not null,
  constraint agreement_about_check CHECK ((about = ANY (ARRAY['rent'::text, 'electricity'::text, 'heating'::text, 'water'::text, 'telephone'::text, 'insurance'::text, 'lease'::text, 'subscription'::text, 'service'::text, 'other'::text]))),
  constraint agreement_check CHECK ((usual_to_minor >= usual_from_minor)),
  constraint agreement_check1 CHECK ((ends_on >= starts_on)),
  constraint agreement_come_check CHECK ((come >= 0)),
  constraint agreement_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint agreement_customer_number_check CHECK (((length(customer_number) >= 1) AND (length(customer_number) <= 100))),
  constraint agreement_every_months_check CHECK ((every_months = ANY (ARRAY[1, 2, 3, 4, 6, 12]))),
  constraint agreement_note_check CHECK ((length(note) <= 20000)),
  constraint agreement_notice_months_check CHECK (((notice_months >= 0) AND (notice_months <= 60))),
  constraint agreement_slack_days_check CHECK (((slack_days >= 0) AND (slack_days <= 60))),
  constraint agreement_state_check CHECK ((state = ANY (ARRAY['running'::text, 'ended'::text]))),
  constraint agreement_supplier_name_check CHECK (((length(supplier_name) >= 1) AND (length(supplier_name) <= 200))),
  constraint agreement_usual_from_minor_check CHECK ((usual_from_minor >= 0)),
  constraint agreement_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint agreement_organisation_id_supplier_id_fkey FOREIGN KEY (organisation_id, supplier_id) REFERENCES kernel.record(organisation_id, id),
  constraint agreement_pkey PRIMARY KEY (organisation_id, id)
);
alter table payables.agreement enable row level security;
alter table payables.agreement force row level security;
create table payables.agreement_bill (
  organisation_id uuid not null,
  agreement_id uuid not null,
  expected_on date not null,
  bill_id uuid,
  noted_at timestamp with time zone not null,
  constraint agreement_bill_organisation_id_agreement_id_fkey FOREIGN KEY (organisation_id, agreement_id) REFERENCES payables.agreement(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_bill_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_bill_pkey PRIMARY KEY (organisation_id, agreement_id, expected_on)
);
alter table payables.agreement_bill enable row level security;
alter table payables.agreement_bill force row level security;
create table payables.alarm (
  organisation_id uuid not null,
  bill_id uuid not null,
  rule text not null,
  severity text not null,
  data jsonb default '{}'::jsonb not null,
  about text default ''::text not null,
  found_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by_id uuid,
  how text,
  said text,
  constraint alarm_about_check CHECK ((length(about) <= 300)),
  constraint alarm_check CHECK (((settled_at IS NULL) = (settled_by_id IS NULL))),
  constraint alarm_check1 CHECK (((settled_at IS NULL) OR (how IS NOT NULL))),
  constraint alarm_how_check CHECK ((how = ANY (ARRAY['phone'::text, 'letter'::text, 'visit'::text, 'portal'::text, 'seen'::text]))),
  constraint alarm_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 40))),
  constraint alarm_said_check CHECK (((length(said) >= 1) AND (length(said) <= 500))),
  constraint alarm_severity_check CHECK ((severity = ANY (ARRAY['stop'::text, 'look'::text, 'told'::text]))),
  constraint alarm_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint alarm_pkey PRIMARY KEY (organisation_id, bill_id, rule)
);
alter table payables.alarm enable row level security;
alter table payables.alarm force row level security;
create table payables.approver (
  organisation_id uuid not null,
  id uuid not null,
  supplier_id uuid,
  dimension text,
  value text,
  approver_id uuid not null,
  constraint approver_check CHECK (((supplier_id IS NULL) <> (dimension IS NULL))),
  constraint approver_check1 CHECK (((dimension IS NULL) = (value IS NULL))),
  constraint approver_dimension_check CHECK (((length(dimension) >= 1) AND (length(dimension) <= 20))),
  constraint approver_value_check CHECK (((length(value) >= 1) AND (length(value) <= 40))),
  constraint approver_organisation_id_approver_id_fkey FOREIGN KEY (organisation_id, approver_id) REFERENCES kernel.record(organisation_id, id),
  constraint approver_organisation_id_supplier_id_fkey FOREIGN KEY (organisation_id, supplier_id) REFERENCES kernel.record(organisation_id, id),
  constraint approver_pkey PRIMARY KEY (organisation_id, id),
  constraint approver_organisation_id_supplier_id_dimension_value_key UNIQUE NULLS NOT DISTINCT (organisation_id, supplier_id, dimension, value)
);
alter table payables.approver enable row level security;
alter table payables.approver force row level security;
create table payables.bill (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  origin text not null,
  document_id uuid,
  supplier_id uuid,
  supplier_name text not null,
  number text,
  number_key text,
  issued_on date not null,
  due_on date not null,
  book_on date not null,
  received_on date not null,
  currency text not null,
  total_minor bigint not null,
  vat_minor bigint,
  period_from date,
  period_to date,
  reference_scheme text,
  reference text,
  pay_scheme text,
  pay_number text,
  pay_bic text,
  order_number text,
  method text not null,
  discount_on date,
  discount_minor bigint,
  note text default ''::text not null,
  approver_id uuid,
  hold text,
  hold_reason text,
  coded_by_id uuid,
  coded_at timestamp with time zone,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  round integer default 0 not null,
  posted boolean default false not null,
  remaining_minor bigint not null,
  paid_on date,
  payments integer default 0 not null,
  coding_reason jsonb,
  agreement_id uuid,
  withdrawn_reason text,
  state_before text,
  stopped boolean default false not null,
  constraint bill_check CHECK (((pay_scheme IS NULL) = (pay_number IS NULL))),
  constraint bill_check1 CHECK (((reference_scheme IS NULL) = (reference IS NULL))),
  constraint bill_check2 CHECK (((discount_on IS NULL) = (discount_minor IS NULL))),
  constraint bill_check3 CHECK (((hold IS NULL) = (hold_reason IS NULL))),
  constraint bill_check4 CHECK ((period_to >= period_from)),
  constraint bill_check5 CHECK (((remaining_minor >= 0) AND (remaining_minor <= total_minor))),
  constraint bill_check6 CHECK (((state <> ALL (ARRAY['approved'::text, 'part-paid'::text, 'paid'::text])) OR (approved_at IS NOT NULL))),
  constraint bill_check7 CHECK (((state <> ALL (ARRAY['to-approve'::text, 'approved'::text])) OR (coded_at IS NOT NULL))),
  constraint bill_check8 CHECK (((state <> 'paid'::text) OR (remaining_minor = 0))),
  constraint bill_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint bill_discount_minor_check CHECK ((discount_minor > 0)),
  constraint bill_hold_check CHECK ((hold = ANY (ARRAY['held'::text, 'disputed'::text]))),
  constraint bill_hold_reason_check CHECK (((length(hold_reason) >= 1) AND (length(hold_reason) <= 300))),
  constraint bill_kind_check CHECK ((kind = ANY (ARRAY['bill'::text, 'credit-note'::text]))),
  constraint bill_method_check CHECK ((method = ANY (ARRAY['transfer'::text, 'direct-debit'::text, 'card'::text, 'cash'::text, 'multibanco'::text, 'none'::text]))),
  constraint bill_note_check CHECK ((length(note) <= 20000)),
  constraint bill_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  constraint bill_number_key_check CHECK (((length(number_key) >= 1) AND (length(number_key) <= 100))),
  constraint bill_order_number_check CHECK (((length(order_number) >= 1) AND (length(order_number) <= 100))),
  constraint bill_origin_check CHECK ((origin = ANY (ARRAY['document'::text, 'hand'::text]))),
  constraint bill_pay_bic_check CHECK (((length(pay_bic) >= 1) AND (length(pay_bic) <= 11))),
  constraint bill_pay_number_check CHECK (((length(pay_number) >= 1) AND (length(pay_number) <= 40))),
  constraint bill_pay_scheme_check CHECK ((pay_scheme = ANY (ARRAY['iban'::text, 'bankgiro'::text, 'plusgiro'::text, 'account'::text]))),
  constraint bill_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 140))),
  constraint bill_reference_scheme_check CHECK ((reference_scheme = ANY (ARRAY['none'::text, 'ocr'::text, 'kid'::text, 'rf'::text, 'betalingskenmerk'::text, 'multibanco'::text, 'text'::text]))),
  constraint bill_state_check CHECK ((state = ANY (ARRAY['to-code'::text, 'to-approve'::text, 'approved'::text, 'part-paid'::text, 'paid'::text, 'withdrawn'::text]))),
  constraint bill_supplier_name_check CHECK (((length(supplier_name) >= 1) AND (length(supplier_name) <= 200))),
  constraint bill_total_minor_check CHECK ((total_minor >= 0)),
  constraint bill_withdrawn_reason_check CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 300))),
  constraint bill_organisation_id_agreement_id_fkey FOREIGN KEY (organisation_id, agreement_id) REFERENCES payables.agreement(organisation_id, id),
  constraint bill_organisation_id_approver_id_fkey FOREIGN KEY (organisation_id, approver_id) REFERENCES kernel.record(organisation_id, id),
  constraint bill_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint bill_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint bill_organisation_id_supplier_id_fkey FOREIGN KEY (organisation_id, supplier_id) REFERENCES kernel.record(organisation_id, id),
  constraint bill_pkey PRIMARY KEY (organisation_id, id),
  constraint bill_of_document_once UNIQUE (organisation_id, document_id)
);
alter table payables.bill enable row level security;
alter table payables.bill force row level security;
create table payables.bill_line (
  organisation_id uuid not null,
  bill_id uuid not null,
  "position" integer not null,
  text text,
  net_minor bigint not null,
  vat_minor bigint not null,
  vat_code text,
  account text,
  dimensions jsonb default '{}'::jsonb not null,
  period_from date,
  period_to date,
  constraint bill_line_account_check CHECK (((length(account) >= 1) AND (length(account) <= 20))),
  constraint bill_line_check CHECK ((period_to >= period_from)),
  constraint bill_line_position_check CHECK ((("position" >= 1) AND ("position" <= 500))),
  constraint bill_line_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint bill_line_vat_code_check CHECK (((length(vat_code) >= 1) AND (length(vat_code) <= 20))),
  constraint bill_line_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint bill_line_pkey PRIMARY KEY (organisation_id, bill_id, "position")
);
alter table payables.bill_line enable row level security;
alter table payables.bill_line force row level security;
create table payables.e_invoice (
  organisation_id uuid not null,
  bill_id uuid not null,
  syntax text not null,
  profile text not null,
  findings jsonb not null,
  checked_at timestamp with time zone not null,
  constraint e_invoice_findings_check CHECK (((jsonb_typeof(findings) = 'array'::text) AND (jsonb_array_length(findings) <= 200))),
  constraint e_invoice_profile_check CHECK (((length(profile) >= 1) AND (length(profile) <= 40))),
  constraint e_invoice_syntax_check CHECK ((syntax = ANY (ARRAY['ubl'::text, 'cii'::text]))),
  constraint e_invoice_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint e_invoice_pkey PRIMARY KEY (organisation_id, bill_id)
);
alter table payables.e_invoice enable row level security;
alter table payables.e_invoice force row level security;
create table payables.parcel (
  organisation_id uuid not null,
  id uuid not null,
  month_on date not null,
  state text not null,
  made_on date not null,
  made_at timestamp with time zone not null,
  file_id uuid,
  digest bytea,
  file_name text,
  bill_count integer not null,
  line_count integer not null,
  late_count integer not null,
  paper_count integer default 0 not null,
  sent_to text,
  email text,
  note text default ''::text not null,
  mail text default 'none'::text not null,
  mail_error text,
  sent_at timestamp with time zone,
  withdrawn_reason text,
  constraint parcel_bill_count_check CHECK ((bill_count >= 0)),
  constraint parcel_check CHECK (((file_id IS NULL) = (digest IS NULL))),
  constraint parcel_check1 CHECK (((state <> ALL (ARRAY['ready'::text, 'sent'::text])) OR (file_id IS NOT NULL))),
  constraint parcel_check2 CHECK (((state = 'withdrawn'::text) = (withdrawn_reason IS NOT NULL))),
  constraint parcel_check3 CHECK (((state <> 'sent'::text) OR (sent_to IS NOT NULL))),
  constraint parcel_email_check CHECK (((length(email) >= 3) AND (length(email) <= 200))),
  constraint parcel_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint parcel_late_count_check CHECK ((late_count >= 0)),
  constraint parcel_line_count_check CHECK ((line_count >= 0)),
  constraint parcel_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint parcel_mail_error_check CHECK (((length(mail_error) >= 1) AND (length(mail_error) <= 500))),
  constraint parcel_month_on_check CHECK ((EXTRACT(day FROM month_on) = (1)::numeric)),
  constraint parcel_note_check CHECK ((length(note) <= 2000)),
  constraint parcel_paper_count_check CHECK ((paper_count >= 0)),
  constraint parcel_sent_to_check CHECK (((length(sent_to) >= 1) AND (length(sent_to) <= 200))),
  constraint parcel_state_check CHECK ((state = ANY (ARRAY['making'::text, 'ready'::text, 'sent'::text, 'withdrawn'::text]))),
  constraint parcel_withdrawn_reason_check CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 300))),
  constraint parcel_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint parcel_pkey PRIMARY KEY (organisation_id, id)
);
alter table payables.parcel enable row level security;
alter table payables.parcel force row level security;
create table payables.parcel_bill (
  organisation_id uuid not null,
  parcel_id uuid not null,
  bill_id uuid not null,
  round integer not null,
  "position" integer not null,
  late boolean not null,
  again boolean not null,
  live boolean not null,
  constraint parcel_bill_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint parcel_bill_organisation_id_parcel_id_fkey FOREIGN KEY (organisation_id, parcel_id) REFERENCES payables.parcel(organisation_id, id) ON DELETE CASCADE,
  constraint parcel_bill_pkey PRIMARY KEY (organisation_id, parcel_id, bill_id)
);
alter table payables.parcel_bill enable row level security;
alter table payables.parcel_bill force row level security;
create table payables.parcel_line (
  organisation_id uuid not null,
  parcel_id uuid not null,
  line_id uuid not null,
  match_id uuid not null,
  "position" integer not null,
  late boolean not null,
  live boolean not null,
  constraint parcel_line_organisation_id_parcel_id_fkey FOREIGN KEY (organisation_id, parcel_id) REFERENCES payables.parcel(organisation_id, id) ON DELETE CASCADE,
  constraint parcel_line_pkey PRIMARY KEY (organisation_id, parcel_id, line_id)
);
alter table payables.parcel_line enable row level security;
alter table payables.parcel_line force row level security;
create table payables.question (
  organisation_id uuid not null,
  id uuid not null,
  bill_id uuid not null,
  asked_of text not null,
  email text,
  language text not null,
  question text default ''::text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  mail text not null,
  mail_error text,
  answer text,
  answer_text text default ''::text not null,
  answered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint question_answer_check CHECK ((answer = ANY (ARRAY['right'::text, 'wrong'::text, 'not-mine'::text]))),
  constraint question_answer_text_check CHECK ((length(answer_text) <= 2000)),
  constraint question_asked_of_check CHECK (((length(asked_of) >= 1) AND (length(asked_of) <= 200))),
  constraint question_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint question_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint question_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint question_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint question_mail_error_check CHECK ((length(mail_error) <= 500)),
  constraint question_question_check CHECK ((length(question) <= 1000)),
  constraint question_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES kernel.record(organisation_id, id),
  constraint question_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint question_pkey PRIMARY KEY (organisation_id, id)
);
alter table payables.question enable row level security;
alter table payables.question force row level security;
create table payables.reminder (
  organisation_id uuid not null,
  document_id uuid not null,
  bill_id uuid not null,
  came_on date not null,
  total_minor bigint,
  constraint reminder_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint reminder_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint reminder_pkey PRIMARY KEY (organisation_id, document_id)
);
alter table payables.reminder enable row level security;
alter table payables.reminder force row level security;
create table payables.settings (
  organisation_id uuid not null,
  four_eyes_minor bigint,
  four_eyes_currency text,
  post_on text not null,
  constraint settings_check CHECK (((four_eyes_minor IS NULL) = (four_eyes_currency IS NULL))),
  constraint settings_four_eyes_currency_check CHECK ((four_eyes_currency ~ '^[A-Z]{3}$'::text)),
  constraint settings_four_eyes_minor_check CHECK ((four_eyes_minor >= 0)),
  constraint settings_post_on_check CHECK ((post_on = ANY (ARRAY['coding'::text, 'approval'::text, 'hand'::text]))),
  constraint settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint settings_pkey PRIMARY KEY (organisation_id)
);
alter table payables.settings enable row level security;
alter table payables.settings force row level security;
create table payables.settlement (
  organisation_id uuid not null,
  bill_id uuid not null,
  id uuid not null,
  key text not null,
  how text not null,
  amount_minor bigint not null,
  on_day date not null,
  credit_id uuid,
  taken_back_at timestamp with time zone,
  constraint settlement_amount_minor_check CHECK ((amount_minor > 0)),
  constraint settlement_check CHECK (((how = 'credit'::text) = (credit_id IS NOT NULL))),
  constraint settlement_how_check CHECK ((how = ANY (ARRAY['cash'::text, 'card'::text, 'bank'::text, 'credit'::text]))),
  constraint settlement_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint settlement_organisation_id_bill_id_fkey FOREIGN KEY (organisation_id, bill_id) REFERENCES payables.bill(organisation_id, id) ON DELETE CASCADE,
  constraint settlement_organisation_id_credit_id_fkey FOREIGN KEY (organisation_id, credit_id) REFERENCES payables.bill(organisation_id, id),
  constraint settlement_pkey PRIMARY KEY (organisation_id, bill_id, id),
  constraint settlement_organisation_id_key_key UNIQUE (organisation_id, key)
);
alter table payables.settlement enable row level security;
alter table payables.settlement force row level security;
create table payinputs.input (
  organisation_id uuid not null,
  period_id uuid not null,
  id uuid not null,
  payee_id uuid not null,
  kind text not null,
  on_day date not null,
  until_day date not null,
  minutes integer,
  amount_minor bigint,
  currency text,
  note text default ''::text not null,
  source text not null,
  source_id uuid,
  removed boolean default false not null,
  constraint input_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint input_check CHECK ((until_day >= on_day)),
  constraint input_check1 CHECK (((minutes IS NULL) OR (amount_minor IS NULL))),
  constraint input_check2 CHECK (((amount_minor IS NULL) = (currency IS NULL))),
  constraint input_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint input_minutes_check CHECK ((((minutes >= '-60000'::integer) AND (minutes <= 60000)) AND (minutes <> 0))),
  constraint input_note_check CHECK ((length(note) <= 300)),
  constraint input_source_check CHECK ((source = ANY (ARRAY['person'::text, 'clerk'::text, 'table'::text, 'recurring'::text, 'absence'::text, 'correction'::text, 'on-call'::text]))),
  constraint input_organisation_id_payee_id_fkey FOREIGN KEY (organisation_id, payee_id) REFERENCES payinputs.payee(organisation_id, id),
  constraint input_organisation_id_period_id_fkey FOREIGN KEY (organisation_id, period_id) REFERENCES payinputs.period(organisation_id, id) ON DELETE CASCADE,
  constraint input_pkey PRIMARY KEY (organisation_id, period_id, id)
);
alter table payinputs.input enable row level security;
alter table payinputs.input force row level security;
create table payinputs.layout (
  organisation_id uuid not null,
  format text not null,
  separator text not null,
  decimal_sign text not null,
  header boolean not null,
  columns text[] not null,
  codes jsonb not null,
  constraint layout_columns_check CHECK (((cardinality(columns) >= 1) AND (cardinality(columns) <= 20))),
  constraint layout_decimal_sign_check CHECK ((decimal_sign = ANY (ARRAY['comma'::text, 'point'::text]))),
  constraint layout_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'paxml'::text]))),
  constraint layout_separator_check CHECK ((separator = ANY (ARRAY['semicolon'::text, 'comma'::text, 'tab'::text]))),
  constraint layout_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint layout_pkey PRIMARY KEY (organisation_id)
);
alter table payinputs.layout enable row level security;
alter table payinputs.layout force row level security;
create table payinputs.payee (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  employee_number text not null,
  daily_minutes integer not null,
  expects_hours boolean not null,
  from_on date not null,
  until_on date,
  constraint payee_daily_minutes_check CHECK (((daily_minutes >= 0) AND (daily_minutes <= 1440))),
  constraint payee_days CHECK ((until_on >= from_on)),
  constraint payee_employee_number_check CHECK (((length(employee_number) >= 1) AND (length(employee_number) <= 30))),
  constraint payee_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint payee_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint payee_pkey PRIMARY KEY (organisation_id, id),
  constraint payee_number_once UNIQUE (organisation_id, employee_number),
  constraint payee_once UNIQUE (organisation_id, person_id)
);
alter table payinputs.payee enable row level security;
alter table payinputs.payee force row level security;
create table payinputs.period (
  organisation_id uuid not null,
  id uuid not null,
  month text not null,
  state text not null,
  handed_on_at timestamp with time zone,
  file_digest text,
  constraint period_check CHECK (((state = 'handed-on'::text) = (handed_on_at IS NOT NULL))),
  constraint period_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  constraint period_state_check CHECK ((state = ANY (ARRAY['open'::text, 'gathered'::text, 'checked'::text, 'locked'::text, 'handed-on'::text]))),
  constraint period_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint period_pkey PRIMARY KEY (organisation_id, id),
  constraint period_once UNIQUE (organisation_id, month)
);
alter table payinputs.period enable row level security;
alter table payinputs.period force row level security;
create table payinputs.recurring (
  organisation_id uuid not null,
  payee_id uuid not null,
  id uuid not null,
  kind text not null,
  minutes integer,
  amount_minor bigint,
  currency text,
  note text default ''::text not null,
  from_on date not null,
  until_on date,
  constraint recurring_check CHECK (((minutes IS NULL) <> (amount_minor IS NULL))),
  constraint recurring_check1 CHECK (((amount_minor IS NULL) = (currency IS NULL))),
  constraint recurring_check2 CHECK ((until_on >= from_on)),
  constraint recurring_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint recurring_minutes_check CHECK (((minutes >= 1) AND (minutes <= 60000))),
  constraint recurring_note_check CHECK ((length(note) <= 300)),
  constraint recurring_organisation_id_payee_id_fkey FOREIGN KEY (organisation_id, payee_id) REFERENCES payinputs.payee(organisation_id, id) ON DELETE CASCADE,
  constraint recurring_pkey PRIMARY KEY (organisation_id, payee_id, id)
);
alter table payinputs.recurring enable row level security;
alter table payinputs.recurring force row level security;
create table payinputs.sheet (
  organisation_id uuid not null,
  period_id uuid not null,
  payee_id uuid not null,
  handed_in_at timestamp with time zone not null,
  constraint sheet_organisation_id_payee_id_fkey FOREIGN KEY (organisation_id, payee_id) REFERENCES payinputs.payee(organisation_id, id) ON DELETE CASCADE,
  constraint sheet_organisation_id_period_id_fkey FOREIGN KEY (organisation_id, period_id) REFERENCES payinputs.period(organisation_id, id) ON DELETE CASCADE,
  constraint sheet_pkey PRIMARY KEY (organisation_id, period_id, payee_id)
);
alter table payinputs.sheet enable row level security;
alter table payinputs.sheet force row level security;
create table permits.application (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null,
  serial bigint not null,
  state text not null,
  permit_type text,
  applicant_id uuid,
  applicant text not null,
  handler_id uuid,
  received_on date not null,
  is_public boolean not null,
  note text default ''::text not null,
  completion_what text,
  completion_due_on date,
  complete_on date,
  decide_by date not null,
  warned_at timestamp with time zone,
  outcome text,
  decision text,
  reasons text,
  appeal_instructions text,
  decided_on date,
  decided_by_id uuid,
  valid_from date,
  valid_until date,
  fee_minor bigint,
  fee_currency text,
  notified_on date,
  appeal_until date,
  appealed_on date,
  final_on date,
  prior jsonb,
  constraint application_appeal_instructions_check CHECK (((length(appeal_instructions) >= 1) AND (length(appeal_instructions) <= 4000))),
  constraint application_applicant_check CHECK (((length(applicant) >= 1) AND (length(applicant) <= 200))),
  constraint application_check CHECK (((fee_minor IS NULL) = (fee_currency IS NULL))),
  constraint application_check1 CHECK (((state <> 'completion'::text) OR (completion_due_on IS NOT NULL))),
  constraint application_check2 CHECK (((decided_on IS NULL) = (outcome IS NULL))),
  constraint application_check3 CHECK (((outcome IS NULL) OR ((decision IS NOT NULL) AND (reasons IS NOT NULL)))),
  constraint application_check4 CHECK (((state <> ALL (ARRAY['decided'::text, 'notified'::text, 'appealed'::text, 'final'::text])) OR (outcome IS NOT NULL))),
  constraint application_check5 CHECK (((notified_on IS NULL) = (appeal_until IS NULL))),
  constraint application_check6 CHECK (((final_on IS NOT NULL) = (state = 'final'::text))),
  constraint application_completion_what_check CHECK (((length(completion_what) >= 1) AND (length(completion_what) <= 2000))),
  constraint application_decision_check CHECK (((length(decision) >= 1) AND (length(decision) <= 20000))),
  constraint application_fee_currency_check CHECK ((fee_currency ~ '^[A-Z]{3}$'::text)),
  constraint application_fee_minor_check CHECK ((fee_minor >= 0)),
  constraint application_note_check CHECK ((length(note) <= 20000)),
  constraint application_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text, 'dismissed'::text]))),
  constraint application_permit_type_check CHECK (((length(permit_type) >= 1) AND (length(permit_type) <= 120))),
  constraint application_reasons_check CHECK (((length(reasons) >= 1) AND (length(reasons) <= 20000))),
  constraint application_serial_check CHECK ((serial > 0)),
  constraint application_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'completion'::text, 'complete'::text, 'decided'::text, 'notified'::text, 'appealed'::text, 'final'::text, 'withdrawn'::text]))),
  constraint application_validity CHECK ((valid_until >= valid_from)),
  constraint application_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint application_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES kernel.record(organisation_id, id),
  constraint application_organisation_id_handler_id_fkey FOREIGN KEY (organisation_id, handler_id) REFERENCES kernel.record(organisation_id, id),
  constraint application_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint application_pkey PRIMARY KEY (organisation_id, id),
  constraint application_number_once UNIQUE (organisation_id, year, serial)
);
alter table permits.application enable row level security;
alter table permits.application force row level security;
create table permits.condition (
  organisation_id uuid not null,
  permit_id uuid not null,
  id uuid not null,
  condition text not null,
  owner_id uuid,
  every text not null,
  next_on date,
  first_on date,
  raised_on date,
  checked_on date,
  constraint condition_condition_check CHECK (((length(condition) >= 1) AND (length(condition) <= 1000))),
  constraint condition_every_check CHECK ((every = ANY (ARRAY['once'::text, 'month'::text, 'quarter'::text, 'half-year'::text, 'year'::text]))),
  constraint condition_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint condition_organisation_id_permit_id_fkey FOREIGN KEY (organisation_id, permit_id) REFERENCES permits.permit(organisation_id, id) ON DELETE CASCADE,
  constraint condition_pkey PRIMARY KEY (organisation_id, permit_id, id)
);
alter table permits.condition enable row level security;
alter table permits.condition force row level security;
create table permits.desk (
  organisation_id uuid not null,
  switched_on boolean not null,
  decide_days integer not null,
  decide_unit text not null,
  appeal_days integer not null,
  appeal_unit text not null,
  appeal_instructions text not null,
  constraint desk_appeal_days_check CHECK (((appeal_days >= 1) AND (appeal_days <= 1000))),
  constraint desk_appeal_instructions_check CHECK ((length(appeal_instructions) <= 4000)),
  constraint desk_appeal_unit_check CHECK ((appeal_unit = ANY (ARRAY['day'::text, 'workday'::text]))),
  constraint desk_decide_days_check CHECK (((decide_days >= 1) AND (decide_days <= 1000))),
  constraint desk_decide_unit_check CHECK ((decide_unit = ANY (ARRAY['day'::text, 'workday'::text]))),
  constraint desk_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint desk_pkey PRIMARY KEY (organisation_id)
);
alter table permits.desk enable row level security;
alter table permits.desk force row level security;
create table permits.hearing (
  organisation_id uuid not null,
  application_id uuid not null,
  id uuid not null,
  party_id uuid,
  party text not null,
  asked_on date not null,
  due_on date not null,
  answer text,
  answered_on date,
  constraint hearing_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 20000))),
  constraint hearing_check CHECK (((answer IS NULL) = (answered_on IS NULL))),
  constraint hearing_check1 CHECK ((due_on >= asked_on)),
  constraint hearing_party_check CHECK (((length(party) >= 1) AND (length(party) <= 200))),
  constraint hearing_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES permits.application(organisation_id, id) ON DELETE CASCADE,
  constraint hearing_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint hearing_pkey PRIMARY KEY (organisation_id, application_id, id)
);
alter table permits.hearing enable row level security;
alter table permits.hearing force row level security;
create table permits.permit (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  permit_type text,
  authority_id uuid,
  owner_id uuid,
  reference text,
  note text default ''::text not null,
  fee_minor bigint,
  fee_currency text,
  sent_on date,
  received_on date,
  completion_what text,
  completion_due_on date,
  decided_on date,
  valid_from date,
  valid_until date,
  appeal_until date,
  renewal_lead_days integer default 90 not null,
  renewal_raised_at timestamp with time zone,
  adopted_id uuid,
  renews_id uuid,
  prior jsonb,
  constraint permit_check CHECK (((fee_minor IS NULL) = (fee_currency IS NULL))),
  constraint permit_check1 CHECK (((state <> 'completion'::text) OR (completion_due_on IS NOT NULL))),
  constraint permit_check2 CHECK (((decided_on IS NOT NULL) OR (state <> ALL (ARRAY['granted'::text, 'partly'::text, 'refused'::text])))),
  constraint permit_completion_what_check CHECK (((length(completion_what) >= 1) AND (length(completion_what) <= 2000))),
  constraint permit_fee_currency_check CHECK ((fee_currency ~ '^[A-Z]{3}$'::text)),
  constraint permit_fee_minor_check CHECK ((fee_minor >= 0)),
  constraint permit_note_check CHECK ((length(note) <= 20000)),
  constraint permit_permit_type_check CHECK (((length(permit_type) >= 1) AND (length(permit_type) <= 120))),
  constraint permit_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 120))),
  constraint permit_renewal_lead_days_check CHECK (((renewal_lead_days >= 0) AND (renewal_lead_days <= 1000))),
  constraint permit_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'sent'::text, 'completion'::text, 'granted'::text, 'partly'::text, 'refused'::text, 'withdrawn'::text, 'ended'::text]))),
  constraint permit_validity CHECK ((valid_until >= valid_from)),
  constraint permit_organisation_id_adopted_id_fkey FOREIGN KEY (organisation_id, adopted_id) REFERENCES kernel.record(organisation_id, id),
  constraint permit_organisation_id_authority_id_fkey FOREIGN KEY (organisation_id, authority_id) REFERENCES kernel.record(organisation_id, id),
  constraint permit_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint permit_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint permit_organisation_id_renews_id_fkey FOREIGN KEY (organisation_id, renews_id) REFERENCES permits.permit(organisation_id, id),
  constraint permit_pkey PRIMARY KEY (organisation_id, id),
  constraint permit_adopted_once UNIQUE (organisation_id, adopted_id)
);
alter table permits.permit enable row level security;
alter table permits.permit force row level security;
create table permits.requirement (
  organisation_id uuid not null,
  permit_id uuid not null,
  id uuid not null,
  "position" integer not null,
  requirement text not null,
  met boolean default false not null,
  document_id uuid,
  constraint requirement_requirement_check CHECK (((length(requirement) >= 1) AND (length(requirement) <= 300))),
  constraint requirement_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint requirement_organisation_id_permit_id_fkey FOREIGN KEY (organisation_id, permit_id) REFERENCES permits.permit(organisation_id, id) ON DELETE CASCADE,
  constraint requirement_pkey PRIMARY KEY (organisation_id, permit_id, id)
);
alter table permits.requirement enable row level security;
alter table permits.requirement force row level security;
create table platform.account (
  account_id uuid not null,
  email public.citext not null,
  name text not null,
  language text not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  constraint account_email_check CHECK ((((length((email)::text) >= 3) AND (length((email)::text) <= 254)) AND (POSITION(('@'::text) IN (email)) > 1))),
  constraint account_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint account_pkey PRIMARY KEY (account_id),
  constraint account_email_key UNIQUE (email)
);
create table platform.api_token (
  token_id uuid not null,
  token_digest bytea not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  mandate_id uuid,
  name text not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  expires_at timestamp with time zone,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_token_digest_check CHECK ((length(token_digest) = 32)),
  constraint api_token_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES platform.organisation(organisation_id),
  constraint api_token_pkey PRIMARY KEY (token_id),
  constraint api_token_token_digest_key UNIQUE (token_digest)
);
create table platform.app_password (
  password_id uuid not null,
  password_digest bytea not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  name text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint app_password_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint app_password_password_digest_check CHECK ((length(password_digest) = 32)),
  constraint app_password_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES platform.organisation(organisation_id),
  constraint app_password_pkey PRIMARY KEY (password_id),
  constraint app_password_password_digest_key UNIQUE (password_digest)
);
create table platform.credential (
  account_id uuid not null,
  type text not null,
  key text default ''::text not null,
  secret text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint credential_type_check CHECK ((type = ANY (ARRAY['password'::text, 'passkey'::text, 'totp'::text, 'sso'::text, 'recovery'::text]))),
  constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(account_id) ON DELETE CASCADE,
  constraint credential_pkey PRIMARY KEY (account_id, type, key)
);
create table platform.membership (
  account_id uuid not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  joined_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(account_id) ON DELETE CASCADE,
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES platform.organisation(organisation_id),
  constraint membership_pkey PRIMARY KEY (account_id, organisation_id),
  constraint membership_organisation_id_principal_id_key UNIQUE (organisation_id, principal_id)
);
create table platform.migration (
  number integer not null,
  name text not null,
  module text not null,
  sha256 text not null,
  applied_at timestamp with time zone default clock_timestamp() not null,
  duration_ms integer not null,
  constraint migration_pkey PRIMARY KEY (number)
);
create table platform.one_time_token (
  token_id uuid not null,
  token_digest bytea not null,
  purpose text not null,
  account_id uuid,
  organisation_id uuid,
  principal_id uuid,
  email public.citext,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_token_check CHECK (((purpose <> 'invitation'::text) OR ((organisation_id IS NOT NULL) AND (principal_id IS NOT NULL) AND (email IS NOT NULL)))),
  constraint one_time_token_check1 CHECK (((purpose <> 'password-reset'::text) OR (account_id IS NOT NULL))),
  constraint one_time_token_purpose_check CHECK ((purpose = ANY (ARRAY['first-run'::text, 'invitation'::text, 'password-reset'::text]))),
  constraint one_time_token_token_digest_check CHECK ((length(token_digest) = 32)),
  constraint one_time_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(account_id) ON DELETE CASCADE,
  constraint one_time_token_pkey PRIMARY KEY (token_id),
  constraint one_time_token_token_digest_key UNIQUE (token_digest)
);
create table platform.organisation (
  organisation_id uuid not null,
  name text not null,
  opened_at timestamp with time zone not null,
  constraint organisation_pkey PRIMARY KEY (organisation_id)
);
create table platform.public_address (
  address text not null,
  organisation_id uuid not null,
  constraint public_address_address_check CHECK ((address ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'::text)),
  constraint public_address_pkey PRIMARY KEY (address),
  constraint public_address_organisation_id_key UNIQUE (organisation_id)
);
create table platform.sealed_secret (
  secret_id uuid not null,
  organisation_id uuid not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null,
  purpose bytea,
  constraint sealed_secret_purpose_check CHECK ((length(purpose) = 32)),
  constraint sealed_secret_sealed_check CHECK (((length(sealed) >= 28) AND (length(sealed) <= 4096))),
  constraint sealed_secret_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES platform.organisation(organisation_id),
  constraint sealed_secret_pkey PRIMARY KEY (secret_id)
);
create table platform.secret (
  name text not null,
  value bytea not null,
  constraint secret_value_check CHECK ((length(value) >= 32)),
  constraint secret_pkey PRIMARY KEY (name)
);
create table platform.session (
  token_digest bytea not null,
  account_id uuid not null,
  organisation_id uuid,
  mandate_id uuid,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text not null,
  agent text not null,
  constraint session_token_digest_check CHECK ((length(token_digest) = 32)),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(account_id) ON DELETE CASCADE,
  constraint session_account_id_organisation_id_fkey FOREIGN KEY (account_id, organisation_id) REFERENCES platform.membership(account_id, organisation_id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (token_digest)
);
create table platform.sign_in_counter (
  key bytea not null,
  failures integer not null,
  blocked_until timestamp with time zone not null,
  counted_at timestamp with time zone not null,
  constraint sign_in_counter_pkey PRIMARY KEY (key)
);
create table post.box (
  organisation_id uuid not null,
  id uuid not null,
  provider text not null,
  address text,
  rhythm text not null,
  keeper_id uuid,
  note text default ''::text not null,
  next_on date not null,
  raised_on date,
  retired boolean default false not null,
  constraint box_address_check CHECK (((length(address) >= 1) AND (length(address) <= 500))),
  constraint box_note_check CHECK ((length(note) <= 4000)),
  constraint box_provider_check CHECK ((provider = ANY (ARRAY['kivra'::text, 'digipost'::text, 'altinn'::text, 'berichtenbox'::text, 'spv'::text, 'viactt'::text, 'min-myndighetspost'::text, 'e-boks'::text, 'bank'::text, 'other'::text]))),
  constraint box_rhythm_check CHECK ((rhythm = ANY (ARRAY['workday'::text, 'week'::text, 'two-weeks'::text, 'month'::text]))),
  constraint box_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint box_organisation_id_keeper_id_fkey FOREIGN KEY (organisation_id, keeper_id) REFERENCES kernel.record(organisation_id, id),
  constraint box_pkey PRIMARY KEY (organisation_id, id)
);
alter table post.box enable row level security;
alter table post.box force row level security;
create table post.custody (
  organisation_id uuid not null,
  item_id uuid not null,
  n integer not null,
  prior_n integer,
  way text not null,
  from_id uuid,
  to_id uuid,
  to_name text,
  by_id uuid not null,
  at timestamp with time zone not null,
  note text default ''::text not null,
  signature text,
  constraint custody_check CHECK (((n = 1) = (prior_n IS NULL))),
  constraint custody_check1 CHECK ((prior_n = (n - 1))),
  constraint custody_check2 CHECK (((n = 1) = (from_id IS NULL))),
  constraint custody_check3 CHECK (((n = 1) = (way = 'arrived'::text))),
  constraint custody_check4 CHECK (((to_id IS NOT NULL) OR (to_name IS NOT NULL))),
  constraint custody_check5 CHECK (((way <> 'taken'::text) OR (by_id = to_id))),
  constraint custody_in_hand CHECK (((way <> ALL (ARRAY['handed'::text, 'delivered'::text, 'returned'::text])) OR (by_id = from_id))),
  constraint custody_n_check CHECK ((n >= 1)),
  constraint custody_note_check CHECK ((length(note) <= 1000)),
  constraint custody_signature_check CHECK (((length(signature) <= 20000) AND (signature ~ '^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*)+$'::text))),
  constraint custody_to_name_check CHECK (((length(to_name) >= 1) AND (length(to_name) <= 200))),
  constraint custody_way_check CHECK ((way = ANY (ARRAY['arrived'::text, 'handed'::text, 'taken'::text, 'delivered'::text, 'returned'::text]))),
  constraint custody_organisation_id_item_id_fkey FOREIGN KEY (organisation_id, item_id) REFERENCES post.item(organisation_id, id) ON DELETE CASCADE,
  constraint custody_organisation_id_to_id_fkey FOREIGN KEY (organisation_id, to_id) REFERENCES kernel.record(organisation_id, id),
  constraint custody_unbroken FOREIGN KEY (organisation_id, item_id, prior_n, from_id) REFERENCES post.custody(organisation_id, item_id, n, to_id),
  constraint custody_pkey PRIMARY KEY (organisation_id, item_id, n),
  constraint custody_link UNIQUE (organisation_id, item_id, n, to_id)
);
alter table post.custody enable row level security;
alter table post.custody force row level security;
create table post.item (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null,
  serial bigint not null,
  state text not null,
  sort text not null,
  sender_id uuid,
  sender text not null,
  for_id uuid,
  stop_id uuid,
  tracking text,
  personal boolean default false not null,
  arrived_on date not null,
  postmark_on date,
  receipt_rule text not null,
  receipt_on date,
  answer_days integer,
  answer_by date,
  note text default ''::text not null,
  attempts integer default 0 not null,
  missed text,
  custody_n integer default 0 not null,
  holder_id uuid,
  delivered_at timestamp with time zone,
  constraint item_answer_days_check CHECK (((answer_days >= 0) AND (answer_days <= 400))),
  constraint item_attempts_check CHECK ((attempts >= 0)),
  constraint item_check CHECK (((receipt_rule = ANY (ARRAY['arrival'::text, 'signed'::text])) OR (postmark_on IS NOT NULL))),
  constraint item_check1 CHECK (((answer_by IS NULL) OR ((answer_days IS NOT NULL) AND (receipt_on IS NOT NULL)))),
  constraint item_in_hand CHECK ((((state = ANY (ARRAY['received'::text, 'out'::text])) = (holder_id IS NOT NULL)) OR (state = ANY (ARRAY['delivered'::text, 'removed'::text])))),
  constraint item_missed_check CHECK ((missed = ANY (ARRAY['absent'::text, 'refused'::text, 'moved'::text, 'closed'::text]))),
  constraint item_note_check CHECK ((length(note) <= 4000)),
  constraint item_receipt_rule_check CHECK ((receipt_rule = ANY (ARRAY['arrival'::text, 'day-after-sent'::text, 'third-day'::text, 'two-weeks'::text, 'signed'::text]))),
  constraint item_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 200))),
  constraint item_serial_check CHECK ((serial > 0)),
  constraint item_sort_check CHECK ((sort = ANY (ARRAY['letter'::text, 'registered'::text, 'parcel'::text, 'courier'::text]))),
  constraint item_state_check CHECK ((state = ANY (ARRAY['received'::text, 'out'::text, 'delivered'::text, 'returned'::text, 'removed'::text]))),
  constraint item_tracking_check CHECK (((length(tracking) >= 1) AND (length(tracking) <= 80))),
  constraint item_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint item_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint item_organisation_id_sender_id_fkey FOREIGN KEY (organisation_id, sender_id) REFERENCES kernel.record(organisation_id, id),
  constraint item_organisation_id_stop_id_fkey FOREIGN KEY (organisation_id, stop_id) REFERENCES post.stop(organisation_id, id),
  constraint item_pkey PRIMARY KEY (organisation_id, id),
  constraint item_number_once UNIQUE (organisation_id, year, serial)
);
alter table post.item enable row level security;
alter table post.item force row level security;
create table post.look (
  organisation_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  found integer not null,
  note text default ''::text not null,
  document_ids uuid[] default '{}'::uuid[] not null,
  constraint look_found_check CHECK (((found >= 0) AND (found <= 1000))),
  constraint look_note_check CHECK ((length(note) <= 2000)),
  constraint look_organisation_id_box_id_fkey FOREIGN KEY (organisation_id, box_id) REFERENCES post.box(organisation_id, id) ON DELETE CASCADE,
  constraint look_organisation_id_by_id_fkey FOREIGN KEY (organisation_id, by_id) REFERENCES kernel.record(organisation_id, id),
  constraint look_pkey PRIMARY KEY (organisation_id, box_id, id)
);
alter table post.look enable row level security;
alter table post.look force row level security;
create table post.outgoing (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null,
  serial bigint not null,
  state text not null,
  sort text not null,
  zone text not null,
  recipient_id uuid,
  recipient text not null,
  address text default ''::text not null,
  grams integer,
  pieces integer default 1 not null,
  postage_minor bigint,
  postage_currency text,
  postage_listed boolean default false not null,
  tracking text,
  stop_id uuid,
  sender_id uuid not null,
  about_id uuid,
  note text default ''::text not null,
  ready_on date not null,
  carrier text,
  gone_on date,
  ended_on date,
  receipt_id uuid,
  returned_why text,
  constraint outgoing_address_check CHECK ((length(address) <= 1000)),
  constraint outgoing_carrier_check CHECK (((length(carrier) >= 1) AND (length(carrier) <= 120))),
  constraint outgoing_check CHECK (((postage_minor IS NULL) = (postage_currency IS NULL))),
  constraint outgoing_check1 CHECK (((state = ANY (ARRAY['gone'::text, 'delivered'::text, 'returned'::text])) = (gone_on IS NOT NULL))),
  constraint outgoing_check2 CHECK (((state = ANY (ARRAY['delivered'::text, 'returned'::text])) = (ended_on IS NOT NULL))),
  constraint outgoing_grams_check CHECK (((grams >= 1) AND (grams <= 100000))),
  constraint outgoing_note_check CHECK ((length(note) <= 4000)),
  constraint outgoing_order CHECK ((ended_on >= gone_on)),
  constraint outgoing_pieces_check CHECK (((pieces >= 1) AND (pieces <= 10000))),
  constraint outgoing_postage_currency_check CHECK ((postage_currency ~ '^[A-Z]{3}$'::text)),
  constraint outgoing_postage_minor_check CHECK ((postage_minor >= 0)),
  constraint outgoing_recipient_check CHECK (((length(recipient) >= 1) AND (length(recipient) <= 200))),
  constraint outgoing_returned_why_check CHECK (((length(returned_why) >= 1) AND (length(returned_why) <= 300))),
  constraint outgoing_serial_check CHECK ((serial > 0)),
  constraint outgoing_sort_check CHECK ((sort = ANY (ARRAY['letter'::text, 'registered'::text, 'parcel'::text, 'courier'::text]))),
  constraint outgoing_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'gone'::text, 'delivered'::text, 'returned'::text, 'cancelled'::text]))),
  constraint outgoing_tracking_check CHECK (((length(tracking) >= 1) AND (length(tracking) <= 80))),
  constraint outgoing_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint outgoing_zone_check CHECK ((zone = ANY (ARRAY['domestic'::text, 'europe'::text, 'world'::text]))),
  constraint outgoing_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint outgoing_organisation_id_receipt_id_fkey FOREIGN KEY (organisation_id, receipt_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_organisation_id_recipient_id_fkey FOREIGN KEY (organisation_id, recipient_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_organisation_id_sender_id_fkey FOREIGN KEY (organisation_id, sender_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_organisation_id_stop_id_fkey FOREIGN KEY (organisation_id, stop_id) REFERENCES post.stop(organisation_id, id),
  constraint outgoing_pkey PRIMARY KEY (organisation_id, id),
  constraint outgoing_number_once UNIQUE (organisation_id, year, serial)
);
alter table post.outgoing enable row level security;
alter table post.outgoing force row level security;
create table post.rate (
  organisation_id uuid not null,
  id uuid not null,
  sort text not null,
  zone text not null,
  max_grams integer not null,
  price_minor bigint not null,
  currency text not null,
  valid_from date not null,
  valid_until date,
  constraint rate_check CHECK ((valid_until >= valid_from)),
  constraint rate_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint rate_max_grams_check CHECK (((max_grams >= 1) AND (max_grams <= 100000))),
  constraint rate_price_minor_check CHECK ((price_minor >= 0)),
  constraint rate_sort_check CHECK ((sort = ANY (ARRAY['letter'::text, 'registered'::text, 'parcel'::text, 'courier'::text]))),
  constraint rate_zone_check CHECK ((zone = ANY (ARRAY['domestic'::text, 'europe'::text, 'world'::text]))),
  constraint rate_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint rate_pkey PRIMARY KEY (organisation_id, id),
  constraint rate_once UNIQUE (organisation_id, sort, zone, max_grams, valid_from)
);
alter table post.rate enable row level security;
alter table post.rate force row level security;
create table post.stop (
  organisation_id uuid not null,
  id uuid not null,
  place text not null,
  "position" integer not null,
  retired boolean default false not null,
  constraint stop_place_check CHECK ((length(place) <= 120)),
  constraint stop_position_check CHECK ((("position" >= 0) AND ("position" <= 9999))),
  constraint stop_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint stop_pkey PRIMARY KEY (organisation_id, id)
);
alter table post.stop enable row level security;
alter table post.stop force row level security;
create table post.stop_person (
  organisation_id uuid not null,
  stop_id uuid not null,
  person_id uuid not null,
  constraint stop_person_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint stop_person_organisation_id_stop_id_fkey FOREIGN KEY (organisation_id, stop_id) REFERENCES post.stop(organisation_id, id) ON DELETE CASCADE,
  constraint stop_person_pkey PRIMARY KEY (organisation_id, person_id)
);
alter table post.stop_person enable row level security;
alter table post.stop_person force row level security;
create table presence.word (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  state text,
  until_at timestamp with time zone,
  note text default ''::text not null,
  set_at timestamp with time zone not null,
  set_by_id uuid not null,
  constraint word_check CHECK (((state IS NULL) = (until_at IS NULL))),
  constraint word_check1 CHECK (((state IS NOT NULL) OR (note = ''::text))),
  constraint word_check2 CHECK ((until_at > set_at)),
  constraint word_note_check CHECK ((length(note) <= 120)),
  constraint word_state_check CHECK ((state = ANY (ARRAY['in'::text, 'meeting'::text, 'lunch'::text, 'travelling'::text, 'leave'::text, 'home'::text, 'off'::text]))),
  constraint word_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint word_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint word_pkey PRIMARY KEY (organisation_id, id),
  constraint word_once UNIQUE (organisation_id, person_id)
);
alter table presence.word enable row level security;
alter table presence.word force row level security;
create table printing.choice (
  organisation_id uuid not null,
  principal_id uuid not null,
  printer_id uuid not null,
  constraint choice_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint choice_organisation_id_printer_id_fkey FOREIGN KEY (organisation_id, printer_id) REFERENCES printing.printer(organisation_id, id) ON DELETE CASCADE,
  constraint choice_pkey PRIMARY KEY (organisation_id, principal_id)
);
alter table printing.choice enable row level security;
alter table printing.choice force row level security;
create table printing.job (
  organisation_id uuid not null,
  id uuid not null,
  printer_id uuid not null,
  document_id uuid,
  owner_id uuid,
  state text not null,
  copies integer not null,
  sides text not null,
  colour text not null,
  staple boolean default false not null,
  tray text,
  printer_number integer,
  reasons text[] default '{}'::text[] not null,
  sheets integer,
  problem text,
  tries integer default 0 not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  cancel_asked boolean default false not null,
  file_id uuid,
  width_mm integer,
  height_mm integer,
  constraint job_check CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
  constraint job_check1 CHECK (((state <> 'failed'::text) OR (problem IS NOT NULL))),
  constraint job_colour_check CHECK ((colour = ANY (ARRAY['auto'::text, 'colour'::text, 'grey'::text]))),
  constraint job_copies_check CHECK (((copies >= 1) AND (copies <= 999))),
  constraint job_height_mm_check CHECK (((height_mm >= 15) AND (height_mm <= 600))),
  constraint job_of_one CHECK (((document_id IS NULL) <> (file_id IS NULL))),
  constraint job_problem_check CHECK ((length(problem) <= 80)),
  constraint job_sheets_check CHECK ((sheets >= 0)),
  constraint job_sides_check CHECK ((sides = ANY (ARRAY['one-sided'::text, 'two-sided-long-edge'::text, 'two-sided-short-edge'::text]))),
  constraint job_size_whole CHECK (((width_mm IS NULL) = (height_mm IS NULL))),
  constraint job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'printing'::text, 'held'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))),
  constraint job_tray_check CHECK (((length(tray) >= 1) AND (length(tray) <= 80))),
  constraint job_width_mm_check CHECK (((width_mm >= 20) AND (width_mm <= 420))),
  constraint job_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint job_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint job_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint job_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint job_organisation_id_printer_id_fkey FOREIGN KEY (organisation_id, printer_id) REFERENCES printing.printer(organisation_id, id),
  constraint job_pkey PRIMARY KEY (organisation_id, id)
);
alter table printing.job enable row level security;
alter table printing.job force row level security;
create table printing.printer (
  organisation_id uuid not null,
  id uuid not null,
  uri text not null,
  place text default ''::text not null,
  is_default boolean default false not null,
  retired boolean default false not null,
  state text default 'unknown'::text not null,
  reasons text[] default '{}'::text[] not null,
  problem text,
  abilities jsonb,
  markers jsonb default '[]'::jsonb not null,
  certificate text,
  looked_at timestamp with time zone,
  constraint printer_certificate_check CHECK ((certificate ~ '^[0-9a-f]{64}$'::text)),
  constraint printer_place_check CHECK ((length(place) <= 120)),
  constraint printer_problem_check CHECK ((problem = ANY (ARRAY['not-allowed'::text, 'unreachable'::text, 'certificate-changed'::text, 'no-printer'::text, 'refused'::text]))),
  constraint printer_state_check CHECK ((state = ANY (ARRAY['unknown'::text, 'idle'::text, 'printing'::text, 'stopped'::text, 'unreachable'::text]))),
  constraint printer_uri_check CHECK (((length(uri) <= 300) AND (uri ~ '^(ipps?|https?)://'::text))),
  constraint printer_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint printer_pkey PRIMARY KEY (organisation_id, id),
  constraint printer_once UNIQUE (organisation_id, uri)
);
alter table printing.printer enable row level security;
alter table printing.printer force row level security;
create table printing.stock (
  organisation_id uuid not null,
  id uuid not null,
  stock text not null,
  desk_id uuid,
  printer_id uuid not null,
  width_mm integer not null,
  height_mm integer not null,
  automatic boolean default false not null,
  constraint stock_height_mm_check CHECK (((height_mm >= 15) AND (height_mm <= 600))),
  constraint stock_stock_check CHECK ((stock = ANY (ARRAY['badge'::text, 'wifi-slip'::text, 'parking-slip'::text, 'parcel-label'::text, 'post-label'::text]))),
  constraint stock_width_mm_check CHECK (((width_mm >= 20) AND (width_mm <= 420))),
  constraint stock_organisation_id_desk_id_fkey FOREIGN KEY (organisation_id, desk_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint stock_organisation_id_printer_id_fkey FOREIGN KEY (organisation_id, printer_id) REFERENCES printing.printer(organisation_id, id) ON DELETE CASCADE,
  constraint stock_pkey PRIMARY KEY (organisation_id, id),
  constraint stock_once UNIQUE NULLS NOT DISTINCT (organisation_id, stock, desk_id)
);
alter table printing.stock enable row level security;
alter table printing.stock force row level security;
create table procedures.edition (
  organisation_id uuid not null,
  procedure_id uuid not null,
  number integer not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  made_by_id uuid not null,
  in_force_at timestamp with time zone,
  constraint edition_number_check CHECK ((number > 0)),
  constraint edition_organisation_id_procedure_id_fkey FOREIGN KEY (organisation_id, procedure_id) REFERENCES procedures.procedure(organisation_id, id) ON DELETE CASCADE,
  constraint edition_pkey PRIMARY KEY (organisation_id, procedure_id, number)
);
alter table procedures.edition enable row level security;
alter table procedures.edition force row level security;
create table procedures.habit_answer (
  organisation_id uuid not null,
  person_id uuid not null,
  like_title text not null,
  rhythm text not null,
  title text not null,
  answer text not null,
  record_id uuid,
  answered_at timestamp with time zone not null,
  answered_by_id uuid not null,
  constraint habit_answer_answer_check CHECK ((answer = ANY (ARRAY['adopted'::text, 'refused'::text]))),
  constraint habit_answer_check CHECK (((answer = 'adopted'::text) = (record_id IS NOT NULL))),
  constraint habit_answer_like_title_check CHECK (((length(like_title) >= 3) AND (length(like_title) <= 300))),
  constraint habit_answer_rhythm_check CHECK ((rhythm = ANY (ARRAY['workdays'::text, 'week'::text, 'two-weeks'::text, 'workday-of-month'::text, 'day-of-month'::text, 'weekday-of-month'::text, 'year'::text]))),
  constraint habit_answer_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  constraint habit_answer_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint habit_answer_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id),
  constraint habit_answer_pkey PRIMARY KEY (organisation_id, person_id, like_title, rhythm)
);
alter table procedures.habit_answer enable row level security;
alter table procedures.habit_answer force row level security;
create table procedures.obligation (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  basis text not null,
  basis_text text,
  basis_id uuid,
  counterpart_id uuid,
  owner_id uuid,
  owner_role text,
  rrule text,
  from_on date not null,
  shift text not null,
  lead_days integer not null,
  if_late text not null,
  consequence text,
  note text default ''::text not null,
  evidence boolean default false not null,
  next_on date,
  next_raise_on date,
  proposal text,
  constraint obligation_basis_check CHECK ((basis = ANY (ARRAY['law'::text, 'contract'::text, 'decision'::text, 'custom'::text]))),
  constraint obligation_basis_text_check CHECK (((length(basis_text) >= 1) AND (length(basis_text) <= 300))),
  constraint obligation_check CHECK (((next_on IS NULL) = (next_raise_on IS NULL))),
  constraint obligation_consequence_check CHECK (((length(consequence) >= 1) AND (length(consequence) <= 300))),
  constraint obligation_if_late_check CHECK ((if_late = ANY (ARRAY['nothing'::text, 'holds-others'::text, 'breaks-promise'::text, 'costs-money'::text, 'breaks-rule'::text]))),
  constraint obligation_lead_days_check CHECK (((lead_days >= 0) AND (lead_days <= 366))),
  constraint obligation_note_check CHECK ((length(note) <= 4000)),
  constraint obligation_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 60))),
  constraint obligation_proposal_check CHECK (((length(proposal) >= 1) AND (length(proposal) <= 40))),
  constraint obligation_rrule_check CHECK (((length(rrule) >= 1) AND (length(rrule) <= 500))),
  constraint obligation_shift_check CHECK ((shift = ANY (ARRAY['none'::text, 'before'::text, 'after'::text]))),
  constraint obligation_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'ended'::text]))),
  constraint obligation_organisation_id_basis_id_fkey FOREIGN KEY (organisation_id, basis_id) REFERENCES kernel.record(organisation_id, id),
  constraint obligation_organisation_id_counterpart_id_fkey FOREIGN KEY (organisation_id, counterpart_id) REFERENCES kernel.record(organisation_id, id),
  constraint obligation_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint obligation_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint obligation_pkey PRIMARY KEY (organisation_id, id)
);
alter table procedures.obligation enable row level security;
alter table procedures.obligation force row level security;
create table procedures.obligation_day (
  organisation_id uuid not null,
  obligation_id uuid not null,
  due_on date not null,
  raised_at timestamp with time zone,
  fulfilled_at timestamp with time zone,
  fulfilled_by_id uuid,
  evidence_id uuid,
  round integer default 1 not null,
  note text default ''::text not null,
  constraint obligation_day_check CHECK (((fulfilled_at IS NULL) = (fulfilled_by_id IS NULL))),
  constraint obligation_day_note_check CHECK ((length(note) <= 500)),
  constraint obligation_day_round_check CHECK ((round > 0)),
  constraint obligation_day_organisation_id_evidence_id_fkey FOREIGN KEY (organisation_id, evidence_id) REFERENCES kernel.record(organisation_id, id),
  constraint obligation_day_organisation_id_obligation_id_fkey FOREIGN KEY (organisation_id, obligation_id) REFERENCES procedures.obligation(organisation_id, id) ON DELETE CASCADE,
  constraint obligation_day_pkey PRIMARY KEY (organisation_id, obligation_id, due_on)
);
alter table procedures.obligation_day enable row level security;
alter table procedures.obligation_day force row level security;
create table procedures.procedure (
  organisation_id uuid not null,
  id uuid not null,
  purpose text default ''::text not null,
  owner_id uuid,
  owner_role text,
  state text not null,
  number integer,
  rrule text,
  rule_from_on date,
  rule_shift text,
  rule_lead_days integer,
  rule_zone text,
  next_on date,
  next_start_on date,
  event_name text,
  event_field text,
  event_is text,
  constraint procedure_check CHECK (((rrule IS NULL) = (rule_from_on IS NULL))),
  constraint procedure_check1 CHECK (((rrule IS NULL) = (rule_shift IS NULL))),
  constraint procedure_check2 CHECK (((rrule IS NULL) = (rule_lead_days IS NULL))),
  constraint procedure_check3 CHECK (((rrule IS NOT NULL) OR ((rule_zone IS NULL) AND (next_on IS NULL)))),
  constraint procedure_check4 CHECK (((next_on IS NULL) = (next_start_on IS NULL))),
  constraint procedure_check5 CHECK (((state <> 'in-force'::text) OR (number IS NOT NULL))),
  constraint procedure_check6 CHECK (((event_name IS NOT NULL) OR ((event_field IS NULL) AND (event_is IS NULL)))),
  constraint procedure_event_field_check CHECK (((length(event_field) >= 1) AND (length(event_field) <= 60))),
  constraint procedure_event_is_check CHECK (((length(event_is) >= 1) AND (length(event_is) <= 200))),
  constraint procedure_event_name_check CHECK (((length(event_name) >= 3) AND (length(event_name) <= 100))),
  constraint procedure_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 60))),
  constraint procedure_purpose_check CHECK ((length(purpose) <= 2000)),
  constraint procedure_rrule_check CHECK (((length(rrule) >= 1) AND (length(rrule) <= 500))),
  constraint procedure_rule_lead_days_check CHECK (((rule_lead_days >= 0) AND (rule_lead_days <= 366))),
  constraint procedure_rule_shift_check CHECK ((rule_shift = ANY (ARRAY['none'::text, 'before'::text, 'after'::text]))),
  constraint procedure_rule_zone_check CHECK (((length(rule_zone) >= 1) AND (length(rule_zone) <= 60))),
  constraint procedure_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-force'::text, 'retired'::text]))),
  constraint procedure_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint procedure_organisation_id_id_number_fkey FOREIGN KEY (organisation_id, id, number) REFERENCES procedures.edition(organisation_id, procedure_id, number) DEFERRABLE INITIALLY DEFERRED,
  constraint procedure_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint procedure_pkey PRIMARY KEY (organisation_id, id)
);
alter table procedures.procedure enable row level security;
alter table procedures.procedure force row level security;
create table procedures.run (
  organisation_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  number integer not null,
  state text not null,
  how text not null,
  anchor_on date not null,
  about_id uuid,
  answers jsonb default '{}'::jsonb not null,
  started_at timestamp with time zone not null,
  started_by_id uuid not null,
  rule_on date,
  event_key text,
  ended_at timestamp with time zone,
  because text,
  constraint run_because_check CHECK (((length(because) >= 1) AND (length(because) <= 500))),
  constraint run_check CHECK (((how = 'rule'::text) = (rule_on IS NOT NULL))),
  constraint run_check1 CHECK (((how = 'event'::text) = (event_key IS NOT NULL))),
  constraint run_check2 CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint run_check3 CHECK (((state = 'cancelled'::text) = (because IS NOT NULL))),
  constraint run_event_key_check CHECK (((length(event_key) >= 1) AND (length(event_key) <= 60))),
  constraint run_how_check CHECK ((how = ANY (ARRAY['hand'::text, 'rule'::text, 'event'::text]))),
  constraint run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text]))),
  constraint run_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES kernel.record(organisation_id, id),
  constraint run_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint run_organisation_id_procedure_id_number_fkey FOREIGN KEY (organisation_id, procedure_id, number) REFERENCES procedures.edition(organisation_id, procedure_id, number),
  constraint run_pkey PRIMARY KEY (organisation_id, id),
  constraint run_organisation_id_procedure_id_event_key_key UNIQUE (organisation_id, procedure_id, event_key),
  constraint run_organisation_id_procedure_id_rule_on_key UNIQUE (organisation_id, procedure_id, rule_on)
);
alter table procedures.run enable row level security;
alter table procedures.run force row level security;
create table procedures.run_step (
  organisation_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  key text,
  "position" integer not null,
  title text not null,
  how_to text default ''::text not null,
  owner_id uuid,
  owner_role text,
  due_on date,
  begin_on date,
  effort_minutes integer,
  checklist text[] default '{}'::text[] not null,
  evidence boolean default false not null,
  waits_for integer[] default '{}'::integer[] not null,
  state text not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by_id uuid,
  evidence_id uuid,
  round integer default 1 not null,
  because text,
  constraint run_step_because_check CHECK (((length(because) >= 1) AND (length(because) <= 500))),
  constraint run_step_check CHECK (((state = ANY (ARRAY['done'::text, 'skipped'::text, 'otherwise'::text])) = (ended_at IS NOT NULL))),
  constraint run_step_check1 CHECK (((ended_at IS NULL) = (ended_by_id IS NULL))),
  constraint run_step_check2 CHECK (((state <> ALL (ARRAY['skipped'::text, 'otherwise'::text])) OR (because IS NOT NULL))),
  constraint run_step_check3 CHECK ((NOT ("position" = ANY (waits_for)))),
  constraint run_step_effort_minutes_check CHECK (((effort_minutes >= 0) AND (effort_minutes <= 100000))),
  constraint run_step_how_to_check CHECK ((length(how_to) <= 4000)),
  constraint run_step_key_check CHECK (((length(key) >= 1) AND (length(key) <= 40))),
  constraint run_step_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 60))),
  constraint run_step_position_check CHECK (("position" > 0)),
  constraint run_step_round_check CHECK ((round > 0)),
  constraint run_step_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'done'::text, 'skipped'::text, 'otherwise'::text, 'left-out'::text]))),
  constraint run_step_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  constraint run_step_organisation_id_evidence_id_fkey FOREIGN KEY (organisation_id, evidence_id) REFERENCES kernel.record(organisation_id, id),
  constraint run_step_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint run_step_organisation_id_run_id_fkey FOREIGN KEY (organisation_id, run_id) REFERENCES procedures.run(organisation_id, id) ON DELETE CASCADE,
  constraint run_step_pkey PRIMARY KEY (organisation_id, run_id, id),
  constraint run_step_organisation_id_run_id_position_key UNIQUE (organisation_id, run_id, "position") DEFERRABLE INITIALLY DEFERRED
);
alter table procedures.run_step enable row level security;
alter table procedures.run_step force row level security;
create table proofing.outgoing_check (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  purpose text not null,
  about_id uuid,
  findings jsonb default '[]'::jsonb not null,
  author_id uuid,
  holder_id uuid not null,
  wish text,
  document_id uuid,
  memo text default ''::text not null,
  question text,
  answer text,
  decided_by_id uuid,
  decided_at timestamp with time zone,
  prior jsonb,
  constraint outgoing_check_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 4000))),
  constraint outgoing_check_check CHECK (((state = 'sent'::text) OR ((author_id IS NOT NULL) AND (wish IS NOT NULL)))),
  constraint outgoing_check_check1 CHECK (((state <> 'asked'::text) OR (question IS NOT NULL))),
  constraint outgoing_check_check2 CHECK (((decided_at IS NOT NULL) = (state = ANY (ARRAY['sent'::text, 'released'::text, 'withdrawn'::text])))),
  constraint outgoing_check_findings_check CHECK ((jsonb_typeof(findings) = 'array'::text)),
  constraint outgoing_check_memo_check CHECK ((length(memo) <= 200000)),
  constraint outgoing_check_purpose_check CHECK ((purpose = ANY (ARRAY['mail'::text, 'letter'::text, 'announcement'::text, 'invitation'::text, 'advice'::text, 'memo'::text]))),
  constraint outgoing_check_question_check CHECK (((length(question) >= 1) AND (length(question) <= 4000))),
  constraint outgoing_check_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'held'::text, 'asked'::text, 'corrected'::text, 'released'::text, 'withdrawn'::text]))),
  constraint outgoing_check_wish_check CHECK ((wish = ANY (ARRAY['print'::text, 'distribute'::text]))),
  constraint outgoing_check_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_check_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_check_organisation_id_decided_by_id_fkey FOREIGN KEY (organisation_id, decided_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_check_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_check_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES kernel.record(organisation_id, id),
  constraint outgoing_check_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint outgoing_check_pkey PRIMARY KEY (organisation_id, id)
);
alter table proofing.outgoing_check enable row level security;
alter table proofing.outgoing_check force row level security;
create table proofing.word (
  organisation_id uuid not null,
  id uuid not null,
  word text not null,
  language text,
  added_by_id uuid not null,
  constraint word_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint word_word_check CHECK (((length(word) >= 2) AND (length(word) <= 60))),
  constraint word_organisation_id_added_by_id_fkey FOREIGN KEY (organisation_id, added_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint word_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint word_pkey PRIMARY KEY (organisation_id, id),
  constraint word_once UNIQUE NULLS NOT DISTINCT (organisation_id, word, language)
);
alter table proofing.word enable row level security;
alter table proofing.word force row level security;
create table publishing.hold (
  organisation_id uuid not null,
  held_at timestamp with time zone,
  held_by uuid,
  reason text,
  released_at timestamp with time zone,
  constraint hold_check CHECK (((held_at IS NULL) = (held_by IS NULL))),
  constraint hold_check1 CHECK (((held_at IS NULL) = (reason IS NULL))),
  constraint hold_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint hold_pkey PRIMARY KEY (organisation_id)
);
alter table publishing.hold enable row level security;
alter table publishing.hold force row level security;
create table publishing.outlet (
  organisation_id uuid not null,
  id uuid not null,
  network text not null,
  language text,
  address text,
  keeper_id uuid,
  wire text default 'hand'::text not null,
  url text,
  account text,
  secret_id uuid,
  problem text,
  retired boolean default false not null,
  constraint outlet_account_check CHECK (((length(account) >= 1) AND (length(account) <= 200))),
  constraint outlet_address_check CHECK (((length(address) >= 10) AND (length(address) <= 1000))),
  constraint outlet_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint outlet_network_check CHECK ((network = ANY (ARRAY['x'::text, 'mastodon'::text, 'linkedin'::text, 'facebook'::text, 'instagram'::text, 'website'::text, 'other'::text]))),
  constraint outlet_problem_check CHECK ((length(problem) <= 40)),
  constraint outlet_url_check CHECK (((length(url) >= 10) AND (length(url) <= 1000))),
  constraint outlet_wire CHECK ((((wire = 'hand'::text) = (url IS NULL)) AND ((wire = 'hand'::text) = (secret_id IS NULL)))),
  constraint outlet_wire_check CHECK ((wire = ANY (ARRAY['hand'::text, 'mastodon'::text, 'wordpress'::text, 'webhook'::text]))),
  constraint outlet_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint outlet_organisation_id_keeper_id_fkey FOREIGN KEY (organisation_id, keeper_id) REFERENCES kernel.record(organisation_id, id),
  constraint outlet_pkey PRIMARY KEY (organisation_id, id)
);
alter table publishing.outlet enable row level security;
alter table publishing.outlet force row level security;
create table publishing.page_change (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  address text not null,
  before_text text not null,
  after_text text not null,
  why text default ''::text not null,
  asked_by_id uuid,
  keeper_id uuid,
  due_on date,
  written_by uuid not null,
  turn integer default 0 not null,
  approved_by uuid,
  sent_back text,
  checked_at timestamp with time zone,
  seen boolean,
  said text,
  constraint page_change_address_check CHECK (((length(address) >= 10) AND (length(address) <= 1000))),
  constraint page_change_after_text_check CHECK (((length(after_text) >= 1) AND (length(after_text) <= 50000))),
  constraint page_change_before_text_check CHECK ((length(before_text) <= 50000)),
  constraint page_change_check CHECK (((state <> ALL (ARRAY['approved'::text, 'done'::text])) OR (approved_by IS NOT NULL))),
  constraint page_change_check1 CHECK (((checked_at IS NULL) = (seen IS NULL))),
  constraint page_change_new CHECK ((before_text <> after_text)),
  constraint page_change_said_check CHECK ((length(said) <= 500)),
  constraint page_change_sent_back_check CHECK (((length(sent_back) >= 1) AND (length(sent_back) <= 2000))),
  constraint page_change_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'done'::text, 'dropped'::text]))),
  constraint page_change_turn_check CHECK ((turn >= 0)),
  constraint page_change_why_check CHECK ((length(why) <= 4000)),
  constraint page_change_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint page_change_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint page_change_organisation_id_keeper_id_fkey FOREIGN KEY (organisation_id, keeper_id) REFERENCES kernel.record(organisation_id, id),
  constraint page_change_pkey PRIMARY KEY (organisation_id, id)
);
alter table publishing.page_change enable row level security;
alter table publishing.page_change force row level security;
create table publishing.picture (
  organisation_id uuid not null,
  publication_id uuid not null,
  n integer not null,
  file_id uuid,
  document_id uuid,
  alt text,
  constraint picture_alt_check CHECK (((length(alt) >= 1) AND (length(alt) <= 1500))),
  constraint picture_check CHECK (((file_id IS NULL) <> (document_id IS NULL))),
  constraint picture_n_check CHECK (((n >= 1) AND (n <= 20))),
  constraint picture_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint picture_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint picture_organisation_id_publication_id_fkey FOREIGN KEY (organisation_id, publication_id) REFERENCES publishing.publication(organisation_id, id) ON DELETE CASCADE,
  constraint picture_pkey PRIMARY KEY (organisation_id, publication_id, n)
);
alter table publishing.picture enable row level security;
alter table publishing.picture force row level security;
create table publishing.placement (
  organisation_id uuid not null,
  publication_id uuid not null,
  outlet_id uuid not null,
  body text,
  state text default 'waiting'::text not null,
  due_at timestamp with time zone,
  tries integer default 0 not null,
  first_tried_at timestamp with time zone,
  begun_at timestamp with time zone,
  foreign_id text,
  address text,
  said text,
  published_at timestamp with time zone,
  likes integer,
  shares integer,
  replies integer,
  views integer,
  figures_at timestamp with time zone,
  constraint placement_address_check CHECK (((length(address) >= 1) AND (length(address) <= 1000))),
  constraint placement_body_check CHECK ((length(body) <= 20000)),
  constraint placement_foreign_id_check CHECK (((length(foreign_id) >= 1) AND (length(foreign_id) <= 300))),
  constraint placement_likes_check CHECK ((likes >= 0)),
  constraint placement_published CHECK (((state = 'published'::text) = (published_at IS NOT NULL))),
  constraint placement_replies_check CHECK ((replies >= 0)),
  constraint placement_said_check CHECK ((length(said) <= 500)),
  constraint placement_sending CHECK (((state <> 'sending'::text) OR (begun_at IS NOT NULL))),
  constraint placement_shares_check CHECK ((shares >= 0)),
  constraint placement_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'handed'::text, 'published'::text, 'failed'::text, 'unsure'::text, 'missed'::text, 'skipped'::text]))),
  constraint placement_tries_check CHECK ((tries >= 0)),
  constraint placement_views_check CHECK ((views >= 0)),
  constraint placement_organisation_id_outlet_id_fkey FOREIGN KEY (organisation_id, outlet_id) REFERENCES publishing.outlet(organisation_id, id) ON DELETE CASCADE,
  constraint placement_organisation_id_publication_id_fkey FOREIGN KEY (organisation_id, publication_id) REFERENCES publishing.publication(organisation_id, id) ON DELETE CASCADE,
  constraint placement_pkey PRIMARY KEY (organisation_id, publication_id, outlet_id)
);
alter table publishing.placement enable row level security;
alter table publishing.placement force row level security;
create table publishing.publication (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  body text not null,
  link text,
  hashtags text[] default '{}'::text[] not null,
  language text not null,
  campaign text,
  owner_id uuid not null,
  approver_id uuid,
  about_id uuid,
  planned_at timestamp with time zone,
  zone text not null,
  rule text,
  written_by uuid not null,
  turn integer default 0 not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  sent_back text,
  constraint publication_approved CHECK (((state <> ALL (ARRAY['approved'::text, 'published'::text])) OR ((approved_by IS NOT NULL) AND (planned_at IS NOT NULL)))),
  constraint publication_body_check CHECK ((length(body) <= 20000)),
  constraint publication_campaign_check CHECK (((length(campaign) >= 1) AND (length(campaign) <= 120))),
  constraint publication_check CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  constraint publication_check1 CHECK (((rule IS NULL) OR (planned_at IS NOT NULL))),
  constraint publication_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint publication_link_check CHECK (((length(link) >= 10) AND (length(link) <= 1000))),
  constraint publication_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 200))),
  constraint publication_sent_back_check CHECK (((length(sent_back) >= 1) AND (length(sent_back) <= 2000))),
  constraint publication_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asked'::text, 'approved'::text, 'published'::text, 'dropped'::text]))),
  constraint publication_turn_check CHECK ((turn >= 0)),
  constraint publication_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 60))),
  constraint publication_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES kernel.record(organisation_id, id),
  constraint publication_organisation_id_approver_id_fkey FOREIGN KEY (organisation_id, approver_id) REFERENCES kernel.record(organisation_id, id),
  constraint publication_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint publication_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint publication_pkey PRIMARY KEY (organisation_id, id)
);
alter table publishing.publication enable row level security;
alter table publishing.publication force row level security;
create table receivables.care (
  organisation_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  step smallint default 0 not null,
  reminded_on date,
  pause_reason text,
  pause_until date,
  pause_note text default ''::text not null,
  charged_until date,
  constraint care_check CHECK (((pause_reason IS NOT NULL) OR ((pause_until IS NULL) AND (pause_note = ''::text)))),
  constraint care_pause_note_check CHECK ((length(pause_note) <= 1000)),
  constraint care_pause_reason_check CHECK ((pause_reason = ANY (ARRAY['dispute'::text, 'promise'::text, 'other'::text]))),
  constraint care_step_check CHECK (((step >= 0) AND (step <= 9))),
  constraint care_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint care_pkey PRIMARY KEY (organisation_id, item_id)
);
alter table receivables.care enable row level security;
alter table receivables.care force row level security;
create table receivables.delivery (
  organisation_id uuid not null,
  invoice_id uuid not null,
  state text not null,
  attempt integer default 1 not null,
  network_id text,
  said text,
  by_id uuid not null,
  changed_at timestamp with time zone not null,
  constraint delivery_attempt_check CHECK ((attempt > 0)),
  constraint delivery_check CHECK (((network_id IS NOT NULL) OR (state <> ALL (ARRAY['under-way'::text, 'delivered'::text])))),
  constraint delivery_network_id_check CHECK (((length(network_id) >= 1) AND (length(network_id) <= 300))),
  constraint delivery_said_check CHECK (((length(said) >= 1) AND (length(said) <= 500))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'under-way'::text, 'delivered'::text, 'rejected'::text, 'failed'::text, 'unsure'::text]))),
  constraint delivery_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES receivables.invoice(organisation_id, id) ON DELETE CASCADE,
  constraint delivery_pkey PRIMARY KEY (organisation_id, invoice_id)
);
alter table receivables.delivery enable row level security;
alter table receivables.delivery force row level security;
create table receivables.invoice (
  organisation_id uuid not null,
  id uuid not null,
  type text not null,
  state text not null,
  customer_id uuid not null,
  year smallint,
  serial bigint,
  content jsonb not null,
  issued_on date,
  due_on date,
  currency text not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  total_minor bigint not null,
  remaining_minor bigint not null,
  paper jsonb,
  issued_at timestamp with time zone,
  credits_id uuid,
  quote_id uuid,
  file_id uuid,
  sent_on date,
  sent_by text,
  mail text default 'none'::text not null,
  mail_to text,
  mail_text text,
  mail_error text,
  written_off_minor bigint,
  written_off_on date,
  written_off_count integer default 0 not null,
  reason text,
  constraint invoice_check CHECK (((type = 'credit-note'::text) = (credits_id IS NOT NULL))),
  constraint invoice_check1 CHECK (((state = ANY (ARRAY['draft'::text, 'discarded'::text])) = (serial IS NULL))),
  constraint invoice_check2 CHECK (((serial IS NULL) = (year IS NULL))),
  constraint invoice_check3 CHECK (((serial IS NULL) = (paper IS NULL))),
  constraint invoice_check4 CHECK (((serial IS NULL) = (issued_at IS NULL))),
  constraint invoice_check5 CHECK (((serial IS NULL) OR ((issued_on IS NOT NULL) AND (due_on IS NOT NULL)))),
  constraint invoice_check6 CHECK (((due_on >= issued_on) OR (type = 'credit-note'::text) OR (serial IS NULL))),
  constraint invoice_check7 CHECK ((((remaining_minor >= 0) AND (remaining_minor <= total_minor)) OR (serial IS NULL))),
  constraint invoice_check8 CHECK (((file_id IS NULL) OR (serial IS NOT NULL))),
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint invoice_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint invoice_sent_by_check CHECK ((sent_by = ANY (ARRAY['mail'::text, 'print'::text, 'network'::text]))),
  constraint invoice_serial_check CHECK ((serial > 0)),
  constraint invoice_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'discarded'::text, 'open'::text, 'paid'::text, 'credited'::text, 'written-off'::text]))),
  constraint invoice_type_check CHECK ((type = ANY (ARRAY['invoice'::text, 'credit-note'::text]))),
  constraint invoice_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint invoice_organisation_id_credits_id_fkey FOREIGN KEY (organisation_id, credits_id) REFERENCES receivables.invoice(organisation_id, id),
  constraint invoice_organisation_id_customer_id_fkey FOREIGN KEY (organisation_id, customer_id) REFERENCES kernel.record(organisation_id, id),
  constraint invoice_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES kernel.file(organisation_id, id),
  constraint invoice_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint invoice_organisation_id_quote_id_fkey FOREIGN KEY (organisation_id, quote_id) REFERENCES receivables.quote(organisation_id, id),
  constraint invoice_pkey PRIMARY KEY (organisation_id, id),
  constraint invoice_number_once UNIQUE (organisation_id, year, serial)
);
alter table receivables.invoice enable row level security;
alter table receivables.invoice force row level security;
create table receivables.network (
  organisation_id uuid not null,
  network text not null,
  url text not null,
  participant text,
  token_url text,
  client_id text,
  cif text,
  secret_id uuid not null,
  connected_at timestamp with time zone not null,
  connected_by uuid not null,
  problem text,
  constraint network_check CHECK (
CASE network
    WHEN 'peppol'::text THEN (participant IS NOT NULL)
    ELSE ((token_url IS NOT NULL) AND (client_id IS NOT NULL) AND (cif IS NOT NULL))
END),
  constraint network_cif_check CHECK ((cif ~ '^[0-9]{2,10}$'::text)),
  constraint network_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 200))),
  constraint network_network_check CHECK ((network = ANY (ARRAY['peppol'::text, 'anaf-spv'::text]))),
  constraint network_participant_check CHECK (((length(participant) >= 1) AND (length(participant) <= 80))),
  constraint network_token_url_check CHECK (((length(token_url) >= 8) AND (length(token_url) <= 500))),
  constraint network_url_check CHECK (((length(url) >= 8) AND (length(url) <= 500))),
  constraint network_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint network_pkey PRIMARY KEY (organisation_id)
);
alter table receivables.network enable row level security;
alter table receivables.network force row level security;
create table receivables.network_arrival (
  organisation_id uuid not null,
  network text not null,
  arrival_id text not null,
  constraint network_arrival_arrival_id_check CHECK (((length(arrival_id) >= 1) AND (length(arrival_id) <= 300))),
  constraint network_arrival_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint network_arrival_pkey PRIMARY KEY (organisation_id, network, arrival_id)
);
alter table receivables.network_arrival enable row level security;
alter table receivables.network_arrival force row level security;
create table receivables.payment (
  organisation_id uuid not null,
  invoice_id uuid not null,
  id uuid not null,
  paid_on date not null,
  amount_minor bigint not null,
  paid_into text not null,
  withdrawn_at timestamp with time zone,
  constraint payment_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_paid_into_check CHECK ((paid_into = ANY (ARRAY['bank'::text, 'cash'::text, 'clearing'::text]))),
  constraint payment_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES receivables.invoice(organisation_id, id) ON DELETE CASCADE,
  constraint payment_pkey PRIMARY KEY (organisation_id, invoice_id, id)
);
alter table receivables.payment enable row level security;
alter table receivables.payment force row level security;
create table receivables.price (
  organisation_id uuid not null,
  id uuid not null,
  text text not null,
  unit text not null,
  price numeric(18,6) not null,
  vat_code text,
  account text,
  article_number text,
  removed_at timestamp with time zone,
  constraint price_account_check CHECK (((length(account) >= 1) AND (length(account) <= 20))),
  constraint price_article_number_check CHECK (((length(article_number) >= 1) AND (length(article_number) <= 40))),
  constraint price_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint price_vat_code_check CHECK (((length(vat_code) >= 1) AND (length(vat_code) <= 20))),
  constraint price_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint price_pkey PRIMARY KEY (organisation_id, id)
);
alter table receivables.price enable row level security;
alter table receivables.price force row level security;
create table receivables.quote (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  customer_id uuid not null,
  year smallint,
  serial bigint,
  content jsonb not null,
  valid_until date,
  currency text not null,
  net_minor bigint not null,
  total_minor bigint not null,
  paper jsonb,
  sent_on date,
  mail text default 'none'::text not null,
  mail_to text,
  mail_text text,
  mail_error text,
  reason text default ''::text not null,
  constraint quote_check CHECK (((paper IS NULL) = (state = ANY (ARRAY['draft'::text, 'discarded'::text])))),
  constraint quote_check1 CHECK (((serial IS NULL) = (year IS NULL))),
  constraint quote_check2 CHECK (((paper IS NULL) OR (serial IS NOT NULL))),
  constraint quote_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint quote_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint quote_reason_check CHECK ((length(reason) <= 1000)),
  constraint quote_serial_check CHECK ((serial > 0)),
  constraint quote_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'discarded'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'invoiced'::text]))),
  constraint quote_year_check CHECK (((year >= 1900) AND (year <= 9999))),
  constraint quote_organisation_id_customer_id_fkey FOREIGN KEY (organisation_id, customer_id) REFERENCES kernel.record(organisation_id, id),
  constraint quote_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint quote_pkey PRIMARY KEY (organisation_id, id),
  constraint quote_number_once UNIQUE (organisation_id, year, serial)
);
alter table receivables.quote enable row level security;
alter table receivables.quote force row level security;
create table receivables.recurring (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  customer_id uuid not null,
  content jsonb not null,
  every_months smallint not null,
  first_on date not null,
  passed integer default 0 not null,
  next_on date not null,
  until_on date,
  period text not null,
  way text not null,
  author_id uuid not null,
  owner_id uuid,
  stuck_on date,
  constraint recurring_check CHECK ((next_on >= first_on)),
  constraint recurring_check1 CHECK ((until_on >= first_on)),
  constraint recurring_every_months_check CHECK (((every_months >= 1) AND (every_months <= 60))),
  constraint recurring_passed_check CHECK ((passed >= 0)),
  constraint recurring_period_check CHECK ((period = ANY (ARRAY['none'::text, 'past'::text, 'current'::text, 'following'::text]))),
  constraint recurring_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'ended'::text]))),
  constraint recurring_way_check CHECK ((way = ANY (ARRAY['draft'::text, 'issue'::text, 'send'::text]))),
  constraint recurring_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES kernel.record(organisation_id, id),
  constraint recurring_organisation_id_customer_id_fkey FOREIGN KEY (organisation_id, customer_id) REFERENCES kernel.record(organisation_id, id),
  constraint recurring_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint recurring_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint recurring_pkey PRIMARY KEY (organisation_id, id)
);
alter table receivables.recurring enable row level security;
alter table receivables.recurring force row level security;
create table receivables.recurring_raise (
  organisation_id uuid not null,
  recurring_id uuid not null,
  from_on date not null,
  percent numeric(9,4) not null,
  index_was numeric(14,4),
  index_now numeric(14,4),
  reason text,
  applied_on date,
  constraint recurring_raise_check CHECK (((index_was IS NULL) = (index_now IS NULL))),
  constraint recurring_raise_check1 CHECK ((applied_on >= from_on)),
  constraint recurring_raise_index_now_check CHECK ((index_now > (0)::numeric)),
  constraint recurring_raise_index_was_check CHECK ((index_was > (0)::numeric)),
  constraint recurring_raise_percent_check CHECK (((percent > ('-100'::integer)::numeric) AND (percent <> (0)::numeric))),
  constraint recurring_raise_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
  constraint recurring_raise_organisation_id_recurring_id_fkey FOREIGN KEY (organisation_id, recurring_id) REFERENCES receivables.recurring(organisation_id, id) ON DELETE CASCADE,
  constraint recurring_raise_pkey PRIMARY KEY (organisation_id, recurring_id, from_on)
);
alter table receivables.recurring_raise enable row level security;
alter table receivables.recurring_raise force row level security;
create table receivables.recurring_turn (
  organisation_id uuid not null,
  recurring_id uuid not null,
  turn_on date not null,
  outcome text not null,
  invoice_id uuid,
  constraint recurring_turn_check CHECK (((outcome = 'made'::text) = (invoice_id IS NOT NULL))),
  constraint recurring_turn_outcome_check CHECK ((outcome = ANY (ARRAY['made'::text, 'skipped'::text]))),
  constraint recurring_turn_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES receivables.invoice(organisation_id, id) ON DELETE CASCADE,
  constraint recurring_turn_organisation_id_recurring_id_fkey FOREIGN KEY (organisation_id, recurring_id) REFERENCES receivables.recurring(organisation_id, id) ON DELETE CASCADE,
  constraint recurring_turn_pkey PRIMARY KEY (organisation_id, recurring_id, turn_on)
);
alter table receivables.recurring_turn enable row level security;
alter table receivables.recurring_turn force row level security;
create table receivables.reminder (
  organisation_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  step smallint not null,
  reminded_on date not null,
  letter jsonb not null,
  sent_by text not null,
  mail text default 'none'::text not null,
  mail_to text,
  mail_error text,
  constraint reminder_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint reminder_sent_by_check CHECK ((sent_by = ANY (ARRAY['mail'::text, 'print'::text]))),
  constraint reminder_step_check CHECK (((step >= 1) AND (step <= 3))),
  constraint reminder_organisation_id_customer_id_fkey FOREIGN KEY (organisation_id, customer_id) REFERENCES kernel.record(organisation_id, id),
  constraint reminder_pkey PRIMARY KEY (organisation_id, id)
);
alter table receivables.reminder enable row level security;
alter table receivables.reminder force row level security;
create table receivables.reminder_line (
  organisation_id uuid not null,
  reminder_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  step smallint not null,
  remaining_minor bigint not null,
  interest_minor bigint not null,
  fee_minor bigint default 0 not null,
  fee_waived_at timestamp with time zone,
  currency text not null,
  constraint reminder_line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint reminder_line_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id),
  constraint reminder_line_organisation_id_reminder_id_fkey FOREIGN KEY (organisation_id, reminder_id) REFERENCES receivables.reminder(organisation_id, id) ON DELETE CASCADE,
  constraint reminder_line_pkey PRIMARY KEY (organisation_id, reminder_id, item_id)
);
alter table receivables.reminder_line enable row level security;
alter table receivables.reminder_line force row level security;
create table receivables.setting (
  organisation_id uuid not null,
  facts jsonb not null,
  constraint setting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint setting_pkey PRIMARY KEY (organisation_id)
);
alter table receivables.setting enable row level security;
alter table receivables.setting force row level security;
create table receivables.terms (
  organisation_id uuid not null,
  party_id uuid not null,
  payment_days smallint,
  language text,
  delivery text default 'mail'::text not null,
  mail_to text,
  reference text,
  peppol_id text,
  vat_code text,
  without_reminders boolean default false not null,
  note text default ''::text not null,
  constraint terms_delivery_check CHECK ((delivery = ANY (ARRAY['mail'::text, 'print'::text]))),
  constraint terms_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint terms_mail_to_check CHECK (((length(mail_to) >= 3) AND (length(mail_to) <= 254))),
  constraint terms_note_check CHECK ((length(note) <= 2000)),
  constraint terms_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  constraint terms_peppol_id_check CHECK ((peppol_id ~ '^[0-9]{4}:[A-Za-z0-9.:-]{2,60}$'::text)),
  constraint terms_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 120))),
  constraint terms_vat_code_check CHECK (((length(vat_code) >= 1) AND (length(vat_code) <= 20))),
  constraint terms_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint terms_pkey PRIMARY KEY (organisation_id, party_id)
);
alter table receivables.terms enable row level security;
alter table receivables.terms force row level security;
create table registers."row" (
  organisation_id uuid not null,
  id uuid not null,
  register_id uuid not null,
  title_key text not null,
  folded text not null,
  import_id uuid,
  discarded_at timestamp with time zone,
  constraint row_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint row_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES registers.register(organisation_id, id),
  constraint row_pkey PRIMARY KEY (organisation_id, id),
  constraint row_is_whole TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint row_organisation_id_register_id_id_key UNIQUE (organisation_id, register_id, id)
);
alter table registers."row" enable row level security;
alter table registers."row" force row level security;
create table registers.choice (
  organisation_id uuid not null,
  register_id uuid not null,
  field_id uuid not null,
  id uuid not null,
  name text not null,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint choice_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint choice_position_check CHECK (("position" > 0)),
  constraint choice_organisation_id_register_id_field_id_fkey FOREIGN KEY (organisation_id, register_id, field_id) REFERENCES registers.field(organisation_id, register_id, id) ON DELETE CASCADE,
  constraint choice_pkey PRIMARY KEY (organisation_id, register_id, field_id, id)
);
alter table registers.choice enable row level security;
alter table registers.choice force row level security;
create table registers.field (
  organisation_id uuid not null,
  register_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  type text not null,
  help text default ''::text not null,
  "position" integer not null,
  required boolean default false not null,
  is_unique boolean default false not null,
  in_list boolean default true not null,
  preset jsonb,
  record_kind text,
  of_id uuid,
  counts text,
  remind_days integer,
  remind_owner_id uuid,
  remind_role text,
  dropped_at timestamp with time zone,
  constraint field_check CHECK ((((type = 'computed'::text) = (of_id IS NOT NULL)) AND ((of_id IS NULL) = (counts IS NULL)))),
  constraint field_check1 CHECK (((type <> 'computed'::text) OR (NOT (required OR is_unique OR (preset IS NOT NULL))))),
  constraint field_check2 CHECK (((NOT is_unique) OR (type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'party'::text, 'record'::text, 'email'::text, 'phone'::text])))),
  constraint field_check3 CHECK (((remind_days IS NULL) OR (type = 'date'::text))),
  constraint field_check4 CHECK (((remind_days IS NOT NULL) OR ((remind_owner_id IS NULL) AND (remind_role IS NULL)))),
  constraint field_check5 CHECK (((record_kind IS NULL) OR (type = 'record'::text))),
  constraint field_counts_check CHECK ((counts = ANY (ARRAY['age'::text, 'until'::text]))),
  constraint field_help_check CHECK ((length(help) <= 300)),
  constraint field_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  constraint field_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint field_position_check CHECK (("position" > 0)),
  constraint field_remind_days_check CHECK (((remind_days >= 0) AND (remind_days <= 3660))),
  constraint field_remind_role_check CHECK (((length(remind_role) >= 1) AND (length(remind_role) <= 60))),
  constraint field_type_check CHECK ((type = ANY (ARRAY['text'::text, 'longtext'::text, 'number'::text, 'money'::text, 'date'::text, 'yesno'::text, 'choice'::text, 'choices'::text, 'party'::text, 'record'::text, 'email'::text, 'phone'::text, 'address'::text, 'computed'::text]))),
  constraint field_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES registers.register(organisation_id, id) ON DELETE CASCADE,
  constraint field_organisation_id_register_id_of_id_fkey FOREIGN KEY (organisation_id, register_id, of_id) REFERENCES registers.field(organisation_id, register_id, id),
  constraint field_pkey PRIMARY KEY (organisation_id, register_id, id),
  constraint rows_are_whole TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint field_organisation_id_register_id_id_type_key UNIQUE (organisation_id, register_id, id, type),
  constraint field_organisation_id_register_id_position_key UNIQUE (organisation_id, register_id, "position") DEFERRABLE INITIALLY DEFERRED
);
alter table registers.field enable row level security;
alter table registers.field force row level security;
create table registers.happening (
  organisation_id uuid not null,
  id uuid not null,
  register_id uuid not null,
  row_id uuid not null,
  what text not null,
  field_ids uuid[] not null,
  rule_id uuid,
  chain uuid[] not null,
  at timestamp with time zone not null,
  constraint happening_what_check CHECK ((what = ANY (ARRAY['added'::text, 'changed'::text, 'date'::text]))),
  constraint happening_organisation_id_register_id_row_id_fkey FOREIGN KEY (organisation_id, register_id, row_id) REFERENCES registers."row"(organisation_id, register_id, id) ON DELETE CASCADE,
  constraint happening_pkey PRIMARY KEY (organisation_id, id)
);
alter table registers.happening enable row level security;
alter table registers.happening force row level security;
create table registers.register (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  plural text not null,
  icon text not null,
  description text default ''::text not null,
  title_pattern text default ''::text not null,
  writers uuid[],
  retired_at timestamp with time zone,
  constraint register_description_check CHECK ((length(description) <= 2000)),
  constraint register_icon_check CHECK (((length(icon) >= 1) AND (length(icon) <= 40))),
  constraint register_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint register_plural_check CHECK (((length(plural) >= 1) AND (length(plural) <= 80))),
  constraint register_title_pattern_check CHECK ((length(title_pattern) <= 300)),
  constraint register_writers_check CHECK (((writers IS NULL) OR (cardinality(writers) > 0))),
  constraint register_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint register_pkey PRIMARY KEY (organisation_id, id)
);
alter table registers.register enable row level security;
alter table registers.register force row level security;
create table registers.reminder (
  organisation_id uuid not null,
  row_id uuid not null,
  field_id uuid not null,
  day date not null,
  constraint reminder_organisation_id_row_id_fkey FOREIGN KEY (organisation_id, row_id) REFERENCES registers."row"(organisation_id, id) ON DELETE CASCADE,
  constraint reminder_pkey PRIMARY KEY (organisation_id, row_id, field_id, day)
);
alter table registers.reminder enable row level security;
alter table registers.reminder force row level security;
create table registers.rule (
  organisation_id uuid not null,
  register_id uuid not null,
  id uuid not null,
  name text not null,
  author_id uuid not null,
  condition jsonb not null,
  action jsonb not null,
  trigger_on text not null,
  trigger_field_id uuid,
  trigger_days integer,
  since_on date not null,
  enabled boolean default true not null,
  version integer default 1 not null,
  constraint rule_action_check CHECK ((jsonb_typeof(action) = 'array'::text)),
  constraint rule_check CHECK (((trigger_on = 'added'::text) = (trigger_field_id IS NULL))),
  constraint rule_check1 CHECK (((trigger_on = 'date'::text) = (trigger_days IS NOT NULL))),
  constraint rule_condition_check CHECK ((jsonb_typeof(condition) = 'object'::text)),
  constraint rule_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint rule_trigger_days_check CHECK (((trigger_days >= '-3660'::integer) AND (trigger_days <= 3660))),
  constraint rule_trigger_on_check CHECK ((trigger_on = ANY (ARRAY['added'::text, 'changed'::text, 'date'::text]))),
  constraint rule_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES kernel.record(organisation_id, id),
  constraint rule_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES registers.register(organisation_id, id) ON DELETE CASCADE,
  constraint rule_organisation_id_register_id_trigger_field_id_fkey FOREIGN KEY (organisation_id, register_id, trigger_field_id) REFERENCES registers.field(organisation_id, register_id, id),
  constraint rule_pkey PRIMARY KEY (organisation_id, register_id, id)
);
alter table registers.rule enable row level security;
alter table registers.rule force row level security;
create table registers.rule_run (
  organisation_id uuid not null,
  register_id uuid not null,
  rule_id uuid not null,
  id uuid not null,
  row_id uuid not null,
  at timestamp with time zone not null,
  outcome text not null,
  day date,
  constraint rule_run_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 80))),
  constraint rule_run_organisation_id_register_id_row_id_fkey FOREIGN KEY (organisation_id, register_id, row_id) REFERENCES registers."row"(organisation_id, register_id, id) ON DELETE CASCADE,
  constraint rule_run_organisation_id_register_id_rule_id_fkey FOREIGN KEY (organisation_id, register_id, rule_id) REFERENCES registers.rule(organisation_id, register_id, id) ON DELETE CASCADE,
  constraint rule_run_pkey PRIMARY KEY (organisation_id, register_id, rule_id, id)
);
alter table registers.rule_run enable row level security;
alter table registers.rule_run force row level security;
create table registers.value (
  organisation_id uuid not null,
  register_id uuid not null,
  row_id uuid not null,
  field_id uuid not null,
  type text not null,
  ordinal smallint default 0 not null,
  words text,
  number numeric,
  minor bigint,
  currency text,
  day date,
  yes boolean,
  choice_id uuid,
  ref_id uuid,
  sort_key text,
  unique_key text,
  constraint value_check CHECK (((type = ANY (ARRAY['text'::text, 'longtext'::text, 'email'::text, 'phone'::text, 'address'::text])) = (words IS NOT NULL))),
  constraint value_check1 CHECK (((type = 'number'::text) = (number IS NOT NULL))),
  constraint value_check2 CHECK ((((type = 'money'::text) = (minor IS NOT NULL)) AND ((minor IS NULL) = (currency IS NULL)))),
  constraint value_check3 CHECK (((type = 'date'::text) = (day IS NOT NULL))),
  constraint value_check4 CHECK (((type = 'yesno'::text) = (yes IS NOT NULL))),
  constraint value_check5 CHECK (((type = ANY (ARRAY['choice'::text, 'choices'::text])) = (choice_id IS NOT NULL))),
  constraint value_check6 CHECK (((type = ANY (ARRAY['party'::text, 'record'::text])) = (ref_id IS NOT NULL))),
  constraint value_check7 CHECK (((ordinal = 0) OR (type = 'choices'::text))),
  constraint value_check8 CHECK (((ref_id IS NULL) = (sort_key IS NOT NULL))),
  constraint value_check9 CHECK (((type <> 'email'::text) OR (words ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$'::text))),
  constraint value_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint value_number_check CHECK ((abs(number) < '1000000000000000'::numeric)),
  constraint value_ordinal_check CHECK (((ordinal >= 0) AND (ordinal <= 99))),
  constraint value_sort_key_check CHECK ((length(sort_key) <= 200)),
  constraint value_unique_key_check CHECK ((length(unique_key) <= 300)),
  constraint value_words_check CHECK (((length(words) >= 1) AND (length(words) <= 20000))),
  constraint value_organisation_id_ref_id_fkey FOREIGN KEY (organisation_id, ref_id) REFERENCES kernel.record(organisation_id, id),
  constraint value_organisation_id_register_id_field_id_choice_id_fkey FOREIGN KEY (organisation_id, register_id, field_id, choice_id) REFERENCES registers.choice(organisation_id, register_id, field_id, id),
  constraint value_organisation_id_register_id_field_id_type_fkey FOREIGN KEY (organisation_id, register_id, field_id, type) REFERENCES registers.field(organisation_id, register_id, id, type),
  constraint value_organisation_id_register_id_row_id_fkey FOREIGN KEY (organisation_id, register_id, row_id) REFERENCES registers."row"(organisation_id, register_id, id) ON DELETE CASCADE,
  constraint value_pkey PRIMARY KEY (organisation_id, row_id, field_id, ordinal),
  constraint row_stays_whole TRIGGER DEFERRABLE INITIALLY DEFERRED
);
alter table registers.value enable row level security;
alter table registers.value force row level security;
create table scheduling.booking (
  organisation_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  kind_title text not null,
  minutes smallint not null,
  venue text not null,
  place_id uuid,
  details text default ''::text not null,
  hosts uuid[] not null,
  name text not null,
  email text not null,
  language text not null,
  zone text not null,
  contact text default ''::text not null,
  answers jsonb default '[]'::jsonb not null,
  state text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  until_at timestamp with time zone,
  hold_ids uuid[] default '{}'::uuid[] not null,
  event_id uuid,
  note text default ''::text not null,
  mail text not null,
  reminded_at timestamp with time zone,
  wanted_at timestamp with time zone,
  constraint booking_answers_check CHECK ((jsonb_typeof(answers) = 'array'::text)),
  constraint booking_check CHECK ((end_at > start_at)),
  constraint booking_check2 CHECK (((state <> 'booked'::text) OR (event_id IS NOT NULL))),
  constraint booking_contact_check CHECK ((length(contact) <= 300)),
  constraint booking_details_check CHECK ((length(details) <= 500)),
  constraint booking_email_check CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 254))),
  constraint booking_hold_ids_check CHECK ((cardinality(hold_ids) <= 20)),
  constraint booking_hosts_check CHECK (((cardinality(hosts) >= 1) AND (cardinality(hosts) <= 20))),
  constraint booking_kind_title_check CHECK (((length(kind_title) >= 1) AND (length(kind_title) <= 200))),
  constraint booking_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint booking_mail_check CHECK ((mail = ANY (ARRAY['sending'::text, 'sent'::text, 'no-door'::text, 'failed'::text]))),
  constraint booking_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint booking_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint booking_note_check CHECK ((length(note) <= 1000)),
  constraint booking_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'asked'::text, 'booked'::text, 'declined'::text, 'cancelled'::text, 'lapsed'::text]))),
  constraint booking_venue_check CHECK ((venue = ANY (ARRAY['room'::text, 'telephone'::text, 'video'::text, 'theirs'::text]))),
  constraint booking_waits_for CHECK ((((state = ANY (ARRAY['unconfirmed'::text, 'asked'::text])) OR (wanted_at IS NOT NULL)) = (until_at IS NOT NULL))),
  constraint booking_wants_other CHECK (((wanted_at IS NULL) OR (state = 'booked'::text))),
  constraint booking_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint booking_organisation_id_page_id_fkey FOREIGN KEY (organisation_id, page_id) REFERENCES scheduling.booking_page(organisation_id, id) ON DELETE CASCADE,
  constraint booking_pkey PRIMARY KEY (organisation_id, id)
);
alter table scheduling.booking enable row level security;
alter table scheduling.booking force row level security;
create table scheduling.booking_page (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  state text not null,
  way text not null,
  hosts uuid[] not null,
  intro text default ''::text not null,
  hours jsonb default '[]'::jsonb not null,
  soon_minutes integer not null,
  ahead_days smallint not null,
  per_day smallint,
  before_minutes smallint not null,
  after_minutes smallint not null,
  step_minutes smallint not null,
  change_minutes integer not null,
  approval boolean not null,
  verify boolean not null,
  questions jsonb default '[]'::jsonb not null,
  constraint booking_page_after_minutes_check CHECK (((after_minutes >= 0) AND (after_minutes <= 240))),
  constraint booking_page_ahead_days_check CHECK (((ahead_days >= 1) AND (ahead_days <= 180))),
  constraint booking_page_before_minutes_check CHECK (((before_minutes >= 0) AND (before_minutes <= 240))),
  constraint booking_page_change_minutes_check CHECK (((change_minutes >= 0) AND (change_minutes <= 43200))),
  constraint booking_page_check CHECK (((way <> 'one'::text) OR (cardinality(hosts) = 1))),
  constraint booking_page_hosts_check CHECK (((cardinality(hosts) >= 1) AND (cardinality(hosts) <= 20))),
  constraint booking_page_hours_check CHECK ((jsonb_typeof(hours) = 'array'::text)),
  constraint booking_page_intro_check CHECK ((length(intro) <= 2000)),
  constraint booking_page_per_day_check CHECK (((per_day >= 1) AND (per_day <= 50))),
  constraint booking_page_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text)),
  constraint booking_page_soon_minutes_check CHECK (((soon_minutes >= 0) AND (soon_minutes <= 43200))),
  constraint booking_page_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint booking_page_step_minutes_check CHECK ((step_minutes = ANY (ARRAY[15, 30, 60]))),
  constraint booking_page_way_check CHECK ((way = ANY (ARRAY['one'::text, 'together'::text, 'turns'::text]))),
  constraint booking_page_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint booking_page_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint booking_page_pkey PRIMARY KEY (organisation_id, id)
);
alter table scheduling.booking_page enable row level security;
alter table scheduling.booking_page force row level security;
create table scheduling.invitee (
  organisation_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  name text not null,
  email text not null,
  language text not null,
  mail text not null,
  mail_error text,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone,
  note text default ''::text not null,
  constraint invitee_email_check CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 254))),
  constraint invitee_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint invitee_mail_check CHECK ((mail = ANY (ARRAY['sending'::text, 'sent'::text, 'no-door'::text, 'failed'::text]))),
  constraint invitee_mail_error_check CHECK (((length(mail_error) >= 1) AND (length(mail_error) <= 500))),
  constraint invitee_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint invitee_note_check CHECK ((length(note) <= 1000)),
  constraint invitee_organisation_id_proposal_id_fkey FOREIGN KEY (organisation_id, proposal_id) REFERENCES scheduling.proposal(organisation_id, id) ON DELETE CASCADE,
  constraint invitee_pkey PRIMARY KEY (organisation_id, id),
  constraint invitee_of_proposal UNIQUE (organisation_id, proposal_id, id),
  constraint invitee_once UNIQUE (organisation_id, proposal_id, email)
);
alter table scheduling.invitee enable row level security;
alter table scheduling.invitee force row level security;
create table scheduling.meeting_kind (
  organisation_id uuid not null,
  page_id uuid not null,
  id uuid not null,
  "position" smallint not null,
  title text not null,
  minutes smallint not null,
  venue text not null,
  place_id uuid,
  details text default ''::text not null,
  constraint meeting_kind_check CHECK (((place_id IS NULL) OR (venue = 'room'::text))),
  constraint meeting_kind_details_check CHECK ((length(details) <= 500)),
  constraint meeting_kind_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480))),
  constraint meeting_kind_position_check CHECK (("position" >= 0)),
  constraint meeting_kind_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint meeting_kind_venue_check CHECK ((venue = ANY (ARRAY['room'::text, 'telephone'::text, 'video'::text, 'theirs'::text]))),
  constraint meeting_kind_organisation_id_page_id_fkey FOREIGN KEY (organisation_id, page_id) REFERENCES scheduling.booking_page(organisation_id, id) ON DELETE CASCADE,
  constraint meeting_kind_organisation_id_place_id_fkey FOREIGN KEY (organisation_id, place_id) REFERENCES kernel.record(organisation_id, id),
  constraint meeting_kind_pkey PRIMARY KEY (organisation_id, page_id, id)
);
alter table scheduling.meeting_kind enable row level security;
alter table scheduling.meeting_kind force row level security;
create table scheduling.person (
  organisation_id uuid not null,
  principal_id uuid not null,
  zone text not null,
  country text not null,
  rest_minutes smallint default 0 not null,
  movable text[] default '{}'::text[] not null,
  constraint person_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint person_movable_check CHECK ((cardinality(movable) <= 20)),
  constraint person_rest_minutes_check CHECK (((rest_minutes >= 0) AND (rest_minutes <= 120))),
  constraint person_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint person_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint person_pkey PRIMARY KEY (organisation_id, principal_id)
);
alter table scheduling.person enable row level security;
alter table scheduling.person force row level security;
create table scheduling.proposal (
  organisation_id uuid not null,
  id uuid not null,
  way text not null,
  state text not null,
  organiser_id uuid not null,
  minutes integer not null,
  zone text not null,
  note text default ''::text not null,
  place_id uuid,
  must uuid[] not null,
  may uuid[] default '{}'::uuid[] not null,
  answer_until timestamp with time zone not null,
  hold_id uuid,
  event_id uuid,
  chosen_id uuid,
  chosen_by_id uuid,
  document_ids uuid[] default '{}'::uuid[] not null,
  constraint proposal_check CHECK (((state = 'settled'::text) = (event_id IS NOT NULL))),
  constraint proposal_check1 CHECK (((event_id IS NULL) = (chosen_id IS NULL))),
  constraint proposal_document_ids_check CHECK ((cardinality(document_ids) <= 50)),
  constraint proposal_may_check CHECK ((cardinality(may) <= 100)),
  constraint proposal_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
  constraint proposal_must_check CHECK ((cardinality(must) <= 100)),
  constraint proposal_note_check CHECK ((length(note) <= 5000)),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'withdrawn'::text, 'lapsed'::text]))),
  constraint proposal_way_check CHECK ((way = ANY (ARRAY['hold'::text, 'offer'::text, 'poll'::text]))),
  constraint proposal_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint proposal_organisation_id_id_chosen_id_fkey FOREIGN KEY (organisation_id, id, chosen_id) REFERENCES scheduling.proposed_time(organisation_id, proposal_id, id),
  constraint proposal_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint proposal_organisation_id_organiser_id_fkey FOREIGN KEY (organisation_id, organiser_id) REFERENCES kernel.record(organisation_id, id),
  constraint proposal_organisation_id_place_id_fkey FOREIGN KEY (organisation_id, place_id) REFERENCES kernel.record(organisation_id, id),
  constraint proposal_pkey PRIMARY KEY (organisation_id, id)
);
alter table scheduling.proposal enable row level security;
alter table scheduling.proposal force row level security;
create table scheduling.proposed_time (
  organisation_id uuid not null,
  proposal_id uuid not null,
  id uuid not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  constraint proposed_time_check CHECK ((end_at > start_at)),
  constraint proposed_time_organisation_id_proposal_id_fkey FOREIGN KEY (organisation_id, proposal_id) REFERENCES scheduling.proposal(organisation_id, id) ON DELETE CASCADE,
  constraint proposed_time_pkey PRIMARY KEY (organisation_id, proposal_id, id),
  constraint proposed_time_once UNIQUE (organisation_id, proposal_id, start_at)
);
alter table scheduling.proposed_time enable row level security;
alter table scheduling.proposed_time force row level security;
create table scheduling.travel (
  organisation_id uuid not null,
  site text not null,
  other_site text not null,
  minutes smallint not null,
  constraint travel_check CHECK ((site < other_site)),
  constraint travel_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint travel_other_site_check CHECK (((length(other_site) >= 1) AND (length(other_site) <= 200))),
  constraint travel_site_check CHECK (((length(site) >= 1) AND (length(site) <= 200))),
  constraint travel_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint travel_pkey PRIMARY KEY (organisation_id, site, other_site)
);
alter table scheduling.travel enable row level security;
alter table scheduling.travel force row level security;
create table scheduling.vote (
  organisation_id uuid not null,
  proposal_id uuid not null,
  time_id uuid not null,
  invitee_id uuid not null,
  says text not null,
  constraint vote_says_check CHECK ((says = ANY (ARRAY['yes'::text, 'if-need-be'::text, 'no'::text]))),
  constraint vote_organisation_id_proposal_id_invitee_id_fkey FOREIGN KEY (organisation_id, proposal_id, invitee_id) REFERENCES scheduling.invitee(organisation_id, proposal_id, id) ON DELETE CASCADE,
  constraint vote_organisation_id_proposal_id_time_id_fkey FOREIGN KEY (organisation_id, proposal_id, time_id) REFERENCES scheduling.proposed_time(organisation_id, proposal_id, id) ON DELETE CASCADE,
  constraint vote_pkey PRIMARY KEY (organisation_id, proposal_id, time_id, invitee_id)
);
alter table scheduling.vote enable row level security;
alter table scheduling.vote force row level security;
create table scheduling.weekly_time (
  organisation_id uuid not null,
  principal_id uuid not null,
  purpose text not null,
  weekday smallint not null,
  from_minute smallint not null,
  until_minute smallint not null,
  constraint weekly_time_check CHECK ((until_minute > from_minute)),
  constraint weekly_time_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint weekly_time_purpose_check CHECK ((purpose = ANY (ARRAY['work'::text, 'avoid'::text]))),
  constraint weekly_time_until_minute_check CHECK (((until_minute >= 1) AND (until_minute <= 1440))),
  constraint weekly_time_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint weekly_time_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES scheduling.person(organisation_id, principal_id) ON DELETE CASCADE,
  constraint weekly_time_pkey PRIMARY KEY (organisation_id, principal_id, purpose, weekday, from_minute),
  constraint weekly_time_once EXCLUDE USING gist (organisation_id WITH =, principal_id WITH =, purpose WITH =, weekday WITH =, int4range((from_minute)::integer, (until_minute)::integer) WITH &&)
);
alter table scheduling.weekly_time enable row level security;
alter table scheduling.weekly_time force row level security;
create table signatures.house (
  organisation_id uuid not null,
  certificate bytea not null,
  made_at timestamp with time zone not null,
  constraint house_certificate_check CHECK (((length(certificate) >= 100) AND (length(certificate) <= 6000))),
  constraint house_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint house_pkey PRIMARY KEY (organisation_id)
);
alter table signatures.house enable row level security;
alter table signatures.house force row level security;
create table signatures.opened (
  organisation_id uuid not null,
  signing_id uuid not null,
  principal_id uuid not null,
  digest bytea not null,
  at timestamp with time zone not null,
  constraint opened_digest_check CHECK ((length(digest) = 32)),
  constraint opened_organisation_id_principal_id_fkey FOREIGN KEY (organisation_id, principal_id) REFERENCES kernel.record(organisation_id, id),
  constraint opened_organisation_id_signing_id_fkey FOREIGN KEY (organisation_id, signing_id) REFERENCES signatures.signing(organisation_id, id) ON DELETE CASCADE,
  constraint opened_pkey PRIMARY KEY (organisation_id, signing_id, principal_id)
);
alter table signatures.opened enable row level security;
alter table signatures.opened force row level security;
create table signatures.service (
  organisation_id uuid not null,
  wire text not null,
  address text not null,
  secret_id uuid not null,
  connected_at timestamp with time zone not null,
  connected_by uuid not null,
  constraint service_address_check CHECK (((length(address) >= 8) AND (length(address) <= 300))),
  constraint service_wire_check CHECK ((wire = ANY (ARRAY['scrive'::text]))),
  constraint service_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint service_pkey PRIMARY KEY (organisation_id)
);
alter table signatures.service enable row level security;
alter table signatures.service force row level security;
create table signatures.signer (
  organisation_id uuid not null,
  id uuid not null,
  signing_id uuid not null,
  place smallint not null,
  way text not null,
  role text not null,
  state text not null,
  person_id uuid,
  name text not null,
  email text,
  phone text,
  language text not null,
  field_page integer,
  field_box double precision[],
  asked_at timestamp with time zone,
  opened_at timestamp with time zone,
  told_at timestamp with time zone,
  told_times smallint default 0 not null,
  mail text,
  link_until timestamp with time zone,
  code_round integer default 0 not null,
  code_at timestamp with time zone,
  code_tries smallint default 0 not null,
  code_passed_at timestamp with time zone,
  question text,
  answer text,
  signed_at timestamp with time zone,
  signed_by_id uuid,
  signed_by_name text,
  signed_digest bytea,
  proof text,
  strokes text,
  typed text,
  reason text,
  scan_document_id uuid,
  scan_ink boolean,
  constraint signer_answer_check CHECK ((length(answer) <= 1000)),
  constraint signer_check CHECK (((way <> 'screen'::text) OR (person_id IS NOT NULL))),
  constraint signer_check2 CHECK (((field_page IS NULL) = (field_box IS NULL))),
  constraint signer_check3 CHECK (((state = 'signed'::text) = (signed_at IS NOT NULL))),
  constraint signer_check4 CHECK ((((signed_at IS NULL) = (signed_digest IS NULL)) AND ((signed_at IS NULL) = (proof IS NULL)))),
  constraint signer_check6 CHECK (((state <> 'declined'::text) OR (reason IS NOT NULL))),
  constraint signer_check7 CHECK (((signed_by_id IS NULL) OR (signed_by_name IS NOT NULL))),
  constraint signer_code_round_check CHECK ((code_round >= 0)),
  constraint signer_code_tries_check CHECK ((code_tries >= 0)),
  constraint signer_email_check CHECK ((length(email) <= 254)),
  constraint signer_field_box_check CHECK ((array_length(field_box, 1) = 4)),
  constraint signer_field_page_check CHECK ((field_page >= 1)),
  constraint signer_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint signer_mail_check CHECK ((mail = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text, 'no-door'::text]))),
  constraint signer_mark CHECK (((state <> 'signed'::text) OR (way = ANY (ARRAY['paper'::text, 'service'::text])) OR ((strokes IS NULL) <> (typed IS NULL)))),
  constraint signer_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint signer_outside CHECK (((way <> ALL (ARRAY['link'::text, 'service'::text])) OR ((email IS NOT NULL) AND (person_id IS NULL)))),
  constraint signer_phone_check CHECK (((length(phone) >= 3) AND (length(phone) <= 30))),
  constraint signer_place_check CHECK (((place >= 1) AND (place <= 60))),
  constraint signer_proof_check CHECK ((proof = ANY (ARRAY['sign-in'::text, 'link'::text, 'link-sms'::text, 'link-mail'::text, 'paper'::text, 'service'::text]))),
  constraint signer_question_check CHECK ((length(question) <= 1000)),
  constraint signer_reason_check CHECK ((length(reason) <= 1000)),
  constraint signer_role_check CHECK ((role = ANY (ARRAY['self'::text, 'company'::text, 'company-together'::text, 'witness'::text]))),
  constraint signer_signed_by_name_check CHECK (((length(signed_by_name) >= 1) AND (length(signed_by_name) <= 200))),
  constraint signer_signed_digest_check CHECK ((length(signed_digest) = 32)),
  constraint signer_state_check CHECK ((state = ANY (ARRAY['later'::text, 'asked'::text, 'signed'::text, 'declined'::text]))),
  constraint signer_strokes_check CHECK (((length(strokes) <= 12000) AND (strokes ~ '^[ML0-9 ]*$'::text))),
  constraint signer_told_times_check CHECK ((told_times >= 0)),
  constraint signer_typed_check CHECK (((length(typed) >= 1) AND (length(typed) <= 120))),
  constraint signer_way_check CHECK ((way = ANY (ARRAY['screen'::text, 'link'::text, 'paper'::text, 'service'::text]))),
  constraint signer_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint signer_organisation_id_scan_document_id_fkey FOREIGN KEY (organisation_id, scan_document_id) REFERENCES kernel.record(organisation_id, id),
  constraint signer_organisation_id_signed_by_id_fkey FOREIGN KEY (organisation_id, signed_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint signer_organisation_id_signing_id_fkey FOREIGN KEY (organisation_id, signing_id) REFERENCES signatures.signing(organisation_id, id) ON DELETE CASCADE,
  constraint signer_pkey PRIMARY KEY (organisation_id, id),
  constraint signer_once UNIQUE (organisation_id, signing_id, person_id)
);
alter table signatures.signer enable row level security;
alter table signatures.signer force row level security;
create table signatures.signing (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  state text not null,
  digest bytea not null,
  media_kind text not null,
  pages integer not null,
  in_order boolean not null,
  due_on date,
  note text default ''::text not null,
  put_in_by uuid not null,
  put_in_at timestamp with time zone not null,
  round smallint default 1 not null,
  late_told_on date,
  ended_at timestamp with time zone,
  sheet_number integer,
  sheet_token text,
  scan_pages_missing integer,
  sealed_digest bytea,
  sealed_file_id uuid,
  sealed_at timestamp with time zone,
  service text,
  service_state text,
  service_id text,
  service_said text,
  constraint signing_check CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint signing_check1 CHECK (((sheet_number IS NULL) = (sheet_token IS NULL))),
  constraint signing_check2 CHECK ((((sealed_digest IS NULL) = (sealed_at IS NULL)) AND ((sealed_digest IS NULL) = (sealed_file_id IS NULL)))),
  constraint signing_check3 CHECK (((sealed_digest IS NULL) OR (state = 'completed'::text))),
  constraint signing_digest_check CHECK ((length(digest) = 32)),
  constraint signing_media_kind_check CHECK ((media_kind = ANY (ARRAY['pdf'::text, 'image'::text]))),
  constraint signing_note_check CHECK ((length(note) <= 2000)),
  constraint signing_pages_check CHECK (((pages >= 1) AND (pages <= 5000))),
  constraint signing_round_check CHECK ((round >= 1)),
  constraint signing_scan_pages_missing_check CHECK ((scan_pages_missing >= 0)),
  constraint signing_sealed_digest_check CHECK ((length(sealed_digest) = 32)),
  constraint signing_service CHECK (((service IS NULL) = (service_state IS NULL))),
  constraint signing_service_check CHECK ((service = ANY (ARRAY['scrive'::text]))),
  constraint signing_service_id CHECK (((service_id IS NULL) OR (service IS NOT NULL))),
  constraint signing_service_id_check CHECK (((length(service_id) >= 1) AND (length(service_id) <= 200))),
  constraint signing_service_said_check CHECK (((length(service_said) >= 1) AND (length(service_said) <= 300))),
  constraint signing_service_state_check CHECK ((service_state = ANY (ARRAY['sending'::text, 'pending'::text, 'signed'::text, 'declined'::text, 'expired'::text, 'cancelled'::text, 'failed'::text]))),
  constraint signing_sheet_token_check CHECK (((length(sheet_token) >= 4) AND (length(sheet_token) <= 20))),
  constraint signing_state_check CHECK ((state = ANY (ARRAY['open'::text, 'completed'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint signing_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint signing_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint signing_organisation_id_put_in_by_fkey FOREIGN KEY (organisation_id, put_in_by) REFERENCES kernel.record(organisation_id, id),
  constraint signing_pkey PRIMARY KEY (organisation_id, id)
);
alter table signatures.signing enable row level security;
alter table signatures.signing force row level security;
create table supervision.mark (
  organisation_id uuid not null,
  id uuid not null,
  superior_id uuid not null,
  person_id uuid not null,
  moment text not null,
  every smallint not null,
  words text,
  folded text default ''::text not null,
  note text default ''::text not null,
  pieces integer default 0 not null,
  ended_at timestamp with time zone,
  constraint mark_check CHECK ((superior_id <> person_id)),
  constraint mark_check1 CHECK (((moment = 'after'::text) OR (every = 1))),
  constraint mark_every_check CHECK (((every >= 1) AND (every <= 100))),
  constraint mark_moment_check CHECK ((moment = ANY (ARRAY['before'::text, 'after'::text]))),
  constraint mark_note_check CHECK ((length(note) <= 1000)),
  constraint mark_pieces_check CHECK ((pieces >= 0)),
  constraint mark_words_check CHECK (((length(words) >= 1) AND (length(words) <= 100))),
  constraint mark_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint mark_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint mark_organisation_id_superior_id_fkey FOREIGN KEY (organisation_id, superior_id) REFERENCES kernel.record(organisation_id, id),
  constraint mark_pkey PRIMARY KEY (organisation_id, id)
);
alter table supervision.mark enable row level security;
alter table supervision.mark force row level security;
create table supervision.place (
  organisation_id uuid not null,
  person_id uuid not null,
  superior_id uuid,
  team text,
  since_at timestamp with time zone not null,
  set_by_id uuid not null,
  constraint place_not_oneself CHECK ((superior_id IS DISTINCT FROM person_id)),
  constraint place_team_check CHECK (((length(team) >= 1) AND (length(team) <= 80))),
  constraint place_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint place_organisation_id_superior_id_fkey FOREIGN KEY (organisation_id, superior_id) REFERENCES kernel.record(organisation_id, id),
  constraint place_pkey PRIMARY KEY (organisation_id, person_id)
);
alter table supervision.place enable row level security;
alter table supervision.place force row level security;
create table supervision.review (
  organisation_id uuid not null,
  id uuid not null,
  mark_id uuid,
  task_id uuid not null,
  person_id uuid not null,
  superior_id uuid not null,
  moment text not null,
  unshown boolean default false not null,
  state text not null,
  mistake_kind text,
  note text default ''::text not null,
  answer text,
  asked_at timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by_id uuid,
  round smallint default 0 not null,
  constraint review_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 2000))),
  constraint review_check CHECK (((state = 'mistake'::text) = (mistake_kind IS NOT NULL))),
  constraint review_check1 CHECK (((state = ANY (ARRAY['right'::text, 'mistake'::text])) = (reviewed_at IS NOT NULL))),
  constraint review_check2 CHECK (((reviewed_at IS NULL) = (reviewed_by_id IS NULL))),
  constraint review_check3 CHECK (((NOT unshown) OR (moment = 'before'::text))),
  constraint review_mistake_kind_check CHECK ((mistake_kind = ANY (ARRAY['figures'::text, 'wording'::text, 'incomplete'::text, 'late'::text, 'wrong-place'::text, 'rule'::text, 'other'::text]))),
  constraint review_moment_check CHECK ((moment = ANY (ARRAY['before'::text, 'after'::text]))),
  constraint review_note_check CHECK ((length(note) <= 2000)),
  constraint review_round_check CHECK ((round >= 0)),
  constraint review_state_check CHECK ((state = ANY (ARRAY['to-review'::text, 'right'::text, 'mistake'::text, 'withdrawn'::text]))),
  constraint review_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint review_organisation_id_mark_id_fkey FOREIGN KEY (organisation_id, mark_id) REFERENCES supervision.mark(organisation_id, id),
  constraint review_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint review_organisation_id_superior_id_fkey FOREIGN KEY (organisation_id, superior_id) REFERENCES kernel.record(organisation_id, id),
  constraint review_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES kernel.record(organisation_id, id),
  constraint review_pkey PRIMARY KEY (organisation_id, id)
);
alter table supervision.review enable row level security;
alter table supervision.review force row level security;
create table travel.claim (
  organisation_id uuid not null,
  trip_id uuid not null,
  person_id uuid not null,
  report_id uuid not null,
  constraint claim_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint claim_organisation_id_report_id_fkey FOREIGN KEY (organisation_id, report_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint claim_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint claim_pkey PRIMARY KEY (organisation_id, trip_id, person_id)
);
alter table travel.claim enable row level security;
alter table travel.claim force row level security;
create table travel.contact (
  organisation_id uuid not null,
  trip_id uuid not null,
  "position" smallint not null,
  name text not null,
  phone text not null,
  what text,
  sort text not null,
  constraint contact_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint contact_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 60))),
  constraint contact_position_check CHECK (("position" > 0)),
  constraint contact_sort_check CHECK ((sort = ANY (ARRAY['person'::text, 'emergency'::text]))),
  constraint contact_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200))),
  constraint contact_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint contact_pkey PRIMARY KEY (organisation_id, trip_id, "position")
);
alter table travel.contact enable row level security;
alter table travel.contact force row level security;
create table travel.cost (
  organisation_id uuid not null,
  trip_id uuid not null,
  "position" smallint not null,
  kind text not null,
  what text not null,
  currency text not null,
  planned_minor bigint,
  actual_minor bigint,
  paid_by text not null,
  on_day date,
  document_id uuid,
  constraint cost_actual_minor_check CHECK ((actual_minor >= 0)),
  constraint cost_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint cost_kind_check CHECK ((kind = ANY (ARRAY['travel'::text, 'lodging'::text, 'meals'::text, 'representation'::text, 'parking'::text, 'other'::text]))),
  constraint cost_paid_by_check CHECK ((paid_by = ANY (ARRAY['own'::text, 'card'::text, 'invoice'::text]))),
  constraint cost_planned_minor_check CHECK ((planned_minor >= 0)),
  constraint cost_position_check CHECK (("position" > 0)),
  constraint cost_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200))),
  constraint cost_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint cost_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint cost_pkey PRIMARY KEY (organisation_id, trip_id, "position")
);
alter table travel.cost enable row level security;
alter table travel.cost force row level security;
create table travel.entry (
  organisation_id uuid not null,
  trip_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  event_id uuid not null,
  digest text not null,
  constraint entry_digest_check CHECK (((length(digest) >= 1) AND (length(digest) <= 64))),
  constraint entry_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint entry_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint entry_pkey PRIMARY KEY (organisation_id, trip_id, item_id, person_id)
);
alter table travel.entry enable row level security;
alter table travel.entry force row level security;
create table travel.identity (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sort text not null,
  country travel.country,
  number text,
  issued_on date,
  expires_on date,
  remind_days smallint not null,
  reader_ids uuid[] default '{}'::uuid[] not null,
  note text default ''::text not null,
  document_id uuid,
  removed_at timestamp with time zone,
  raised_on date,
  constraint identity_in_order CHECK ((expires_on >= issued_on)),
  constraint identity_note_check CHECK ((length(note) <= 1000)),
  constraint identity_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  constraint identity_remind_days_check CHECK (((remind_days >= 0) AND (remind_days <= 1000))),
  constraint identity_sort_check CHECK ((sort = ANY (ARRAY['passport'::text, 'id-card'::text, 'visa'::text, 'residence'::text, 'vaccination'::text]))),
  constraint identity_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint identity_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint identity_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint identity_pkey PRIMARY KEY (organisation_id, id)
);
alter table travel.identity enable row level security;
alter table travel.identity force row level security;
create table travel.leg (
  organisation_id uuid not null,
  trip_id uuid not null,
  id uuid not null,
  mode text not null,
  from_place text not null,
  from_zone text not null,
  departs travel.local not null,
  departs_at timestamp with time zone not null,
  to_place text not null,
  to_zone text not null,
  arrives travel.local not null,
  arrives_at timestamp with time zone not null,
  to_country travel.country,
  carrier text,
  number text,
  seat text,
  reference text,
  kilometres integer,
  note text default ''::text not null,
  constraint leg_carrier_check CHECK (((length(carrier) >= 1) AND (length(carrier) <= 60))),
  constraint leg_from_place_check CHECK (((length(from_place) >= 1) AND (length(from_place) <= 120))),
  constraint leg_from_zone_check CHECK (((length(from_zone) >= 1) AND (length(from_zone) <= 64))),
  constraint leg_in_order CHECK ((arrives_at > departs_at)),
  constraint leg_kilometres_check CHECK ((kilometres > 0)),
  constraint leg_mode_check CHECK ((mode = ANY (ARRAY['flight'::text, 'train'::text, 'bus'::text, 'car'::text, 'ferry'::text, 'taxi'::text, 'other'::text]))),
  constraint leg_note_check CHECK ((length(note) <= 1000)),
  constraint leg_number_check CHECK (((length(number) >= 1) AND (length(number) <= 20))),
  constraint leg_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 40))),
  constraint leg_seat_check CHECK (((length(seat) >= 1) AND (length(seat) <= 20))),
  constraint leg_to_place_check CHECK (((length(to_place) >= 1) AND (length(to_place) <= 120))),
  constraint leg_to_zone_check CHECK (((length(to_zone) >= 1) AND (length(to_zone) <= 64))),
  constraint leg_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint leg_pkey PRIMARY KEY (organisation_id, trip_id, id)
);
alter table travel.leg enable row level security;
alter table travel.leg force row level security;
create table travel.message (
  organisation_id uuid not null,
  trip_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  name text not null,
  email text not null,
  language text not null,
  was text not null,
  now text not null,
  sent_at timestamp with time zone,
  constraint message_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint message_language_check CHECK (((length(language) >= 2) AND (length(language) <= 5))),
  constraint message_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint message_now_check CHECK (((length(now) >= 1) AND (length(now) <= 300))),
  constraint message_was_check CHECK (((length(was) >= 1) AND (length(was) <= 300))),
  constraint message_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint message_pkey PRIMARY KEY (organisation_id, trip_id, id)
);
alter table travel.message enable row level security;
alter table travel.message force row level security;
create table travel.paper (
  organisation_id uuid not null,
  trip_id uuid not null,
  document_id uuid not null,
  what text not null,
  item_id uuid,
  constraint paper_what_check CHECK ((what = ANY (ARRAY['ticket'::text, 'visa'::text, 'insurance'::text, 'other'::text]))),
  constraint paper_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES kernel.record(organisation_id, id),
  constraint paper_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint paper_pkey PRIMARY KEY (organisation_id, trip_id, document_id)
);
alter table travel.paper enable row level security;
alter table travel.paper force row level security;
create table travel.policy (
  organisation_id uuid not null,
  approval text not null,
  constraint policy_approval_check CHECK ((approval = ANY (ARRAY['never'::text, 'abroad'::text, 'always'::text]))),
  constraint policy_pkey PRIMARY KEY (organisation_id)
);
alter table travel.policy enable row level security;
alter table travel.policy force row level security;
create table travel.stay (
  organisation_id uuid not null,
  trip_id uuid not null,
  id uuid not null,
  name text not null,
  address text,
  zone text not null,
  check_in travel.local not null,
  check_in_at timestamp with time zone not null,
  check_out travel.local not null,
  check_out_at timestamp with time zone not null,
  country travel.country,
  reference text,
  phone text,
  note text default ''::text not null,
  constraint stay_address_check CHECK (((length(address) >= 1) AND (length(address) <= 300))),
  constraint stay_in_order CHECK ((check_out_at > check_in_at)),
  constraint stay_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint stay_note_check CHECK ((length(note) <= 1000)),
  constraint stay_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 40))),
  constraint stay_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 40))),
  constraint stay_zone_check CHECK (((length(zone) >= 1) AND (length(zone) <= 64))),
  constraint stay_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint stay_pkey PRIMARY KEY (organisation_id, trip_id, id)
);
alter table travel.stay enable row level security;
alter table travel.stay force row level security;
create table travel.thing (
  organisation_id uuid not null,
  trip_id uuid not null,
  "position" smallint not null,
  text text not null,
  sort text not null,
  done boolean default false not null,
  constraint thing_position_check CHECK (("position" > 0)),
  constraint thing_sort_check CHECK ((sort = ANY (ARRAY['do'::text, 'bring'::text]))),
  constraint thing_text_check CHECK (((length(text) >= 1) AND (length(text) <= 200))),
  constraint thing_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint thing_pkey PRIMARY KEY (organisation_id, trip_id, "position")
);
alter table travel.thing enable row level security;
alter table travel.thing force row level security;
create table travel.traveller (
  organisation_id uuid not null,
  trip_id uuid not null,
  person_id uuid not null,
  "position" smallint not null,
  constraint traveller_position_check CHECK (("position" > 0)),
  constraint traveller_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint traveller_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint traveller_pkey PRIMARY KEY (organisation_id, trip_id, person_id)
);
alter table travel.traveller enable row level security;
alter table travel.traveller force row level security;
create table travel.trip (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  starts_on date not null,
  ends_on date not null,
  destination text,
  country travel.country,
  purpose text default ''::text not null,
  arranger_id uuid,
  created_by_id uuid not null,
  cost_centre text,
  budget_minor bigint,
  budget_currency text,
  days_as text default 'away'::text not null,
  visa_for text[] default '{}'::text[] not null,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  doubtful_at timestamp with time zone,
  constraint trip_budget_currency_check CHECK ((budget_currency ~ '^[A-Z]{3}$'::text)),
  constraint trip_budget_minor_check CHECK ((budget_minor >= 0)),
  constraint trip_check CHECK (((budget_minor IS NULL) = (budget_currency IS NULL))),
  constraint trip_check1 CHECK (((approved_at IS NULL) = (approved_by_id IS NULL))),
  constraint trip_check2 CHECK (((state <> 'approved'::text) OR (approved_at IS NOT NULL))),
  constraint trip_cost_centre_check CHECK (((length(cost_centre) >= 1) AND (length(cost_centre) <= 60))),
  constraint trip_days_as_check CHECK ((days_as = ANY (ARRAY['away'::text, 'free'::text]))),
  constraint trip_destination_check CHECK (((length(destination) >= 1) AND (length(destination) <= 200))),
  constraint trip_in_order CHECK ((ends_on >= starts_on)),
  constraint trip_purpose_check CHECK ((length(purpose) <= 2000)),
  constraint trip_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'approved'::text, 'booked'::text, 'cancelled'::text]))),
  constraint trip_organisation_id_approved_by_id_fkey FOREIGN KEY (organisation_id, approved_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint trip_organisation_id_arranger_id_fkey FOREIGN KEY (organisation_id, arranger_id) REFERENCES kernel.record(organisation_id, id),
  constraint trip_organisation_id_created_by_id_fkey FOREIGN KEY (organisation_id, created_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint trip_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint trip_pkey PRIMARY KEY (organisation_id, id)
);
alter table travel.trip enable row level security;
alter table travel.trip force row level security;
create table travel.visit (
  organisation_id uuid not null,
  trip_id uuid not null,
  event_id uuid not null,
  constraint visit_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint visit_organisation_id_trip_id_fkey FOREIGN KEY (organisation_id, trip_id) REFERENCES travel.trip(organisation_id, id) ON DELETE CASCADE,
  constraint visit_pkey PRIMARY KEY (organisation_id, trip_id, event_id)
);
alter table travel.visit enable row level security;
alter table travel.visit force row level security;
create table visitors.door_key (
  organisation_id uuid not null,
  id uuid not null,
  type text not null,
  number text,
  note text default ''::text not null,
  state text not null,
  constraint door_key_note_check CHECK ((length(note) <= 500)),
  constraint door_key_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  constraint door_key_state_check CHECK ((state = ANY (ARRAY['in'::text, 'lent'::text, 'lost'::text]))),
  constraint door_key_type_check CHECK ((type = ANY (ARRAY['key'::text, 'card'::text, 'other'::text]))),
  constraint door_key_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint door_key_pkey PRIMARY KEY (organisation_id, id)
);
alter table visitors.door_key enable row level security;
alter table visitors.door_key force row level security;
create table visitors.held_parcel (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  sender text default ''::text not null,
  for_id uuid,
  for_name text not null,
  count smallint not null,
  place text default ''::text not null,
  came_at timestamp with time zone not null,
  entry_id uuid,
  reminded_at timestamp with time zone,
  ended_at timestamp with time zone,
  collected_by text,
  strokes text,
  constraint held_parcel_check CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  constraint held_parcel_check1 CHECK (((state = 'collected'::text) = (collected_by IS NOT NULL))),
  constraint held_parcel_collected_by_check CHECK (((length(collected_by) >= 1) AND (length(collected_by) <= 200))),
  constraint held_parcel_count_check CHECK (((count >= 1) AND (count <= 99))),
  constraint held_parcel_for_name_check CHECK (((length(for_name) >= 1) AND (length(for_name) <= 200))),
  constraint held_parcel_place_check CHECK ((length(place) <= 200)),
  constraint held_parcel_sender_check CHECK ((length(sender) <= 200)),
  constraint held_parcel_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'collected'::text, 'returned'::text]))),
  constraint held_parcel_strokes_check CHECK (((length(strokes) <= 12000) AND (strokes ~ '^[ML0-9 ]*$'::text))),
  constraint held_parcel_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id),
  constraint held_parcel_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint held_parcel_pkey PRIMARY KEY (organisation_id, id),
  constraint held_parcel_entry UNIQUE (organisation_id, entry_id)
);
alter table visitors.held_parcel enable row level security;
alter table visitors.held_parcel force row level security;
create table visitors.kiosk (
  organisation_id uuid not null,
  id uuid not null,
  site text default ''::text not null,
  made_by_id uuid not null,
  revoked_at timestamp with time zone,
  constraint kiosk_site_check CHECK ((length(site) <= 200)),
  constraint kiosk_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint kiosk_organisation_id_made_by_id_fkey FOREIGN KEY (organisation_id, made_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint kiosk_pkey PRIMARY KEY (organisation_id, id)
);
alter table visitors.kiosk enable row level security;
alter table visitors.kiosk force row level security;
create table visitors.loan (
  organisation_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  to_id uuid,
  to_name text not null,
  due_at timestamp with time zone not null,
  lent_at timestamp with time zone not null,
  lent_by_id uuid not null,
  returned_at timestamp with time zone,
  reminded_at timestamp with time zone,
  constraint loan_check CHECK ((due_at > lent_at)),
  constraint loan_to_name_check CHECK (((length(to_name) >= 1) AND (length(to_name) <= 200))),
  constraint loan_organisation_id_key_id_fkey FOREIGN KEY (organisation_id, key_id) REFERENCES visitors.door_key(organisation_id, id) ON DELETE CASCADE,
  constraint loan_organisation_id_lent_by_id_fkey FOREIGN KEY (organisation_id, lent_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint loan_organisation_id_to_id_fkey FOREIGN KEY (organisation_id, to_id) REFERENCES kernel.record(organisation_id, id),
  constraint loan_pkey PRIMARY KEY (organisation_id, id)
);
alter table visitors.loan enable row level security;
alter table visitors.loan force row level security;
create table visitors.photo (
  organisation_id uuid not null,
  visitor_id uuid not null,
  jpeg bytea not null,
  constraint photo_jpeg_check CHECK (((length(jpeg) >= 100) AND (length(jpeg) <= 45000))),
  constraint photo_organisation_id_visitor_id_fkey FOREIGN KEY (organisation_id, visitor_id) REFERENCES visitors.visitor(organisation_id, id) ON DELETE CASCADE,
  constraint photo_pkey PRIMARY KEY (organisation_id, visitor_id)
);
alter table visitors.photo enable row level security;
alter table visitors.photo force row level security;
create table visitors.roll (
  organisation_id uuid not null,
  id uuid not null,
  began_at timestamp with time zone not null,
  began_by_id uuid not null,
  ended_at timestamp with time zone,
  missing integer,
  constraint roll_check CHECK (((ended_at IS NULL) = (missing IS NULL))),
  constraint roll_organisation_id_began_by_id_fkey FOREIGN KEY (organisation_id, began_by_id) REFERENCES kernel.record(organisation_id, id),
  constraint roll_pkey PRIMARY KEY (organisation_id, id)
);
alter table visitors.roll enable row level security;
alter table visitors.roll force row level security;
create table visitors.roll_person (
  organisation_id uuid not null,
  roll_id uuid not null,
  person_id uuid not null,
  state text not null,
  said boolean not null,
  constraint roll_person_state_check CHECK ((state = ANY (ARRAY['in'::text, 'meeting'::text, 'lunch'::text]))),
  constraint roll_person_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint roll_person_organisation_id_roll_id_fkey FOREIGN KEY (organisation_id, roll_id) REFERENCES visitors.roll(organisation_id, id) ON DELETE CASCADE,
  constraint roll_person_pkey PRIMARY KEY (organisation_id, roll_id, person_id)
);
alter table visitors.roll_person enable row level security;
alter table visitors.roll_person force row level security;
create table visitors.settings (
  organisation_id uuid not null,
  address text default ''::text not null,
  reception_id uuid,
  hosts text not null,
  photo boolean not null,
  welcome boolean not null,
  remind_minutes smallint not null,
  keep_days smallint not null,
  rules jsonb default '{}'::jsonb not null,
  agreement jsonb default '{}'::jsonb not null,
  directions jsonb default '{}'::jsonb not null,
  constraint settings_address_check CHECK ((length(address) <= 300)),
  constraint settings_agreement_check CHECK (((jsonb_typeof(agreement) = 'object'::text) AND (pg_column_size(agreement) <= 65536))),
  constraint settings_directions_check CHECK (((jsonb_typeof(directions) = 'object'::text) AND (pg_column_size(directions) <= 65536))),
  constraint settings_hosts_check CHECK ((hosts = ANY (ARRAY['all'::text, 'expected'::text, 'none'::text]))),
  constraint settings_keep_days_check CHECK (((keep_days >= 1) AND (keep_days <= 730))),
  constraint settings_remind_minutes_check CHECK (((remind_minutes >= 1) AND (remind_minutes <= 120))),
  constraint settings_rules_check CHECK (((jsonb_typeof(rules) = 'object'::text) AND (pg_column_size(rules) <= 65536))),
  constraint settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint settings_organisation_id_reception_id_fkey FOREIGN KEY (organisation_id, reception_id) REFERENCES kernel.record(organisation_id, id),
  constraint settings_pkey PRIMARY KEY (organisation_id)
);
alter table visitors.settings enable row level security;
alter table visitors.settings force row level security;
create table visitors.signature (
  organisation_id uuid not null,
  visitor_id uuid not null,
  what text not null,
  words text not null,
  language text not null,
  strokes text not null,
  signed_at timestamp with time zone not null,
  document_id uuid,
  constraint signature_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint signature_strokes_check CHECK (((length(strokes) <= 12000) AND (strokes ~ '^[ML0-9 ]*$'::text))),
  constraint signature_what_check CHECK ((what = ANY (ARRAY['rules'::text, 'agreement'::text]))),
  constraint signature_words_check CHECK (((length(words) >= 1) AND (length(words) <= 20000))),
  constraint signature_organisation_id_visitor_id_fkey FOREIGN KEY (organisation_id, visitor_id) REFERENCES visitors.visitor(organisation_id, id) ON DELETE CASCADE,
  constraint signature_pkey PRIMARY KEY (organisation_id, visitor_id, what)
);
alter table visitors.signature enable row level security;
alter table visitors.signature force row level security;
create table visitors.slip (
  organisation_id uuid not null,
  id uuid not null,
  number integer not null,
  what text not null,
  visitor_id uuid not null,
  plate text,
  valid_until timestamp with time zone not null,
  issued_at timestamp with time zone not null,
  issued_by_id uuid not null,
  constraint slip_check CHECK ((valid_until > issued_at)),
  constraint slip_check1 CHECK (((what = 'parking'::text) = (plate IS NOT NULL))),
  constraint slip_number_check CHECK ((number > 0)),
  constraint slip_plate_check CHECK (((length(plate) >= 1) AND (length(plate) <= 20))),
  constraint slip_what_check CHECK ((what = ANY (ARRAY['parking'::text, 'wifi'::text]))),
  constraint slip_organisation_id_visitor_id_fkey FOREIGN KEY (organisation_id, visitor_id) REFERENCES visitors.visitor(organisation_id, id) ON DELETE CASCADE,
  constraint slip_pkey PRIMARY KEY (organisation_id, id),
  constraint slip_organisation_id_number_key UNIQUE (organisation_id, number)
);
alter table visitors.slip enable row level security;
alter table visitors.slip force row level security;
create table visitors.tally (
  organisation_id uuid not null,
  day date not null,
  came integer not null,
  missed integer not null,
  constraint tally_came_check CHECK ((came >= 0)),
  constraint tally_missed_check CHECK ((missed >= 0)),
  constraint tally_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint tally_pkey PRIMARY KEY (organisation_id, day)
);
alter table visitors.tally enable row level security;
alter table visitors.tally force row level security;
create table visitors.tick (
  organisation_id uuid not null,
  roll_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint tick_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint tick_organisation_id_roll_id_fkey FOREIGN KEY (organisation_id, roll_id) REFERENCES visitors.roll(organisation_id, id) ON DELETE CASCADE,
  constraint tick_pkey PRIMARY KEY (organisation_id, roll_id, person_id)
);
alter table visitors.tick enable row level security;
alter table visitors.tick force row level security;
create table visitors.visitor (
  organisation_id uuid not null,
  id uuid not null,
  state text not null,
  source text not null,
  name text not null,
  company text,
  email text,
  phone text,
  language text not null,
  name_key text not null,
  party_id uuid,
  host_id uuid,
  event_id uuid,
  recurrence text,
  guest text,
  day date not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone,
  place text,
  about text default ''::text not null,
  plate text,
  code text not null,
  entry_id uuid,
  kiosk_id uuid,
  badge_no integer,
  ticket integer,
  called_at timestamp with time zone,
  arrived_at timestamp with time zone,
  received_at timestamp with time zone,
  left_at timestamp with time zone,
  dropped boolean default false not null,
  forgot boolean default false not null,
  told_times smallint default 0 not null,
  told_at timestamp with time zone,
  welcomed_at timestamp with time zone,
  made_at timestamp with time zone not null,
  constraint visitor_about_check CHECK ((length(about) <= 500)),
  constraint visitor_badge_no_check CHECK ((badge_no > 0)),
  constraint visitor_check CHECK ((((event_id IS NULL) = (recurrence IS NULL)) AND ((event_id IS NULL) = (guest IS NULL)))),
  constraint visitor_check1 CHECK ((end_at > start_at)),
  constraint visitor_check2 CHECK (
CASE state
    WHEN 'expected'::text THEN ((arrived_at IS NULL) AND (left_at IS NULL))
    WHEN 'waiting'::text THEN ((arrived_at IS NOT NULL) AND (received_at IS NULL) AND (left_at IS NULL))
    WHEN 'received'::text THEN ((arrived_at IS NOT NULL) AND (received_at IS NOT NULL) AND (left_at IS NULL))
    WHEN 'gone'::text THEN ((arrived_at IS NOT NULL) AND (left_at IS NOT NULL))
    ELSE ((arrived_at IS NULL) AND (left_at IS NULL))
END),
  constraint visitor_check3 CHECK (((left_at >= arrived_at) AND (received_at >= arrived_at))),
  constraint visitor_code_check CHECK ((code ~ '^[A-Z2-9]{8}$'::text)),
  constraint visitor_company_check CHECK (((length(company) >= 1) AND (length(company) <= 200))),
  constraint visitor_email_check CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 254))),
  constraint visitor_guest_check CHECK ((length(guest) <= 254)),
  constraint visitor_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint visitor_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint visitor_name_key_check CHECK (((length(name_key) >= 1) AND (length(name_key) <= 500))),
  constraint visitor_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 40))),
  constraint visitor_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300))),
  constraint visitor_plate_check CHECK (((length(plate) >= 1) AND (length(plate) <= 20))),
  constraint visitor_recurrence_check CHECK ((length(recurrence) <= 40)),
  constraint visitor_source_check CHECK ((source = ANY (ARRAY['calendar'::text, 'person'::text, 'desk'::text, 'kiosk'::text]))),
  constraint visitor_state_check CHECK ((state = ANY (ARRAY['expected'::text, 'waiting'::text, 'received'::text, 'gone'::text, 'missed'::text, 'cancelled'::text]))),
  constraint visitor_ticket_check CHECK ((ticket > 0)),
  constraint visitor_told_times_check CHECK (((told_times >= 0) AND (told_times <= 20))),
  constraint visitor_organisation_id_host_id_fkey FOREIGN KEY (organisation_id, host_id) REFERENCES kernel.record(organisation_id, id),
  constraint visitor_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint visitor_organisation_id_kiosk_id_fkey FOREIGN KEY (organisation_id, kiosk_id) REFERENCES visitors.kiosk(organisation_id, id),
  constraint visitor_pkey PRIMARY KEY (organisation_id, id),
  constraint visitor_code UNIQUE (organisation_id, code),
  constraint visitor_entry UNIQUE (organisation_id, entry_id),
  constraint visitor_of_event UNIQUE (organisation_id, event_id, recurrence, guest)
);
alter table visitors.visitor enable row level security;
alter table visitors.visitor force row level security;
create table visitors.voucher (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  slip_id uuid,
  constraint voucher_code_check CHECK (((length(code) >= 1) AND (length(code) <= 100))),
  constraint voucher_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kernel.organisation(organisation_id),
  constraint voucher_organisation_id_slip_id_fkey FOREIGN KEY (organisation_id, slip_id) REFERENCES visitors.slip(organisation_id, id) ON DELETE SET NULL (slip_id),
  constraint voucher_pkey PRIMARY KEY (organisation_id, id),
  constraint voucher_once UNIQUE (organisation_id, code),
  constraint voucher_slip UNIQUE (organisation_id, slip_id)
);
alter table visitors.voucher enable row level security;
alter table visitors.voucher force row level security;
create table work.absence (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  deputy_id uuid,
  from_on date not null,
  until_on date not null,
  note text default ''::text not null,
  cancelled_at timestamp with time zone,
  constraint absence_deputy_is_another CHECK ((deputy_id IS DISTINCT FROM person_id)),
  constraint absence_note_check CHECK ((length(note) <= 300)),
  constraint absence_period CHECK ((until_on >= from_on)),
  constraint absence_organisation_id_deputy_id_fkey FOREIGN KEY (organisation_id, deputy_id) REFERENCES kernel.record(organisation_id, id),
  constraint absence_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint absence_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES kernel.record(organisation_id, id),
  constraint absence_pkey PRIMARY KEY (organisation_id, id),
  constraint absence_once EXCLUDE USING gist (organisation_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((cancelled_at IS NULL))
);
alter table work.absence enable row level security;
alter table work.absence force row level security;
create table work.chase (
  organisation_id uuid not null,
  task_id uuid not null,
  name text not null,
  email text,
  language text not null,
  first_after smallint not null,
  every smallint not null,
  most smallint not null,
  asked smallint default 0 not null,
  next_on date,
  text text,
  stopped_at timestamp with time zone,
  constraint chase_check CHECK (((asked >= 0) AND (asked <= most))),
  constraint chase_check1 CHECK (((next_on IS NULL) OR ((stopped_at IS NULL) AND (asked < most)))),
  constraint chase_email_check CHECK (((email IS NULL) OR ((length(email) >= 3) AND (length(email) <= 254)))),
  constraint chase_every_check CHECK (((every >= 1) AND (every <= 60))),
  constraint chase_first_after_check CHECK (((first_after >= 1) AND (first_after <= 60))),
  constraint chase_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'nb'::text, 'nl'::text, 'ro'::text, 'pt'::text]))),
  constraint chase_most_check CHECK (((most >= 1) AND (most <= 20))),
  constraint chase_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint chase_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000))),
  constraint chase_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES work.task(organisation_id, id) ON DELETE CASCADE,
  constraint chase_pkey PRIMARY KEY (organisation_id, task_id)
);
alter table work.chase enable row level security;
alter table work.chase force row level security;
create table work.chase_line (
  organisation_id uuid not null,
  task_id uuid not null,
  n smallint not null,
  asked_at timestamp with time zone not null,
  how text not null,
  state text not null,
  subject text not null,
  body text not null,
  error text,
  constraint chase_line_check CHECK (((how = 'ready'::text) = (state = 'ready'::text))),
  constraint chase_line_check1 CHECK (((state = 'failed'::text) = (error IS NOT NULL))),
  constraint chase_line_how_check CHECK ((how = ANY (ARRAY['mail'::text, 'ready'::text]))),
  constraint chase_line_n_check CHECK ((n > 0)),
  constraint chase_line_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text, 'ready'::text]))),
  constraint chase_line_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES work.chase(organisation_id, task_id) ON DELETE CASCADE,
  constraint chase_line_pkey PRIMARY KEY (organisation_id, task_id, n)
);
alter table work.chase_line enable row level security;
alter table work.chase_line force row level security;
create table work.checklist_item (
  organisation_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  "position" integer not null,
  text text not null,
  ticked_at timestamp with time zone,
  ticked_by_id uuid,
  constraint checklist_item_check CHECK (((ticked_at IS NULL) = (ticked_by_id IS NULL))),
  constraint checklist_item_position_check CHECK (("position" > 0)),
  constraint checklist_item_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint checklist_item_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES work.task(organisation_id, id) ON DELETE CASCADE,
  constraint checklist_item_pkey PRIMARY KEY (organisation_id, task_id, id),
  constraint checklist_item_organisation_id_task_id_position_key UNIQUE (organisation_id, task_id, "position") DEFERRABLE INITIALLY DEFERRED
);
alter table work.checklist_item enable row level security;
alter table work.checklist_item force row level security;
create table work.comment (
  organisation_id uuid not null,
  record_id uuid not null,
  id uuid not null,
  text text not null,
  written_at timestamp with time zone not null,
  written_by_id uuid not null,
  constraint comment_text_check CHECK (((length(text) >= 1) AND (length(text) <= 20000))),
  constraint comment_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint comment_pkey PRIMARY KEY (organisation_id, record_id, id)
);
alter table work.comment enable row level security;
alter table work.comment force row level security;
create table work.goal (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid,
  weight smallint not null,
  from_on date not null,
  until_on date not null,
  note text default ''::text not null,
  state text not null,
  ended_at timestamp with time zone,
  constraint goal_check CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint goal_note_check CHECK ((length(note) <= 4000)),
  constraint goal_period CHECK ((until_on >= from_on)),
  constraint goal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reached'::text, 'dropped'::text]))),
  constraint goal_weight_check CHECK (((weight >= 1) AND (weight <= 3))),
  constraint goal_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint goal_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES kernel.record(organisation_id, id),
  constraint goal_pkey PRIMARY KEY (organisation_id, id)
);
alter table work.goal enable row level security;
alter table work.goal force row level security;
create table work.goal_service (
  organisation_id uuid not null,
  record_id uuid not null,
  goal_id uuid not null,
  constraint goal_service_organisation_id_goal_id_fkey FOREIGN KEY (organisation_id, goal_id) REFERENCES work.goal(organisation_id, id) ON DELETE CASCADE,
  constraint goal_service_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint goal_service_pkey PRIMARY KEY (organisation_id, record_id, goal_id)
);
alter table work.goal_service enable row level security;
alter table work.goal_service force row level security;
create table work.promise (
  organisation_id uuid not null,
  task_id uuid not null,
  party_id uuid,
  promised_to text not null,
  promised_on date not null,
  for_on date not null,
  words text default ''::text not null,
  first_for_on date not null,
  broken boolean default false not null,
  constraint promise_promised_to_check CHECK (((length(promised_to) >= 1) AND (length(promised_to) <= 200))),
  constraint promise_words_check CHECK ((length(words) <= 1000)),
  constraint promise_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES kernel.record(organisation_id, id),
  constraint promise_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES work.task(organisation_id, id) ON DELETE CASCADE,
  constraint promise_pkey PRIMARY KEY (organisation_id, task_id)
);
alter table work.promise enable row level security;
alter table work.promise force row level security;
create table work.promise_move (
  organisation_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  told text not null,
  moved_at timestamp with time zone not null,
  moved_by_id uuid not null,
  constraint promise_move_check CHECK ((to_on <> from_on)),
  constraint promise_move_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint promise_move_told_check CHECK (((length(told) >= 1) AND (length(told) <= 200))),
  constraint promise_move_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES work.promise(organisation_id, task_id) ON DELETE CASCADE,
  constraint promise_move_pkey PRIMARY KEY (organisation_id, task_id, id)
);
alter table work.promise_move enable row level security;
alter table work.promise_move force row level security;
create table work.task (
  organisation_id uuid not null,
  id uuid not null,
  note text default ''::text not null,
  folded text default ''::text not null,
  for_id uuid,
  asked_by_id uuid,
  owner_id uuid,
  owner_role text,
  source_id uuid,
  due_on date,
  due_at timestamp with time zone,
  effort_minutes integer,
  state text not null,
  urgency text default 'normal'::text not null,
  if_late text default 'nothing'::text not null,
  reminders smallint default 0 not null,
  why text,
  review boolean default false not null,
  pinned_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  waiting_for text,
  waiting_for_id uuid,
  waiting_since timestamp with time zone,
  chase_on date,
  repeat jsonb,
  repeat_anchor_on date,
  repeats_id uuid,
  raised_key text,
  withdrawn_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by_id uuid,
  stands_in_for_id uuid,
  constraint task_check CHECK (((due_at IS NULL) OR (due_on IS NOT NULL))),
  constraint task_check1 CHECK (((repeat IS NULL) OR (due_on IS NOT NULL))),
  constraint task_check2 CHECK (((repeat IS NULL) OR (repeat_anchor_on IS NOT NULL))),
  constraint task_check3 CHECK (((state = ANY (ARRAY['done'::text, 'dropped'::text])) = (ended_at IS NOT NULL))),
  constraint task_check4 CHECK (((state = 'waiting'::text) = (waiting_for IS NOT NULL))),
  constraint task_check5 CHECK (((waiting_for IS NULL) = (waiting_since IS NULL))),
  constraint task_check6 CHECK (((waiting_for IS NOT NULL) OR ((chase_on IS NULL) AND (waiting_for_id IS NULL)))),
  constraint task_check7 CHECK (((withdrawn_at IS NULL) OR (state = 'dropped'::text))),
  constraint task_effort_minutes_check CHECK (((effort_minutes >= 0) AND (effort_minutes <= 100000))),
  constraint task_if_late_check CHECK ((if_late = ANY (ARRAY['nothing'::text, 'holds-others'::text, 'breaks-promise'::text, 'costs-money'::text, 'breaks-rule'::text]))),
  constraint task_note_check CHECK ((length(note) <= 20000)),
  constraint task_owner_role_check CHECK (((owner_role IS NULL) OR ((length(owner_role) >= 1) AND (length(owner_role) <= 60)))),
  constraint task_raised_key_check CHECK (((raised_key IS NULL) OR ((length(raised_key) >= 1) AND (length(raised_key) <= 200)))),
  constraint task_reminders_check CHECK (((reminders >= 0) AND (reminders <= 99))),
  constraint task_stands_in CHECK (((stands_in_for_id IS NULL) OR ((owner_id IS NOT NULL) AND (owner_id <> stands_in_for_id)))),
  constraint task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'done'::text, 'dropped'::text]))),
  constraint task_urgency_check CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint task_waiting_for_check CHECK (((waiting_for IS NULL) OR ((length(waiting_for) >= 1) AND (length(waiting_for) <= 200)))),
  constraint task_why_check CHECK (((why IS NULL) OR ((length(why) >= 1) AND (length(why) <= 300)))),
  constraint task_organisation_id_for_id_fkey FOREIGN KEY (organisation_id, for_id) REFERENCES kernel.record(organisation_id, id),
  constraint task_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES kernel.record(organisation_id, id) ON DELETE CASCADE,
  constraint task_organisation_id_repeats_id_fkey FOREIGN KEY (organisation_id, repeats_id) REFERENCES kernel.record(organisation_id, id),
  constraint task_organisation_id_source_id_fkey FOREIGN KEY (organisation_id, source_id) REFERENCES kernel.record(organisation_id, id),
  constraint task_organisation_id_stands_in_for_id_fkey FOREIGN KEY (organisation_id, stands_in_for_id) REFERENCES kernel.record(organisation_id, id),
  constraint task_organisation_id_waiting_for_id_fkey FOREIGN KEY (organisation_id, waiting_for_id) REFERENCES kernel.record(organisation_id, id),
  constraint task_pkey PRIMARY KEY (organisation_id, id),
  constraint task_organisation_id_raised_key_key UNIQUE (organisation_id, raised_key)
);
alter table work.task enable row level security;
alter table work.task force row level security;

-- Indexes

CREATE INDEX absence_deputy ON work.absence USING btree (organisation_id, deputy_id, from_on) WHERE (cancelled_at IS NULL);
CREATE INDEX account_owner ON mirrors.account USING btree (organisation_id, owner_id);
CREATE INDEX accrual_entry ON ledger.accrual USING btree (organisation_id, entry_id);
CREATE INDEX accrual_part_due ON ledger.accrual_part USING btree (organisation_id, part_on) WHERE (entry_id IS NULL);
CREATE INDEX agreement_next ON payables.agreement USING btree (organisation_id, next_on) WHERE (state = 'running'::text);
CREATE INDEX agreement_supplier ON payables.agreement USING btree (organisation_id, supplier_id) WHERE (state = 'running'::text);
CREATE INDEX alarm_of_rota ON oncall.alarm USING btree (organisation_id, rota_id, raised_at DESC);
CREATE INDEX alarm_open ON oncall.alarm USING btree (organisation_id, raised_at) WHERE (state <> 'resolved'::text);
CREATE INDEX announcement_published ON announcements.announcement USING btree (organisation_id, published_at DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX answer_use_case ON cases.answer_use USING btree (organisation_id, case_id);
CREATE INDEX answer_word_answer ON cases.answer_word USING btree (organisation_id, answer_id, language);
CREATE INDEX api_token_organisation ON platform.api_token USING btree (organisation_id, created_at);
CREATE INDEX app_password_principal ON platform.app_password USING btree (organisation_id, principal_id, made_at);
CREATE INDEX application_appeal ON permits.application USING btree (organisation_id, appeal_until) WHERE (state = 'notified'::text);
CREATE INDEX application_open ON permits.application USING btree (organisation_id, decide_by) WHERE (state = ANY (ARRAY['registered'::text, 'completion'::text, 'complete'::text]));
CREATE INDEX approval_asker ON authority.approval USING btree (organisation_id, asked_by, asked_at);
CREATE INDEX approval_state ON authority.approval USING btree (organisation_id, state, asked_at);
CREATE INDEX assignment_role ON authority.assignment USING btree (organisation_id, role_id);
CREATE INDEX backlog_file_document ON documents.backlog_file USING btree (organisation_id, document_id);
CREATE INDEX balance_closing ON ledger.balance USING btree (organisation_id, period_on) WHERE (closing_minor <> 0);
CREATE INDEX band_document ON documents.band USING btree (organisation_id, document_id);
CREATE INDEX bill_amount ON payables.bill USING btree (organisation_id, total_minor, currency);
CREATE INDEX bill_number ON payables.bill USING btree (organisation_id, number_key);
CREATE INDEX bill_open ON payables.bill USING btree (organisation_id, due_on) WHERE (state = ANY (ARRAY['to-code'::text, 'to-approve'::text, 'approved'::text, 'part-paid'::text]));
CREATE INDEX bill_supplier ON payables.bill USING btree (organisation_id, supplier_id, issued_on DESC);
CREATE INDEX binding_record ON matters.binding USING btree (organisation_id, record_id);
CREATE INDEX birthday_on ON calendar.birthday USING btree (organisation_id, month, day);
CREATE INDEX booking_of_page ON scheduling.booking USING btree (organisation_id, page_id, start_at);
CREATE INDEX booking_reminds ON scheduling.booking USING btree (organisation_id, start_at) WHERE ((state = 'booked'::text) AND (reminded_at IS NULL));
CREATE INDEX booking_waits ON scheduling.booking USING btree (organisation_id, until_at) WHERE (until_at IS NOT NULL);
CREATE INDEX box_next ON post.box USING btree (organisation_id, next_on) WHERE (NOT retired);
CREATE INDEX call_live ON calls.call USING btree (organisation_id, rang_at) WHERE (state = ANY (ARRAY['ringing'::text, 'answered'::text]));
CREATE INDEX call_missed ON calls.call USING btree (organisation_id, rang_at) WHERE ((state = 'missed'::text) AND (settled_at IS NULL));
CREATE INDEX call_newest ON calls.call USING btree (organisation_id, rang_at DESC, id) WHERE (removed_at IS NULL);
CREATE INDEX call_of_party ON calls.call USING btree (organisation_id, party_id, rang_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX caller_note_party ON directory.caller_note USING btree (organisation_id, party_id);
CREATE INDEX case_open ON cases.case_file USING btree (organisation_id, due_at) WHERE (state = ANY (ARRAY['new'::text, 'owned'::text, 'waiting'::text]));
CREATE INDEX case_party ON cases.case_file USING btree (organisation_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX case_received ON cases.case_file USING btree (organisation_id, received_at);
CREATE INDEX cash_count_of_box ON banking.cash_count USING btree (organisation_id, box_id, counted_at DESC);
CREATE INDEX cash_entry_of_box ON banking.cash_entry USING btree (organisation_id, box_id, number DESC);
CREATE INDEX certificate_line_document ON documents.certificate_line USING btree (organisation_id, document_id);
CREATE INDEX chase_next ON work.chase USING btree (organisation_id, next_on) WHERE (next_on IS NOT NULL);
CREATE INDEX condition_next ON permits.condition USING btree (organisation_id, next_on) WHERE (next_on IS NOT NULL);
CREATE INDEX conversation_newest ON channels.conversation USING btree (organisation_id, last_at DESC, id);
CREATE INDEX conversation_of_owner ON channels.conversation USING btree (organisation_id, owner_id, last_at DESC) WHERE (owner_id IS NOT NULL);
CREATE INDEX conversation_of_party ON channels.conversation USING btree (organisation_id, party_id, last_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX conversation_snoozed ON channels.conversation USING btree (organisation_id, snoozed_until) WHERE (state = 'snoozed'::text);
CREATE INDEX conversation_unanswered ON channels.conversation USING btree (organisation_id, last_at, id) WHERE unanswered;
CREATE INDEX decision_meeting ON meetings.decision USING btree (organisation_id, meeting_id);
CREATE INDEX delivery_open ON receivables.delivery USING btree (organisation_id, state) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'under-way'::text]));
CREATE INDEX derivation_source ON kernel.derivation USING btree (organisation_id, source_id);
CREATE INDEX document_class ON documents.document USING btree (organisation_id, class_code_id);
CREATE INDEX document_digest ON documents.document USING btree (organisation_id, digest);
CREATE INDEX document_due ON documents.document USING btree (organisation_id, due_on) WHERE (due_on IS NOT NULL);
CREATE INDEX document_keep ON documents.document USING btree (organisation_id, keep_until) WHERE (keep_until IS NOT NULL);
CREATE INDEX document_own_kind ON documents.document USING btree (organisation_id, own_kind_id, confirmed_at DESC) WHERE (own_kind_id IS NOT NULL);
CREATE INDEX document_parent ON documents.document USING btree (organisation_id, parent_id);
CREATE INDEX document_place ON documents.document USING btree (organisation_id, paper_place) WHERE (paper_place IS NOT NULL);
CREATE INDEX document_received ON documents.document USING btree (organisation_id, received_at DESC, id);
CREATE INDEX document_sender ON documents.document USING btree (organisation_id, sender_id, number);
CREATE INDEX document_state ON documents.document USING btree (organisation_id, state, received_at, id);
CREATE INDEX drop_entry_document ON documents.drop_entry USING btree (organisation_id, document_id);
CREATE INDEX drop_entry_file ON documents.drop_entry USING btree (organisation_id, file_id);
CREATE INDEX edit_lock_document ON documents.edit_lock USING btree (organisation_id, document_id);
CREATE INDEX edit_lock_path ON documents.edit_lock USING btree (organisation_id, principal_id, path);
CREATE INDEX entry_day ON ledger.entry USING btree (organisation_id, posted_on, id);
CREATE INDEX entry_document_of ON ledger.entry_document USING btree (organisation_id, document_id);
CREATE INDEX entry_event ON travel.entry USING btree (organisation_id, event_id);
CREATE INDEX entry_source ON ledger.entry USING btree (organisation_id, source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX event_laid ON calendar.event USING btree (organisation_id, laid_until) WHERE (laid_until IS NOT NULL);
CREATE INDEX event_uid ON calendar.event USING btree (organisation_id, uid);
CREATE INDEX event_zones ON calendar.event USING btree (organisation_id, zones_edition) WHERE (zone IS NOT NULL);
CREATE INDEX extension_key ON calls.extension USING btree (organisation_id, key);
CREATE INDEX extension_person ON calls.extension USING btree (organisation_id, person_id);
CREATE INDEX fax_newest ON fax.fax USING btree (organisation_id, year DESC, serial DESC);
CREATE INDEX fax_party ON fax.fax USING btree (organisation_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX fax_waiting ON fax.fax USING btree (organisation_id, at) WHERE (state = ANY (ARRAY['new'::text, 'queued'::text, 'sending'::text, 'sent'::text, 'doubtful'::text]));
CREATE INDEX feed_of ON caldav.feed USING btree (organisation_id, principal_id);
CREATE INDEX field_lesson ON documents.field USING btree (organisation_id, lesson_id) WHERE (lesson_id IS NOT NULL);
CREATE INDEX file_digest ON kernel.file USING btree (organisation_id, digest);
CREATE INDEX file_request_document ON documents.file_request_file USING btree (organisation_id, document_id);
CREATE INDEX file_request_open ON documents.file_request USING btree (organisation_id, due_on) WHERE (closed_at IS NULL);
CREATE INDEX finding_calendar ON mirrors.finding USING btree (organisation_id, calendar_id, at);
CREATE INDEX food_order_for ON outings.food_order USING btree (organisation_id, for_id);
CREATE INDEX goal_service_goal ON work.goal_service USING btree (organisation_id, goal_id);
CREATE INDEX gone_change ON calendar.gone USING btree (organisation_id, calendar_id, change_no);
CREATE INDEX guest_of ON calendar.guest USING btree (organisation_id, principal_id) WHERE (principal_id IS NOT NULL);
CREATE INDEX happening_register ON registers.happening USING btree (organisation_id, register_id, id);
CREATE INDEX held_parcel_waiting ON visitors.held_parcel USING btree (organisation_id, came_at) WHERE (state = 'waiting'::text);
CREATE INDEX hold_standing ON documents.hold USING btree (organisation_id) WHERE (lifted_at IS NULL);
CREATE INDEX hold_until ON calendar.hold USING btree (organisation_id, until_at);
CREATE INDEX host_uid ON invitations.host USING btree (organisation_id, uid);
CREATE INDEX idempotency_expires ON kernel.idempotency USING btree (organisation_id, expires_at);
CREATE INDEX identity_expires ON travel.identity USING btree (organisation_id, expires_on) WHERE (removed_at IS NULL);
CREATE INDEX identity_person ON travel.identity USING btree (organisation_id, person_id);
CREATE INDEX input_payee ON payinputs.input USING btree (organisation_id, payee_id, on_day);
CREATE INDEX invoice_credits ON receivables.invoice USING btree (organisation_id, credits_id) WHERE (credits_id IS NOT NULL);
CREATE INDEX invoice_customer ON receivables.invoice USING btree (organisation_id, customer_id);
CREATE INDEX invoice_open ON receivables.invoice USING btree (organisation_id, due_on) WHERE (state = 'open'::text);
CREATE INDEX item_newest ON post.item USING btree (organisation_id, year DESC, serial DESC);
CREATE INDEX item_open ON ledger.item USING btree (organisation_id, side, due_on, id) WHERE ((withdrawn_at IS NULL) AND (settled_minor <> amount_minor));
CREATE INDEX item_open ON post.item USING btree (organisation_id, arrived_on) WHERE (state = ANY (ARRAY['received'::text, 'out'::text]));
CREATE INDEX item_party ON ledger.item USING btree (organisation_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX item_record ON ledger.item USING btree (organisation_id, record_id);
CREATE INDEX job_newest ON printing.job USING btree (organisation_id, asked_at DESC);
CREATE INDEX job_open ON printing.job USING btree (organisation_id, asked_at) WHERE (ended_at IS NULL);
CREATE INDEX job_progress_open ON kernel.job_progress USING btree (organisation_id, changed_at DESC);
CREATE INDEX journal_at ON kernel.journal USING btree (organisation_id, at);
CREATE INDEX journal_command ON kernel.journal USING btree (organisation_id, command, seq);
CREATE INDEX journal_record_line ON kernel.journal_record USING btree (organisation_id, seq);
CREATE INDEX lesson_document ON documents.lesson USING btree (organisation_id, document_id);
CREATE INDEX letter_document ON letters.letter USING btree (organisation_id, document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX letter_party ON letters.letter USING btree (organisation_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX letter_template ON letters.letter USING btree (organisation_id, template_id) WHERE (template_id IS NOT NULL);
CREATE INDEX line_document ON expenses.line USING btree (organisation_id, document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX line_facts ON expenses.line USING btree (organisation_id, on_day, amount_minor, currency) WHERE (sort = 'receipt'::text);
CREATE INDEX line_of_account ON banking.line USING btree (organisation_id, account_id, booked_on DESC, id DESC);
CREATE INDEX line_of_statement ON banking.line USING btree (organisation_id, statement_id);
CREATE INDEX line_open ON banking.line USING btree (organisation_id, account_id, booked_on, id) WHERE (match_id IS NULL);
CREATE INDEX link_to ON kernel.link USING btree (organisation_id, to_id);
CREATE INDEX mandate_from ON authority.mandate USING btree (organisation_id, from_id);
CREATE INDEX mandate_to ON authority.mandate USING btree (organisation_id, to_id);
CREATE INDEX mark_person ON supervision.mark USING btree (organisation_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX matter_for ON matters.matter USING btree (organisation_id, for_id) WHERE (for_id IS NOT NULL);
CREATE INDEX matter_owner ON matters.matter USING btree (organisation_id, owner_id) WHERE (state <> 'closed'::text);
CREATE INDEX matter_state ON matters.matter USING btree (organisation_id, state, target_on, id);
CREATE INDEX meeting_starts ON meetings.meeting USING btree (organisation_id, starts_at);
CREATE INDEX membership_of ON directory.membership USING btree (organisation_id, member_of_id);
CREATE INDEX merge_document ON letters.merge USING btree (organisation_id, document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX merge_row_state ON letters.merge_row USING btree (organisation_id, merge_id, state);
CREATE INDEX message_came ON channels.message USING btree (organisation_id, channel_id, at) WHERE (direction = 'in'::text);
CREATE INDEX message_event ON invitations.message USING btree (organisation_id, event_id, at);
CREATE INDEX message_from ON mail.message USING btree (organisation_id, from_address, at DESC);
CREATE INDEX message_named ON mail.message USING btree (organisation_id, mailbox_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX message_of_conversation ON channels.message USING btree (organisation_id, conversation_id, at DESC, id DESC);
CREATE INDEX message_open ON invitations.message USING btree (organisation_id, at) WHERE (state = 'to-settle'::text);
CREATE INDEX message_pending ON mail.message USING btree (organisation_id, mailbox_id) WHERE pending;
CREATE INDEX message_thread ON mail.message USING btree (organisation_id, thread_id, at);
CREATE INDEX message_troubled ON channels.message USING btree (organisation_id, conversation_id) WHERE (state = ANY (ARRAY['failed'::text, 'doubtful'::text]));
CREATE INDEX message_waiting ON invitations.message USING btree (organisation_id, event_id) WHERE (state = 'waiting'::text);
CREATE INDEX notice_newest ON notifications.notice USING btree (organisation_id, principal_id, told_at DESC, id);
CREATE INDEX obligation_raise ON procedures.obligation USING btree (organisation_id, next_raise_on) WHERE ((state = 'in-force'::text) AND (next_raise_on IS NOT NULL));
CREATE INDEX occurrence_long ON calendar.occurrence USING btree (organisation_id, calendar_id, end_at) WHERE ((end_at - start_at) > '7 days'::interval);
CREATE INDEX occurrence_start ON calendar.occurrence USING btree (organisation_id, calendar_id, start_at);
CREATE INDEX opening_document ON documents.opening USING btree (organisation_id, document_id);
CREATE INDEX opening_letter ON letters.opening USING btree (organisation_id, letter_id);
CREATE INDEX outgoing_author ON mail.outgoing USING btree (organisation_id, author_id) WHERE (state = 'draft'::text);
CREATE INDEX outgoing_check_waiting ON proofing.outgoing_check USING btree (organisation_id, id) WHERE (state = ANY (ARRAY['held'::text, 'asked'::text, 'corrected'::text]));
CREATE INDEX outgoing_cost ON post.outgoing USING btree (organisation_id, gone_on) WHERE (gone_on IS NOT NULL);
CREATE INDEX outgoing_due ON mail.outgoing USING btree (organisation_id, send_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX outgoing_newest ON post.outgoing USING btree (organisation_id, year DESC, serial DESC);
CREATE INDEX outgoing_open ON post.outgoing USING btree (organisation_id, ready_on) WHERE (state = ANY (ARRAY['ready'::text, 'gone'::text]));
CREATE INDEX outgoing_thread ON mail.outgoing USING btree (organisation_id, thread_id) WHERE (state <> ALL (ARRAY['sent'::text, 'discarded'::text]));
CREATE INDEX outing_event ON outings.outing USING btree (organisation_id, event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX outing_starts ON outings.outing USING btree (organisation_id, starts_at);
CREATE INDEX override_of_rota ON oncall.override USING btree (organisation_id, rota_id, end_at);
CREATE INDEX page_change_open ON publishing.page_change USING btree (organisation_id, due_on) WHERE (state = ANY (ARRAY['requested'::text, 'approved'::text]));
CREATE INDEX party_import ON directory.party USING btree (organisation_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX party_key_backwards ON directory.party_key USING btree (organisation_id, backwards) WHERE (backwards IS NOT NULL);
CREATE INDEX party_key_party ON directory.party_key USING btree (organisation_id, party_id);
CREATE INDEX party_matter ON matters.party USING btree (organisation_id, party_id);
CREATE INDEX party_name ON directory.party USING btree (organisation_id, sort_name, id);
CREATE INDEX payment_run ON banking.payment USING btree (organisation_id, run_id);
CREATE INDEX period_year ON ledger.period USING btree (organisation_id, year_id);
CREATE INDEX permit_valid ON permits.permit USING btree (organisation_id, valid_until) WHERE (state = ANY (ARRAY['granted'::text, 'partly'::text]));
CREATE INDEX phone_leg_of_call ON calls.phone_leg USING btree (organisation_id, call_id);
CREATE INDEX picture_file ON publishing.picture USING btree (organisation_id, file_id);
CREATE INDEX place_message ON mail.place USING btree (organisation_id, message_id);
CREATE INDEX place_superior ON supervision.place USING btree (organisation_id, superior_id) WHERE (superior_id IS NOT NULL);
CREATE INDEX placement_due ON publishing.placement USING btree (organisation_id, due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX placement_out ON publishing.placement USING btree (organisation_id, published_at) WHERE (state = 'published'::text);
CREATE INDEX placing_change ON calendar."placing" USING btree (organisation_id, calendar_id, change_no);
CREATE INDEX posting_account ON ledger.posting USING btree (organisation_id, account, posted_on, entry_id, line);
CREATE INDEX posting_day ON ledger.posting USING btree (organisation_id, posted_on, account) INCLUDE (amount_minor);
CREATE INDEX posting_vat ON ledger.posting USING btree (organisation_id, vat_code, posted_on) WHERE (vat_code IS NOT NULL);
CREATE INDEX procedure_event ON procedures.procedure USING btree (organisation_id, event_name) WHERE ((state = 'in-force'::text) AND (event_name IS NOT NULL));
CREATE INDEX procedure_next ON procedures.procedure USING btree (organisation_id, next_start_on) WHERE ((state = 'in-force'::text) AND (next_start_on IS NOT NULL));
CREATE INDEX promise_day ON work.promise USING btree (organisation_id, for_on);
CREATE INDEX promise_party ON work.promise USING btree (organisation_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX proposal_event ON invitations.proposal USING btree (organisation_id, event_id);
CREATE INDEX proposal_open ON invitations.proposal USING btree (organisation_id, at) WHERE (state = 'open'::text);
CREATE INDEX proposal_open ON scheduling.proposal USING btree (organisation_id, answer_until) WHERE (state = 'open'::text);
CREATE INDEX publication_planned ON publishing.publication USING btree (organisation_id, planned_at) WHERE (state <> 'dropped'::text);
CREATE INDEX question_bill ON payables.question USING btree (organisation_id, bill_id);
CREATE INDEX quote_customer ON receivables.quote USING btree (organisation_id, customer_id);
CREATE INDEX reader_person ON announcements.reader USING btree (organisation_id, person_id);
CREATE INDEX reading_again ON mail.reading USING btree (organisation_id, reader) WHERE (parse <> 'whole'::text);
CREATE INDEX record_kind ON kernel.record USING btree (organisation_id, kind, changed_at DESC);
CREATE INDEX recurring_customer ON receivables.recurring USING btree (organisation_id, customer_id);
CREATE INDEX recurring_due ON receivables.recurring USING btree (organisation_id, next_on) WHERE (state = 'running'::text);
CREATE INDEX reference_thread ON mail.reference USING btree (organisation_id, thread_id);
CREATE INDEX registration_day ON documents.registration USING btree (organisation_id, happened_on DESC);
CREATE INDEX registration_id ON outings.registration USING btree (organisation_id, id);
CREATE INDEX relation_to ON directory.relation USING btree (organisation_id, to_id);
CREATE INDEX reminder_customer ON receivables.reminder USING btree (organisation_id, customer_id, id);
CREATE INDEX reminder_line_record ON receivables.reminder_line USING btree (organisation_id, record_id);
CREATE INDEX replacement_new ON documents.replacement USING btree (organisation_id, new_id);
CREATE INDEX report_person ON expenses.report USING btree (organisation_id, person_id, state);
CREATE INDEX report_state ON expenses.report USING btree (organisation_id, state, doubts DESC);
CREATE INDEX review_person ON supervision.review USING btree (organisation_id, person_id, asked_at);
CREATE INDEX review_superior ON supervision.review USING btree (organisation_id, superior_id, state);
CREATE INDEX role_permission_name ON authority.role_permission USING btree (organisation_id, permission);
CREATE INDEX row_import ON registers."row" USING btree (organisation_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX row_newest ON registers."row" USING btree (organisation_id, register_id, id) WHERE (discarded_at IS NULL);
CREATE INDEX row_title ON registers."row" USING btree (organisation_id, register_id, title_key, id) WHERE (discarded_at IS NULL);
CREATE INDEX rule_run_at ON registers.rule_run USING btree (organisation_id, register_id, at DESC);
CREATE INDEX run_about ON procedures.run USING btree (organisation_id, about_id) WHERE (about_id IS NOT NULL);
CREATE INDEX run_open ON banking.run USING btree (organisation_id, account_id) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text, 'handed-out'::text]));
CREATE INDEX run_procedure ON procedures.run USING btree (organisation_id, procedure_id, state, started_at);
CREATE INDEX run_step_begin ON procedures.run_step USING btree (organisation_id, begin_on) WHERE (state = 'waiting'::text);
CREATE INDEX run_step_owner ON procedures.run_step USING btree (organisation_id, owner_id) WHERE (state = ANY (ARRAY['waiting'::text, 'open'::text]));
CREATE INDEX saved_search_standing ON documents.saved_search USING btree (organisation_id, owner_id) WHERE (dropped_at IS NULL);
CREATE INDEX search_title ON kernel.search_entry USING gin (organisation_id, title_folded public.gin_trgm_ops);
CREATE INDEX search_words ON kernel.search_entry USING gin (organisation_id, words) WITH (fastupdate='on');
CREATE INDEX service_event ON calendar.service USING btree (organisation_id, event_id);
CREATE INDEX service_start ON calendar.service USING btree (organisation_id, start_at);
CREATE INDEX session_account ON platform.session USING btree (account_id);
CREATE INDEX settlement_by ON ledger.settlement USING btree (organisation_id, by_id) WHERE (by_id IS NOT NULL);
CREATE INDEX settlement_item ON ledger.settlement USING btree (organisation_id, item_id);
CREATE INDEX share_document ON documents.share USING btree (organisation_id, document_id);
CREATE INDEX share_password_once ON documents.share USING btree (organisation_id, password_id) WHERE (password_id IS NOT NULL);
CREATE INDEX share_with ON calendar.share USING btree (organisation_id, with_id);
CREATE INDEX signer_asked ON signatures.signer USING btree (organisation_id, person_id) WHERE (state = 'asked'::text);
CREATE INDEX signer_signing ON signatures.signer USING btree (organisation_id, signing_id, place);
CREATE INDEX signing_at_service ON signatures.signing USING btree (organisation_id, id) WHERE (service IS NOT NULL);
CREATE INDEX signing_state ON signatures.signing USING btree (organisation_id, state, put_in_at);
CREATE INDEX slip_for ON calls.slip USING btree (organisation_id, for_id, state, taken_at DESC);
CREATE INDEX slip_newest ON calls.slip USING btree (organisation_id, taken_at DESC, id);
CREATE INDEX slip_next ON calls.slip USING btree (organisation_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX slip_of_call ON calls.slip USING btree (organisation_id, call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX slip_of_party ON calls.slip USING btree (organisation_id, party_id, taken_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX statement_digest ON banking.statement USING btree (organisation_id, digest);
CREATE INDEX statement_part_closing ON banking.statement_part USING btree (organisation_id, account_id, closing_on DESC) WHERE (kind = 'statement'::text);
CREATE INDEX swap_open ON oncall.swap USING btree (organisation_id, with_id) WHERE (state = 'asked'::text);
CREATE INDEX task_asked_by ON work.task USING btree (organisation_id, asked_by_id) WHERE (state = ANY (ARRAY['open'::text, 'waiting'::text]));
CREATE INDEX task_for ON work.task USING btree (organisation_id, for_id) WHERE (for_id IS NOT NULL);
CREATE INDEX task_queue ON work.task USING btree (organisation_id, owner_id, due_on) WHERE (state = ANY (ARRAY['open'::text, 'waiting'::text]));
CREATE INDEX task_source ON work.task USING btree (organisation_id, source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX task_stands_in_for ON work.task USING btree (organisation_id, stands_in_for_id) WHERE ((stands_in_for_id IS NOT NULL) AND (state = ANY (ARRAY['open'::text, 'waiting'::text])));
CREATE INDEX task_state ON work.task USING btree (organisation_id, state, due_on, id);
CREATE INDEX task_untaken ON work.task USING btree (organisation_id, due_on) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (owner_id IS NULL));
CREATE INDEX thread_box ON mail.thread USING btree (organisation_id, mailbox_id, state, last_at DESC, id DESC);
CREATE INDEX thread_from ON mail.thread USING btree (organisation_id, mailbox_id, from_address);
CREATE INDEX thread_last ON mail.thread USING btree (organisation_id, last_at DESC, id DESC) INCLUDE (mailbox_id);
CREATE INDEX thread_nobodys ON mail.thread USING btree (organisation_id, mailbox_id) WHERE ((state = 'open'::text) AND (owner_id IS NULL));
CREATE INDEX thread_owner ON mail.thread USING btree (organisation_id, owner_id, last_at DESC) WHERE (owner_id IS NOT NULL);
CREATE INDEX thread_party ON mail.thread USING btree (organisation_id, party_id, last_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX thread_snoozed ON mail.thread USING btree (organisation_id, snoozed_until) WHERE (state = 'snoozed'::text);
CREATE INDEX thread_state ON mail.thread USING btree (organisation_id, state, last_at DESC, id DESC) INCLUDE (mailbox_id);
CREATE INDEX thread_topic ON mail.thread USING btree (organisation_id, mailbox_id, topic, last_at DESC) WHERE (topic <> ''::text);
CREATE INDEX traveller_person ON travel.traveller USING btree (organisation_id, person_id);
CREATE INDEX trip_starts ON travel.trip USING btree (organisation_id, starts_on);
CREATE INDEX turn_due ON oncall.turn USING btree (organisation_id, rota_id, start_at) WHERE (calendar = 'due'::text);
CREATE INDEX turn_of_person ON oncall.turn USING btree (organisation_id, person_id, start_at);
CREATE INDEX value_choice ON registers.value USING btree (organisation_id, register_id, field_id, choice_id) WHERE (choice_id IS NOT NULL);
CREATE INDEX value_ref ON registers.value USING btree (organisation_id, ref_id, field_id) WHERE (ref_id IS NOT NULL);
CREATE INDEX value_sort ON registers.value USING btree (organisation_id, field_id, sort_key, row_id);
CREATE INDEX version_digest ON documents.version USING btree (organisation_id, digest);
CREATE INDEX version_file ON documents.version USING btree (organisation_id, file_id);
CREATE INDEX visitor_of_day ON visitors.visitor USING btree (organisation_id, day, start_at);
CREATE INDEX visitor_of_host ON visitors.visitor USING btree (organisation_id, host_id, day);
CREATE INDEX visitor_of_occurrence ON visitors.visitor USING btree (organisation_id, event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX voucher_free ON visitors.voucher USING btree (organisation_id, id) WHERE (slip_id IS NULL);
CREATE UNIQUE INDEX address_email_once ON directory.address_email USING btree (organisation_id, party_id, lower(email));
CREATE UNIQUE INDEX approval_open_once ON authority.approval USING btree (organisation_id, command, input_digest) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX calendar_main_once ON calendar.calendar USING btree (organisation_id, owner_id) WHERE (type = 'main'::text);
CREATE UNIQUE INDEX choice_name ON registers.choice USING btree (organisation_id, register_id, field_id, lower(name)) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX credential_external ON platform.credential USING btree (type, key) WHERE (type = ANY (ARRAY['passkey'::text, 'sso'::text]));
CREATE UNIQUE INDEX document_archive_number ON documents.document USING btree (organisation_id, archive_number) WHERE (archive_number IS NOT NULL);
CREATE UNIQUE INDEX door_key_number ON visitors.door_key USING btree (organisation_id, type, lower(number)) WHERE (number IS NOT NULL);
CREATE UNIQUE INDEX edit_lock_opening ON documents.edit_lock USING btree (organisation_id, opening_id);
CREATE UNIQUE INDEX edition_draft ON procedures.edition USING btree (organisation_id, procedure_id) WHERE (in_force_at IS NULL);
CREATE UNIQUE INDEX field_key ON registers.field USING btree (organisation_id, register_id, key) WHERE (dropped_at IS NULL);
CREATE UNIQUE INDEX finding_once ON mirrors.finding USING btree (organisation_id, calendar_id, kind, name) WHERE (kind <> ALL (ARRAY['ours-lost'::text, 'theirs-lost'::text]));
CREATE UNIQUE INDEX guest_email_once ON calendar.guest USING btree (organisation_id, event_id, lower(email)) WHERE (email IS NOT NULL);
CREATE UNIQUE INDEX guest_place_once ON calendar.guest USING btree (organisation_id, event_id, calendar_id) WHERE (calendar_id IS NOT NULL);
CREATE UNIQUE INDEX guest_principal_once ON calendar.guest USING btree (organisation_id, event_id, principal_id) WHERE (principal_id IS NOT NULL);
CREATE UNIQUE INDEX input_gathered_once ON payinputs.input USING btree (organisation_id, period_id, payee_id, source, source_id) WHERE (source = ANY (ARRAY['recurring'::text, 'absence'::text]));
CREATE UNIQUE INDEX input_on_call_once ON payinputs.input USING btree (organisation_id, period_id, payee_id, kind, on_day, source_id) WHERE (source = 'on-call'::text);
CREATE UNIQUE INDEX lesson_standing ON documents.lesson USING btree (organisation_id, sender_id, about, topic) WHERE (forgotten_at IS NULL);
CREATE UNIQUE INDEX line_allowance_once ON expenses.line USING btree (organisation_id, report_id, on_day) WHERE ((sort = 'per-diem'::text) AND (NOT removed));
CREATE UNIQUE INDEX line_default ON fax.line USING btree (organisation_id) WHERE (is_default AND (NOT retired));
CREATE UNIQUE INDEX line_once ON calls.line USING btree (organisation_id, key) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX loan_once ON visitors.loan USING btree (organisation_id, key_id) WHERE (returned_at IS NULL);
CREATE UNIQUE INDEX mailbox_address_once ON mail.mailbox USING btree (organisation_id, address) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX mailbox_mail_digest ON documents.mailbox_mail USING btree (organisation_id, mailbox_id, digest) WHERE (digest IS NOT NULL);
CREATE UNIQUE INDEX mailbox_mail_left ON documents.mailbox_mail USING btree (organisation_id, mailbox_id, mark) WHERE (digest IS NULL);
CREATE UNIQUE INDEX mark_once ON documents.mark USING btree (organisation_id, kind, class_code_id, matter_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX matter_kind_standard ON matters.matter_kind USING btree (organisation_id) WHERE is_standard;
CREATE UNIQUE INDEX meeting_next ON meetings.meeting USING btree (organisation_id, previous_id) WHERE ((previous_id IS NOT NULL) AND (state <> 'cancelled'::text));
CREATE UNIQUE INDEX meeting_of_event ON meetings.meeting USING btree (organisation_id, event_id, recurrence) WHERE ((event_id IS NOT NULL) AND (state <> 'cancelled'::text));
CREATE UNIQUE INDEX message_document ON invitations.message USING btree (organisation_id, document_id, uid, method, instance, email) WHERE (document_id IS NOT NULL);
CREATE UNIQUE INDEX message_once ON invitations.message USING btree (organisation_id, event_id, email, method, uid, sequence, instance, digest) WHERE (direction = 'out'::text);
CREATE UNIQUE INDEX notice_unread_once ON notifications.notice USING btree (organisation_id, principal_id, key) WHERE (read_at IS NULL);
CREATE UNIQUE INDEX obligation_proposal ON procedures.obligation USING btree (organisation_id, proposal) WHERE ((proposal IS NOT NULL) AND (state = 'in-force'::text));
CREATE UNIQUE INDEX outgoing_for ON mail.outgoing USING btree (organisation_id, for_ref) WHERE (for_ref IS NOT NULL);
CREATE UNIQUE INDEX own_kind_name ON documents.own_kind USING btree (organisation_id, lower(name)) WHERE (NOT retired);
CREATE UNIQUE INDEX parcel_bill_once ON payables.parcel_bill USING btree (organisation_id, bill_id, round) WHERE live;
CREATE UNIQUE INDEX parcel_line_once ON payables.parcel_line USING btree (organisation_id, line_id, match_id) WHERE live;
CREATE UNIQUE INDEX payment_item_live_once ON banking.payment_item USING btree (organisation_id, item_id) WHERE live;
CREATE UNIQUE INDEX printer_default ON printing.printer USING btree (organisation_id) WHERE (is_default AND (NOT retired));
CREATE UNIQUE INDEX recurring_turn_invoice ON receivables.recurring_turn USING btree (organisation_id, invoice_id) WHERE (invoice_id IS NOT NULL);
CREATE UNIQUE INDEX registration_document_once ON documents.registration USING btree (organisation_id, document_id, direction) WHERE ((document_id IS NOT NULL) AND (struck_at IS NULL));
CREATE UNIQUE INDEX registration_mail ON outings.registration USING btree (organisation_id, outing_id, lower(email)) WHERE ((principal_id IS NULL) AND (email IS NOT NULL));
CREATE UNIQUE INDEX review_open ON supervision.review USING btree (organisation_id, task_id, superior_id) WHERE (state = 'to-review'::text);
CREATE UNIQUE INDEX roll_once ON visitors.roll USING btree (organisation_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX rule_run_day ON registers.rule_run USING btree (organisation_id, rule_id, row_id, day) WHERE (day IS NOT NULL);
CREATE UNIQUE INDEX saved_answer_shortcut ON mail.saved_answer USING btree (organisation_id, shortcut) WHERE ((shortcut IS NOT NULL) AND (state = 'kept'::text));
CREATE UNIQUE INDEX signing_open ON signatures.signing USING btree (organisation_id, document_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX signing_sheet ON signatures.signing USING btree (organisation_id, sheet_number) WHERE (sheet_number IS NOT NULL);
CREATE UNIQUE INDEX task_repeats ON work.task USING btree (organisation_id, repeats_id) WHERE ((repeats_id IS NOT NULL) AND (state <> 'dropped'::text));
CREATE UNIQUE INDEX value_unique ON registers.value USING btree (organisation_id, field_id, unique_key) WHERE (unique_key IS NOT NULL);
CREATE UNIQUE INDEX visitor_inside ON visitors.visitor USING btree (organisation_id, name_key) WHERE (state = ANY (ARRAY['waiting'::text, 'received'::text]));

-- Views

create view authority.address_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS principal_id,
    email::text AS email,
    language
   FROM authority.principal
  WHERE disabled_at IS NULL;
create view authority.colleague with (security_invoker=true) as
 SELECT organisation_id,
    id AS principal_id,
    deputy_id,
    kind
   FROM authority.principal
  WHERE disabled_at IS NULL;
create view authority.permission_holder with (security_invoker=true) as
 SELECT a.organisation_id,
    a.principal_id,
    p.permission,
    a.from_at,
    a.until_at
   FROM authority.assignment a
     JOIN authority.role_permission p ON p.organisation_id = a.organisation_id AND p.role_id = a.role_id
     JOIN authority.principal c ON c.organisation_id = a.organisation_id AND c.id = a.principal_id
  WHERE c.disabled_at IS NULL;
create view authority.role_holder with (security_invoker=true) as
 SELECT a.organisation_id,
    a.role_id,
    r.key AS role_key,
    a.principal_id,
    a.from_at,
    a.until_at
   FROM authority.assignment a
     JOIN authority.role r ON r.organisation_id = a.organisation_id AND r.id = a.role_id
     JOIN authority.principal p ON p.organisation_id = a.organisation_id AND p.id = a.principal_id
  WHERE p.disabled_at IS NULL;
create view authority.sight with (security_invoker=true) as
 SELECT p.organisation_id,
    p.id AS principal_id,
    p.clearance,
    p.id AS audience_id,
    '-infinity'::timestamp with time zone AS from_at,
    NULL::timestamp with time zone AS until_at
   FROM authority.principal p
  WHERE p.disabled_at IS NULL
UNION ALL
 SELECT a.organisation_id,
    a.principal_id,
    r.clearance,
    a.role_id AS audience_id,
    a.from_at,
    a.until_at
   FROM authority.assignment a
     JOIN authority.role r ON r.organisation_id = a.organisation_id AND r.id = a.role_id
     JOIN authority.principal p ON p.organisation_id = a.organisation_id AND p.id = a.principal_id
  WHERE p.disabled_at IS NULL;
create view banking.account_balance_fact with (security_invoker=true) as
 SELECT a.organisation_id,
    a.id AS account_id,
    a.currency,
    a.ledger_account,
    a.is_closed,
    c.closing_minor + COALESCE(later.sum_minor, 0::bigint) AS balance_minor,
    GREATEST(c.closing_on, later.last_on) AS balance_on,
    known.last_on AS known_until
   FROM banking.account a
     LEFT JOIN LATERAL ( SELECT p.closing_on,
            p.closing_minor
           FROM banking.statement_part p
          WHERE p.organisation_id = a.organisation_id AND p.account_id = a.id AND p.kind = 'statement'::text AND p.closing_on IS NOT NULL
          ORDER BY p.closing_on DESC, (banking.goes_on(p.organisation_id, p.account_id, p.closing_on, p.closing_minor)), p.statement_id DESC, p."position" DESC
         LIMIT 1) c ON true
     LEFT JOIN LATERAL ( SELECT sum(l.amount_minor)::bigint AS sum_minor,
            max(l.booked_on) AS last_on
           FROM banking.line l
          WHERE l.organisation_id = a.organisation_id AND l.account_id = a.id AND l.kind = 'statement'::text AND l.booked_on > c.closing_on) later ON true
     LEFT JOIN LATERAL ( SELECT GREATEST(max(l.booked_on), c.closing_on) AS last_on
           FROM banking.line l
          WHERE l.organisation_id = a.organisation_id AND l.account_id = a.id AND l.kind = 'statement'::text) known ON true;
create view banking.cash_balance_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS box_id,
    currency,
    ledger_account,
    is_closed,
    balance_minor
   FROM banking.cash_box;
create view banking.matched_line_fact with (security_invoker=true) as
 SELECT l.organisation_id,
    l.id AS line_id,
    l.match_id,
    l.account_id,
    a.number AS account_number,
    l.kind,
    l.booked_on,
    l.amount_minor,
    l.currency,
    l.party_name,
    l.text,
    l."position",
    m.parts
   FROM banking.line l
     JOIN banking.match m ON m.organisation_id = l.organisation_id AND m.id = l.match_id
     JOIN banking.account a ON a.organisation_id = l.organisation_id AND a.id = l.account_id;
create view banking.payment_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    p.id AS payment_id,
    p.run_id,
    r.account_id,
    r.state AS run_state,
    p.state,
    p.pay_on,
    p.amount_minor,
    p.currency,
    i.item_id,
    i.record_id,
    i.amount_minor AS item_minor
   FROM banking.payment p
     JOIN banking.run r ON r.organisation_id = p.organisation_id AND r.id = p.run_id
     JOIN banking.payment_item i ON i.organisation_id = p.organisation_id AND i.payment_id = p.id;
create view calendar.busy_fact with (security_invoker=true) as
 SELECT o.organisation_id,
    o.calendar_id,
    o.start_at,
    o.end_at,
    o.blocks,
    o.show_as,
    o.event_id,
    o.hold_id
   FROM calendar.occurrence o
     LEFT JOIN calendar.hold h ON h.organisation_id = o.organisation_id AND h.id = o.hold_id
  WHERE o.show_as <> 'free'::text;
create view calendar.calendar_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS calendar_id,
    type,
    owner_id,
    owner_role_id,
    colour,
    zone,
    everyone,
    horizon_months,
    change_no,
    retired_at
   FROM calendar.calendar;
create view calendar.category_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS event_id,
    category
   FROM calendar.event
  WHERE category IS NOT NULL;
create view calendar.event_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS event_id,
    uid,
    sequence,
    home_id,
    all_day,
    start_local,
    end_local,
    zone,
    rule,
    status,
    privacy,
    organiser_id,
    sent_by_id,
    organiser_email,
    organiser_name,
    split_from_id,
    laid_until
   FROM calendar.event;
create view calendar.event_place_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS event_id,
    place
   FROM calendar.event;
create view calendar.gone_fact with (security_invoker=true) as
 SELECT organisation_id,
    calendar_id,
    href,
    change_no
   FROM calendar.gone;
create view calendar.guest_fact with (security_invoker=true) as
 SELECT organisation_id,
    event_id,
    "position",
    principal_id,
    calendar_id,
    email,
    name,
    party_id,
    role,
    answer,
    note,
    answered_at
   FROM calendar.guest;
create view calendar.hold_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS hold_id,
    title,
    by_id,
    until_at
   FROM calendar.hold;
create view calendar.object_fact with (security_invoker=true) as
 SELECT organisation_id,
    calendar_id,
    href,
    etag,
    change_no,
    event_id,
    laying,
    ics,
    from_at,
    until_at
   FROM calendar."placing";
create view calendar.occurrence_fact with (security_invoker=true) as
 SELECT o.organisation_id,
    o.calendar_id,
    o.event_id,
    o.hold_id,
    o.recurrence,
    o.start_at,
    o.end_at,
    o.from_day,
    o.until_day,
    o.blocks,
    o.show_as,
    o.exclusive,
    o.checked_in_at,
    p.laying,
    p.waiting,
    e.uid,
    e.privacy,
    e.status,
    e.all_day,
    e.rule IS NOT NULL OR e.added <> '{}'::text[] AS repeats
   FROM calendar.occurrence o
     LEFT JOIN calendar."placing" p ON p.organisation_id = o.organisation_id AND p.event_id = o.event_id AND p.calendar_id = o.calendar_id
     LEFT JOIN calendar.event e ON e.organisation_id = o.organisation_id AND e.id = o.event_id;
create view calendar.place_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    p.id AS calendar_id,
    p.type,
    p.seats,
    p.equipment,
    p.site,
    p.keeper_id,
    p.keeper_role_id,
    p.bookable_by,
    p.longest_minutes,
    p.ahead_days,
    p.needs_approval,
    p.setup_minutes,
    p.cleanup_minutes,
    p.show_titles,
    c.zone,
    c.retired_at
   FROM calendar.place p
     JOIN calendar.calendar c ON c.organisation_id = p.organisation_id AND c.id = p.id;
create view calendar.reader_fact with (security_invoker=true) as
 SELECT calendar.organisation_id,
    calendar.id AS calendar_id,
    calendar.owner_id AS audience_id,
    'manage'::text AS degree
   FROM calendar.calendar
  WHERE calendar.owner_id IS NOT NULL
UNION ALL
 SELECT calendar.organisation_id,
    calendar.id AS calendar_id,
    calendar.owner_role_id AS audience_id,
    'manage'::text AS degree
   FROM calendar.calendar
  WHERE calendar.owner_role_id IS NOT NULL
UNION ALL
 SELECT share.organisation_id,
    share.calendar_id,
    share.with_id AS audience_id,
    share.degree
   FROM calendar.share
UNION ALL
 SELECT place.organisation_id,
    place.id AS calendar_id,
    place.keeper_id AS audience_id,
    'manage'::text AS degree
   FROM calendar.place
  WHERE place.keeper_id IS NOT NULL
UNION ALL
 SELECT place.organisation_id,
    place.id AS calendar_id,
    place.keeper_role_id AS audience_id,
    'manage'::text AS degree
   FROM calendar.place
  WHERE place.keeper_role_id IS NOT NULL;
create view calendar.school_choice_fact with (security_invoker=true) as
 SELECT c.organisation_id,
    c.principal_id,
    d.from_on,
    d.until_on
   FROM calendar.school_choice c
     JOIN calendar.school_calendar s ON s.organisation_id = c.organisation_id AND s.id = c.calendar_id AND s.retired_at IS NULL
     JOIN calendar.school_day d ON d.organisation_id = c.organisation_id AND d.calendar_id = c.calendar_id;
create view calendar.service_cost_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS service_id,
    event_id,
    kind,
    what,
    start_at,
    currency,
    cost_minor,
    cost_centre,
    state
   FROM calendar.service
  WHERE cost_minor IS NOT NULL;
create view directory.account_fact with (security_invoker=true) as
 SELECT b.organisation_id,
    COALESCE(r.merged_into, b.party_id) AS party_id,
    b.id AS account_id,
    b.scheme,
    b.number,
    b.since_on
   FROM directory.bank_account b
     JOIN kernel.record r ON r.organisation_id = b.organisation_id AND r.id = b.party_id;
create view directory.correspondent_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    p.id AS party_id,
    p.kind,
    p.name,
    p.company_number,
    p.vat_number,
    p.country AS party_country,
    p.language,
    a.street,
    a.postcode,
    a.city,
    COALESCE(a.country, p.country) AS country,
    m.email
   FROM directory.party p
     LEFT JOIN LATERAL ( SELECT a_1.street,
            a_1.postcode,
            a_1.city,
            a_1.country
           FROM directory.address_post a_1
          WHERE a_1.organisation_id = p.organisation_id AND a_1.party_id = p.id
          ORDER BY a_1."position"
         LIMIT 1) a ON true
     LEFT JOIN LATERAL ( SELECT m_1.email
           FROM directory.address_email m_1
          WHERE m_1.organisation_id = p.organisation_id AND m_1.party_id = p.id
          ORDER BY m_1."position"
         LIMIT 1) m ON true;
create view directory.labelled_mail_fact with (security_invoker=true) as
 SELECT m.organisation_id,
    COALESCE(r.merged_into, m.party_id) AS party_id,
    m.email,
    m.label,
    m."position"
   FROM directory.address_email m
     JOIN kernel.record r ON r.organisation_id = m.organisation_id AND r.id = m.party_id;
create view directory.mail_fact with (security_invoker=true) as
 SELECT m.organisation_id,
    lower(m.email) AS email,
    COALESCE(r.merged_into, m.party_id) AS party_id,
    p.language,
    p.country,
    p.name
   FROM directory.address_email m
     JOIN kernel.record r ON r.organisation_id = m.organisation_id AND r.id = m.party_id
     JOIN directory.party p ON p.organisation_id = m.organisation_id AND p.id = COALESCE(r.merged_into, m.party_id);
create view directory.number_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    COALESCE(r.merged_into, p.party_id) AS party_id,
    p.written,
    p.e164,
    p.label
   FROM directory.phone p
     JOIN kernel.record r ON r.organisation_id = p.organisation_id AND r.id = p.party_id;
create view directory.party_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS party_id,
    kind,
    retired_at IS NOT NULL AS retired
   FROM directory.party;
create view directory.payee_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    p.id AS party_id,
    p.name,
    p.company_number,
    p.vat_number,
    p.country,
    a.street,
    a.postcode,
    a.city,
    a.country AS address_country
   FROM directory.party p
     LEFT JOIN LATERAL ( SELECT a_1.street,
            a_1.postcode,
            a_1.city,
            a_1.country
           FROM directory.address_post a_1
          WHERE a_1.organisation_id = p.organisation_id AND a_1.party_id = p.id
          ORDER BY a_1."position"
         LIMIT 1) a ON true;
create view directory.phone_fact with (security_invoker=true) as
 SELECT k.organisation_id,
    k.key AS digits,
    k.backwards,
    k.party_id AS written_for_id,
    COALESCE(r.merged_into, k.party_id) AS party_id
   FROM directory.party_key k
     JOIN kernel.record r ON r.organisation_id = k.organisation_id AND r.id = k.party_id
  WHERE k.scheme = 'phone'::text;
create view documents.amount_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS document_id,
    kind,
    state,
    total_minor,
    currency,
    due_on,
    issued_on
   FROM documents.document
  WHERE total_minor IS NOT NULL AND currency IS NOT NULL AND (state <> ALL (ARRAY['discarded'::text, 'replaced'::text]));
create view documents.mail_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS document_id,
    digest,
    name,
    arrived_by,
    state
   FROM documents.document;
create view documents.paper_fact with (security_invoker=true) as
 SELECT d.organisation_id,
    d.id AS document_id,
    d.name,
    f.media_type,
    f.digest,
    f.size_bytes
   FROM documents.document d
     JOIN kernel.file f ON f.organisation_id = d.organisation_id AND f.id = d.file_id;
create view documents.payable_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS document_id,
    kind,
    sender_id,
    sender_name,
    number,
    issued_on,
    due_on,
    period_from,
    period_to,
    currency,
    net_minor,
    vat_minor,
    total_minor,
    iban,
    account,
    reference,
    order_number,
    received_at,
    file_id,
    media_kind,
    name,
        CASE
            WHEN reference ~ '^\d{9}$'::text THEN (regexp_match(text, '\m(?:entidade|ent\.)[^0-9]{0,60}([0-9]{5})(?![0-9])'::text, 'i'::text))[1]
            ELSE NULL::text
        END AS payment_entity
   FROM documents.document
  WHERE (kind = ANY (ARRAY['bill'::text, 'credit-note'::text, 'reminder'::text])) AND state = 'confirmed'::text;
create view documents.permit_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS document_id,
    sender_id,
    issued_on,
    valid_until,
    number
   FROM documents.document
  WHERE kind = 'permit'::text AND state = 'confirmed'::text;
create view documents.receipt_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS document_id,
    kind,
    state,
    sender_name,
    issued_on,
    total_minor,
    vat_minor,
    currency,
    duplicate_of,
    duplicate_settled,
    read_at,
    page_count AS pages,
    "left"(text, 4000) AS words
   FROM documents.document;
create view documents.scanned_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS document_id,
    name,
    subject,
    sender_id,
    sender_name,
    arrived_by,
    arrived_from,
    received_at,
    page_count,
    state
   FROM documents.document;
create view documents.signable_fact with (security_invoker=true) as
 SELECT d.organisation_id,
    d.id AS document_id,
    d.state,
    d.media_kind,
    d.page_count,
    d.archive_number,
    d.arrived_by,
    COALESCE(u.digest, d.digest) AS digest,
    d.digest AS file_digest,
    d.sender_id,
    d.name
   FROM documents.document d
     LEFT JOIN kernel.file u ON u.organisation_id = d.organisation_id AND u.id = d.unlocked_file_id;
create view ledger.account_fact with (security_invoker=true) as
 SELECT organisation_id,
    number,
    name,
    names,
    account_type,
    vat_code,
    in_use,
    ARRAY( SELECT r.role
           FROM ledger.role_account r
          WHERE r.organisation_id = a.organisation_id AND r.account = a.number
          ORDER BY r.role) AS roles
   FROM ledger.account a;
create view ledger.accrual_fact with (security_invoker=true) as
 SELECT a.organisation_id,
    a.id AS accrual_id,
    a.key,
    a.entry_id,
    e.source_id,
    a.account,
    a.amount_minor,
    a.text,
    a.stopped_at IS NOT NULL AS stopped,
    COALESCE(p.left_minor, 0::numeric)::bigint AS left_minor,
    p.next_on,
    p.last_on,
    COALESCE(p.parts, 0::bigint)::integer AS parts
   FROM ledger.accrual a
     JOIN ledger.entry e ON e.organisation_id = a.organisation_id AND e.id = a.entry_id
     LEFT JOIN LATERAL ( SELECT sum(x.amount_minor) FILTER (WHERE x.entry_id IS NULL) AS left_minor,
            min(x.part_on) FILTER (WHERE x.entry_id IS NULL) AS next_on,
            max(x.part_on) AS last_on,
            count(*) AS parts
           FROM ledger.accrual_part x
          WHERE x.organisation_id = a.organisation_id AND x.accrual_id = a.id) p ON true;
create view ledger.dimension_fact with (security_invoker=true) as
 SELECT v.organisation_id,
    v.dimension,
    d.name AS dimension_name,
    v.code,
    v.name,
    v.in_use
   FROM ledger.dimension_value v
     JOIN ledger.dimension d ON d.organisation_id = v.organisation_id AND d.code = v.dimension;
create view ledger.entry_fact with (security_invoker=true) as
 SELECT e.organisation_id,
    e.id AS entry_id,
    e.key,
    e.source_id,
    e.series,
    e.number,
    e.book,
    e.posted_on,
    e.text,
    e.total_minor,
    e.reversal_of,
    r.id AS reversed_by
   FROM ledger.entry e
     LEFT JOIN ledger.entry r ON r.organisation_id = e.organisation_id AND r.reversal_of = e.id;
create view ledger.item_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS item_id,
    key,
    side,
    record_id,
    party_id,
    party_name,
    number,
    reference_scheme,
    reference,
    issued_on,
    due_on,
    currency,
    amount_minor,
    settled_minor,
    amount_minor - settled_minor AS remaining_minor,
    pay_to,
    method,
    discount_on,
    discount_minor,
    ready,
    hold_reason,
        CASE
            WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'::text
            WHEN settled_minor = amount_minor THEN 'settled'::text
            ELSE 'open'::text
        END AS state,
    made_at
   FROM ledger.item i;
create view ledger.posting_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    p.entry_id,
    p.line,
    e.key,
    e.series,
    e.number,
    e.book,
    e.text,
    p.account,
    p.posted_on,
    p.amount_minor,
    p.currency,
    p.foreign_minor,
    e.reversal_of,
    r.id AS reversed_by,
    r.posted_on AS reversed_on
   FROM ledger.posting p
     JOIN ledger.entry e ON e.organisation_id = p.organisation_id AND e.id = p.entry_id
     LEFT JOIN ledger.entry r ON r.organisation_id = e.organisation_id AND r.reversal_of = e.id;
create view ledger.rate_fact with (security_invoker=true) as
 SELECT organisation_id,
    currency,
    rate_on,
    rate
   FROM ledger.rate;
create view ledger.settings_fact with (security_invoker=true) as
 SELECT organisation_id,
    mode,
    currency,
    chart
   FROM ledger.settings;
create view ledger.settlement_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS settlement_id,
    key,
    item_id,
    amount_minor,
    settled_on,
    by_id,
    how
   FROM ledger.settlement
  WHERE withdrawn_at IS NULL;
create view ledger.vat_code_fact with (security_invoker=true) as
 SELECT organisation_id,
    code,
    name,
    names,
    kind,
    rate,
    deductible,
    category,
    valid_from,
    valid_until,
    in_use
   FROM ledger.vat_code;
create view mail.message_fact with (security_invoker=true) as
 SELECT m.organisation_id,
    m.id AS message_id,
    m.thread_id,
    m.mailbox_id,
    m.digest,
    m.size_bytes,
    m.at,
    r.facts -> 'attachments'::text AS attachments
   FROM mail.message m
     JOIN mail.mailbox b ON b.organisation_id = m.organisation_id AND b.id = m.mailbox_id AND b.kind = 'shared'::text
     JOIN mail.reading r ON r.organisation_id = m.organisation_id AND r.file_id = m.file_id
  WHERE m.direction = 'in'::text;
create view mail.thread_fact with (security_invoker=true) as
 SELECT t.organisation_id,
    t.id AS thread_id,
    t.mailbox_id,
    b.name AS mailbox,
    b.address,
    b.ended_at IS NULL AND b.smtp_host IS NOT NULL AS answers,
    h.holder_id,
    h.until_at AS held_until
   FROM mail.thread t
     JOIN mail.mailbox b ON b.organisation_id = t.organisation_id AND b.id = t.mailbox_id
     LEFT JOIN mail.holding h ON h.organisation_id = t.organisation_id AND h.thread_id = t.id;
create view matters.binding_fact with (security_invoker=true) as
 SELECT b.organisation_id,
    b.record_id,
    COALESCE(r.merged_into, b.matter_id) AS matter_id
   FROM matters.binding b
     JOIN kernel.record r ON r.organisation_id = b.organisation_id AND r.id = b.matter_id;
create view notifications.browser_fact with (security_invoker=true) as
 SELECT organisation_id,
    principal_id,
    id AS browser_id,
    endpoint,
    p256dh,
    auth
   FROM notifications.browser;
create view oncall.callout_fact with (security_invoker=true) as
 SELECT a.organisation_id,
    a.id AS alarm_id,
    a.rota_id,
    a.acknowledged_by_id AS person_id,
    a.acknowledged_at,
    a.worked_minutes,
    r.zone
   FROM oncall.alarm a
     JOIN oncall.rota r ON r.organisation_id = a.organisation_id AND r.id = a.rota_id
  WHERE a.worked_minutes > 0;
create view oncall.turn_fact with (security_invoker=true) as
 SELECT t.organisation_id,
    t.id AS turn_id,
    t.rota_id,
    t.person_id,
    t.start_at,
    t.end_at,
    r.zone
   FROM oncall.turn t
     JOIN oncall.rota r ON r.organisation_id = t.organisation_id AND r.id = t.rota_id;
create view payables.coded_fact with (security_invoker=true) as
 SELECT l.organisation_id,
    l.bill_id,
    b.document_id,
    b.state,
    b.currency,
    l.dimensions,
    l.account,
        CASE
            WHEN b.kind = 'credit-note'::text THEN '-1'::integer
            ELSE 1
        END * (l.net_minor +
        CASE
            WHEN l.vat_code IS NULL THEN l.vat_minor
            ELSE 0::bigint
        END) AS cost_minor
   FROM payables.bill_line l
     JOIN payables.bill b ON b.organisation_id = l.organisation_id AND b.id = l.bill_id
  WHERE b.state <> 'withdrawn'::text;
create view printing.stock_fact with (security_invoker=true) as
 SELECT s.organisation_id,
    s.stock,
    s.desk_id,
    s.printer_id,
    s.width_mm,
    s.height_mm,
    s.automatic
   FROM printing.stock s
     JOIN printing.printer p ON p.organisation_id = s.organisation_id AND p.id = s.printer_id AND NOT p.retired;
create view scheduling.hours_fact with (security_invoker=true) as
 SELECT p.organisation_id,
    p.principal_id,
    p.zone,
    p.country,
    t.weekday,
    t.from_minute,
    t.until_minute
   FROM scheduling.person p
     LEFT JOIN scheduling.weekly_time t ON t.organisation_id = p.organisation_id AND t.principal_id = p.principal_id AND t.purpose = 'work'::text;
create view supervision.leads with (security_invoker=true) as
 WITH RECURSIVE up AS (
         SELECT place.organisation_id,
            place.person_id,
            place.superior_id AS leader_id,
            1 AS depth
           FROM supervision.place
          WHERE place.superior_id IS NOT NULL
        UNION ALL
         SELECT up_1.organisation_id,
            up_1.person_id,
            p.superior_id,
            up_1.depth + 1
           FROM up up_1
             JOIN supervision.place p ON p.organisation_id = up_1.organisation_id AND p.person_id = up_1.leader_id
          WHERE p.superior_id IS NOT NULL AND up_1.depth < 12
        )
 SELECT organisation_id,
    leader_id,
    person_id,
    depth
   FROM up;
create view travel.trip_fact with (security_invoker=true) as
 SELECT t.organisation_id,
    t.id AS trip_id,
    p.person_id,
    t.state,
    t.starts_on,
    t.ends_on,
    t.destination,
    t.country
   FROM travel.trip t
     JOIN travel.traveller p ON p.organisation_id = t.organisation_id AND p.trip_id = t.id;
create view work.absence_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS absence_id,
    person_id,
    deputy_id,
    from_on,
    until_on
   FROM work.absence
  WHERE cancelled_at IS NULL;
create view work.task_fact with (security_invoker=true) as
 SELECT organisation_id,
    id AS task_id,
    state,
    owner_id,
    owner_role,
    stands_in_for_id,
    due_on,
    effort_minutes,
    ended_at,
    ended_by_id,
    raised_key,
    source_id,
    repeat,
    repeat IS NOT NULL AS repeats,
    for_id,
    asked_by_id,
    waiting_for,
    waiting_for_id,
    waiting_since,
    chase_on
   FROM work.task;

-- Policies

create policy tenant on announcements.announcement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on announcements.answer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on announcements.edition as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on announcements.question as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on announcements.reader as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on announcements.wording as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.approval as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.assignment as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.mandate as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.principal as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.principal_limit as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.role as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.role_offer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on authority.role_permission as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.account as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.account_number as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.advice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.advice_choice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.cash_box as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.cash_count as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.cash_entry as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.match as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.payment as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.payment_item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.rule as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.run as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.settings as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.statement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on banking.statement_part as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on caldav.alias as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on caldav.card as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on caldav.feed as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on caldav.property as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar."placing" as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.birthday as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.calendar as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.day_choice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.event as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.gone as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.guest as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.hold as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.instance as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.occurrence as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.place as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.reminded as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.school_calendar as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.school_choice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.school_day as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.service as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calendar.share as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.call as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.extension as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.phone_account as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.phone_leg as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.phone_server as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.rule as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.slip as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.voicemail as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on calls.wire as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.answer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.answer_text as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.answer_use as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.answer_word as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.case_file as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.cause as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.entry as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.found_promise as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.kind as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on cases.remedy as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on channels.attachment as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on channels.channel as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on channels.conversation as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on channels.form as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on channels.holding as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on channels.message as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.address_email as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.address_post as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.alike as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.bank_account as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.caller_note as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.kept_apart as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.membership as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.party as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.party_key as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.phone as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on directory.relation as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.backlog as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.backlog_file as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.backlog_folder as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.band as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.certificate as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.certificate_line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.class_code as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.document as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.drop_entry as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.edit_lock as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.field as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.file_request as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.file_request_file as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.file_request_item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.hold as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.intake_rule as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.keeping as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.label_run as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.left_page as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.lesson as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.mailbox as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.mailbox_mail as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.mark as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.opening as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.own_kind as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.page as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.public_register as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.registration as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.registration_mask as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.replacement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.saved_search as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.share as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.share_password as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.sheet as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on documents.version as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on expenses.category_rule as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on expenses.claimant as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on expenses.line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on expenses.policy as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on expenses.rate as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on expenses.report as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on fax.fax as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on fax.line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on interviews.interview as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on interviews.panelist as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.feed as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.feed_event as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.guest as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.host as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.message as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.proposal as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on invitations.settings as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.counter as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.derivation as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.file as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.idempotency as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.job_progress as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.journal as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.journal_body as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.journal_head as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.journal_place as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.journal_record as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.link as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.organisation as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.preference as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.read_log as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.record as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on kernel.search_entry as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.account as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.account_code as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.accrual as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.accrual_part as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.balance as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.company as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.dimension as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.dimension_value as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.entry as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.entry_document as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.entry_origin as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.fiscal_year as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.import as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.period as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.posting as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.rate as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.role_account as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.series as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.settings as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.settlement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.vat_code as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.vat_settlement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on ledger.year_balance as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.letter as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.letterhead as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.merge as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.merge_row as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.office_file as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.opening as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.picture as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.template as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.variant as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on letters.version as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.away_answered as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.away_reply as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.away_reply_text as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.buried_sender as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.client as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.folder as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.holding as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.mailbox as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.message as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.outgoing as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.place as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.reading as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.reference as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.rule as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.saved_answer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.saved_answer_text as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.signature as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mail.thread as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on matters.binding as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on matters.checklist_item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on matters.matter as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on matters.matter_kind as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on matters.party as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.approver as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.attendee as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.correction as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.decision as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.item_paper as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.meeting as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on meetings.turn as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mirrors.account as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mirrors.client as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mirrors.finding as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mirrors.link_way as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mirrors.mirror as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on mirrors.pair as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on notifications.browser as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on notifications.digest as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on notifications.notice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.alarm as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.attempt as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.override as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.phone as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.rota as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.stale_event as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.step as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.swap as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on oncall.turn as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on outings.budget_line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on outings.food_order as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on outings.outing as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on outings.programme as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on outings.registration as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.agreement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.agreement_bill as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.alarm as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.approver as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.bill as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.bill_line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.e_invoice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.parcel as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.parcel_bill as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.parcel_line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.question as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.reminder as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.settings as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payables.settlement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payinputs.input as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payinputs.layout as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payinputs.payee as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payinputs.period as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payinputs.recurring as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on payinputs.sheet as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on permits.application as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on permits.condition as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on permits.desk as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on permits.hearing as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on permits.permit as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on permits.requirement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.box as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.custody as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.look as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.outgoing as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.rate as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.stop as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on post.stop_person as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on presence.word as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on printing.choice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on printing.job as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on printing.printer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on printing.stock as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.edition as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.habit_answer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.obligation as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.obligation_day as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.procedure as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.run as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on procedures.run_step as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on proofing.outgoing_check as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on proofing.word as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on publishing.hold as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on publishing.outlet as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on publishing.page_change as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on publishing.picture as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on publishing.placement as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on publishing.publication as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.care as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.delivery as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.invoice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.network as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.network_arrival as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.payment as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.price as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.quote as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.recurring as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.recurring_raise as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.recurring_turn as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.reminder as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.reminder_line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.setting as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on receivables.terms as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers."row" as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.choice as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.field as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.happening as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.register as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.reminder as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.rule as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.rule_run as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on registers.value as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.booking as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.booking_page as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.invitee as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.meeting_kind as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.person as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.proposal as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.proposed_time as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.travel as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.vote as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on scheduling.weekly_time as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on signatures.house as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on signatures.opened as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on signatures.service as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on signatures.signer as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on signatures.signing as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on supervision.mark as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on supervision.place as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on supervision.review as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.claim as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.contact as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.cost as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.entry as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.identity as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.leg as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.message as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.paper as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.policy as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.stay as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.thing as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.traveller as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.trip as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on travel.visit as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.door_key as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.held_parcel as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.kiosk as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.loan as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.photo as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.roll as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.roll_person as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.settings as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.signature as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.slip as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.tally as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.tick as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.visitor as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on visitors.voucher as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.absence as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.chase as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.chase_line as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.checklist_item as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.comment as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.goal as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.goal_service as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.promise as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.promise_move as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));
create policy tenant on work.task as permissive for all to public using ((organisation_id = kernel.organisation_id())) with check ((organisation_id = kernel.organisation_id()));

-- Functions

CREATE OR REPLACE FUNCTION banking.cash_entry_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  box banking.cash_box;
begin
  update banking.cash_box set balance_minor = balance_minor + new.amount_minor, last_number = last_number + 1
    where organisation_id = new.organisation_id and id = new.box_id returning * into box;
  if box.last_number is distinct from new.number or box.balance_minor is distinct from new.balance_minor then
    raise exception 'entry % of box % is out of step', new.number, new.box_id using errcode = '23514', constraint = 'cash_entry_in_step';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION banking.cash_entry_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an entry of a cash box is corrected by taking it back' using errcode = '23514', constraint = 'cash_entry_stays';
end $function$
;
CREATE OR REPLACE FUNCTION banking.goes_on(organisation uuid, account uuid, closed_on date, closed bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from banking.statement_part q where q.organisation_id = organisation and q.account_id = account
    and q.kind = 'statement' and q.closing_on = closed_on and q.opening_minor = closed and q.closing_minor <> closed)
$function$
;
CREATE OR REPLACE FUNCTION banking.payment_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  p banking.payment;
  paid bigint;
  alive boolean;
begin
  select * into p from banking.payment
    where organisation_id = coalesce(new.organisation_id, old.organisation_id)
      and id = coalesce((to_jsonb(new) ->> 'payment_id')::uuid, (to_jsonb(old) ->> 'payment_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
  if p.id is null then return null; end if;
  select sum(amount_minor - discount_minor), bool_or(live) into paid, alive from banking.payment_item
    where organisation_id = p.organisation_id and payment_id = p.id;
  if paid is distinct from p.amount_minor then
    raise exception 'payment % pays % and is %', p.id, paid, p.amount_minor using errcode = '23514', constraint = 'payment_whole';
  end if;
  if coalesce(alive, false) <> (p.state = 'planned') then
    raise exception 'payment % is % with live items %', p.id, p.state, alive using errcode = '23514', constraint = 'payment_live';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION calendar.calendar_audience(org uuid, target uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select case when c.everyone <> 'none' then null else
    array(select distinct f.audience_id from calendar.reader_fact f where f.organisation_id = org and f.calendar_id = target order by 1) end
  from calendar.calendar c where c.organisation_id = org and c.id = target
$function$
;
CREATE OR REPLACE FUNCTION calendar.event_audience(org uuid, target uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  with lies as (
    select p.calendar_id, p.laying from calendar.placing p where p.organisation_id = org and p.event_id = target
    union select e.home_id, 'home' from calendar.event e where e.organisation_id = org and e.id = target)
  select case when e.privacy <> 'private' and exists (
      select from lies p join calendar.calendar c on c.organisation_id = org and c.id = p.calendar_id
      where p.laying <> 'booking' and c.everyone in ('read', 'write'))
    then null
    else array(
      select distinct a.audience_id from (
        select f.audience_id from lies p
        join calendar.reader_fact f on f.organisation_id = org and f.calendar_id = p.calendar_id
        where case when e.privacy = 'private' then p.laying <> 'booking' and f.degree = 'manage'
            when p.laying = 'booking' then f.degree = 'manage' else f.degree <> 'busy' end
        union all
        select g.principal_id from calendar.guest g where g.organisation_id = org and g.event_id = target and g.principal_id is not null
        union all
        select unnest(array[e.organiser_id, e.sent_by_id])) a
      where a.audience_id is not null order by 1) end
  from calendar.event e where e.organisation_id = org and e.id = target
$function$
;
CREATE OR REPLACE FUNCTION calendar.follow_audience(org uuid, changed uuid)
 RETURNS bigint
 LANGUAGE sql
AS $function$
  with wanted as (
    select l.event_id, calendar.event_audience(org, l.event_id) as audience from (
      select event_id from calendar.placing where organisation_id = org and calendar_id = changed
      union select id from calendar.event where organisation_id = org and home_id = changed) l),
  followed as (
    update kernel.record r set audience = w.audience from wanted w
    where r.organisation_id = org and r.id = w.event_id and r.audience is distinct from w.audience
      and (w.audience is null or cardinality(w.audience) > 0)
    returning 1)
  select count(*) from followed
$function$
;
CREATE OR REPLACE FUNCTION documents.forget(org uuid, ids uuid[], name text, at timestamp with time zone, OUT erased integer, OUT kept integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  stored record;
  digests bytea[];
  line bigint;
begin
  select array_agg(distinct digest) into digests from (
    select d.digest from documents.document d where d.organisation_id = org and d.id = any(ids)
    union select f.digest from documents.document d join kernel.file f on f.organisation_id = org and f.id = d.unlocked_file_id
      where d.organisation_id = org and d.id = any(ids)) gone;
  -- What lay in them and is kept stands by itself from now on.
  update documents.document set parent_id = null, depth = 0
    where organisation_id = org and parent_id = any(ids) and id <> all(ids);
  erased := 0;
  kept := 0;
  for line in select distinct seq from kernel.journal_record where organisation_id = org and record_id = any(ids) loop
    if exists (select from kernel.journal_record r join documents.document d on d.organisation_id = org and d.id = r.record_id
        where r.organisation_id = org and r.seq = line and r.record_id <> all(ids)) then
      kept := kept + 1;
    elsif kernel.journal_redact(line) then
      erased := erased + 1;
    end if;
  end loop;
  delete from documents.document where organisation_id = org and id = any(ids);
  delete from kernel.search_entry where organisation_id = org and record_id = any(ids);
  -- What was said about them said what they said.
  delete from work.comment where organisation_id = org and record_id = any(ids);
  -- Their files, and uploads of the same bytes that were never taken in; what anything else refers to is left.
  for stored in select f.id from kernel.file f where f.organisation_id = org and f.digest = any(digests)
      and not exists (select from documents.document d where d.organisation_id = org and f.id in (d.file_id, d.unlocked_file_id)) loop
    begin
      delete from kernel.file where organisation_id = org and id = stored.id;
    exception when foreign_key_violation then null;
    end;
  end loop;
  update kernel.record set kind = 'destroyed-document', title = name, version = version + 1, changed_at = at
    where organisation_id = org and id = any(ids);
end $function$
;
CREATE OR REPLACE FUNCTION documents.forget_files(org uuid, digests bytea[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  stored uuid;
begin
  for stored in select f.id from kernel.file f where f.organisation_id = org and f.digest = any(digests)
      and not exists (select from documents.document d where d.organisation_id = org and f.id in (d.file_id, d.unlocked_file_id))
      and not exists (select from documents.version v where v.organisation_id = org and v.file_id = f.id) loop
    begin
      delete from kernel.file where organisation_id = org and id = stored;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION documents.hold_covers(h documents.hold, d documents.document)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case when h.record_id is not null then exists (
      select from (select h.record_id as id union select merged_into from kernel.record
          where organisation_id = h.organisation_id and id = h.record_id and merged_into is not null) aim
      where aim.id in (d.id, d.sender_id)
        or exists (select from kernel.link l where l.organisation_id = h.organisation_id and l.from_id = aim.id and l.to_id = d.id)
        or exists (select from kernel.link l where l.organisation_id = h.organisation_id and l.from_id = d.id and l.to_id = aim.id))
    else (h.kind is null or h.kind = d.kind)
      and (h.class_code_id is null or h.class_code_id = d.class_code_id)
      and (h.received_from is null or d.received_at >= (h.received_from::timestamp at time zone o.zone))
      and (h.received_to is null or d.received_at < ((h.received_to + 1)::timestamp at time zone o.zone))
      and (h.words is null or (select bool_and(position(word in lower(public.unaccent(
        concat_ws(' ', d.name, d.sender_name, d.subject, d.number, d.text)))) > 0) from unnest(h.words) word))
    end
  from kernel.organisation o where o.organisation_id = h.organisation_id
$function$
;
CREATE OR REPLACE FUNCTION documents.holds_upon(org uuid, document uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(array_agg(distinct h.id), '{}') from documents.document d
  join documents.document x on x.organisation_id = org and (x.id = d.id or x.parent_id = d.id or x.id = d.parent_id)
  join documents.hold h on h.organisation_id = org and h.lifted_at is null
  where d.organisation_id = org and d.id = document and documents.hold_covers(h, x)
$function$
;
CREATE OR REPLACE FUNCTION documents.registration_fixed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.struck_at is not null or (to_jsonb(new) - array['struck_at', 'struck_by', 'strike_reason'])
      is distinct from (to_jsonb(old) - array['struck_at', 'struck_by', 'strike_reason']) then
    raise exception 'an entry of the register is struck, never changed' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION documents.requested_file_forgotten()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update documents.file_request_file set name = new.title where organisation_id = new.organisation_id and document_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION documents.share_lapses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'record' then
    if new.kind = 'destroyed-document' then
      update documents.share set ended = coalesce(ended, 'destroyed'), note = '', recipient = null
        where organisation_id = new.organisation_id and document_id = new.id;
      update kernel.record set title = new.title where organisation_id = new.organisation_id
        and id in (select id from documents.share where organisation_id = new.organisation_id and document_id = new.id);
    else
      update documents.share set ended = 'class'
        where organisation_id = new.organisation_id and document_id = new.id and ended is null and class_then < new.class;
    end if;
  elsif tg_table_name = 'document' then
    update documents.share set ended = 'discarded' where organisation_id = new.organisation_id and document_id = new.id and ended is null;
  else
    update documents.share s set ended = 'held' where s.organisation_id = new.organisation_id and s.ended is null
      and documents.holds_upon(s.organisation_id, s.document_id) <> '{}';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.audience_common(a uuid[], b uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when a is null then b when b is null then a
     else array(select unnest(a) intersect select unnest(b) order by 1) end $function$
;
CREATE OR REPLACE FUNCTION kernel.class_followed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  made uuid;
begin
  update kernel.search_entry set class = new.class, audience = new.audience
    where organisation_id = new.organisation_id and record_id = new.id;
  perform kernel.inherit(new.organisation_id, new.id);
  for made in
    select record_id from kernel.derivation where organisation_id = new.organisation_id and source_id = new.id order by record_id
  loop
    perform kernel.inherit(new.organisation_id, made);
  end loop;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.derived()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from kernel.record where organisation_id = new.organisation_id and id = new.source_id for share;
  perform kernel.inherit(new.organisation_id, new.record_id);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select lower(public.unaccent('public.unaccent', words)) $function$
;
CREATE OR REPLACE PROCEDURE kernel.guard(IN target regclass, IN privileges text DEFAULT 'select, insert, update, delete'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (organisation_id = kernel.organisation_id()) with check (organisation_id = kernel.organisation_id())', target);
  execute format('grant %s on %s to kontor_app', privileges, target);
end $procedure$
;
CREATE OR REPLACE FUNCTION kernel.inherit(org uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  own record;
  source record;
  level smallint;
  theirs uuid[];
  wanted uuid[];
begin
  select r.class, r.audience, r.own_class, r.own_audience into own from kernel.record r
    where r.organisation_id = org and r.id = target for no key update;
  if not found or own.own_class is null then
    return;
  end if;
  level := own.own_class;
  for source in
    select r.class, r.audience from kernel.derivation d
    join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.source_id
    where d.organisation_id = org and d.record_id = target order by r.id
  loop
    level := greatest(level, source.class);
    theirs := kernel.audience_common(theirs, source.audience);
    if cardinality(theirs) = 0 then
      theirs := array['00000000-0000-7000-8000-000000000000']::uuid[];
    end if;
  end loop;
  wanted := kernel.audience_common(own.own_audience, theirs);
  if cardinality(wanted) = 0 then
    wanted := theirs;
  end if;
  if (level, wanted) is distinct from (own.class, own.audience) then
    update kernel.record set class = level, audience = wanted where organisation_id = org and id = target;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.journal_append(line_at timestamp with time zone, request text, door text, principals uuid[], behalves uuid[], mandates uuid[], commands text[], causes integer[], heads bytea[], salts bytea[], bodies bytea[], record_lists text[], answer_command text, answer_key text, answer jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org uuid := kernel.organisation_id();
  n integer := cardinality(commands);
  first_seq bigint;
  current_seq bigint;
  previous bytea;
  next_hash bytea;
  digest bytea;
begin
  select seq, hash into current_seq, previous from kernel.journal_head where organisation_id = org for update;
  if not found then
    raise exception 'no journal head for organisation %', org;
  end if;
  first_seq := current_seq + 1;
  for i in 1 .. n loop
    current_seq := current_seq + 1;
    digest := sha256(salts[i] || bodies[i]);
    next_hash := sha256(previous || int8send(current_seq) || sha256(heads[i]) || digest);
    insert into kernel.journal values (
      org, current_seq, line_at, principals[i], behalves[i], mandates[i], commands[i],
      case when causes[i] > 0 then current_seq - causes[i] end, request, door, heads[i], digest, previous, next_hash);
    insert into kernel.journal_body values (org, current_seq, salts[i], bodies[i]);
    if record_lists[i] <> '' then
      insert into kernel.journal_record (organisation_id, record_id, seq, version)
        select org, left(r, 36)::uuid, current_seq, nullif(substr(r, 38), '')::integer from string_to_table(record_lists[i], ',') r;
    end if;
    previous := next_hash;
  end loop;
  update kernel.journal_head set seq = current_seq, hash = previous where organisation_id = org;
  if answer_key is not null then
    update kernel.idempotency set outcome = jsonb_set(answer, '{journal}', case when answer ->> 'status' = 'done' then to_jsonb(first_seq) else 'null' end)
      where organisation_id = org and principal_id = principals[1] and command = answer_command and key = answer_key;
  end if;
  return first_seq;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.journal_redact(line bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from kernel.journal_body where organisation_id = kernel.organisation_id() and seq = line;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.made_from(origin uuid)
 RETURNS TABLE(id uuid, class smallint, audience uuid[])
 LANGUAGE sql
 STABLE
AS $function$
  with recursive made as (
    select record_id from kernel.derivation where organisation_id = kernel.organisation_id() and source_id = origin
    union
    select d.record_id from made join kernel.derivation d on d.organisation_id = kernel.organisation_id() and d.source_id = made.record_id)
  select r.id, r.class, r.audience from made
  join kernel.record r on r.organisation_id = kernel.organisation_id() and r.id = made.record_id
$function$
;
CREATE OR REPLACE FUNCTION kernel.organisation_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('kontor.organisation_id', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION kernel.organisation_open(org_name text, org_country text, org_currency text, org_zone text, org_language text, opened_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into kernel.organisation (organisation_id, name, country, currency, zone, language, created_at)
    values (kernel.organisation_id(), org_name, org_country, org_currency, org_zone, org_language, opened_at);
  insert into kernel.journal_head values (kernel.organisation_id(), 0, sha256(uuid_send(kernel.organisation_id())));
end $function$
;
CREATE OR REPLACE FUNCTION kernel.search(typed text, clearance smallint, audiences uuid[], kinds text[], today date, most integer, before timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(record_id uuid, kind text, title text, at timestamp with time zone, in_title boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET enable_seqscan TO 'off'
AS $function$
declare
  org uuid := kernel.organisation_id();
  q tsquery := kernel.search_query(typed);
  first_month date := (date_trunc('month', least(today::timestamp, before at time zone 'UTC')) + interval '1 month')::date;
  months integer := 2;
  stretch tsquery := kernel.search_months(first_month, months);
  covered integer := 0;
  wanted integer;
  found_now integer;
  found_all integer := 0;
begin
  if numnode(q) = 0 or org is null then
    return;
  end if;
  loop
    return query
      select e.record_id, e.kind, e.title, e.at, e.title_words @@ q
      from kernel.search_entry e
      where e.organisation_id = org and e.words @@ (q && stretch)
        and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
        and (kinds is null or e.kind = any (kinds))
        and (before is null or e.at < before)
        -- what the earlier stretches held; what lies further ahead than next month comes with the rest
        and not (e.at < (first_month + interval '1 month') at time zone 'UTC'
          and e.at >= (first_month + interval '1 month' - make_interval(months => covered)) at time zone 'UTC')
      order by e.at desc limit most - found_all;
    get diagnostics found_now = row_count;
    found_all := found_all + found_now;
    exit when found_all >= most or numnode(stretch) = 0;
    -- half as many again as the hits of the first stretch promise
    wanted := 1 + months * (most - found_all) * 3 / (2 * greatest(found_all, 1));
    stretch := case when covered = 0 and wanted <= 3
      then kernel.search_months((first_month - make_interval(months => months))::date, wanted) else ''::tsquery end;
    covered := covered + months;
    months := wanted;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.search_configuration(language text, folded boolean)
 RETURNS regconfig
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select ((case when folded then 'kernel.' else 'pg_catalog.' end) || case language
    when 'en' then 'english' when 'sv' then 'swedish' when 'nb' then 'norwegian'
    when 'nl' then 'dutch' when 'ro' then 'romanian' when 'pt' then 'portuguese' else 'simple' end)::regconfig
$function$
;
CREATE OR REPLACE FUNCTION kernel.search_month(moment timestamp with time zone)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select format('''@%s''', to_char(moment at time zone 'UTC', 'YYYYMM'))::tsvector
$function$
;
CREATE OR REPLACE FUNCTION kernel.search_months(from_day date, n integer)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select string_agg(format('''@%s''', to_char(from_day - make_interval(months => i), 'YYYYMM')), '|')::tsquery from generate_series(0, n - 1) i
$function$
;
CREATE OR REPLACE FUNCTION kernel.search_part_words(language text, parts text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when parts = '' then ''::tsvector else strip(kernel.search_vector(language, parts)) end
$function$
;
CREATE OR REPLACE FUNCTION kernel.search_parts(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(string_agg(regexp_replace(m[1], '[@./\\_:?=&#%+-]+', ' ', 'g'), ' '), '')
  from regexp_matches(words, '([[:alnum:]]\S*[@./\\_]\S*[[:alnum:]])', 'g') m
$function$
;
CREATE OR REPLACE FUNCTION kernel.search_query(typed text)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  piece text[];
  one tsquery;
  whole tsquery;
  language text;
  stem tsquery;
begin
  for piece in select regexp_matches(left(typed, 400), '(-?)(?:"([^"]+)"|([^\s"]+))', 'g') limit 12 loop
    if piece[2] is not null then
      one := phraseto_tsquery('kernel.simple'::regconfig, piece[2]);
    else
      one := plainto_tsquery('kernel.simple'::regconfig, piece[3]);
      continue when numnode(one) = 0;
      -- the last lexeme may be only begun
      one := regexp_replace(one::text, '''([^'']*)''$', '''\1'':*')::tsquery;
      if numnode(one) = 1 then
        foreach language in array array['en', 'sv', 'nb', 'nl', 'ro', 'pt'] loop
          foreach stem in array array[
            plainto_tsquery(kernel.search_configuration(language, true), piece[3]),
            public.unaccent('public.unaccent', plainto_tsquery(kernel.search_configuration(language, false), piece[3])::text)::tsquery] loop
            one := case when one @> stem then one else one || stem end;
          end loop;
        end loop;
      end if;
      one := one || plainto_tsquery('kernel.simple'::regconfig, kernel.search_parts(piece[3]));
    end if;
    continue when numnode(one) = 0;
    if piece[1] = '-' then
      one := !! one;
    end if;
    whole := case when whole is null then one else whole && one end;
  end loop;
  return coalesce(whole, ''::tsquery);
end $function$
;
CREATE OR REPLACE FUNCTION kernel.search_similar(typed text, clearance smallint, audiences uuid[], kinds text[], most integer)
 RETURNS TABLE(record_id uuid, kind text, title text, at timestamp with time zone, likeness real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.record_id, e.kind, e.title, e.at, public.word_similarity(kernel.fold(typed), e.title_folded) as likeness
  from kernel.search_entry e
  where e.organisation_id = kernel.organisation_id() and kernel.fold(typed) operator(public.<%) e.title_folded
    and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
    and (kinds is null or e.kind = any (kinds))
  order by likeness desc, e.at desc limit most
$function$
;
CREATE OR REPLACE FUNCTION kernel.search_vector(language text, words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select to_tsvector('kernel.simple'::regconfig, words) || to_tsvector('kernel.simple'::regconfig, kernel.search_parts(words)) ||
    case when language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')
      then to_tsvector(kernel.search_configuration(language, true), words)
        || public.unaccent('public.unaccent', strip(to_tsvector(kernel.search_configuration(language, false), words))::text)::tsvector
      else ''::tsvector end
$function$
;
CREATE OR REPLACE FUNCTION ledger.entry_balanced()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET enable_seqscan TO 'off'
AS $function$
declare
  lines bigint;
  total numeric;
begin
  select count(*), coalesce(sum(amount_minor), 0) into lines, total from ledger.posting
    where organisation_id = new.organisation_id and entry_id = new.id;
  if lines <> new.line_count or total <> 0 then
    raise exception 'entry % is not balanced', new.id using errcode = 'check_violation', constraint = 'entry_balanced';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.entry_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET enable_seqscan TO 'off'
AS $function$
declare
  p ledger.period;
begin
  select * into p from ledger.period where organisation_id = new.organisation_id and starts_on = new.period_on for share;
  if p.year_id is distinct from new.year_id or new.posted_on not between p.starts_on and p.ends_on then
    raise exception 'entry % is not of period %', new.id, new.period_on using errcode = 'check_violation', constraint = 'entry_of_period';
  end if;
  if p.state = 'closed' or (p.state = 'locked' and new.book <> 'closing') then
    raise exception 'period % is %', new.period_on, p.state using errcode = 'check_violation', constraint = 'entry_period_open';
  end if;
  if not new.imported and new.number > 1 then
    perform from ledger.entry where organisation_id = new.organisation_id and year_id = new.year_id and series = new.series and number = new.number - 1;
    if not found then
      raise exception 'series % has no number %', new.series, new.number - 1 using errcode = 'check_violation', constraint = 'entry_without_gap';
    end if;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.postings_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET enable_seqscan TO 'off'
AS $function$
declare
  wrong uuid;
begin
  select n.entry_id into wrong from new_postings n
    join ledger.entry e on e.organisation_id = n.organisation_id and e.id = n.entry_id
    group by n.organisation_id, n.entry_id, e.line_count
    having sum(n.amount_minor) <> 0 or count(*) <> e.line_count or bool_or(n.posted_on <> e.posted_on) limit 1;
  if wrong is not null then
    raise exception 'entry % is not balanced', wrong using errcode = 'check_violation', constraint = 'entry_balanced';
  end if;
  insert into ledger.balance as b (organisation_id, account, period_on, debit_minor, credit_minor, closing_minor)
    select n.organisation_id, n.account, e.period_on, sum(greatest(n.amount_minor, 0)), sum(greatest(-n.amount_minor, 0)),
      coalesce(sum(n.amount_minor) filter (where e.book = 'closing'), 0)
    from new_postings n join ledger.entry e on e.organisation_id = n.organisation_id and e.id = n.entry_id
    group by n.organisation_id, n.account, e.period_on order by n.account, e.period_on
    on conflict (organisation_id, account, period_on) do update set debit_minor = b.debit_minor + excluded.debit_minor,
      credit_minor = b.credit_minor + excluded.credit_minor, closing_minor = b.closing_minor + excluded.closing_minor;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.settlement_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'INSERT' then
    update ledger.item set settled_minor = settled_minor + new.amount_minor,
      settled_worth_minor = settled_worth_minor + coalesce(new.worth_minor, 0)
      where organisation_id = new.organisation_id and id = new.item_id;
  elsif old.item_id <> new.item_id or old.amount_minor <> new.amount_minor or old.worth_minor is distinct from new.worth_minor
      or old.withdrawn_at is not null then
    raise exception 'a settlement is withdrawn, not changed' using errcode = 'check_violation', constraint = 'settlement_unchanging';
  elsif new.withdrawn_at is not null then
    update ledger.item set settled_minor = settled_minor - new.amount_minor,
      settled_worth_minor = settled_worth_minor - coalesce(new.worth_minor, 0)
      where organisation_id = new.organisation_id and id = new.item_id;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.stays_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.state = 'closed' then
    if tg_table_name = 'fiscal_year' then
      if new.state = 'open' and (new.starts_on, new.ends_on) = (old.starts_on, old.ends_on) and not exists (
          select from ledger.fiscal_year y where y.organisation_id = old.organisation_id and y.starts_on > old.ends_on and y.state = 'closed') then
        return new;
      end if;
    elsif new.state = 'locked' and (new.starts_on, new.ends_on, new.year_id) = (old.starts_on, old.ends_on, old.year_id) and exists (
        select from ledger.fiscal_year y where y.organisation_id = old.organisation_id and y.id = old.year_id and y.state = 'open') then
      return new;
    end if;
    raise exception '% is closed', tg_table_name using errcode = 'check_violation', constraint = 'closed_stays';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.unchanging()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'check_violation', constraint = 'books_unchanging';
end $function$
;
CREATE OR REPLACE FUNCTION ledger.years_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into ledger.year_balance as b (organisation_id, account, starts_on, debit_minor, credit_minor)
    select n.organisation_id, n.account, y.starts_on, sum(greatest(n.amount_minor, 0)), sum(greatest(-n.amount_minor, 0))
    from new_postings n
    join ledger.fiscal_year y on y.organisation_id = n.organisation_id and n.posted_on between y.starts_on and y.ends_on
    group by n.organisation_id, n.account, y.starts_on order by n.account, y.starts_on
    on conflict (organisation_id, account, starts_on) do update set debit_minor = b.debit_minor + excluded.debit_minor,
      credit_minor = b.credit_minor + excluded.credit_minor;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION matters.follow(org uuid, target uuid, matter uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from kernel.derivation where organisation_id = org and record_id = target and source_id = matter;
  if found then
    return false;
  end if;
  update kernel.record set own_class = class, own_audience = audience
    where organisation_id = org and id = target and own_class is null;
  insert into kernel.derivation (organisation_id, record_id, source_id) values (org, target, matter);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION matters.unfollow(org uuid, target uuid, matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from kernel.derivation where organisation_id = org and record_id = target and source_id = matter;
  perform from kernel.derivation where organisation_id = org and record_id = target;
  if found then
    perform kernel.inherit(org, target);
  else
    update kernel.record set class = own_class, audience = own_audience, own_class = null, own_audience = null
      where organisation_id = org and id = target and own_class is not null;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.locked_when_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  row record := coalesce(new, old);
begin
  if exists (
    select from meetings.meeting m where m.organisation_id = row.organisation_id and m.id = row.meeting_id and m.state = 'approved'
  )
  then
    raise exception 'the minutes are approved' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return row;
end $function$
;
CREATE OR REPLACE FUNCTION outings.count_seats()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  change integer := 0;
begin
  if tg_op <> 'INSERT' and old.answer = 'coming' then change := change - 1 - old.guests; end if;
  if tg_op <> 'DELETE' and new.answer = 'coming' then change := change + 1 + new.guests; end if;
  if change <> 0 then
    update outings.outing o set seats_taken = o.seats_taken + change
    where o.organisation_id = coalesce(new.organisation_id, old.organisation_id) and o.id = coalesce(new.outing_id, old.outing_id);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION platform.account_by_email(wanted text)
 RETURNS TABLE(account_id uuid, email text, name text, language text, disabled boolean, password_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.account_id, a.email::text, a.name, a.language, a.disabled_at is not null, c.secret
  from platform.account a left join platform.credential c on c.account_id = a.account_id and c.type = 'password'
  where a.email = wanted::citext $function$
;
CREATE OR REPLACE FUNCTION platform.account_create(id uuid, new_email text, new_name text, new_language text, password_hash text, moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into platform.account values (id, new_email::citext, new_name, new_language, moment, null) on conflict (email) do nothing;
  if not found then
    return null;
  end if;
  if password_hash is not null then
    insert into platform.credential values (id, 'password', '', password_hash, moment, null);
  end if;
  return id;
end $function$
;
CREATE OR REPLACE FUNCTION platform.account_language(id uuid, new_language text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update platform.account set language = new_language where account_id = id $function$
;
CREATE OR REPLACE FUNCTION platform.account_of_principal(principal uuid)
 RETURNS TABLE(account_id uuid, email text, organisations bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.account_id, a.email::text, (select count(*) from platform.membership o where o.account_id = a.account_id)
  from platform.membership m join platform.account a using (account_id)
  where m.organisation_id = kernel.organisation_id() and m.principal_id = principal $function$
;
CREATE OR REPLACE FUNCTION platform.accounts()
 RETURNS TABLE(account_id uuid, email text, name text, disabled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select account_id, email::text, name, disabled_at is not null from platform.account order by email $function$
;
CREATE OR REPLACE FUNCTION platform.api_token_create(id uuid, digest bytea, principal uuid, mandate uuid, token_name text, creator uuid, moment timestamp with time zone, ends timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into platform.api_token
    values (id, digest, kernel.organisation_id(), principal, mandate, token_name, moment, creator, ends, null, null) $function$
;
CREATE OR REPLACE FUNCTION platform.api_token_find(digest bytea, moment timestamp with time zone)
 RETURNS TABLE(token_id uuid, organisation_id uuid, principal_id uuid, mandate_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.api_token t set used_at = moment
    where t.token_digest = digest and t.revoked_at is null and (t.expires_at is null or t.expires_at > moment)
      and (t.used_at is null or t.used_at < moment - interval '1 minute');
  return query
    select t.token_id, t.organisation_id, t.principal_id, t.mandate_id from platform.api_token t
    where t.token_digest = digest and t.revoked_at is null and (t.expires_at is null or t.expires_at > moment);
end $function$
;
CREATE OR REPLACE FUNCTION platform.api_token_revoke(id uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.api_token set revoked_at = moment
    where token_id = id and organisation_id = kernel.organisation_id() and revoked_at is null;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION platform.api_tokens()
 RETURNS TABLE(token_id uuid, principal_id uuid, mandate_id uuid, name text, created_at timestamp with time zone, created_by uuid, expires_at timestamp with time zone, used_at timestamp with time zone, revoked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select token_id, principal_id, mandate_id, name, created_at, created_by, expires_at, used_at, revoked_at
  from platform.api_token where organisation_id = kernel.organisation_id() order by created_at desc, token_id desc $function$
;
CREATE OR REPLACE FUNCTION platform.app_password_find(digest bytea, moment timestamp with time zone)
 RETURNS TABLE(password_id uuid, organisation_id uuid, principal_id uuid, name text, email text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.app_password p set used_at = moment
    where p.password_digest = digest and p.revoked_at is null and (p.used_at is null or p.used_at < moment - interval '1 minute');
  return query
    select p.password_id, p.organisation_id, p.principal_id, p.name, a.email::text
    from platform.app_password p
    join platform.membership m on m.organisation_id = p.organisation_id and m.principal_id = p.principal_id and m.disabled_at is null
    join platform.account a on a.account_id = m.account_id and a.disabled_at is null
    where p.password_digest = digest and p.revoked_at is null;
end $function$
;
CREATE OR REPLACE FUNCTION platform.app_password_holds(digest bytea, principal uuid, address text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (
    select 1 from platform.app_password p
    join platform.membership m on m.organisation_id = p.organisation_id and m.principal_id = p.principal_id and m.disabled_at is null
    join platform.account a on a.account_id = m.account_id and a.disabled_at is null
    where p.password_digest = digest and p.revoked_at is null and p.organisation_id = kernel.organisation_id() and p.principal_id = principal
      and lower(a.email::text) = address)
$function$
;
CREATE OR REPLACE FUNCTION platform.app_password_keep(id uuid, digest bytea, principal uuid, password_name text, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into platform.app_password
    values (id, digest, kernel.organisation_id(), principal, password_name, moment, null, null) on conflict do nothing;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION platform.app_password_revoke(id uuid, principal uuid, moment timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare ended text;
begin
  update platform.app_password p set revoked_at = moment
    where p.password_id = id and p.organisation_id = kernel.organisation_id() and p.principal_id = principal and p.revoked_at is null
    returning p.name into ended;
  return ended;
end $function$
;
CREATE OR REPLACE FUNCTION platform.app_passwords(principal uuid)
 RETURNS TABLE(password_id uuid, name text, made_at timestamp with time zone, used_at timestamp with time zone, revoked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.password_id, p.name, p.made_at, p.used_at, p.revoked_at from platform.app_password p
  where p.organisation_id = kernel.organisation_id() and p.principal_id = principal order by p.made_at desc, p.password_id desc $function$
;
CREATE OR REPLACE FUNCTION platform.in_use()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select exists (select from platform.membership) $function$
;
CREATE OR REPLACE FUNCTION platform.member_language(principal uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.language from platform.membership m join platform.account a using (account_id)
  where m.organisation_id = kernel.organisation_id() and m.principal_id = principal $function$
;
CREATE OR REPLACE FUNCTION platform.members()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select principal_id from platform.membership where organisation_id = kernel.organisation_id() $function$
;
CREATE OR REPLACE FUNCTION platform.membership_disable(principal uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.membership set disabled_at = moment
    where organisation_id = kernel.organisation_id() and principal_id = principal;
  if moment is not null then
    delete from platform.session s using platform.membership m
      where m.organisation_id = kernel.organisation_id() and m.principal_id = principal
        and s.account_id = m.account_id and s.organisation_id = m.organisation_id;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION platform.membership_join(id uuid, org uuid, principal uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into platform.membership values (id, org, principal, moment, null) on conflict do nothing;
  return exists (select from platform.membership
    where account_id = id and organisation_id = org and principal_id = principal and disabled_at is null);
end $function$
;
CREATE OR REPLACE FUNCTION platform.memberships(id uuid)
 RETURNS TABLE(organisation_id uuid, name text, principal_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select m.organisation_id, o.name, m.principal_id
  from platform.membership m join platform.organisation o using (organisation_id)
  where m.account_id = id and m.disabled_at is null order by o.name, m.organisation_id $function$
;
CREATE OR REPLACE FUNCTION platform.one_time_create(id uuid, digest bytea, token_purpose text, account uuid, org uuid, principal uuid, for_email text, moment timestamp with time zone, ends timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.one_time_token set used_at = moment
    where purpose = token_purpose and used_at is null
      and account_id is not distinct from account and organisation_id is not distinct from org and principal_id is not distinct from principal;
  insert into platform.one_time_token values (id, digest, token_purpose, account, org, principal, for_email::citext, moment, ends, null);
end $function$
;
CREATE OR REPLACE FUNCTION platform.one_time_find(digest bytea, moment timestamp with time zone)
 RETURNS TABLE(token_id uuid, purpose text, account_id uuid, organisation_id uuid, principal_id uuid, email text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select token_id, purpose, account_id, organisation_id, principal_id, email::text, expires_at from platform.one_time_token
  where token_digest = digest and used_at is null and expires_at > moment $function$
;
CREATE OR REPLACE FUNCTION platform.one_time_open(id uuid, moment timestamp with time zone)
 RETURNS TABLE(purpose text, principal_id uuid, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select purpose, principal_id, expires_at from platform.one_time_token
  where token_id = id and organisation_id = kernel.organisation_id() and used_at is null and expires_at > moment $function$
;
CREATE OR REPLACE FUNCTION platform.one_time_use(digest bytea, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.one_time_token set used_at = moment where token_digest = digest and used_at is null and expires_at > moment;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION platform.one_time_withdraw(principal uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update platform.one_time_token set used_at = moment
  where organisation_id = kernel.organisation_id() and principal_id = principal and used_at is null $function$
;
CREATE OR REPLACE FUNCTION platform.organisation_open(org uuid, org_name text, org_country text, org_currency text, org_zone text, org_language text, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into platform.organisation values (org, org_name, moment) on conflict do nothing;
  if not found then
    return false;
  end if;
  perform set_config('kontor.organisation_id', org::text, true);
  perform kernel.organisation_open(org_name, org_country, org_currency, org_zone, org_language, moment);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION platform.organisation_rename(new_name text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update platform.organisation set name = new_name where organisation_id = kernel.organisation_id() $function$
;
CREATE OR REPLACE FUNCTION platform.organisations()
 RETURNS TABLE(organisation_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select organisation_id, name from platform.organisation order by opened_at, organisation_id $function$
;
CREATE OR REPLACE FUNCTION platform.password_set(id uuid, password_hash text, close_sessions boolean, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into platform.credential values (id, 'password', '', password_hash, moment, null)
    on conflict (account_id, type, key) do update set secret = excluded.secret, created_at = excluded.created_at;
  if close_sessions then
    delete from platform.session where account_id = id;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION platform.public_address_find(wanted text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select organisation_id from platform.public_address where address = wanted $function$
;
CREATE OR REPLACE FUNCTION platform.public_address_keep(wanted text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if wanted is not null and exists (select from platform.public_address
      where address = wanted and organisation_id <> kernel.organisation_id()) then
    return false;
  end if;
  delete from platform.public_address where organisation_id = kernel.organisation_id();
  if wanted is not null then
    insert into platform.public_address values (wanted, kernel.organisation_id());
  end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION platform.sealed_find(id uuid, org uuid)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select sealed from platform.sealed_secret where secret_id = id and organisation_id = org $function$
;
CREATE OR REPLACE FUNCTION platform.sealed_for(id uuid, org uuid, purpose_digest bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select exists (select 1 from platform.sealed_secret
     where secret_id = id and organisation_id = org and purpose = purpose_digest) $function$
;
CREATE OR REPLACE FUNCTION platform.sealed_forget(id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ delete from platform.sealed_secret where secret_id = id and organisation_id = kernel.organisation_id() $function$
;
CREATE OR REPLACE FUNCTION platform.sealed_keep(id uuid, org uuid, sealed_value bytea, purpose_digest bytea, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ insert into platform.sealed_secret (secret_id, organisation_id, sealed, purpose, kept_at)
   values (id, org, sealed_value, purpose_digest, moment) $function$
;
CREATE OR REPLACE FUNCTION platform.secret_keep(secret_name text, proposal bytea)
 RETURNS bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare kept bytea;
begin
  select value into kept from platform.secret where name = secret_name;
  if kept is null then
    insert into platform.secret values (secret_name, proposal) on conflict do nothing;
    select value into kept from platform.secret where name = secret_name;
  end if;
  return kept;
end $function$
;
CREATE OR REPLACE FUNCTION platform.secret_read(secret_name text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select value from platform.secret where name = secret_name $function$
;
CREATE OR REPLACE FUNCTION platform.session_close(digest bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ delete from platform.session where token_digest = digest $function$
;
CREATE OR REPLACE FUNCTION platform.session_close_all(id uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ with closed as (delete from platform.session where account_id = id returning 1) select count(*) from closed $function$
;
CREATE OR REPLACE FUNCTION platform.session_find(digest bytea, moment timestamp with time zone, idle interval, longest interval)
 RETURNS TABLE(account_id uuid, email text, name text, language text, organisation_id uuid, principal_id uuid, mandate_id uuid, created_at timestamp with time zone, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.session s
    set seen_at = moment, expires_at = least(moment + idle, s.created_at + longest)
    where s.token_digest = digest and s.expires_at > moment and s.seen_at < moment - interval '5 minutes';
  return query
    select a.account_id, a.email::text, a.name, a.language, m.organisation_id, m.principal_id, s.mandate_id, s.created_at, s.expires_at
    from platform.session s
    join platform.account a on a.account_id = s.account_id and a.disabled_at is null
    left join platform.membership m on m.account_id = s.account_id and m.organisation_id = s.organisation_id and m.disabled_at is null
    where s.token_digest = digest and s.expires_at > moment;
end $function$
;
CREATE OR REPLACE FUNCTION platform.session_open(digest bytea, id uuid, org uuid, client_address text, client_agent text, moment timestamp with time zone, ends timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into platform.session
    values (digest, id,
      (select m.organisation_id from platform.membership m join platform.organisation o using (organisation_id)
        where m.account_id = id and m.disabled_at is null
        order by m.organisation_id is not distinct from org desc, m.joined_at, m.organisation_id limit 1),
      null, moment, moment, ends, client_address, client_agent);
  update platform.credential set used_at = moment where account_id = id and type = 'password';
  delete from platform.session where expires_at < moment;
end $function$
;
CREATE OR REPLACE FUNCTION platform.session_stand(digest bytea, org uuid, mandate uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update platform.session s set organisation_id = org, mandate_id = mandate
    where s.token_digest = digest and exists (select from platform.membership m
      where m.account_id = s.account_id and m.organisation_id = org and m.disabled_at is null);
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION platform.sign_in_reserve(keys bytea[], thresholds integer[], moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  wait integer;
begin
  perform from platform.sign_in_counter where key = any (keys) order by key for update;
  select coalesce(max(ceil(extract(epoch from blocked_until - moment))), 0)::integer into wait
    from platform.sign_in_counter where key = any (keys) and blocked_until > moment;
  if wait > 0 then
    return wait;
  end if;
  insert into platform.sign_in_counter as c
    select k.key, 1, moment, moment
    from unnest(keys, thresholds) as k (key, threshold) order by k.key
  on conflict (key) do update set
    failures = case when c.counted_at < moment - interval '1 day' then 1 else c.failures + 1 end,
    blocked_until = case
      when c.counted_at < moment - interval '1 day' then moment
      when c.failures + 1 < thresholds[array_position(keys, c.key)] then moment
      else moment + make_interval(secs => least(900, power(2, least(20, c.failures + 1 - thresholds[array_position(keys, c.key)])))) end,
    counted_at = moment;
  return 0;
end $function$
;
CREATE OR REPLACE FUNCTION platform.sign_in_succeeded(keys bytea[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from platform.sign_in_counter where key = keys[1];
  update platform.sign_in_counter set failures = greatest(0, failures - 1), blocked_until = counted_at
    where key = any (keys[2:]);
end $function$
;
CREATE OR REPLACE FUNCTION receivables.invoice_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.serial is null then
      return old;
    end if;
    raise exception 'an issued invoice stays' using errcode = 'check_violation', constraint = 'invoice_unchanging';
  end if;
  if old.serial is not null and (
    (new.type, new.customer_id, new.year, new.serial, new.content, new.issued_on, new.due_on, new.currency, new.net_minor,
      new.vat_minor, new.total_minor, new.paper, new.issued_at, new.credits_id, new.quote_id)
    is distinct from
    (old.type, old.customer_id, old.year, old.serial, old.content, old.issued_on, old.due_on, old.currency, old.net_minor,
      old.vat_minor, old.total_minor, old.paper, old.issued_at, old.credits_id, old.quote_id)
    or (old.file_id is not null and new.file_id is distinct from old.file_id)
  ) then
    raise exception 'invoice % was issued' , old.id using errcode = 'check_violation', constraint = 'invoice_unchanging';
  end if;
  if new.serial is not null and old.serial is null and new.serial > 1 and not exists (
    select from receivables.invoice i
    where i.organisation_id = new.organisation_id and i.year = new.year and i.serial = new.serial - 1
  ) then
    raise exception 'no invoice %-%', new.year, new.serial - 1 using errcode = 'check_violation', constraint = 'invoice_without_gap';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION registers.row_is_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org uuid;
  the_row uuid;
begin
  if tg_table_name = 'row' then
    org := new.organisation_id;
    the_row := new.id;
  else
    org := old.organisation_id;
    the_row := old.row_id;
  end if;
  if exists (
    select from registers.row r join registers.field f on f.organisation_id = r.organisation_id and f.register_id = r.register_id
    where r.organisation_id = org and r.id = the_row and r.discarded_at is null and f.required and f.dropped_at is null
      and not exists (select from registers.value v where v.organisation_id = org and v.row_id = r.id and v.field_id = f.id)
  ) then
    raise exception 'row % lacks what its register requires', the_row using errcode = '23514', constraint = 'row_is_whole';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION registers.rows_are_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (
    select from registers.row r
    where r.organisation_id = new.organisation_id and r.register_id = new.register_id and r.discarded_at is null
      and not exists (select from registers.value v where v.organisation_id = r.organisation_id and v.row_id = r.id and v.field_id = new.id)
  ) and exists (
    select from registers.field f where f.organisation_id = new.organisation_id and f.register_id = new.register_id and f.id = new.id
      and f.required and f.dropped_at is null
  ) then
    raise exception 'rows lack the field % that is to be required', new.id using errcode = '23514', constraint = 'row_is_whole';
  end if;
  return null;
end $function$
;

-- Triggers

CREATE TRIGGER cash_entry_counts AFTER INSERT ON banking.cash_entry FOR EACH ROW EXECUTE FUNCTION banking.cash_entry_counts();
CREATE TRIGGER cash_entry_stays BEFORE UPDATE ON banking.cash_entry FOR EACH ROW EXECUTE FUNCTION banking.cash_entry_stays();
CREATE CONSTRAINT TRIGGER payment_whole AFTER INSERT OR UPDATE ON banking.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION banking.payment_whole();
CREATE CONSTRAINT TRIGGER payment_item_whole AFTER INSERT OR DELETE OR UPDATE ON banking.payment_item DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION banking.payment_whole();
CREATE TRIGGER share_lapses_by_discarding AFTER UPDATE OF state ON documents.document FOR EACH ROW WHEN (((new.state = 'discarded'::text) AND (old.state <> 'discarded'::text))) EXECUTE FUNCTION documents.share_lapses();
CREATE TRIGGER share_lapses_by_hold AFTER INSERT ON documents.hold FOR EACH ROW EXECUTE FUNCTION documents.share_lapses();
CREATE TRIGGER registration_fixed BEFORE UPDATE ON documents.registration FOR EACH ROW EXECUTE FUNCTION documents.registration_fixed();
CREATE TRIGGER derivation_inherits AFTER INSERT ON kernel.derivation FOR EACH ROW EXECUTE FUNCTION kernel.derived();
CREATE TRIGGER class_follows AFTER UPDATE ON kernel.record FOR EACH ROW WHEN (((((old.class IS DISTINCT FROM new.class) OR (old.audience IS DISTINCT FROM new.audience)) OR (old.own_class IS DISTINCT FROM new.own_class)) OR (old.own_audience IS DISTINCT FROM new.own_audience))) EXECUTE FUNCTION kernel.class_followed();
CREATE TRIGGER requested_file_forgotten AFTER UPDATE OF kind ON kernel.record FOR EACH ROW WHEN (((new.kind = 'destroyed-document'::text) AND (old.kind = 'document'::text))) EXECUTE FUNCTION documents.requested_file_forgotten();
CREATE TRIGGER share_lapses_by_class AFTER UPDATE OF class ON kernel.record FOR EACH ROW WHEN (((new.kind = 'document'::text) AND (new.class > old.class))) EXECUTE FUNCTION documents.share_lapses();
CREATE TRIGGER share_lapses_by_destruction AFTER UPDATE OF kind ON kernel.record FOR EACH ROW WHEN (((new.kind = 'destroyed-document'::text) AND (old.kind = 'document'::text))) EXECUTE FUNCTION documents.share_lapses();
CREATE CONSTRAINT TRIGGER entry_balanced AFTER INSERT ON ledger.entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.entry_balanced();
CREATE TRIGGER entry_stands BEFORE INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.entry_stands();
CREATE TRIGGER unchanging BEFORE DELETE OR UPDATE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.unchanging();
CREATE TRIGGER stays_closed BEFORE UPDATE ON ledger.fiscal_year FOR EACH ROW EXECUTE FUNCTION ledger.stays_closed();
CREATE TRIGGER stays_closed BEFORE UPDATE ON ledger.period FOR EACH ROW EXECUTE FUNCTION ledger.stays_closed();
CREATE TRIGGER postings_kept AFTER INSERT ON ledger.posting REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT EXECUTE FUNCTION ledger.postings_kept();
CREATE TRIGGER unchanging BEFORE DELETE OR UPDATE ON ledger.posting FOR EACH ROW EXECUTE FUNCTION ledger.unchanging();
CREATE TRIGGER years_kept AFTER INSERT ON ledger.posting REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT EXECUTE FUNCTION ledger.years_kept();
CREATE TRIGGER settlement_counts AFTER INSERT OR UPDATE ON ledger.settlement FOR EACH ROW EXECUTE FUNCTION ledger.settlement_counts();
CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.attendee FOR EACH ROW EXECUTE FUNCTION meetings.locked_when_approved();
CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.item FOR EACH ROW EXECUTE FUNCTION meetings.locked_when_approved();
CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.line FOR EACH ROW EXECUTE FUNCTION meetings.locked_when_approved();
CREATE TRIGGER seats AFTER INSERT OR DELETE OR UPDATE ON outings.registration FOR EACH ROW EXECUTE FUNCTION outings.count_seats();
CREATE TRIGGER invoice_stands BEFORE DELETE OR UPDATE ON receivables.invoice FOR EACH ROW EXECUTE FUNCTION receivables.invoice_stands();
CREATE CONSTRAINT TRIGGER row_is_whole AFTER INSERT OR UPDATE OF discarded_at ON registers."row" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registers.row_is_whole();
CREATE CONSTRAINT TRIGGER rows_are_whole AFTER INSERT OR UPDATE OF required, dropped_at ON registers.field DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.required) EXECUTE FUNCTION registers.rows_are_whole();
CREATE CONSTRAINT TRIGGER row_stays_whole AFTER DELETE ON registers.value DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registers.row_is_whole();

-- What the application may do

grant delete, insert, select on documents.share_password to kontor_app;
grant delete, insert, select on kernel.derivation to kontor_app;
grant delete, insert, select on kernel.file to kontor_app;
grant delete, insert, select on registers.rule_run to kontor_app;
grant delete, insert, select on work.comment to kontor_app;
grant delete, insert, select, update on announcements.announcement to kontor_app;
grant delete, insert, select, update on announcements.answer to kontor_app;
grant delete, insert, select, update on announcements.question to kontor_app;
grant delete, insert, select, update on announcements.reader to kontor_app;
grant delete, insert, select, update on announcements.wording to kontor_app;
grant delete, insert, select, update on authority.approval to kontor_app;
grant delete, insert, select, update on authority.assignment to kontor_app;
grant delete, insert, select, update on authority.mandate to kontor_app;
grant delete, insert, select, update on authority.principal to kontor_app;
grant delete, insert, select, update on authority.principal_limit to kontor_app;
grant delete, insert, select, update on authority.role to kontor_app;
grant delete, insert, select, update on authority.role_offer to kontor_app;
grant delete, insert, select, update on authority.role_permission to kontor_app;
grant delete, insert, select, update on banking.account to kontor_app;
grant delete, insert, select, update on banking.account_number to kontor_app;
grant delete, insert, select, update on banking.advice to kontor_app;
grant delete, insert, select, update on banking.advice_choice to kontor_app;
grant delete, insert, select, update on banking.cash_box to kontor_app;
grant delete, insert, select, update on banking.cash_count to kontor_app;
grant delete, insert, select, update on banking.cash_entry to kontor_app;
grant delete, insert, select, update on banking.line to kontor_app;
grant delete, insert, select, update on banking.match to kontor_app;
grant delete, insert, select, update on banking.payment to kontor_app;
grant delete, insert, select, update on banking.payment_item to kontor_app;
grant delete, insert, select, update on banking.rule to kontor_app;
grant delete, insert, select, update on banking.run to kontor_app;
grant delete, insert, select, update on banking.settings to kontor_app;
grant delete, insert, select, update on banking.statement to kontor_app;
grant delete, insert, select, update on banking.statement_part to kontor_app;
grant delete, insert, select, update on caldav.alias to kontor_app;
grant delete, insert, select, update on caldav.card to kontor_app;
grant delete, insert, select, update on caldav.feed to kontor_app;
grant delete, insert, select, update on caldav.property to kontor_app;
grant delete, insert, select, update on calendar."placing" to kontor_app;
grant delete, insert, select, update on calendar.birthday to kontor_app;
grant delete, insert, select, update on calendar.calendar to kontor_app;
grant delete, insert, select, update on calendar.day_choice to kontor_app;
grant delete, insert, select, update on calendar.event to kontor_app;
grant delete, insert, select, update on calendar.gone to kontor_app;
grant delete, insert, select, update on calendar.guest to kontor_app;
grant delete, insert, select, update on calendar.hold to kontor_app;
grant delete, insert, select, update on calendar.instance to kontor_app;
grant delete, insert, select, update on calendar.occurrence to kontor_app;
grant delete, insert, select, update on calendar.place to kontor_app;
grant delete, insert, select, update on calendar.reminded to kontor_app;
grant delete, insert, select, update on calendar.school_calendar to kontor_app;
grant delete, insert, select, update on calendar.school_choice to kontor_app;
grant delete, insert, select, update on calendar.school_day to kontor_app;
grant delete, insert, select, update on calendar.service to kontor_app;
grant delete, insert, select, update on calendar.share to kontor_app;
grant delete, insert, select, update on calls.call to kontor_app;
grant delete, insert, select, update on calls.extension to kontor_app;
grant delete, insert, select, update on calls.line to kontor_app;
grant delete, insert, select, update on calls.phone_account to kontor_app;
grant delete, insert, select, update on calls.phone_leg to kontor_app;
grant delete, insert, select, update on calls.phone_server to kontor_app;
grant delete, insert, select, update on calls.rule to kontor_app;
grant delete, insert, select, update on calls.slip to kontor_app;
grant delete, insert, select, update on calls.voicemail to kontor_app;
grant delete, insert, select, update on calls.wire to kontor_app;
grant delete, insert, select, update on cases.answer to kontor_app;
grant delete, insert, select, update on cases.answer_text to kontor_app;
grant delete, insert, select, update on cases.answer_use to kontor_app;
grant delete, insert, select, update on cases.answer_word to kontor_app;
grant delete, insert, select, update on cases.case_file to kontor_app;
grant delete, insert, select, update on cases.cause to kontor_app;
grant delete, insert, select, update on cases.entry to kontor_app;
grant delete, insert, select, update on cases.found_promise to kontor_app;
grant delete, insert, select, update on cases.kind to kontor_app;
grant delete, insert, select, update on cases.remedy to kontor_app;
grant delete, insert, select, update on channels.attachment to kontor_app;
grant delete, insert, select, update on channels.channel to kontor_app;
grant delete, insert, select, update on channels.conversation to kontor_app;
grant delete, insert, select, update on channels.form to kontor_app;
grant delete, insert, select, update on channels.holding to kontor_app;
grant delete, insert, select, update on channels.message to kontor_app;
grant delete, insert, select, update on directory.address_email to kontor_app;
grant delete, insert, select, update on directory.address_post to kontor_app;
grant delete, insert, select, update on directory.alike to kontor_app;
grant delete, insert, select, update on directory.bank_account to kontor_app;
grant delete, insert, select, update on directory.caller_note to kontor_app;
grant delete, insert, select, update on directory.kept_apart to kontor_app;
grant delete, insert, select, update on directory.membership to kontor_app;
grant delete, insert, select, update on directory.party to kontor_app;
grant delete, insert, select, update on directory.party_key to kontor_app;
grant delete, insert, select, update on directory.phone to kontor_app;
grant delete, insert, select, update on directory.relation to kontor_app;
grant delete, insert, select, update on documents.backlog to kontor_app;
grant delete, insert, select, update on documents.backlog_file to kontor_app;
grant delete, insert, select, update on documents.backlog_folder to kontor_app;
grant delete, insert, select, update on documents.band to kontor_app;
grant delete, insert, select, update on documents.class_code to kontor_app;
grant delete, insert, select, update on documents.document to kontor_app;
grant delete, insert, select, update on documents.drop_entry to kontor_app;
grant delete, insert, select, update on documents.edit_lock to kontor_app;
grant delete, insert, select, update on documents.field to kontor_app;
grant delete, insert, select, update on documents.hold to kontor_app;
grant delete, insert, select, update on documents.intake_rule to kontor_app;
grant delete, insert, select, update on documents.keeping to kontor_app;
grant delete, insert, select, update on documents.left_page to kontor_app;
grant delete, insert, select, update on documents.lesson to kontor_app;
grant delete, insert, select, update on documents.mailbox to kontor_app;
grant delete, insert, select, update on documents.mark to kontor_app;
grant delete, insert, select, update on documents.opening to kontor_app;
grant delete, insert, select, update on documents.own_kind to kontor_app;
grant delete, insert, select, update on documents.page to kontor_app;
grant delete, insert, select, update on documents.public_register to kontor_app;
grant delete, insert, select, update on documents.registration_mask to kontor_app;
grant delete, insert, select, update on documents.replacement to kontor_app;
grant delete, insert, select, update on documents.saved_search to kontor_app;
grant delete, insert, select, update on documents.sheet to kontor_app;
grant delete, insert, select, update on expenses.category_rule to kontor_app;
grant delete, insert, select, update on expenses.claimant to kontor_app;
grant delete, insert, select, update on expenses.line to kontor_app;
grant delete, insert, select, update on expenses.policy to kontor_app;
grant delete, insert, select, update on expenses.rate to kontor_app;
grant delete, insert, select, update on expenses.report to kontor_app;
grant delete, insert, select, update on fax.fax to kontor_app;
grant delete, insert, select, update on fax.line to kontor_app;
grant delete, insert, select, update on interviews.interview to kontor_app;
grant delete, insert, select, update on interviews.panelist to kontor_app;
grant delete, insert, select, update on invitations.feed to kontor_app;
grant delete, insert, select, update on invitations.feed_event to kontor_app;
grant delete, insert, select, update on invitations.guest to kontor_app;
grant delete, insert, select, update on invitations.host to kontor_app;
grant delete, insert, select, update on invitations.message to kontor_app;
grant delete, insert, select, update on invitations.proposal to kontor_app;
grant delete, insert, select, update on invitations.settings to kontor_app;
grant delete, insert, select, update on kernel.idempotency to kontor_app;
grant delete, insert, select, update on kernel.job_progress to kontor_app;
grant delete, insert, select, update on kernel.journal_place to kontor_app;
grant delete, insert, select, update on kernel.link to kontor_app;
grant delete, insert, select, update on kernel.preference to kontor_app;
grant delete, insert, select, update on kernel.record to kontor_app;
grant delete, insert, select, update on kernel.search_entry to kontor_app;
grant delete, insert, select, update on ledger.account to kontor_app;
grant delete, insert, select, update on ledger.account_code to kontor_app;
grant delete, insert, select, update on ledger.accrual_part to kontor_app;
grant delete, insert, select, update on ledger.company to kontor_app;
grant delete, insert, select, update on ledger.dimension to kontor_app;
grant delete, insert, select, update on ledger.dimension_value to kontor_app;
grant delete, insert, select, update on ledger.rate to kontor_app;
grant delete, insert, select, update on ledger.role_account to kontor_app;
grant delete, insert, select, update on ledger.settings to kontor_app;
grant delete, insert, select, update on ledger.vat_code to kontor_app;
grant delete, insert, select, update on letters.letter to kontor_app;
grant delete, insert, select, update on letters.letterhead to kontor_app;
grant delete, insert, select, update on letters.merge to kontor_app;
grant delete, insert, select, update on letters.merge_row to kontor_app;
grant delete, insert, select, update on letters.office_file to kontor_app;
grant delete, insert, select, update on letters.opening to kontor_app;
grant delete, insert, select, update on letters.picture to kontor_app;
grant delete, insert, select, update on letters.template to kontor_app;
grant delete, insert, select, update on letters.variant to kontor_app;
grant delete, insert, select, update on letters.version to kontor_app;
grant delete, insert, select, update on mail.away_answered to kontor_app;
grant delete, insert, select, update on mail.away_reply to kontor_app;
grant delete, insert, select, update on mail.away_reply_text to kontor_app;
grant delete, insert, select, update on mail.buried_sender to kontor_app;
grant delete, insert, select, update on mail.client to kontor_app;
grant delete, insert, select, update on mail.folder to kontor_app;
grant delete, insert, select, update on mail.holding to kontor_app;
grant delete, insert, select, update on mail.mailbox to kontor_app;
grant delete, insert, select, update on mail.message to kontor_app;
grant delete, insert, select, update on mail.outgoing to kontor_app;
grant delete, insert, select, update on mail.place to kontor_app;
grant delete, insert, select, update on mail.reading to kontor_app;
grant delete, insert, select, update on mail.reference to kontor_app;
grant delete, insert, select, update on mail.rule to kontor_app;
grant delete, insert, select, update on mail.saved_answer to kontor_app;
grant delete, insert, select, update on mail.saved_answer_text to kontor_app;
grant delete, insert, select, update on mail.signature to kontor_app;
grant delete, insert, select, update on mail.thread to kontor_app;
grant delete, insert, select, update on matters.binding to kontor_app;
grant delete, insert, select, update on matters.checklist_item to kontor_app;
grant delete, insert, select, update on matters.matter to kontor_app;
grant delete, insert, select, update on matters.matter_kind to kontor_app;
grant delete, insert, select, update on matters.party to kontor_app;
grant delete, insert, select, update on meetings.approver to kontor_app;
grant delete, insert, select, update on meetings.attendee to kontor_app;
grant delete, insert, select, update on meetings.item to kontor_app;
grant delete, insert, select, update on meetings.item_paper to kontor_app;
grant delete, insert, select, update on meetings.line to kontor_app;
grant delete, insert, select, update on meetings.meeting to kontor_app;
grant delete, insert, select, update on meetings.turn to kontor_app;
grant delete, insert, select, update on mirrors.account to kontor_app;
grant delete, insert, select, update on mirrors.client to kontor_app;
grant delete, insert, select, update on mirrors.finding to kontor_app;
grant delete, insert, select, update on mirrors.link_way to kontor_app;
grant delete, insert, select, update on mirrors.mirror to kontor_app;
grant delete, insert, select, update on mirrors.pair to kontor_app;
grant delete, insert, select, update on notifications.browser to kontor_app;
grant delete, insert, select, update on notifications.digest to kontor_app;
grant delete, insert, select, update on notifications.notice to kontor_app;
grant delete, insert, select, update on oncall.alarm to kontor_app;
grant delete, insert, select, update on oncall.attempt to kontor_app;
grant delete, insert, select, update on oncall.override to kontor_app;
grant delete, insert, select, update on oncall.phone to kontor_app;
grant delete, insert, select, update on oncall.rota to kontor_app;
grant delete, insert, select, update on oncall.stale_event to kontor_app;
grant delete, insert, select, update on oncall.step to kontor_app;
grant delete, insert, select, update on oncall.swap to kontor_app;
grant delete, insert, select, update on oncall.turn to kontor_app;
grant delete, insert, select, update on outings.budget_line to kontor_app;
grant delete, insert, select, update on outings.food_order to kontor_app;
grant delete, insert, select, update on outings.outing to kontor_app;
grant delete, insert, select, update on outings.programme to kontor_app;
grant delete, insert, select, update on outings.registration to kontor_app;
grant delete, insert, select, update on payables.agreement to kontor_app;
grant delete, insert, select, update on payables.agreement_bill to kontor_app;
grant delete, insert, select, update on payables.alarm to kontor_app;
grant delete, insert, select, update on payables.approver to kontor_app;
grant delete, insert, select, update on payables.bill to kontor_app;
grant delete, insert, select, update on payables.bill_line to kontor_app;
grant delete, insert, select, update on payables.e_invoice to kontor_app;
grant delete, insert, select, update on payables.parcel to kontor_app;
grant delete, insert, select, update on payables.parcel_bill to kontor_app;
grant delete, insert, select, update on payables.parcel_line to kontor_app;
grant delete, insert, select, update on payables.question to kontor_app;
grant delete, insert, select, update on payables.reminder to kontor_app;
grant delete, insert, select, update on payables.settings to kontor_app;
grant delete, insert, select, update on payables.settlement to kontor_app;
grant delete, insert, select, update on payinputs.input to kontor_app;
grant delete, insert, select, update on payinputs.layout to kontor_app;
grant delete, insert, select, update on payinputs.payee to kontor_app;
grant delete, insert, select, update on payinputs.period to kontor_app;
grant delete, insert, select, update on payinputs.recurring to kontor_app;
grant delete, insert, select, update on payinputs.sheet to kontor_app;
grant delete, insert, select, update on permits.application to kontor_app;
grant delete, insert, select, update on permits.condition to kontor_app;
grant delete, insert, select, update on permits.desk to kontor_app;
grant delete, insert, select, update on permits.hearing to kontor_app;
grant delete, insert, select, update on permits.permit to kontor_app;
grant delete, insert, select, update on permits.requirement to kontor_app;
grant delete, insert, select, update on post.box to kontor_app;
grant delete, insert, select, update on post.item to kontor_app;
grant delete, insert, select, update on post.outgoing to kontor_app;
grant delete, insert, select, update on post.rate to kontor_app;
grant delete, insert, select, update on post.stop to kontor_app;
grant delete, insert, select, update on post.stop_person to kontor_app;
grant delete, insert, select, update on presence.word to kontor_app;
grant delete, insert, select, update on printing.choice to kontor_app;
grant delete, insert, select, update on printing.job to kontor_app;
grant delete, insert, select, update on printing.printer to kontor_app;
grant delete, insert, select, update on printing.stock to kontor_app;
grant delete, insert, select, update on procedures.edition to kontor_app;
grant delete, insert, select, update on procedures.habit_answer to kontor_app;
grant delete, insert, select, update on procedures.obligation to kontor_app;
grant delete, insert, select, update on procedures.obligation_day to kontor_app;
grant delete, insert, select, update on procedures.procedure to kontor_app;
grant delete, insert, select, update on procedures.run to kontor_app;
grant delete, insert, select, update on procedures.run_step to kontor_app;
grant delete, insert, select, update on proofing.outgoing_check to kontor_app;
grant delete, insert, select, update on proofing.word to kontor_app;
grant delete, insert, select, update on publishing.hold to kontor_app;
grant delete, insert, select, update on publishing.outlet to kontor_app;
grant delete, insert, select, update on publishing.page_change to kontor_app;
grant delete, insert, select, update on publishing.picture to kontor_app;
grant delete, insert, select, update on publishing.placement to kontor_app;
grant delete, insert, select, update on publishing.publication to kontor_app;
grant delete, insert, select, update on receivables.care to kontor_app;
grant delete, insert, select, update on receivables.delivery to kontor_app;
grant delete, insert, select, update on receivables.invoice to kontor_app;
grant delete, insert, select, update on receivables.network to kontor_app;
grant delete, insert, select, update on receivables.network_arrival to kontor_app;
grant delete, insert, select, update on receivables.payment to kontor_app;
grant delete, insert, select, update on receivables.price to kontor_app;
grant delete, insert, select, update on receivables.quote to kontor_app;
grant delete, insert, select, update on receivables.recurring to kontor_app;
grant delete, insert, select, update on receivables.recurring_raise to kontor_app;
grant delete, insert, select, update on receivables.recurring_turn to kontor_app;
grant delete, insert, select, update on receivables.reminder to kontor_app;
grant delete, insert, select, update on receivables.reminder_line to kontor_app;
grant delete, insert, select, update on receivables.setting to kontor_app;
grant delete, insert, select, update on receivables.terms to kontor_app;
grant delete, insert, select, update on registers."row" to kontor_app;
grant delete, insert, select, update on registers.choice to kontor_app;
grant delete, insert, select, update on registers.field to kontor_app;
grant delete, insert, select, update on registers.happening to kontor_app;
grant delete, insert, select, update on registers.reminder to kontor_app;
grant delete, insert, select, update on registers.rule to kontor_app;
grant delete, insert, select, update on registers.value to kontor_app;
grant delete, insert, select, update on scheduling.booking to kontor_app;
grant delete, insert, select, update on scheduling.booking_page to kontor_app;
grant delete, insert, select, update on scheduling.invitee to kontor_app;
grant delete, insert, select, update on scheduling.meeting_kind to kontor_app;
grant delete, insert, select, update on scheduling.person to kontor_app;
grant delete, insert, select, update on scheduling.proposal to kontor_app;
grant delete, insert, select, update on scheduling.proposed_time to kontor_app;
grant delete, insert, select, update on scheduling.travel to kontor_app;
grant delete, insert, select, update on scheduling.vote to kontor_app;
grant delete, insert, select, update on scheduling.weekly_time to kontor_app;
grant delete, insert, select, update on signatures.house to kontor_app;
grant delete, insert, select, update on signatures.opened to kontor_app;
grant delete, insert, select, update on signatures.service to kontor_app;
grant delete, insert, select, update on signatures.signer to kontor_app;
grant delete, insert, select, update on signatures.signing to kontor_app;
grant delete, insert, select, update on supervision.mark to kontor_app;
grant delete, insert, select, update on supervision.place to kontor_app;
grant delete, insert, select, update on supervision.review to kontor_app;
grant delete, insert, select, update on travel.claim to kontor_app;
grant delete, insert, select, update on travel.contact to kontor_app;
grant delete, insert, select, update on travel.cost to kontor_app;
grant delete, insert, select, update on travel.entry to kontor_app;
grant delete, insert, select, update on travel.identity to kontor_app;
grant delete, insert, select, update on travel.leg to kontor_app;
grant delete, insert, select, update on travel.message to kontor_app;
grant delete, insert, select, update on travel.paper to kontor_app;
grant delete, insert, select, update on travel.policy to kontor_app;
grant delete, insert, select, update on travel.stay to kontor_app;
grant delete, insert, select, update on travel.thing to kontor_app;
grant delete, insert, select, update on travel.traveller to kontor_app;
grant delete, insert, select, update on travel.trip to kontor_app;
grant delete, insert, select, update on travel.visit to kontor_app;
grant delete, insert, select, update on visitors.door_key to kontor_app;
grant delete, insert, select, update on visitors.held_parcel to kontor_app;
grant delete, insert, select, update on visitors.kiosk to kontor_app;
grant delete, insert, select, update on visitors.loan to kontor_app;
grant delete, insert, select, update on visitors.photo to kontor_app;
grant delete, insert, select, update on visitors.roll to kontor_app;
grant delete, insert, select, update on visitors.roll_person to kontor_app;
grant delete, insert, select, update on visitors.settings to kontor_app;
grant delete, insert, select, update on visitors.signature to kontor_app;
grant delete, insert, select, update on visitors.slip to kontor_app;
grant delete, insert, select, update on visitors.tally to kontor_app;
grant delete, insert, select, update on visitors.tick to kontor_app;
grant delete, insert, select, update on visitors.visitor to kontor_app;
grant delete, insert, select, update on visitors.voucher to kontor_app;
grant delete, insert, select, update on work.absence to kontor_app;
grant delete, insert, select, update on work.chase to kontor_app;
grant delete, insert, select, update on work.chase_line to kontor_app;
grant delete, insert, select, update on work.checklist_item to kontor_app;
grant delete, insert, select, update on work.goal to kontor_app;
grant delete, insert, select, update on work.goal_service to kontor_app;
grant delete, insert, select, update on work.promise to kontor_app;
grant delete, insert, select, update on work.promise_move to kontor_app;
grant delete, insert, select, update on work.task to kontor_app;
grant execute on function banking.cash_entry_counts() to kontor_app;
grant execute on function banking.cash_entry_stays() to kontor_app;
grant execute on function banking.goes_on(uuid,uuid,date,bigint) to kontor_app;
grant execute on function banking.payment_whole() to kontor_app;
grant execute on function calendar.calendar_audience(uuid,uuid) to kontor_app;
grant execute on function calendar.event_audience(uuid,uuid) to kontor_app;
grant execute on function calendar.follow_audience(uuid,uuid) to kontor_app;
grant execute on function documents.forget(uuid,uuid[],text,timestamp with time zone) to kontor_app;
grant execute on function documents.forget_files(uuid,bytea[]) to kontor_app;
grant execute on function documents.hold_covers(documents.hold,documents.document) to kontor_app;
grant execute on function documents.holds_upon(uuid,uuid) to kontor_app;
grant execute on function documents.registration_fixed() to kontor_app;
grant execute on function documents.requested_file_forgotten() to kontor_app;
grant execute on function documents.share_lapses() to kontor_app;
grant execute on function kernel.audience_common(uuid[],uuid[]) to kontor_app;
grant execute on function kernel.class_followed() to kontor_app;
grant execute on function kernel.derived() to kontor_app;
grant execute on function kernel.fold(text) to kontor_app;
grant execute on function kernel.inherit(uuid,uuid) to kontor_app;
grant execute on function kernel.journal_append(timestamp with time zone,text,text,uuid[],uuid[],uuid[],text[],integer[],bytea[],bytea[],bytea[],text[],text,text,jsonb) to kontor_app;
grant execute on function kernel.journal_redact(bigint) to kontor_app;
grant execute on function kernel.made_from(uuid) to kontor_app;
grant execute on function kernel.organisation_id() to kontor_app;
grant execute on function kernel.organisation_open(text,text,text,text,text,timestamp with time zone) to kontor_app;
grant execute on function kernel.search(text,smallint,uuid[],text[],date,integer,timestamp with time zone) to kontor_app;
grant execute on function kernel.search_configuration(text,boolean) to kontor_app;
grant execute on function kernel.search_month(timestamp with time zone) to kontor_app;
grant execute on function kernel.search_months(date,integer) to kontor_app;
grant execute on function kernel.search_part_words(text,text) to kontor_app;
grant execute on function kernel.search_parts(text) to kontor_app;
grant execute on function kernel.search_query(text) to kontor_app;
grant execute on function kernel.search_similar(text,smallint,uuid[],text[],integer) to kontor_app;
grant execute on function kernel.search_vector(text,text) to kontor_app;
grant execute on function ledger.entry_balanced() to kontor_app;
grant execute on function ledger.entry_stands() to kontor_app;
grant execute on function ledger.postings_kept() to kontor_app;
grant execute on function ledger.settlement_counts() to kontor_app;
grant execute on function ledger.stays_closed() to kontor_app;
grant execute on function ledger.unchanging() to kontor_app;
grant execute on function ledger.years_kept() to kontor_app;
grant execute on function matters.follow(uuid,uuid,uuid) to kontor_app;
grant execute on function matters.unfollow(uuid,uuid,uuid) to kontor_app;
grant execute on function meetings.locked_when_approved() to kontor_app;
grant execute on function outings.count_seats() to kontor_app;
grant execute on function platform.account_by_email(text) to kontor_app;
grant execute on function platform.account_create(uuid,text,text,text,text,timestamp with time zone) to kontor_app;
grant execute on function platform.account_language(uuid,text) to kontor_app;
grant execute on function platform.account_of_principal(uuid) to kontor_app;
grant execute on function platform.accounts() to kontor_app;
grant execute on function platform.api_token_create(uuid,bytea,uuid,uuid,text,uuid,timestamp with time zone,timestamp with time zone) to kontor_app;
grant execute on function platform.api_token_find(bytea,timestamp with time zone) to kontor_app;
grant execute on function platform.api_token_revoke(uuid,timestamp with time zone) to kontor_app;
grant execute on function platform.api_tokens() to kontor_app;
grant execute on function platform.app_password_find(bytea,timestamp with time zone) to kontor_app;
grant execute on function platform.app_password_holds(bytea,uuid,text) to kontor_app;
grant execute on function platform.app_password_keep(uuid,bytea,uuid,text,timestamp with time zone) to kontor_app;
grant execute on function platform.app_password_revoke(uuid,uuid,timestamp with time zone) to kontor_app;
grant execute on function platform.app_passwords(uuid) to kontor_app;
grant execute on function platform.in_use() to kontor_app;
grant execute on function platform.member_language(uuid) to kontor_app;
grant execute on function platform.members() to kontor_app;
grant execute on function platform.membership_disable(uuid,timestamp with time zone) to kontor_app;
grant execute on function platform.membership_join(uuid,uuid,uuid,timestamp with time zone) to kontor_app;
grant execute on function platform.memberships(uuid) to kontor_app;
grant execute on function platform.one_time_create(uuid,bytea,text,uuid,uuid,uuid,text,timestamp with time zone,timestamp with time zone) to kontor_app;
grant execute on function platform.one_time_find(bytea,timestamp with time zone) to kontor_app;
grant execute on function platform.one_time_open(uuid,timestamp with time zone) to kontor_app;
grant execute on function platform.one_time_use(bytea,timestamp with time zone) to kontor_app;
grant execute on function platform.one_time_withdraw(uuid,timestamp with time zone) to kontor_app;
grant execute on function platform.organisation_open(uuid,text,text,text,text,text,timestamp with time zone) to kontor_app;
grant execute on function platform.organisation_rename(text) to kontor_app;
grant execute on function platform.organisations() to kontor_app;
grant execute on function platform.password_set(uuid,text,boolean,timestamp with time zone) to kontor_app;
grant execute on function platform.public_address_find(text) to kontor_app;
grant execute on function platform.public_address_keep(text) to kontor_app;
grant execute on function platform.sealed_find(uuid,uuid) to kontor_app;
grant execute on function platform.sealed_for(uuid,uuid,bytea) to kontor_app;
grant execute on function platform.sealed_forget(uuid) to kontor_app;
grant execute on function platform.sealed_keep(uuid,uuid,bytea,bytea,timestamp with time zone) to kontor_app;
grant execute on function platform.secret_keep(text,bytea) to kontor_app;
grant execute on function platform.secret_read(text) to kontor_app;
grant execute on function platform.session_close(bytea) to kontor_app;
grant execute on function platform.session_close_all(uuid) to kontor_app;
grant execute on function platform.session_find(bytea,timestamp with time zone,interval,interval) to kontor_app;
grant execute on function platform.session_open(bytea,uuid,uuid,text,text,timestamp with time zone,timestamp with time zone) to kontor_app;
grant execute on function platform.session_stand(bytea,uuid,uuid) to kontor_app;
grant execute on function platform.sign_in_reserve(bytea[],integer[],timestamp with time zone) to kontor_app;
grant execute on function platform.sign_in_succeeded(bytea[]) to kontor_app;
grant execute on function receivables.invoice_stands() to kontor_app;
grant execute on function registers.row_is_whole() to kontor_app;
grant execute on function registers.rows_are_whole() to kontor_app;
grant execute on procedure kernel.guard(regclass,text) to kontor_app;
grant insert, select on announcements.edition to kontor_app;
grant insert, select on documents.certificate to kontor_app;
grant insert, select on documents.label_run to kontor_app;
grant insert, select on documents.mailbox_mail to kontor_app;
grant insert, select on documents.version to kontor_app;
grant insert, select on kernel.read_log to kontor_app;
grant insert, select on ledger.entry to kontor_app;
grant insert, select on ledger.entry_document to kontor_app;
grant insert, select on ledger.entry_origin to kontor_app;
grant insert, select on ledger.import to kontor_app;
grant insert, select on ledger.posting to kontor_app;
grant insert, select on meetings.correction to kontor_app;
grant insert, select on meetings.decision to kontor_app;
grant insert, select on post.custody to kontor_app;
grant insert, select on post.look to kontor_app;
grant insert, select, update on documents.certificate_line to kontor_app;
grant insert, select, update on documents.file_request to kontor_app;
grant insert, select, update on documents.file_request_file to kontor_app;
grant insert, select, update on documents.file_request_item to kontor_app;
grant insert, select, update on documents.registration to kontor_app;
grant insert, select, update on documents.share to kontor_app;
grant insert, select, update on kernel.counter to kontor_app;
grant insert, select, update on kernel.organisation to kontor_app;
grant insert, select, update on ledger.accrual to kontor_app;
grant insert, select, update on ledger.fiscal_year to kontor_app;
grant insert, select, update on ledger.item to kontor_app;
grant insert, select, update on ledger.period to kontor_app;
grant insert, select, update on ledger.series to kontor_app;
grant insert, select, update on ledger.settlement to kontor_app;
grant insert, select, update on ledger.vat_settlement to kontor_app;
grant insert, select, update on registers.register to kontor_app;
grant select on authority.address_fact to kontor_app;
grant select on authority.colleague to kontor_app;
grant select on authority.permission_holder to kontor_app;
grant select on authority.role_holder to kontor_app;
grant select on authority.sight to kontor_app;
grant select on banking.account_balance_fact to kontor_app;
grant select on banking.cash_balance_fact to kontor_app;
grant select on banking.matched_line_fact to kontor_app;
grant select on banking.payment_fact to kontor_app;
grant select on calendar.busy_fact to kontor_app;
grant select on calendar.calendar_fact to kontor_app;
grant select on calendar.category_fact to kontor_app;
grant select on calendar.event_fact to kontor_app;
grant select on calendar.event_place_fact to kontor_app;
grant select on calendar.gone_fact to kontor_app;
grant select on calendar.guest_fact to kontor_app;
grant select on calendar.hold_fact to kontor_app;
grant select on calendar.object_fact to kontor_app;
grant select on calendar.occurrence_fact to kontor_app;
grant select on calendar.place_fact to kontor_app;
grant select on calendar.reader_fact to kontor_app;
grant select on calendar.school_choice_fact to kontor_app;
grant select on calendar.service_cost_fact to kontor_app;
grant select on directory.account_fact to kontor_app;
grant select on directory.correspondent_fact to kontor_app;
grant select on directory.labelled_mail_fact to kontor_app;
grant select on directory.mail_fact to kontor_app;
grant select on directory.number_fact to kontor_app;
grant select on directory.party_fact to kontor_app;
grant select on directory.payee_fact to kontor_app;
grant select on directory.phone_fact to kontor_app;
grant select on documents.amount_fact to kontor_app;
grant select on documents.mail_fact to kontor_app;
grant select on documents.paper_fact to kontor_app;
grant select on documents.payable_fact to kontor_app;
grant select on documents.permit_fact to kontor_app;
grant select on documents.receipt_fact to kontor_app;
grant select on documents.scanned_fact to kontor_app;
grant select on documents.signable_fact to kontor_app;
grant select on kernel.journal to kontor_app;
grant select on kernel.journal_body to kontor_app;
grant select on kernel.journal_head to kontor_app;
grant select on kernel.journal_record to kontor_app;
grant select on ledger.account_fact to kontor_app;
grant select on ledger.accrual_fact to kontor_app;
grant select on ledger.balance to kontor_app;
grant select on ledger.dimension_fact to kontor_app;
grant select on ledger.entry_fact to kontor_app;
grant select on ledger.item_fact to kontor_app;
grant select on ledger.posting_fact to kontor_app;
grant select on ledger.rate_fact to kontor_app;
grant select on ledger.settings_fact to kontor_app;
grant select on ledger.settlement_fact to kontor_app;
grant select on ledger.vat_code_fact to kontor_app;
grant select on ledger.year_balance to kontor_app;
grant select on mail.message_fact to kontor_app;
grant select on mail.thread_fact to kontor_app;
grant select on matters.binding_fact to kontor_app;
grant select on notifications.browser_fact to kontor_app;
grant select on oncall.callout_fact to kontor_app;
grant select on oncall.turn_fact to kontor_app;
grant select on payables.coded_fact to kontor_app;
grant select on printing.stock_fact to kontor_app;
grant select on scheduling.hours_fact to kontor_app;
grant select on supervision.leads to kontor_app;
grant select on travel.trip_fact to kontor_app;
grant select on work.absence_fact to kontor_app;
grant select on work.task_fact to kontor_app;
grant usage on schema announcements to kontor_app;
grant usage on schema authority to kontor_app;
grant usage on schema banking to kontor_app;
grant usage on schema caldav to kontor_app;
grant usage on schema calendar to kontor_app;
grant usage on schema calls to kontor_app;
grant usage on schema cases to kontor_app;
grant usage on schema channels to kontor_app;
grant usage on schema directory to kontor_app;
grant usage on schema documents to kontor_app;
grant usage on schema expenses to kontor_app;
grant usage on schema fax to kontor_app;
grant usage on schema interviews to kontor_app;
grant usage on schema invitations to kontor_app;
grant usage on schema kernel to kontor_app;
grant usage on schema ledger to kontor_app;
grant usage on schema letters to kontor_app;
grant usage on schema mail to kontor_app;
grant usage on schema matters to kontor_app;
grant usage on schema meetings to kontor_app;
grant usage on schema mirrors to kontor_app;
grant usage on schema notifications to kontor_app;
grant usage on schema oncall to kontor_app;
grant usage on schema outings to kontor_app;
grant usage on schema payables to kontor_app;
grant usage on schema payinputs to kontor_app;
grant usage on schema permits to kontor_app;
grant usage on schema platform to kontor_app;
grant usage on schema post to kontor_app;
grant usage on schema presence to kontor_app;
grant usage on schema printing to kontor_app;
grant usage on schema procedures to kontor_app;
grant usage on schema proofing to kontor_app;
grant usage on schema publishing to kontor_app;
grant usage on schema receivables to kontor_app;
grant usage on schema registers to kontor_app;
grant usage on schema scheduling to kontor_app;
grant usage on schema signatures to kontor_app;
grant usage on schema supervision to kontor_app;
grant usage on schema travel to kontor_app;
grant usage on schema visitors to kontor_app;
grant usage on schema work to kontor_app;
