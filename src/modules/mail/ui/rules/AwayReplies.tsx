import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMailboxes } from '../../contract.ts'
import type { endAwayReply, listAwayReplies, setAwayReply } from '../../contract/rules.ts'
import type { MailKeys } from '../words.ts'
import { languages } from '../../../../kernel/language/catalogue.ts'

/** What a mailbox answers by itself between two days: each sender once, in their language, never a list or a machine. */
export function AwayReplies({ may }: { readonly may: boolean }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const [making, setMaking] = useState(false)
  const rows = useQuery<typeof listAwayReplies>('mail.list-away-replies').data?.rows ?? []
  const ending = useCommand<typeof endAwayReply>('mail.end-away-reply', { said: say('done.mail.end-away-reply') })
  return (
    <Section
      title={say('page.mail.away')}
      count={rows.length || undefined}
      more={
        may ? (
          <Button size="s" icon="plus" onClick={() => setMaking(true)}>
            {say('mail.set-away-reply')}
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? <p className="t3">{say('page.mail.away.empty')}</p> : null}
      <ul className="setup-rows">
        {rows.map(row => (
          <li key={row.replyId}>
            <span className="what">
              <b>{row.mailbox.title}</b>{' '}
              <State glyph={row.now ? 'half' : 'waits'}>
                {formats.day(row.fromOn)} – {formats.day(row.untilOn)}
              </State>
              <span className="t2 clip">{row.texts[0]?.text}</span>
              <span className="t3">
                {[
                  row.texts.map(text => text.language).join(' '),
                  say('page.mail.away.answered', { count: row.answered }),
                  row.by?.title,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {may ? (
              <span className="acts">
                <Button
                  size="s"
                  look="quiet"
                  onClick={() => void ending.run({ id: row.mailbox.id, replyId: row.replyId })}
                >
                  {say('mail.end-away-reply')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {making ? <AwayForm onClose={() => setMaking(false)} /> : null}
    </Section>
  )
}

function AwayForm({ onClose }: { readonly onClose: () => void }) {
  const say = useSay<MailKeys>()
  const mine = useLanguage()
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes').data?.rows ?? []
  const [mailboxId, setMailbox] = useState('')
  const [days, setDays] = useState<{ from?: string | undefined; until?: string | undefined }>({})
  const [texts, setTexts] = useState<Partial<Record<(typeof languages)[number], string>>>({ [mine]: '' })
  const setting = useCommand<typeof setAwayReply>('mail.set-away-reply', { quiet: true })
  const id = mailboxId || mailboxes[0]?.id
  const given = languages.flatMap(language => {
    const text = texts[language]?.trim()
    return text ? [{ language, text }] : []
  })
  const refused = id && days.from && days.until && given.length > 0 ? undefined : say('page.mail.away.incomplete')
  const send = async () => {
    if (!id || !days.from || !days.until || refused) return
    const answer = await setting.run({ id, fromOn: days.from, untilOn: days.until, texts: given })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('mail.set-away-reply')} width={600} onClose={onClose}>
      <SendForm
        sending={setting}
        submit={say('page.mail.rule.save')}
        refused={refused}
        onSend={() => void send()}
        onCancel={onClose}
      >
        <SelectField
          label={say('kind.mail-mailbox')}
          value={id ?? ''}
          options={mailboxes.map(one => [one.id, one.title] as const)}
          onChange={setMailbox}
        />
        <div className="two">
          {(['from', 'until'] as const).map(key => (
            <DateControl
              key={key}
              label={say(`field.mail.${key === 'from' ? 'fromOn' : 'untilOn'}`)}
              schema={{ control: 'date' }}
              value={days[key]}
              onChange={value => setDays(before => ({ ...before, [key]: value as string | undefined }))}
              words={String}
            />
          ))}
        </div>
        {languages
          .filter(language => texts[language] !== undefined)
          .map(language => (
            <Field key={language} label={languageNames[language]}>
              {control => (
                <textarea
                  className="input"
                  rows={4}
                  lang={language}
                  {...control}
                  value={texts[language]}
                  onChange={event => setTexts(before => ({ ...before, [language]: event.target.value }))}
                />
              )}
            </Field>
          ))}
        <p className="acts">
          {languages
            .filter(language => texts[language] === undefined)
            .map(language => (
              <Button
                key={language}
                size="s"
                icon="plus"
                onClick={() => setTexts(before => ({ ...before, [language]: '' }))}
              >
                {languageNames[language]}
              </Button>
            ))}
        </p>
      </SendForm>
    </Dialog>
  )
}
