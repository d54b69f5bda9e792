import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useMany } from '../../../../web/useMany.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { useColleagues } from '../confirm/TaskLine.tsx'
import { type DocumentLine, kinds } from '../kinds.ts'

type Change = 'kind' | 'class' | 'audience' | 'matter'

interface ChangeManyProps {
  readonly rows: readonly DocumentLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}

const classes = [0, 1, 2, 3] as const

/** One fact for many documents: by one act where there is one for many, else one after the other with progress and one Undo. */
export function ChangeMany({ rows, onClose, onDone }: ChangeManyProps) {
  const say = useSay<DocumentKeys>()
  const many = useMany()
  const setting = useCommand('authority.set-records-class')
  const changes = useChanges(rows)
  const [what, setWhat] = useState<Change>(changes[0] ?? 'class')
  const [value, setValue] = useState('')
  const [only, setOnly] = useState<readonly string[]>([])
  const ready = value !== '' && (what !== 'audience' || value === 'all' || only.length > 0)
  const change = async () => {
    const about = { kind: 'document', ids: rows.map(({ id }) => id) }
    if (what === 'class') return (await setting.run({ ...about, class: Number(value) } as never)).status === 'done'
    if (what === 'audience')
      return (await setting.run({ ...about, audience: value === 'all' ? null : [...only] } as never)).status === 'done'
    onClose()
    const { done } = await many(
      rows.map(({ id }) =>
        what === 'kind'
          ? { command: 'documents.set-kind', input: { id, kind: value } }
          : { command: 'matters.bind-record', input: { id: value, recordId: id } },
      ),
    )
    return done > 0
  }
  const send = async () => {
    if (!ready || !(await change())) return
    onClose()
    onDone()
  }
  const title = say(`page.many.${what}`)
  const act = say('page.many.change').replace(/…$/, '')
  return (
    <Dialog title={act} about={say('page.documents.count', { count: rows.length })} onClose={onClose}>
      <SendForm
        sending={{ answer: null, busy: setting.busy }}
        submit={act}
        refused={ready ? undefined : say('page.many.choose')}
        onSend={send}
        onCancel={onClose}
      >
        <Field label={say('page.many.what')}>
          {control => (
            <select
              className="input"
              {...control}
              data-autofocus
              value={what}
              onChange={event => {
                setWhat(changes.find(one => one === event.target.value) ?? what)
                setValue('')
              }}
            >
              {changes.map(one => (
                <Choice key={one} value={one} words={say(`page.many.${one}`)} />
              ))}
            </select>
          )}
        </Field>
        <Field label={title}>
          {control => (
            <select className="input" {...control} value={value} onChange={event => setValue(event.target.value)}>
              <option value="" />
              <Options what={what} />
            </select>
          )}
        </Field>
        {what === 'audience' && value === 'only' ? <Audience chosen={only} onChange={setOnly} /> : null}
      </SendForm>
    </Dialog>
  )
}

const correctable: ReadonlySet<string> = new Set(['to-confirm', 'needs-help', 'set-aside'])

/** What may be changed of all of these: a confirmed paper keeps its kind. */
function useChanges(rows: readonly DocumentLine[]): readonly Change[] {
  const mayStand = usePermission('authority.set-record-class')
  const mayBind = usePermission('matters.bind-record')
  const mayCorrect = usePermission('documents.correct-field')
  const may: Readonly<Record<Change, boolean>> = {
    kind: mayCorrect && rows.every(({ state }) => correctable.has(state)),
    class: mayStand,
    audience: mayStand,
    matter: mayBind,
  }
  return (['class', 'audience', 'matter', 'kind'] as const).filter(one => may[one])
}

interface Named {
  readonly id: string
  readonly title?: string
  readonly name?: string
}
const rowsOf = (data: unknown): readonly Named[] =>
  (data as { readonly rows: readonly Named[] } | undefined)?.rows ?? []

function Options({ what }: { readonly what: Change }) {
  const say = useSay<DocumentKeys>()
  const matters = useQuery<unknown>(
    'matters.list-matters',
    { states: ['open', 'waiting'], limit: 200 },
    { when: what === 'matter', fresh_ms: 60_000 },
  )
  if (what === 'kind') return kinds.map(kind => <Choice key={kind} value={kind} words={say(`choice.kind.${kind}`)} />)
  if (what === 'class')
    return classes.map(level => <Choice key={level} value={String(level)} words={say(`record.class.${level}`)} />)
  if (what === 'matter')
    return rowsOf(matters.data).map(({ id, title }) => <Choice key={id} value={id} words={title ?? ''} />)
  return (
    <>
      <Choice value="all" words={say('page.many.everybody')} />
      <Choice value="only" words={say('page.many.only')} />
    </>
  )
}

const Choice = ({ value, words }: { readonly value: string; readonly words: string }) => (
  <option value={value}>{words}</option>
)

/** People and roles of the office, several of them. */
function Audience({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  const say = useSay<DocumentKeys>()
  const colleagues = useColleagues()
  const may = usePermission('authority.list-roles')
  const roles = rowsOf(useQuery<unknown>('authority.list-roles', {}, { when: may, fresh_ms: 300_000 }).data)
  const all = [...roles.map(({ id, title, name }) => ({ id, name: title ?? name ?? '' })), ...colleagues]
  return (
    <Field label={say('page.many.only')}>
      {control => (
        <select
          className="input"
          {...control}
          multiple
          size={Math.min(10, Math.max(4, all.length))}
          style={{ height: 'auto' }}
          value={[...chosen]}
          onChange={event => onChange([...event.target.selectedOptions].map(option => option.value))}
        >
          {all.map(({ id, name }) => (
            <Choice key={id} value={id} words={name} />
          ))}
        </select>
      )}
    </Field>
  )
}
