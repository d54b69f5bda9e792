/** Makes of what was asked the question that the check answers: with what the office knows. */
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { ProofQuestion, ProofRecipient } from '../../formats/proof/model.ts'
import { plainOf } from '../../formats/proof/plain.ts'
import { workingCalendar } from '../work/contract.ts'
import type { Asked } from './asked.ts'
import {
  attachmentsKnown,
  domainOf,
  domainsLike,
  namesAround,
  namesLike,
  recipientsKnown,
  thingsKnown,
  type Reader,
  type WhoKnown,
} from './facts.ts'
import { isNamesake } from './namesakes.ts'

/** More names than this in one text are a list, where nothing is looked up. */
const mostNames = 16

export async function questionOf(view: Reader, asked: Asked): Promise<ProofQuestion> {
  const text = (asked.format === 'html' ? plainOf(asked.text) : asked.text).replace(/\r\n?/g, '\n')
  const documents = asked.attachments.flatMap(one => one.documentId ?? [])
  const things = await thingsKnown(view, [...new Set([...asked.aboutIds, ...documents])])
  const who = await recipientsKnown(view, asked.recipients)
  const around = await namesAround(view, [...new Set([...asked.aboutIds, ...who.partyIds])])
  const alike = await namesLike(view, wordsToLookUp(text, who))
  const known = [
    ...who.recipients.flatMap(one => one.knownName ?? []),
    ...who.colleagues.map(one => one.name),
    ...around,
  ]
  const calendar = workingCalendar(view.office.country)
  return {
    purpose: asked.purpose,
    language: asked.language ?? null,
    officeLanguage: nearestLanguage(view.office.language),
    country: view.office.country,
    subject: asked.subject ?? null,
    text,
    sender: { name: view.principal.name, email: null },
    recipients: who.recipients.map(one => ({ ...one, namesakes: namesakesOf(one, who, alike) })),
    replyingTo: asked.replyingTo
      ? { from: asked.replyingTo.from, fromInside: isInside(asked.replyingTo.from, who) }
      : null,
    attachments: attachmentsKnown(asked.attachments, things),
    about: things.filter(one => asked.aboutIds.includes(one.id)),
    names: [...new Set([...known, ...alike.map(one => one.name)])],
    domains: [...domainsKnown(who), ...(await domainsLike(view, unknownDomains(who)))],
    today: view.today,
    holiday: day => (day.dayOfWeek <= 5 && !calendar.isWorkday(day) ? day.toString() : null),
  }
}

/** Words of names in the text, two large letters in a row, and the surnames of those it goes to. */
function wordsToLookUp(text: string, who: WhoKnown): string[] {
  const pairs = [
    ...text.matchAll(/(?<![\p{L}\p{N}@._/-])(\p{Lu}\p{Ll}[\p{L}'’-]+)[ ](\p{Lu}\p{Ll}[\p{L}'’-]+)/gu),
  ].flatMap(match => [match[1]!, match[2]!])
  const surnames = who.recipients.flatMap(one =>
    (one.knownName ?? one.name ?? '').split(/\s+/).filter(part => part.length > 2),
  )
  return [...new Set([...surnames, ...pairs])].slice(0, mostNames)
}

function namesakesOf(one: ProofRecipient, who: WhoKnown, alike: readonly { id: string; name: string }[]) {
  const name = one.knownName ?? one.name
  if (!name) return []
  const colleagues = who.colleagues
    .filter(other => other.email !== one.email?.toLowerCase())
    .map(other => ({ name: other.name, detail: other.email }))
  const others = alike
    .filter(other => !who.partyIds.includes(other.id))
    .map(other => ({ name: other.name, detail: null }))
  const taken = who.recipients.map(other => other.knownName ?? other.name)
  return [...others, ...colleagues]
    .filter(other => isNamesake(name, other.name) && (other.name === name || !taken.includes(other.name)))
    .slice(0, 2)
}

const isInside = (from: string | null, who: WhoKnown): boolean =>
  from !== null && who.colleagues.some(one => one.email === from.trim().toLowerCase())

/** The domains of colleagues; those of parties are asked for by their likeness. */
const domainsKnown = (who: WhoKnown): string[] => [
  ...new Set(who.colleagues.flatMap(one => (one.email ? [domainOf(one.email)] : []))),
]

const unknownDomains = (who: WhoKnown): string[] => [
  ...new Set(
    who.recipients.flatMap(one =>
      one.email?.includes('@') && !one.inside && one.knownName === null ? [domainOf(one.email)] : [],
    ),
  ),
]
