/** The sounds of a mail, and the words that say whose they are. */
import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import { wordsOfHtml } from '../../../formats/html/words.ts'
import { type Voicemail, voicemailIn } from './recognise.ts'
import { mayBeSound, type Sound, soundOf } from './sound.ts'

export interface Recording extends Sound {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of the mail and the sound: however often the mail comes, it is this one. */
  readonly key: string
}

export interface VoicemailMail {
  readonly said: Voicemail
  readonly sentAt: string | null
  readonly recordings: readonly Recording[]
}

/** Mails of telephone systems are small: an hour of speech is less than this, bytes. */
export const mostBytes = 40_000_000
const mostSounds = 10
const mostWords = 20_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const nameOf = (name: string | null | undefined, at: number): string =>
  (name ?? '')
    .replace(/[\u0000-\u001f\u007f/\\]/g, ' ')
    .trim()
    .slice(0, 200) || `${at + 1}.wav`

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)

/** Null where no voicemail lies in it. */
export async function openVoicemail(bytes: Uint8Array): Promise<VoicemailMail | null> {
  const mail = await PostalMime.parse(Buffer.from(bytes), {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 50,
  }).catch(() => null)
  if (!mail) return null
  const digest = createHash('sha256')
  digest.update(mail.messageId ? `id ${mail.messageId}` : bytes)
  const recordings = mail.attachments
    .filter(part => mayBeSound(part.filename ?? '', part.mimeType))
    .slice(0, mostSounds)
    .flatMap((part, at): Recording[] => {
      const content = bytesOf(part.content)
      const sound = soundOf(content)
      const key = digest.copy().update(createHash('sha256').update(content).digest()).digest('hex')
      return sound ? [{ ...sound, name: nameOf(part.filename, at), bytes: content, key }] : []
    })
  if (recordings.length === 0) return null
  const said = voicemailIn({
    subject: mail.subject ?? '',
    fromName: mail.from?.name ?? '',
    fromAddress: mail.from?.address ?? '',
    text: (mail.text?.trim() || (mail.html ? wordsOfHtml(mail.html) : '')).slice(0, mostWords),
    names: recordings.map(({ name }) => name),
  })
  return said && { said, sentAt: mail.date ?? null, recordings }
}
