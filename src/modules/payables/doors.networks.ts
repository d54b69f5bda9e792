import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { checkInvoiceFile } from '../../formats/einvoice/check.ts'
import { NetworkFault } from '../../formats/einvoice/networks/access-point.ts'
import { receiveInto } from '../../formats/einvoice/networks/receive.ts'
import { accessPoint, readSettings } from '../../formats/einvoice/networks/settings.ts'

const usage = `kontor network receive --settings FILE --into FOLDER   fetches the e-invoices that are new into a folder
kontor network send FILE --settings FILE               sends one e-invoice, once it keeps to its rules
kontor network status ID --settings FILE               asks how it went
  --settings FILE   JSON: how the network is reached (docs/guide/e-invoices.md); it holds secrets: let nobody else read it
Laid into the watched folder, what is fetched is taken in by Kontor as any other paper.
`

interface Asked {
  readonly what: string
  readonly of: string | undefined
  readonly settings: string
  readonly into: string | undefined
}

/** The tool `kontor network`: e-invoices by a network, with no server and no database. Answers 1 when it failed, 2 when asked wrongly. */
export async function useNetwork(argv: string[], out: Writable): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    await write(out, `${asked}\n${usage}`)
    return 2
  }
  try {
    return await done(asked, out)
  } catch (thrown) {
    if (!(thrown instanceof NetworkFault)) throw thrown
    await write(out, `${thrown.message}\n`)
    return 1
  }
}

function parse(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { settings: { type: 'string' }, into: { type: 'string' } },
    })
    const [what = '', of] = positionals
    if (!['receive', 'send', 'status'].includes(what)) return 'What is to be done: receive, send or status.'
    if (!values.settings) return 'How the network is reached was not said: --settings.'
    if (what === 'receive' ? !values.into : !of) return `${what} lacks what it is about.`
    return { what, of, settings: values.settings, into: values.into }
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}

async function done({ what, of = '', settings: file, into = '' }: Asked, out: Writable): Promise<number> {
  const settings = await readSettings(file)
  const point = accessPoint(settings)
  if (what === 'receive') {
    const count = await receiveInto(into, `${file}.received`, settings.network, point, ({ arrival, file: at }) =>
      out.write(`${arrival.id} ${arrival.from ?? '-'} ${at}\n`),
    )
    await write(out, `${count} new\n`)
    return 0
  }
  if (what === 'status') {
    const { state, said } = await point.status(of)
    await write(out, `${state}${said ? ` ${said}` : ''}\n`)
    return state === 'rejected' ? 1 : 0
  }
  return send(of, point.send, out)
}

/** What breaks a fatal rule would come back rejected, so it is not sent. */
async function send(file: string, hand: (xml: Uint8Array) => Promise<string>, out: Writable): Promise<number> {
  const bytes = await readFile(file)
  const checked = checkInvoiceFile(bytes)
  if (checked === null || typeof checked === 'string') {
    await write(out, `${file}: ${checked ?? 'no e-invoice'}\n`)
    return 1
  }
  const fatal = checked.findings.filter(one => one.severity === 'fatal')
  if (fatal.length > 0) {
    await write(out, fatal.map(one => `${one.rule} ${one.message} ${one.location}\n`).join(''))
    return 1
  }
  await write(out, `${await hand(bytes)}\n`)
  return 0
}
