import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, instant, longText, money, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export const caseStates = ['new', 'owned', 'waiting', 'answered', 'closed', 'dropped'] as const
export type CaseState = (typeof caseStates)[number]
export const sorts = ['question', 'complaint', 'request'] as const
export type Sort = (typeof sorts)[number]
export const channels = ['call', 'mail', 'post', 'counter', 'web', 'message', 'meeting', 'other'] as const
export const tones = ['calm', 'upset', 'rude'] as const
export type Tone = (typeof tones)[number]
export const waitingFor = ['customer', 'inside'] as const
export const remedyWays = ['refund', 'credit', 'discount', 'replacement', 'repair', 'gift', 'other'] as const
export const verdicts = ['content', 'partly', 'not'] as const
export type Verdict = (typeof verdicts)[number]
export const entrySorts = ['said', 'note', 'answer'] as const
export const mailStates = ['waits', 'sent', 'failed', 'no-door'] as const
/** How the promised answer time stands: running, stopped while one waits, kept, broken, or none promised. */
export const clockStates = ['running', 'stopped', 'kept', 'broken', 'none'] as const

export const email = () => z.string().trim().toLowerCase().max(254).pipe(z.email())
export const language = () => choice(languages, { control: 'language', folded: true })

export const caseFacts = {
  partyId: id().meta({ control: 'record', optionsFrom: 'directory.list-parties' }).nullable().optional(),
  contactName: text(200).nullable().optional(),
  contactEmail: email().nullable().optional(),
  contactPhone: text(60, { folded: true }).nullable().optional(),
  language: language().optional(),
  product: text(120, { folded: true }).nullable().optional(),
}

export const kindName = z.strictObject({ id: z.uuid(), sort: choice(sorts), title: z.string() })
export const clock = z.strictObject({
  state: choice(clockStates),
  dueAt: instant().nullable(),
  /** Working minutes until the promise breaks; negative since it broke. */
  leftMinutes: z.int().nullable(),
})

export const caseLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  number: z.string(),
  state: choice(caseStates),
  kind: kindName,
  channel: choice(channels),
  from: z.string().nullable(),
  party: named.nullable(),
  owner: named.nullable(),
  tone: choice(tones),
  receivedAt: instant(),
  clock,
  waitingFor: choice(waitingFor).nullable(),
  verdict: choice(verdicts).nullable(),
  cause: z.string().nullable(),
})

export const entryLine = z.strictObject({
  id: z.uuid(),
  what: choice(entrySorts),
  body: longText(),
  language: z.string(),
  by: named.nullable(),
  at: instant(),
  mail: choice(mailStates).nullable(),
  mailTo: z.string().nullable(),
  mailError: z.string().nullable(),
  apology: flag(),
})

export const remedyLine = z.strictObject({
  id: z.uuid(),
  way: choice(remedyWays),
  amount: money().nullable(),
  note: z.string(),
  by: named.nullable(),
  at: instant(),
})

export const foundPromise = z.strictObject({
  /** Where the words begin in the text. */
  place: count(),
  /** The sentence it was said in. */
  words: z.string(),
  /** Who promised, where the sentence names somebody; null is whoever wrote it. */
  who: z.string().nullable(),
  on: day(),
})

export const answerText = z.strictObject({ language: choice(languages), question: z.string(), body: longText() })
export const answerLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  languages: z.array(choice(languages)),
  tags: z.array(z.string()),
  owner: named.nullable(),
  validUntil: day().nullable(),
  reviewOn: day(),
  /** Its day of review or its last day has come. */
  old: flag(),
  retired: flag(),
  used: count(),
  /** Of the cases it was used in that have a verdict: how many were content. */
  content: count(),
  judged: count(),
})

export const example = '019aa000-0000-7000-8000-0000000000c1'
export const exampleOther = '019aa000-0000-7000-8000-0000000000c2'
