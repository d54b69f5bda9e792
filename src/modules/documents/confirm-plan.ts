/** What confirming one document comes to: its facts after a person's edits, its sender, and the consequences. */
import { sql } from 'kysely'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { accountsOf, type ChangedAccount, type KnownAccount } from './account-check.ts'
import { type Consequences, consequencesOf, type FileClass, type Paper, type TaskEdit } from './consequences.ts'
import type { confirmedFacts, DocumentKind, FieldName } from './contract.ts'
import { refusals } from './contract.ts'
import type { DocumentRow, FieldRow, Reader } from './document-store.ts'
import { factsOf } from './document-store.ts'
import type { KnownField, Sureness } from './document-fields.ts'
import { amountOf, normalField } from './field-value.ts'
import { filingOf, type LessonRow, lessonsOf } from './learning/lesson-store.ts'
import { type Filed, filedBy } from './learning/filed.ts'
import { type TaughtRule, taughtRule } from './learning/taught-rule.ts'
import { type OwnKind, ownKindsOf, ownRule } from './own-kinds/store.ts'
import { ownKindRefusals } from './contract/own-kinds.ts'
import { catalogues } from './messages/index.ts'
import { classesInUse, classOf, type RuleInForce } from './plan-store.ts'

export interface NewSender {
  readonly name: string
  readonly vatNumber?: string | null | undefined
  readonly organisationNumber?: string | null | undefined
  readonly iban?: string | null | undefined
}

export interface Choices {
  readonly kind?: DocumentKind | undefined
  readonly ownKindId?: string | null | undefined
  readonly fields?: readonly { readonly name: FieldName; readonly value: string | null }[] | undefined
  readonly senderId?: string | null | undefined
  readonly newSender?: false | NewSender | undefined
  readonly classCodeId?: string | null | undefined
  readonly confidentiality?: number | undefined
  readonly task?: TaskEdit | null | undefined
}

export interface ConfirmPlan {
  /** Edits that differ from what was read, ready to be kept. */
  readonly edits: readonly { readonly name: FieldName; readonly value: string | null }[]
  readonly kind: DocumentKind
  readonly ownKind: OwnKind | null
  readonly columns: ReturnType<typeof factsOf>['columns']
  readonly title: string
  readonly sureness: Sureness
  /** Accounts that its known sender was never paid to: confirming them is said in so many words. */
  readonly changed: readonly ChangedAccount[]
  readonly sender: { readonly id: string; readonly name: string } | null
  readonly newSender: NewSender | null
  readonly classCode: FileClass | null
  readonly consequences: Consequences
  /** What of it follows what a person once chose for this sender. */
  readonly taught: Omit<TaughtRule, 'rule'>
}

/** Kinds whose sender is an office of its own, worth a place in the directory. */
const fromOffices: ReadonlySet<DocumentKind> = new Set([
  'bill',
  'credit-note',
  'reminder',
  'contract',
  'permit',
  'order',
  'quote',
  'delivery-note',
  'statement',
])

