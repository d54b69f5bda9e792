/**
 * For each command, a scene in which it can be done: what must be there before, and what of its example that changes.
 * A command without a scene is tried with its example, each id filled by a fresh thing of its kind.
 */
import { randomBytes } from 'node:crypto'
import { newId } from '../src/kernel/ids.ts'
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import type { TestPrincipal } from '../src/kernel/testing.ts'
import type { Command, Query } from '../src/kernel/declare.ts'
import { standardRoles } from '../src/modules/authority/contract.ts'
import { wireSchema } from '../src/surfaces/wire-schema.ts'
import { fill, type Wanted } from './fill.ts'
import type { Office } from './office.ts'
import { backlogScenes } from './scenes-backlog.ts'
import { bankingJobs, bankingQuestions, bankingScenes } from './scenes-banking.ts'
import { caldavQuestions, caldavScenes } from './scenes-caldav.ts'
import { caseQuestions, caseScenes, newAnswer, newCase } from './scenes-cases.ts'
import { calendarQuestions, calendarScenes } from './scenes-calendar.ts'
import { cashScenes } from './scenes-cash.ts'
import { booksQuestions, booksScenes } from './scenes-books.ts'
import { expensesQuestions, expensesScenes } from './scenes-expenses.ts'
import { interviewQuestions, interviewScenes, newInterview } from './scenes-interviews.ts'
import { invitationJobs, invitationQuestions, invitationScenes } from './scenes-invitations.ts'
import { ledgerQuestions, ledgerScenes } from './scenes-ledger.ts'
import { openingQuestions, openingScenes } from './scenes-openings.ts'
import {
  letterJobs,
  letterQuestions,
  letterScenes,
  newLetter,
  newLetterMerge,
  newLetterTemplate,
} from './scenes-letters.ts'
import {
  mailJobs,
  mailQuestions,
  mailScenes,
  newMailbox,
  newMailRule,
  newSavedAnswer,
  newThread,
} from './scenes-mail.ts'
import { meetingQuestions, meetingScenes, newDecision } from './scenes-meetings.ts'
import { mirrorQuestions, mirrorScenes, newCalendarAccount } from './scenes-mirrors.ts'
import { newAlarm, newRota, oncallQuestions, oncallScenes } from './scenes-oncall.ts'
import { newMemo, proofingQuestions, proofingScenes } from './scenes-proofing.ts'
import { newWord, presenceScenes } from './scenes-presence.ts'
import {
  channelsJobs,
  channelsQuestions,
  channelsScenes,
  newChannel,
  newConversation,
  newForm,
} from './scenes-channels.ts'
import { callsJobs, callsQuestions, callsScenes, newCall, newLine, newSlip, newWire } from './scenes-calls.ts'
import { travelQuestions, travelScenes } from './scenes-travel.ts'
import { pageJobs, pageQuestions, pageScenes } from './scenes-pages.ts'
import { parcelJobs, payablesQuestions, payablesScenes } from './scenes-payables.ts'
import { permitQuestions, permitScenes } from './scenes-permits.ts'
import { newInvoice, newQuote, newRecurring, receivablesQuestions, receivablesScenes } from './scenes-receivables.ts'
import {
  bookingScenes,
  newBookingPage,
  newProposal,
  schedulingQuestions,
  schedulingScenes,
} from './scenes-scheduling.ts'
import { newBox, newOutgoing, newPostItem, newRate, newStop, postQuestions, postScenes } from './scenes-post.ts'
import { newDoorKey, newHeldParcel, newKiosk, newVisitor, visitorQuestions, visitorScenes } from './scenes-visitors.ts'
import { faxJobs, faxQuestions, faxScenes, newFax, newFaxLine } from './scenes-fax.ts'
import { newPrinter, newPrintJob, printingJobs, printingQuestions, printingScenes } from './scenes-printing.ts'
import {
  newOutlet,
  newPageChange,
  newPublication,
  publishingJobs,
  publishingQuestions,
  publishingScenes,
} from './scenes-publishing.ts'
import { newSigning, signatureJobs, signatureQuestions, signatureScenes } from './scenes-signatures.ts'
import { newReview, newReviewMark, supervisionQuestions, supervisionScenes } from './scenes-supervision.ts'

