/**
 * Strangers walk every command and query, with real ids of an office that is not theirs to see, and get nothing: the
 * owner of another organisation, a principal without a role, one of the lowest class, one outside every audience.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Command, Query } from '../src/kernel/declare.ts'
import { newId } from '../src/kernel/ids.ts'
import type { TestPrincipal } from '../src/kernel/testing.ts'
import { wireSchema } from '../src/surfaces/wire-schema.ts'
import { inputFor } from './arbitrary.ts'
import { openOffice } from './office.ts'
import { setQuestion, setScene } from './scenes.ts'
import { type Traces, traces } from './traces.ts'

/** Stands in every title, note, text, mail and file name of the office; no answer may hold it. */
const canary = 'Zqkanarie'
/** Stands in the names of people and roles, which are no secret among colleagues. */
const peopleCanary = 'Zqkollega'
const seed = Number(process.env['STRANGER_SEED'] ?? 20261122)
const runs = Number(process.env['STRANGER_RUNS'] ?? 1)

const office = await openOffice({ mark: canary, people: peopleCanary })
const { registry, superuser, owner, make } = office
const act = registry.commands.filter(({ door, name }) => door !== 'none' && !name.startsWith('probe.'))
const { queries } = registry

const nothing = await office.act('authority.create-role', {
  name: 'Nothing',
  clearance: 0,
  grants: [{ permission: 'probe.nothing' }],
})
const everything = (clearance: number, name: string) =>
  office.act('authority.create-role', { name, clearance, grants: [{ permission: '*' }] })
const strangers: Readonly<Record<'other' | 'roleless' | 'low' | 'outside', TestPrincipal>> = {
  other: await office.open('Otto Other'),
  roleless: await office.colleague('Rolf Roleless', [nothing.id]),
  low: await office.colleague('Lisa Low', [(await everything(0, 'Low')).id]),
  outside: await office.colleague('Ola Outside', [(await everything(3, 'Outside')).id]),
}

/** What each act would be tried with by the owner, who could do it. */
const commandInputs = new Map<string, Record<string, unknown>>()
for (const command of act) commandInputs.set(command.name, (await setScene(office, command)).input)
const queryInputs = new Map<string, Record<string, unknown>>()
for (const query of queries) queryInputs.set(query.name, await setQuestion(office, query))
const talked = await make.task()
const telling = {
  'kernel.search': { text: canary },
  'authority.list-principals': { text: peopleCanary },
  'authority.read-journal': {},
  'work.list-comments': { recordId: talked },
  'directory.list-parties': { text: canary },
  'directory.find-party': { wanted: [{ name: `Twice ${canary} AB` }] },
  'directory.list-duplicates': {},
  'kernel.get-preferences': {},
  'announcements.list-announcements': { box: 'written' },
  'documents.list-places': {},
  'documents.list-register': {},
  'documents.list-papers': { place: `Binder ${canary}` },
}
for (const [name, input] of Object.entries(telling)) queryInputs.set(name, input)
await office.act('work.add-comment', { recordId: talked, text: `A word on ${canary}` })
await make.mail()
await office.act('kernel.set-preference', { key: 'views.stranger', value: canary })
const told = { key: 'stranger', toId: owner.id, titleKey: 'notice.task-handed', params: { title: canary } }
await office.act('notifications.notify', { wishes: [{ ...told, recordId: talked }] }, office.system)
await office.act('documents.place-papers', { ids: [await make.document()], place: `Binder ${canary}` })
await office.act('documents.take-in', { fileId: await make.file(), name: `Scan ${canary}.pdf`, arrivedBy: 'scan' })
const over = await make.document()
await office.act('documents.correct-field', { id: over, name: 'senderName', value: `${canary} AB` })
await office.act('documents.discard', { id: over })
for (let n = 0; n < 2; n++) await make.organisation({ name: `Twice ${canary} AB` })
await office.act('documents.make-separator', { classCodeId: await make.classCode() })
const secret = await make.document()
await office.act('authority.set-record-class', { id: secret, kind: 'document', class: 3, audience: null })

