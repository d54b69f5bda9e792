import { event } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { sendWays } from './shapes.ts'

const about = z.strictObject({ id: z.uuid(), title: z.string() })

export const letterCreated = event('letters.letter-created', about)
/** Saved, at most one in a while: not each stroke is told. */
export const letterSaved = event('letters.letter-saved', about)
export const letterFinished = event('letters.letter-finished', about.extend({ number: z.string() }))
export const letterReopened = event('letters.letter-reopened', about)
export const letterSent = event(
  'letters.letter-sent',
  about.extend({ number: z.string(), how: z.enum(sendWays), partyId: z.uuid().nullable() }),
)
export const letterMailed = event('letters.letter-mailed', about.extend({ to: z.string() }))
export const letterNotMailed = event('letters.letter-not-mailed', about.extend({ to: z.string(), ...workEnvelope }))
export const letterFiled = event('letters.letter-filed', about)
export const letterDiscarded = event('letters.letter-discarded', about)
export const letterRestored = event('letters.letter-restored', about)
export const letterOpened = event('letters.letter-opened', about)
/** Somebody else had saved meanwhile: both are kept. */
export const versionAside = event('letters.version-aside', about.extend({ number: z.int(), ...workEnvelope }))
export const versionRestored = event('letters.version-restored', about.extend({ number: z.int() }))
export const templateCreated = event('letters.template-created', about)
export const templateChanged = event('letters.template-changed', about)
export const templateRetiredEvent = event('letters.template-retired', about)
export const templateRestored = event('letters.template-restored', about)
export const templatesAdded = event('letters.templates-added', z.strictObject({ count: z.int() }))
export const letterheadSet = event('letters.letterhead-set', z.strictObject({ name: z.string() }))

export const letterEvents = [
  letterCreated,
  letterSaved,
  letterFinished,
  letterReopened,
  letterSent,
  letterMailed,
  letterNotMailed,
  letterFiled,
  letterDiscarded,
  letterRestored,
  letterOpened,
  versionAside,
  versionRestored,
  templateCreated,
  templateChanged,
  templateRetiredEvent,
  templateRestored,
  templatesAdded,
  letterheadSet,
]
