import '../letters.css'
import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import type { Refusal } from '../../../../web/answers.ts'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { createMerge } from '../../contract.ts'
import { Choices } from '../new/Choices.tsx'
import { storeWordFile, wordFiles } from '../office/storeWordFile.ts'
import type { LetterKeys } from '../words.ts'

/** Parties found at once at most. */
const mostParties = 5000

interface Party {
  readonly id: string
  readonly title: string
}

/** One template or Word file, and to whom: a table, or people found in the directory. */
export default function NewMerge() {
  const say = useSay<LetterKeys>()
  const go = useGo()
  const [title, setTitle] = useState('')
  const [templateId, setTemplate] = useState('')
  const [by, setBy] = useState<'table' | 'people'>('table')
  const [table, setTable] = useState('')
  const [people, setPeople] = useState<readonly Party[]>([])
  const word = useOwnFile()
  const create = useCommand<typeof createMerge>('letters.create-merge', { quiet: true })
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    const whom = by === 'table' ? { table } : { partyIds: people.map(one => one.id) }
    const text = word.file ? { fileId: word.file.id } : templateId ? { templateId } : {}
    const answer = await create.run({ title, ...text, ...whom })
    if (answer.status === 'done') go(`/letter-merges/${answer.output.id}`)
  }
  const refusal = create.answer?.status === 'refused' ? create.answer.refusal : null
  return (
    <Page title={say('page.merge.new')} crumbs={[{ label: say('page.merges'), href: '/letter-merges' }]}>
      <form className="letter-begin" noValidate onSubmit={event => void begin(event)}>
        <TextField
          label={say('page.merge.what')}
          maxLength={200}
          value={title}
          onChange={event => setTitle(event.target.value)}
          autoFocus
        />
        {word.file ? null : <Choices value={templateId} onValue={setTemplate} needed />}
        <OwnFile word={word} />
        <div className="letter-tabs" role="group" aria-label={say('page.merge.whom')}>
          {(['table', 'people'] as const).map(one => (
            <button key={one} type="button" className="letter-tab" aria-pressed={by === one} onClick={() => setBy(one)}>
              {say(`page.merge.by-${one}`)}
            </button>
          ))}
        </div>
        {by === 'table' ? <Table value={table} onValue={setTable} /> : <People onPeople={setPeople} />}
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div className="form-foot">
          <Button look="primary" type="submit" busy={create.busy}>
            {say('page.merge.prepare')}
          </Button>
          <ButtonLink href="/letter-merges">{say('cancel' as LetterKeys)}</ButtonLink>
        </div>
      </form>
    </Page>
  )
}

interface OwnWordFile {
  readonly id: string
  readonly name: string
}

/** A Word file of one's own instead of a template: stored and looked through before anything is made of it. */
function useOwnFile() {
  const [file, setFile] = useState<OwnWordFile | null>(null)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const take = async ([given]: readonly File[]) => {
    if (!given) return
    const taken = await storeWordFile(given)
    setProblem('refusal' in taken ? taken.refusal : null)
    setFile('fileId' in taken ? { id: taken.fileId, name: given.name } : null)
  }
  return { file, problem, take, drop: () => setFile(null) }
}

function OwnFile({ word }: { readonly word: ReturnType<typeof useOwnFile> }) {
  const say = useSay<LetterKeys>()
  return (
    <>
      {word.file ? (
        <Field label={say('page.merge.word-file')} hint={say('page.merge.word-file.hint')}>
          {control => (
            <button type="button" className="chosen" {...control} onClick={word.drop}>
              <Icon name="file-text" small />
              <span className="clip">{word.file?.name}</span>
              <Icon name="x" small />
            </button>
          )}
        </Field>
      ) : (
        <div>
          <FilePicker label={say('page.merge.take-word')} accept={wordFiles} onFiles={files => void word.take(files)} />
        </div>
      )}
      {word.problem ? <Problem title={word.problem.message} todo={word.problem.todo} /> : null}
    </>
  )
}

function Table({ value, onValue }: { readonly value: string; readonly onValue: (text: string) => void }) {
  const say = useSay<LetterKeys>()
  const take = async ([file]: readonly File[]) => {
    if (file) onValue(await file.text())
  }
  return (
    <>
      <Field label={say('field.letters.table')} hint={say('field.letters.table.hint')}>
        {control => (
          <textarea
            className="input"
            {...control}
            rows={8}
            value={value}
            onChange={event => onValue(event.target.value)}
          />
        )}
      </Field>
      <div>
        <FilePicker
          label={say('page.merge.file')}
          accept=".csv,.tsv,.txt,text/csv"
          onFiles={files => void take(files)}
        />
      </div>
    </>
  )
}

/** Everybody whom a search finds. */
function People({ onPeople }: { readonly onPeople: (people: readonly Party[]) => void }) {
  const say = useSay<LetterKeys>()
  const [text, setText] = useState('')
  const found = useQuery<unknown>(
    'directory.list-parties',
    { ...(text ? { text } : {}), limit: mostParties } as never,
    { keep: true },
  )
  const rows = ((found.data as { readonly rows?: readonly Party[] } | undefined)?.rows ?? []) as readonly Party[]
  const [told, setTold] = useState<readonly Party[] | null>(null)
  if (told !== rows) {
    setTold(rows)
    queueMicrotask(() => onPeople(rows))
  }
  return (
    <>
      <TextField label={say('page.merge.find')} value={text} onChange={event => setText(event.target.value)} />
      <p className="t2" role="status">
        {say('page.merge.found', { count: rows.length })}
        {rows.length > 0
          ? `: ${rows
              .slice(0, 6)
              .map(one => one.title)
              .join(', ')}${rows.length > 6 ? ' …' : ''}`
          : ''}
      </p>
    </>
  )
}
