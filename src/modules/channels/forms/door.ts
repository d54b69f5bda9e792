/** Where a form is filled in: a page of its own, or the office's own page that sends here. Neither needs a script. */
import type { Readable } from 'node:stream'
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { linkSecretOf, outsidePages, readOutsideToken } from '../../../kernel/outside/link.ts'
import { kernelRefusals, Refusal } from '../../../kernel/refusal.ts'
import { hear } from '../contract.ts'
import { digestOf } from '../wires/reading.ts'
import { mostFileBytes } from '../wires/wire.ts'
import { type AskedForm, filledIn, type Filled, heardOf, unworkedKey, worded } from './entry.ts'
import { isWorked, workName } from './work.ts'
import { closedHtml, formHtml, pageHeaders, thanksHtml, trapName } from './page.ts'
import { readStamp, stampOf } from './stamp.ts'

interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly file: Readable | null
  readonly language: Language
  readonly requestId: string
  header(name: string): string
}

interface Found extends AskedForm {
  readonly id: string
  readonly organisationId: string
  readonly country: string
  readonly office: Language
  readonly sites: readonly string[]
  readonly acknowledges: boolean
  /** How many came in the last minute. */
  readonly lately: number
  /** Of these, those for which no browser worked. */
  readonly unworked: number
}

/** More in a minute than any office's form is filled in: somebody's machine. Those for which no browser worked are fewer. */
const mostInMinute = 30
const mostUnworked = 6
const now_ms = (kernel: Kernel) => (kernel.clock?.() ?? Temporal.Now.instant()).epochMilliseconds

async function formFor(kernel: Kernel, token: string): Promise<{ form: Found; secret: Uint8Array } | null> {
  const secret = await linkSecretOf(kernel.pool)
  const thing = readOutsideToken(secret, 'form', token)
  if (!thing) return null
  const form = await inReadOnly(kernel.pool, thing.organisationId, kernel.clock, async ({ client, at }) => {
    const { rows } = await client.query<Found>(
      `select f.id, f.organisation_id as "organisationId", r.title, f.languages, f.intros, f.consents, f.thanks, f.fields, f.sites, f.acknowledges,
         o.country, o.language as office, (select count(*)::int from channels.message m where m.organisation_id = f.organisation_id
           and m.channel_id = f.id and m.direction = 'in' and m.at > $3::timestamptz - interval '1 minute') as lately,
         (select count(*)::int from channels.message m where m.organisation_id = f.organisation_id and m.channel_id = f.id and m.direction = 'in'
           and m.at > $3::timestamptz - interval '1 minute' and m.fields @> $4::jsonb) as unworked
       from channels.form f join kernel.record r on r.organisation_id = f.organisation_id and r.id = f.id
       join kernel.organisation o on o.organisation_id = f.organisation_id
       where f.organisation_id = $1 and f.id = $2 and f.state = 'published'`,
      [thing.organisationId, thing.id, at.toString(), JSON.stringify([{ key: unworkedKey }])],
    )
    return rows[0] ?? null
  })
  return form && { form: { ...form, office: nearestLanguage(form.office) }, secret }
}

const chosen = (form: Found, wanted: string | undefined, theirs: Language): Language =>
  form.languages.find(one => one === wanted) ?? form.languages.find(one => one === theirs) ?? form.languages[0]!

const html = (form: Pick<Found, 'sites'> | null, text: string, status = 200) => ({
  status,
  headers: { ...pageHeaders(form?.sites ?? [], 'self'), 'cache-control': 'no-store' },
  body: Buffer.from(text),
})

const shown = {
  method: 'GET' as const,
  path: `${outsidePages.form}/:token`,
  perMinute: 120,
  async answer(kernel: Kernel, { params, query, language: theirs }: Asked) {
    const token = params['token'] ?? ''
    const found = await formFor(kernel, token)
    if (!found) return html(null, closedHtml(theirs, 'closed'), 404)
    const { form, secret } = found
    const language = chosen(form, query['lang'], theirs)
    const stamp = stampOf(secret, form.id, now_ms(kernel))
    return html(form, formHtml(form, { language, action: `${outsidePages.form}/${token}`, stamp }))
  },
}

