import { useMemo } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import type { ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { counts, listClasses, listOwnKinds } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { kinds, type State } from '../kinds.ts'

const states: readonly State[] = ['to-confirm', 'needs-help', 'arrived', 'confirmed', 'set-aside', 'discarded']

/** Senders as the directory names them; only offices, for a filter of thousands helps nobody. */
const mostSenders = 200

interface Party {
  readonly id: string
  readonly title: string
}

/** Chips of the list: each stands in the address bar. */
export function useDocumentFilters(): readonly ListFilter[] {
  const say = useSay<DocumentKeys>()
  const may = usePermission('directory.list-parties')
  const plan = useQuery<typeof listClasses>('documents.list-classes', {}, { fresh_ms: 300_000 })
  const ownKinds = useQuery<typeof listOwnKinds>('documents.list-own-kinds', { limit: 100 } as never, {
    fresh_ms: 60_000,
  })
  const senders = useQuery<unknown>(
    'directory.list-parties',
    { kind: 'organisation', limit: mostSenders },
    { when: may, fresh_ms: 300_000 },
  )
  return useMemo(() => {
    const parties = (senders.data as { readonly rows: readonly Party[] } | undefined)?.rows ?? []
    const yes = [{ value: 'true', label: say('page.documents.yes') }]
    return [
      {
        key: 'state',
        label: say('page.documents.state'),
        many: true,
        options: states.map(value => ({ value, label: say(`choice.state.${value}`) })),
      },
      {
        key: 'kind',
        label: say('field.kind'),
        many: true,
        options: kinds.map(value => ({ value, label: say(`choice.kind.${value}`) })),
      },
      {
        key: 'classCodeId',
        label: say('field.classCode'),
        options: (plan.data?.rows ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
      },
      ...(ownKinds.data?.rows.length
        ? [
            {
              key: 'ownKindId',
              label: say('kind.own-kind'),
              options: ownKinds.data.rows.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]
        : []),
      {
        key: 'senderId',
        label: say('field.sender'),
        options: parties.map(({ id, title }) => ({ value: id, label: title })),
      },
      { key: 'receivedFrom', label: say('field.receivedFrom'), type: 'day' },
      { key: 'receivedTo', label: say('field.receivedTo'), type: 'day' },
      { key: 'dueTo', label: say('page.documents.due-to'), type: 'day' },
      { key: 'endsFrom', label: say('field.endsFrom'), type: 'day' },
      { key: 'endsTo', label: say('field.endsTo'), type: 'day' },
      { key: 'unfiled', label: say('field.unfiled'), options: yes },
      { key: 'duplicates', label: say('field.duplicates'), options: yes },
    ] satisfies ListFilter[]
  }, [say, plan.data, senders.data, ownKinds.data])
}

const daysAhead = 90

/** The questions that are asked again and again. */
export function useDocumentViews(): readonly ListView[] {
  const say = useSay<DocumentKeys>()
  const today = useFormats().today()
  const counted = useQuery<typeof counts>('documents.counts').data
  return useMemo(
    () => [
      {
        key: 'to-confirm',
        label: say('choice.state.to-confirm'),
        search: { state: 'to-confirm' },
        count: counted?.toConfirm,
      },
      { key: 'unfiled', label: say('field.unfiled'), search: { state: 'confirmed', unfiled: 'true' } },
      {
        key: 'ending',
        label: say('page.documents.ending', { days: daysAhead }),
        search: { endsFrom: today, endsTo: addDays(today, daysAhead), sort: 'ends' },
      },
      {
        key: 'set-aside',
        label: say('choice.state.set-aside'),
        search: { state: 'set-aside' },
        count: counted?.setAside,
      },
      { key: 'discarded', label: say('choice.state.discarded'), search: { state: 'discarded' } },
    ],
    [say, today, counted],
  )
}
