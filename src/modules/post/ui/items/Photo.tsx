import '../post.css'
import { useState } from 'react'
import { runCommand, storeFile } from '../../../../web/client.ts'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import type { takeIn } from '../../../documents/contract.ts'
import type { PostKeys } from '../words.ts'

/** For the phone: photograph the envelope, then say whose it is. */
export default function Photo() {
  const say = useSay<PostKeys>()
  const go = useGo()
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const send = async (files: readonly File[]) => {
    setSending(true)
    setFailed(null)
    const answers = []
    for (const file of files) answers.push(await takeOne(file).catch(() => null))
    setSending(false)
    const ids = answers.flatMap(answer => (answer?.status === 'done' ? [answer.output.id] : []))
    const refused = answers.find(answer => answer?.status === 'refused')
    if (ids.length < files.length)
      setFailed(refused?.status === 'refused' ? refused.refusal.message : say('page.post.photo.failed'))
    if (ids.length)
      openCommand({
        command: 'post.add-item',
        input: { documentIds: ids },
        done: answer => go(`/post/${(answer.output as { id: string }).id}`),
      })
  }
  return (
    <Page title={say('page.post.photo')} crumbs={[{ label: say('page.post'), href: '/post' }]}>
      <div className="post-photo">
        <p className="t2">{say('page.post.photo.how')}</p>
        <FilePicker
          label={say('page.post.photo')}
          look="primary"
          accept="image/*,application/pdf"
          camera
          onFiles={files => void send(files)}
        />
        <output aria-live="polite">{sending ? say('page.post.photo.sending') : null}</output>
        {failed ? <Problem title={failed} /> : null}
      </div>
    </Page>
  )
}

async function takeOne(file: File) {
  const stored = await storeFile(file)
  return runCommand<typeof takeIn>('documents.take-in', {
    fileId: stored.id,
    name: file.name || 'post.jpg',
    arrivedBy: 'upload',
  })
}
