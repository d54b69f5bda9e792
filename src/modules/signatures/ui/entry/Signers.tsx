import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { GlyphMark } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { confirmPaper, remindSigner } from '../../contract.ts'
import { MarkShown } from '../MarkPad.tsx'
import { type Keys, type SignerLine, signerGlyphs, type SigningDetail } from '../words.ts'

interface Props {
  readonly detail: SigningDetail
  readonly onReplace: (signer: SignerLine) => void
}

/** Who signs, how far it has come, and what can be done about one who does not. */
export function Signers({ detail, onReplace }: Props) {
  const may = usePermission('signatures.put-in-folder') && detail.record.state === 'open'
  return (
    <ol className="sign-people">
      {detail.signers.map(one => (
        <li key={one.id} data-mine={one.mine || undefined}>
          <GlyphMark glyph={signerGlyphs[one.state]} />
          <Person one={one} />
          {may && one.state !== 'signed' ? <Acts detail={detail} one={one} onReplace={onReplace} /> : null}
          {one.state === 'signed' ? <MarkShown strokes={one.strokes} typed={one.typed} /> : null}
          <Asked detail={detail} one={one} />
        </li>
      ))}
    </ol>
  )
}

function Person({ one }: { readonly one: SignerLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const how = [
    say(`choice.signatures.way.${one.way}`),
    one.role === 'self' ? null : say(`choice.signatures.role.${one.role}`),
    one.email,
  ]
  const when = {
    later: () => say('page.signatures.signer.later'),
    asked: () =>
      one.openedAt
        ? say('page.signatures.signer.opened', { when: formats.moment(one.openedAt) })
        : say('page.signatures.signer.asked', { when: formats.moment(one.askedAt ?? '') }),
    signed: () => say('page.signatures.signer.signed', { when: formats.moment(one.signedAt ?? '') }),
    declined: () => say('page.signatures.signer.declined'),
  }[one.state]()
  const more = [
    when,
    one.signedBy ? say('page.signatures.signer.by', { name: one.signedBy }) : null,
    one.remindedTimes > 0 && one.state === 'asked'
      ? say('page.signatures.signer.reminded', { count: one.remindedTimes })
      : null,
    one.mail && one.mail !== 'sent' && one.state === 'asked' ? say(`page.signatures.mail.${one.mail}`) : null,
  ]
  return (
    <span className="who">
      <b>{one.name}</b>
      <span>{how.filter(Boolean).join(' · ')}</span>
      <span className={one.mail === 'failed' && one.state === 'asked' ? 'late' : ''}>
        {more.filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

function Acts({ detail, one, onReplace }: Props & { readonly one: SignerLine }) {
  const say = useSay<Keys>()
  const { id } = detail.record
  const remind = useCommand<typeof remindSigner>('signatures.remind-signer', {
    said: say('done.signatures.remind-signer'),
  })
  const paper = useCommand<typeof confirmPaper>('signatures.confirm-paper', {
    said: say('done.signatures.confirm-paper'),
  })
  return (
    <span className="acts">
      {one.state === 'asked' && one.way === 'paper' ? (
        <Button
          size="s"
          {...(one.paper?.ink ? { look: 'primary' as const } : {})}
          busy={paper.busy}
          onClick={() => void paper.run({ id, signerId: one.id })}
        >
          {say('page.signatures.paper-done')}
        </Button>
      ) : null}
      {one.state === 'asked' && one.way !== 'paper' && !one.mine ? (
        <Button size="s" icon="bell" busy={remind.busy} onClick={() => void remind.run({ id, signerId: one.id })}>
          {say('page.signatures.remind')}
        </Button>
      ) : null}
      {one.way === 'service' ? null : (
        <Button size="s" look="quiet" onClick={() => onReplace(one)}>
          {say('page.signatures.replace')}
        </Button>
      )}
    </span>
  )
}

/** What a signer asked and was answered, why they declined, what came back by the scanner. */
function Asked({ detail, one }: { readonly detail: SigningDetail; readonly one: SignerLine }) {
  const say = useSay<Keys>()
  const may = usePermission('signatures.put-in-folder') && detail.record.state === 'open'
  const scan = one.paper?.document
  return (
    <>
      {one.question ? (
        <p className="sign-said">
          <b>{say('page.signatures.question', { name: one.name })}</b> {one.question}
        </p>
      ) : null}
      {one.answer ? (
        <p className="sign-said">
          <b>{say('page.signatures.answer')}</b> {one.answer}
        </p>
      ) : null}
      {one.question && !one.answer && may ? (
        <span className="acts">
          <Button
            size="s"
            look="primary"
            onClick={() =>
              openCommand({
                command: 'signatures.answer-signer',
                input: { id: detail.record.id, signerId: one.id },
                about: one.question!,
              })
            }
          >
            {say('signatures.answer-signer')}
          </Button>
        </span>
      ) : null}
      {one.reason ? (
        <p className="sign-said blocked">{say('page.signatures.declined-because', { reason: one.reason })}</p>
      ) : null}
      {scan ? (
        <p className="sign-said">
          <Link className="link" href={`/documents/${scan.id}`}>
            {say('page.signatures.scan')}
          </Link>{' '}
          <span className={one.paper?.ink ? 'ok' : 'late'}>
            {say(one.paper?.ink ? 'page.signatures.scan.ink' : 'page.signatures.scan.no-ink')}
          </span>
        </p>
      ) : null}
    </>
  )
}
