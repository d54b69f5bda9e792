/** A mail of sections of links: as plain text, and as HTML that reads well on a screen and on paper. Pure. */
export interface MailLine {
  readonly text: string
  readonly href: string
  /** Quiet words after it: a day, a time. */
  readonly detail?: string
}

export interface MailSection {
  readonly title: string
  readonly lines: readonly MailLine[]
  /** How many more there are than these lines, in words. */
  readonly more?: string
}

export interface MailSheet {
  readonly language: string
  readonly office: string
  readonly title: string
  readonly sections: readonly MailSection[]
  /** Why this mail came, and where to change it. */
  readonly foot: { readonly text: string; readonly href: string }
}

export function textOf({ office, title, sections, foot }: MailSheet): string {
  const blocks = sections.map(section =>
    [
      section.title.toUpperCase(),
      ...section.lines.map(line => `- ${line.text}${line.detail ? ` (${line.detail})` : ''}\n  ${line.href}`),
      ...(section.more ? [`  ${section.more}`] : []),
    ].join('\n'),
  )
  return [`${office}\n${title}`, ...blocks, `-- \n${foot.text}\n${foot.href}`].join('\n\n')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)

const ink = '#1d1d1b'
const quiet = '#6b6a66'
const rule = '#dcdad4'
const faces = "'IBM Plex Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"

export function htmlOf({ language, office, title, sections, foot }: MailSheet): string {
  const blocks = sections.map(
    section => `<h2 style="margin:28px 0 4px;font:600 13px/1.4 ${faces};color:${quiet};border-bottom:1px solid ${rule};padding-bottom:6px">${escaped(section.title)}</h2>
<ul style="margin:0;padding:0;list-style:none">${section.lines.map(lineOf).join('')}</ul>${section.more ? `<p style="margin:8px 0 0;font:14px/1.5 ${faces};color:${quiet}">${escaped(section.more)}</p>` : ''}`,
  )
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escaped(title)}</title>
<style>@page{margin:20mm}@media print{a{color:inherit!important}}</style></head>
<body style="margin:0;padding:24px;background:#fff;color:${ink};font:15px/1.5 ${faces}"><div style="max-width:640px;margin:0 auto">
<p style="margin:0;font:13px/1.4 ${faces};color:${quiet}">${escaped(office)}</p>
<h1 style="margin:2px 0 0;font:600 22px/1.3 ${faces}">${escaped(title)}</h1>
${blocks.join('\n')}
<p style="margin:32px 0 0;padding-top:10px;border-top:1px solid ${rule};font:13px/1.5 ${faces};color:${quiet}"><a href="${escaped(foot.href)}" style="color:${quiet}">${escaped(foot.text)}</a></p>
</div></body></html>`
}

function lineOf({ text, href, detail }: MailLine): string {
  return `<li style="padding:7px 0;border-bottom:1px solid #efede8;break-inside:avoid"><a href="${escaped(href)}" style="color:${ink};text-decoration:none">${escaped(text)}</a>${detail ? ` <span style="color:${quiet}">${escaped(detail)}</span>` : ''}</li>`
}