/** What a scene changes of the example, and who acts in it: the owner unless it says so. */
export interface Scene {
  readonly input?: Readonly<Record<string, unknown>>
  readonly as?: TestPrincipal
}

let codes = 0

export type Stage = (office: Office) => Promise<Scene>

const on =
  (make: (office: Office) => Promise<string>): Stage =>
  async office => ({ input: { id: await make(office) } })

/** Something the owner was told of by Kontor itself; gives the notice. */
async function aNotice({ act, see, system, owner }: Office): Promise<string> {
  const wish = { key: newId(), toId: owner.id, titleKey: 'notice.task-handed', params: { title: 'Call' } }
  await act('notifications.notify', { wishes: [wish] }, system)
  return (await see('notifications.list-notices', { limit: 1 })).rows[0].id
}

/** A task to which something was done first. */
const task = (command: string, extra: object = {}): Stage =>
  on(async office => {
    const id = await office.make.task()
    await office.act(command, { id, ...extra })
    return id
  })

const withItem =
  (ticked: boolean): Stage =>
  async office => {
    const id = await office.make.task()
    const { itemId } = await office.act('work.add-checklist-item', { id, text: 'One line' })
    if (ticked) await office.act('work.tick-checklist-item', { id, itemId })
    return { input: { id, itemId } }
  }

/** A firm with a detail added by a command. */
const withDetail =
  (command: string, facts: object): Stage =>
  async office => {
    const id = await office.make.organisation()
    const { detailId } = await office.act(command, { id, kind: 'organisation', ...facts })
    return { input: { id, detailId } }
  }

const document = (command: string): Stage =>
  on(async office => {
    const id = await office.make.document()
    await office.act(command, { id })
    return id
  })

/** A field to which something was done first. */
const field =
  (...commands: readonly string[]): Stage =>
  async office => {
    const { id, fieldId } = await office.make.register()
    const input = { id, fieldId }
    for (const command of commands) await office.act(command, input)
    return { input }
  }

const rule: Stage = async office => {
  const { id } = await office.make.register()
  const facts = { name: 'Tell', when: { on: 'added' }, actions: [{ do: 'task', title: 'Tell' }] }
  return { input: { id, ruleId: (await office.act('registers.add-rule', { id, ...facts })).ruleId } }
}

const rows =
  (discarded: boolean): Stage =>
  async office => {
    const { id, rowId } = await office.make.register()
    if (discarded) await office.act('registers.discard-rows', { id, ids: [rowId] })
    return { input: { id, ids: [rowId] } }
  }

/** A run with its open step. */
const withStep: Stage = async ({ make }) => ({ input: await make.run() })

const newMatter = ({ make }: Office): Promise<string> => make.matter()

/** A matter to which something was done first. */
const matter = (command: string, extra: object = {}): Stage =>
  on(async office => {
    const id = await newMatter(office)
    await office.act(command, { id, ...extra })
    return id
  })

const matterItem =
  (ticked: boolean): Stage =>
  async office => {
    const id = await newMatter(office)
    const { itemId } = await office.act('matters.add-item', { id, text: 'One line' })
    if (ticked) await office.act('matters.tick-item', { id, itemId })
    return { input: { id, itemId } }
  }

const budget = { amount: '5000.00', currency: 'SEK' }

const mattersScenes: Readonly<Record<string, Stage>> = {
  'matters.create-matter': async () => ({ input: { budget } }),
  'matters.change-matter': async office => ({ input: { id: await newMatter(office), budget } }),
  'matters.resume-matter': matter('matters.set-waiting', { waitingFor: 'Somebody' }),
  'matters.reopen-matter': matter('matters.close-matter', { outcome: 'settled' }),
  'matters.merge-matters': async office => ({
    input: { id: await newMatter(office), mergedId: await newMatter(office) },
  }),
  'matters.unmerge-matters': async office => {
    const input = { id: await newMatter(office), mergedId: await newMatter(office) }
    await office.act('matters.merge-matters', input)
    return { input }
  },
  'matters.unbind-record': async office => {
    const input = { id: await newMatter(office), recordId: await office.make.task() }
    await office.act('matters.bind-record', input)
    return { input }
  },
  'matters.remove-party': async office => {
    const input = { id: await newMatter(office), partyId: await office.make.organisation(), role: 'counterpart' }
    await office.act('matters.add-party', input)
    return { input }
  },
  'matters.add-party': async office => ({
    input: { id: await newMatter(office), partyId: await office.make.organisation() },
  }),
  'matters.tick-item': matterItem(false),
  'matters.untick-item': matterItem(true),
  'matters.remove-item': matterItem(false),
  'matters.create-kind': async () => ({ input: { pattern: `K${++codes}-{n}` } }),
  'matters.restore-kind': on(async office => {
    const id = await office.make.matterKind()
    await office.act('matters.retire-kind', { id })
    return id
  }),
}

