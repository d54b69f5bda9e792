/** GET /public/register/:address, as a page, `.csv` and `.json`: drawn here without a script, for whoever asks. */
import { type StreamAnswer } from '../../../kernel/files/stream.ts'
import { createHash } from 'node:crypto'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type Language, translate } from '../../../kernel/language/catalogue.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { listPublicRegister, publicRefusals } from '../contract/public-register.ts'
import { catalogues } from '../messages/index.ts'
import { settingsOf } from './public-register.ts'

export interface ListRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly language: Language
  readonly requestId: string
}

type Page = ReturnType<(typeof listPublicRegister)['output']['parse']>
type Words = keyof (typeof catalogues)['en']

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}*{box-sizing:border-box}a{color:LinkText}body{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;margin:0 0 .25rem}form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:1.25rem 0}label{display:grid;gap:.2rem;font-size:.875rem}
input,button{font:inherit;padding:.4rem .6rem;max-width:100%}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.5rem .75rem .5rem 0;border-bottom:1px solid light-dark(#ddd,#444);vertical-align:top}
td{overflow-wrap:anywhere}td:first-child,td:nth-child(2){white-space:nowrap}nav{display:flex;flex-wrap:wrap;gap:1rem;margin:1.25rem 0}p{max-width:60ch}.wide{overflow-x:auto}
@media(max-width:40rem){table,tbody,tr,td{display:block}thead{display:block;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}td{border:0;padding:.1rem 0}tr{padding:.75rem 0;border-bottom:1px solid light-dark(#ddd,#444)}}`
const styleHash = createHash('sha256').update(style).digest('base64')

const html = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
const perPage = 100
const perFeed = 5_000

/** What begins like a formula would be one in a spreadsheet. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

interface Found {
  readonly office: string
  readonly intro: string
  readonly page: Page
}

const dayIn = (text: string | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined

async function find(kernel: Kernel, address: string, asked: ListRequest, limit: number): Promise<Found> {
  const { rows } = await kernel.pool.query<{ id: string | null }>('select platform.public_address_find($1) as id', [
    address,
  ])
  const organisationId = rows[0]?.id
  if (!organisationId) return refuse(publicRefusals.noList)
  const as = { organisationId, principalId: systemPrincipalId, requestId: asked.requestId }
  const about = await kernel.viewing(as, async view => ({ office: view.office.name, ...(await settingsOf(view)) }))
  if (!about.isOpen) refuse(publicRefusals.noList)
  const { q, from, to, after } = asked.query
  const input = {
    limit,
    ...(q?.trim() ? { text: q.trim().slice(0, 200) } : {}),
    ...(dayIn(from) ? { from } : {}),
    ...(dayIn(to) ? { to } : {}),
    ...(after ? { after: after.slice(0, 10) } : {}),
  }
  const answer = await kernel.ask({ ...as, query: listPublicRegister.name, input })
  if (answer.status === 'refused') throw new Refusal(answer.refusal, answer.refusal.data)
  return { office: about.office, intro: about.intro, page: listPublicRegister.output.parse(answer.output) }
}

function drawn({ office, intro, page }: Found, address: string, { query, language }: ListRequest): string {
  const say = (key: Words, params: object = {}) =>
    html(translate(catalogues[language][key], params as Record<string, unknown>, language))
  const filters = { q: query['q'] ?? '', from: dayIn(query['from']) ?? '', to: dayIn(query['to']) ?? '' }
  const search = (more: Record<string, string>) =>
    html(new URLSearchParams(Object.entries({ ...filters, ...more }).filter(([, value]) => value !== '')).toString())
  const here = `/public/register/${html(address)}`
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const rows = page.rows.map(
    row => `<tr><td>${html(row.number)}</td><td><time datetime="${row.happenedOn}">${html(days.format(Date.parse(`${row.happenedOn}`)))}</time></td>
<td>${say(`choice.direction.${row.direction}`)}</td><td>${html(row.subject)}</td><td>${html(row.correspondent ?? '')}</td></tr>`,
  )
  const heads = [
    'page.register.number',
    'field.happenedOn',
    'field.direction',
    'field.subject',
    'field.correspondent',
  ] as const
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say('page.public-register.title', { office })}</title><style>${style}</style></head><body><main>
<h1>${say('page.public-register.title', { office })}</h1>${intro ? `<p>${html(intro)}</p>` : ''}
<form method="get" action="${here}" role="search"><label>${say('page.public-register.words')}<input name="q" maxlength="200" value="${html(filters.q)}"></label>
<label>${say('page.public-register.from')}<input type="date" name="from" value="${filters.from}"></label><label>${say('page.public-register.to')}<input type="date" name="to" value="${filters.to}"></label>
<button>${say('page.public-register.find')}</button></form>
<p role="status">${say('page.public-register.count', { count: page.total })}</p>
<div class="wide"><table><thead><tr>${heads.map(key => `<th scope="col">${say(key)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
<nav aria-label="${say('page.public-register.more')}">${page.next ? `<a href="${here}?${search({ after: page.next })}" rel="next">${say('page.public-register.next')}</a>` : ''}
<a href="${here}.csv?${search({})}">CSV</a><a href="${here}.json?${search({})}">JSON</a></nav>
<p>${say('page.public-register.masked')}</p></main></body></html>`
}

const fields = ['number', 'happenedOn', 'direction', 'subject', 'correspondent'] as const
const plain = (row: Page['rows'][number]) => ({
  number: row.number,
  happenedOn: row.happenedOn.toString(),
  direction: row.direction,
  subject: row.subject,
  correspondent: row.correspondent ?? '',
})

export const publicListDoor = {
  method: 'GET' as const,
  path: '/public/register/:address',
  perMinute: 60,
  async answer(kernel: Kernel, asked: ListRequest): Promise<StreamAnswer> {
    const [, address = '', ending] = /^([a-z0-9-]{1,60})(?:\.(csv|json))?$/.exec(asked.params['address'] ?? '') ?? []
    if (address === '') return refuse(publicRefusals.noList)
    const found = await find(kernel, address, asked, ending ? perFeed : perPage)
    const rows = found.page.rows.map(plain)
    if (ending === 'json') {
      const body = { office: found.office, total: found.page.total, next: found.page.next, entries: rows }
      return { headers: { 'content-type': 'application/json; charset=utf-8' }, body: Buffer.from(JSON.stringify(body)) }
    }
    if (ending === 'csv') {
      const lines = [fields.join(','), ...rows.map(row => fields.map(field => cell(row[field])).join(','))]
      return {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${address}.csv"`,
        },
        body: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
      }
    }
    return {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': asked.language,
        // The one page of those outside that may be found and kept: no script, this style alone, a form that asks here.
        'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
        'x-robots-tag': 'all',
        vary: 'accept-language',
      },
      body: Buffer.from(drawn(found, address, asked)),
    }
  },
}
