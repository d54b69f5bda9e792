import { useState } from 'react'
import { runCommand, storeFile } from '../../../../web/client.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { noteFiled } from '../../contract/desk.ts'
import type { MailLine } from '../words.ts'

export const partAddress = (messageId: string, part: number): string => `/api/mail/messages/${messageId}/parts/${part}`

type Attachment = MailLine['attachments'][number]

/** Files attachments as documents, as confidential as their thread, and notes them on it. Filed twice they are one. */
export function useFiling({ threadId, classified }: { readonly threadId: string; readonly classified: number }) {
  const [busy, setBusy] = useState(false)
  const noting = useCommand<typeof noteFiled>('mail.note-filed', { quiet: true })
  const takeIn = async (line: MailLine, one: Attachment): Promise<string | null> => {
    const got = await fetch(partAddress(line.id, one.part), { credentials: 'same-origin' })
    if (!got.ok) return null
    const name = one.name || `${line.subject || 'mail'}-${one.part}`
    const stored = await storeFile(new File([await got.blob()], name, { type: one.mediaType }))
    const answer = await runCommand('documents.take-in', {
      fileId: stored.id,
      name: name.slice(0, 300),
      arrivedBy: 'mail',
      arrivedFrom: line.from.address.slice(0, 300),
      confidentiality: classified,
    })
    return answer.status === 'done' ? (answer.output as { id: string }).id : null
  }
  /** Gives the documents they became; those that failed are missing. */
  const take = async (line: MailLine, attachments: readonly Attachment[]): Promise<string[]> => {
    setBusy(true)
    const ids: string[] = []
    try {
      for (const one of attachments) {
        const id = await takeIn(line, one).catch(() => null)
        if (id) ids.push(id)
      }
      if (ids.length > 0) await noting.run({ id: threadId, documentIds: ids })
      return ids
    } finally {
      setBusy(false)
    }
  }
  const file = async (line: MailLine, attachments: readonly Attachment[]): Promise<boolean> =>
    (await take(line, attachments)).length === attachments.length
  return { busy, file, take }
}
