/** The page of a form: HTML, so that it works in every browser, in a frame, and printed; its one small script (`work.ts`) may be missing. */
import { createHash } from 'node:crypto'
import { languageNames } from './language-names.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { FormField } from '../contract.ts'
import { type Keys, wordsIn } from '../words.ts'
import { type AskedForm, consentKey, type Filled, worded } from './entry.ts'
import { workBits, workName, workScript } from './work.ts'

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(part => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('')

const style = `:root{color-scheme:light dark;--ink:light-dark(#1d1d1b,#ecebe6);--soft:light-dark(#5c5a54,#aeaca5);--line:light-dark(#b9b6ad,#5b5953);--ground:light-dark(#fff,#1e1e1c);--act:light-dark(#1d4f80,#9cc3ea);--on-act:light-dark(#fff,#10202f);--bad:light-dark(#a3261c,#ff9d92)}
*{box-sizing:border-box}body{margin:0;padding:20px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}main{max-width:620px;margin:0 auto}h1{margin:0 0 8px;font-size:1.5rem;line-height:1.25}
nav{display:flex;flex-wrap:wrap;gap:4px 14px;margin:0 0 18px;font-size:.875rem}a{color:var(--act)}.field{margin:0 0 18px}label,legend{display:block;margin:0 0 5px;padding:0;font-weight:600}fieldset{margin:0;padding:0;border:0}.soft{color:var(--soft);font-weight:400}
input:not([type=checkbox],[type=radio]),textarea,select{width:100%;min-height:44px;padding:9px 11px;border:1px solid var(--line);border-radius:7px;background:transparent;color:inherit;font:inherit}textarea{min-height:132px;resize:vertical}input[type=file]{padding:8px}
.one{display:flex;gap:10px;align-items:flex-start;min-height:36px;font-weight:400}.one input{width:20px;height:20px;margin:2px 0 0;accent-color:var(--act);flex:none}:focus-visible{outline:2px solid var(--act);outline-offset:2px}
.wrong{margin:5px 0 0;color:var(--bad);font-size:.9375rem}.notice{margin:0 0 18px;padding:11px 14px;border:1px solid currentColor;border-radius:7px;color:var(--bad)}button{min-height:46px;padding:0 22px;border:0;border-radius:7px;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;cursor:pointer}.hp{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}`
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const [styleHash, workHash] = [hashOf(style), hashOf(workScript)]

/** No script runs but the one that works; only its own style holds; it is framed only where the office says. */
export const pageHeaders = (sites: readonly string[], act: 'self' | 'none') => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${styleHash}; script-src ${workHash}; form-action '${act}'; base-uri 'none'; frame-ancestors ${
    sites.map(site => (site === 'self' ? "'self'" : site)).join(' ') || "'none'"
  }`,
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
})

interface Shown {
  readonly language: Language
  readonly action: string
  readonly stamp: string
  readonly preview?: boolean
  readonly filled?: Filled
  readonly notice?: 'again' | 'wrong'
}

/** The name of the field that no person sees. */
export const trapName = 'website_address'

const types = { email: 'email', phone: 'tel', day: 'date', name: 'text', text: 'text', number: 'text' } as const
const completes: Partial<Record<FormField['type'], string>> = { email: 'email', phone: 'tel', name: 'name' }

function controlOf(field: FormField, shown: Shown, about: string): string {
  const { key, type, required, options } = field
  const given = shown.filled?.values[key] ?? []
  const more = `${required ? ' required' : ''}${about}`
  if (type === 'longtext')
    return `<textarea id="${key}" name="${key}" maxlength="10000"${more}>${escaped(given[0] ?? '')}</textarea>`
  if (type === 'file') return `<input id="${key}" name="${key}" type="file" multiple${more}>`
  if (type === 'choice' && options.length > 6) {
    const rows = options.map(
      (one, n) =>
        `<option value="${n}"${given[0] === String(n) ? ' selected' : ''}>${escaped(worded(one, shown.language))}</option>`,
    )
    return `<select id="${key}" name="${key}"${more}><option value=""></option>${rows.join('')}</select>`
  }
  if (type === 'choice' || type === 'choices')
    return options
      .map((one, n) => {
        const kind = type === 'choice' ? 'radio' : 'checkbox'
        const isNeeded = required && type === 'choice' ? ' required' : ''
        return `<label class="one"><input type="${kind}" name="${key}" value="${n}"${given.includes(String(n)) ? ' checked' : ''}${isNeeded}> <span>${escaped(worded(one, shown.language))}</span></label>`
      })
      .join('')
  const complete = completes[type] ? ` autocomplete="${completes[type]}"` : ''
  const numeric = type === 'number' ? ' inputmode="decimal"' : ''
  return `<input id="${key}" name="${key}" type="${types[type]}" maxlength="500" value="${escaped(given[0] ?? '')}"${complete}${numeric}${more}>`
}

function fieldOf(field: FormField, shown: Shown): string {
  const { key, type, required } = field
  const say = (name: Keys) => escaped(wordsIn(shown.language, name))
  const problem = shown.filled?.problems[key]
  const label = `${escaped(worded(field.labels, shown.language))}${required ? '' : ` <span class="soft">${say('page.form.optional')}</span>`}`
  const about = problem ? ` aria-invalid="true" aria-describedby="${key}-wrong"` : ''
  const wrong = problem ? `<p class="wrong" id="${key}-wrong">${say(`page.form.wrong.${problem}`)}</p>` : ''
  const isMany = (type === 'choice' && field.options.length <= 6) || type === 'choices'
  const control = controlOf(field, shown, about)
  return isMany
    ? `<div class="field"><fieldset${about}><legend>${label}</legend>${control}</fieldset>${wrong}</div>`
    : `<div class="field"><label for="${key}">${label}</label>${control}${wrong}</div>`
}

function consentOf(form: AskedForm, shown: Shown): string {
  const words = worded(form.consents, shown.language)
  if (!words) return ''
  const isMissing = shown.filled?.problems[consentKey]
  const wrong = isMissing ? `<p class="wrong">${escaped(wordsIn(shown.language, 'page.form.wrong.consent'))}</p>` : ''
  const isGiven = shown.filled?.values[consentKey]?.length
  return `<div class="field"><label class="one"><input type="checkbox" name="${consentKey}" value="yes" required${isGiven ? ' checked' : ''}> <span>${escaped(words)}</span></label>${wrong}</div>`
}

const languagesOf = ({ languages }: AskedForm, { language, action }: Shown): string =>
  languages.length < 2
    ? ''
    : `<nav aria-label="${escaped(wordsIn(language, 'page.form.language'))}">${languages
        .map(one =>
          one === language
            ? `<strong lang="${one}">${languageNames[one]}</strong>`
            : `<a lang="${one}" hreflang="${one}" href="${escaped(action)}?lang=${one}">${languageNames[one]}</a>`,
        )
        .join('')}</nav>`

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`

export function formHtml(form: AskedForm, shown: Shown): string {
  const say = (name: Keys) => escaped(wordsIn(shown.language, name))
  const notice = shown.notice ? `<p class="notice" role="alert">${say(`page.form.notice.${shown.notice}`)}</p>` : ''
  const intro = worded(form.intros, shown.language)
  const trap = `<div class="hp" aria-hidden="true"><label for="${trapName}">${say('page.form.trap')}</label><input id="${trapName}" name="${trapName}" tabindex="-1" autocomplete="off"></div>`
  const hidden = `<input type="hidden" name="_stamp" value="${escaped(shown.stamp)}"><input type="hidden" name="_lang" value="${shown.language}"><input type="hidden" name="${workName}">`
  const works = shown.preview ? '' : `<script>${workScript}</script>`
  const send = `<button type="${shown.preview ? 'button' : 'submit'}">${say('page.form.send')}</button>`
  return page(
    shown.language,
    form.title,
    `${languagesOf(form, shown)}<h1>${escaped(form.title)}</h1>${intro ? paragraphs(intro) : ''}${notice}<form method="post" action="${escaped(shown.action)}" enctype="multipart/form-data" data-work="${workBits}">${hidden}${form.fields.map(field => fieldOf(field, shown)).join('')}${trap}${consentOf(form, shown)}${send}</form>${works}`,
  )
}

/** What is said when it came. */
export function thanksHtml(form: AskedForm, language: Language): string {
  const words = worded(form.thanks, language) || wordsIn(language, 'page.form.thanks')
  return page(language, form.title, `<h1>${escaped(form.title)}</h1><div role="status">${paragraphs(words)}</div>`)
}

/** A form that is closed, or never was: in the language of whoever asks. */
export const closedHtml = (language: Language, key: 'closed' | 'many' | 'large'): string =>
  page(
    language,
    wordsIn(language, 'kind.web-form'),
    `<p role="alert">${escaped(wordsIn(language, `page.form.${key}`))}</p>`,
  )
