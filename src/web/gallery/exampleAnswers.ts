/** The imagined module's answers, in the browser. Nothing here reaches a server. */
import type { Registry } from '../answers.ts'
import { answerLocally, type Reply } from '../client.ts'
import { folded } from '../kit/match.ts'
import { examplePapers } from './examplePapers.ts'
import { exampleCommands, exampleKinds } from './exampleRegistry.ts'

const suppliers = [
  'Hisings Ventilation AB',
  'Lindholmens Papper & Plott AB',
  'Kranz Modellbau GmbH',
  'Västkust Städ AB',
  'Ringö Luft AB',
  'Kopiera Väst AB',
].map((title, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  title,
  detail: `${15 - index * 2} bills`,
}))

const has = (text: string | null, words: string) => !text || folded(words).includes(folded(text))

function papers(search: URLSearchParams) {
  const kinds = search.get('kind') ? (JSON.parse(search.get('kind') ?? '[]') as string[]) : []
  const from = search.get('receivedFrom') ?? ''
  const found = examplePapers.filter(
    paper =>
      has(search.get('text'), `${paper.title} ${paper.snippet}`) &&
      (!kinds.length || kinds.includes(paper.kind)) &&
      paper.receivedOn >= from,
  )
  const sort = search.get('sort')
  const sorted = sort ? found.toSorted((a, b) => order(a, b, sort)) : found
  const start = Number(search.get('after') ?? 0)
  const end = start + Number(search.get('limit') ?? 100)
  return { rows: sorted.slice(start, end), total: found.length, next: end < found.length ? String(end) : null }
}

function order(a: (typeof examplePapers)[number], b: (typeof examplePapers)[number], sort: string): number {
  const sign = sort.startsWith('-') ? -1 : 1
  const key = sort.replace('-', '')
  if (key === 'amount') return sign * (Number(a.amount?.amount ?? 0) - Number(b.amount?.amount ?? 0))
  return sign * String(a[key as 'title']).localeCompare(String(b[key as 'title']))
}

function answer(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>): Reply {
  const [pathname = '', text = ''] = path.split('?')
  const search = new URLSearchParams(text)
  if (pathname === '/api/kit/papers') return { status: 200, body: papers(search) }
  if (pathname === '/api/kit/suppliers') {
    const rows = suppliers.filter(({ title }) => has(search.get('text'), title))
    return { status: 200, body: { rows, total: rows.length, next: null } }
  }
  if (pathname === '/api/kit/broken') return { status: 500, body: null }
  if (method === 'POST' && pathname === '/api/kit/create-order') return orderAnswer(body, headers)
  if (method === 'POST')
    return {
      status: 200,
      body: { status: 'done', output: {}, undo: { command: pathname.slice(5).replace('/', '.'), input: {} } },
    }
  return { status: 404, body: null }
}

/** Refuses what is dear, so that a refusal beside its field can be seen. */
function orderAnswer(body: unknown, headers: Readonly<Record<string, string>>): Reply {
  const input = body as { readonly title?: string; readonly amount?: { readonly amount: string } }
  if (Number(input.amount?.amount ?? 0) > 25_000) {
    const refusal = {
      name: 'limit-exceeded',
      field: 'amount',
      message: 'You may order up to 25 000,00 SEK.',
      todo: 'Ask Ingrid Tveit, or order less.',
    }
    return { status: 409, body: { status: 'refused', refusal } }
  }
  return {
    status: 200,
    body: {
      status: 'done',
      output: { title: input.title },
      undo: headers['dry-run'] ? null : { command: 'kit.create-order', input: {} },
    },
  }
}

answerLocally('kit', answer)

/** The registry with the imagined module's commands and kinds beside the real ones. */
export const withExamples = (registry: Registry | undefined): Registry => ({
  commands: [...(registry?.commands ?? []).filter(({ module }) => module !== 'kit'), ...exampleCommands],
  queries: registry?.queries ?? [],
  kinds: [...(registry?.kinds ?? []).filter(({ kind }) => !kind.startsWith('kit-')), ...exampleKinds],
})
