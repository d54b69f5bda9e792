import { noticeStore } from '../../../../web/kit/notices.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useUndo } from '../../../../web/useCommand.ts'
import { useUndoMany } from '../../../../web/useMany.ts'
import type { MailKeys, ThreadLine } from '../words.ts'
import type { Acts } from './useActs.tsx'
import type { Chosen } from './useChosen.ts'

export interface MailKeysProps {
  readonly rows: readonly ThreadLine[]
  readonly here: string | null
  readonly setHere: (id: string) => void
  readonly open: (id: string | null, options?: { replace?: boolean }) => void
  readonly isPhone: boolean
  readonly acts: Acts
  readonly chosen: Chosen
  readonly searching: () => void
}

/** The desk by keys: `j` and `k` go through the threads and show each beside. */
export function useMailKeys({ rows, here, setHere, open, isPhone, acts, chosen, searching }: MailKeysProps): void {
  const say = useSay<MailKeys>()
  const go = useGo()
  const undo = useUndo()
  const undoMany = useUndoMany()
  const group = say('page.mail')
  const at = rows.findIndex(row => row.id === here)
  const step = (by: number) => {
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]
    if (!next) return
    setHere(next.id)
    if (!isPhone) open(next.id, { replace: true })
  }
  const takeBack = () => {
    const last = noticeStore.get()
    if (last?.undoAll) void undoMany(last.undoAll.toReversed())
    else if (last?.undo) void undo(last.undo)
  }
  const key = (keys: string, label: string, run: () => void) => ({ keys, label, run, group })
  useHotkeys([
    key('j', say('key.next'), () => step(1)),
    key('k', say('key.previous'), () => step(-1)),
    { ...key('arrowdown', say('key.next'), () => step(1)), silent: true },
    { ...key('arrowup', say('key.previous'), () => step(-1)), silent: true },
    here !== null && key('enter', say('key.open'), () => open(here)),
    here !== null && key('x', say('key.select'), () => chosen.toggle(here)),
    here !== null && key('shift+x', say('key.select-to'), () => chosen.toggle(here, true)),
    rows.length > 0 && key('mod+a', say('page.mail.select-all'), chosen.all),
    chosen.ids.size > 0 && key('escape', say('key.clear'), chosen.clear),
    key('/', say('page.mail.find'), searching),
    key('u', say('undo'), takeBack),
    key('shift+n', say('page.mail.write'), () => go('/mail/new')),
    ...acts.list.map(({ keys, label, run }) => keys && key(keys, label, run)),
  ])
}
