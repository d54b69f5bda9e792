import { useSay } from '../../../../web/language/Say.tsx'
import type { MailKeys } from '../words.ts'
import type { RuleLine } from './RuleForm.tsx'

/** A rule in words: what it asks, and what it then does. */
export function useRuleWords() {
  const say = useSay<MailKeys>()
  const asked = (rule: RuleLine): string =>
    [
      rule.mailbox ? say('page.mail.rule.mailbox', { name: rule.mailbox.title }) : '',
      rule.from ? say('page.mail.rule.from', { text: rule.from }) : '',
      rule.to ? say('page.mail.rule.to', { text: rule.to }) : '',
      rule.subject ? say('page.mail.rule.subject', { text: rule.subject }) : '',
      rule.words ? say('page.mail.rule.words', { text: rule.words }) : '',
      rule.hasAttachment === null ? '' : say(rule.hasAttachment ? 'page.mail.rule.with' : 'page.mail.rule.without'),
    ]
      .filter(Boolean)
      .join(' · ')
  const done = (rule: RuleLine): string =>
    [
      rule.owner ? say('page.mail.rule.owner', { name: rule.owner.title }) : '',
      rule.folder ? say('page.mail.rule.folder', { name: rule.folder.title }) : '',
      rule.label ? say('page.mail.rule.label', { label: rule.label }) : '',
      rule.outcome === 'stays' ? '' : say(`choice.mail.outcome.${rule.outcome}`),
    ]
      .filter(Boolean)
      .join(' · ')
  return { asked, done }
}
