/** How the year's office works: procedures with their runs, obligations, habits, and what stands with its bookkeeper when she goes away. */
import { systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { ask, must, type Seeding } from './seeding.ts'
import { at } from './year-days.ts'

export interface YearFrame {
  readonly ownerId: string
  readonly people: ReadonlySet<string>
  readonly bookkeeper: string
  readonly reception: string
  readonly monthEnd: string
}

/** Whose the bills are: what confirming them makes is hers. */
const bookkeepersPapers = ['bill', 'reminder', 'credit-note']

const due = (days: number) => ({ from: 'anchor', days, unit: 'workday', shift: 'none' })

/** The ways of working that stand from the first day. */
export async function openYear(seeding: Seeding, ownerId: string): Promise<YearFrame> {
  const [bookkeeper, reception] = ['Maria Lindqvist', 'Nadia Rahimi'].map(name => seeding.people.get(name))
  if (!bookkeeper || !reception) throw new Error('the year lacks its people')
  const { rows: rules } = (await ask(seeding, ownerId, 'documents.list-rules', {})) as never as {
    rows: { id: string; version: number; kind: string }[]
  }
  for (const { id, version, kind } of rules)
    if (bookkeepersPapers.includes(kind))
      await must(seeding, ownerId, 'documents.change-rule', { id, expectedVersion: version, ownerId: bookkeeper })
  const { id: monthEnd } = await must(seeding, ownerId, 'procedures.create-procedure', {
    title: 'Month-end',
    purpose: 'So that the books of a month are closed by its third working day and nobody has to ask.',
    ownerId: bookkeeper,
    inForce: true,
    content: {
      steps: [
        { key: 'bills', title: 'Collect the bills that are still out', due: due(-1), effortMinutes: 40 },
        {
          key: 'cash',
          title: 'Count the petty cash',
          due: due(0),
          effortMinutes: 15,
          howTo: 'The box is in the safe, the key with Elin. Count twice; write the sum in the cash book and sign.',
          checklist: ['Notes', 'Coins', 'Receipts'],
        },
        { key: 'report', title: 'Send the report to Johan', due: due(1), waits: 'all-before' },
      ],
    },
  })
  await must(seeding, ownerId, 'procedures.adopt-obligations', { keys: ['vat', 'accounts'], ownerId: bookkeeper })
  return { ownerId, people: new Set(seeding.people.values()), bookkeeper, reception, monthEnd }
}

/** A month begins: the last one is closed, what the law asks for is raised, and the hours go to the payroll office. */
export async function turnOfMonth(seeding: Seeding, frame: YearFrame, on: Temporal.PlainDate): Promise<void> {
  seeding.now = at(on, '08:05')
  await must(seeding, frame.bookkeeper, 'procedures.start-run', {
    id: frame.monthEnd,
    anchorOn: on.add({ days: 4 }).toString(),
  })
  await must(seeding, systemPrincipalId, 'procedures.raise-due', {})
  const { id } = await must(seeding, frame.bookkeeper, 'work.create-task', {
    title: `Send the hours of ${on.subtract({ months: 1 }).toString().slice(0, 7)} to the payroll office`,
  })
  await must(seeding, frame.bookkeeper, 'work.complete-task', { id })
}

/** Fridays somebody orders fruit; nobody has written down that it is so. */
export async function weekOf(seeding: Seeding, frame: YearFrame, on: Temporal.PlainDate): Promise<void> {
  if (on.dayOfWeek !== 5) return
  seeding.now = at(on, '16:00')
  const { id } = await must(seeding, frame.reception, 'work.create-task', {
    title: `Weekly order of fruit, week ${on.weekOfYear}`,
  })
  await must(seeding, frame.reception, 'work.complete-task', { id })
}

/** What the bookkeeper has open on the day she goes away: a run half done, somebody to hear from, a promise. */
export async function closeYear(seeding: Seeding, frame: YearFrame, today: Temporal.PlainDate): Promise<void> {
  const { bookkeeper, monthEnd } = frame
  const { runId } = (await must(seeding, bookkeeper, 'procedures.start-run', {
    id: monthEnd,
    anchorOn: today.toString(),
  })) as never as { runId: string }
  const { steps } = (await ask(seeding, bookkeeper, 'procedures.get-run', { id: runId })) as never as {
    steps: { id: string; late: boolean }[]
  }
  await must(seeding, bookkeeper, 'procedures.complete-step', {
    id: runId,
    stepId: steps[0]!.id,
    ...(steps[0]!.late ? { because: 'The last bill came in the afternoon post' } : {}),
  })
  const task = (title: string, more: object) => must(seeding, bookkeeper, 'work.create-task', { title, ...more })
  const { id: copy } = await task('Copy of bill 40117', {
    forId: seeding.parties.get('Johan Almgren'),
    dueOn: today.add({ days: 2 }).toString(),
  })
  await must(seeding, bookkeeper, 'work.wait-for', {
    id: copy,
    waitingFor: 'Bredband Väst',
    chaseOn: today.add({ days: 1 }).toString(),
  })
  const { id: answer } = await task('Tell Karin Öberg what is left of the budget of Kv. Hajen', {
    dueOn: today.toString(),
    forId: seeding.parties.get('Karin Öberg'),
  })
  await must(seeding, bookkeeper, 'work.promise-task', {
    id: answer,
    promisedTo: 'Karin Öberg',
    partyId: seeding.parties.get('Karin Öberg'),
    forOn: today.toString(),
  })
}
