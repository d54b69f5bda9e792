import type { Formats } from '../../../../web/format/formats.ts'
import type { SayFunction } from '../../../../web/language/Say.tsx'
import type { DocumentKeys, ReadField } from './confirmTypes.ts'

type From = Pick<NonNullable<ReadField['learnt']>, 'taughtAt' | 'mine'>

/** “learnt from your correction on 12 March” */
export const learntWords = (say: SayFunction<DocumentKeys>, formats: Formats, { taughtAt, mine }: From): string =>
  say(mine ? 'page.confirm.learnt-yours' : 'page.confirm.learnt', { day: formats.fullDay(formats.dayOf(taughtAt)) })
