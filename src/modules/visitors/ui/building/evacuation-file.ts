/** The evacuation list as one file that opens without a network: plain HTML, nothing loaded, boxes to tick on paper or on the screen. */
import type { Building } from '../words.ts'

export interface FileWords {
  readonly title: string
  readonly asOf: string
  readonly language: string
  words(key: string): string
  time(at: string): string
}

const escaped = (text: string | null): string => (text ?? '').replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

export function evacuationFile(data: Building, { title, asOf, language, words, time }: FileWords): string {
  const head = [
    'field.visitors.name',
    'field.visitors.company',
    'field.visitors.hostId',
    'field.visitors.place',
    'page.visitor.arrived',
  ].map(words)
  const rows = data.rows.map(
    row =>
      `<tr><td><input type="checkbox" aria-label="${escaped(row.title)}"></td>${[
        row.title,
        row.company,
        row.host,
        row.place,
        time(row.since),
      ]
        .map(text => `<td>${escaped(text)}</td>`)
        .join('')}</tr>`,
  )
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:24px;color:#16181a}table{width:100%;border-collapse:collapse}th,td{padding:10px 8px;border-bottom:1px solid #bbb;text-align:left;vertical-align:top}input{width:24px;height:24px}</style>
<h1>${escaped(title)}</h1><p>${escaped([data.office, data.address].filter(Boolean).join(', '))}<br><b>${escaped(asOf)}</b></p>
<table><thead><tr><th></th>${head.map(text => `<th>${escaped(text)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></html>`
}