const business = [
  'signing',
  'meeting',
  'meeting-decision',
  'outing',
  'trip',
  'travel-document',
  'calendar',
  'place',
  'event',
  'calendar-account',
  'school-calendar',
  'time-proposal',
  'booking-page',
  'interview',
  'case',
  'answer',
  'letter',
  'letter-merge',
  'letter-template',
  'rota',
  'post-item',
  'post-outgoing',
  'post-stop',
  'letter-box',
  'fax',
  'fax-line',
  'printer',
  'print-job',
  'publication',
  'outlet',
  'page-change',
  'outgoing-check',
  'oncall-alarm',
  'mail-mailbox',
  'mail-thread',
  'saved-answer',
  'mail-rule',
  'conversation',
  'channel',
  'web-form',
  'visitor',
  'kiosk',
  'door-key',
  'held-parcel',
  'presence',
  'slip',
  'call',
  'phone-line',
  'phone-wire',
  'ledger-entry',
  'cash-box',
  'bank-account',
  'payment-run',
  'bank-statement',
  'expense-report',
  'expense-claimant',
  'pay-period',
  'payee',
  'bill',
  'agreement',
  'parcel',
  'invoice',
  'quote',
  'recurring-invoice',
  'announcement',
  'permit',
  'permit-application',
  'task',
  'person',
  'organisation',
  'document',
  'class-code',
  'intake-rule',
  'approval',
  'mandate',
  'absence',
  'procedure',
  'procedure-run',
  'obligation',
  'register',
  'register-row',
  'matter',
  'matter-kind',
  'goal',
  'review',
  'review-mark',
  'backlog',
  'lesson',
  'own-kind',
  'saved-search',
  'hold',
  'share',
  'file-request',
  'registration',
  'destruction-certificate',
]
await superuser.query(
  'update kernel.record set class = greatest(class, 1), audience = $3 where organisation_id = $1 and kind = any($2)',
  [owner.organisationId, business, [owner.id]],
)
await superuser.query(
  'update kernel.search_entry set class = greatest(class, 1), audience = $3 where organisation_id = $1 and kind = any($2)',
  [owner.organisationId, business, [owner.id]],
)
const { rows: records } = await superuser.query<{ id: string }>(
  'select id from kernel.record where organisation_id = $1 and kind = any($2)',
  [owner.organisationId, business],
)
const hidden = records.map(({ id }) => id)

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g

/** The input with every id of something hidden replaced by one that is nobody's. */
const absent = (input: unknown): unknown =>
  JSON.parse(JSON.stringify(input).replaceAll(uuid, id => (hidden.includes(id) ? newId() : id)))
/** An answer without ids and moments, so that two of them can be compared word by word. */
const wording = (answer: unknown): string => JSON.stringify(answer).replaceAll(uuid, '#').replaceAll(instant, '@')

async function answerTo(of: Command | Query, input: unknown, as: TestPrincipal): Promise<unknown> {
  // In the office itself nothing is kept, so that each act meets the office as it was.
  return registry.commandBody(of.name)
    ? office.try(of.name, input, as, { dryRun: as.organisationId === owner.organisationId })
    : office.ask(of.name, input, as)
}

function assertSilent(name: string, answer: unknown, input: unknown, as: TestPrincipal): void {
  const said = JSON.stringify(answer)
  const secrets = as.organisationId === owner.organisationId ? [canary] : [canary, peopleCanary, owner.organisationId]
  for (const word of secrets)
    assert.ok(!said.toLowerCase().includes(word.toLowerCase()), `${name} ${JSON.stringify(input)} tells: ${said}`)
  assert.ok(!said.includes('"fault"'), `${name} ${JSON.stringify(input)}: ${said}`)
}

const untouched = async (work: () => Promise<void>): Promise<void> => {
  const before: Traces = await traces(superuser, owner.organisationId)
  await work()
  assert.deepEqual(await traces(superuser, owner.organisationId), before, 'nothing in the office has changed')
}

const drawn = { ids: [...hidden, newId()], words: ['zqkanar', 'zqkoll', 'task', 'Firm', 'faktura', 'note', 'a'] }

const inputOf = (of: Command | Query): Record<string, unknown> =>
  commandInputs.get(of.name) ?? queryInputs.get(of.name)!

