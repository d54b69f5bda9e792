import { query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, instant, longText, money, slice, text, z } from '../../../kernel/schema.ts'
import { can, head, list, named, waitingRow } from '../../../kernel/shapes.ts'
import { getAnswer, listAnswers, offerAnswers } from './answer-queries.ts'
import { answerLetter, countDue } from './inner-queries.ts'
import * as s from './shapes.ts'

const person = () => id('principal', { control: 'person' })
const reads = { permission: 'cases.list-cases', kinds: ['case'] } as const

export const listCases = query({
  name: 'cases.list-cases',
  summary: 'Cases, by state, kind, owner, customer, cause and words; the one whose promise breaks first stands first.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.caseStates)).max(6).optional(),
    sorts: z.array(choice(s.sorts)).max(3).optional(),
    kindId: id().optional(),
    ownerId: person().optional(),
    mine: flag().optional(),
    partyId: id().optional(),
    causeId: id().optional(),
    late: flag().optional(),
    from: day().optional(),
    until: day().optional(),
    sort: choice(['due', '-received']).default('due'),
    ...slice,
  }),
  output: list(s.caseLine),
  ...reads,
  example: {},
})

export const listWaiting = query({
  name: 'cases.list-waiting',
  summary: 'Cases that came in and are nobody’s yet.',
  input: z.strictObject(slice),
  output: list(waitingRow),
  ...reads,
  example: {},
})

export const getCase = query({
  name: 'cases.get-case',
  summary: 'A case: its story, clock, remedies, verdict, what it repeats, promises found in it, and what can be done.',
  input: z.strictObject({ id: id('case') }),
  output: z.strictObject({
    record: head(s.caseStates),
    number: z.string(),
    kind: s.kindName,
    channel: choice(s.channels),
    party: named.nullable(),
    contact: z.strictObject({
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    /** Where an answer by mail would go: the contact’s, else the customer’s own address. */
    language: choice(languages),
    product: z.string().nullable(),
    tone: choice(s.tones),
    owner: named.nullable(),
    source: named.nullable(),
    receivedAt: instant(),
    clock: s.clock,
    answeredAt: instant().nullable(),
    /** The mailbox that an answer by mail goes out from, in the thread of the question; null: by the house's door. */
    answersBy: z.strictObject({ threadId: z.uuid(), mailbox: z.string(), address: z.string() }).nullable(),
    waiting: z.strictObject({ for: choice(s.waitingFor), what: z.string() }).nullable(),
    cause: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
    responsible: named.nullable(),
    asksVerdict: flag(),
    verdict: z.strictObject({ says: choice(s.verdicts), words: z.string().nullable(), at: instant() }).nullable(),
    repeats: named.nullable(),
    repeatSettled: flag(),
    /** Later cases that say they are this one again. */
    repeatedBy: z.array(named),
    /** Earlier cases of the same customer that look alike. */
    alike: z.array(named),
    reopened: count(),
    entries: z.array(s.entryLine),
    remedies: z.array(s.remedyLine),
    promises: z.array(z.strictObject({ entryId: z.uuid(), ...s.foundPromise.shape, past: flag() })),
    tasks: z.array(named),
    answers: z.array(named),
    documents: z.array(named),
    can,
  }),
  permission: 'cases.list-cases',
  kinds: ['case', 'task'],
  example: { id: s.example },
})

export const openingOf = query({
  name: 'cases.opening-of',
  summary: 'What is known of a new case that is opened about a record: a customer, a paper, a mail, a call.',
  permission: 'cases.open-case',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({ about: named, isParty: flag() }),
  tool: false,
  example: { id: s.exampleOther },
})

export const listKinds = query({
  name: 'cases.list-kinds',
  summary: 'Kinds of cases of the office, with what is promised for each.',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      sort: choice(s.sorts),
      name: z.string().nullable(),
      answerMinutes: z.int().nullable(),
      warnMinutes: z.int(),
      stopsForCustomer: flag(),
      stopsInside: flag(),
      asksVerdict: flag(),
      escalateTo: named.nullable(),
      retired: flag(),
    }),
  ),
  ...reads,
  example: {},
})

export const listCauses = query({
  name: 'cases.list-causes',
  summary: 'The office’s list of causes.',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(z.strictObject({ id: z.uuid(), title: z.string(), retired: flag(), count: count() })),
  ...reads,
  example: {},
})

export const caseFigures = query({
  name: 'cases.case-figures',
  summary:
    'How many cases came, by month, kind and cause; how many were answered in time, how fast, and how content people were.',
  input: z.strictObject({ from: day(), until: day(), sort: choice(s.sorts).optional() }),
  output: z.strictObject({
    total: count(),
    months: z.array(
      z.strictObject({
        month: z.string(),
        questions: count(),
        complaints: count(),
        requests: count(),
        kept: count(),
        broken: count(),
      }),
    ),
    kinds: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        count: count(),
        kept: count(),
        broken: count(),
        /** Half of the answers came faster, working minutes. */
        medianMinutes: z.int().nullable(),
        content: count(),
        partly: count(),
        not: count(),
        reopened: count(),
      }),
    ),
    causes: z.array(
      z.strictObject({
        id: z.uuid().nullable(),
        title: z.string().nullable(),
        count: count(),
        /** In as many days before `from`. */
        before: count(),
        repeats: count(),
        remedies: z.array(money()),
        not: count(),
      }),
    ),
  }),
  ...reads,
  example: { from: '2026-01-01', until: '2026-12-31' },
})

export const findPromises = query({
  name: 'cases.find-promises',
  summary: 'Promises with a day in a text that somebody wrote or noted: the words, who, and for when.',
  permission: 'cases.list-cases',
  input: z.strictObject({
    text: longText(20_000),
    language: choice(languages).optional(),
    /** The day on which it was written; today, where it is not said. */
    on: day().optional(),
  }),
  output: z.strictObject({ rows: z.array(s.foundPromise) }),
  example: { text: 'You will have it on Friday.', language: 'en', on: '2026-11-24' },
})

export * from './answer-queries.ts'
export * from './inner-queries.ts'

export const caseQueries = [
  listCases,
  listWaiting,
  getCase,
  openingOf,
  listKinds,
  listCauses,
  caseFigures,
  listAnswers,
  getAnswer,
  offerAnswers,
  findPromises,
  answerLetter,
  countDue,
]
