import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Refusal } from '../../../../web/answers.ts'
import { useGo } from '../../../../web/Link.tsx'
import { tellAnswer, useCommand, useUndo } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { confirm, discard, getDocument, previewConfirm, setAside } from '../../contract.ts'
import { type ConfirmInput, type Consequence, type Edits, type FieldName, noEdits } from './confirmTypes.ts'
import { isOpen } from './doubts.ts'
import { useConfirmSure } from './useConfirmSure.ts'
import { useTellLearnt } from './useTellLearnt.ts'
import { type Settled, usePile } from './usePile.ts'
import { usePrefetch } from './usePrefetch.ts'

function choicesOf({ fields, task, matterId: _matter, ...others }: Edits): Partial<ConfirmInput> {
  const changed = Object.entries(fields).map(([name, value]) => ({ name: name as FieldName, value }))
  return {
    ...others,
    ...(changed.length ? { fields: changed } : {}),
    ...(task === undefined ? {} : { task: task as ConfirmInput['task'] }),
  }
}

/** What will happen is the same, whether its account is accepted or not. */
const withoutAcceptance = ({ acceptAccount: _accepted, ...choices }: Partial<ConfirmInput>) => choices

/** A query's address cannot say null: what a person chose to leave out is left out of the answer here. */
const withNothing = (effect: Consequence, { task, classCodeId, senderId }: Edits): Consequence => ({
  ...effect,
  ...(task === null ? { task: null } : {}),
  ...(classCodeId === null ? { classCode: null, keepUntil: null, keptForGood: false } : {}),
  ...(senderId === null ? { sender: null } : {}),
})

/** Where the refusal is told, at the foot of the fields: the field it is about points there. */
export const refusalId = 'confirm-refusal'

