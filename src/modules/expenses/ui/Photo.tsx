import './expenses.css'
import { useState } from 'react'
import { runCommand, storeFile } from '../../../web/client.ts'
import { ButtonLink } from '../../../web/kit/Button.tsx'
import { FilePicker } from '../../../web/kit/Dropzone.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useSearch } from '../../../web/useAddress.ts'
import type { takeIn } from '../../documents/contract.ts'
import type { takeReceipt } from '../contract.ts'
import type { ExpenseKeys } from './words.ts'

interface Taken {
  readonly count: number
  readonly report: string
}

/** For the phone: one button, one photograph, done; the next one goes into the same report. */
export default function Photo() {
  const say = useSay<ExpenseKeys>()
  const [search] = useSearch()
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const send = async (files: readonly File[]) => {
    setSending(true)
    setFailed(null)
    for (const file of files) {
      const report = taken?.report ?? search['report']
      const answer = await sendOne(file, report).catch(() => null)
      if (answer?.status === 'done') {
        const { id } = answer.output
        setTaken(before => ({ count: (before?.count ?? 0) + 1, report: id }))
      } else setFailed(answer?.status === 'refused' ? answer.refusal.message : say('page.expenses.photo.failed'))
    }
    setSending(false)
  }
  return (
    <Page title={say('page.expenses.photo')} crumbs={[{ label: say('page.expenses'), href: '/expenses' }]}>
      <div className="expense-photo">
        <p className="t2">{say('page.expenses.photo.how')}</p>
        <FilePicker
          label={say('page.expenses.photo')}
          look="primary"
          accept="image/*,application/pdf"
          camera
          onFiles={files => void send(files)}
        />
        <output aria-live="polite">
          {sending ? say('page.expenses.photo.sending') : null}
          {!sending && taken ? say('page.expenses.photo.done', { count: taken.count }) : null}
        </output>
        {failed ? <Problem title={failed} /> : null}
        {taken ? <ButtonLink href={`/expenses/${taken.report}`}>{say('page.expenses.photo.open')}</ButtonLink> : null}
      </div>
    </Page>
  )
}

async function sendOne(file: File, report: string | undefined) {
  const stored = await storeFile(file)
  const document = await runCommand<typeof takeIn>('documents.take-in', {
    fileId: stored.id,
    name: file.name || 'receipt.jpg',
    arrivedBy: 'upload',
  })
  if (document.status !== 'done') return document
  const input = { documentId: document.output.id, ...(report ? { id: report } : {}) }
  return runCommand<typeof takeReceipt>('expenses.take-receipt', input)
}
