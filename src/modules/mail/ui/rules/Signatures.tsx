import { useState } from 'react'
import { languages } from '../../../../kernel/language/catalogue.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMailboxes } from '../../contract.ts'
import type { getSignatures, setSignature } from '../../contract/answers.ts'
import type { MailboxLine, MailKeys } from '../words.ts'

type Language = (typeof languages)[number]

/** How each mailbox signs, by the language one writes in. */
export function Signatures({ may }: { readonly may: boolean }) {
  const say = useSay<MailKeys>()
  const [box, setBox] = useState<MailboxLine | null>(null)
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes').data?.rows ?? []
  return (
    <Section title={say('page.mail.signatures')}>
      <ul className="setup-rows">
        {mailboxes.map(one => (
          <li key={one.id}>
            <span className="what">
              <b>{one.title}</b> <span className="t3">{one.address}</span>
            </span>
            {may ? (
              <span className="acts">
                <Button
                  size="s"
                  look="quiet"
                  aria-label={`${say('mail.set-signature')}: ${one.title}`}
                  onClick={() => setBox(one)}
                >
                  {say('mail.set-signature')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {box ? <SignatureDialog box={box} onClose={() => setBox(null)} /> : null}
    </Section>
  )
}

function SignatureDialog({ box, onClose }: { readonly box: MailboxLine; readonly onClose: () => void }) {
  const say = useSay<MailKeys>()
  const mine = useLanguage()
  const [language, setLanguage] = useState<Language>((box.language as Language | null) ?? mine)
  const kept = useQuery<typeof getSignatures>('mail.get-signatures', { id: box.id })
  return (
    <Dialog title={say('mail.set-signature')} about={box.title} onClose={onClose}>
      {kept.data ? (
        <SignatureForm
          key={language}
          id={box.id}
          language={language}
          text={kept.data.signatures.find(one => one.language === language)?.text ?? ''}
          fields={kept.data.fields}
          onLanguage={setLanguage}
          onClose={onClose}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Dialog>
  )
}

interface SignatureFormProps {
  readonly id: string
  readonly language: Language
  readonly text: string
  readonly fields: readonly string[]
  readonly onLanguage: (language: Language) => void
  readonly onClose: () => void
}

function SignatureForm({ id, language, text: kept, fields, onLanguage, onClose }: SignatureFormProps) {
  const say = useSay<MailKeys>()
  const [text, setText] = useState(kept)
  const setting = useCommand<typeof setSignature>('mail.set-signature', { quiet: true })
  const send = async () => {
    if ((await setting.run({ id, language, text })).status === 'done') onClose()
  }
  return (
    <SendForm sending={setting} submit={say('page.mail.rule.save')} onSend={() => void send()} onCancel={onClose}>
      <SelectField
        label={say('field.mail.language')}
        value={language}
        options={languages.map(one => [one, languageNames[one]] as const)}
        onChange={onLanguage}
      />
      <Field
        label={say('field.mail.text')}
        hint={say('page.mail.answers.fields', { fields: fields.map(one => `{${one}}`).join(', ') })}
      >
        {control => (
          <textarea
            className="input"
            rows={6}
            lang={language}
            {...control}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </Field>
    </SendForm>
  )
}
