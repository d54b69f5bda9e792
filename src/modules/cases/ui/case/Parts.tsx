import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import type { keepPromise, passPromise, setRepeat, takeBackRemedy } from '../../contract.ts'
import type { CaseDetail, CaseKeys } from '../words.ts'

interface Props {
  readonly detail: CaseDetail
}

/** Promises in what we wrote and noted: kept as a task with one key, or passed over. */
export function Promises({ detail }: Props) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const keep = useCommand<typeof keepPromise>('cases.keep-promise', { said: say('done.cases.keep-promise') })
  const pass = useCommand<typeof passPromise>('cases.pass-promise')
  const may = usePermission('cases.keep-promise')
  const { id, version } = detail.record
  const first = detail.promises.find(one => !one.past)
  const keeping = (one: CaseDetail['promises'][number]) =>
    void keep.run({ id, expectedVersion: version, entryId: one.entryId, place: one.place })
  useHotkeys(may && first ? [{ keys: 'p', label: say('cases.keep-promise'), run: () => keeping(first) }] : [])
  if (detail.promises.length === 0) return null
  return (
    <Section title={say('page.case.promises')} count={detail.promises.length}>
      <ul className="case-lines">
        {detail.promises.map(one => (
          <li key={`${one.entryId}${one.place}`}>
            <span className="what">“{one.words}”</span>
            <span className="t2">
              {one.who ? `${one.who} · ` : ''}
              {formats.weekday(one.on)}
            </span>
            {one.past ? <State glyph="late">{say('page.case.promises.past')}</State> : null}
            {may && !one.past ? (
              <Button
                size="s"
                icon="check"
                keys={one === first ? 'p' : undefined}
                busy={keep.busy}
                onClick={() => keeping(one)}
              >
                {say('page.case.promises.keep')}
              </Button>
            ) : null}
            {may ? (
              <Button
                size="s"
                look="quiet"
                busy={pass.busy}
                onClick={() => void pass.run({ id, expectedVersion: version, entryId: one.entryId, place: one.place })}
              >
                {say('page.case.promises.pass')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was given to make it good. */
export function Remedies({ detail }: Props) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const back = useCommand<typeof takeBackRemedy>('cases.take-back-remedy')
  const may = usePermission('cases.take-back-remedy')
  if (detail.remedies.length === 0) return null
  return (
    <Section title={say('page.case.remedies')} count={detail.remedies.length}>
      <ul className="case-lines">
        {detail.remedies.map(one => (
          <li key={one.id}>
            <span className="what">
              {say(`choice.cases.way.${one.way}`)}
              {one.note ? ` · ${one.note}` : ''}
            </span>
            {one.amount ? <b className="num">{formats.money(one.amount)}</b> : null}
            <span className="t3">
              {one.by?.title} {formats.moment(one.at)}
            </span>
            {may ? (
              <Button
                look="quiet"
                size="s"
                icon="arrow-back-up"
                aria-label={say('cases.take-back-remedy')}
                title={say('cases.take-back-remedy')}
                onClick={() => void back.run({ id: detail.record.id, remedyId: one.id })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whether it is an earlier case again: what was found by itself, to be settled by one press. */
export function Repeats({ detail }: Props) {
  const say = useSay<CaseKeys>()
  const set = useCommand<typeof setRepeat>('cases.set-repeat')
  const may = usePermission('cases.set-repeat')
  const { id, version } = detail.record
  const { repeats, repeatedBy, alike, repeatSettled } = detail
  if (!repeats && repeatedBy.length === 0 && alike.length === 0) return null
  const say_ = (repeatsId: string | null) => void set.run({ id, expectedVersion: version, repeatsId })
  return (
    <Section title={say('page.case.repeats')}>
      <ul className="case-lines">
        {repeats ? (
          <li>
            <span className="what">
              {say('page.case.repeats.is')} <Link href={`/cases/${repeats.id}`}>{repeats.title}</Link>
            </span>
            {may && !repeatSettled ? (
              <Button size="s" busy={set.busy} onClick={() => say_(repeats.id)}>
                {say('page.case.repeats.yes')}
              </Button>
            ) : null}
            {may ? (
              <Button size="s" look="quiet" busy={set.busy} onClick={() => say_(null)}>
                {say('page.case.repeats.no')}
              </Button>
            ) : null}
          </li>
        ) : null}
        {repeatedBy.map(one => (
          <li key={one.id}>
            <span className="what">
              {say('page.case.repeats.by')} <Link href={`/cases/${one.id}`}>{one.title}</Link>
            </span>
          </li>
        ))}
        {alike.map(one => (
          <li key={one.id}>
            <span className="what">
              <Link href={`/cases/${one.id}`}>{one.title}</Link>
            </span>
            {may ? (
              <Button size="s" busy={set.busy} onClick={() => say_(one.id)}>
                {say('page.case.repeats.yes')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {alike.length > 0 ? (
        <p className="t3">
          {say('page.case.repeats.alike')}{' '}
          {may ? (
            <Button size="s" look="quiet" busy={set.busy} onClick={() => say_(null)}>
              {say('page.case.repeats.no')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </Section>
  )
}
