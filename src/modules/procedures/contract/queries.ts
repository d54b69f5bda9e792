import { query } from '../../../kernel/declare.ts'
import {
  choice,
  confidentiality,
  count,
  day,
  flag,
  id,
  instant,
  longText,
  minutes,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { consequences, repeatRule } from '../../work/contract.ts'
import {
  basisKinds,
  can,
  content,
  example,
  examplePerson,
  head,
  named,
  obligationStates,
  procedureStates,
  recurrence,
  runStates,
  startedBy,
  startEvent,
  startRule,
  stepStates,
} from './shapes.ts'
import { list } from '../../../kernel/shapes.ts'

const punctuality = { ended: count(), onTime: count() }

export const procedureLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  class: confidentiality(),
  version: z.int(),
  state: choice(procedureStates),
  owner: named.nullable(),
  ownerRole: z.string().nullable(),
  /** The version in force; null before the first. */
  number: z.int().nullable(),
  /** A changed version waits to be put in force. */
  changed: flag(),
  steps: count(),
  nextOn: day().nullable(),
  byEvent: z.string().nullable(),
  running: count(),
  ...punctuality,
})

export const listProcedures = query({
  name: 'procedures.list-procedures',
  summary: 'Procedures with their owner, when each starts next, what runs and how punctual it was.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(procedureStates)).min(1).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    ...slice,
  }),
  output: list(procedureLine),
  kinds: ['procedure', 'procedure-run'],
  example: {},
})

const runLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  state: choice(runStates),
  procedure: named.nullable(),
  number: z.int(),
  about: named.nullable(),
  anchorOn: day(),
  startedAt: instant(),
  how: choice(startedBy),
  done: count(),
  steps: count(),
  late: count(),
  dueOn: day().nullable(),
})

export const getProcedure = query({
  name: 'procedures.get-procedure',
  summary: 'One procedure: its questions and steps, when it starts, its versions, what runs, how punctual it was.',
  input: z.strictObject({ id: id('procedure') }),
  output: z.strictObject({
    record: head(procedureStates),
    purpose: longText(),
    owner: named.nullable(),
    ownerRole: z.string().nullable(),
    number: z.int().nullable(),
    content,
    /** The changed version that waits to be put in force. */
    draft: content.nullable(),
    rule: startRule.nullable(),
    event: startEvent.nullable(),
    /** The days of the rule that come next. */
    nextOn: z.array(day()),
    versions: z.array(
      z.strictObject({
        number: z.int(),
        madeAt: instant(),
        by: named.nullable(),
        inForceAt: instant().nullable(),
        steps: count(),
      }),
    ),
    runs: z.array(runLine),
    people: z.array(named),
    can,
  }),
  kinds: ['procedure', 'procedure-run'],
  example: { id: example },
})

export const listRuns = query({
  name: 'procedures.list-runs',
  summary: 'Runs of procedures with their progress.',
  input: z.strictObject({
    text: text(200).optional(),
    procedureId: id('procedure').optional(),
    aboutId: id(undefined, { hidden: true }).optional(),
    states: z.array(choice(runStates)).min(1).optional(),
    ...slice,
  }),
  output: list(runLine),
  kinds: ['procedure-run'],
  example: {},
})

const runStep = z.strictObject({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  howTo: z.string(),
  state: choice(stepStates),
  owner: named.nullable(),
  ownerRole: z.string().nullable(),
  standsInFor: named.nullable(),
  taskId: z.uuid().nullable(),
  dueOn: day().nullable(),
  beginOn: day().nullable(),
  effortMinutes: minutes().nullable(),
  waitsFor: z.array(z.int()),
  evidence: flag(),
  evidenceRecord: named.nullable(),
  added: flag(),
  late: flag(),
  endedAt: instant().nullable(),
  endedBy: named.nullable(),
  because: z.string().nullable(),
  /** It ended late, and nobody has said why. */
  unexplained: flag(),
})

