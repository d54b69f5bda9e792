import { runQuery } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { getAdvice } from '../../contract.ts'
import type { BankKeys, Payment, RunDetail } from '../words.ts'

type Mail = NonNullable<Payment['advice']['mail']>
const glyphs: Readonly<Record<Mail, Glyph>> = {
  sending: 'waits',
  begun: 'waits',
  sent: 'done',
  failed: 'blocked',
  'no-door': 'blocked',
  doubtful: 'blocked',
}

/** Whether who was paid has been told what for: sent from here once, with its words to be read before. */
export function Advice({ detail, payment }: { readonly detail: RunDetail; readonly payment: Payment }) {
  const say = useSay<BankKeys>()
  const maySend = usePermission('banking.send-advice')
  const { stand, mail, to, mode } = payment.advice
  const { id, version } = detail.record
  const send = async () => {
    const letter = (await runQuery('banking.get-advice', { id, paymentId: payment.id })) as OutputOf<typeof getAdvice>
    const input = { id, expectedVersion: version, paymentId: payment.id, text: letter.text }
    const email = letter.to ? { email: letter.to } : {}
    openCommand({ command: 'banking.send-advice', input: { ...input, ...email }, about: payment.partyName })
  }
  const goes = stand === 'ready' || stand === 'no-address'
  return (
    <>
      {mail ? (
        <span className="bank-advised" title={to ? say('page.advice.to', { to }) : undefined}>
          <State glyph={glyphs[mail]}>{say(`page.advice.mail.${mail}`)}</State>
        </span>
      ) : stand === 'no-address' ? (
        <span className="t3 nw">{say('page.advice.no-address')}</span>
      ) : null}
      {goes && maySend ? (
        <Button
          size="s"
          icon="send"
          aria-label={`${say('banking.send-advice')}: ${payment.partyName}`}
          onClick={() => void send()}
        >
          {say('banking.get-advice')}
        </Button>
      ) : null}
      {mode !== 'off' && stand !== 'nobody-known' ? (
        <Button
          size="s"
          look="quiet"
          icon="eye"
          aria-label={`${say('page.advice.sheet')}: ${payment.partyName}`}
          title={say('page.advice.sheet')}
          onClick={() => window.open(`/api/banking/runs/${id}/payments/${payment.id}/advice.pdf`, '_blank', 'noopener')}
        />
      ) : null}
      <Choice payment={payment} />
    </>
  )
}

/** How they are told from now on. */
function Choice({ payment }: { readonly payment: Payment }) {
  const say = useSay<BankKeys>()
  const may = usePermission('banking.set-advice')
  const { mode, stand, email, language } = payment.advice
  if (!may || !payment.partyId || stand === 'nobody-known') return null
  return (
    <Button
      size="s"
      look="quiet"
      {...(mode === 'off' ? {} : { icon: 'settings' as const })}
      aria-label={`${say('banking.set-advice')} ${payment.partyName}: ${say(`choice.adviceMode.${mode}`)}`}
      title={say(`choice.adviceMode.${mode}`)}
      onClick={() =>
        openCommand({
          command: 'banking.set-advice',
          input: {
            id: payment.partyId,
            adviceMode: mode,
            ...(email ? { adviceEmail: email } : {}),
            ...(language ? { adviceLanguage: language } : {}),
          },
          about: payment.partyName,
        })
      }
    >
      {mode === 'off' ? say('page.advice.choose') : null}
    </Button>
  )
}
