import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { commandWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { RecordLink } from '../RecordLink.tsx'
import type { Day, SupervisionKeys } from '../words.ts'

/** Per team a table of its people, then what is late and stuck, and what was done. */
export function Days({ people, maySet }: { readonly people: readonly Day[]; readonly maySet: boolean }) {
  const say = useSay<SupervisionKeys>()
  const teams = [...Map.groupBy(people, one => one.team)]
  return (
    <>
      {teams.map(([team, members]) => (
        <Section
          key={team ?? ''}
          title={team ?? (teams.length > 1 ? say('page.team.without') : say('page.team.figures'))}
          count={members.length}
        >
          <Figures members={members} maySet={maySet} />
        </Section>
      ))}
      {(['late', 'stuck', 'done'] as const).map(what => (
        <Lines key={what} people={people} what={what} />
      ))}
    </>
  )
}

function Figures({ members, maySet }: { readonly members: readonly Day[]; readonly maySet: boolean }) {
  const say = useSay<SupervisionKeys>()
  const formats = useFormats()
  return (
    <div className="team-scroll team-figures" tabIndex={0} role="region" aria-label={say('page.team.figures')}>
      <table>
        <thead>
          <tr className="t2">
            <th>{say('field.personId' as SupervisionKeys)}</th>
            <th>{say('page.team.on')}</th>
            <th className="num">{say('page.team.done')}</th>
            <th className="num">{say('page.team.due')}</th>
            <th className="num">{say('page.team.late')}</th>
            <th className="num">{say('page.team.stuck')}</th>
            {maySet ? <th>{say('field.supervision.superiorId')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {members.map(day => (
            <tr key={day.person.id}>
              <td>
                <RecordLink to={day.person} />
              </td>
              <td>
                <Doing day={day} />
              </td>
              <td className="num" data-label={say('page.team.done')}>
                {formats.number(day.done.total)}
              </td>
              <td className="num" data-label={say('page.team.due')}>
                {formats.number(day.today.total)}
                {day.today.minutes > 0 ? <p className="t2">{formats.minutes(day.today.minutes)}</p> : null}
              </td>
              <td className={day.late.total > 0 ? 'num late' : 'num'} data-label={say('page.team.late')}>
                {formats.number(day.late.total)}
              </td>
              <td className={day.stuck.total > 0 ? 'num blocked' : 'num'} data-label={say('page.team.stuck')}>
                {formats.number(day.stuck.total)}
              </td>
              {maySet ? (
                <td>
                  <Button
                    look="quiet"
                    size="s"
                    icon="edit"
                    aria-label={`${day.superior?.title ?? '–'}: ${say('supervision.set-superior')}, ${day.person.title}`}
                    onClick={() =>
                      openCommand({
                        command: 'supervision.set-superior',
                        input: {
                          personId: day.person.id,
                          superiorId: day.superior?.id ?? null,
                          ...(day.team ? { team: day.team } : {}),
                        },
                        about: day.person.title,
                      })
                    }
                  >
                    {day.superior?.title ?? '–'}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Doing({ day }: { readonly day: Day }) {
  const say = useSay<string>()
  const formats = useFormats()
  const { away, doing } = day
  return (
    <>
      {away ? (
        <p className="t2">
          {say('page.team.away', { on: formats.weekday(away.untilOn) })}
          {away.deputy ? ` (${away.deputy.title})` : ''}
        </p>
      ) : null}
      {doing ? (
        <>
          {doing.record ? <RecordLink to={doing.record} /> : commandWords(say, doing.command)}
          <p className="t2">
            {doing.record ? `${commandWords(say, doing.command)} · ` : ''}
            {formats.time(doing.at)}
          </p>
        </>
      ) : away ? null : (
        <span className="t3">–</span>
      )}
    </>
  )
}

/** Everybody's late, stuck or finished pieces, one beneath the other. */
function Lines({ people, what }: { readonly people: readonly Day[]; readonly what: 'late' | 'stuck' | 'done' }) {
  const say = useSay<SupervisionKeys>()
  const formats = useFormats()
  const total = people.reduce((sum, day) => sum + day[what].total, 0)
  if (total === 0) return null
  return (
    <Section title={say(`page.team.${what}`)} count={total}>
      <div className="team-scroll" tabIndex={0} role="region" aria-label={say(`page.team.${what}`)}>
        <table>
          <tbody>
            {people.flatMap(day =>
              day[what].rows.map(row => (
                <tr key={`${day.person.id} ${row.record.id}`}>
                  <td>
                    <RecordLink to={row.record} />
                  </td>
                  <td className="t2">{row.what}</td>
                  <td className="t2">{day.person.title}</td>
                  <td className="num">{row.dueOn && what !== 'done' ? formats.weekday(row.dueOn) : ''}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
