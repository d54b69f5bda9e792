import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listFolders, listMailboxes } from '../../contract.ts'
import type { changeRule, createRule, listRules, outcomes as all, tryRule } from '../../contract/rules.ts'
import type { MailKeys } from '../words.ts'

export type RuleLine = OutputOf<typeof listRules>['rows'][number]
type Outcome = (typeof all)[number]

const outcomes: readonly Outcome[] = ['stays', 'done', 'noise']
const colleague = { control: 'person', kind: 'principal' } as const
const asked = ['from', 'to', 'subject', 'words'] as const

/** A rule: what it asks, tried at once on the last hundred mails, and what it then does. */
export function RuleForm({ rule, onClose }: { readonly rule: RuleLine | null; readonly onClose: () => void }) {
  const say = useSay<MailKeys>()
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes').data?.rows ?? []
  const [facts, setFacts] = useState({
    title: rule?.title ?? '',
    mailboxId: rule?.mailbox?.id ?? '',
    from: rule?.from ?? '',
    to: rule?.to ?? '',
    subject: rule?.subject ?? '',
    words: rule?.words ?? '',
    label: rule?.label ?? '',
    ownerId: rule?.owner?.id ?? null,
    folderId: rule?.folder?.id ?? '',
    outcome: (rule?.outcome ?? 'stays') as Outcome,
    attachment: rule?.hasAttachment === null || !rule ? '' : rule.hasAttachment ? 'yes' : 'no',
  })
  const put = (part: Partial<typeof facts>) => setFacts(before => ({ ...before, ...part }))
  const creating = useCommand<typeof createRule>('mail.create-rule', { quiet: true })
  const changing = useCommand<typeof changeRule>('mail.change-rule', { quiet: true })
  const conditions = {
    mailboxId: facts.mailboxId || null,
    from: facts.from.trim() || null,
    to: facts.to.trim() || null,
    subject: facts.subject.trim() || null,
    words: facts.words.trim() || null,
    hasAttachment: facts.attachment === '' ? null : facts.attachment === 'yes',
  }
  const send = async () => {
    const input = {
      title: facts.title.trim(),
      ...conditions,
      ownerId: facts.ownerId,
      label: facts.label.trim() || null,
      folderId: facts.folderId || null,
      outcome: facts.outcome,
    }
    const done = rule
      ? await changing.run({ id: rule.id, expectedVersion: rule.version, ...input })
      : await creating.run(input)
    if (done.status === 'done') onClose()
  }
  return (
    <Dialog title={say(rule ? 'mail.change-rule' : 'mail.create-rule')} width={640} onClose={onClose}>
      <SendForm
        sending={rule ? changing : creating}
        submit={say('page.mail.rule.save')}
        refused={facts.title.trim() ? undefined : say('page.mail.rule.untitled')}
        onSend={() => void send()}
        onCancel={onClose}
      >
        <TextField
          label={say('field.mail.title')}
          value={facts.title}
          maxLength={120}
          autoFocus
          data-autofocus
          onChange={event => put({ title: event.target.value })}
        />
        <div className="two">
          {asked.map(key => (
            <TextField
              key={key}
              label={say(`field.mail.${key}`)}
              value={facts[key]}
              maxLength={200}
              onChange={event => put({ [key]: event.target.value })}
            />
          ))}
          <Field label={say('field.mail.hasAttachment')}>
            {control => (
              <select
                className="input"
                {...control}
                value={facts.attachment}
                onChange={event => put({ attachment: event.target.value })}
              >
                <option value="">{say('page.mail.rule.either')}</option>
                <option value="yes">{say('page.mail.rule.with')}</option>
                <option value="no">{say('page.mail.rule.without')}</option>
              </select>
            )}
          </Field>
          <SelectField
            label={say('kind.mail-mailbox')}
            value={facts.mailboxId}
            options={[['', say('page.mail.answers.everywhere')], ...mailboxes.map(one => [one.id, one.title] as const)]}
            onChange={value => put({ mailboxId: value, folderId: '' })}
          />
        </div>
        <Tried conditions={conditions} />
        <RecordPicker
          label={say('field.mail.ownerId')}
          schema={colleague}
          value={facts.ownerId}
          onChange={value => put({ ownerId: (value as string | undefined) ?? null })}
          words={String}
        />
        <div className="two">
          <TextField
            label={say('field.mail.label')}
            value={facts.label}
            maxLength={40}
            onChange={event => put({ label: event.target.value })}
          />
          <SelectField
            label={say('field.mail.outcome')}
            value={facts.outcome}
            options={outcomes.map(one => [one, say(`choice.mail.outcome.${one}`)] as const)}
            onChange={value => put({ outcome: value })}
          />
          {facts.mailboxId ? (
            <FolderField mailboxId={facts.mailboxId} value={facts.folderId} onChange={folderId => put({ folderId })} />
          ) : null}
        </div>
      </SendForm>
    </Dialog>
  )
}

/** Folders as the mailbox's server has them: a mail is laid there too. */
function FolderField({
  mailboxId,
  value,
  onChange,
}: {
  readonly mailboxId: string
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const say = useSay<MailKeys>()
  const folders = useQuery<typeof listFolders>('mail.list-folders', { mailboxId, limit: 300 }).data?.rows ?? []
  return (
    <SelectField
      label={say('field.mail.folderId')}
      value={value}
      options={[['', say('page.mail.rule.stays-there')], ...folders.map(one => [one.id, one.title] as const)]}
      onChange={onChange}
    />
  )
}

/** Which of the last mails it would have met: seen before it is laid down. */
function Tried({ conditions }: { readonly conditions: Record<string, unknown> }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const asks = Object.entries(conditions).some(([key, value]) => key !== 'mailboxId' && value !== null)
  const tried = useQuery<typeof tryRule>('mail.try-rule', conditions as never, { when: asks, keep: true }).data
  if (!asks || !tried) return null
  return (
    <div className="tried" role="status">
      <p className={tried.met.length > 0 ? 't2' : 't3'}>
        {say('page.mail.rule.met', { count: tried.met.length, tried: tried.tried })}
      </p>
      <ul>
        {tried.met.slice(0, 4).map(one => (
          <li key={`${one.id} ${one.at}`} className="t3 clip">
            {formats.day(formats.dayOf(one.at))} · {one.from} · {one.title}
          </li>
        ))}
      </ul>
    </div>
  )
}