export const getRun = query({
  name: 'procedures.get-run',
  summary: 'One run: its steps with who, when, how far, what deviated and why.',
  input: z.strictObject({ id: id('procedure-run') }),
  output: z.strictObject({
    record: head(runStates),
    run: runLine,
    answers: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
    startedBy: named.nullable(),
    endedAt: instant().nullable(),
    because: z.string().nullable(),
    /** The version in force, where it is newer than the run's. */
    newer: z.int().nullable(),
    steps: z.array(runStep),
    can,
  }),
  kinds: ['procedure-run', 'task'],
  example: { id: example },
})

export const figures = query({
  name: 'procedures.figures',
  summary: 'How punctual a procedure was, month by month and step by step.',
  input: z.strictObject({ id: id('procedure'), months: z.int().min(1).max(36).default(12) }),
  output: z.strictObject({
    title: z.string(),
    months: z.array(z.strictObject({ month: z.string(), ...punctuality })),
    steps: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        ...punctuality,
        skipped: count(),
        otherwise: count(),
        medianDaysLate: z.int(),
      }),
    ),
    runs: z.strictObject({ ...punctuality, cancelled: count() }),
  }),
  kinds: ['procedure-run'],
  example: { id: example },
})

const obligationFacts = {
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  state: choice(obligationStates),
  basis: choice(basisKinds),
  basisText: z.string().nullable(),
  counterpart: named.nullable(),
  owner: named.nullable(),
  ownerRole: z.string().nullable(),
}

export const listObligations = query({
  name: 'procedures.list-obligations',
  summary: 'Obligations with the day each falls due next.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(obligationStates)).min(1).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    withoutOwner: flag().optional(),
    ...slice,
  }),
  output: list(z.strictObject({ ...obligationFacts, nextOn: day().nullable() })),
  kinds: ['obligation'],
  example: {},
})

const obligationDay = z.strictObject({
  dueOn: day(),
  state: choice(['coming', 'raised', 'late', 'fulfilled']),
  taskId: z.uuid().nullable(),
  fulfilledAt: instant().nullable(),
  by: named.nullable(),
  evidence: named.nullable(),
  note: z.string(),
})

export const year = query({
  name: 'procedures.year',
  summary: 'What falls due in the year ahead, day by day, with what is late, and what nobody owns.',
  permission: 'procedures.list-obligations',
  input: z.strictObject({
    from: day().optional(),
    months: z.int().min(1).max(24).default(12),
    ownerId: id('principal', { control: 'person' }).optional(),
  }),
  output: z.strictObject({
    from: day(),
    to: day(),
    rows: z.array(
      z.strictObject({ ...obligationFacts, dueOn: day(), day: choice(['coming', 'raised', 'late', 'fulfilled']) }),
    ),
    withoutOwner: count(),
    proposals: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        source: z.string(),
        rule: recurrence,
        nextOn: day().nullable(),
      }),
    ),
  }),
  kinds: ['obligation'],
  example: {},
})

export const getObligation = query({
  name: 'procedures.get-obligation',
  summary: 'One obligation: its basis, whose it is, its days past and coming, with evidence.',
  input: z.strictObject({ id: id('obligation') }),
  output: z.strictObject({
    record: head(obligationStates),
    ...obligationFacts,
    basisRecord: named.nullable(),
    rule: recurrence.nullable(),
    leadDays: count(),
    ifLate: choice(consequences),
    consequence: z.string().nullable(),
    note: longText(),
    evidence: flag(),
    days: z.array(obligationDay),
    can,
  }),
  kinds: ['obligation', 'task'],
  example: { id: example },
})

export const duties = ['procedure', 'step', 'obligation', 'task'] as const
export const findings = ['nobody', 'role-empty', 'no-deputy', 'away-uncovered', 'deputy-away'] as const

