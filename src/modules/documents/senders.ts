/** Whom the directory knows of those a paper may have come from. */
import type { JobRun } from '../../kernel/implement.ts'
import { findParty } from '../directory/contract.ts'
import type { FieldName, KnownSender, Recognition } from './recognition/types.ts'

/** Questions of one paper at most: what was read, and what might have been meant. */
const mostQuestions = 12

/** Names must be the same but for case, accents and the form of company; a likeness is no match. */
const sureSigns: ReadonlySet<string> = new Set(['vat', 'number', 'account', 'name'])

function candidates({ fields }: Recognition, name: FieldName): string[] {
  const field = fields.find(one => one.name === name)
  return field ? [field.value, ...field.alternatives.map(({ value }) => value)].filter(value => value.length >= 2) : []
}

/** The party that a number, an account or the name on the paper belongs to; numbers weigh before names. */
export async function matchSender(run: JobRun, recognition: Recognition): Promise<KnownSender | null> {
  const one = (name: FieldName) => candidates(recognition, name)[0]
  const [vatNumber, organisationNumber, iban, account] = [
    one('senderVatNumber'),
    one('senderOrganisationNumber'),
    one('iban'),
    one('account'),
  ]
  const wanted = [
    ...(vatNumber ? [{ vatNumber: vatNumber.slice(0, 60) }] : []),
    ...(organisationNumber ? [{ companyNumber: organisationNumber.slice(0, 60) }] : []),
    ...(iban ? [{ account: iban.slice(0, 60) }] : []),
    ...(account ? [{ account: account.slice(0, 60) }] : []),
    ...candidates(recognition, 'senderName').map(name => ({ name: name.slice(0, 300) })),
  ].slice(0, mostQuestions)
  if (wanted.length === 0) return null
  const answers = await askDirectory(run, wanted)
  const hit = answers.flat().find(({ by }) => sureSigns.has(by))
  if (!hit) return null
  return {
    id: hit.id,
    name: hit.title,
    vatNumber: vatNumber ?? null,
    organisationNumber: organisationNumber ?? null,
    ibans: iban ? [iban] : [],
    accounts: account ? [account] : [],
  }
}

type Wanted = Parameters<typeof findParty.input.encode>[0]['wanted']

/** Whoever took the paper in may lack the permission to ask: then whoever confirms it settles who sent it. */
async function askDirectory(run: JobRun, wanted: Wanted) {
  try {
    return (await run.query(findParty, { wanted })).found
  } catch (error) {
    if (/act-not-permitted/.test((error as Error).message)) return []
    throw error
  }
}
