import { useState } from 'react'
import { languages } from '../../../../kernel/language/catalogue.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMailboxes } from '../../contract.ts'
import type { changeAnswer, getAnswer, getSignatures, saveAnswer } from '../../contract/answers.ts'
import type { MailKeys } from '../words.ts'

export type AnswerDetail = OutputOf<typeof getAnswer>
type Language = (typeof languages)[number]

interface Text {
  readonly language: Language
  readonly subject: string
  readonly body: string
}

export interface AnswerFormProps {
  readonly answer: AnswerDetail | null
  /** What a new one begins with. */
  readonly text?: string
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

/** An answer with its texts: one for each language it is kept in. */
export function AnswerForm({ answer, text = '', onClose, onDone }: AnswerFormProps) {
  const say = useSay<MailKeys>()
  const mine = useLanguage()
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes').data?.rows ?? []
  // A new answer may hold the same fields as every signature.
  const told = useQuery<typeof getSignatures>(
    'mail.get-signatures',
    { id: mailboxes[0]?.id ?? '' },
    { when: !answer && mailboxes.length > 0 },
  ).data
  const fields = answer?.fields ?? told?.fields ?? []
  const [title, setTitle] = useState(answer?.record.title ?? '')
  const [shortcut, setShortcut] = useState(answer?.shortcut ?? '')
  const [mailboxId, setMailbox] = useState(answer?.mailbox?.id ?? '')
  const [texts, setTexts] = useState<readonly Text[]>(
    answer?.texts.map(one => ({ ...one, subject: one.subject ?? '' })) ?? [{ language: mine, subject: '', body: text }],
  )
  const saving = useCommand<typeof saveAnswer>('mail.save-answer', { quiet: true })
  const changing = useCommand<typeof changeAnswer>('mail.change-answer', { quiet: true })
  const free = languages.filter(language => !texts.some(one => one.language === language))
  const given = texts.filter(one => one.body.trim())
  const refused = title.trim() && given.length > 0 ? undefined : say('page.mail.answers.incomplete')
  const send = async () => {
    if (refused) return
    const facts = {
      title: title.trim(),
      mailboxId: mailboxId || null,
      texts: given.map(({ language, subject, body }) => ({
        language,
        body,
        ...(subject.trim() && { subject: subject.trim() }),
      })),
    }
    const done = answer
      ? await changing.run({
          id: answer.record.id,
          expectedVersion: answer.record.version,
          shortcut: shortcut.trim() || null,
          ...facts,
        })
      : await saving.run({ ...facts, ...(shortcut.trim() && { shortcut: shortcut.trim() }) })
    if (done.status === 'done') onDone(done.output.id)
  }
  const put = (language: Language, part: Partial<Text>) =>
    setTexts(before => before.map(one => (one.language === language ? { ...one, ...part } : one)))
  const sending = answer ? changing : saving
  return (
    <Dialog title={say(answer ? 'mail.change-answer' : 'mail.save-answer')} width={720} onClose={onClose}>
      <SendForm
        sending={sending}
        submit={say('page.mail.answers.save')}
        refused={refused}
        onSend={() => void send()}
        onCancel={onClose}
      >
        <TextField
          label={say('field.mail.title')}
          value={title}
          maxLength={120}
          autoFocus
          data-autofocus
          onChange={event => setTitle(event.target.value)}
        />
        <div className="two">
          <TextField
            label={say('field.mail.shortcut')}
            hint={say('field.mail.shortcut.hint')}
            value={shortcut}
            maxLength={30}
            onChange={event => setShortcut(event.target.value)}
          />
          <SelectField
            label={say('kind.mail-mailbox')}
            value={mailboxId}
            options={[['', say('page.mail.answers.everywhere')], ...mailboxes.map(one => [one.id, one.title] as const)]}
            onChange={setMailbox}
          />
        </div>
        {texts.map(one => (
          <OneText
            key={one.language}
            text={one}
            alone={texts.length === 1}
            onChange={part => put(one.language, part)}
            onRemove={() => setTexts(texts.filter(other => other !== one))}
          />
        ))}
        {free.length > 0 ? (
          <p className="acts">
            {free.map(language => (
              <Button
                key={language}
                size="s"
                icon="plus"
                onClick={() => setTexts([...texts, { language, subject: '', body: '' }])}
              >
                {languageNames[language]}
              </Button>
            ))}
          </p>
        ) : null}
        <p className="field-hint">
          {say('page.mail.answers.fields', { fields: fields.map(one => `{${one}}`).join(', ') || '{…}' })}
        </p>
      </SendForm>
    </Dialog>
  )
}

function OneText({
  text,
  alone,
  onChange,
  onRemove,
}: {
  readonly text: Text
  readonly alone: boolean
  readonly onChange: (part: Partial<Text>) => void
  readonly onRemove: () => void
}) {
  const say = useSay<MailKeys>()
  return (
    <fieldset className="answer-text">
      <legend>
        {languageNames[text.language]}
        {alone ? null : (
          <Button size="s" look="quiet" icon="x" onClick={onRemove}>
            {say('page.mail.take-off')}
          </Button>
        )}
      </legend>
      <TextField
        label={say('page.mail.answers.subject')}
        value={text.subject}
        maxLength={200}
        lang={text.language}
        onChange={event => onChange({ subject: event.target.value })}
      />
      <Field label={say('field.mail.text')}>
        {control => (
          <textarea
            className="input"
            rows={7}
            lang={text.language}
            {...control}
            value={text.body}
            onChange={event => onChange({ body: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}
