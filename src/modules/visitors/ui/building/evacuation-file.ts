/** The evacuation list as one file that opens without a network: plain HTML, nothing loaded, boxes to tick on paper or on the screen. */
import type { Building } from '../words.ts'
import { keptScript } from './kept-script.ts'

export interface FileWords {
  readonly title: string
  readonly asOf: string
  readonly language: string
  words(key: string): string
  time(at: string): string
  /** What a colleague does, and how that is known. */
  stands(one: Building['colleagues'][number]): string
}

/** What only the copy has that stands in for the page while there is no connection. */
export interface KeptWords {
  readonly nonce: string
  readonly note: string
  readonly print: string
  /** `§ of 12 safe` */
  readonly count: string
}

const escaped = (text: string | null): string => (text ?? '').replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:24px auto;padding:0 16px;max-width:960px;color:#16181a;background:#fff}
h1{margin:0 0 4px;font-size:24px;line-height:1.25}h2{margin:28px 0 0;font-size:18px}table{width:100%;border-collapse:collapse}
th,td{padding:10px 8px;border-bottom:1px solid #bbb;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{font-size:13px;color:#555;font-weight:500}
td:first-child{width:44px}label{display:grid;place-items:center;min-width:44px;min-height:44px;margin:-8px -8px -8px 0}input{width:24px;height:24px;accent-color:#1a6b3c}
b{font-weight:600}.note{margin:14px 0;padding:12px 14px;border:2px solid #9a5b00;border-radius:8px;background:#fff6e5}
button{font:inherit;min-height:44px;padding:0 18px;border:1px solid #777;border-radius:8px;background:#fff}
@media(max-width:640px){.wide{display:none}}@media print{.note,button{display:none}tr{break-inside:avoid}body{margin:0;max-width:none}}`

const box = (id: string, title: string, isTicked: boolean): string =>
  `<td><label><input type="checkbox" id="${id}" aria-label="${escaped(title)}"${isTicked ? ' checked' : ''}></label></td>`

const table = (head: readonly string[], rows: readonly string[]): string =>
  `<table><thead><tr><th></th>${head.map((text, at) => `<th${at > 2 ? ' class="wide"' : ''}>${escaped(text)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`

function visitorsIn(data: Building, { words, time }: FileWords): string {
  const head = ['name', 'company', 'hostId', 'place'].map(name => words(`field.visitors.${name}`))
  const rows = data.rows.map(row => {
    const cells = [row.title, row.company, row.host, row.place, time(row.since)]
    const told = cells.map(
      (text, at) => `<td${at > 2 ? ' class="wide"' : ''}>${at === 0 ? '<b>' : ''}${escaped(text)}</td>`,
    )
    return `<tr>${box(row.id, row.title, row.tickedAt !== null)}${told.join('')}</tr>`
  })
  return rows.length > 0
    ? table([...head, words('page.visitor.arrived')], rows)
    : `<p>${escaped(words('page.building.no-visitor'))}</p>`
}

const colleaguesIn = (data: Building, { words, stands }: FileWords): string =>
  table(
    ['field.visitors.name', 'page.building.state'].map(words),
    data.colleagues.map(
      one =>
        `<tr>${box(one.id, one.title, one.tickedAt !== null)}<td><b>${escaped(one.title)}</b></td><td>${escaped(stands(one))}</td></tr>`,
    ),
  )

const banner = ({ note, print, count }: KeptWords): string =>
  `<div class="note" role="status">${escaped(note)}</div><p><b id="count" data-words="${escaped(count)}"></b></p><button type="button" id="print">${escaped(print)}</button>`

export function evacuationFile(data: Building, said: FileWords, kept?: KeptWords): string {
  const { title, asOf, language, words } = said
  const place = escaped([data.office, data.address].filter(Boolean).join(', '))
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>${style}</style>
<h1>${escaped(title)}</h1><p>${place}<br><b>${escaped(asOf)}</b></p>${kept ? banner(kept) : ''}
<h2>${escaped(words('page.building.visitors'))}</h2>${visitorsIn(data, said)}
<h2>${escaped(words('page.building.colleagues'))}</h2>${colleaguesIn(data, said)}
${kept ? `<script nonce="${kept.nonce}">${keptScript(data.roll === null)}</script>` : ''}</html>`
}
