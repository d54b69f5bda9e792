import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newId } from '../../kernel/ids.ts'
import { organisations, systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { beginBacklog } from '../../modules/documents/contract.ts'
import { withKontor } from './with-kontor.ts'

const usage = `npx kontor backlog FOLDER-OR-ZIP [--name NAME] [--organisation ID] [--follow]
takes old files in: look at Documents → Old files, accept how the folders are filed, and Kontor reads them.
The folder stays as it is; it must stay where it is until all is taken in.
--follow: the folder is still being filled; what is laid into it is taken in, until somebody says there that no more comes.`

/** `kontor backlog …`: for whoever holds the machine, since it names a folder of it. */
export async function runBacklog(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { name: { type: 'string' }, organisation: { type: 'string' }, follow: { type: 'boolean' } },
  })
  const [given] = positionals
  if (!given) {
    console.error(usage)
    return 2
  }
  const folder = resolve(given)
  const about = await stat(folder).catch(() => null)
  if (!about) throw new Error(`${folder} is not there`)
  if (values.follow && !about.isDirectory()) throw new Error(`${folder} is no folder: only a folder can be followed`)
  return withKontor(async ({ kernel, ground, config }) => {
    const all = await organisations(ground)
    const office = values.organisation
      ? all.find(({ id }) => id === values.organisation)
      : all.length === 1
        ? all[0]
        : null
    if (!office)
      throw new Error(
        `choose the organisation with --organisation: ${all.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
      )
    const outcome = await kernel.dispatch({
      organisationId: office.id,
      principalId: systemPrincipalId,
      mandateId: null,
      command: beginBacklog.name,
      input: { name: values.name ?? basename(folder), folder, ...(values.follow ? { follow: true } : {}) },
      requestId: newId(),
      surface: 'cli',
    })
    if (outcome.status !== 'done') throw new Error(`${beginBacklog.name}: ${JSON.stringify(outcome)}`)
    console.log(`${config.address}/documents/backlog/${(outcome.output as { id: string }).id}`)
    return 0
  })
}
