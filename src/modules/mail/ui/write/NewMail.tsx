import { useState } from 'react'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMailboxes } from '../../contract.ts'
import type { MailKeys } from '../words.ts'
import { readAddresses } from './address.ts'
import { begunText } from './begunText.ts'
import { WriteForm } from './WriteForm.tsx'

export interface NewMailProps {
  readonly onClose: () => void
  readonly onSent: (threadId: string) => void
}

/** A mail that answers nothing; `?to=` says to whom. */
export function NewMail({ onClose, onSent }: NewMailProps) {
  const say = useSay<MailKeys>()
  const [search] = useSearch()
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes')
  const [chosen, setChosen] = useState<string | null>(search['mailbox'] ?? null)
  const rows = mailboxes.data?.rows ?? []
  const box = rows.find(one => one.id === chosen) ?? rows[0]
  if (mailboxes.isPending) return <SkeletonRows rows={4} />
  if (!box) return <Empty text={say('page.mail.no-mailbox')} />
  return (
    <article className="thread new" aria-label={say('page.mail.write')}>
      <header className="thread-head">
        <h2 className="h2">{say('page.mail.write')}</h2>
      </header>
      <WriteForm
        kept={null}
        mailboxId={box.id}
        start={{
          mailboxId: box.id,
          to: readAddresses(search['to'] ?? ''),
          cc: [],
          bcc: [],
          subject: search['subject'] ?? '',
          ...begunText('', box.writes),
          attachments: [],
        }}
        from={
          <label className="subject">
            <span>{say('page.mail.field.from')}</span>
            <select value={box.id} onChange={event => setChosen(event.target.value)}>
              {rows.map(one => (
                <option key={one.id} value={one.id}>
                  {one.title} ({one.address})
                </option>
              ))}
            </select>
          </label>
        }
        onClose={onClose}
        onSent={onSent}
      />
    </article>
  )
}
