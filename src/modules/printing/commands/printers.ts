import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { clearDefault, dbOf, printerOf, updatePrinter } from '../rows.ts'
import { printerPlace } from '../wire/allowed.ts'

/** `ipp://printer/ipp/print`, in one spelling. */
function addressOf(act: Act, typed: string): string {
  const text = /^[a-z]+:\/\//i.test(typed) ? typed : `ipp://${typed}`
  const url = URL.canParse(text) ? new URL(text) : act.refuse(c.printerAddressWrong)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!/^(ipps?|https?):$/.test(url.protocol) || !printerPlace.test(host) || url.username || url.password)
    act.refuse(c.printerAddressWrong)
  const path = url.pathname === '' || url.pathname === '/' ? '/ipp/print' : url.pathname
  return `${url.protocol}//${url.host.toLowerCase()}${path}`
}

export const addPrinterBody = implementCommand(c.addPrinter, {
  constraints: { printer_once: c.printerTwice },
  async run(act, { name, uri, place, isDefault }) {
    const address = addressOf(act, uri)
    const id = await act.createRecord({ kind: 'printer', title: name, class: 0, search: { body: place ?? '' } })
    if (isDefault) await clearDefault(act)
    await dbOf(act)
      .insertInto('printing.printer')
      .values({
        organisation_id: act.office.id,
        id,
        uri: address,
        place: place ?? '',
        is_default: isDefault ?? false,
        problem: null,
        abilities: null,
        certificate: null,
        looked_at: null,
      })
      .execute()
    act.enqueue(c.lookJob, { printerId: id })
    act.emit(c.printerAdded, { id, title: name }, [id])
    return { output: { id, version: 1 } }
  },
})

export const changePrinterBody = implementCommand(c.changePrinter, {
  locks: ({ id, expectedVersion }) => [{ kind: 'printer', id, expectedVersion }],
  constraints: { printer_once: c.printerTwice },
  load: (act, { id }) => printerOf(act, id),
  async run(act, input, row) {
    const { id } = input
    const was = act.locked(id).title
    const uri = input.uri === undefined ? row.uri : addressOf(act, input.uri)
    const retired = input.retired ?? row.retired
    const isDefault = (input.isDefault ?? row.is_default) && !retired
    if (isDefault && !row.is_default) await clearDefault(act)
    const forgets = input.forgetCertificate || uri !== row.uri
    await updatePrinter(act, id, {
      uri,
      place: input.place === undefined ? row.place : (input.place ?? ''),
      is_default: isDefault,
      retired,
      ...(forgets ? { certificate: null, problem: null } : {}),
    })
    if (!retired && (forgets || row.retired)) act.enqueue(c.lookJob, { printerId: id })
    const title = input.name ?? was
    const version = await act.changeRecord(id, { title })
    act.emit(c.printerChanged, { id, title }, [id])
    const before = {
      name: was,
      uri: row.uri,
      place: row.place || null,
      isDefault: row.is_default,
      retired: row.retired,
    }
    return {
      output: { id, version },
      undo: { command: 'printing.change-printer', input: { id, expectedVersion: version, ...before } },
    }
  },
})

export const lookAtPrinterBody = implementCommand(c.lookAtPrinter, {
  locks: ({ id }) => [{ kind: 'printer', id }],
  async run(act, { id }) {
    act.enqueue(c.lookJob, { printerId: id })
    return { output: { id, version: act.locked(id).version } }
  },
})

export const choosePrinterBody = implementCommand(c.choosePrinter, {
  locks: ({ id }) => [{ kind: 'printer', id }],
  load: (act, { id }) => printerOf(act, id),
  async run(act, { id }, row) {
    const { title, version } = act.locked(id)
    if (row.retired) act.refuse(c.printerRetired, { title })
    const own = { organisation_id: act.office.id, principal_id: act.principal.id, printer_id: id }
    await dbOf(act)
      .insertInto('printing.choice')
      .values(own)
      .onConflict(on => on.columns(['organisation_id', 'principal_id']).doUpdateSet({ printer_id: id }))
      .execute()
    act.emit(c.printerChosen, { id, title }, [id])
    return { output: { id, version } }
  },
})

export const notePrinterBody = implementCommand(c.notePrinter, {
  locks: ({ id }) => [{ kind: 'printer', id }],
  load: (act, { id }) => printerOf(act, id),
  async run(act, input, row) {
    const { id, abilities, markers } = input
    const { title, version } = act.locked(id)
    await updatePrinter(act, id, {
      state: input.state,
      reasons: input.reasons,
      problem: input.problem,
      looked_at: act.at,
      certificate: input.certificate ?? row.certificate,
      ...(abilities ? { abilities: JSON.stringify(abilities), markers: JSON.stringify(markers) } : {}),
    })
    act.emit(c.printerSeen, { id, title }, [id])
    return { output: { id, version } }
  },
})