/** Everything the confirm view knows and may do. Edits are kept a paper at a time, so that going back loses nothing. */
export function useConfirm(id: string | null) {
  const go = useGo()
  const undo = useUndo()
  const { pile, rows, total, here, following, next, settled, setSettled } = usePile(id)
  const detail = useQuery<typeof getDocument>(
    'documents.get-document',
    { id: here ?? '' },
    { when: here !== null, keep: false },
  )
  const [allEdits, setAllEdits] = useState<Readonly<Record<string, Edits>>>({})
  const edits = (here && allEdits[here]) || noEdits
  const choices = useMemo(() => choicesOf(edits), [edits])
  const asked = useDeferredValue(useMemo(() => withoutAcceptance(choices), [choices]))
  const effect = useQuery<typeof previewConfirm>('documents.preview-confirm', { id: here ?? '', ...asked } as never, {
    when: here !== null && isOpen(detail.data),
    keep: true,
  })
  const effectOf = useRef<string | null>(null)
  if (effect.data && !effect.isPlaceholderData) effectOf.current = here
  const shownEffect = effectOf.current === here && effect.data ? withNothing(effect.data, edits) : null
  const confirming = useCommand<typeof confirm>('documents.confirm', { quiet: true })
  const binding = useCommand('matters.bind-record', { quiet: true })
  const aside = useCommand<typeof setAside>('documents.set-aside')
  const discarding = useCommand<typeof discard>('documents.discard')
  const sure = useConfirmSure()
  const tellLearnt = useTellLearnt()
  /** A refusal speaks of the paper it was given for. */
  const [refused, setRefused] = useState<{ readonly id: string; readonly refusal: Refusal } | null>(null)
  const underWay = useRef(new Set<string>())
  /** The matter that each paper is to be bound to, as its line says. */
  const intended = useRef(new Map<string, string>())
  const intend = useCallback((paper: string, matter: string | null) => {
    if (matter) intended.current.set(paper, matter)
    else intended.current.delete(paper)
  }, [])
  const change = useCallback(
    (part: Partial<Edits>) => here && setAllEdits(all => ({ ...all, [here]: { ...noEdits, ...all[here], ...part } })),
    [here],
  )

  usePrefetch(next)
  const goTo = (target: string | null | undefined) => go(target ? `/confirm/${target}` : '/in', { replace: true })
  const goOn = () => goTo(next)
  useEffect(() => {
    if (!id && rows[0]) go(`/confirm/${rows[0].id}`, { replace: true })
  }, [id, rows, go])

  const takeBack = async (one: Settled) => {
    if (one.also) await undo(one.also)
    if (!one.undo || (await undo(one.undo)).status !== 'done') return
    setSettled(before => before.filter(({ id: settledId }) => settledId !== one.id))
    go(`/confirm/${one.id}`)
  }

  return {
    rows,
    total,
    pile,
    here,
    detail,
    edits,
    /** Of this paper alone: the answer for the one before is not shown while the next is asked. */
    effect: shownEffect,
    /** What confirming will do is known, or will not be. */
    previewed: shownEffect !== null || effect.isError,
    settled,
    refusal: refused?.id === here ? refused.refusal : null,
    busy: here !== null && confirming.busy && settled.every(one => one.at_ms !== null),
    setField: (name: FieldName, value: string | null) => change({ fields: { ...edits.fields, [name]: value } }),
    intend,
    setTask: (task: NonNullable<Edits['task']> | null) => change({ task }),
    change,
    /** Back to what was read or proposed. */
    forget: (name: keyof Edits) => {
      if (!here) return
      const { [name]: _forgotten, ...kept } = edits
      setAllEdits(all => ({ ...all, [here]: { ...noEdits, ...kept } }))
    },
    /** Who sent it: a party of the directory, or a name; the name comes into the directory unless it is kept out. */
    setSender: (name: string | null, { id: partyId = null as string | null, keptOut = false } = {}) => {
      if (!here) return
      const { senderId: _party, newSender: _new, ...kept } = edits
      const replaces = partyId === null && Boolean(detail.data?.row.sender?.id)
      const sender: Partial<Edits> = partyId
        ? { senderId: partyId }
        : keptOut
          ? { newSender: false, ...(replaces ? { senderId: null } : {}) }
          : replaces
            ? name
              ? { newSender: { name } }
              : { senderId: null }
            : {}
      const next: Edits = { ...kept, ...sender, fields: { ...edits.fields, senderName: name } }
      setAllEdits(all => ({ ...all, [here]: next }))
    },
    sureCount: pile.data?.sure ?? 0,
    confirmSure: async () => {
      const gone = new Set(await sure.run())
      if (!here || !gone.has(here)) return
      goTo(following.find(({ id: other }) => !gone.has(other))?.id)
    },
    confirm: async () => {
      if (!here || !detail.data || underWay.current.has(here)) return
      const paper = {
        id: here,
        title: detail.data.row.sender?.name ?? detail.data.record.title,
        undo: null,
        at_ms: null,
      }
      // Where nothing speaks against it the next paper is there at once; should it be refused after all, this one comes back.
      const stopped = shownEffect !== null && shownEffect.changedAccounts.length > 0 && !edits.acceptAccount
      const ahead = next !== null && shownEffect !== null && shownEffect.missing.length === 0 && !stopped
      underWay.current.add(here)
      setRefused(null)
      const leave = () => {
        setSettled(before => [...before, paper])
        goOn()
      }
      if (ahead) leave()
      const input = { id: here, expectedVersion: detail.data.record.version, ...choices }
      const answer = await confirming.run(input as never)
      underWay.current.delete(here)
      if (answer.status === 'done') {
        if (!ahead) leave()
        setSettled(before =>
          before.map(one => (one.id === here ? { ...one, undo: answer.undo, at_ms: Date.now() } : one)),
        )
        const matter = intended.current.get(here)
        if (matter) {
          const bound = await binding.run({ id: matter, recordId: here } as never)
          if (bound.status === 'done')
            setSettled(before => before.map(one => (one.id === here ? { ...one, also: bound.undo } : one)))
          else tellAnswer(bound)
        }
        void tellLearnt(here)
        return
      }
      setSettled(before => before.filter(one => one.id !== here))
      if (answer.status === 'refused') setRefused({ id: here, refusal: answer.refusal })
      else tellAnswer(answer)
      if (ahead && answer.status !== 'asked') go(`/confirm/${here}`)
    },
    setAside: async () => {
      if (
        here &&
        detail.data &&
        (await aside.run({ id: here, expectedVersion: detail.data.record.version } as never)).status === 'done'
      )
        goOn()
    },
    discard: async () => {
      if (
        here &&
        detail.data &&
        (await discarding.run({ id: here, expectedVersion: detail.data.record.version } as never)).status === 'done'
      )
        goOn()
    },
    undo: takeBack,
    /** The paper confirmed last, back on the pile. */
    undoLast: async () => {
      const last = settled.at(-1)
      if (last) await takeBack(last)
    },
    move: (by: number) => {
      const index = rows.findIndex(row => row.id === here)
      const target = rows[index + by]
      if (target) go(`/confirm/${target.id}`)
    },
  }
}

export type Confirming = ReturnType<typeof useConfirm>