/** A task promised to somebody for a day to come. */
const promised: Stage = on(async ({ make, act }) => {
  const id = await make.task()
  await act('work.promise-task', { id, promisedTo: 'Somebody', forOn: '2126-11-27' })
  return id
})

/** A task that waits, whose answer somebody is reminded of. */
const chased = async ({ make, act }: Office, plan: boolean): Promise<string> => {
  const id = await make.task()
  await act('work.wait-for', { id, waitingFor: 'Somebody' })
  if (plan) await act('work.plan-chase', { id, name: 'Somebody' })
  return id
}

const workScenes: Readonly<Record<string, Stage>> = {
  'work.move-promise': promised,
  'work.withdraw-promise': promised,
  'work.reopen-goal': on(async ({ make, act }) => {
    const id = await make.goal()
    await act('work.end-goal', { id, how: 'reached' })
    return id
  }),
  'work.stop-serving': async ({ make, act }) => {
    const input = { id: await make.goal(), recordId: await make.task() }
    await act('work.serve-goal', input)
    return { input }
  },
  'work.plan-chase': on(office => chased(office, false)),
  'work.stop-chase': on(office => chased(office, true)),
  'work.record-chase': async office => {
    const taskId = await chased(office, true)
    await office.superuser.query(
      `insert into work.chase_line (organisation_id, task_id, n, asked_at, how, state, subject, body)
       values ($1, $2, 1, '2026-11-24', 'mail', 'sending', 'Reminder', 'Text')`,
      [office.owner.organisationId, taskId],
    )
    return { input: { taskId } }
  },
}

