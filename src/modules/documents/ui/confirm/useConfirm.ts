import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Call } from '../../../../web/answers.ts'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand, useUndo } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { confirm, confirmSure, discard, getDocument, previewConfirm, setAside, stack } from '../../contract.ts'
import {
  type ConfirmInput,
  type Consequence,
  type DocumentDetail,
  type Edits,
  type FieldName,
  noEdits,
} from './confirmTypes.ts'

export interface Settled {
  readonly id: string
  readonly title: string
  readonly undo: Call | null
}

const openStates: ReadonlySet<string> = new Set(['to-confirm', 'needs-help', 'set-aside'])
/** Whether it can still be confirmed. */
export const isOpen = (detail: DocumentDetail | undefined): boolean => openStates.has(detail?.row.state ?? '')

type Asked = DocumentDetail['asked']

/** What is asked of it: of the kind it was read as, or of the one a person chose. */
export const askedOf = (detail: DocumentDetail, edits: Edits, effect: Consequence | null): Asked =>
  edits.kind && effect?.kind === edits.kind ? effect.asked : detail.asked

/** Which field stands first in line: the first doubtful one, else the first. */
export function firstField(detail: DocumentDetail): FieldName | null {
  const names = fieldsToShow(detail, detail.asked)
  return names.find(name => isDoubtful(detail, name, detail.asked)) ?? names[0] ?? null
}

const unshown: ReadonlySet<FieldName> = new Set(['kind', 'currency'])
/** The sender’s numbers stand at its name; they are shown where they were read and doubtful alone. */
const quiet: ReadonlySet<FieldName> = new Set(['senderVatNumber', 'senderOrganisationNumber', 'bic', 'payable'])

/** The fields of its kind that were read or are needed, then whatever else was read; the empty ones that nobody needs come last. */
export function fieldsToShow(detail: DocumentDetail, asked: Asked): FieldName[] {
  const read = new Set(detail.fields.map(({ name }) => name))
  const names = asked.map(({ name }) => name).filter(name => !unshown.has(name))
  const needed = new Set(asked.filter(one => one.needed).map(({ name }) => name))
  const others = [...read].filter(name => !unshown.has(name) && !quiet.has(name) && !names.includes(name))
  const standing = names.filter(name => needed.has(name) || (read.has(name) && !quiet.has(name)))
  const empty = names.filter(name => !standing.includes(name) && !quiet.has(name))
  return [...new Set([...standing, ...others, ...empty])]
}

export function isDoubtful(detail: DocumentDetail, name: FieldName, asked: Asked): boolean {
  const field = detail.fields.find(one => one.name === name)
  const needed = asked.some(one => one.name === name && one.needed)
  if (!field) return needed
  if (field.correctedFrom !== null) return false
  return needed ? !field.sure : field.confidence < 0.9
}

function choicesOf({ fields, task, ...others }: Edits): Partial<ConfirmInput> {
  const changed = Object.entries(fields).map(([name, value]) => ({ name: name as FieldName, value }))
  return {
    ...others,
    ...(changed.length ? { fields: changed } : {}),
    ...(task === undefined ? {} : { task: task as ConfirmInput['task'] }),
  }
}

/** A query's address cannot say null: what a person chose to leave out is left out of the answer here. */
const withNothing = (effect: Consequence, { task, classCodeId, senderId }: Edits): Consequence => ({
  ...effect,
  ...(task === null ? { task: null } : {}),
  ...(classCodeId === null ? { classCode: null, keepUntil: null, keptForGood: false } : {}),
  ...(senderId === null ? { sender: null } : {}),
})

/** Everything the confirm view knows and may do. Edits are kept a paper at a time, so that going back loses nothing. */
export function useConfirm(id: string | null) {
  const go = useGo()
  const undo = useUndo()
  const pile = useQuery<typeof stack>('documents.stack', { limit: 200 } as never)
  const rows = pile.data?.rows ?? []
  const here = id ?? rows[0]?.id ?? null
  const detail = useQuery<typeof getDocument>(
    'documents.get-document',
    { id: here ?? '' },
    { when: here !== null, keep: false },
  )
  const [allEdits, setAllEdits] = useState<Readonly<Record<string, Edits>>>({})
  const [settled, setSettled] = useState<readonly Settled[]>([])
  const edits = (here && allEdits[here]) || noEdits
  const choices = useMemo(() => choicesOf(edits), [edits])
  const asked = useDeferredValue(choices)
  const effect = useQuery<typeof previewConfirm>('documents.preview-confirm', { id: here ?? '', ...asked } as never, {
    when: here !== null && isOpen(detail.data),
    keep: true,
  })
  const effectOf = useRef<string | null>(null)
  if (effect.data && !effect.isPlaceholderData) effectOf.current = here
  const confirming = useCommand<typeof confirm>('documents.confirm', { quiet: true })
  const aside = useCommand<typeof setAside>('documents.set-aside')
  const discarding = useCommand<typeof discard>('documents.discard')
  const sure = useCommand<typeof confirmSure>('documents.confirm-sure')
  const { clear } = confirming
  // A refusal speaks of the paper it was given for.
  useEffect(clear, [here, clear])
  const change = useCallback(
    (part: Partial<Edits>) => here && setAllEdits(all => ({ ...all, [here]: { ...noEdits, ...all[here], ...part } })),
    [here],
  )

  const next = useMemo(() => {
    const index = rows.findIndex(row => row.id === here)
    return rows[index + 1]?.id ?? rows.find(row => row.id !== here)?.id ?? null
  }, [rows, here])
  const goOn = useCallback(() => go(next ? `/confirm/${next}` : '/in', { replace: true }), [go, next])
  useEffect(() => {
    if (!id && rows[0]) go(`/confirm/${rows[0].id}`, { replace: true })
  }, [id, rows, go])

  const takeBack = async (one: Settled) => {
    if (!one.undo || (await undo(one.undo)).status !== 'done') return
    setSettled(before => before.filter(({ id: settledId }) => settledId !== one.id))
    go(`/confirm/${one.id}`)
  }

  return {
    rows,
    total: pile.data?.total ?? 0,
    pile,
    here,
    detail,
    edits,
    /** Of this paper alone: the answer for the one before is not shown while the next is asked. */
    effect: effectOf.current === here && effect.data ? withNothing(effect.data, edits) : null,
    settled,
    refusal: confirming.answer?.status === 'refused' ? confirming.answer.refusal : null,
    busy: confirming.busy,
    setField: (name: FieldName, value: string | null) => change({ fields: { ...edits.fields, [name]: value } }),
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
      const answer = await sure.run({})
      if (answer.status === 'done' && here && answer.output.ids.includes(here)) goOn()
    },
    confirm: async () => {
      if (!here || !detail.data) return
      const answer = await confirming.run({
        id: here,
        expectedVersion: detail.data.record.version,
        ...choices,
      } as never)
      if (answer.status !== 'done') return
      setSettled(before => [
        ...before,
        { id: here, title: detail.data.row.sender?.name ?? detail.data.record.title, undo: answer.undo },
      ])
      goOn()
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
