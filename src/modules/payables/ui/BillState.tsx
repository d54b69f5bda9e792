import { State } from '../../../web/kit/State.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { billGlyphs, type BillKeys, type BillLine } from './words.ts'

type Standing = Pick<BillLine, 'state' | 'late' | 'hold' | 'stopped'>

/** What keeps it stands before where it is; late is red. */
export function BillState({ bill }: { readonly bill: Standing }) {
  const say = useSay<BillKeys>()
  const open = bill.state !== 'paid' && bill.state !== 'withdrawn'
  if (open && bill.hold) return <State glyph="blocked">{say(`page.bill.${bill.hold}`)}</State>
  if (open && bill.stopped) return <State glyph="blocked">{say('page.bill.blocked')}</State>
  if (open && bill.late) return <State glyph="late">{say('page.bill.late')}</State>
  return <State glyph={billGlyphs[bill.state]}>{say(`state.bill.${bill.state}`)}</State>
}
