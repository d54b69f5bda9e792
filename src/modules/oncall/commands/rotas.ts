import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { layTurns } from '../lay.ts'
import { requirePeople } from '../people.ts'
import { type RotaRow, rotaOf, stepsOf } from '../rota-row.ts'
import type { Layer } from '../schedule/layers.ts'

export const lockRota = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'rota', id, expectedVersion },
]

export function requireZone(act: Act, zone: string | undefined): void {
  if (zone === undefined) return
  try {
    act.at.toZonedDateTimeISO(zone)
  } catch {
    act.refuse(c.oncallZoneUnknown, { zone })
  }
}

interface Facts {
  readonly zone: string
  readonly country: string
  readonly purpose: string
  readonly alarmKinds: readonly string[]
  readonly raiseBy: readonly string[]
  readonly always: boolean
  readonly mostNights: number | null
}

const factsOf = (row: RotaRow): Facts => ({
  zone: row.zone,
  country: row.country,
  purpose: row.purpose,
  alarmKinds: row.alarm_kinds,
  raiseBy: row.raise_by,
  always: row.always,
  mostNights: row.most_nights,
})

const columns = (facts: Facts) => sql`
  zone = ${facts.zone}, country = ${facts.country}, purpose = ${facts.purpose}, alarm_kinds = ${[...new Set(facts.alarmKinds)]}::text[],
  raise_by = ${[...new Set(facts.raiseBy)]}::uuid[], always = ${facts.always}, most_nights = ${facts.mostNights}`

/** What is given, without what is left out. */
const given = (input: { readonly [Name in keyof Facts]?: Facts[Name] | undefined }): Partial<Facts> => {
  const { zone, country, purpose, alarmKinds, raiseBy, always, mostNights } = input
  const all = { zone, country, purpose, alarmKinds, raiseBy, always, mostNights }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

export const createRotaBody = implementCommand(c.createRota, {
  async run(act, input) {
    requireZone(act, input.zone)
    for (const id of input.raiseBy ?? []) await requireVisible(act, id, ['principal', 'role'])
    const facts: Facts = {
      zone: act.office.zone,
      country: act.office.country,
      purpose: '',
      alarmKinds: [],
      raiseBy: [],
      always: true,
      mostNights: 7,
      ...given(input),
    }
    const id = await act.createRecord({ kind: 'rota', title: input.title, class: 1, search: { body: facts.purpose } })
    await sql`
      insert into oncall.rota (organisation_id, id, state, zone, country, always, rounds)
      values (${act.office.id}, ${id}, 'draft', ${facts.zone}, ${facts.country}, ${facts.always}, 3)`.execute(act.db())
    await sql`
      update oncall.rota set ${columns(facts)} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    await insertSteps(act, id, [{ minutes: 5, whom: 'on-call', ways: ['push', 'mail'] }])
    act.emit(c.rotaCreated, { id, title: input.title }, [id])
    return { output: { id, version: 1 } }
  },
})

export const changeRotaBody = implementCommand(c.changeRota, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, input, row) {
    requireZone(act, input.zone)
    for (const id of input.raiseBy ?? []) await requireVisible(act, id, ['principal', 'role'])
    const facts = { ...factsOf(row), ...given(input) }
    const title = input.title ?? row.title
    await sql`
      update oncall.rota set ${columns(facts)} where organisation_id = ${act.office.id} and id = ${row.id}`.execute(
      act.db(),
    )
    if (facts.zone !== row.zone) await layTurns(act, { ...row, zone: facts.zone })
    const version = await act.changeRecord(row.id, { title, search: { body: facts.purpose } })
    act.emit(c.rotaChanged, { id: row.id, title }, [row.id])
    const undo = { id: row.id, expectedVersion: version, title: row.title, ...factsOf(row) }
    return { output: { id: row.id, version }, undo: { command: c.changeRota.name, input: undo } }
  },
})

export const setLayersBody = implementCommand(c.setLayers, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, layers: wanted }, row) {
    await requirePeople(
      act,
      wanted.flatMap(layer => layer.people),
    )
    const known = new Set([...row.layers, ...(row.live ?? [])].map(layer => layer.id))
    const used = new Set<string>()
    const layers = wanted.map((layer): Layer => {
      const own = layer.id && known.has(layer.id) && !used.has(layer.id) ? layer.id : act.newId()
      used.add(own)
      return {
        ...layer,
        id: own,
        startsOn: layer.startsOn.toString(),
        days: [...new Set(layer.days)].toSorted((a, b) => a - b),
      }
    })
    await sql`
      update oncall.rota set layers = ${JSON.stringify(layers)}::jsonb
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(c.layersSet, { id, title: row.title }, [id])
    return {
      output: { id, version },
      undo: { command: c.setLayers.name, input: { id, expectedVersion: version, layers: row.layers } },
    }
  },
})

async function insertSteps(act: Act, rotaId: string, steps: readonly c.StepGiven[]): Promise<void> {
  for (const [position, step] of steps.entries())
    await sql`
      insert into oncall.step (organisation_id, rota_id, position, minutes, whom, layer_id, person_id, ways)
      values (${act.office.id}, ${rotaId}, ${position}, ${step.minutes}, ${step.whom}, ${step.whom === 'layer' ? (step.layerId ?? null) : null},
        ${step.whom === 'person' ? (step.personId ?? null) : null}, ${[...new Set(step.ways)]}::text[])`.execute(
      act.db(),
    )
}

export const setStepsBody = implementCommand(c.setSteps, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, rounds, steps }, row) {
    const before = await stepsOf(act, id)
    const layers = new Set([...row.layers, ...(row.live ?? [])].map(layer => layer.id))
    for (const step of steps) {
      if (step.whom === 'layer' && !layers.has(step.layerId ?? '')) act.refuse(c.layerUnknown)
      if (step.whom === 'person' && !step.personId) act.refuse(c.oncallPersonUnknown, {})
    }
    await requirePeople(
      act,
      steps.flatMap(step => (step.whom === 'person' ? (step.personId ?? []) : [])),
    )
    await sql`delete from oncall.step where organisation_id = ${act.office.id} and rota_id = ${id}`.execute(act.db())
    await insertSteps(act, id, steps)
    await sql`update oncall.rota set rounds = ${rounds} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.stepsSet, { id, title: row.title }, [id])
    const asGiven = before.map(step => ({
      minutes: step.minutes,
      whom: step.whom,
      ways: step.ways,
      ...(step.layer_id ? { layerId: step.layer_id } : {}),
      ...(step.person_id ? { personId: step.person_id } : {}),
    }))
    return {
      output: { id, version },
      undo: {
        command: c.setSteps.name,
        input: { id, expectedVersion: version, rounds: row.rounds, steps: asGiven },
      },
    }
  },
})
