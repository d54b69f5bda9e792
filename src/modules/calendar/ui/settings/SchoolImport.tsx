import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { DayLayout, importSchoolDays, listSchoolCalendars, readSchoolDays } from '../../contract.ts'
import { useCountryNames } from '../countryNames.ts'
import type { CalendarKeys } from '../words.ts'

type Line = OutputOf<typeof listSchoolCalendars>['rows'][number]
type Read = OutputOf<typeof readSchoolDays>

interface SchoolImportProps {
  /** The calendar that gets another year; null: a new one. */
  readonly into: Line | null
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

/** What is shown of what was read. */
const shownRows = 8
const countries = [
  'SE',
  'NO',
  'DK',
  'FI',
  'NL',
  'BE',
  'DE',
  'AT',
  'CH',
  'FR',
  'ES',
  'PT',
  'IT',
  'RO',
  'PL',
  'GB',
  'IE',
  'IS',
]

/** School holidays from a file: shown as they would be read before anything is kept; how a table is read can be put right. */
export function SchoolImport({ into, onClose, onDone }: SchoolImportProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const nameOf = useCountryNames()
  const [title, setTitle] = useState(into?.title ?? '')
  const [country, setCountry] = useState(into?.country ?? formats.country)
  const [region, setRegion] = useState(into?.region ?? '')
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const [layout, setLayout] = useState<DayLayout | null>(null)
  const sending = useCommand<typeof importSchoolDays>('calendar.import-school-days', {
    said: say('page.calendar.schools.imported'),
  })
  const asked = useQuery<typeof readSchoolDays>(
    'calendar.read-school-days',
    { ...(into ? { id: into.id } : {}), file: file?.text ?? '', ...(layout ? { layout } : {}) },
    { when: file !== null, keep: true },
  )
  const read = file ? asked.data : undefined
  const take = (files: readonly File[]) => {
    const [first] = files
    if (first) void textOf(first).then(text => (setLayout(null), setFile({ name: first.name, text })))
  }
  const send = async () => {
    const answer = await sending.run({
      ...(into ? { id: into.id } : {}),
      title: title.trim() || (file?.name.replace(/\.\w+$/, '') ?? ''),
      country,
      region: region.trim() || null,
      file: file?.text ?? '',
      ...(layout ? { layout } : {}),
    })
    if (answer.status !== 'done') return
    onDone((answer.output as { readonly id: string }).id)
    onClose()
  }
  const ready = read !== undefined && read.badLine === null
  return (
    <Dialog title={say('page.calendar.schools.import')} about={into?.title} width={600} onClose={onClose}>
      <SendForm
        sending={sending}
        submit={say('page.calendar.schools.keep')}
        refused={ready ? undefined : say(file ? 'page.calendar.schools.unread' : 'page.calendar.schools.choose')}
        onSend={() => void send()}
        onCancel={onClose}
      >
        <Field label={say('page.calendar.schools.title')}>
          {control => (
            <input className="input" {...control} value={title} onChange={event => setTitle(event.target.value)} />
          )}
        </Field>
        <div className="event-days">
          <SelectField
            label={say('page.calendar.days.country')}
            value={country}
            options={[...new Set([country, ...countries])].map(code => [code, nameOf(code)] as const)}
            onChange={setCountry}
          />
          <Field label={say('page.calendar.days.region')}>
            {control => (
              <input className="input" {...control} value={region} onChange={event => setRegion(event.target.value)} />
            )}
          </Field>
        </div>
        <div className="cal-share">
          <FilePicker
            label={file?.name ?? say('page.calendar.schools.file')}
            accept=".ics,.csv,.txt,.tsv,text/*"
            onFiles={take}
          />
        </div>
        <p className="t3">{say('page.calendar.schools.why')}</p>
        {read?.layout ? <LayoutFields read={read} layout={read.layout} onChange={setLayout} /> : null}
        {read ? <Preview read={read} /> : null}
      </SendForm>
    </Dialog>
  )
}

/** Text of the file: UTF-8, else as old programs wrote it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function LayoutFields({
  read,
  layout,
  onChange,
}: {
  readonly read: Read
  readonly layout: DayLayout
  readonly onChange: (layout: DayLayout) => void
}) {
  const say = useSay<CalendarKeys>()
  const heads = read.sample[0] ?? []
  const column = (name: 'from' | 'until' | 'title', none: boolean) => (
    <Field label={say(name === 'until' ? 'page.calendar.schools.until-column' : `page.calendar.schools.${name}`)}>
      {control => (
        <select
          className="input"
          {...control}
          value={layout[name] ?? ''}
          onChange={event =>
            onChange({ ...layout, [name]: event.target.value === '' ? null : Number(event.target.value) })
          }
        >
          {none ? <option value="">–</option> : null}
          {heads.map((head, n) => (
            <option key={`${n} ${head}`} value={n}>
              {`${n + 1} ${head}`.slice(0, 30)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <div className="cal-layout">
      {column('from', false)}
      {column('until', true)}
      {column('title', true)}
      <SelectField
        label={say('page.calendar.schools.dates')}
        value={layout.dates}
        options={(['ymd', 'dmy', 'mdy'] as const).map(one => [one, say(`page.calendar.schools.dates.${one}`)] as const)}
        onChange={value => onChange({ ...layout, dates: value })}
      />
    </div>
  )
}

function Preview({ read }: { readonly read: Read }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  return (
    <div role="status">
      {read.badLine === null ? null : (
        <p className="late">{say('page.calendar.schools.bad', { line: read.badLine })}</p>
      )}
      <ul className="event-lines">
        {read.stretches.slice(0, shownRows).map(({ from, until, title }) => (
          <li key={`${from} ${title}`}>
            <span className="what">{title}</span>
            <span className="num t2">
              {formats.weekday(from)} – {formats.weekday(until)}
            </span>
          </li>
        ))}
      </ul>
      {read.stretches.length > shownRows ? (
        <p className="t3">{say('page.calendar.more', { count: read.stretches.length - shownRows })}</p>
      ) : null}
    </div>
  )
}
