/**
 * Compound words found by their parts, measured in the search itself: every compound and every stranger is a record of its own,
 * every part is asked for. A hit that is neither a listed pair nor a word that begins with what was typed is a false one.
 * `node bench/compounds.ts [--json]`
 */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { newId } from '../src/kernel/ids.ts'
import { searchEntryPut } from '../src/kernel/search/write.ts'
import { searchEverything } from '../src/kernel/builtin/contract.ts'
import { inTransaction } from '../src/kernel/database/transaction.ts'
import { testKernel } from '../src/kernel/testing.ts'
import { pairs } from './compounds/pairs.ts'
import { heldOut, unseen } from './compounds/held-out.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const kernel = await testKernel([])

async function measure(sets: typeof pairs) {
  const figures: {
    language: string
    pairs: number
    found: number
    falseHits: number
    missed: string[]
    wrong: string[]
  }[] = []
  for (const { language, found, strangers } of sets) {
    const organisation = await kernel.openOrganisation(language)
    const me = kernel.principal(organisation)
    const partsOfWord = new Map<string, Set<string>>(strangers.split(' ').map(word => [word, new Set()]))
    for (const [part, words] of Object.entries(found))
      for (const word of words.split(' ')) partsOfWord.set(word, (partsOfWord.get(word) ?? new Set()).add(part))
    // Titles that no part is found in: what is measured is the text alone.
    const wordOf = new Map([...partsOfWord.keys()].map((word, n) => [`${n + 1}`, word]))
    await inTransaction(kernel.pool, organisation, {}, async ({ tx, at }) => {
      for (const [title, word] of wordOf) {
        const id = newId()
        await sql`insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at)
          values (${organisation}, ${id}, 'note', ${title}, 1, ${at}, ${at})`.execute(tx)
        const entry = { organisationId: organisation, recordId: id, kind: 'note', title, class: 1, audience: null, at }
        await searchEntryPut({ ...entry, body: word, language }).execute(tx)
      }
      return { keep: true, value: undefined }
    })
    let [hits, pairsAsked, falseHits] = [0, 0, 0]
    const missed: string[] = []
    const wrong: string[] = []
    for (const [part, words] of Object.entries(found)) {
      const answer = await kernel.query(searchEverything, { text: part, limit: 100 }, me)
      if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
      const got = new Set(answer.output.hits.map(hit => wordOf.get(hit.title)!))
      for (const word of words.split(' ')) {
        pairsAsked++
        if (got.has(word)) hits++
        else missed.push(`${part}: ${word}`)
      }
      for (const word of got) {
        if (partsOfWord.get(word)?.has(part) || word.startsWith(part)) continue
        falseHits++
        wrong.push(`${part}: ${word}`)
      }
    }
    figures.push({ language, pairs: pairsAsked, found: hits, falseHits, missed, wrong })
  }
  const sum = (key: 'pairs' | 'found' | 'falseHits') => figures.reduce((total, one) => total + one[key], 0)
  return {
    pairs: sum('pairs'),
    found: sum('found'),
    falseHits: sum('falseHits'),
    recall: sum('found') / sum('pairs'),
    precision: sum('found') / (sum('found') + sum('falseHits')),
    languages: figures,
  }
}

const figures = {
  bench: 'compounds',
  ...(await measure(pairs)),
  heldOut: await measure(heldOut),
  unseen: await measure(unseen),
}
console.log(JSON.stringify(figures, null, values.json ? 0 : 1))
await kernel.close()