for (const [who, as] of Object.entries(strangers)) {
  test(`${who}: real ids of the office give nothing, in the words for what is not there`, async () => {
    await untouched(async () => {
      for (const of of [...act, ...queries]) {
        const input = inputOf(of)
        const answer = (await answerTo(of, input, as)) as { status: string; refusal?: { name: string } }
        if (who === 'roleless')
          assert.equal(answer.refusal?.name, 'act-not-permitted', `${of.name}: ${JSON.stringify(answer)}`)
        assertSilent(of.name, answer, input, as)
        const nowhere = absent(input)
        if (JSON.stringify(nowhere) !== JSON.stringify(input))
          assert.equal(
            wording(answer),
            wording(await answerTo(of, nowhere, as)),
            `${of.name} of what is hidden and of what is absent`,
          )
      }
    })
  })

  // Without a role nothing is looked at before it is refused: the walk above has shown that of every act.
  if (who === 'roleless') continue
  test(`${who}: inputs made from the schemas give nothing (seed ${seed})`, async t => {
    let valid = 0
    let tried = 0
    await untouched(async () => {
      for (const of of [...act, ...queries]) {
        const made = fc.sample(inputFor(wireSchema(of.input), drawn), { seed, numRuns: runs })
        for (const input of made) {
          tried++
          if (of.input.safeDecode(input as never).success) valid++
          assertSilent(of.name, await answerTo(of, input, as), input, as)
        }
      }
    })
    const share = `${valid} of ${tried} inputs tried were valid by their schema (${Math.round((100 * valid) / tried)} %)`
    t.diagnostic(share)
    assert.ok(valid * 2 >= tried, share)
  })
}

/** What tells of no record at all: counts, words, the organisation itself, and what is only to be shown once. */
const tellsNothing =
  /^((meetings|outings|travel)\.due-now|proofing\.(check|list-words)|cases\.(answer-letter|list-kinds|list-causes|case-figures|find-promises|count-due)|letters\.(preview-template|get-letterhead|letter-to-send|merge-work)|travel\.(get-policy|read-booking)|interviews\.count-cards-due|channels\.(message-to-send|files-to-fetch)|calls\.(due-slips|ringing|get-phone|get-phone-server|my-telephones|lost-calls|call-to-place)|presence\.mine|signatures\.(ask-letter|scan-to-look-at)|oncall\.(due-alarms|get-hours)|visitors\.(due-now|get-settings)|fax\.(check-number|fax-to-send|faxes-to-follow|mail-to-look|fax-reported)|post\.(list-rates|list-costs|count-due)|publishing\.(get-hold|month-report|placement-to-send|page-to-check|pages-to-check)|printing\.(job-to-send|printer-to-look-at|printers-to-look-at)|scheduling\.(read-request|find-times|list-travel|count-proposals-due|count-bookings-due|preview-booking-page)|banking\.(get-settings|run-to-write|statement-to-read|run-of-message|advice-to-send|day-of-account)|receivables\.(get-invoicing|get-network|list-turns-due|list-prices|count-reminders|check-e-invoice|list-due)|expenses\.(get-policy|get-pay-account)|payinputs\.(list-periods|get-own|get-layout|get-file)|payables\.(get-e-invoice|count-due|count-bills|cash-ahead|propose-coding|get-settings|list-parcels|parcel-file|parcel-to-write|parcel-letter)|ledger\.(list-accounts|list-periods|get-settings|list-vat-codes|list-dimensions|list-rates|count-accruals-due|get-trial-balance|get-income-statement|get-balance-sheet|get-vat-report|print-report|export-books|list-imports|list-account-codes)|announcements\.count-unread|notifications\.(count-due-digests|get-settings)|permits\.(get-desk|count-due)|calendar\.(count-due|busy|list-objects|list-holiday-countries|read-school-days|get-day-choice)|invitations\.(messages-to-send|count-open|get-settings|mail-to-look|preview-file|feed-to-fetch)|signatures\.get-service|mail\.(list-clients|to-send|draft-picture|who-writes|who-answers|get-signatures)|mirrors\.(list-clients|list-link-ways)|kernel\.(list-jobs|get-server)|authority\.(permission-matrix|list-open-offers|count-approvals|list-api-tokens|show-link|show-api-token|get-organisation)|work\.(counts|count-cover|count-chases|preview-quick-entry)|directory\.preview-import|supervision\.count-reviews|procedures\.(count-due|preview-rule)|registers\.(list-templates|preview-import)|documents\.(list-label-runs|list-pages|cuttable|office-marks|get-public-register|list-public-register|list-app-passwords|list-versions|list-mailboxes|backlog-source|followed-backlogs|lessons-to-read|own-kind-of|get-keeping|counts|list-rules|page-words|list-classes|stack|readable|preview-confirm|show-share-link))$/

test('the owner, asking the same, is shown the canary: the walks above looked where it is', async () => {
  const silent: string[] = []
  for (const query of queries.filter(({ name }) => !tellsNothing.test(name))) {
    const made = fc.sample(inputFor(wireSchema(query.input), drawn), { seed, numRuns: Math.max(runs, 6) })
    let told = false
    for (const input of [inputOf(query), ...made])
      told ||= /zqkanarie|zqkollega/i.test(JSON.stringify(await office.ask(query.name, input)))
    if (!told) silent.push(query.name)
  }
  assert.deepEqual(silent, [])
})