/** Looks a party up by its record, as far as the reader may see it. */
export async function visibleParty(reader: Reader, id: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, title as name from kernel.record
    where organisation_id = ${reader.office.id} and id = ${id} and kind in ('person', 'organisation') and merged_into is null
      and class <= ${reader.principal.clearance} and (audience is null or audience && ${[...reader.principal.audiences]}::uuid[])`.execute(
    reader.db(),
  )
  return rows[0] ?? null
}

/** Checks and applies a person's edits; refuses what cannot be the value of its field. */
function edited(reader: Reader, fields: ReadonlyMap<FieldName, FieldRow>, choices: Choices) {
  const known = new Map<FieldName, KnownField>(fields)
  const edits: { name: FieldName; value: string | null }[] = []
  const wanted = [...(choices.fields ?? []), ...(choices.kind ? [{ name: 'kind' as const, value: choices.kind }] : [])]
  for (const { name, value } of wanted) {
    const normal = value === null ? null : normalField(name, value)
    if (value !== null && value.trim() !== '' && normal === null)
      reader.refuse(refusals.fieldInvalid, { field: name, value })
    if (normal === (known.get(name)?.value ?? null)) {
      const same = known.get(name)
      if (!same || same.sure) continue
    }
    if (normal === null) known.delete(name)
    else known.set(name, { value: normal, sure: true })
    edits.push({ name, value: normal })
  }
  const currency = known.get('currency')?.value ?? null
  for (const { name, value } of edits) {
    if (
      value !== null &&
      (name === 'net' || name === 'vat' || name === 'total') &&
      currency &&
      !amountOf(value, currency)
    ) {
      reader.refuse(refusals.fieldInvalid, { field: name, value })
    }
  }
  return { known, edits }
}

function senderToAdd(
  kind: DocumentKind,
  known: ReadonlyMap<FieldName, KnownField>,
  choice: Choices['newSender'],
): NewSender | null {
  if (choice) return choice
  const name = known.get('senderName')?.value
  if (choice === false || !name || !fromOffices.has(kind)) return null
  return {
    name: name.slice(0, 200),
    vatNumber: known.get('senderVatNumber')?.value ?? null,
    organisationNumber: known.get('senderOrganisationNumber')?.value ?? null,
    iban: known.get('iban')?.value ?? null,
  }
}

export interface Grounds {
  readonly row: DocumentRow
  readonly fields: ReadonlyMap<FieldName, FieldRow>
  /** Class of its record. */
  readonly class: number
  readonly ruleFor: (kind: DocumentKind) => RuleInForce
  /** The matched party's name, when its id stands on the document. */
  readonly party: { readonly id: string; readonly name: string } | null
  /** Accounts that the directory knows, by party. */
  readonly accounts: ReadonlyMap<string, readonly KnownAccount[]>
  /** What was learnt of each party. */
  readonly lessons: ReadonlyMap<string, readonly LessonRow[]>
  /** Kinds of the office's own. */
  readonly ownKinds: ReadonlyMap<string, OwnKind>
  /** Those of the plan that may be filed under. */
  readonly classes: ReadonlyMap<string, FileClass>
}

/** Everything but the looking up: the same for one document, for a pile and for a preview. */
export function planFrom(
  reader: Reader,
  { row, fields, class: level, ruleFor, party, accounts, lessons, ownKinds, classes }: Grounds,
  choices: Choices,
  under: FileClass | null | undefined,
): ConfirmPlan {
  const { known, edits } = edited(reader, fields, choices)
  const kind = (known.get('kind')?.value ?? row.kind) as DocumentKind
  const is = { ...row, kind, sender_id: party?.id ?? null }
  const { columns, title, sureness, changed } = factsOf(known, is, accounts)
  const ownKind = ownKindBy(row, choices, ownKinds)
  const ruled = ownKind ? ownRule(ruleFor(kind), ownKind, classes) : ruleFor(kind)
  const { rule, ...taught } = taughtRule(ruled, filingOf(lessons.get(party?.id ?? ''), kind), classes)
  // What was filed before it is confirmed, by a person or by the separator it lay behind, stays there.
  const filed = classes.get(row.class_code_id ?? '') ?? rule.classCode
  const classCode = under === undefined ? filed : under
  const consequences = consequencesOf(paperOf(reader, is, columns, level), {
    rule,
    classCode,
    wording: wordingOf(reader.office.language, kind),
    today: reader.today,
    locale: `${reader.office.language}-${reader.office.country}`,
    task: choices.task,
    confidentiality: choices.confidentiality,
  })
  const newSender = party ? null : senderToAdd(kind, known, choices.newSender)
  return {
    edits,
    kind,
    ownKind,
    columns,
    title,
    sureness,
    changed,
    sender: party,
    newSender,
    classCode,
    consequences,
    taught,
  }
}

/** The one that is said, else the one that was proposed, unless the paper is said to be something else. */
function ownKindBy(row: DocumentRow, choices: Choices, ownKinds: Grounds['ownKinds']): OwnKind | null {
  const id = choices.ownKindId === undefined ? (choices.kind ? null : row.own_kind_id) : choices.ownKindId
  return (id && ownKinds.get(id)) || null
}

function paperOf(reader: Reader, row: DocumentRow, columns: ConfirmPlan['columns'], level: number): Paper {
  return {
    kind: row.kind,
    name: row.name,
    senderName: columns.sender_name,
    number: columns.number,
    subject: columns.subject,
    issuedOn: columns.issued_on,
    dueOn: columns.due_on,
    validUntil: columns.valid_until,
    total: totalOf(columns),
    receivedOn: row.received_at.toZonedDateTimeISO(reader.office.zone).toPlainDate(),
    class: level,
  }
}

export function totalOf({
  total_minor,
  currency,
}: {
  total_minor: bigint | null
  currency: string | null
}): Money | null {
  return total_minor !== null && currency !== null ? { minor: total_minor, currency } : null
}

/** The standard wording of a kind's task in a language of the catalogue. */
export function wordingOf(language: string, kind: DocumentKind): string {
  const messages = catalogues[nearestLanguage(language)]
  const message = messages[`task.${kind}` as keyof typeof messages] ?? messages['task.other']
  return typeof message === 'string' ? message : message.other
}

/** Looks up what a person chose and plans the confirmation of one document. */
export async function planConfirm(
  reader: Reader,
  grounds: Omit<Grounds, 'party' | 'accounts' | 'lessons' | 'ownKinds' | 'classes'>,
  said: Choices,
): Promise<ConfirmPlan & { readonly filed: Filed }> {
  const ownKinds = await ownKindsOf(reader)
  const choices = withBase(reader, said, ownKinds)
  const senderId =
    choices.senderId === undefined ? (choices.newSender ? null : grounds.row.sender_id) : choices.senderId
  const party = senderId ? await visibleParty(reader, senderId) : null
  if (choices.senderId && !party) reader.refuse(refusals.senderUnknown, { id: choices.senderId })
  const accounts = await accountsOf(reader, [party?.id ?? null])
  const lessons = await lessonsOf(reader, [party?.id ?? null])
  const classes = await classesFor(reader, lessons, ownKinds, [grounds.row])
  const all = { ...grounds, party, accounts, lessons, ownKinds, classes }
  const plan = planFrom(reader, all, choices, await chosenClass(reader, choices.classCodeId))
  const { task: _task, classCodeId: _class, ...rest } = choices
  const proposed = choices.task || choices.classCodeId ? planFrom(reader, all, rest, undefined) : plan
  return { ...plan, filed: filedBy(plan, proposed, `${reader.office.language}-${reader.office.country}`) }
}

/** A kind of the office's own is a kind that everybody has, too. */
function withBase(reader: Reader, choices: Choices, ownKinds: Grounds['ownKinds']): Choices {
  if (!choices.ownKindId) return choices
  const own = ownKinds.get(choices.ownKindId)
  return own ? { ...choices, kind: own.base } : reader.refuse(ownKindRefusals.unknown, { id: choices.ownKindId })
}

/** The plan's classes, where a lesson, a kind of the office's own or an earlier filing names one. */
export async function classesFor(
  reader: Reader,
  lessons: ReadonlyMap<string, readonly LessonRow[]>,
  ownKinds: ReadonlyMap<string, OwnKind>,
  papers: readonly Pick<DocumentRow, 'class_code_id'>[],
): Promise<ReadonlyMap<string, FileClass>> {
  const some =
    papers.some(({ class_code_id }) => class_code_id !== null) ||
    [...ownKinds.values()].some(kind => kind.class_code_id !== null) ||
    [...lessons.values()].some(rows => rows.some(({ about }) => about === 'class'))
  return some ? classesInUse(reader) : new Map()
}

/** Undefined: the rule's. Null: none. */
async function chosenClass(reader: Reader, id: string | null | undefined): Promise<FileClass | null | undefined> {
  if (id === undefined || id === null) return id
  return (await classOf(reader, id)) ?? reader.refuse(refusals.classCodeUnknown, { id })
}

type Facts = ReturnType<typeof confirmedFacts>['_zod']['output']

/** What the event tells the modules that go on with a confirmed paper. */
export function factsForEvent(id: string, plan: ConfirmPlan): Facts {
  return {
    documentId: id,
    name: plan.title,
    kind: plan.kind,
    senderId: plan.sender?.id ?? null,
    senderName: plan.sender?.name ?? plan.columns.sender_name,
    newSender: plan.newSender,
    number: plan.columns.number,
    issuedOn: plan.columns.issued_on?.toString() ?? null,
    dueOn: plan.columns.due_on?.toString() ?? null,
    total: totalOf(plan.columns),
    classCodeId: plan.classCode?.id ?? null,
  }
}

/** What somebody who approves it is shown, in words and figures: what the paper says and what will be done. */
export function shownToApprover({ columns, sender, classCode, consequences }: ConfirmPlan) {
  const { task } = consequences
  const total = totalOf(columns)
  return {
    senderName: sender?.name ?? columns.sender_name,
    number: columns.number,
    issuedOn: columns.issued_on?.toString() ?? null,
    dueOn: columns.due_on?.toString() ?? null,
    total: total && { amount: decimalOfMoney(total), currency: total.currency },
    iban: columns.iban,
    account: columns.account,
    reference: columns.reference,
    classCode: classCode && `${classCode.code} ${classCode.name}`,
    task: task && task.title,
  }
}
