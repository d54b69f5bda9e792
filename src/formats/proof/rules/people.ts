/** Whom it goes to: somebody else than is greeted, an address a letter away from the known one, outsiders who should not read it. */
import {
  found,
  foundOfAll,
  type Passage,
  type Prepared,
  type ProofFinding,
  type ProofRecipient,
  type Rule,
} from '../model.ts'
import { apart, folded } from '../near.ts'
import { lettered, whole, wholeOf, wordsOf } from '../words/index.ts'

const tokens = (text: string): string[] => folded(text).match(/[\p{L}]{2,}/gu) ?? []
const localOf = (email: string) => email.slice(0, email.indexOf('@'))
const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
const shown = (one: ProofRecipient) => one.knownName ?? one.name ?? one.email ?? ''

/** Short forms of one name, folded. */
const short: readonly (readonly string[])[] = [
  ['robert', 'bob', 'rob', 'robban'],
  ['william', 'bill', 'will', 'wim', 'willem'],
  ['elizabeth', 'elisabeth', 'liz', 'beth', 'lisa', 'bettan', 'elsa', 'betty', 'lise'],
  ['katherine', 'catherine', 'kate', 'kathy', 'katie', 'cathy', 'kat', 'katarina', 'kattis'],
  ['richard', 'dick', 'rick', 'rich'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['john', 'jack', 'johnny', 'jon'],
  ['michael', 'mike', 'mick', 'mikael', 'micke', 'mihai', 'misu', 'miguel'],
  ['margaret', 'maggie', 'meg', 'peggy', 'margareta', 'maggan', 'greta'],
  ['lars', 'lasse'],
  ['karl', 'carl', 'kalle', 'charlie', 'charles'],
  ['per', 'pelle', 'peter', 'par', 'petter', 'pete'],
  ['bo', 'bosse'],
  ['johan', 'jojje', 'johannes', 'hans', 'hasse', 'jan', 'janne', 'hannes'],
  ['anders', 'andreas', 'ante', 'andrew', 'andy', 'drew'],
  ['gunnar', 'gurra', 'gustaf', 'gustav'],
  ['fredrik', 'frederik', 'fredde', 'fred', 'frits', 'frederico'],
  ['magnus', 'mange'],
  ['christer', 'krister', 'kricke', 'christian', 'kristian', 'chris', 'christopher', 'kristoffer', 'stoffer', 'toffe'],
  ['birgitta', 'gittan', 'brit', 'britt', 'gitte'],
  ['ingrid', 'inga', 'inger'],
  ['alexander', 'alex', 'sandu', 'sander', 'alexandru', 'alexandre', 'alexandra', 'sandra', 'aleksander'],
  ['antonio', 'anton', 'toni', 'tony', 'toze', 'antoon', 'toon', 'anthony'],
  ['jose', 'ze', 'josef', 'joseph', 'joe'],
  ['francisco', 'chico', 'frans', 'frank', 'francisca', 'xico'],
  ['maria', 'mia', 'marie', 'maja', 'marieke', 'mary', 'maricica'],
  ['gheorghe', 'george', 'gigi', 'gicu', 'georg', 'jorge', 'joris', 'goran'],
  ['ioan', 'ion', 'ionut', 'nelu', 'ionel', 'joan'],
  ['cornelis', 'kees', 'cor', 'cees'],
  ['hendrik', 'henk', 'henrik', 'henke', 'rik', 'henry', 'harry'],
  ['johanna', 'joke', 'hanna', 'hanne', 'anneke', 'anna', 'ann', 'anne', 'annie', 'annika', 'anita', 'ana'],
  ['jacobus', 'jaap', 'koos', 'jakob', 'jacob'],
  ['gerardus', 'gerrit', 'gerard', 'geert'],
  ['theodor', 'teodor', 'teo', 'theo', 'ted'],
  ['thomas', 'tomas', 'tom', 'toma', 'tommy'],
  ['stefan', 'steffe', 'steven', 'steve', 'stephen', 'fane'],
  ['nicolae', 'nicu', 'nicolas', 'niklas', 'nicklas', 'klaas', 'nick', 'nicole', 'nicoleta', 'nikolai'],
  ['constantin', 'costel', 'costi', 'dinu'],
  ['elena', 'ileana', 'lena', 'helena', 'leni', 'helene', 'ellen', 'nela'],
  ['susanne', 'susanna', 'sussi', 'sanna', 'susan', 'sue', 'suzy'],
  ['david', 'dave'],
  ['daniel', 'dan', 'danny', 'dani'],
  ['matthew', 'matt', 'matias', 'mattias', 'matthias', 'matte', 'mats'],
  ['samuel', 'sam', 'samantha'],
  ['benjamin', 'ben', 'benny'],
  ['edward', 'ed', 'eddie', 'edvard', 'eduard', 'eduardo', 'edu'],
  ['patrick', 'pat', 'patricia', 'patrik'],
  ['jennifer', 'jen', 'jenny'],
  ['rebecca', 'becky', 'rebecka'],
  ['victoria', 'vicky', 'viktoria'],
  ['kristina', 'christina', 'stina', 'tina', 'kerstin', 'kirsten', 'kristin'],
  ['sofia', 'sofie', 'sophie', 'fia', 'sonja'],
  ['emanuel', 'manuel', 'manel', 'manny', 'manuela'],
  ['beatriz', 'bia', 'bea', 'beatrice'],
  ['gabriel', 'gabi', 'gabriela'],
  ['cristian', 'cristi', 'cristina'],
  ['vasile', 'vasi'],
  ['olav', 'ola', 'olaf', 'olof', 'ole', 'olle', 'oluf'],
  ['kjell', 'kjetil', 'ketil'],
  ['knut', 'knutte'],
  ['bjorn', 'bjarne', 'nalle'],
  ['sigurd', 'sigge', 'sigrid', 'siri'],
  ['torbjorn', 'tobbe', 'tobias', 'tor', 'thor'],
  ['ulf', 'uffe', 'ulrik', 'ulrika', 'ulla'],
  ['leif', 'leffe'],
  ['goran', 'joran', 'gorel'],
  ['leonard', 'leo', 'lennart', 'leon'],
]
const familyOf = new Map<string, number[]>()
short.forEach((names, index) => {
  for (const name of names) familyOf.set(name, [...(familyOf.get(name) ?? []), index])
})

/** Whether a name may be meant for another: the same, its beginning, or a short form. */
function mayBe(greeted: string, token: string): boolean {
  if (greeted === token) return true
  if (Math.min(greeted.length, token.length) >= 3 && (token.startsWith(greeted) || greeted.startsWith(token)))
    return true
  const families = familyOf.get(token) ?? []
  return (familyOf.get(greeted) ?? []).some(one => families.includes(one))
}

interface Greeted {
  readonly passage: Passage
  readonly start: number
  readonly words: string
  readonly names: readonly string[]
}

/** Whom the first lines greet, by name. */
export function greeted(prepared: Prepared): Greeted | null {
  for (const passage of prepared.passages.filter(one => one.field === 'text').slice(0, 3)) {
    const words = wordsOf[passage.language]
    const name = `[\\p{Lu}][\\p{L}'’.-]*`
    const expression = new RegExp(
      `^[ \\t]*(?:${caseless(words.greeting)}|${caseless('hi|hello|dear|hey')})[ ,]+((?:(?:${caseless(words.titles)})\\.?\\s+)*)((?:${name})(?:(?:\\s+(?:och|og|and|en|și|e|&|van|de|der|den|von|da|dos|do|di|la|af)|\\s*,)?\\s+(?:${name})){0,6})\\s*(?:[,!.:–-]|$)`,
      'mu',
    )
    const match = expression.exec(passage.text)
    if (!match) continue
    const who = match[2]!
    const people = tokens(who).filter(
      one =>
        !new RegExp(
          `^(?:${caseless(words.everybody)}|${caseless(words.titles)}|och|og|and|van|der|den|de|von|dos|da|do)$`,
          'iu',
        ).test(one),
    )
    const everybody = wholeOf(passage.language, 'everybody', () => words.everybody)
    if (people.length === 0 || everybody.test(who.split(/\s+/)[0] ?? '')) return null
    const start = match.index + match[0].indexOf(who, match[0].length - who.length - 2 < 0 ? 0 : 0)
    return { passage, start, words: who, names: people }
  }
  return null
}

/** Letters of either case, in an expression that otherwise minds them. */
const caseless = (body: string): string =>
  lettered(body).replace(
    /(\\[pP]\{\w+\}|\\.)|\[([^\]]*)\]|(\p{L})/gu,
    (_whole, kept: string | undefined, letters: string | undefined, letter: string | undefined) =>
      kept ?? `[${bothCases(letters ?? letter!)}]`,
  )