const scenes: Readonly<Record<string, Stage>> = {
  ...workScenes,
  ...mattersScenes,
  ...backlogScenes,
  ...pageScenes,
  ...permitScenes,
  ...calendarScenes,
  ...caldavScenes,
  ...meetingScenes,
  ...letterScenes,
  ...openingScenes,
  ...travelScenes,
  ...invitationScenes,
  ...mirrorScenes,
  ...mailScenes,
  ...oncallScenes,
  ...proofingScenes,
  ...signatureScenes,
  ...visitorScenes,
  ...postScenes,
  ...printingScenes,
  ...faxScenes,
  ...publishingScenes,
  ...presenceScenes,
  ...callsScenes,
  ...channelsScenes,
  ...schedulingScenes,
  ...bookingScenes,
  ...interviewScenes,
  ...caseScenes,
  ...supervisionScenes,
  ...bankingScenes,
  ...cashScenes,
  ...ledgerScenes,
  ...expensesScenes,
  ...booksScenes,
  ...payablesScenes,
  ...receivablesScenes,
  'kernel.revive-job': async ({ make }) => ({ input: { jobId: await make.job('dead') } }),
  'kernel.cancel-job': async ({ make }) => ({ input: { jobId: await make.job('waiting') } }),
  'authority.renew-invitation': on(async ({ make }) => (await make.invited()).principalId),
  'authority.enable-principal': on(async ({ make, act }) => {
    const id = await make.principal()
    await act('authority.disable-principal', { id })
    return id
  }),
  'authority.unassign-role': async ({ make, act }) => {
    const [id, roleId] = [await make.principal(), await make.role()]
    await act('authority.assign-role', { id, roleId })
    return { input: { id, roleId } }
  },
  'authority.set-limit': on(({ make }) => make.principal([standardRoles.clerk.id])),
  'authority.set-deputy': async ({ make }) => ({
    input: { id: await make.principal(), deputyId: await make.principal() },
  }),
  'authority.withdraw-approval': async ({ make }) => {
    const { id, asker } = await make.approval()
    return { input: { id }, as: asker }
  },
  'authority.set-record-class': on(({ make }) => make.task()),
  'authority.set-records-class': async ({ make }) => ({ input: { ids: [await make.task(), await make.task()] } }),
  'authority.set-records-back': async ({ make }) => ({
    input: { records: [{ id: await make.task(), class: 1, audience: null, apart: false }] },
  }),
  'authority.redact-journal-line': async ({ make, see }) => {
    await make.task()
    const { rows } = await see('authority.read-journal', { command: 'work.create-task', limit: 1 })
    return { input: { seq: rows[0].seq } }
  },
  'authority.revoke-api-token': on(({ make }) => make.token()),
  'work.reopen-task': task('work.complete-task'),
  'work.unpin-task': task('work.pin-task'),
  'work.stop-waiting': task('work.wait-for', { waitingFor: 'Somebody' }),
  'work.take-task': on(({ make }) => make.task({ ownerId: null })),
  'work.tick-checklist-item': withItem(false),
  'work.untick-checklist-item': withItem(true),
  'work.remove-checklist-item': withItem(false),
  'work.attach-record': async ({ make }) => ({ input: { id: await make.task(), recordId: await make.organisation() } }),
  'work.detach-record': async ({ make, act }) => {
    const input = { id: await make.task(), recordId: await make.organisation() }
    await act('work.attach-record', input)
    return { input }
  },
  'work.remove-comment': async ({ make, act }) => {
    const { recordId, commentId } = await act('work.add-comment', { recordId: await make.task(), text: 'A comment' })
    return { input: { recordId, commentId } }
  },
  'work.reopen-many': async ({ make, act }) => {
    const ids = [await make.task(), await make.task()]
    await act('work.complete-many', { ids })
    return { input: { ids } }
  },
  'work.cover-tasks': async () => ({ input: {} }),
  'procedures.put-in-force': on(async ({ make, act }) => {
    const id = await make.procedure()
    await act('procedures.change-procedure', { id, content: { steps: [{ title: 'Another' }] } })
    return id
  }),
  'procedures.restore-procedure': on(async ({ make, act }) => {
    const id = await make.procedure()
    await act('procedures.retire-procedure', { id })
    return id
  }),
  'procedures.move-run': on(async ({ make, act, see }) => {
    const { id } = await make.run()
    const { run } = await see('procedures.get-run', { id })
    await act('procedures.change-procedure', { id: run.procedure.id, content: { steps: [{ title: 'Another' }] } })
    await act('procedures.put-in-force', { id: run.procedure.id })
    return id
  }),
  'procedures.change-anchor': on(async ({ make }) => (await make.run()).id),
  'procedures.complete-step': withStep,
  'procedures.deviate-step': withStep,
  'procedures.reopen-step': async ({ make, act }) => {
    const input = await make.run()
    await act('procedures.complete-step', { ...input, stepId: input.stepId })
    return { input }
  },
  'procedures.explain-lateness': async ({ make, act }) => {
    const { id } = await make.run()
    const { stepId } = await act('procedures.add-step', { id, title: 'Long ago', dueOn: '2020-01-01' })
    await act('procedures.complete-step', { id, stepId, because: 'It was late' })
    return { input: { id, stepId } }
  },
  'procedures.note-ended': async ({ make }) => {
    const { id, stepId } = await make.run()
    return { input: { id, stepIds: [stepId] } }
  },
  'procedures.note-reopened': async ({ make, act }) => {
    const { id, stepId } = await make.run()
    await act('procedures.complete-step', { id, stepId })
    return { input: { id, stepIds: [stepId] } }
  },
  'procedures.resume-obligation': on(async ({ make, act }) => {
    const id = await make.obligation()
    await act('procedures.end-obligation', { id })
    return id
  }),
  'procedures.take-back-fulfilment': on(async ({ make, act }) => {
    const id = await make.obligation()
    await act('procedures.fulfil-obligation', { id, dueOn: '2126-12-14' })
    return id
  }),
  'directory.unmerge-parties': async ({ make, act }) => {
    const input = { id: await make.organisation(), kind: 'organisation', mergedId: await make.organisation() }
    await act('directory.merge-parties', input)
    return { input }
  },
  'directory.restore-party': on(async ({ make, act }) => {
    const id = await make.organisation()
    await act('directory.retire-party', { id, kind: 'organisation' })
    return id
  }),
  'directory.create-person': async () => ({ input: { emails: [{ email: `${newId()}@example.se` }] } }),
  'directory.import-parties': async () => ({
    input: { text: `Namn;E-post\nFresh ${newId()};${newId()}@example.se\n` },
  }),
  'directory.undo-import': async ({ act }) => ({
    input: {
      importId: (await act('directory.import-parties', { text: `Namn;E-post\nImported;${newId()}@example.se\n` }))
        .importId,
    },
  }),
  'directory.add-membership': async ({ make }) => ({
    input: { id: await make.person(), memberOfId: await make.organisation() },
  }),
  'directory.remove-membership': async ({ make, act }) => {
    const input = { id: await make.person(), memberOfId: await make.organisation() }
    await act('directory.add-membership', input)
    return { input }
  },
  'directory.remove-number': withDetail('directory.add-number', { number: '031-390 06 41' }),
  'directory.remove-email': withDetail('directory.add-email', { email: 'post@example.se' }),
  'directory.remove-address': withDetail('directory.add-address', { city: 'Göteborg' }),
  'directory.remove-account': withDetail('directory.add-account', { number: '5050-1055', scheme: 'bankgiro' }),
  'directory.add-relation': async ({ make }) => ({
    input: { id: await make.person(), kind: 'person', relation: 'deputy-of', otherId: await make.person() },
  }),
  'directory.remove-relation': async ({ make, act }) => {
    const party = { id: await make.person(), kind: 'person' }
    const related = { ...party, relation: 'deputy-of', otherId: await make.person() }
    return { input: { ...party, relationId: (await act('directory.add-relation', related))['relationId'] } }
  },
  'directory.remove-caller-note': async ({ make, act }) => {
    const party = { id: await make.person(), kind: 'person' }
    const note = { ...party, what: 'manner', body: 'Speak slowly.' }
    return { input: { ...party, noteId: (await act('directory.write-caller-note', note))['noteId'] } }
  },
  'directory.keep-apart': async ({ make }) => ({
    input: { id: await make.organisation(), kind: 'organisation', otherId: await make.organisation() },
  }),
  'directory.forget-apart': async ({ make, act }) => {
    const input = { id: await make.organisation(), kind: 'organisation', otherId: await make.organisation() }
    await act('directory.keep-apart', input)
    return { input }
  },
  'notifications.mark-read': async office => ({ input: { ids: [await aNotice(office)] } }),
  'notifications.mark-unread': async office => {
    const ids = [await aNotice(office)]
    await office.act('notifications.mark-read', { ids })
    return { input: { ids } }
  },
  'notifications.forget-browser': async ({ act }) => ({
    input: {
      id: (
        await act('notifications.allow-browser', {
          endpoint: `https://push.example.org/${newId()}`,
          p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
          auth: 'tBHItJI5svbpez7KI4CCXg',
          name: 'Firefox',
        })
      ).id,
    },
  }),
  'directory.caller-card': on(({ make }) => make.person()),
  'directory.add-senders': async ({ make }) => ({
    input: { senders: [{ sourceId: await make.document(), name: 'Hisings Ventilation AB' }] },
  }),
  'documents.connect-mailbox': async office => ({ input: await mailbox(office) }),
  'documents.begin-editing': async () => ({ input: { token: newId(), path: 'In/note.odt' } }),
  'documents.end-editing': async ({ act }) => {
    const token = newId()
    await act('documents.begin-editing', { token, path: `In/${token}` })
    return { input: { token } }
  },
  'documents.create-app-password': async () => ({
    input: { name: 'Scanner', digest: randomBytes(32).toString('hex') },
  }),
  'documents.revoke-app-password': async ({ act }) => ({
    input: await act('documents.create-app-password', { name: 'Old', digest: randomBytes(32).toString('hex') }),
  }),
  'documents.destroy': async ({ make }) => ({ input: { ids: [await make.due()] } }),
  'documents.create-own-kind': async () => ({ input: { name: `Own ${++codes}` } }),
  'documents.change-own-kind': async ({ make }) => ({ input: { id: await make.ownKind(), name: `Other ${++codes}` } }),
  'documents.restore-search': on(async ({ make, act }) => {
    const id = await make.savedSearch()
    await act('documents.drop-search', { id })
    return id
  }),
  'documents.recall-lessons': async ({ make, act }) => {
    const ids = [await make.lesson()]
    await act('documents.forget-lessons', { ids })
    return { input: { ids } }
  },
  'documents.record-bytes-gone': async ({ make }) => ({
    input: { certificateId: await make.certificate() },
  }),
  'documents.note-shredded': async ({ make, act }) => {
    const ids = [await make.document()]
    await act('documents.place-papers', { ids, place: 'Binder 12', shredFrom: '2020-01-01' })
    return { input: { ids } }
  },
  'documents.record-reading': async ({ make }) => ({ input: await make.arrived() }),
  'documents.confirm-sure': async ({ make }) => ({ input: { ids: [await make.sure()] } }),
  'documents.reopen-document': on(({ make }) => make.confirmed()),
  'documents.reopen-pile': async ({ make }) => ({ input: { ids: [await make.confirmed()] } }),
  'documents.bring-back': document('documents.set-aside'),
  'documents.restore': async ({ make, act }) => {
    const id = await make.document()
    await act('documents.discard', { id })
    return { input: { ids: [id] } }
  },
  'documents.is-duplicate': async ({ make }) => ({ input: await make.duplicate() }),
  'documents.keep-both': on(async ({ make }) => (await make.duplicate()).id),
  'registers.restore-register': on(async office => {
    const { id } = await office.make.register()
    await office.act('registers.retire-register', { id })
    return id
  }),
  'registers.change-field': field(),
  'registers.convert-field': field(),
  'registers.order-fields': async office => {
    const { id, fieldId } = await office.make.register()
    return { input: { id, fieldIds: [fieldId] } }
  },
  'registers.drop-field': field(),
  'registers.restore-field': field('registers.drop-field'),
  'registers.purge-field': field('registers.drop-field'),
  'registers.restore-row': on(async office => {
    const { rowId } = await office.make.register()
    await office.act('registers.discard-row', { id: rowId })
    return rowId
  }),
  'registers.discard-rows': rows(false),
  'registers.restore-rows': rows(true),
  'registers.undo-import': async office => {
    const { id } = await office.make.register()
    return {
      input: { id, importId: (await office.act('registers.import-rows', { id, text: 'Number\nK 1\n' })).importId },
    }
  },
  'registers.change-rule': rule,
  'registers.switch-rule': rule,
  'registers.remove-rule': rule,
  'registers.fire-rule': async office => {
    const { id, rowId } = await office.make.register()
    const facts = { name: 'Tell', when: { on: 'added' }, actions: [{ do: 'task', title: 'Tell' }] }
    const { ruleId } = await office.act('registers.add-rule', { id, ...facts })
    return { input: { id: rowId, registerId: id, ruleId } }
  },
  'documents.untick-requested-item': async ({ make, act }) => {
    const id = await make.fileRequest()
    await act('documents.tick-requested-item', { id, position: 1 })
    return { input: { id, position: 1 } }
  },
  'documents.record-request-sent': async ({ act }) => {
    const wanted = { title: 'Papers', askedOf: 'Eva', email: 'eva@example.org', items: ['Lease'], dueOn: '2126-12-01' }
    return { input: { id: (await act('documents.ask-for-files', wanted)).id } }
  },
  'documents.receive-requested': async ({ make }) => ({
    input: { id: await make.fileRequest(), fileId: await make.file(), position: 1 },
  }),
  'documents.create-class-code': async () => ({ input: { code: `990.${++codes}` } }),
}

