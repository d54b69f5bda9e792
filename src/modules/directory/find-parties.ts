/** Whom numbers, accounts, addresses and names belong to. Two statements, however many are asked for. */
import { sql } from 'kysely'
import type { z } from '../../kernel/schema.ts'
import type { Standing, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { findParty, KeyScheme, PartyKind } from './contract.ts'
import { likeness, nameKey, nameWords } from './names.ts'
import { companyKey, companyOfVat, phoneKeysMeant, readAccount, vatKey } from './numbers.ts'

type Question = z.output<typeof findParty.input>['wanted'][number]
type Answer = z.output<typeof findParty.output>['found'][number][number]
type Reader = Pick<View, 'db'> & Standing

/** How sure a party is the one meant, by what it was found by. */
const certainty: Readonly<Record<Exclude<KeyScheme, 'word'>, number>> = {
  vat: 1,
  number: 0.99,
  account: 0.98,
  mail: 0.95,
  phone: 0.9,
  name: 0.85,
}
const leastLikeness = 0.6
const mostAnswers = 10

interface Asked {
  readonly at: number
  readonly scheme: KeyScheme
  readonly key: string
}

interface Hit extends Asked {
  readonly id: string
  readonly kind: PartyKind
  readonly title: string
}

export async function findParties(
  reader: Reader,
  questions: readonly Question[],
  kinds: readonly PartyKind[],
  options: { similar: boolean },
): Promise<Answer[][]> {
  const exact = await lookUp(
    reader,
    questions.flatMap((question, at) => keysAsked(question, at, reader.office.country)),
    kinds,
  )
  const answers = questions.map((_, at) => best(exact.filter(hit => hit.at === at)))
  if (!options.similar) return answers
  const open = questions.flatMap((question, at) =>
    answers[at]!.length === 0 && question.name ? [{ at, name: question.name }] : [],
  )
  const words = open.flatMap(({ at, name }) =>
    [...new Set(nameWords(name))]
      .filter(word => word.length > 1)
      .slice(0, 8)
      .map(key => ({ at, scheme: 'word' as const, key })),
  )
  const near = await lookUp(reader, words, kinds)
  for (const { at, name } of open)
    answers[at] = similar(
      near.filter(hit => hit.at === at),
      name,
    )
  return answers
}

function keysAsked(question: Question, at: number, country: string): Asked[] {
  const asked: Asked[] = []
  const add = (scheme: KeyScheme, key: string | null) => {
    if (key) asked.push({ at, scheme, key })
  }
  if (question.vatNumber) {
    const vat = vatKey(question.vatNumber, country)
    add('vat', vat)
    add('number', companyOfVat(vat))
  }
  if (question.companyNumber) add('number', companyKey(question.companyNumber, country))
  if (question.account) {
    const read = readAccount(question.account, undefined, country)
    add('account', read.ok ? read.account.number : question.account.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  }
  if (question.email) add('mail', question.email.trim().toLowerCase())
  for (const key of phoneKeysMeant(question.phone ?? '', country)) add('phone', key)
  if (question.name) add('name', nameKey(question.name))
  return asked
}

/** The visible, current parties under these keys; what was merged answers by what it became. */
async function lookUp(reader: Reader, asked: readonly Asked[], kinds: readonly PartyKind[]): Promise<Hit[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<Hit>`
    with asked as (
      select * from unnest(${asked.map(key => key.at)}::int[], ${asked.map(key => key.scheme)}::text[], ${asked.map(key => key.key)}::text[]) as a (at, scheme, key)
    ), hit as (
      select asked.*, coalesce(was.merged_into, was.id) as id from asked
      join directory.party_key k on k.organisation_id = ${reader.office.id} and k.scheme = asked.scheme and k.key = asked.key
      join kernel.record was on was.organisation_id = ${reader.office.id} and was.id = k.party_id
    )
    select distinct hit.at, hit.scheme, hit.key, r.id, r.kind, r.title from hit
    join ${visibleRecords(reader).selectAll()} r on r.id = hit.id
    where r.kind = any(${[...kinds]}::text[]) limit 20000`.execute(reader.db())
  return rows
}

function best(hits: readonly Hit[]): Answer[] {
  const byId = new Map<string, Answer>()
  for (const { id, kind, title, scheme } of hits) {
    if (scheme === 'word') continue
    const known = byId.get(id)
    if (!known || known.score < certainty[scheme])
      byId.set(id, { id, kind, title, by: scheme, score: certainty[scheme] })
  }
  return inOrder([...byId.values()])
}

function similar(hits: readonly Hit[], name: string): Answer[] {
  const byId = new Map(
    hits.map(({ id, kind, title }) => [
      id,
      { id, kind, title, by: 'similar' as const, score: Math.round(likeness(name, title) * 80) / 100 },
    ]),
  )
  return inOrder([...byId.values()].filter(answer => answer.score >= leastLikeness * 0.8))
}

function inOrder(answers: Answer[]): Answer[] {
  return answers
    .sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, mostAnswers)
}
