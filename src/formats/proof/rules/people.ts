/** Whom it goes to: somebody else than is greeted, an address a letter away from the known one, outsiders who should not read it. */
import { found, foundOfAll, type Prepared, type ProofFinding, type Rule } from '../model.ts'
import { lettered, whole, wholeOf, wordsOf } from '../words/index.ts'
import { addresses, domainOf, shown } from './addresses.ts'
import { wrongGreeting } from './greeting.ts'

export const people: Rule = prepared => [
  ...wrongGreeting(prepared),
  ...addresses(prepared),
  ...namesakes(prepared),
  ...outsiders(prepared),
  ...secrecy(prepared),
]

function namesakes(prepared: Prepared): ProofFinding[] {
  return prepared.question.recipients.flatMap(one => {
    const [other] = one.namesakes
    if (!other) return []
    return [
      foundOfAll({
        rule: 'namesake',
        severity: 'quiet',
        words: shown(one),
        data: {
          recipient: `${shown(one)}${one.email ? ` <${one.email}>` : ''}`,
          other: other.detail ? `${other.name} (${other.detail})` : other.name,
        },
      }),
    ]
  })
}

function outsiders(prepared: Prepared): ProofFinding[] {
  const { recipients, replyingTo, purpose } = prepared.question
  const outside = recipients.filter(one => !one.inside)
  if (outside.length === 0) return []
  const findings: ProofFinding[] = []
  if (replyingTo && recipients.length > 1) {
    const sender = replyingTo.from?.toLowerCase() ?? null
    const others = outside.filter(one => one.email?.toLowerCase() !== sender)
    const foreign = others.filter(one => !sender || !one.email || domainOf(one.email) !== domainOf(sender))
    const said = replyingTo.fromInside ? outside : foreign
    if (said.length > 0)
      findings.push(
        foundOfAll({
          rule: 'reply-all',
          severity: replyingTo.fromInside ? 'loud' : 'quiet',
          words: said[0]!.email ?? shown(said[0]!),
          data: { recipients: said.map(shown).slice(0, 4).join(', '), count: said.length },
        }),
      )
  }
  const visible = outside.filter(one => one.role !== 'bcc' && one.email)
  const domains = new Set(visible.map(one => domainOf(one.email!)))
  if (purpose === 'mail' && visible.length >= 8 && domains.size >= 6)
    findings.push(foundOfAll({ rule: 'many-visible', severity: 'loud', data: { count: visible.length } }))
  return findings
}

function secrecy(prepared: Prepared): ProofFinding[] {
  const { recipients, about, attachments } = prepared.question
  const findings: ProofFinding[] = []
  const things = [
    ...about.map(one => ({ title: one.title, class: one.class })),
    ...attachments.map(one => ({ title: one.name, class: one.class })),
  ]
  for (const thing of things) {
    const who = recipients.filter(one => one.mayStand < thing.class)
    if (who.length > 0)
      findings.push(
        foundOfAll({
          rule: 'secret',
          severity: 'loud',
          words: thing.title,
          data: { title: thing.title, recipients: who.map(shown).slice(0, 4).join(', ') },
        }),
      )
  }
  const outside = recipients.filter(one => !one.inside)
  if (outside.length === 0) return findings
  const to = outside.map(shown).slice(0, 4).join(', ')
  const marked = attachments.find(one =>
    Object.values(wordsOf).some(words => whole(words.secret, 'iu').test(one.name.replace(/[_-]/g, ' '))),
  )
  if (marked && marked.class < 2)
    findings.push(
      foundOfAll({
        rule: 'secret',
        severity: 'loud',
        words: marked.name,
        data: { title: marked.name, recipients: to },
      }),
    )
  for (const passage of prepared.passages) {
    const expression = wholeOf(passage.language, 'inside words', () => wordsOf[passage.language].inside.join('|'))
    const match = expression.exec(passage.text)
    if (match)
      findings.push(
        found(passage, match.index, match.index + match[0].length, {
          rule: 'inside-words',
          severity: 'loud',
          data: { recipients: to },
        }),
      )
    const heading = new RegExp(
      `^\\s*(?:[*#]*\\s*)(${lettered(wordsOf[passage.language].secret)})\\s*[:.!*-]?\\s*$`,
      'imu',
    ).exec(passage.text)
    if (heading && !match)
      findings.push(
        found(passage, heading.index, heading.index + heading[0].length, {
          rule: 'inside-words',
          severity: 'loud',
          data: { recipients: to },
        }),
      )
  }
  return findings
}