/** What a mailbox is connected with; its password was sealed before. */
async function mailbox({ pool, owner }: Office): Promise<Readonly<Record<string, unknown>>> {
  return {
    name: 'Bills',
    host: 'imap.example.org',
    port: 993,
    encryption: 'tls',
    username: 'bills@example.org',
    folder: 'INBOX',
    withOld: false,
    secretId: await sealSecret({ pool }, owner.organisationId, { secret: 'canary', purpose: 'a scene' }),
  }
}

/** A fresh thing of a kind. Where the schema leaves the kind open, the directory means a firm, and others a task. */
export async function freshOf(office: Office, { kind }: Wanted, module: string): Promise<string> {
  const { make, owner } = office
  switch (kind ?? (module === 'directory' ? 'organisation' : 'task')) {
    case 'announcement':
      return make.announcement()
    case 'permit':
      return make.permit()
    case 'permit-application':
      return make.application()
    case 'approval':
      return (await make.approval()).id
    case 'register':
      return (await make.register()).id
    case 'register-row':
      return (await make.register()).rowId
    case 'backlog':
      return make.backlog()
    case 'class-code':
      return make.classCode()
    case 'document':
      return make.document()
    case 'own-kind':
      return make.ownKind()
    case 'saved-search':
      return make.savedSearch()
    case 'lesson':
      return make.lesson()
    case 'registration':
      return make.registration()
    case 'file-request':
      return make.fileRequest()
    case 'share':
      return make.share()
    case 'hold':
      return make.hold()
    case 'mailbox':
      return (await office.act('documents.connect-mailbox', await mailbox(office))).id
    case 'calendar-account':
      return newCalendarAccount(office)
    case 'destruction-certificate':
      return make.certificate()
    case 'letter':
      return newLetter(office)
    case 'letter-merge':
      return newLetterMerge(office)
    case 'letter-template':
      return newLetterTemplate(office)
    case 'meeting':
      return make.meeting()
    case 'meeting-decision':
      return newDecision(office)
    case 'outing':
      return make.outing()
    case 'trip':
      return make.trip()
    case 'travel-document':
      return make.passport()
    case 'calendar':
      return make.calendar()
    case 'place':
      return make.place()
    case 'event':
      return make.event()
    case 'file':
      return make.file()
    case 'intake-rule':
      return make.rule()
    case 'mandate':
      return make.mandate()
    case 'organisation':
      return make.organisation()
    case 'goal':
      return make.goal()
    case 'matter':
      return make.matter()
    case 'matter-kind':
      return make.matterKind()
    case 'person':
      return make.person()
    case 'procedure':
      return make.procedure()
    case 'procedure-run':
      return (await make.run()).id
    case 'expense-report':
      return make.expenseReport()
    case 'pay-period':
      return make.payPeriod()
    case 'payee':
      return make.payee()
    case 'school-calendar':
      return make.schoolCalendar()
    case 'bank-account':
      return make.bankAccount()
    case 'cash-box':
      return make.cashBox()
    case 'payment-run':
      return make.paymentRun()
    case 'bank-statement':
      return make.bankStatement()
    case 'ledger-entry':
      return make.ledgerEntry()
    case 'invoice':
      return newInvoice(office)
    case 'quote':
      return newQuote(office)
    case 'recurring-invoice':
      return newRecurring(office)
    case 'bill':
      return make.bill()
    case 'agreement':
      return make.agreement()
    case 'parcel':
      return make.parcel()
    case 'obligation':
      return make.obligation()
    case 'absence':
      return make.absence()
    case 'principal':
      return make.principal()
    case 'post-item':
      return newPostItem(office)
    case 'post-outgoing':
      return newOutgoing(office)
    case 'post-stop':
      return newStop(office)
    case 'postage-rate':
      return newRate(office)
    case 'fax':
      return newFax(office)
    case 'fax-line':
      return newFaxLine(office)
    case 'printer':
      return newPrinter(office)
    case 'print-job':
      return newPrintJob(office)
    case 'publication':
      return newPublication(office)
    case 'outlet':
      return newOutlet(office)
    case 'page-change':
      return newPageChange(office)
    case 'letter-box':
      return newBox(office)
    case 'rota':
      return newRota(office)
    case 'slip':
      return newSlip(office)
    case 'call':
      return newCall(office)
    case 'phone-line':
      return newLine(office)
    case 'phone-wire':
      return newWire(office)
    case 'presence':
      return newWord(office)
    case 'mail-mailbox':
      return newMailbox(office)
    case 'mail-thread':
      return newThread(office)
    case 'saved-answer':
      return newSavedAnswer(office)
    case 'channel':
      return newChannel(office)
    case 'web-form':
      return newForm(office)
    case 'conversation':
      return newConversation(office)
    case 'mail-rule':
      return newMailRule(office)
    case 'signing':
      return newSigning(office)
    case 'visitor':
      return newVisitor(office)
    case 'kiosk':
      return newKiosk(office)
    case 'door-key':
      return newDoorKey(office)
    case 'held-parcel':
      return newHeldParcel(office)
    case 'outgoing-check':
      return newMemo(office)
    case 'oncall-alarm':
      return newAlarm(office)
    case 'case':
      return newCase(office)
    case 'answer':
      return newAnswer(office)
    case 'interview':
      return newInterview(office)
    case 'booking-page':
      return newBookingPage(office)
    case 'time-proposal':
      return newProposal(office)
    case 'review':
      return newReview(office)
    case 'review-mark':
      return newReviewMark(office)
    case 'role':
      return make.role()
    case 'task':
      return make.task()
    default:
      throw new Error(`no maker for a ${kind} of ${owner.organisationId}`)
  }
}