async function bodyOf(file: Readable | null): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file ?? []) {
    size += (part as Buffer).length
    if (size > mostFileBytes) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

/** Null where it is no form that was sent. */
async function sentOf(body: Buffer, contentType: string): Promise<FormData | null> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType)) return null
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    return null
  }
}

const textOf = (sent: FormData, name: string): string => {
  const value = sent.get(name)
  return typeof value === 'string' ? value : ''
}

/** What no browser worked for (it runs no script, or is none) is kept like all, marked for whoever reads it; nothing is mailed because of it.
 * One's own site sends without having opened ours: known by where it is from, and the same bytes twice are one. */
function entryOf(
  found: { form: Found; secret: Uint8Array },
  sent: FormData,
  body: Buffer,
  origin: string,
  at_ms: number,
) {
  const stamp = readStamp(found.secret, found.form.id, textOf(sent, '_stamp'), at_ms)
  if (stamp) return { ...stamp, worked: isWorked(textOf(sent, '_stamp'), textOf(sent, workName)) }
  if (!found.form.sites.includes(origin)) return null
  return {
    worked: true,
    entryId: digestOf(`${Math.floor(at_ms / 600_000)}${body.toString('latin1').replaceAll(/-{4,}[\w-]+/g, '')}`),
    how: 'right' as const,
  }
}

async function keep(
  kernel: Kernel,
  form: Found,
  filled: Filled,
  { entryId, worked }: { readonly entryId: string; readonly worked: boolean },
  language: Language,
  unwanted: boolean,
  requestId: string,
) {
  const files = []
  for (const one of filled.files) {
    const about = { name: one.name, ...(one.type && { mediaType: one.type }) }
    const stored = await kernel.files.put(form.organisationId, one.bytes, about)
    files.push({
      name: one.name,
      mediaType: stored.mediaType.slice(0, 120),
      bytes: stored.sizeBytes,
      fileId: stored.id,
    })
  }
  const heard = heardOf({ form, filled, entryId, worked, language, office: form.office, country: form.country })
  const thanks = worded(form.thanks, language)
  const message = {
    ...heard,
    files,
    ...(unwanted && { unwanted }),
    ...(form.acknowledges && heard.email && thanks && !unwanted && worked && { acknowledgement: thanks }),
  }
  const outcome = await kernel.dispatch({
    organisationId: form.organisationId,
    principalId: systemPrincipalId,
    command: hear.name,
    input: { channelId: form.id, messages: [message] },
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'done') return
  throw outcome.status === 'refused'
    ? new Refusal(outcome.refusal, outcome.refusal.data)
    : new Refusal(kernelRefusals.fault)
}

const sent = {
  method: 'POST' as const,
  path: `${outsidePages.form}/:token`,
  perMinute: 20,
  takesFile: true,
  fromElsewhere: true,
  async answer(kernel: Kernel, { params, file, header, language: theirs, requestId }: Asked) {
    const token = params['token'] ?? ''
    const found = await formFor(kernel, token)
    if (!found) return html(null, closedHtml(theirs, 'closed'), 404)
    const { form, secret } = found
    const body = await bodyOf(file)
    if (!body) return html(form, closedHtml(theirs, 'large'), 413)
    const given = await sentOf(body, header('content-type'))
    if (!given || form.lately >= mostInMinute)
      return html(form, closedHtml(theirs, given ? 'many' : 'closed'), given ? 429 : 400)
    const language = chosen(form, textOf(given, '_lang'), theirs)
    const at_ms = now_ms(kernel)
    const entry = entryOf(found, given, body, header('origin'), at_ms)
    const filled = await filledIn(form, given, form.country, language)
    const isWrong = Object.keys(filled.problems).length > 0
    if (!entry || entry.how !== 'right' || isWrong) {
      const stamp = stampOf(secret, form.id, at_ms)
      const action = `${outsidePages.form}/${token}`
      return html(form, formHtml(form, { language, action, stamp, filled, notice: isWrong ? 'wrong' : 'again' }), 422)
    }
    if (!entry.worked && form.unworked >= mostUnworked) return html(form, closedHtml(language, 'many'), 429)
    // Only a machine fills in what nobody sees: it is thanked, and put where somebody may look.
    await keep(kernel, form, filled, entry, language, textOf(given, trapName) !== '', requestId)
    return html(form, thanksHtml(form, language))
  },
}

export const formDoors = [shown, sent] as const