export const listCover = query({
  name: 'procedures.list-cover',
  summary: 'Every recurring duty with whose it is and who covers it; absences ahead; and what nobody would do.',
  input: z.strictObject({ personId: id('principal', { control: 'person' }).optional() }),
  output: z.strictObject({
    duties: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: choice(duties),
        record: named,
        what: z.string(),
        owner: named.nullable(),
        ownerRole: z.string().nullable(),
        deputy: named.nullable(),
        nextOn: day().nullable(),
        finding: choice(findings).nullable(),
        /** The absence that the finding is about. */
        away: z.strictObject({ fromOn: day(), untilOn: day() }).nullable(),
      }),
    ),
    people: z.array(z.strictObject({ person: named, deputy: named.nullable(), duties: count() })),
    findings: count(),
  }),
  kinds: ['procedure', 'obligation', 'task', 'absence'],
  example: {},
})

export const rhythms = [
  'workdays',
  'week',
  'two-weeks',
  'workday-of-month',
  'day-of-month',
  'weekday-of-month',
  'year',
] as const

export const habit = z.strictObject({
  title: z.string(),
  rhythm: choice(rhythms),
  /** The weekday (1 Monday), the day or the number within the month. */
  n: z.int(),
  /** For the nth weekday of the month: which weekday. */
  weekday: z.int().nullable(),
  times: count(),
  lastOn: day(),
  nextOn: day().nullable(),
  rule: recurrence,
  repeat: repeatRule,
})

const line = z.strictObject({ record: named, dueOn: day().nullable(), state: z.string() })

export const handOver = query({
  name: 'procedures.hand-over',
  summary:
    "A person's work to hand over: what they own, what runs and waits, what comes back when, whom they have to do with, what they did lately, and rules proposed from their habits.",
  input: z.strictObject({
    personId: id('principal', { control: 'person' }),
    days: z.int().min(1).max(365).default(30),
  }),
  output: z.strictObject({
    person: named,
    deputy: named.nullable(),
    today: day(),
    since: day(),
    away: z.array(z.strictObject({ fromOn: day(), untilOn: day(), deputy: named.nullable() })),
    tasks: z.array(z.strictObject({ ...line.shape, repeats: flag(), source: named.nullable() })),
    steps: z.array(z.strictObject({ ...line.shape, step: z.string() })),
    /** What they wait for from somebody else; it stands among the tasks as well. */
    waiting: z.array(
      z.strictObject({ record: named, waitingFor: z.string(), since: instant(), chaseOn: day().nullable() }),
    ),
    /** What comes back by itself, with its next days. */
    procedures: z.array(z.strictObject({ ...line.shape, nextDays: z.array(day()) })),
    obligations: z.array(z.strictObject({ ...line.shape, nextDays: z.array(day()) })),
    /** People and organisations their work is for or waits for, those met most first. */
    calls: z.array(z.strictObject({ party: named, tasks: count() })),
    done: z.array(z.strictObject({ record: named, on: day() })),
    /** Their tasks that somebody who stood in has done. */
    inPlace: z.array(z.strictObject({ record: named, on: day(), by: named.nullable() })),
    doneTotal: count(),
    /** Acts by name, most first. */
    acts: z.array(z.strictObject({ command: z.string(), count: count() })),
    habits: z.array(habit),
    /** Rhythms that were refused. */
    refused: z.array(z.strictObject({ title: z.string(), rhythm: choice(rhythms) })),
  }),
  kinds: ['procedure', 'procedure-run', 'obligation', 'task', 'absence'],
  example: { personId: examplePerson },
})

export const countDue = query({
  name: 'procedures.count-due',
  summary: 'How many runs, steps and obligations are to be raised now.',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

export const previewRule = query({
  name: 'procedures.preview-rule',
  summary: 'The next days of a rule, as they would be with the holidays of the office; none where it cannot be read.',
  permission: 'procedures.list-procedures',
  input: z.strictObject({ rule: recurrence }),
  output: z.strictObject({ days: z.array(day()), readable: flag() }),
  example: { rule: { rrule: 'FREQ=MONTHLY;BYWORKDAY=3', fromOn: '2026-11-01' } },
})

export const procedureQueries = [
  listProcedures,
  getProcedure,
  listRuns,
  getRun,
  figures,
  listObligations,
  year,
  getObligation,
  listCover,
  handOver,
  countDue,
  previewRule,
]
