import './fax.css'
import { type FormEvent, useState } from 'react'
import { type Language, languages } from '../../../kernel/language/catalogue.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Empty } from '../../../web/kit/Empty.tsx'
import { TextField } from '../../../web/kit/form/Field.tsx'
import { RecordPicker } from '../../../web/kit/form/RecordPicker.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../web/kit/Skeleton.tsx'
import { useLanguage, useSay } from '../../../web/language/Say.tsx'
import { useGo } from '../../../web/Link.tsx'
import { useSearch } from '../../../web/useAddress.ts'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { getParty } from '../../directory/contract.ts'
import type { checkNumber, sendFax } from '../contract.ts'
import { Cover } from './Cover.tsx'
import { Doubt } from './Doubt.tsx'
import { usePaperAbout } from '../../../web/kit/record/usePaperAbout.ts'
import type { FaxKeys } from './words.ts'

const aParty = { control: 'record', kind: 'organisation', optionsFrom: 'directory.list-parties' } as const
const words = (value: string) => value

/** A paper or a finished letter on its way to a number. */
export default function SendPage() {
  const say = useSay<FaxKeys>()
  const [search] = useSearch()
  const paper = usePaperAbout(search['about'])
  if (paper === 'waiting') return <PageSkeleton />
  return (
    <Page
      title={say('page.fax.send')}
      crumbs={[{ label: say('page.fax'), href: '/post/fax' }]}
      {...(paper
        ? {
            sideLabel: say('page.fax.send.paper'),
            side: (
              <img
                className="fax-first"
                src={`/api/documents/${paper.id}/pages/1.webp?width=800`}
                alt={say('page.fax.page', { number: 1 })}
              />
            ),
          }
        : {})}
    >
      {paper ? <Send key={paper.id} paper={paper} /> : <Empty text={say('page.fax.send.unfinished')} />}
    </Page>
  )
}

interface SendProps {
  readonly paper: { readonly id: string; readonly title: string; readonly partyId: string | undefined }
}

function Send({ paper }: SendProps) {
  const say = useSay<FaxKeys>()
  const go = useGo()
  const [partyId, setParty] = useState(paper.partyId)
  const [typed, setTyped] = useState<string>()
  const [note, setNote] = useState('')
  const [cover, setCover] = useState(true)
  const [sure, setSure] = useState('')
  const own = useLanguage()
  const [tongue, setTongue] = useState<Language>()
  const party = useQuery<typeof getParty>('directory.get-party', { id: partyId ?? '' }, { when: partyId !== undefined })
  const theirs = party.data?.phones.find(({ label }) => /fax|faks/i.test(label))?.shown
  const number = typed ?? theirs ?? ''
  const language = tongue ?? languages.find(one => one === party.data?.language) ?? own
  const asked = { number, documentId: paper.id, ...(partyId ? { partyId } : {}) }
  const { data: check } = useQuery<typeof checkNumber>('fax.check-number', asked, {
    when: number.replace(/\D/g, '').length >= 4,
    keep: true,
  })
  const send = useCommand<typeof sendFax>('fax.send-fax', { said: say('done.fax.send-fax') })
  const isSure = sure === number
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const only = check?.owners.length === 1 ? check.owners[0]?.id : undefined
    const to = partyId ?? only
    const input = { documentId: paper.id, number, cover, language, sure: isSure, ...(to ? { partyId: to } : {}) }
    const answer = await send.run({ ...input, ...(note.trim() ? { note: note.trim() } : {}) })
    if (answer.status === 'done') go(`/post/fax/${answer.output.id}`)
  }
  const refusal = send.answer?.status === 'refused' ? send.answer.refusal : null
  return (
    <form className="fax-send" noValidate onSubmit={event => void submit(event)}>
      <p className="t2">{paper.title}</p>
      <RecordPicker
        label={say('page.fax.send.to')}
        schema={aParty as never}
        value={partyId}
        onChange={value => setParty(typeof value === 'string' ? value : undefined)}
        words={words}
        optional=""
      />
      <TextField
        label={say('page.fax.paper.number')}
        inputMode="tel"
        autoComplete="off"
        value={number}
        onChange={event => setTyped(event.target.value)}
      />
      {check && number ? <Doubt check={check} sure={isSure} onSure={yes => setSure(yes ? number : '')} /> : null}
      <label className="tick">
        <input className="box" type="checkbox" checked={cover} onChange={event => setCover(event.target.checked)} />
        {say('field.fax.cover')}
      </label>
      {cover ? <Cover note={note} onNote={setNote} language={language} onLanguage={setTongue} /> : null}
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      <div className="fax-ends">
        <Button
          look="primary"
          type="submit"
          icon="send"
          busy={send.busy}
          refused={check?.asks && !isSure ? say('page.fax.send.sure', { number: check.shown }) : undefined}
        >
          {say('fax.send-fax')}
        </Button>
      </div>
    </form>
  )
}
