/** A letter as plain text and as HTML that reads well in any program. Pure. */
import { wordsIn } from '../words.ts'
import type { Letter } from './letter.ts'

export const linkAnswers = ['accepted', 'tentative', 'declined', 'other-time'] as const

/** The page of the link with an answer chosen; the link's proof stays behind `#`. */
export const linkWith = (link: string, answer: (typeof linkAnswers)[number]): string =>
  link.replace('#', `?answer=${answer}#`)

export function letterText(letter: Letter, link: string | null): string {
  const say = wordsIn(letter.language)
  return [
    letter.lead,
    ...(letter.words ? [letter.words] : []),
    [letter.title, ...letter.facts.map(([label, value]) => `${label}: ${value.replaceAll('\n', '\n  ')}`)].join('\n'),
    ...(letter.notes ? [letter.notes] : []),
    ...(letter.answerable && link
      ? [
          linkAnswers
            .map(answer => `${say(`page.invitation-letter.answer.${answer}`)}:\n${linkWith(link, answer)}`)
            .join('\n'),
        ]
      : []),
    `-- \n${letter.foot}`,
  ].join('\n\n')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')

const ink = '#1d1d1b'
const quiet = '#6b6a66'
const rule = '#dcdad4'
const faces = "'IBM Plex Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"

const factOf = ([label, value]: readonly [string, string]): string =>
  `<tr><td style="padding:6px 18px 6px 0;vertical-align:top;color:${quiet};white-space:nowrap">${escaped(label)}</td><td style="padding:6px 0">${
    /^https?:\/\//.test(value) ? `<a href="${escaped(value)}" style="color:${ink}">${escaped(value)}</a>` : lines(value)
  }</td></tr>`

function buttons(letter: Letter, link: string): string {
  const say = wordsIn(letter.language)
  return `<p style="margin:20px 0">${linkAnswers
    .map((answer, n) => {
      const [back, text] = n === 0 ? [ink, '#fff'] : ['#fff', ink]
      return `<a href="${escaped(linkWith(link, answer))}" style="display:inline-block;margin:0 8px 8px 0;padding:9px 16px;border:1px solid ${ink};border-radius:6px;background:${back};color:${text};text-decoration:none">${escaped(say(`page.invitation-letter.answer.${answer}`))}</a>`
    })
    .join('')}</p>`
}

export function letterHtml(letter: Letter, link: string | null): string {
  return `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:${ink};font:15px/1.5 ${faces}"><div style="max-width:640px;margin:0 auto">
<p style="margin:0 0 14px">${lines(letter.lead)}</p>
${letter.words ? `<p style="margin:0 0 14px;padding-left:12px;border-left:3px solid ${rule}">${lines(letter.words)}</p>` : ''}
<h1 style="margin:0 0 6px;font:600 20px/1.3 ${faces}">${escaped(letter.title)}</h1>
<table style="border-collapse:collapse;font:15px/1.5 ${faces}">${letter.facts.map(factOf).join('')}</table>
${letter.answerable && link ? buttons(letter, link) : ''}
${letter.notes ? `<p style="margin:16px 0 0">${lines(letter.notes)}</p>` : ''}
<p style="margin:28px 0 0;padding-top:10px;border-top:1px solid ${rule};font:13px/1.5 ${faces};color:${quiet}">${escaped(letter.foot)}</p>
</div></body></html>`
}