/** Sets the scene for a command and gives the input to try it with, and by whom. */
export async function setScene(
  office: Office,
  command: Command,
): Promise<{ input: Record<string, unknown>; as: TestPrincipal }> {
  const scene = (await scenes[command.name]?.(office)) ?? {}
  const example = command.example as Record<string, unknown>
  const rest = Object.fromEntries(Object.entries(example).filter(([name]) => !(name in (scene.input ?? {}))))
  const module = command.name.split('.')[0]!
  const filled = (await fill(wireSchema(command.input), rest, wanted => freshOf(office, wanted, module))) as object
  return {
    input: { ...filled, ...scene.input },
    as: scene.as ?? (command.door === 'none' ? office.system : office.owner),
  }
}

/** What some queries need beside their example. */
const questions: Readonly<Record<string, Stage>> = {
  ...permitQuestions,
  ...calendarQuestions,
  ...caldavQuestions,
  ...meetingQuestions,
  ...letterQuestions,
  ...openingQuestions,
  ...oncallQuestions,
  ...proofingQuestions,
  ...signatureQuestions,
  ...visitorQuestions,
  ...callsQuestions,
  ...channelsQuestions,
  ...postQuestions,
  ...printingQuestions,
  ...faxQuestions,
  ...publishingQuestions,
  ...travelQuestions,
  ...schedulingQuestions,
  ...interviewQuestions,
  ...caseQuestions,
  ...invitationQuestions,
  ...mirrorQuestions,
  ...mailQuestions,
  ...bankingQuestions,
  ...ledgerQuestions,
  ...expensesQuestions,
  ...booksQuestions,
  ...payablesQuestions,
  ...receivablesQuestions,
  ...supervisionQuestions,
  ...pageQuestions,
  'registers.preview-conversion': field(),
  'authority.show-link': on(async ({ make }) => (await make.invited()).invitationId),
  'authority.show-api-token': on(({ make }) => make.token()),
  'documents.readable': async ({ make }) => ({ input: await make.arrived() }),
  'registers.rows-naming': async ({ make, act }) => {
    const [{ id }, recordId] = [await make.register(), await make.task()]
    await act('registers.add-field', { id, name: 'About', type: 'record' })
    await act('registers.add-row', { register: id, values: { number: newId(), about: recordId } })
    return { input: { recordId } }
  },
  'registers.list-rule-runs': async office => {
    const { id, rowId } = await office.make.register()
    const { record } = await office.see('registers.get-row', { id: rowId })
    const facts = { name: 'Tell', when: { on: 'added' }, actions: [{ do: 'task', title: 'Tell' }] }
    await office.act('registers.add-rule', { id, ...facts })
    await office.act('registers.add-row', { register: id, values: { number: `${record.title} again` } })
    await office.act('registers.apply-rules', { registerId: id }, office.system)
    return { input: { id } }
  },
}

/** Queries that Kontor's own jobs ask; whoever else does, is told that there is nothing. */
export const askedByJobs: readonly string[] = [
  'documents.backlog-source',
  ...bankingJobs,
  ...parcelJobs,
  ...pageJobs,
  ...callsJobs,
  ...invitationJobs,
  ...letterJobs,
  ...mailJobs,
  ...channelsJobs,
  ...signatureJobs,
  ...printingJobs,
  ...faxJobs,
  ...publishingJobs,
]

/** An input that a query can be answered to. */
export async function setQuestion(office: Office, query: Query): Promise<Record<string, unknown>> {
  const { input } = (await questions[query.name]?.(office)) ?? {}
  const example = query.example as Record<string, unknown>
  const rest = Object.fromEntries(Object.entries(example).filter(([name]) => !(name in (input ?? {}))))
  const module = query.name.split('.')[0]!
  return {
    ...((await fill(wireSchema(query.input), rest, wanted => freshOf(office, wanted, module))) as object),
    ...input,
  }
}

/** Names of commands that have a scene: each must exist, or the scene is left over. */
export const sceneNames: readonly string[] = [...Object.keys(scenes), ...Object.keys(questions)]
