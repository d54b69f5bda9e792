import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Call } from '../../../../web/answers.ts'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand, useUndo } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { confirm, discard, getDocument, previewConfirm, setAside, stack } from '../../contract.ts'
import { type ConfirmInput, type DocumentDetail, type Edits, type FieldName, noEdits } from './confirmTypes.ts'

export interface Settled {
  readonly id: string
  readonly title: string
  readonly undo: Call | null
}

/** Which field stands first in line: the first doubtful one, else the first. */
export function firstField(detail: DocumentDetail): FieldName | null {
  const names = fieldsToShow(detail)
  return names.find((name) => isDoubtful(detail, name)) ?? names[0] ?? null
}

/** The fields of its kind, then whatever else was read. */
export function fieldsToShow(detail: DocumentDetail): FieldName[] {
  const asked = detail.asked.map(({ name }) => name)
  const others = detail.fields.map(({ name }) => name).filter((name) => name !== 'kind' && name !== 'currency' && !asked.includes(name))
  return [...asked.filter((name) => name !== 'kind' && name !== 'currency'), ...new Set(others)]
}

export function isDoubtful(detail: DocumentDetail, name: FieldName): boolean {
  const field = detail.fields.find((one) => one.name === name)
  const needed = detail.asked.some((one) => one.name === name && one.needed)
  if (!field) return needed
  return needed ? !field.sure && field.correctedFrom === null : field.confidence < 0.9 && field.correctedFrom === null
}

const choicesOf = ({ kind, fields, task }: Edits): Partial<ConfirmInput> => {
  const changed = Object.entries(fields).map(([name, value]) => ({ name: name as FieldName, value }))
  return { ...(kind ? { kind } : {}), ...(changed.length ? { fields: changed } : {}), ...(task === undefined ? {} : { task: task as ConfirmInput['task'] }) }
}

/** Everything the confirm view knows and may do. Edits are kept a paper at a time, so that going back loses nothing. */
export function useConfirm(id: string | null) {
  const go = useGo()
  const undo = useUndo()
  const pile = useQuery<typeof stack>('documents.stack', { limit: 200 } as never)
  const rows = pile.data?.rows ?? []
  const here = id ?? rows[0]?.id ?? null
  const detail = useQuery<typeof getDocument>('documents.get-document', { id: here ?? '' }, { when: here !== null, keep: false })
  const [allEdits, setAllEdits] = useState<Readonly<Record<string, Edits>>>({})
  const [settled, setSettled] = useState<readonly Settled[]>([])
  const edits = (here && allEdits[here]) || noEdits
  const choices = useMemo(() => choicesOf(edits), [edits])
  const asked = useDeferredValue(choices)
  const effect = useQuery<typeof previewConfirm>('documents.preview-confirm', { id: here ?? '', ...asked } as never, { when: here !== null && detail.data?.row.state === 'to-confirm', keep: true })
  const confirming = useCommand<typeof confirm>('documents.confirm', { quiet: true })
  const aside = useCommand<typeof setAside>('documents.set-aside')
  const discarding = useCommand<typeof discard>('documents.discard')
  const change = useCallback((part: Partial<Edits>) => here && setAllEdits((all) => ({ ...all, [here]: { ...noEdits, ...all[here], ...part } })), [here])

  const next = useMemo(() => {
    const index = rows.findIndex((row) => row.id === here)
    return rows[index + 1]?.id ?? rows.find((row) => row.id !== here)?.id ?? null
  }, [rows, here])
  const goOn = useCallback(() => go(next ? `/confirm/${next}` : '/in', { replace: true }), [go, next])
  useEffect(() => {
    if (!id && rows[0]) go(`/confirm/${rows[0].id}`, { replace: true })
  }, [id, rows, go])

  return {
    rows,
    total: pile.data?.total ?? 0,
    pile,
    here,
    detail,
    edits,
    effect: effect.data ?? null,
    settled,
    refusal: confirming.answer?.status === 'refused' ? confirming.answer.refusal : null,
    busy: confirming.busy,
    setField: (name: FieldName, value: string | null) => change({ fields: { ...edits.fields, [name]: value } }),
    setKind: (kind: Edits['kind']) => change(kind ? { kind } : {}),
    setTask: (task: Edits['task']) => change({ task: task ?? null }),
    confirm: async () => {
      if (!here || !detail.data) return
      const answer = await confirming.run({ id: here, expectedVersion: detail.data.record.version, ...choices } as never)
      if (answer.status !== 'done') return
      setSettled((before) => [...before, { id: here, title: detail.data.row.sender?.name ?? detail.data.record.title, undo: answer.undo }])
      goOn()
    },
    setAside: async () => {
      if (here && detail.data && (await aside.run({ id: here, expectedVersion: detail.data.record.version } as never)).status === 'done') goOn()
    },
    discard: async () => {
      if (here && detail.data && (await discarding.run({ id: here, expectedVersion: detail.data.record.version } as never)).status === 'done') goOn()
    },
    undo: async (one: Settled) => {
      if (one.undo && (await undo(one.undo)).status === 'done') {
        setSettled((before) => before.filter(({ id: settledId }) => settledId !== one.id))
        go(`/confirm/${one.id}`)
      }
    },
    move: (by: number) => {
      const index = rows.findIndex((row) => row.id === here)
      const target = rows[index + by]
      if (target) go(`/confirm/${target.id}`)
    },
  }
}

export type Confirming = ReturnType<typeof useConfirm>
