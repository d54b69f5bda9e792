import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { MailKeys, MailLine } from '../words.ts'
import { partAddress, useFiling } from './useFiling.ts'

export interface AttachmentsProps {
  readonly line: MailLine
  readonly threadId: string
  readonly classified: number
}

const iconOf = (mediaType: string): string =>
  mediaType.startsWith('image/')
    ? 'photo'
    : mediaType.includes('sheet') || mediaType.includes('csv')
      ? 'file-spreadsheet'
      : mediaType === 'message/rfc822'
        ? 'mail'
        : 'file-text'

/** What a browser shows by itself; everything else is saved. */
const shownByBrowser = /^(application\/pdf|image\/(jpeg|png|gif|webp)|text\/plain)$/
const openAddress = (messageId: string, { part, mediaType }: MailLine['attachments'][number]): string =>
  `${partAddress(messageId, part)}${shownByBrowser.test(mediaType) ? '?show=yes' : ''}`

/** What is enclosed: to look at, and to file among the documents, where bills are read and the rest is found. */
export function Attachments({ line, threadId, classified }: AttachmentsProps) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const mayFile = usePermission('documents.take-in') && usePermission('mail.answer-mail')
  const filing = useFiling({ threadId, classified })
  const [filed, setFiled] = useState(false)
  const shown = line.attachments.filter(one => !one.inline)
  if (shown.length === 0) return null
  const file = async () => {
    if (await filing.file(line, shown)) {
      setFiled(true)
      tell({ kind: 'done', text: say('done.mail.filed', { count: shown.length }) })
    } else tell({ kind: 'refused', text: say('page.mail.not-filed') })
  }
  return (
    <div className="attachments">
      <ul>
        {shown.map(one => (
          <li key={one.part}>
            <a href={openAddress(line.id, one)} target="_blank" rel="noopener" title={one.name}>
              <Icon name={iconOf(one.mediaType)} small />
              <span className="clip">{one.name || say('page.mail.unnamed')}</span>
              <span className="t3 num">{formats.size(one.bytes)}</span>
            </a>
          </li>
        ))}
      </ul>
      {mayFile && !filed ? (
        <Button size="s" icon="folder" busy={filing.busy} onClick={() => void file()}>
          {say('page.mail.file', { count: shown.length })}
        </Button>
      ) : null}
    </div>
  )
}