const bothCases = (letters: string): string =>
  /\\/.test(letters) ? letters : [...new Set([...letters.toLowerCase(), ...letters.toUpperCase()])].join('')

const isPerson = (one: ProofRecipient): boolean => {
  const name = one.knownName ?? one.name
  if (name && tokens(name).length >= 1) return true
  return one.email !== null && /^[a-z]{2,}[._-][a-z]{2,}/i.test(localOf(one.email)) && !role.test(localOf(one.email))
}
const role =
  /^(?:info|kontakt|contact|post|office|admin|faktura|invoice|ekonomi|support|sales|order|hello|hej|mail|reception|regnskap|factuur|facturi|contabilitate|geral|financeiro|no-?reply|noreply|hr|kundtjanst|service|team|styrelsen|bestuur)/i

export const people: Rule = prepared => [
  ...wrongGreeting(prepared),
  ...addresses(prepared),
  ...namesakes(prepared),
  ...outsiders(prepared),
  ...secrecy(prepared),
]

function wrongGreeting(prepared: Prepared): ProofFinding[] {
  const { recipients } = prepared.question
  const persons = recipients.filter(one => one.role === 'to' && isPerson(one))
  if (persons.length === 0 || persons.length < recipients.filter(one => one.role === 'to').length) return []
  const who = greeted(prepared)
  if (!who) return []
  const all = recipients.flatMap(one => [
    ...tokens(one.knownName ?? ''),
    ...tokens(one.name ?? ''),
    ...tokens(one.email ? localOf(one.email) : ''),
    ...tokens(one.email ? domainOf(one.email) : ''),
  ])
  if (who.names.some(name => all.some(token => mayBe(name, token)))) return misspelt(who, persons)
  const place = { start: who.start, end: who.start + who.words.length }
  const nearest = persons
    .flatMap(one => tokens(one.knownName ?? one.name ?? ''))
    .find(token => who.names.some(name => token.length >= 4 && apart(name, token) <= (token.length > 6 ? 2 : 1)))
  if (nearest) {
    const right = persons
      .flatMap(one => (one.knownName ?? one.name ?? '').match(/[\p{L}'’-]+/gu) ?? [])
      .find(part => folded(part) === nearest)
    return [
      found(who.passage, place.start, place.end, {
        rule: 'name',
        severity: 'quiet',
        data: { name: right ?? nearest },
        suggestion: right ?? null,
      }),
    ]
  }
  // initials alone, as in `ab@…`, may be anybody's
  if (persons.every(one => !(one.knownName ?? one.name))) {
    if (persons.some(one => localOf(one.email ?? '').length < 4)) return []
  }
  return [
    found(who.passage, place.start, place.end, {
      rule: 'greeting',
      severity: 'loud',
      data: { greeted: who.words, recipient: persons.map(shown).join(', ') },
    }),
  ]
}

/** `Hej Brigitta` to Birgitta, where her surname is right. */
function misspelt(who: Greeted, persons: readonly ProofRecipient[]): ProofFinding[] {
  const parts = who.words.match(/[\p{L}'’-]{3,}/gu) ?? []
  const known = persons.flatMap(one => `${one.knownName ?? one.name ?? ''}`.match(/[\p{L}'’-]{2,}/gu) ?? [])
  let from = 0
  return parts.flatMap(part => {
    const at = who.words.indexOf(part, from)
    from = at + part.length
    if (
      known.some(
        one =>
          one.toLowerCase() === part.toLowerCase() ||
          (mayBe(folded(part), folded(one)) && folded(one) !== folded(part)),
      )
    )
      return []
    const near = known.find(
      one => one.length >= 3 && apart(part.toLowerCase(), one.toLowerCase()) <= (one.length > 6 ? 2 : 1),
    )
    return near
      ? [
          found(who.passage, who.start + at, who.start + at + part.length, {
            rule: 'name',
            severity: 'quiet',
            data: { name: near },
            suggestion: near,
          }),
        ]
      : []
  })
}

const freemail = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'live.com',
  'telia.com',
  'hotmail.se',
  'live.se',
  'online.no',
  'ziggo.nl',
  'kpnmail.nl',
  'sapo.pt',
  'yahoo.ro',
  'protonmail.com',
  'gmx.net',
]

function addresses(prepared: Prepared): ProofFinding[] {
  const known = new Set([...prepared.question.domains.map(one => one.toLowerCase()), ...freemail])
  return prepared.question.recipients.flatMap(one => {
    if (!one.email?.includes('@')) return []
    const domain = domainOf(one.email)
    const findings: ProofFinding[] = []
    if (!known.has(domain)) {
      const near = [...known].find(other => other.length >= 6 && domain.length >= 5 && looksLike(domain, other))
      if (near)
        findings.push(
          foundOfAll({
            rule: 'similar-domain',
            severity: 'loud',
            words: one.email,
            data: { email: one.email, domain: near },
          }),
        )
    }
    const name = one.knownName ?? one.name
    const local = localOf(one.email)
    if (name && !role.test(local) && unlikeName(name, local, domain))
      findings.push(
        foundOfAll({ rule: 'address-name', severity: 'quiet', words: one.email, data: { email: one.email, name } }),
      )
    return findings
  })
}

/** One letter more, less, changed or swapped; or letters that look alike. */
function looksLike(domain: string, known: string): boolean {
  if (domain === known) return false
  const alike = (text: string) =>
    text.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1|]/g, 'l').replace(/-/g, '')
  if (alike(domain) === alike(known)) return true
  const [name = '', ...rest] = domain.split('.')
  const [other = '', ...others] = known.split('.')
  // one firm may well have its name in two countries
  if (name === other) return apart(rest.join('.'), others.join('.')) === 1 && freemail.includes(known)
  if (rest.join('.') !== others.join('.')) return false
  return (
    apart(name, other) <= (Math.min(name.length, other.length) > 8 ? 2 : 1) && Math.min(name.length, other.length) >= 4
  )
}

/** `Anna Berg <bo.ek@…>`: an address made of a person's names, none of them hers. */
function unlikeName(name: string, local: string, domain: string): boolean {
  const parts = tokens(local.replace(/\d+/g, ' '))
  if (parts.length < 2 || tokens(name).length < 2) return false
  const names = tokens(name)
  const related = (part: string) =>
    names.some(one => mayBe(part, one) || one.startsWith(part) || apart(part, one) <= 1) || domain.includes(part)
  return !parts.some(related)
}

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
