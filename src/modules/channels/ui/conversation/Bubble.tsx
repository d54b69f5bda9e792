import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { fileAttachments, recallMessage, settleMessage } from '../../contract.ts'
import { type ConversationDetail, type Keys, type MessageLine, messageGlyphs } from '../words.ts'

interface BubbleProps {
  readonly line: MessageLine
  readonly talk: ConversationDetail
}

/** One message: theirs at the left, ours at the right with what became of it. */
export function Bubble({ line, talk }: BubbleProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const isOut = line.direction === 'out'
  return (
    <li className={isOut ? 'ours' : 'theirs'} data-state={line.state}>
      <div className="bubble">
        {line.state === 'kept' ? <p className="blocked">{say('page.channels.message.kept')}</p> : null}
        {line.fields.length > 0 ? (
          <dl>
            {line.fields.map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {line.text ? (
          <p className={line.state === 'kept' ? 'words raw' : 'words'} lang={talk.language ?? undefined}>
            {line.text}
          </p>
        ) : null}
        <Files line={line} talk={talk} />
      </div>
      <p className="below t3">
        {isOut ? <span>{line.automatic ? say('page.channels.automatic') : line.author?.title}</span> : null}
        <time dateTime={line.at}>{formats.time(line.at)}</time>
        {isOut ? <Fate line={line} id={talk.record.id} /> : null}
      </p>
    </li>
  )
}

const known = ['no-door', 'retired', 'opted-out'] as const

/** What became of one of ours; what failed or nobody knows of is decided here. */
function Fate({ line, id }: { readonly line: MessageLine; readonly id: string }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const may = usePermission('channels.answer-conversations')
  const recall = useCommand<typeof recallMessage>('channels.recall-message', {
    said: say('done.channels.recall-message'),
  })
  const settle = useCommand<typeof settleMessage>('channels.settle-message', {
    said: say('done.channels.settle-message'),
  })
  const { state, problem, sendAt } = line
  if (state === 'received' || state === 'kept') return null
  const because = known.find(one => one === problem)
  const words =
    state === 'waiting' && problem && sendAt
      ? say('page.channels.message.retries', { at: formats.time(sendAt) })
      : say(`page.channels.message.${state}`)
  const decide = (again: boolean) => void settle.run({ id, messageId: line.id, again })
  return (
    <>
      <State glyph={messageGlyphs[state] ?? 'open'}>{words}</State>
      {problem && state !== 'waiting' ? (
        <span className="why">{because ? say(`page.channels.because.${because}`) : problem}</span>
      ) : null}
      {may && state === 'waiting' ? (
        <button type="button" className="link" onClick={() => void recall.run({ id, messageId: line.id })}>
          {say('channels.recall-message')}
        </button>
      ) : null}
      {may && (state === 'failed' || state === 'doubtful') ? (
        <span className="acts">
          <Button size="s" busy={settle.busy} onClick={() => decide(true)}>
            {say('page.channels.again')}
          </Button>
          <Button size="s" look="quiet" busy={settle.busy} onClick={() => decide(false)}>
            {say(`page.channels.leave.${state}`)}
          </Button>
        </span>
      ) : null}
    </>
  )
}

const isPicture = (mediaType: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)

/** Files are shown as pictures or taken as they are; filed they are documents like every other. */
function Files({ line, talk }: BubbleProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const may = usePermission('documents.take-in') && usePermission('channels.answer-conversations')
  const filing = useCommand<typeof fileAttachments>('channels.file-attachments', {
    said: say('done.channels.file-attachments'),
  })
  if (line.files.length === 0) return null
  const address = (n: number) => `/api/channels/files/${line.id}/${n}`
  return (
    <div className="files">
      {line.files.map(file =>
        file.state === 'here' ? (
          <a key={file.n} href={`${address(file.n)}?show=yes`} target="_blank" rel="noopener" title={file.name}>
            {isPicture(file.mediaType) ? (
              <img src={`${address(file.n)}?show=yes`} alt={file.name} loading="lazy" />
            ) : (
              <Icon name="file-text" small />
            )}
            <span className="clip">{file.name}</span>
            <span className="t3 num">{formats.size(file.bytes)}</span>
          </a>
        ) : (
          <span key={file.n} className="t3">
            <Icon name="paperclip" small /> {file.name} ·{' '}
            {say(file.state === 'lost' ? 'page.channels.file.lost' : 'page.channels.file.coming')}
          </span>
        ),
      )}
      {line.files.map(file =>
        file.documentId ? (
          <Link key={file.documentId} className="link" href={`/documents/${file.documentId}`}>
            {say('page.channels.file.filed')}
          </Link>
        ) : null,
      )}
      {may && line.files.some(file => file.state === 'here' && !file.documentId) ? (
        <Button
          size="s"
          icon="folder"
          busy={filing.busy}
          onClick={() => void filing.run({ id: talk.record.id, messageId: line.id })}
        >
          {say('page.channels.file')}
        </Button>
      ) : null}
    </div>
  )
}
