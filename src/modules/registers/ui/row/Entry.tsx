import '../shared/register.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Happened, Links } from '../../../../web/kit/record/Side.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { commandIcon, kindWords } from '../../../../web/kit/words.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import { EntryDialog } from '../shared/EntryDialog.tsx'
import { ShownValue } from '../shared/Shown.tsx'
import type { EntryDetail, RegisterKeys } from '../shared/words.ts'
import { Comments } from './Comments.tsx'

const inPlace = new Set(['registers.change-row', 'work.add-comment'])

/** One entry of a register. */
export default function EntryPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<EntryDetail> query="registers.get-row" id={id}>
      {detail => <Entry detail={detail} key={id} />}
    </RecordOf>
  )
}

function Entry({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<RegisterKeys>()
  const { record, register, fields, values } = detail
  const [changing, setChanging] = useState(false)
  const mayChange = detail.can.some(({ command }) => command === 'registers.change-row')
  useHotkeys([mayChange ? { keys: 'shift+e', label: say('registers.change-row'), run: () => setChanging(true) } : null])
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.registers'), href: '/registers' },
        { label: register.plural, href: `/registers/${register.id}` },
      ]}
      state={detail.discarded ? <State glyph="ended">{say('page.registers.state.removed')}</State> : null}
      can={detail.can.filter(({ command }) => !inPlace.has(command)) as readonly Can[]}
      first={
        mayChange ? (
          <Button look="primary" onClick={() => setChanging(true)}>
            {say('registers.change-row')}…
          </Button>
        ) : null
      }
      facts={fields.map(field => ({
        label: field.name,
        value: <ShownValue field={field} value={values[field.key]} />,
      }))}
      side={<EntrySide detail={detail} />}
    >
      <Comments detail={detail} />
      {changing ? (
        <EntryDialog
          title={register.name}
          fields={fields}
          entry={{ id: record.id, version: record.version, values }}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </RecordPage>
  )
}

/** Lines of the journal, where the reader may read them. */
interface Lines {
  readonly rows: readonly { seq: number; at: string; command: string; sentences: readonly string[] }[]
}

function EntrySide({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const { data } = useQuery('authority.record-timeline', { id: detail.record.id, limit: 100 })
  const happenings = ((data as Lines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
    sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
  )
  const tasks = detail.tasks.map(task => ({
    id: task.id,
    icon: 'circle-check',
    title: task.title,
    href: `/tasks/${task.id}`,
    detail: task.dueOn ? formats.day(task.dueOn) : '',
  }))
  const links = detail.links.map(({ record }) => ({
    id: record.id,
    icon: kinds?.find(({ kind }) => kind === record.kind)?.icon ?? 'link',
    title: record.title,
    href: recordHref(kinds, record.kind, record.id),
    detail: kindWords(say as never, record.kind),
  }))
  return (
    <>
      <Links links={[...tasks, ...links]} />
      {happenings.length ? <Happened happenings={happenings} /> : null}
    </>
  )
}
